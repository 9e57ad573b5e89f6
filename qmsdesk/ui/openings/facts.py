"""What stands under a card of the script: this audit's own people, purpose, plan and times."""

from collections.abc import Iterator

from qmsdesk.domain.audits import TEAM_ROLE_NAMES, AuditKind
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.plan import PlanSlot
from qmsdesk.i18n import Words

Fact = tuple[str, str]


def facts_of(dossier: Dossier, card: str, _: Words) -> list[Fact]:
    """Pairs of a heading, which may be empty, and a text; none where the audit says nothing of the matter."""
    found = {
        "who": [("", "\n".join(team_lines(dossier, _)))],
        "purpose": _purpose(dossier, _),
        "day": [("", "\n".join(_plan(dossier)))],
        "feedback": [("", _closing(dossier, _))],
    }.get(card, [])
    return [(heading, text.strip()) for heading, text in found if text.strip()]


def team_lines(dossier: Dossier, _: Words) -> Iterator[str]:
    """The auditors, each with the role in the team."""
    for member in dossier.team:
        person = dossier.person(member.person_id)
        if person:
            yield f"{person.name}, {_(TEAM_ROLE_NAMES[member.role]).lower()}"


def _purpose(dossier: Dossier, _: Words) -> list[Fact]:
    audit = dossier.audit
    held = [(_("Objective"), audit.objective), (_("Scope"), audit.scope)]
    return [*held, (_("Criteria"), audit.criteria)] if audit.kind is AuditKind.INTERNAL_AUDIT else held


def _plan(dossier: Dossier) -> Iterator[str]:
    for slot in dossier.plan:
        yield "  ".join(part for part in (_times(slot), slot.what) if part)


def _closing(dossier: Dossier, _: Words) -> str:
    last = dossier.plan[-1] if dossier.plan else None
    return _("Today at {time}: {what}", time=f"{last.starts_at:%H:%M}", what=last.what) if last and last.what else ""


def _times(slot: PlanSlot) -> str:
    return "–".join(f"{time:%H:%M}" for time in (slot.starts_at, slot.ends_at) if time)
