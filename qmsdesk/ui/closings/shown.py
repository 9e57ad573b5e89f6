"""One finding as everybody sees it: what it is, in large words, and what was agreed about it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.domain.references import say_with_title
from qmsdesk.i18n import Words
from qmsdesk.ui.closings.slides import MARGIN, inner_width
from qmsdesk.ui.closings.stage import Stage, bar, largest, mark
from qmsdesk.ui.closings.wording import say_owner, say_title
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.theme.tokens import TONE_ICONS

Press = Callable[[], None]
MEASURE = 1180
TITLE, BODY, QUIET = 50, 31, 23
TYPE = 26


class Line(NamedTuple):
    """A text of the slide: what it is called, if that is said, and what pressing it does."""

    text: str
    size: float
    weight: int = 400
    role: str = "text"
    before: float = 14
    press: Press | None = None


class FindingSlide(QWidget):
    """`editor` stands below the finding, or, where it is about the wording, in place of it."""

    def __init__(
        self, stage: Stage, _: Words, dossier: Dossier, finding: Finding, room: int, presses: dict[str, Press]
    ) -> None:
        super().__init__()
        self._stage = stage
        self._ = _
        self._presses = presses
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(stage.px(MARGIN), stage.px(8), stage.px(MARGIN), stage.px(8))
        self._layout.setSpacing(0)
        self._add_head(finding)
        self._room = room - stage.px(70)
        self._finding, self._dossier = finding, dossier

    def show_texts(self, editor: QWidget | None = None) -> None:
        """The whole finding, and below it an editor where there is one."""
        lines = [*self._own_lines(), *self._agreed_lines(editor is not None)]
        room = self._room - (editor.sizeHint().height() + self._stage.px(24) if editor else 0)
        width = min(self._stage.px(MEASURE), inner_width(self._stage))
        factor = largest(lambda factor: self._height(lines, width, factor), room)
        for line in lines:
            self._layout.addSpacing(self._stage.px(line.before * factor))
            shown = self._stage.text(line.text, width, line.size * factor, line.weight, line.role)
            self._layout.addWidget(shown.press(line.press) if line.press else shown)
        if editor is not None:
            self._layout.addSpacing(self._stage.px(24))
            self._layout.addWidget(editor)
        self._layout.addStretch()

    def show_editor(self, editor: QWidget) -> None:
        """The editor alone, below the head."""
        self._layout.addSpacing(self._stage.px(14))
        self._layout.addWidget(editor)
        self._layout.addStretch()

    def _height(self, lines: list[Line], width: int, factor: float) -> int:
        stage = self._stage
        return sum(
            stage.height(line.text, line.size * factor, line.weight, width) + stage.px(line.before * factor) + 2
            for line in lines
        )

    def _add_head(self, finding: Finding) -> None:
        stage, tone = self._stage, TONES[finding.type]
        self._layout.addWidget(bar(stage, tone))
        self._layout.addSpacing(stage.px(16))
        head = QHBoxLayout()
        head.setSpacing(stage.px(12))
        head.addWidget(mark(stage, TONE_ICONS[tone], tone, TYPE, self.devicePixelRatioF()))
        name = self._(TYPE_NAMES[finding.type])
        head.addWidget(stage.text(name, inner_width(stage) - stage.px(60), TYPE, 700, f"{tone}.text"))
        head.addStretch()
        self._layout.addLayout(head)

    def _own_lines(self) -> list[Line]:
        """Wording is changed by pressing it, as by its key."""
        _, finding, press = self._, self._finding, self._presses.get("wording")
        title = say_title(_, finding)
        statement, evidence = finding.statement.strip(), finding.evidence.strip()
        lines = [Line(title, TITLE, 700, press=press)]
        if statement and statement != title:
            lines.append(Line(statement, BODY, before=16, press=press))
        if evidence and evidence != title:
            size = QUIET if statement else BODY
            lines.append(Line(_("Evidence: {evidence}", evidence=evidence), size, role="muted", press=press))
        if finding.requirement.strip():
            said = say_with_title(self._dossier, finding.requirement.strip(), _)
            requirement = _("Requirement: {requirement}", requirement=said)
            lines.append(Line(requirement, QUIET, role="muted"))
        return lines

    def _agreed_lines(self, is_editing: bool) -> list[Line]:
        _, finding, presses = self._, self._finding, self._presses
        lines = []
        if finding.diverging_opinion.strip() and not is_editing:
            opinion = _("Diverging opinion: {opinion}", opinion=finding.diverging_opinion.strip())
            lines.append(Line(opinion, QUIET, 600, before=24, press=presses.get("opinion")))
        for action in self._dossier.actions_of(finding):
            if action.text.strip() and not is_editing:
                press = presses.get(f"action {action.id}")
                owner = say_owner(_, action)
                lines.append(Line(f"→ {action.text.strip()}", QUIET + 3, 600, "accent_ink", 26, press))
                if owner:
                    lines.append(Line(owner, QUIET + 3, 400, "text", 2, press))
        return lines
