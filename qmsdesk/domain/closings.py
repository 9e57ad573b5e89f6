"""The closing of a day: in which order what was found is shown, what is still open, and where the audit goes next."""

from collections.abc import Iterable
from typing import NamedTuple

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingType, missing_parts
from qmsdesk.domain.notes import Note
from qmsdesk.domain.progress import unsorted_notes

Group = tuple[FindingType, ...]
GROUPS: tuple[Group, ...] = (
    (FindingType.STRENGTH,),
    (FindingType.IMPROVEMENT,),
    (FindingType.OBSERVATION,),
    (FindingType.NONCONFORMITY_MAJOR, FindingType.NONCONFORMITY_MINOR),
)
_ORDER = [type_ for group in GROUPS for type_ in group]
_BEFORE_REPORT = frozenset({AuditState.PLANNED, AuditState.PREPARING, AuditState.IN_PROGRESS, AuditState.CONFERRING})


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as they are told to the unit: strengths first, nonconformities last."""
    return sorted(findings, key=lambda finding: _ORDER.index(finding.type))


def presented(dossier: Dossier) -> list[Finding]:
    """What is shown to everybody: never what is to be assessed for secrecy first."""
    return in_order(finding for finding in dossier.findings if not finding.is_confidential)


def by_group(findings: Iterable[Finding]) -> list[tuple[Group, list[Finding]]]:
    """The groups in the order they are told, each with its findings; a group without any is left out."""
    held = list(findings)
    grouped = [(group, in_order(finding for finding in held if finding.type in group)) for group in GROUPS]
    return [(group, found) for group, found in grouped if found]


def takes_action(finding: Finding) -> bool:
    """Whether somebody is to do something about it, which can be agreed in the room."""
    return finding.type is FindingType.IMPROVEMENT or finding.type.is_nonconformity


class OpenPoints(NamedTuple):
    """What is still open when a day ends."""

    incomplete: list[Finding]
    ownerless: list[Finding]
    unanswered: list[Question]
    unsorted: list[Note]


def open_points(dossier: Dossier) -> OpenPoints:
    """`ownerless` are proposals that nobody has taken on."""
    proposals = [finding for finding in dossier.findings if finding.type is FindingType.IMPROVEMENT]
    answers = dossier.standing
    return OpenPoints(
        incomplete=in_order(finding for finding in dossier.findings if missing_parts(finding)),
        ownerless=[f for f in proposals if not any(action.owner.strip() for action in dossier.actions_of(f))],
        unanswered=[q for q in dossier.asked_questions if q.id not in answers or not answers[q.id].is_settled],
        unsorted=unsorted_notes(dossier),
    )


def state_after_day(audit: Audit) -> AuditState:
    """Where an audit stands when its day has ended: at its report, unless it has come further."""
    return AuditState.DRAFT_REPORT if audit.state in _BEFORE_REPORT else audit.state
