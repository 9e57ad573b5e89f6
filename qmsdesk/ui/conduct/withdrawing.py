"""Withdrawing a note at the speaker's request: asked once, in a calm line under the note, and the trace that stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.findings import Finding
from qmsdesk.domain.notes import Note
from qmsdesk.i18n import Words
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column


class WithdrawLine(QWidget):
    """`confirmed` says that the text is to be erased; `left` that the note is kept."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, findings: list[Finding]) -> None:
        super().__init__()
        self._text = label(say_withdrawal(desk.words, findings), "small", wrap=True)
        self.keep = TallButton(desk.theme, desk.words("Keep the note"), "secondary")
        self.withdraw = TallButton(desk.theme, desk.words("Withdraw"), "danger")
        self.withdraw.setAccessibleDescription(self._text.text())
        layout = column(desk.theme, self, gap=6)
        layout.addWidget(self._text)
        buttons = QWidget()
        flow = FlowLayout(desk.theme, buttons, gap=8)
        for button in (self.keep, self.withdraw):
            flow.addWidget(button)
        layout.addWidget(buttons)
        self.withdraw.clicked.connect(self.confirmed)
        self.keep.clicked.connect(self.left)

    @property
    def text(self) -> str:
        return self._text.text()

    def start(self) -> None:
        """Nothing is withdrawn by an Enter too many."""
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)


def say_withdrawal(_: Words, findings: list[Finding]) -> str:
    said = _("The text is erased for good. Backups made earlier keep it.")
    if findings:
        numbers = ", ".join(finding.number for finding in findings)
        said += " " + _("Findings made from it stay as they are: {numbers}.", numbers=numbers)
    return said


def say_trace(_: Words, day: Day, note: Note) -> str:
    """That there was a note, and nothing of what it said."""
    author = day.dossier.person(note.author_id)
    said = _("A note was withdrawn at {time}", time=_.time(day.withdrawn_at(note)))
    return " · ".join(part for part in (said, author.initials if author else "") if part)
