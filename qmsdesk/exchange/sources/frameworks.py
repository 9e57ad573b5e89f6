"""Frameworks of CISO Assistant: nodes to assess become questions, those above them become sections."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from qmsdesk.exchange.sources.headings import joined_title
from qmsdesk.exchange.sources.json_files import Held, parts_at, text_at
from qmsdesk.exchange.sources.outlines import Outline, OutlineQuestion, OutlineSection, Texts
from qmsdesk.exchange.sources.sheets import LeftOut, Place, Row, Sheet
from qmsdesk.i18n import LANGUAGES, N_

NO_PLACE = N_("a section has no text of its own")
NOT_A_FRAMEWORK = N_("it is not part of the framework")
_TRUE = frozenset({"x", "true", "yes", "1"})
_FIELDS = ("name", "description", "annotation", "typical_evidence")
_TRANSLATED = re.compile(r"^(\w+)\[(\w+)\]$")


@dataclass(slots=True)
class Node:
    """One line of a framework; `said` holds each field by language."""

    depth: int
    is_assessed: bool
    code: str
    place: Place
    said: dict[str, Texts] = field(default_factory=dict)
    questions: list[Texts] = field(default_factory=list)
    is_mandatory: bool = False


def is_framework(held: Held) -> bool:
    """Whether a mapping, read from YAML or JSON, is a library with a framework in it."""
    return bool(_framework(held))


def read_framework(held: Held, file: str) -> tuple[Outline, tuple[LeftOut, ...]]:
    """The outline of a framework in YAML, and what is left out of it."""
    framework = _framework(held)
    locale = _slot(text_at(held, "locale"))
    nodes = [_node(each, n, file, locale) for n, each in enumerate(parts_at(framework, "requirement_nodes"), 1)]
    title = _both(framework, "name", locale) or _both(held, "name", locale)
    return _outline(nodes, title, text_at(framework, "ref_id") or text_at(held, "ref_id"), text_at(held, "version"))


def _framework(held: Held) -> Held:
    objects = held.get("objects")
    if not isinstance(objects, dict):
        return {}
    found = objects.get("framework")
    several = parts_at(objects, "frameworks")
    found = found if isinstance(found, dict) else next(iter(several), {})
    return found if "requirement_nodes" in found else {}


def _node(held: Held, number: int, file: str, locale: str) -> Node:
    asked = held.get("questions")
    each = [part for part in asked.values() if isinstance(part, dict)] if isinstance(asked, dict) else []
    depth = text_at(held, "depth")
    return Node(
        depth=int(depth) if depth.isdecimal() and len(depth) < 3 else 1,
        is_assessed=text_at(held, "assessable").lower() in _TRUE,
        code=text_at(held, "ref_id"),
        place=Place(file, row=number, unit="entry"),
        said={name: _both(held, name, locale) for name in _FIELDS},
        questions=[_both(part, "text", locale) for part in each],
        is_mandatory=text_at(held, "importance") == "mandatory",
    )


def _both(held: Held, name: str, locale: str) -> Texts:
    """A text in each language we have; `translations` holds the others by their code."""
    said = {locale: text_at(held, name)}
    translations = held.get("translations")
    for language, told in translations.items() if isinstance(translations, dict) else ():
        if isinstance(told, dict) and (text := text_at(told, name)):
            said[language] = text
    return {language: text for language, text in said.items() if language in LANGUAGES and text}


def _slot(locale: str) -> str:
    """Swedish stands as Swedish; all other languages stand where English does, for want of a place of their own."""
    return "sv" if locale.lower().startswith("sv") else "en"


def is_framework_book(sheets: Sequence[Sheet]) -> bool:
    """Whether a workbook is one that CISO Assistant makes its libraries from, in its old form or its new one."""
    names = {sheet.name.lower() for sheet in sheets}
    return "library_content" in names or ("library_meta" in names and any(name.endswith("_content") for name in names))


def read_framework_book(sheets: Sequence[Sheet], file: str) -> tuple[Outline, tuple[LeftOut, ...]]:
    """The outline of a framework in sheets, and what is left out of it."""
    about = _about(sheets)
    wanted = _content_sheets(sheets)
    locale = _slot(about.get("locale", "") or about.get("library_locale", ""))
    nodes = [node for sheet in sheets if sheet.name in wanted for node in _rows(sheet, file, locale)]
    left_out = [_left_out_sheet(sheet, file) for sheet in sheets if _is_other(sheet, wanted)]
    title = {locale: about.get("framework_name") or about.get("name") or about.get("library_name", "")}
    code = about.get("framework_ref_id") or about.get("ref_id") or about.get("library_ref_id", "")
    edition = about.get("version") or about.get("library_version", "")
    outline, more = _outline(nodes, title, code, edition)
    return outline, (*left_out, *more)


def _about(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Names and values of the sheets that tell about the library; the framework's own come last and win."""
    told: dict[str, str] = {}
    by_rank = {"library_meta": 0, "library_content": 0}
    for sheet in sorted(sheets, key=lambda each: by_rank.get(each.name.lower(), 1)):
        pairs = _pairs(sheet)
        if sheet.name.lower() in by_rank or pairs.get("type") == "framework":
            told |= pairs
    return told


