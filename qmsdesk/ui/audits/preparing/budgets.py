"""Whether the day is long enough for its questions, said plainly."""

from qmsdesk.domain.budgets import Budget, budget_of
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.plan import PlanSlot, is_for_questions
from qmsdesk.i18n import Words
from qmsdesk.ui.dates import say_minutes
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import small, subheading
from qmsdesk.ui.theme.progress import ProgressLine
from qmsdesk.ui.theme.tokens import SPACE

MOST_TIMES = 6


class BudgetCard(Card):
    """The minutes of the questions against the conversations of the plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._ = desk.words
        self.line = ProgressLine(desk.theme)
        self.banner = Banner(desk.theme)
        self.counted = small("")
        self.body.addWidget(subheading(self._("Time")))
        self.body.addWidget(self.line)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.counted)

    def show_dossier(self, dossier: Dossier) -> None:
        budget = budget_of(dossier)
        text, tone = say_budget(self._, budget)
        self.line.set_progress(min(budget.needed, budget.there), budget.there, text)
        self.banner.show_message(text, tone)
        talks = [_times(slot) for slot in dossier.plan if is_for_questions(slot)]
        told = [say_more(self._, budget), self._say_counted(talks) if talks else ""]
        self.counted.setText("\n".join(filter(None, told)))
        self.counted.setVisible(any(told))

    def _say_counted(self, talks: list[str]) -> str:
        if len(talks) > MOST_TIMES:
            return self._.plural(
                "{count} line of the plan counts as a conversation.",
                "{count} lines of the plan count as conversations.",
                len(talks),
            )
        return self._("Counted as conversations: {times}.", times=", ".join(talks))


def say_budget(_: Words, budget: Budget) -> tuple[str, str]:
    """The sentence and its tone."""
    time = say_minutes(_, budget.needed)
    questions = _.plural(
        "{count} question takes about {time}", "{count} questions take about {time}", budget.questions, time=time
    )
    if not budget.there and budget.is_planned:
        return _("{questions}. The plan has no conversation to ask them in.", questions=questions), "warning"
    if not budget.there:
        return _("{questions}. Say when the day starts and when it ends.", questions=questions), "warning"
    there = say_minutes(_, budget.there)
    if not budget.over:
        said = _("{questions}; the conversations have {time}.", questions=questions, time=there)
        whole = _(
            "{questions}; the day has {day}. Make a plan to see what is left of it.", questions=questions, day=there
        )
        return (said if budget.is_planned else whole), "success"
    return _say_over(_, budget, questions, there), "warning"


def say_more(_: Words, budget: Budget) -> str:
    """What may come besides, where questions depend on answers."""
    if not budget.more:
        return ""
    time = say_minutes(_, budget.more_minutes)
    return _.plural(
        "{count} more question, {time}, comes only if an answer calls for it.",
        "Up to {count} more questions, {time}, come only if answers call for them.",
        budget.more,
        time=time,
    )


def _say_over(_: Words, budget: Budget, questions: str, there: str) -> str:
    over = _.plural("That is {count} minute too many.", "That is {count} minutes too many.", budget.over)
    if budget.is_planned:
        said = _("This does not fit: {questions}, the conversations have {time}.", questions=questions, time=there)
    else:
        said = _("This does not fit: {questions}, the day has {time}.", questions=questions, time=there)
    return f"{said} {over}"


def _times(slot: PlanSlot) -> str:
    return f"{slot.starts_at:%H:%M}–{slot.ends_at:%H:%M}"
