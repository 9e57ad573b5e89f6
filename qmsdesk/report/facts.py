"""What a reader must know of the audit itself: purpose, scope, criteria, team, times; its plan and its documents."""

import datetime as dt
from collections.abc import Iterator

from qmsdesk.domain.audits import TEAM_ROLE_NAMES, Audit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.ready_texts import ReadyPlace, ready_text
from qmsdesk.domain.times import SIDE_NAMES, TimePhase
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.grids import Grid
from qmsdesk.report.pages import Block
from qmsdesk.report.tables import Column, Table


def audit_facts(dossier: Dossier, _: Words) -> list[Block]:
    """What ISO 19011:2018 6.5.1 wants told of an audit."""
    return [Grid([(name, text) for name, text in _fact_pairs(dossier, _) if text.strip()])]


def documents_reviewed(dossier: Dossier, _: Words) -> list[Block]:
    """The documents that were read, with what the reading gave."""
    columns = [Column(_("Document"), 4), Column(_("Number, date or address"), 3), Column(_("Remark"), 4)]
    rows = [[each.title.strip() or "–", each.reference.strip(), each.remark.strip()] for each in dossier.documents]
    return [Table(columns, rows)] if rows else []


def plan_table(dossier: Dossier, _: Words, style: Style = design.CELL) -> Table:
    """The plan of the day, a row for each line of it."""
    columns = [
        Column(_("Time"), 2),
        Column(_("What"), 5),
        Column(_("Who"), 4),
        Column(_("Where"), 3),
    ]
    rows = [[clock(slot.starts_at, slot.ends_at), slot.what, slot.who, slot.place] for slot in dossier.plan]
    return Table(columns, rows, style=style)


def _fact_pairs(dossier: Dossier, _: Words) -> list[tuple[str, str]]:
    audit, checklist = dossier.audit, _.pick(dossier.checklist, "title")
    when = ", ".join(part for part in (_.date(audit.date), clock(audit.starts_at, audit.ends_at)) if part)
    used = _("{checklist}, edition {edition}", checklist=checklist, edition=dossier.checklist.edition)
    return [
        (_("Objective"), audit.objective),
        (_("Scope"), audit.scope),
        (_("Criteria"), audit.criteria or _certificates(dossier)),
        (_("When"), "\n".join(part for part in (when, _held(audit, _)) if part)),
        (_("Audit team"), "\n".join(_team(dossier, _))),
        (_("Participants"), "\n".join(_participants(dossier, _))),
        (_("Method"), "" if audit.is_ahead else ready_text(dossier, ReadyPlace.METHOD, _)),
        (_("Checklist"), used),
        (_("Sampling"), "" if audit.is_ahead else ready_text(dossier, ReadyPlace.SAMPLING, _)),
        (_("Time spent"), "\n".join(_time_spent(dossier, _))),
    ]


def _certificates(dossier: Dossier) -> str:
    return ", ".join(f"{certificate.standard} {certificate.edition}".strip() for certificate in dossier.certificates)


def clock(start: dt.time | None, end: dt.time | None) -> str:
    """Two times of a day, `08:30–15:30`, or the one that is known."""
    return "–".join(f"{time:%H:%M}" for time in (start, end) if time)


def _team(dossier: Dossier, _: Words) -> Iterator[str]:
    for member in dossier.team:
        person = dossier.person(member.person_id)
        if person:
            yield f"{person.name}, {_(TEAM_ROLE_NAMES[member.role]).lower()}"


def _held(audit: Audit, _: Words) -> str:
    """How long the meeting with the unit really was."""
    if audit.opened_at and audit.closed_at:
        opened, closed = _.time(audit.opened_at), _.time(audit.closed_at)
        return _("Opened {opened}, closed {closed}", opened=opened, closed=closed)
    return ""


def _participants(dossier: Dossier, _: Words) -> Iterator[str]:
    """Who took part, by role and number; the register holds no names of them."""
    for participant in dossier.participants:
        if participant.people > 0:
            role = participant.role.strip() or _("without a role")
            yield f"{role}: {participant.people}"


def _time_spent(dossier: Dossier, _: Words) -> Iterator[str]:
    """Hours of each side, by phase where there is more than one; to a tenth, and what rounds to nothing is not told."""
    phases = {TimePhase.BEFORE: _("before"), TimePhase.DAY: _("the day"), TimePhase.AFTER: _("after")}
    for side, name in SIDE_NAMES.items():
        spent = {each.phase: round(each.share.total / 60, 1) for each in dossier.times if each.side is side}
        parts = [f"{phases[phase]} {_.number(hours)}" for phase, hours in spent.items() if hours]
        if parts:
            said = _("{who} {hours} h", who=_(name), hours=_.number(round(sum(spent.values()), 1)))
            yield f"{said} ({', '.join(parts)})" if len(parts) > 1 else said
