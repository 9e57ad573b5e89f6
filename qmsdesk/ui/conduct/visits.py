"""Visits: short ways from the question to the quick line or the notes that wait, and back to where one was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from qmsdesk.ui.conduct.columns import Columns
from qmsdesk.ui.conduct.middle import Middle
from qmsdesk.ui.conduct.questions import QuestionsView
from qmsdesk.ui.conduct.quick import QuickNote
from qmsdesk.ui.conduct.side import SidePanel


class Visits:
    """Whoever was nowhere before comes to the open question."""

    def __init__(
        self, quick: QuickNote, side: SidePanel, middle: Middle, columns: Columns, questions: QuestionsView
    ) -> None:
        self._quick = quick
        self._side = side
        self._middle = middle
        self._columns = columns
        self._questions = questions
        self._came_from: QWidget | None = None

    def start_quick_note(self) -> None:
        """Write on the quick line, from wherever one is; Esc goes back there."""
        self._remember_place()
        self._quick.start()

    def start_sorting(self) -> None:
        """Come to the notes that wait to be sorted; Esc goes back to where one was."""
        self._remember_place()
        if self._columns.width_mode != "wide" and self._side.counts[1]:
            self._middle.turn_to(self._side)
        self._side.tray.start()

    def leave(self) -> None:
        """Back to where one was."""
        back = self._came_from
        if self._middle.currentWidget() is self._side:
            self._middle.turn_to_questions()
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._questions.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember_place(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._columns.isAncestorOf(focus) and not self._side.tray.isAncestorOf(focus):
            self._came_from = focus
