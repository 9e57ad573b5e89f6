"""Requirements: their sources with edition, their clauses, and how each unit stands to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class RequirementSource:
    """A law, standard or own routine; `code` is the first half of a reference such as `ISO9001:7.3`."""

    id: str
    code: str
    edition: str = ""
    title_sv: str = ""
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One clause of a source, by number and title only: no standard's text is kept."""

    id: str
    source_id: str
    clause: str
    title_sv: str = ""
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class RequirementMatch:
    """A clause of one edition and the one of a later edition that takes its place."""

    id: str
    requirement_id: str
    later_id: str
    remark: str = ""


class Applicability(StrEnum):
    COMMON = "common"
    PARAMETER = "parameter"
    OWN = "own"
    NOT_NEEDED = "not_needed"
    UNDECIDED = "undecided"


APPLICABILITY_NAMES = {
    Applicability.COMMON: N_("Common"),
    Applicability.PARAMETER: N_("Common with own parameter"),
    Applicability.OWN: N_("Own"),
    Applicability.NOT_NEEDED: N_("Not needed"),
    Applicability.UNDECIDED: N_("Undecided"),
}


@dataclass(frozen=True, slots=True)
class UnitSource:
    """A requirement source that applies to a unit."""

    id: str
    unit_id: str
    source_id: str


@dataclass(frozen=True, slots=True)
class UnitRequirement:
    """The needs analysis: what one requirement means to one unit."""

    id: str
    unit_id: str
    requirement_id: str
    applicability: Applicability = Applicability.UNDECIDED
    parameter: str = ""
    reason: str = ""


def split_reference(reference: str) -> tuple[str, str]:
    """`"ISO9001:7.3"` as source code and clause; the clause is empty where a whole source is meant."""
    code, _, clause = reference.partition(":")
    return code.strip(), clause.strip()


def later_clauses(clause_id: str, matches: Iterable[RequirementMatch]) -> tuple[str, ...]:
    """The ids of what takes a clause's place in the latest edition; a clause that was divided has several."""
    following: dict[str, list[str]] = {}
    for match in matches:
        following.setdefault(match.requirement_id, []).append(match.later_id)
    latest, seen = [], {clause_id}
    waiting = following.get(clause_id, [])[::-1]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            after = following.get(each, [])
            waiting += after[::-1]
            if not after:
                latest.append(each)
    return tuple(latest)


def parse_clauses(text: str) -> list[tuple[str, str]]:
    """Number and title of each line, `7.3 Awareness`; a line of one word is a number without a title."""
    lines = (line.split(maxsplit=1) for line in text.splitlines() if line.strip())
    return [(parts[0], parts[1].strip() if len(parts) > 1 else "") for parts in lines]
