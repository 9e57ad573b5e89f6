"""What stands in the middle: the questions, a finding that is being written, or the findings of the day."""

from functools import cached_property

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.questions import QuestionsView
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.form import FindingForm

REST_MS = 1_000
"""After so long at one question the page has come to rest, and the form of a finding is made before it is asked for."""


class Middle(QStackedWidget):
    """`turned` carries what was brought to the front; `left` says that the person is back at the questions."""

    turned = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, day: Day, questions: QuestionsView) -> None:
        super().__init__()
        self._desk = desk
        self._day = day
        self._questions = questions
        self.addWidget(questions)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._make_form)

    @cached_property
    def form(self) -> FindingForm:
        """Made when the page is at rest, or when a finding is first opened."""
        form = FindingForm(self._desk)
        self.addWidget(form)
        form.closed.connect(self.close_form)
        return form

    def _make_form(self) -> None:
        """Where nobody waits: not while the next page is being built."""
        if self.isVisible():
            assert self.form

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    @property
    def is_at_questions(self) -> bool:
        return self.currentWidget() is self._questions

    @property
    def is_at_form(self) -> bool:
        return self._has_form and self.currentWidget() is self.form

    @property
    def _has_form(self) -> bool:
        return "form" in self.__dict__

    def turn_to(self, page: QWidget) -> None:
        self._rest.start()
        self.setCurrentWidget(page)
        self.turned.emit(page)

    def turn_to_questions(self) -> None:
        self.turn_to(self._questions)

    def open_finding(self, finding_id: str) -> None:
        """Open a finding to be written."""
        finding = next((each for each in self._day.dossier.findings if each.id == finding_id), None)
        if finding is not None:
            self.form.show_finding(self._day.dossier, finding)
            self.turn_to(self.form)
            self.form.start()

    def measure(self) -> None:
        """As the width and the size of the text have it."""
        self._questions.measure()
        if self._has_form:
            self.form.measure()

    def close_form(self) -> None:
        if self._has_form:
            self.form.seal()
        self.turn_to_questions()
        self.left.emit()

    def refresh(self, made_id: str) -> bool:
        """A finding that was just made opens; one that is gone closes; the open one stays up to date.

        Says whether the one that was made is there.
        """
        findings = {finding.id: finding for finding in self._day.dossier.findings}
        if made_id in findings:
            self.open_finding(made_id)
            return True
        if self.is_at_form and self.form.finding is not None:
            if self.form.finding.id in findings:
                self.form.show_finding(self._day.dossier, findings[self.form.finding.id])
            else:
                self.close_form()
        return False