def _pairs(sheet: Sheet) -> dict[str, str]:
    return {row.text(0).strip().lower(): row.text(1).strip() for row in sheet.rows if row.text(1).strip()}


def _content_sheets(sheets: Sequence[Sheet]) -> set[str]:
    """The names of the sheets that hold requirements."""
    old = [sheet for sheet in sheets if sheet.name.lower() == "library_content"]
    if old:
        tabs = [row for row in old[0].rows if row.text(0).strip().lower() == "tab"]
        return {row.text(1).strip() for row in tabs if row.text(2).strip().lower() == "requirements"}
    kinds = {sheet.name.lower(): _pairs(sheet).get("type", "") for sheet in sheets}
    return {sheet.name for sheet in sheets if kinds.get(_meta_name(sheet)) == "framework"}


def _meta_name(sheet: Sheet) -> str:
    name = sheet.name.lower()
    return f"{name.removesuffix('_content')}_meta" if name.endswith("_content") else ""


def _is_other(sheet: Sheet, wanted: set[str]) -> bool:
    name = sheet.name.lower()
    return bool(sheet.rows) and sheet.name not in wanted and not (name.endswith("_meta") or name == "library_content")


def _left_out_sheet(sheet: Sheet, file: str) -> LeftOut:
    return LeftOut(Place(file, sheet.name), sheet.rows[0].cells[0].text, NOT_A_FRAMEWORK)


def _rows(sheet: Sheet, file: str, locale: str) -> Iterator[Node]:
    if not sheet.rows:
        return
    heads = {cell.column: cell.text.strip().lower() for cell in sheet.rows[0].cells}
    for row in sheet.rows[1:]:
        held = _row_held(row, heads)
        lines = [line.strip() for line in text_at(held, "questions").splitlines() if line.strip()]
        node = _node({**held, "questions": None}, row.number, file, locale)
        node.place = Place(file, sheet.name, row.number)
        node.questions = [{locale: line} for line in lines]
        yield node


def _row_held(row: Row, heads: dict[int, str]) -> Held:
    """The cells of a row by the heads of their columns; `name[sv]` goes to the translations."""
    held: Held = {"translations": {}}
    for cell in row.cells:
        head = heads.get(cell.column, "")
        if told := _TRANSLATED.match(head):
            held["translations"].setdefault(told[2], {})[told[1]] = cell.text
        else:
            held[head] = cell.text
    return held


def _outline(nodes: Iterable[Node], title: Texts, code: str, edition: str) -> tuple[Outline, tuple[LeftOut, ...]]:
    outline = Outline(title, code=code, edition=edition or "1")
    left_out: list[LeftOut] = []
    above: list[Node] = []
    for node in nodes:
        above = [each for each in above if each.depth < node.depth]
        if node.is_assessed:
            if not outline.sections:
                outline.sections.append(OutlineSection())
            outline.sections[-1].questions += _questions(node, code)
        else:
            above.append(node)
            outline.sections.append(_section(above))
            left_out += _said_of_section(node)
    return outline, tuple(left_out)


def _questions(node: Node, framework: str) -> list[OutlineQuestion]:
    name, description = node.said["name"], node.said["description"]
    refers_to = (f"{framework}:{node.code}",) if framework and node.code else ()
    text, rest = (name, [description]) if name else (description, [])
    if node.questions:
        text, rest = {}, [name, description]
    asked = node.questions or [text or {"en": node.code}]
    return [
        OutlineQuestion(
            each,
            _joined([*rest, node.said["annotation"]]),
            node.said["typical_evidence"],
            code=node.code if len(asked) == 1 else f"{node.code}-{n}" if node.code else "",
            refers_to=refers_to,
            must_ask=node.is_mandatory,
        )
        for n, each in enumerate(asked, 1)
    ]


def _section(above: Sequence[Node]) -> OutlineSection:
    titles = [node.said["name"] or node.said["description"] or {"en": node.code} for node in above]
    languages = {language for title in titles for language in title}
    title = {each: joined_title([said.get(each, "") for said in titles]) for each in languages}
    return OutlineSection(title, code=above[-1].code)


def _said_of_section(node: Node) -> Iterator[LeftOut]:
    told = [node.said["annotation"], *([node.said["description"]] if node.said["name"] else [])]
    for text in (next(iter(each.values())) for each in told if each):
        yield LeftOut(node.place, text, NO_PLACE)


def _joined(told: Sequence[Texts]) -> Texts:
    languages = {language for each in told for language in each}
    return {language: "\n\n".join(each[language] for each in told if language in each) for language in languages}
