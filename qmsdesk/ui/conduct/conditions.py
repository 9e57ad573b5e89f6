"""What is said where the condition of a question decides: at the open question, and in the rows of the list."""

from PySide6.QtWidgets import QWidget

from qmsdesk.domain.checklists import Question
from qmsdesk.i18n import Words
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column


def say_unmet(day: Day, question: Question, _: Words) -> str:
    """Why a question is not asked as the answers stand; empty where it is."""
    if question.id not in day.dossier.unmet:
        return ""
    if question.id in day.answers:
        return _("Condition no longer met. Only if: {condition}", condition=day.conditions[question.id])
    return _("Not asked. Only if: {condition}", condition=day.conditions[question.id])


class ConditionLine(QWidget):
    """A quiet line where the condition is met or is a note for people, a plain one where it is not met."""

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__()
        self._ = desk.words
        self._day = day
        self._met, self._unmet = label("", "small", wrap=True), Banner(desk.theme, tone="info")
        layout = column(desk.theme, self, gap=0)
        layout.addWidget(self._met)
        layout.addWidget(self._unmet)

    @property
    def text(self) -> str:
        return self._met.text() if self._met.isVisibleTo(self) else self._unmet.text()

    def show_question(self, question: Question) -> None:
        condition, unmet = self._day.conditions.get(question.id, ""), say_unmet(self._day, question, self._)
        self._met.setText(self._("Only if: {condition}", condition=condition) if condition and not unmet else "")
        self._met.setVisible(bool(condition) and not unmet)
        self._unmet.hide()
        if unmet:
            self._unmet.show_message(unmet)
        self.setVisible(bool(condition))
