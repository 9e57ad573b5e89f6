"""The opening of a day: what is said, who was there by role, and when the day began."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qmsdesk.domain.audits import Audit, AuditKind, AuditState, refuse_if_locked
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.records import edit_of
from qmsdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class OpeningCheck:
    """A card of the opening script, named by its key, that has been gone through."""

    id: str
    audit_id: str
    card: str
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """So many people of one role took part; never a name."""

    id: str
    audit_id: str
    role: str = ""
    people: int = 1


def opening_check_id(audit_id: str, card: str) -> str:
    return derived_id("opening check", audit_id, card)


class ScriptCard(NamedTuple):
    """One matter of the opening; `title` and `text`, which is said aloud, are catalogue texts."""

    key: str
    title: str
    text: str


_WHO, _DAY, _NOTES = N_("Who we are"), N_("How the day goes"), N_("What happens to our notes")
_ROLES, _FACTS, _ANSWER = N_("Roles, not names"), N_("You may correct us"), N_("When you hear from us")
_IMPROVEMENT_DAY = (
    ScriptCard(
        "who",
        _WHO,
        N_(
            "We are colleagues from other units, and we come because we are curious about how you work. Tell us who you"
            " are too: what do you do here, and what are you proud of?"
        ),
    ),
    ScriptCard(
        "purpose",
        N_("Why we are here"),
        N_(
            "Today is about what works well and what could be better. Nobody is graded. We hope to agree with you on"
            " one to three improvements that you benefit from yourselves."
        ),
    ),
    ScriptCard(
        "day",
        _DAY,
        N_(
            "We talk, walk round and look at a few examples together. There are no right answers, and “I do not know”"
            " is one of them. Say so if a time does not suit you."
        ),
    ),
    ScriptCard(
        "notes",
        _NOTES,
        N_(
            "We write while we listen. The notes are our working material; what we agree on stands in a report, and the"
            " report is public. Tell us if there is something we should not write down."
        ),
    ),
    ScriptCard(
        "roles",
        _ROLES,
        N_(
            "We write what role somebody has, never who said what. We look at ways of working, not at persons. So"
            " please speak of the people you are there for without their names."
        ),
    ),
    ScriptCard(
        "facts",
        _FACTS,
        N_(
            "Stop us when we have misunderstood something. Before we go you see what we have written, and you read the"
            " report before it is final. Facts that are wrong are put right."
        ),
    ),
    ScriptCard(
        "feedback",
        _ANSWER,
        N_(
            "You hear today what we have seen, and what works well comes first. The report is there when we leave, and"
            " every proposal gets an answer: yes, later or no, with a reason."
        ),
    ),
)
_INTERNAL_AUDIT = (
    ScriptCard(
        "who",
        _WHO,
        N_(
            "We are internal auditors from other parts of the organisation and have no part in the work we look at."
            " Please say briefly what role each of you has."
        ),
    ),
    ScriptCard(
        "purpose",
        N_("Objective, scope and criteria"),
        N_(
            "We assess whether the management system meets the requirements and is used in daily work. We audit the"
            " system, not persons. This is what we have been asked to look at."
        ),
    ),
    ScriptCard(
        "day",
        _DAY,
        N_(
            "We interview, look at documents and records, and walk round. It is a sample: there may be shortcomings"
            " also where we note nothing. Does the plan still suit you, and who is our guide?"
        ),
    ),
    ScriptCard(
        "grades",
        N_("How findings are graded"),
        N_(
            "A nonconformity always names the requirement and the evidence, and is major or minor. We also note"
            " observations, improvement proposals and strengths. You hear the grade, and our reason, today."
        ),
    ),
    ScriptCard(
        "notes",
        _NOTES,
        N_(
            "Our notes are working material. The findings stand in the report, which is public. Tell us beforehand if"
            " something we are shown is confidential."
        ),
    ),
    ScriptCard(
        "roles",
        _ROLES,
        N_(
            "We write what role somebody has, never a name. Please speak of residents, pupils, patients and colleagues"
            " without names; we do not open individual cases."
        ),
    ),
    ScriptCard(
        "facts",
        _FACTS,
        N_(
            "We confirm each fact with you on the spot. You check the facts in the report before it is final, and an"
            " opinion that differs from ours is written down."
        ),
    ),
    ScriptCard(
        "feedback",
        _ANSWER,
        N_(
            "At the closing meeting you hear every finding; nothing new comes in the report. The draft is there the"
            " same day, and causes and actions are yours to decide."
        ),
    ),
)
USUAL_ROLES: Sequence[str] = (
    N_("Manager"),
    N_("Employees"),
    N_("Safety representative"),
    N_("Guide"),
    N_("Quality officer"),
)


def script_of(kind: AuditKind) -> tuple[ScriptCard, ...]:
    """What is said at the opening, in order: friendlier on an improvement day, with the grades at an audit."""
    return _IMPROVEMENT_DAY if kind is AuditKind.IMPROVEMENT_DAY else _INTERNAL_AUDIT


def cards_done(checks: Iterable[OpeningCheck]) -> frozenset[str]:
    """The keys of the cards that have been gone through."""
    return frozenset(check.card for check in checks if check.is_done)


def people_present(participants: Iterable[Participant]) -> int:
    return sum(participant.people for participant in participants)


def begin_day(audit: Audit, at: dt.datetime) -> list[Edit]:
    """The edits that start the clock of a day, and bring an audit that is ahead into progress."""
    refuse_if_locked(audit)
    started = [edit_of(audit, "opened_at", at)]
    return [*started, edit_of(audit, "state", AuditState.IN_PROGRESS)] if audit.is_ahead else started
