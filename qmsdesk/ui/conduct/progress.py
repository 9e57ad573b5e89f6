"""How far the day has come, in the list of sections, the filters and the plan."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.progress import QuestionFilter, count_by_filter, progress, progress_by_section
from qmsdesk.ui.conduct.columns import Columns
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.finder import Finder
from qmsdesk.ui.conduct.plan import PlanCard
from qmsdesk.ui.conduct.questions import QuestionsView
from qmsdesk.ui.conduct.sections import say_progress
from qmsdesk.ui.desk import Desk

MINUTE_MS = 60_000
LOW = 620


class Progress(QObject):
    """Shown when it is told to; the plan each minute as well."""

    def __init__(
        self,
        desk: Desk,
        day: Day,
        page: QWidget,
        columns: Columns,
        finder: Finder,
        plan: PlanCard,
        questions: QuestionsView,
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._day = day
        self._columns = columns
        self._finder = finder
        self._plan = plan
        self._questions = questions
        clock = QTimer(self, interval=MINUTE_MS)
        clock.timeout.connect(self.show_plan)
        clock.start()

    def show_all(self) -> None:
        self.show_sections()
        self._finder.show_counts(count_by_filter(self._day.dossier, self._day.answers))
        self.show_plan()

    def show_sections(self) -> None:
        dossier, answers = self._day.dossier, self._day.answers
        held = progress_by_section(dossier, answers)
        sections = [(section, held[section.id]) for section in dossier.sections if section.id in held]
        self._columns.sections.show_sections(sections)
        self._columns.sections.set_current(self._questions.section_id)
        parked = count_by_filter(dossier, answers)[QuestionFilter.PARKED]
        total = progress(dossier.asked_questions, answers)
        self._columns.total.setText(say_progress(self._desk.words, total, parked))
        self._columns.section_menu.show_sections(sections, self._questions.section_id)

    def show_plan(self) -> None:
        page, dossier = self.parent(), self._day.dossier
        assert isinstance(page, QWidget)  # held by nothing else: a page that is gone is let go of
        held = progress(dossier.asked_questions, self._day.answers)
        is_low = page.height() < self._desk.theme.px(LOW)
        now = self._desk.now() if dossier.audit.date == self._desk.today else None
        self._plan.show_plan(dossier.plan, now, held.total - held.done, is_low)
