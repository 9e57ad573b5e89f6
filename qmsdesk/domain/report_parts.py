"""Report parts: what a report is made of, in which order, and what each form of it has room for."""

from collections.abc import Iterable
from enum import StrEnum

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import N_


class ReportPart(StrEnum):
    """The cover stands before them all and cannot be left out."""

    SUMMARY = "summary"
    ABOUT = "about"
    NOT_EXAMINED = "not_examined"
    EARLIER = "earlier"
    STRENGTHS = "strengths"
    NONCONFORMITIES = "nonconformities"
    OBSERVATIONS = "observations"
    IMPROVEMENTS = "improvements"
    ASSESSMENT = "assessment"
    DIVERGING = "diverging"
    ACTION_PLAN = "action_plan"
    NEXT_STEPS = "next_steps"
    SIGNATURES = "signatures"
    DAY_PLAN = "day_plan"
    DOCUMENTS = "documents"
    QUESTIONS = "questions"
    PHOTOS = "photos"
    GLOSSARY = "glossary"

    @property
    def is_appendix(self) -> bool:
        return self in _APPENDICES


_APPENDICES = frozenset(
    {ReportPart.DAY_PLAN, ReportPart.DOCUMENTS, ReportPart.QUESTIONS, ReportPart.PHOTOS, ReportPart.GLOSSARY}
)

PART_NAMES = {
    ReportPart.SUMMARY: N_("Summary"),
    ReportPart.ABOUT: N_("About the audit"),
    ReportPart.NOT_EXAMINED: N_("What was not examined"),
    ReportPart.EARLIER: N_("Since last time"),
    ReportPart.STRENGTHS: N_("Strengths"),
    ReportPart.NONCONFORMITIES: N_("Nonconformities"),
    ReportPart.OBSERVATIONS: N_("Observations"),
    ReportPart.IMPROVEMENTS: N_("Improvement proposals"),
    ReportPart.ASSESSMENT: N_("Overall assessment"),
    ReportPart.DIVERGING: N_("Diverging opinions"),
    ReportPart.ACTION_PLAN: N_("Action plan"),
    ReportPart.NEXT_STEPS: N_("Conclusion and next steps"),
    ReportPart.SIGNATURES: N_("Signatures"),
    ReportPart.DAY_PLAN: N_("Day plan"),
    ReportPart.DOCUMENTS: N_("Documents reviewed"),
    ReportPart.QUESTIONS: N_("Questions and answers"),
    ReportPart.PHOTOS: N_("Photos"),
    ReportPart.GLOSSARY: N_("Glossary"),
}

DEFAULT_PARTS: dict[ReportForm, tuple[ReportPart, ...]] = {
    ReportForm.FULL: tuple(ReportPart),
    ReportForm.SHORT: (
        ReportPart.SUMMARY,
        ReportPart.STRENGTHS,
        ReportPart.NONCONFORMITIES,
        ReportPart.OBSERVATIONS,
        ReportPart.IMPROVEMENTS,
        ReportPart.ACTION_PLAN,
        ReportPart.NEXT_STEPS,
        ReportPart.SIGNATURES,
    ),
    ReportForm.FACT_CHECK: tuple(part for part in ReportPart if part is not ReportPart.SIGNATURES),
    ReportForm.MASKED: tuple(ReportPart),
}
"""What stands in a form where nobody has chosen, which is also the most it has room for."""


def keys_of(text: str) -> tuple[str, ...]:
    """The keys of a `report_parts` field in order, each once, those of a newer version too."""
    return tuple(dict.fromkeys(text.split()))


def read_parts(text: str) -> tuple[ReportPart, ...]:
    """The parts a `report_parts` field names in order; what this version does not know is skipped."""
    known = set(ReportPart)
    return tuple(ReportPart(key) for key in keys_of(text) if key in known)


def write_parts(parts: Iterable[ReportPart], before: str = "") -> str:
    """The field for these parts, with what `before` held of a newer version after them."""
    known = set(ReportPart)
    return " ".join(dict.fromkeys((*parts, *(key for key in keys_of(before) if key not in known))))


def parts_of(dossier: Dossier, form: ReportForm) -> tuple[ReportPart, ...]:
    """The parts of a report: as its audit says, else its organisation, else as usual; no more than its form takes."""
    for text in (dossier.audit.report_parts, dossier.organisation.report_parts):
        chosen = tuple(part for part in read_parts(text) if part in DEFAULT_PARTS[form])
        if chosen:
            return chosen
    return DEFAULT_PARTS[form]
