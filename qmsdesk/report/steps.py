"""What happens next, from what the register knows; nothing is promised that nobody has decided."""

import datetime as dt
from collections.abc import Iterator

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.feedback import QUESTIONS, mean_of
from qmsdesk.domain.ready_texts import ReadyPlace, ready_text
from qmsdesk.i18n import Words
from qmsdesk.report.actions import unanswered
from qmsdesk.report.design import NOTE
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.tables import Column, Table


def next_steps(dossier: Dossier, today: dt.date, is_issued: bool, _: Words) -> list[Block]:
    """The dates and gaps that follow from the actions and findings, and the closing words."""
    steps = list(_steps(dossier, today, is_issued, _))
    standing = "\n".join(ready_text(dossier, place, _) for place in (ReadyPlace.CONFIDENTIALITY, ReadyPlace.CLOSING))
    blocks: list[Block] = [Bullets(steps, keeps_next=True)] if steps else []
    return [*blocks, Paragraph(standing, NOTE)]


def feedback_on_day(dossier: Dossier, _: Words) -> list[Block]:
    """What those who were there thought of the day, as means; no single answer and no remark is printed."""
    means = {question: mean_of(dossier.feedback, question) for question in QUESTIONS}
    rows = [
        [_(QUESTIONS[question]), _mean(mean, _), str(_given(dossier, question))]
        for question, mean in means.items()
        if mean is not None
    ]
    if not rows:
        return []
    columns = [
        Column(_("Question"), 6),
        Column(_("Mean, 1 to 5"), 2.4, is_number=True),
        Column(_("Answers"), 2, is_number=True),
    ]
    return [Heading(_("Feedback on the day"), 3), Table(columns, rows)]


def _given(dossier: Dossier, question: str) -> int:
    return sum(getattr(each, question) is not None for each in dossier.feedback)


def _mean(mean: float, _: Words) -> str:
    from babel.numbers import format_decimal  # see `Words.date`

    return format_decimal(mean, "0.0", locale=_.locale)


def _steps(dossier: Dossier, today: dt.date, is_issued: bool, _: Words) -> Iterator[str]:
    nonconformities = [finding for finding in dossier.findings if finding.type.is_nonconformity]
    without = [finding for finding in nonconformities if not dossier.actions_of(finding)]
    if without:
        numbers = ", ".join(finding.number for finding in without)
        yield _("These nonconformities still need an action: {numbers}.", numbers=numbers)
    overdue = sum(action.is_overdue(today) for action in dossier.actions)
    if overdue:
        yield _.plural("{count} action is overdue.", "{count} actions are overdue.", overdue)
    due = sorted(action.due_on for action in dossier.actions if action.is_open and action.due_on)
    if due and due[-1] >= today:
        yield _("The last of the open actions is due on {date}.", date=_.date(due[-1]))
    checks = sorted(a.effect_check_on for a in dossier.actions if a.effect_check_on and a.is_effective is None)
    if checks:
        yield _(
            "The effect of the actions is checked from {date}, by someone else than their owners.",
            date=_.date(checks[0]),
        )
    if unanswered(dossier):
        numbers = ", ".join(finding.number for finding in unanswered(dossier))
        yield _("Every improvement proposal gets an answer. Still waiting: {numbers}.", numbers=numbers)
    if not is_issued:
        yield _("The unit checks the facts before the report becomes final.")
