"""The findings of the day in the order they are shown, each with what it lacks and what was agreed about it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from qmsdesk.domain.closings import in_order, takes_action
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.ui.closings.wording import say_missing, say_owner, say_title
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card, CardButton
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.tokens import SPACE

IN_A_TURN = 5


class FindingsCard(Card):
    """`opened` carries the id of a finding to be written, `shown` of one to be presented."""

    opened = Signal(str)
    shown = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self.rows: dict[str, FindingRow] = {}
        self._ids: list[str] = []
        self._none = muted(self._("No findings yet. They are made under Conduct."))
        self._list = column(desk.theme, gap=SPACE["small"])
        self.body.addWidget(subheading(self._("What you show")))
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return [stop for finding_id in self._ids for stop in self.rows[finding_id].stops]

    def show_dossier(self, dossier: Dossier) -> None:
        for _ in self.show_in_turns(dossier):
            pass

    def show_in_turns(self, dossier: Dossier) -> Iterator[None]:
        """Show the findings, a few at a time."""
        findings = in_order(dossier.findings)
        for gone in self.rows.keys() - {finding.id for finding in findings}:
            row_ = self.rows.pop(gone)
            row_.hide()
            row_.deleteLater()
        self._none.setVisible(not findings)
        self._ids = [finding.id for finding in findings]
        for place, finding in enumerate(findings):
            self._place(place, finding.id)
            self.rows[finding.id].show_finding(dossier, finding)
            if place % IN_A_TURN == IN_A_TURN - 1:
                yield

    def _place(self, place: int, finding_id: str) -> None:
        """Make its row where there is none; move what stands elsewhere."""
        made = self.rows.get(finding_id)
        if made is None:
            made = self.rows[finding_id] = self._row(finding_id)
        if self._list.indexOf(made) != place:
            self._list.removeWidget(made)
            self._list.insertWidget(place, made)

    def _row(self, finding_id: str) -> "FindingRow":
        made = FindingRow(self._desk, self)
        made.open.clicked.connect(lambda: self.opened.emit(finding_id))
        made.show_it.clicked.connect(lambda: self.shown.emit(finding_id))
        return made


class FindingRow(QWidget):
    """One finding; pressed as a whole it opens, and a button shows it to everybody."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._held: object = None
        theme = desk.theme
        self.open = CardButton(theme, margins=(12, 10), gap=2)
        self.show_it = Button(theme, "", "quiet", "presentation")
        self._chip, self._number = Chip(theme, ""), small("")
        self._title = label("", "strong", wrap=True)
        self._secret = Chip(theme, self._("Not shown"), "neutral", "eye")
        self._secret.setToolTip(self._("To be assessed for secrecy before it is disclosed"))
        self._agreed, self._opinion, self._missing = small(""), small(""), small("")
        head = FlowLayout(theme, gap=SPACE["small"])
        for part in (self._chip, self._number, self._secret):
            head.addWidget(part)
        self.open.body.addLayout(head)
        for line in (self._title, self._agreed, self._opinion, self._missing):
            self.open.body.addWidget(line)
        for each in self.open.findChildren(QLabel):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = row(theme, self, gap=SPACE["tight"])
        layout.addWidget(self.open, 1)
        layout.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def stops(self) -> tuple[QWidget, QWidget]:
        return self.open, self.show_it

    @property
    def texts(self) -> list[str]:
        """What is said of the finding, line by line."""
        lines = (self._title, self._agreed, self._opinion, self._missing)
        return [line.text() for line in lines if line.isVisibleTo(self)]

    def show_finding(self, dossier: Dossier, finding: Finding) -> None:
        held = finding, dossier.actions_of(finding)
        if held == self._held:
            return
        self._held = held
        name = self._(TYPE_NAMES[finding.type])
        title = say_title(self._, finding)
        self._chip.setText(name)
        self._chip.set_tone(TONES[finding.type])
        self._number.setText(finding.number)
        self._title.setText(title)
        self._secret.setVisible(finding.is_confidential)
        self.show_it.setVisible(not finding.is_confidential)
        _show(self._agreed, self._say_agreed(dossier, finding))
        opinion = finding.diverging_opinion.strip()
        _show(self._opinion, self._("Diverging opinion: {opinion}", opinion=opinion) if opinion else "")
        _show(self._missing, say_missing(self._, finding))
        self.open.setAccessibleName(" ".join((name, finding.number, *self.texts)))
        self.show_it.setAccessibleName(self._("Show {finding}", finding=title))
        self.show_it.setToolTip(self._("Show it to everybody"))

    def _say_agreed(self, dossier: Dossier, finding: Finding) -> str:
        """What was agreed, an action to a line; a proposal without any says so."""
        actions = dossier.actions_of(finding)
        lines = [": ".join(filter(None, (action.text.strip(), say_owner(self._, action)))) for action in actions]
        if not lines and takes_action(finding):
            return self._("Nobody has taken it on yet.")
        return "\n".join(filter(None, lines))


def _show(line: QLabel, text: str) -> None:
    line.setText(text)
    line.setVisible(bool(text))
