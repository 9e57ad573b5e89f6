"""Checklists: editions of sections and questions in Swedish and English."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.errors import ChecklistIsEmpty, ChecklistIsPublished, CoreIsModule, ModuleIsCore
from qmsdesk.i18n import N_

DEFAULT_MINUTES = 7


class ChecklistState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"


CHECKLIST_STATE_NAMES = {
    ChecklistState.DRAFT: N_("Draft"),
    ChecklistState.PUBLISHED: N_("Published"),
}


class Commonality(StrEnum):
    """Whether all units are asked alike, alike with a parameter of their own, or in a way of their own."""

    UNSAID = ""
    COMMON = "common"
    PARAMETER = "parameter"
    OWN = "own"


COMMONALITY_NAMES = {
    Commonality.UNSAID: N_("Not said"),
    Commonality.COMMON: N_("Common"),
    Commonality.PARAMETER: N_("Common with own parameter"),
    Commonality.OWN: N_("Own"),
}


@dataclass(frozen=True, slots=True)
class Checklist:
    """One edition; a published edition never changes, so an audit keeps the exact questions it started with.

    One that extends another is a module: a day asks the core's questions and then its own.
    """

    id: str
    code: str
    edition: str
    title_sv: str = ""
    title_en: str = ""
    state: ChecklistState = ChecklistState.DRAFT
    extends_id: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    checklist_id: str
    code: str
    position: str
    title_sv: str = ""
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `refers_to` holds references such as `ISO9001:7.3`, `minutes` is what it usually takes."""

    id: str
    section_id: str
    code: str
    position: str
    text_sv: str = ""
    text_en: str = ""
    guidance_sv: str = ""
    guidance_en: str = ""
    evidence_sv: str = ""
    evidence_en: str = ""
    refers_to: tuple[str, ...] = ()
    minutes: int = DEFAULT_MINUTES
    must_ask: bool = False
    condition: str = ""
    content_hash: str = ""
    commonality: Commonality = Commonality.UNSAID
    parameter: str = ""


def numbers_of(sections: Sequence[Section], questions: Sequence[Question]) -> dict[str, str]:
    """The short number of each question by id, `2.3`: third question of the second section."""
    places = {section.id: n for n, section in enumerate(sections, 1)}
    seen: defaultdict[str, int] = defaultdict(int)
    numbers = {}
    for question in questions:
        seen[question.section_id] += 1
        numbers[question.id] = f"{places[question.section_id]}.{seen[question.section_id]}"
    return numbers


def content_hash(question: Question) -> str:
    """Sixteen hex digits that are the same for two questions exactly when they ask the same thing."""
    said = [
        *(question.text_sv, question.text_en, question.guidance_sv, question.guidance_en),
        *(question.evidence_sv, question.evidence_en, list(question.refers_to), question.condition),
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]


def refuse_change_if_published(checklist: Checklist) -> None:
    """Raise `ChecklistIsPublished` for an edition that may already stand in a report."""
    if checklist.state is ChecklistState.PUBLISHED:
        raise ChecklistIsPublished(title=checklist.title_sv or checklist.title_en, edition=checklist.edition)


def refuse_core(module: Checklist, core: Checklist, checklists: Iterable[Checklist]) -> None:
    """Raise `CoreIsModule` or `ModuleIsCore` where one checklist may not extend the other: it goes one level deep."""
    if core.extends_id or core.id == module.id:
        raise CoreIsModule(title=core.title_sv or core.title_en)
    if any(each.extends_id == module.id for each in checklists):
        raise ModuleIsCore(title=module.title_sv or module.title_en)


def without_doubles(core: Sequence[Question], own: Sequence[Question]) -> list[Question]:
    """The questions of a module that its core does not ask already."""
    asked = {content_hash(question) for question in core}
    return [question for question in own if content_hash(question) not in asked]


def refuse_empty(checklist: Checklist, questions: Sequence[Question]) -> None:
    """Raise `ChecklistIsEmpty` for a checklist that gives a day nothing to ask."""
    if not questions:
        raise ChecklistIsEmpty(title=checklist.title_sv or checklist.title_en)
