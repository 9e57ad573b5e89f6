"""What a question cost and gave: how often it was asked, the minutes it took, and the findings it led to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qmsdesk.domain.findings import FindingType
from qmsdesk.i18n import Words

MINOR, MAJOR = FindingType.NONCONFORMITY_MINOR, FindingType.NONCONFORMITY_MAJOR


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """Counted from the audits that came to a report, whichever edition asked; `implemented` are proposals in use."""

    asked: int = 0
    minutes: int = 0
    found: Mapping[FindingType, int] = field(default_factory=dict)
    implemented: int = 0


NEVER_ASKED = QuestionFigures()


def say_found(figures: QuestionFigures, _: Words) -> str:
    """`2 improvement proposals (1 in use), 1 observation`; what is worth most comes first."""
    found = figures.found
    nonconformities = found.get(MINOR, 0) + found.get(MAJOR, 0)
    counts = (
        (found.get(FindingType.IMPROVEMENT, 0), _say_proposals(figures, _)),
        (nonconformities, _.plural("{count} nonconformity", "{count} nonconformities", nonconformities)),
        _counted(found, FindingType.OBSERVATION, _),
        _counted(found, FindingType.STRENGTH, _),
    )
    return ", ".join(said for count, said in counts if count) or _("no findings")


def _say_proposals(figures: QuestionFigures, _: Words) -> str:
    count = figures.found.get(FindingType.IMPROVEMENT, 0)
    said = _.plural("{count} improvement proposal", "{count} improvement proposals", count)
    used = _.plural("{count} in use", "{count} in use", figures.implemented)
    return f"{said} ({used})" if figures.implemented else said


def _counted(found: Mapping[FindingType, int], type_: FindingType, _: Words) -> tuple[int, str]:
    count = found.get(type_, 0)
    if type_ is FindingType.STRENGTH:
        return count, _.plural("{count} strength", "{count} strengths", count)
    return count, _.plural("{count} observation", "{count} observations", count)
