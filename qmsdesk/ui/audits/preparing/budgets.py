"""Whether the day is long enough for its questions, said plainly."""

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import Words
from qmsdesk.ui.dates import minutes_between, say_minutes
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import subheading
from qmsdesk.ui.theme.progress import ProgressLine
from qmsdesk.ui.theme.tokens import SPACE


class BudgetCard(Card):
    """The minutes of the questions against the time between start and end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._ = desk.words
        self.line = ProgressLine(desk.theme)
        self.banner = Banner(desk.theme)
        self.body.addWidget(subheading(self._("Time")))
        self.body.addWidget(self.line)
        self.body.addWidget(self.banner)

    def show_dossier(self, dossier: Dossier) -> None:
        asked, needed = len(dossier.asked_questions), sum(question.minutes for question in dossier.asked_questions)
        there = minutes_between(dossier.audit.starts_at, dossier.audit.ends_at)
        text, tone = say_budget(self._, asked, needed, there)
        self.line.set_progress(min(needed, there), there, text)
        self.banner.show_message(text, tone)


def say_budget(_: Words, asked: int, needed: int, there: int) -> tuple[str, str]:
    """The sentence and its tone."""
    time = say_minutes(_, needed)
    questions = _.plural("{count} question takes about {time}", "{count} questions take about {time}", asked, time=time)
    if not there:
        return _("{questions}. Say when the day starts and when it ends.", questions=questions), "warning"
    day = say_minutes(_, there)
    if needed > there:
        over = say_minutes(_, needed - there)
        return _(
            "This does not fit: {questions}, the day has {day}. Leave out questions for {over}.",
            questions=questions,
            day=day,
            over=over,
        ), "warning"
    return _("{questions}; the day has {day}.", questions=questions, day=day), "success"
