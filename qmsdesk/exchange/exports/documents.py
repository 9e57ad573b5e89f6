"""A checklist as a Word document: sections as headings, numbered questions, and what belongs to them below."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from qmsdesk.domain.checklists import COMMONALITY_NAMES, Question, Section
from qmsdesk.exchange.checklists import ChecklistContent
from qmsdesk.exchange.sources.own_documents import FACTS, PREFIX
from qmsdesk.i18n import LANGUAGES, Words

_NONE_IN_XML = {0xFFFE: None, 0xFFFF: None}
_INK, _QUIET, _DEEP = "1B2A30", "4A5B63", "1F5566"
_FONT = "Calibri"
_FACTS = ("code", "edition", "minutes", "must", "condition", "refers", "commonality", "parameter")
_EXTENDS = ("extends", "extends-edition")
_BEFORE, _INDENT = 10, 28
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_BREAKS = re.compile(r"([\t\n])")
_Runs = list[str]
"""The runs of one paragraph, as XML."""


def as_document(content: ChecklistContent, _: Words) -> bytes:
    """The .docx file, with its labels in a language."""
    from docx import Document  # 100 ms that only Word files need
    from docx.shared import Mm

    document = Document()
    document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)
    _Styles(document, _main_language(content, _)).make()
    document.core_properties.title = _clean(_.pick(content.checklist, "title"))
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _Writing(document, content, _).write()
    sink = BytesIO()
    document.save(sink)
    return sink.getvalue()


def _main_language(content: ChecklistContent, _: Words) -> str:
    """The language that stands first: that of the reader where the checklist is asked in it."""
    asked = content.languages
    return _.language if _.language in asked or not asked else asked[0]


class _Styles:
    """The styles that tell what a text is; the main language stands out, the other one is its translation."""

    def __init__(self, document: Any, main: str) -> None:
        self._styles = document.styles
        self._main = main

    def make(self) -> None:
        from docx.shared import Pt

        normal = self._styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(11)
        for language in LANGUAGES:
            is_main = language == self._main
            self._paragraph(f"title-{language}", "Title" if is_main else "Normal", 24 if is_main else 14, is_main)
            self._paragraph(f"section-{language}", "Heading 1" if is_main else "Normal", 16 if is_main else 12, is_main)
            self._paragraph(f"text-{language}", "Normal", 11, is_main, before=_BEFORE if is_main else 0)
            for part in ("guidance", "evidence"):
                self._paragraph(f"{part}-{language}", "Normal", 10, is_main=False, indent=_INDENT)
        self._paragraph("facts", "Normal", 9, is_main=False, indent=_INDENT)
        for name in ("label", *_FACTS, *_EXTENDS):
            self._character(name)

    def _paragraph(
        self, name: str, base: str, size: float, is_main: bool, before: float = 0, indent: float = 0
    ) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt, RGBColor

        style = self._styles.add_style(f"{PREFIX}{name}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = self._styles[base]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(_DEEP if base != "Normal" else _INK if is_main else _QUIET)
        style.font.bold = is_main
        lines = style.paragraph_format
        lines.space_after, lines.left_indent = Pt(3), Pt(indent)
        if before:
            lines.space_before = Pt(before)
        lines.keep_with_next = name.startswith(("section", "text"))

    def _character(self, name: str) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt, RGBColor

        style = self._styles.add_style(f"{PREFIX}{name}", WD_STYLE_TYPE.CHARACTER)
        if name == "code":
            style.font.bold = False
            style.font.size = Pt(9)
            style.font.color.rgb = RGBColor.from_string(_QUIET)


class _Writing:
    def __init__(self, document: Any, content: ChecklistContent, _: Words) -> None:
        self._document = document
        self._content = content
        self._main = _main_language(content, _)
        self._languages = sorted(LANGUAGES, key=lambda language: language != self._main)
        self._paragraphs: list[tuple[str, _Runs]] = []
        self._ = _

    def write(self) -> None:
        checklist = self._content.checklist
        self._write_both("title", checklist, "title")
        facts = [("code", "", checklist.code), ("edition", self._("Edition"), checklist.edition)]
        labels = (self._("Extends"), self._("Edition"))
        self._write_facts([*facts, *zip(_EXTENDS, labels, self._content.extends or (), strict=False)])
        asked: dict[str, list[Question]] = {}
        for question in self._content.questions:
            asked.setdefault(question.section_id, []).append(question)
        for number, section in enumerate(self._content.sections, 1):
            self._write_section(number, section, asked.get(section.id, []))
        self._put_in()

    def _write_section(self, number: int, section: Section, asked: list[Question]) -> None:
        first = self._write_both("section", section, "title", f"{number}\N{EN SPACE}")
        if first is not None:
            first += [_run("\N{EM SPACE}", "label"), _run(section.code, "code")]
        for n, question in enumerate(asked, 1):
            self._write_question(f"{number}.{n}", question)

    def _write_question(self, number: str, question: Question) -> None:
        self._write_both("text", question, "text", f"{number}\N{EN SPACE}")
        for part, label in (("guidance", self._("Guidance")), ("evidence", self._("Evidence"))):
            self._write_both(part, question, part, f"{label}: ", repeat=True)
        self._write_facts(list(self._facts(question)))

    def _facts(self, question: Question) -> Iterator[tuple[str, str, str]]:
        _ = self._
        yield "code", "", question.code
        yield "minutes", _("Minutes"), str(question.minutes)
        yield "must", "", _("Must be asked") if question.must_ask else ""
        for n, reference in enumerate(question.refers_to):
            yield "refers", "" if n else _("Reference"), reference
        yield "condition", _("Condition"), question.condition
        yield "commonality", "", _(COMMONALITY_NAMES[question.commonality]) if question.commonality else ""
        yield "parameter", _("Parameter"), question.parameter

    def _write_both(self, part: str, record: Any, name: str, label: str = "", repeat: bool = False) -> _Runs | None:
        """A text in each language there is, the main one first; a label is no part of it."""
        first = None
        for language in self._languages:
            if not (text := getattr(record, f"{name}_{language}")):
                continue
            runs = self._paragraph(f"{PREFIX}{part}-{language}")
            if label and (first is None or repeat):
                runs.append(_run(label, "label"))
            runs.append(_run(text))
            first = first or runs
        return first

    def _write_facts(self, facts: list[tuple[str, str, str]]) -> None:
        runs = self._paragraph(FACTS)
        told = [(name, label, text) for name, label, text in facts if text]
        for n, (name, label, text) in enumerate(told):
            before = " · " if n else ""
            runs.append(_run(f"{before}{label}{': ' if label else ''}", "label"))
            runs.append(_run(text, name))

    def _paragraph(self, style: str) -> _Runs:
        runs: _Runs = []
        self._paragraphs.append((style, runs))
        return runs

    def _put_in(self) -> None:
        """Parsed in one go: python-docx looks through what is there already for each text it adds."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        lines = (
            f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>{''.join(runs)}</w:p>"
            for style, runs in self._paragraphs
        )
        end = self._document.element.body[-1]
        for element in parse_xml(f"<w:body {nsdecls('w')}>{''.join(lines)}</w:body>"):
            end.addprevious(element)


def _run(text: str, style: str = "") -> str:
    """A text in one style, with its tabs and line breaks as elements."""
    if not text:
        return ""
    marks = f"<w:rPr><w:rStyle w:val={quoteattr(PREFIX + style)}/></w:rPr>" if style else ""
    parts = "".join(_SIGNS.get(part) or _text(part) for part in _BREAKS.split(_clean(text)) if part)
    return f"<w:r>{marks}{parts}</w:r>"


def _text(part: str) -> str:
    kept = ' xml:space="preserve"' if part.strip() != part else ""
    return f"<w:t{kept}>{escape(part)}</w:t>"


def _clean(text: str) -> str:
    """XML has no place for these two."""
    return text.translate(_NONE_IN_XML)
