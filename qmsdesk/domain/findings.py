"""Findings: nonconformities, observations, improvement proposals and strengths, and when each is complete."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.errors import FindingIsIncomplete
from qmsdesk.domain.identity import derived_id
from qmsdesk.i18n import N_


class FindingType(StrEnum):
    NONCONFORMITY_MAJOR = "nonconformity_major"
    NONCONFORMITY_MINOR = "nonconformity_minor"
    OBSERVATION = "observation"
    IMPROVEMENT = "improvement"
    STRENGTH = "strength"

    @property
    def is_nonconformity(self) -> bool:
        return self in (FindingType.NONCONFORMITY_MAJOR, FindingType.NONCONFORMITY_MINOR)


TYPE_NAMES = {
    FindingType.NONCONFORMITY_MAJOR: N_("Major nonconformity"),
    FindingType.NONCONFORMITY_MINOR: N_("Minor nonconformity"),
    FindingType.OBSERVATION: N_("Observation"),
    FindingType.IMPROVEMENT: N_("Improvement proposal"),
    FindingType.STRENGTH: N_("Strength"),
}


class FindingState(StrEnum):
    DRAFT = "draft"
    AGREED = "agreed"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding in plain words; `number` is short and provisional until the report is final.

    `merged_into_id` names the finding that says the same better; this one then stands aside and can come back.
    """

    id: str
    audit_id: str
    number: str
    type: FindingType = FindingType.OBSERVATION
    title: str = ""
    requirement: str = ""
    evidence: str = ""
    statement: str = ""
    consequence: str = ""
    confirmed_by: str = ""
    diverging_opinion: str = ""
    contact_role: str = ""
    may_be_shared: bool = False
    is_confidential: bool = False
    state: FindingState = FindingState.DRAFT
    author_id: str | None = None
    question_id: str | None = None
    repeat_of_id: str | None = None
    merged_into_id: str | None = None
    position: str = ""


@dataclass(frozen=True, slots=True)
class FindingNote:
    """The note that a finding rests on."""

    id: str
    audit_id: str
    finding_id: str
    note_id: str


PART_NAMES = {
    "title": N_("title"),
    "requirement": N_("requirement"),
    "evidence": N_("evidence"),
    "statement": N_("what we saw"),
}

_NEEDED = {
    FindingType.NONCONFORMITY_MAJOR: ("title", "requirement", "evidence", "statement"),
    FindingType.NONCONFORMITY_MINOR: ("title", "requirement", "evidence", "statement"),
    FindingType.OBSERVATION: ("title", "evidence"),
    FindingType.IMPROVEMENT: ("title",),
    FindingType.STRENGTH: ("title",),
}


def needed_parts(type_: FindingType) -> tuple[str, ...]:
    """The fields a finding of this type cannot do without.

    A nonconformity is evidence, requirement and statement together (ISO 9001 Auditing Practices Group,
    "Documenting a nonconformity").
    """
    return _NEEDED[type_]


def missing_parts(finding: Finding) -> tuple[str, ...]:
    """The needed fields that are still empty."""
    return tuple(part for part in needed_parts(finding.type) if not getattr(finding, part).strip())


def refuse_agreement(finding: Finding) -> None:
    """Raise `FindingIsIncomplete` for a finding that lacks a part its type needs."""
    missing = missing_parts(finding)
    if missing:
        raise FindingIsIncomplete(number=finding.number, parts=[PART_NAMES[part] for part in missing])


def finding_note_id(finding_id: str, note_id: str) -> str:
    return derived_id("finding note", finding_id, note_id)


def next_finding_number(author_letter: str, taken: Iterable[str]) -> str:
    """The next provisional number of one auditor, `A-03`: two laptops of a team never give the same."""
    ends = (number.removeprefix(f"{author_letter}-") for number in taken if number.startswith(f"{author_letter}-"))
    used = [int(end) for end in ends if end.isdecimal()]
    return f"{author_letter}-{max(used, default=0) + 1:02d}"


def count_by_type(findings: Iterable[Finding]) -> dict[FindingType, int]:
    """How many there are of each type, all five named, in order of weight."""
    counts = dict.fromkeys(FindingType, 0)
    for finding in findings:
        counts[finding.type] += 1
    return counts
