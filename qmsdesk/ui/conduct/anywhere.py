"""A quick note from anywhere: the line comes up at the foot of whatever is shown, and one is back where one was."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from qmsdesk.domain.audits import Audit, refuse_if_locked
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.notes import Note
from qmsdesk.store.rows import get
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.quick import QuickNote, QuickText, take_line
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.layouts import column

SHOWN_MS = 4000
"""So long one can read what became of a line."""


class QuickStrip(QWidget):
    """Put it at the foot of a page, where it is hidden until `start`. `audit_id` says whose notes are taken."""

    def __init__(self, desk: Desk, audit_id: Callable[[], str | None]) -> None:
        super().__init__()
        self._desk = desk
        self._audit_id = audit_id
        self._came_from: QWidget | None = None
        self.line: QuickNote | None = None
        self._layout = column(desk.theme, self, gap=0)
        self._ending = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._ending.timeout.connect(self.end)
        self.hide()

    def start(self) -> None:
        """Write on the line, unless there is no day to write of."""
        audit_id = self._audit_id()
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._came_from = focus
        if audit_id is not None and self._may_write(audit_id):
            self._ending.stop()
            if self.line is None:
                self._build(audit_id)
            self.show()
            assert self.line is not None
            self.line.start()

    def _may_write(self, audit_id: str) -> bool:
        audit = get(self._desk.session.db, Audit, audit_id)
        try:
            if audit is not None:
                refuse_if_locked(audit)
        except Refusal as refusal:
            self._desk.messages.refuse(refusal)
            return False
        return audit is not None

    def _build(self, audit_id: str) -> None:
        day = Day(self._desk, audit_id, self)
        self.line = QuickNote(self._desk, day)
        self.line.entered.connect(lambda note, read: self._take(day, note, read))
        self.line.left.connect(self._leave)
        day.setParent(self.line)
        self._layout.addWidget(self.line)

    def _take(self, day: Day, note: Note, read: QuickText) -> None:
        assert self.line is not None
        self.line.say(take_line(self._desk.words, day, note, read))
        self._go_back()
        self._ending.start()

    def _leave(self) -> None:
        self._go_back()
        self.end()

    def _go_back(self) -> None:
        back = self._came_from
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.line is not None:
            self.line.editor.clearFocus()

    def end(self) -> None:
        """A line on which nothing is being written need not stay."""
        if self.line is not None and not self.line.is_typed and not self.line.editor.hasFocus():
            line, self.line = self.line, None
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
            self.hide()
