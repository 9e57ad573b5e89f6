"""What was not examined, and why: what hindered the work, and the questions that got no assessment."""

from collections.abc import Iterator

from qmsdesk.domain.answers import VERDICT_NAMES, Verdict
from qmsdesk.domain.condition_texts import say_unmet
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.ready_texts import ReadyPlace, ready_text
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.tables import Cell, Column, Row, Table

UNASSESSED = (Verdict.NOT_ASKED, Verdict.PARKED, Verdict.NOT_APPLICABLE)


def not_examined(dossier: Dossier, _: Words) -> list[Block]:
    """Obstacles, and each question without an assessment; nothing for a day that is ahead and leaves nothing out."""
    rows = list(_rows(dossier, _))
    if dossier.audit.is_ahead and not rows and not dossier.obstacles:
        return []
    return [*_obstacles(dossier, _), *_questions(dossier, rows, _)]


def _obstacles(dossier: Dossier, _: Words) -> list[Block]:
    told = [obstacle.text.strip() for obstacle in dossier.obstacles if obstacle.text.strip()]
    if told:
        return [Heading(_("Obstacles"), 3), Bullets(told)]
    return [] if dossier.audit.is_ahead else [Paragraph(_("Nothing hindered the work."))]


def _questions(dossier: Dossier, rows: list[Row], _: Words) -> list[Block]:
    if not rows:
        return [Paragraph(_("Every question was assessed."))] if dossier.asked_questions else []
    said = _.plural(
        "{left} of {count} question was not assessed.",
        "{left} of {count} questions were not assessed.",
        len(dossier.questions),
        left=len(rows),
    )
    columns = [Column(_("No."), 0.9), Column(_("Question"), 5.6), Column(_("What"), 2.4), Column(_("Why"), 3.6)]
    return [
        Heading(_("Questions without an assessment"), 3),
        Paragraph(f"{said} {ready_text(dossier, ReadyPlace.NOT_ASKED, _)}", keeps_next=True),
        Table(columns, rows),
    ]


def _rows(dossier: Dossier, _: Words) -> Iterator[Row]:
    left_out = {item.question_id: item.reason.strip() for item in dossier.audit_questions if item.is_left_out}
    unmet = say_unmet(dossier, _)
    for question in dossier.questions:
        answer = dossier.standing.get(question.id)
        if question.id in left_out:
            what, reason = Cell(_("Left out beforehand"), "dash", design.MUTED), left_out[question.id]
        elif question.id in unmet:
            if dossier.audit.is_ahead:
                continue
            what, reason = Cell(_("Not applicable by condition"), "dash", design.MUTED), unmet[question.id]
        elif answer is None or answer.verdict is None:
            if dossier.audit.is_ahead:
                continue
            what, reason = Cell(_("Not asked"), "ring", design.MUTED), ""
        elif answer.verdict in UNASSESSED:
            sign = "dash" if answer.verdict is Verdict.NOT_APPLICABLE else "ring"
            what, reason = Cell(_(VERDICT_NAMES[answer.verdict]), sign, design.MUTED), answer.reason.strip()
        else:
            continue
        number = Cell(dossier.numbers[question.id], is_strong=True)
        yield [number, _.pick(question, "text"), what, reason or _("no reason given")]
