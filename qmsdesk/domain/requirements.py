"""Requirements: their sources with edition, their clauses, and how each unit stands to them."""

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
