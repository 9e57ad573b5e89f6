"""A checklist as a file tells it, before it has ids: sections of questions, made into records at the end."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from qmsdesk.domain.checklists import (
    DEFAULT_MINUTES,
    Checklist,
    ChecklistState,
    Commonality,
    Question,
    Section,
    content_hash,
)
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.texts import plain_line, plain_text
from qmsdesk.exchange.checklists import ChecklistContent, Extended, place_questions, said_in
from qmsdesk.i18n import LANGUAGES

Texts = dict[str, str]
"""A text by language, `{"sv": "…", "en": "…"}`; one of them is enough."""


@dataclass(slots=True)
class OutlineQuestion:
    text: Texts
    guidance: Texts = field(default_factory=dict)
    evidence: Texts = field(default_factory=dict)
    code: str = ""
    refers_to: tuple[str, ...] = ()
    minutes: int = DEFAULT_MINUTES
    must_ask: bool = False
    condition: str = ""
    commonality: Commonality = Commonality.UNSAID
    parameter: str = ""


@dataclass(slots=True)
class OutlineSection:
    """A section without a title holds what stands outside all sections."""

    title: Texts = field(default_factory=dict)
    questions: list[OutlineQuestion] = field(default_factory=list)
    code: str = ""


@dataclass(slots=True)
class Outline:
    title: Texts
    sections: list[OutlineSection] = field(default_factory=list)
    code: str = ""
    edition: str = "1"
    extends: Extended | None = None


def content_of(outline: Outline) -> ChecklistContent:
    """The records of an outline; sections without questions fall away, one without a title takes the checklist's."""
    groups = [_group(section, n, outline) for n, section in enumerate(_filled(outline), 1)]
    _make_codes_differ(groups)
    title = _both("title", outline.title, plain_line)
    said = [text for section, asked in groups for text in said_in(section, asked)]
    id_ = derived_id("checklist", outline.code, outline.edition, *title.values(), *(outline.extends or ()), *said)
    checklist = Checklist(id_, outline.code, outline.edition, **title, state=ChecklistState.PUBLISHED)
    return ChecklistContent(checklist, *place_questions(id_, groups), extends=outline.extends)


def titled_sections(outline: Outline) -> int:
    """How many sections the file itself names."""
    return sum(any(section.title.values()) for section in _filled(outline))


def _filled(outline: Outline) -> list[OutlineSection]:
    return [section for section in outline.sections if section.questions]


def _group(section: OutlineSection, number: int, outline: Outline) -> tuple[Section, list[Question]]:
    code = section.code or str(number)
    title = section.title if any(section.title.values()) else outline.title
    asked = [_question(each, each.code or f"{code}-{n}") for n, each in enumerate(section.questions, 1)]
    return Section("", "", code, "", **_both("title", title, plain_line)), asked


def _question(each: OutlineQuestion, code: str) -> Question:
    texts: dict[str, Any] = (
        _both("text", each.text) | _both("guidance", each.guidance) | _both("evidence", each.evidence)
    )
    made = Question(
        id="",
        section_id="",
        code=plain_line(code),
        position="",
        **texts,
        refers_to=each.refers_to,
        minutes=each.minutes,
        must_ask=each.must_ask,
        condition=each.condition,
        commonality=each.commonality,
        parameter=each.parameter,
    )
    return replace(made, content_hash=content_hash(made))


def _both(name: str, said: Texts, plain: Callable[[str], str] = plain_text) -> Texts:
    return {f"{name}_{language}": _plain_text_of(said.get(language, ""), plain) for language in LANGUAGES}


def _plain_text_of(text: str, plain: Callable[[str], str]) -> str:
    """Most texts are plain already, which is quicker to ask than to make them so."""
    return (text if text.isprintable() else plain(text)).strip()


def _make_codes_differ(groups: list[tuple[Section, list[Question]]]) -> None:
    """Numbers that start anew in each section are told apart by the section's own."""
    codes = [question.code for _, asked in groups for question in asked]
    if len(set(codes)) == len(codes):
        return
    seen: set[str] = set()
    for section, asked in groups:
        for place, question in enumerate(asked):
            code = f"{section.code}-{question.code}"
            while code in seen:
                code = f"{code}'"
            seen.add(code)
            asked[place] = replace(question, code=code)
