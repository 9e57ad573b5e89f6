"""What a reader must know of the audit itself: purpose, scope, criteria, team, times, obstacles."""

import datetime as dt
from collections.abc import Iterator

from qmsdesk.domain.audits import TEAM_ROLE_NAMES
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.times import TimeSide
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.grids import Grid
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Heading
from qmsdesk.report.tables import Column, Table


def audit_facts(dossier: Dossier, _: Words) -> list[Block]:
    """What ISO 19011:2018 6.5.1 wants told of an audit, and the plan of its day."""
    blocks: list[Block] = [Grid([(name, text) for name, text in _fact_pairs(dossier, _) if text.strip()])]
    if dossier.plan:
        blocks += [Heading(_("Day plan"), 3), plan_table(dossier, _)]
    return blocks


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
    unhindered = "" if audit.is_ahead else _("Nothing hindered the work.")
    return [
        (_("Objective"), audit.objective),
        (_("Scope"), audit.scope),
        (_("Criteria"), audit.criteria or _certificates(dossier)),
        (_("When"), when),
        (_("Audit team"), "\n".join(_team(dossier, _))),
        (_("Method"), _("Conversations, walk-round and documents, led by the checklist {used}.", used=used)),
        (
            _("Sampling"),
            _("The assessment rests on samples. There may be shortcomings also where nothing is noted."),
        ),
        (_("Time spent"), _time_spent(dossier, _)),
        (_("Obstacles"), "\n".join(item.text for item in dossier.obstacles) or unhindered),
        (_("Left out"), _left_out(dossier, _)),
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


def _time_spent(dossier: Dossier, _: Words) -> str:
    minutes = {side: sum(e.minutes * e.people for e in dossier.time_entries if e.side is side) for side in TimeSide}
    if not any(minutes.values()):
        return ""
    auditors, unit = (
        _.number(round(minutes[TimeSide.AUDITORS] / 60, 1)),
        _.number(round(minutes[TimeSide.UNIT] / 60, 1)),
    )
    return _("Auditors {auditors} hours, the unit {unit} hours", auditors=auditors, unit=unit)


def _left_out(dossier: Dossier, _: Words) -> str:
    left_out = [item for item in dossier.audit_questions if item.is_left_out]
    if not left_out:
        return ""
    said = _.plural(
        "{count} question was left out beforehand.", "{count} questions were left out beforehand.", len(left_out)
    )
    reasons = sorted({item.reason.strip() for item in left_out if item.reason.strip()})
    return "\n".join([said, *reasons])
