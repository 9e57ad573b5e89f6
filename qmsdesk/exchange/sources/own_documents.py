"""Word documents that this program wrote, maybe changed by people since: read back by the styles of their texts."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from qmsdesk.domain.checklists import DEFAULT_MINUTES
from qmsdesk.exchange.checklists import Extended
from qmsdesk.exchange.sources.documents import Block
from qmsdesk.exchange.sources.outlines import Outline, OutlineQuestion, OutlineSection
from qmsdesk.exchange.sources.own_workbooks import said_commonality
from qmsdesk.exchange.sources.sheets import LeftOut, Place
from qmsdesk.i18n import N_

PREFIX = "qmsdesk-"
LABEL = f"{PREFIX}label"
FACTS = f"{PREFIX}facts"
NOT_IN_A_STYLE = N_("it is not in one of the styles of a checklist")


def is_own_document(blocks: Sequence[Block]) -> bool:
    return any(block.style.startswith(f"{PREFIX}text-") for block in blocks)


def read_own_document(blocks: Sequence[Block], file: str) -> tuple[Outline, tuple[LeftOut, ...]]:
    """The outline of a document of our own, and what was added to it that has no place."""
    reading = _Reading(file)
    for block in blocks:
        reading.read(block)
    return reading.outline, tuple(reading.left_out)


class _Reading:
    def __init__(self, file: str) -> None:
        self._file = file
        self._section: OutlineSection | None = None
        self._question: OutlineQuestion | None = None
        self._told: set[str] = set()
        self.outline = Outline({})
        self.left_out: list[LeftOut] = []

    def read(self, block: Block) -> None:
        """Take in one paragraph by the name of its style, `qmsdesk-guidance-sv`."""
        part, _, language = block.style.removeprefix(PREFIX).rpartition("-")
        text = "".join(text for style, text in block.runs if not style.startswith(PREFIX)).strip()
        if block.style == FACTS:
            self._read_facts(block)
        elif block.style.startswith(PREFIX) and text:
            self._read_text(part, language, text)
            self._read_codes(block)
        elif shown := block.text or " ".join(cell.text for cell in block.cells):
            self.left_out.append(LeftOut(Place(self._file, row=block.number, unit="paragraph"), shown, NOT_IN_A_STYLE))

    def _read_text(self, part: str, language: str, text: str) -> None:
        if part == "title":
            self.outline.title[language] = text
        elif part == "section":
            self._section_for(language).title[language] = text
        elif part == "text":
            self._question_for(language).text[language] = text
        elif self._question and part in ("guidance", "evidence"):
            told = self._question.guidance if part == "guidance" else self._question.evidence
            told[language] = f"{told[language]}\n{text}" if language in told else text
            self._told.add(part)

    def _section_for(self, language: str) -> OutlineSection:
        """The section that begins here, or the one whose title in the other language stands just above."""
        if self._section is None or self._question is not None or language in self._section.title:
            self._section = OutlineSection()
            self._question = None
            self.outline.sections.append(self._section)
        return self._section

    def _question_for(self, language: str) -> OutlineQuestion:
        section = self._section or self._section_for("")
        if self._question is None or self._told or language in self._question.text:
            self._question = OutlineQuestion({})
            self._told = set()
            section.questions.append(self._question)
        return self._question

    def _read_codes(self, block: Block) -> None:
        if self._section and not self._question:
            self._section.code = next((text for name, text in _facts(block) if name == "code"), self._section.code)

    def _read_facts(self, block: Block) -> None:
        if self._question is None:
            facts = dict(_facts(block))
            self.outline.code = facts.get("code", self.outline.code)
            self.outline.edition = facts.get("edition", self.outline.edition)
            if code := facts.get("extends"):
                self.outline.extends = Extended(code, facts.get("extends-edition", ""))
            return
        self._told.add("facts")
        for name, text in _facts(block):
            self._take_fact(self._question, name, text)

    def _take_fact(self, question: OutlineQuestion, name: str, text: str) -> None:
        if name == "code":
            question.code = text
        elif name == "refers":
            question.refers_to += (text,)
        elif name == "minutes":
            digits = text.isascii() and text.isdigit() and len(text) <= 3
            question.minutes = int(text) if digits else DEFAULT_MINUTES
        elif name == "must":
            question.must_ask = True
        elif name == "condition":
            question.condition = text
        elif name == "commonality":
            question.commonality = said_commonality(text)
        elif name == "parameter":
            question.parameter = text


def _facts(block: Block) -> Iterator[tuple[str, str]]:
    """The texts in character styles of our own; Word may have cut one into several runs."""
    for style, runs in groupby(block.runs, key=lambda run: run[0]):
        text = "".join(text for _, text in runs).strip()
        if style.startswith(PREFIX) and style != LABEL and text:
            yield style.removeprefix(PREFIX), text
