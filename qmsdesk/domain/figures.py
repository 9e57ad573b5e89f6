"""Figures: what an audit gave, counted for its charts and tables."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from qmsdesk.domain.actions import ActionState
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.checklists import Question, Section
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import FindingType, count_by_type
from qmsdesk.domain.trends import AUDITS, AuditCounts

IN_USE = frozenset({ActionState.IMPLEMENTED, ActionState.CLOSED})


@dataclass(frozen=True)
class SectionFindings:
    """The findings of one section by type; without a section, those that no question led to."""

    number: int
    section: Section | None
    found: Mapping[FindingType, int]


@dataclass(frozen=True)
class SectionCoverage:
    """How the questions of one section were answered."""

    number: int
    section: Section
    verdicts: Mapping[Verdict, int]

    @property
    def total(self) -> int:
        return sum(self.verdicts.values())

    @property
    def asked(self) -> int:
        return self.total - self.verdicts.get(Verdict.NOT_ASKED, 0)


def found_by_section(dossier: Dossier) -> tuple[SectionFindings, ...]:
    """Every section of the day in order, those without a finding too; then what belongs to none."""
    sections = {question.id: question.section_id for question in dossier.questions}
    held: dict[str | None, Counter[FindingType]] = {}
    for finding in dossier.findings:
        held.setdefault(sections.get(finding.question_id or ""), Counter())[finding.type] += 1
    shown = [
        SectionFindings(n, section, held.get(section.id, Counter()))
        for n, section in enumerate(dossier.sections, 1)
        if section.id in held or dossier.questions_of(section)
    ]
    known = {section.id for section in dossier.sections}
    rest = sum((counts for key, counts in held.items() if key not in known), Counter[FindingType]())
    return (*shown, SectionFindings(0, None, rest)) if rest else tuple(shown)


def coverage(dossier: Dossier) -> tuple[SectionCoverage, ...]:
    """The sections that have questions on the day, in order."""
    return tuple(
        SectionCoverage(n, section, Counter(verdict_in(dossier, question) for question in asked))
        for n, section in enumerate(dossier.sections, 1)
        if (asked := dossier.questions_of(section))
    )


def verdict_in(dossier: Dossier, question: Question) -> Verdict:
    """How a question counts in figures; one whose condition is not met does not apply, whatever it was answered."""
    is_unmet = question.id in dossier.unmet
    return Verdict.NOT_APPLICABLE if is_unmet else counted_verdict(dossier.standing.get(question.id))


def counted_verdict(answer: Answer | None) -> Verdict:
    """A question nobody came to counts as not asked, and so does one that was parked and never taken up."""
    if answer is None or answer.verdict in (None, Verdict.PARKED):
        return Verdict.NOT_ASKED
    return answer.verdict


def audit_counts(dossier: Dossier) -> AuditCounts:
    """The figures of the audit itself, as they stand now."""
    proposals = (finding for finding in dossier.findings if finding.type is FindingType.IMPROVEMENT)
    implemented = sum(any(action.state in IN_USE for action in dossier.actions_of(each)) for each in proposals)
    return AuditCounts(dossier.audit.number, dossier.audit.date, count_by_type(dossier.findings), implemented)


def trend_of(dossier: Dossier) -> tuple[AuditCounts, ...]:
    """The last audits of the unit, the oldest first, and this one once it has been held."""
    this = () if dossier.audit.is_ahead else (audit_counts(dossier),)
    return (*dossier.trend, *this)[-AUDITS:]
