"""The chapters of a report: each part that is wanted and has something to say, in the wanted order."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qmsdesk.domain.audits import ISSUED, AuditKind
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.report_parts import PART_NAMES, ReportPart
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import N_, Words
from qmsdesk.pace import give_way
from qmsdesk.report import design
from qmsdesk.report.actions import action_plan, earlier_findings, trend
from qmsdesk.report.answers import all_questions, overall_assessment
from qmsdesk.report.design import Style
from qmsdesk.report.facts import audit_facts, documents_reviewed, plan_table
from qmsdesk.report.findings import diverging_opinions, finding_cards
from qmsdesk.report.glossaries import glossary
from qmsdesk.report.limits import not_examined
from qmsdesk.report.pages import Block
from qmsdesk.report.palettes import STANDARD, Palette
from qmsdesk.report.paragraphs import Heading
from qmsdesk.report.photos import photo_blocks
from qmsdesk.report.signatures import signatures
from qmsdesk.report.steps import feedback_on_day, next_steps
from qmsdesk.report.summaries import short_summary, summary
from qmsdesk.report.versions import what_changed

NONCONFORMITIES = (FindingType.NONCONFORMITY_MAJOR, FindingType.NONCONFORMITY_MINOR)
SHORT_CHAPTER = Style(16, 20, design.BOLD, before=20, after=6)


@dataclass(frozen=True)
class Telling:
    """What a report is made from, and how it is to be told."""

    dossier: Dossier
    words: Words
    stamp: dt.datetime
    parts: Sequence[ReportPart]
    form: ReportForm = ReportForm.FULL
    photos: Mapping[str, Path] | None = None
    palette: Palette = STANDARD

    @property
    def is_short(self) -> bool:
        return self.form is ReportForm.SHORT

    @property
    def chapter_style(self) -> Style:
        return replace(SHORT_CHAPTER if self.is_short else design.CHAPTER, colour=self.palette.accent)


@dataclass(frozen=True)
class Chapter:
    heading: Heading
    blocks: list[Block]


def chapters(telling: Telling) -> Iterator[Chapter]:
    """The chapters in order; appendices get their letters as they come."""
    letters = iter("ABCDEFGHIJ")
    for part in telling.parts:
        give_way()
        blocks = _MAKERS[part](telling) if part in _OF_ANY_DAY or _has_outcome(telling.dossier) else []
        if blocks:
            letter = next(letters) if part.is_appendix else ""
            yield Chapter(_heading(telling, part, letter), blocks)


def _heading(telling: Telling, part: ReportPart, letter: str) -> Heading:
    _, dossier = telling.words, telling.dossier
    title = _(PART_NAMES[part])
    if part is ReportPart.ABOUT and dossier.audit.kind is AuditKind.IMPROVEMENT_DAY:
        title = _("About the day")
    if letter:
        title = _("Appendix {letter}. {title}", letter=letter, title=title)
    opens_page = part is ReportPart.ABOUT and bool(dossier.findings) and telling.form is not ReportForm.FACT_CHECK
    return Heading(title, 2, part.value, opens_page, telling.chapter_style)


def _has_outcome(dossier: Dossier) -> bool:
    """What came out of the day; a day that is still ahead has none of it."""
    return bool(dossier.findings) or not dossier.audit.is_ahead


def _summary(telling: Telling) -> list[Block]:
    dossier, _ = telling.dossier, telling.words
    told = short_summary(dossier, _) if telling.is_short else summary(dossier, telling.form, _)
    return [*what_changed(dossier, _), *told]


def _earlier(telling: Telling) -> list[Block]:
    dossier, _ = telling.dossier, telling.words
    return [*earlier_findings(dossier.earlier, _), *trend(dossier, _)] if dossier.earlier else []


def _findings(types: Sequence[FindingType], nothing: str) -> Callable[[Telling], list[Block]]:
    """A chapter of findings; `nothing` says that there is none, and is empty where that goes without saying."""

    def make(telling: Telling) -> list[Block]:
        if not nothing and not any(finding.type in types for finding in telling.dossier.findings):
            return []
        _, alone = telling.words, ReportPart.DIVERGING not in telling.parts
        return finding_cards(telling.dossier, types, _(nothing), _, is_short=telling.is_short, tells_diverging=alone)

    return make


def _day_plan(telling: Telling) -> list[Block]:
    return [plan_table(telling.dossier, telling.words)] if telling.dossier.plan else []


def _next_steps(telling: Telling) -> list[Block]:
    is_issued = telling.dossier.audit.state in ISSUED
    steps = next_steps(telling.dossier, telling.stamp.date(), is_issued, telling.words)
    return steps if telling.is_short else [*steps, *feedback_on_day(telling.dossier, telling.words)]


def _photos(telling: Telling) -> list[Block]:
    return photo_blocks(_without_withdrawn(telling.dossier), telling.photos or {}, telling.words)


def _without_withdrawn(dossier: Dossier) -> Dossier:
    """What hangs on a note that somebody took back is gone with it, unless a finding or question holds it too."""
    withdrawn = {note.id for note in dossier.notes if note.is_withdrawn}
    kept = [
        each
        for each in dossier.attachments
        if each.note_id not in withdrawn or each.finding_id is not None or each.question_id is not None
    ]
    return replace(dossier, attachments=tuple(kept)) if len(kept) < len(dossier.attachments) else dossier


_OF_ANY_DAY = frozenset(
    {
        ReportPart.SUMMARY,
        ReportPart.ABOUT,
        ReportPart.NOT_EXAMINED,
        ReportPart.EARLIER,
        ReportPart.DAY_PLAN,
        ReportPart.DOCUMENTS,
        ReportPart.QUESTIONS,
        ReportPart.PHOTOS,
    }
)
_MAKERS: dict[ReportPart, Callable[[Telling], list[Block]]] = {
    ReportPart.SUMMARY: _summary,
    ReportPart.ABOUT: lambda telling: audit_facts(telling.dossier, telling.words),
    ReportPart.NOT_EXAMINED: lambda telling: not_examined(telling.dossier, telling.words),
    ReportPart.EARLIER: _earlier,
    ReportPart.STRENGTHS: _findings((FindingType.STRENGTH,), N_("No strengths were noted.")),
    ReportPart.NONCONFORMITIES: _findings(NONCONFORMITIES, N_("No nonconformities were noted.")),
    ReportPart.OBSERVATIONS: _findings((FindingType.OBSERVATION,), ""),
    ReportPart.IMPROVEMENTS: _findings((FindingType.IMPROVEMENT,), N_("No improvement proposals were noted.")),
    ReportPart.ASSESSMENT: lambda telling: overall_assessment(telling.dossier, telling.words),
    ReportPart.DIVERGING: lambda telling: diverging_opinions(telling.dossier, telling.words),
    ReportPart.ACTION_PLAN: lambda telling: action_plan(telling.dossier, telling.stamp.date(), telling.words),
    ReportPart.NEXT_STEPS: _next_steps,
    ReportPart.SIGNATURES: lambda telling: signatures(telling.dossier, telling.words),
    ReportPart.DAY_PLAN: _day_plan,
    ReportPart.DOCUMENTS: lambda telling: documents_reviewed(telling.dossier, telling.words),
    ReportPart.QUESTIONS: lambda telling: all_questions(telling.dossier, telling.words),
    ReportPart.PHOTOS: _photos,
    ReportPart.GLOSSARY: lambda telling: glossary(telling.dossier, telling.words),
}
