"""Another type for a finding: asks why, and shows how it came to the type it has."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES, Finding, FindingType
from qmsdesk.domain.regradings import Regrading, regrading_of, regradings_of
from qmsdesk.i18n import Words
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton, TallLine
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column


class RegradeLine(QWidget):
    """Hidden until somebody `ask`s; `ended` follows, whether the type was changed or not."""

    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._finding: Finding | None = None
        self._becomes = FindingType.OBSERVATION
        self._step = label("", "strong", wrap=True)
        self.editor = TallLine(desk.theme)
        self.editor.setPlaceholderText(self._("Why? A few words are enough"))
        self.editor.setAccessibleName(self._("Reason for the new type"))
        self.accept = TallButton(desk.theme, self._("Change type"), "primary")
        self.cancel = TallButton(desk.theme, self._("Keep as it is"), "quiet")
        layout = column(desk.theme, self, gap=6)
        layout.addWidget(self._step)
        layout.addWidget(self.editor)
        buttons = FlowLayout(desk.theme, gap=8)
        buttons.addWidget(self.accept)
        buttons.addWidget(self.cancel)
        layout.addLayout(buttons)
        self.editor.textChanged.connect(lambda text: self.accept.setEnabled(bool(text.strip())))
        self.editor.returnPressed.connect(self._accept)
        self.accept.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.leave)
        self.hide()

    def ask(self, finding: Finding, becomes: FindingType) -> None:
        """Ask why a finding is to get another type."""
        self._finding, self._becomes = finding, becomes
        self._step.setText(say_step(self._, finding.type, becomes))
        self.editor.clear()
        self.accept.setEnabled(False)
        self.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Leave the type as it is."""
        if self._finding is not None:
            self._finding = None
            self.hide()
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        reason = self.editor.text().strip()
        if self._finding is None or not reason:
            return
        session = self._desk.session
        session.write(regrading_of(self._finding, self._becomes, reason, self._desk.now(), session.owner.id))
        self.leave()


def say_step(_: Words, was: FindingType, becomes: FindingType) -> str:
    return f"{_(TYPE_NAMES[was])} → {_(TYPE_NAMES[becomes])}"


def say_regradings(_: Words, dossier: Dossier, finding: Finding) -> str:
    """How a finding came to its type, a line for each change."""
    return "\n".join(_say(_, dossier, each) for each in regradings_of(finding, dossier.regradings))


def _say(_: Words, dossier: Dossier, regrading: Regrading) -> str:
    person = dossier.person(regrading.author_id)
    said = [say_step(_, regrading.was, regrading.becomes), regrading.reason, person.name if person else ""]
    return " · ".join(part for part in said if part)
