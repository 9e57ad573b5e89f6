"""Checklists from YAML files of our own form: read, judged, and written as a published edition."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from qmsdesk.domain.checklists import (
    DEFAULT_MINUTES,
    Checklist,
    ChecklistState,
    Commonality,
    Question,
    Section,
    content_hash,
)
from qmsdesk.domain.conditions import astray
from qmsdesk.domain.errors import ChecklistIncomplete, ChecklistNotReadable, FileNotFound
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.positions import positions
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.exchange.yaml_files import Loader
from qmsdesk.i18n import LANGUAGES, N_, Words
from qmsdesk.paths import resource
from qmsdesk.store.checklists import list_checklists, published_editions
from qmsdesk.store.database import Connection
from qmsdesk.store.register import Register

_KNOWN_KEYS = {
    "checklist": {"id", "version", "title", "language", "sections", "extends"},
    "extended": {"id", "version"},
    "section": {"id", "title", "questions"},
    "question": {"id", "text", "guidance", "evidence", "refs", "minutes", "must_ask", "condition"}
    | {"commonality", "parameter"},
}
DEEPEST = 20
_YES = frozenset({"true", "yes", "ja", "1"})


class Extended(NamedTuple):
    """The core that a module extends, as files name it."""

    code: str
    edition: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistContent:
    """A checklist as records; `left_out` names what the file holds and the program has no place for."""

    checklist: Checklist
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    left_out: tuple[str, ...] = ()
    extends: Extended | None = None

    @property
    def languages(self) -> list[str]:
        """The languages that at least one question is asked in."""
        return [language for language in LANGUAGES if any(getattr(item, f"text_{language}") for item in self.questions)]

    def without(self, language: str) -> list[str]:
        """The codes of the questions that are not asked in a language."""
        return [question.code for question in self.questions if not getattr(question, f"text_{language}")]

    @property
    def records(self) -> list[Checklist | Section | Question]:
        return [self.checklist, *self.sections, *self.questions]


def shipped_checklists() -> list[Path]:
    """The checklists that come with the program."""
    return sorted(resource("checklists").glob("*.yaml"))


def read_checklist(path: Path) -> ChecklistContent:
    """Read a checklist file. Raises `FileNotFound`, `ChecklistNotReadable` or `ChecklistIncomplete`."""
    return _Reading(path).content()


def import_checklist(register: Register, path: Path) -> Checklist:
    """Write a checklist file as a published edition; the edition that is there already is left as it is."""
    content = read_checklist(path)
    for line in list_checklists(register.db):
        if (line.checklist.code, line.checklist.edition) == (content.checklist.code, content.checklist.edition):
            return line.checklist
    return write_content(register, content)


def write_content(register: Register, content: ChecklistContent) -> Checklist:
    """Write a checklist into the register, unless the very same one is there.

    One that came before its core and has asked nothing yet is tied to it now.
    """
    content = with_core(register.db, content)
    core_id = content.checklist.extends_id
    held = {line.checklist.id: line for line in list_checklists(register.db)}.get(content.checklist.id)
    if held is None:
        register.write([edit for record in content.records for edit in creation_of(record)])
    elif core_id and not held.checklist.extends_id and not held.audits:
        register.write([edit_of(held.checklist, "extends_id", core_id)])
    return content.checklist


# The core of a module


def core_of(db: Connection, content: ChecklistContent) -> Checklist | None:
    """The core that a module extends, in the edition it names or else the newest; None where it is not there."""
    if content.extends is None:
        return None
    there = [each for each in published_editions(db, content.extends.code) if not each.extends_id]
    meant = [each for each in there if each.edition == content.extends.edition]
    return next(iter(meant or there), None)


def with_core(db: Connection, content: ChecklistContent) -> ChecklistContent:
    """The content tied to the core that is in the register."""
    core = core_of(db, content)
    return replace(content, checklist=replace(content.checklist, extends_id=core.id if core else None))


def say_core(db: Connection, content: ChecklistContent, _: Words) -> str:
    """What to warn of where a module does not find its core as its file names it."""
    extends, core = content.extends, core_of(db, content)
    if extends is None or (core and extends.edition in ("", core.edition)):
        return ""
    named = " ".join(extends).strip()
    if core:
        return _(
            "It extends “{named}”; edition {edition}, which is here, takes its place.",
            named=named,
            edition=core.edition,
        )
    return _(
        "It extends “{named}”, which is not here: it asks only its own questions. Import that one, then this again.",
        named=named,
    )


def say_conditions_astray(content: ChecklistContent, _: Words) -> str:
    """What to warn of where conditions point at no earlier question; those of a module may point into its core."""
    if content.extends:
        return ""
    count = sum(not astray(content.questions, each).is_sound for each in content.questions if each.condition)
    said = _.plural(
        "{count} condition points at no earlier question and hides nothing.",
        "{count} conditions point at no earlier question and hide nothing.",
        count,
    )
    return said if count else ""


class _Reading:
    """One file on its way to records; knows where in the file each part stands."""

    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._left_out: dict[str, None] = {}
        self._seen: set[str] = set()
        self._language = "sv"
        self._root = self._parse(path)

    def _parse(self, path: Path) -> yaml.Node:
        try:
            text = path.read_text(encoding="utf-8-sig")
            self._refuse_depth(text)
            root = yaml.compose(text, Loader)
        except FileNotFoundError as error:
            raise FileNotFound(path=path) from error
        except OSError as error:
            raise self._unreadable(N_("the file cannot be opened")) from error
        except UnicodeDecodeError as error:
            raise self._unreadable(N_("it is not text in UTF-8")) from error
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            line = mark.line + 1 if mark else 1
            raise self._unreadable(N_("its indentation or punctuation is not YAML"), line) from error
        if root is None:
            raise self._unreadable(N_("it is empty"))
        return root

    def _refuse_depth(self, text: str) -> None:
        """Keep out what would overrun the stack: the fast parser looks after itself, the tree it builds does not."""
        depth = 0
        for event in yaml.parse(text, Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                raise self._unreadable(N_("it is nested too deeply"), _line(event))

    def content(self) -> ChecklistContent:
        top = self._mapping(self._root, "checklist")
        self._language = _text(top.get("language")) or "sv"
        code, edition = self._needed(top, "id", N_("the checklist")), self._needed(top, "version", N_("the checklist"))
        title = self._texts(top, "title", N_("the checklist"))
        groups = [self._section(node, n) for n, node in self._items(top, "sections", N_("the checklist"))]
        said = [text for section, asked in groups for text in said_in(section, asked)]
        extends = self._extended(top.get("extends"))
        id_ = derived_id("checklist", code, edition, *title.values(), *(extends or ()), *said)
        checklist = Checklist(id_, code, edition, **title, state=ChecklistState.PUBLISHED)
        return ChecklistContent(checklist, *place_questions(id_, groups), tuple(self._left_out), extends)

    def _extended(self, node: yaml.Node | None) -> Extended | None:
        """A code alone, or with its edition."""
        if not isinstance(node, yaml.MappingNode):
            code = (_text(node) or "").strip()
            return Extended(code) if code else None
        held = self._mapping(node, "extended")
        code = self._needed(held, "id", N_("the checklist it extends"))
        return Extended(code, (_text(held.get("version")) or "").strip())

    def _section(self, node: yaml.Node, number: int) -> tuple[Section, list[Question]]:
        held = self._mapping(node, "section")
        code = _text(held.get("id")) or str(number)
        title = self._texts(held, "title", code)
        questions = [self._question(item, f"{code}-{n}") for n, item in self._items(held, "questions", code)]
        return Section("", "", code, "", **title), questions

    def _question(self, node: yaml.Node, place: str) -> Question:
        held = self._mapping(node, "question")
        code = _text(held.get("id")) or place
        if code in self._seen:
            raise self._unreadable(N_("two questions have the same id"), _line(node))
        self._seen.add(code)
        asked = Question(
            id="",
            section_id="",
            code=code,
            position="",
            **self._texts(held, "text", code),
            **self._texts(held, "guidance", ""),
            **self._texts(held, "evidence", ""),
            refers_to=self._references(held),
            minutes=self._minutes(held),
            must_ask=(_text(held.get("must_ask")) or "").lower() in _YES,
            condition=_text(held.get("condition")) or "",
            commonality=self._commonality(held),
            parameter=_text(held.get("parameter")) or "",
        )
        return replace(asked, content_hash=content_hash(asked))

    def _texts(self, held: dict[str, yaml.Node], field: str, place: str) -> dict[str, str]:
        """Both languages of a text; a plain text is in the file's language. One is needed where a place is named."""
        node = held.get(field)
        said = {self._language: _text(node) or ""}
        if isinstance(node, yaml.MappingNode):
            said = {key: _text(value) or "" for key, value in self._mapping(node).items()}
        both = {f"{field}_{language}": said.get(language, "").strip() for language in LANGUAGES}
        if place and not any(both.values()):
            raise ChecklistIncomplete(file=self._file, place=place, field=field)
        return both

    def _needed(self, held: dict[str, yaml.Node], field: str, place: str) -> str:
        text = (_text(held.get(field)) or "").strip()
        if not text:
            raise ChecklistIncomplete(file=self._file, place=place, field=field)
        return text

    def _items(self, held: dict[str, yaml.Node], field: str, place: str) -> Iterator[tuple[int, yaml.Node]]:
        node = held.get(field)
        if node is not None and _text(node) != "" and not isinstance(node, yaml.SequenceNode):
            raise self._unreadable(N_("a list is expected here"), _line(node))
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise ChecklistIncomplete(file=self._file, place=place, field=field)
        return enumerate(node.value, 1)

    def _references(self, held: dict[str, yaml.Node]) -> tuple[str, ...]:
        node = held.get("refs")
        parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return tuple(text for part in parts if (text := (_text(part) or "").strip()))

    def _minutes(self, held: dict[str, yaml.Node]) -> int:
        node = held.get("minutes")
        text = (_text(node) or "").strip()
        if not text:
            return DEFAULT_MINUTES
        if not (text.isascii() and text.isdigit() and len(text) <= 3):
            raise self._unreadable(N_("minutes are a whole number"), _line(node))
        return int(text)

    def _commonality(self, held: dict[str, yaml.Node]) -> Commonality:
        node = held.get("commonality")
        try:
            return Commonality((_text(node) or "").strip())
        except ValueError as error:
            raise self._unreadable(N_("commonality is “common”, “parameter” or “own”"), _line(node)) from error

    def _mapping(self, node: yaml.Node, part: str = "") -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._unreadable(N_("names with a colon are expected here"), _line(node))
        held = {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}
        if part:
            self._left_out |= dict.fromkeys(sorted(held.keys() - _KNOWN_KEYS[part]))
        return held

    def _unreadable(self, reason: str, line: int = 1) -> ChecklistNotReadable:
        return ChecklistNotReadable(file=self._file, reason=reason, line=line)


def _text(node: Any) -> str | None:
    """The text of a scalar, and an empty one for YAML's words for nothing."""
    if not isinstance(node, yaml.ScalarNode):
        return None
    return "" if not node.style and node.value in ("null", "~") else str(node.value)


def _line(part: Any) -> int:
    return part.start_mark.line + 1 if part is not None else 1


def said_in(section: Section, asked: list[Question]) -> list[str]:
    """All that a section says and asks, for an id derived from it."""
    return [section.title_sv, section.title_en, *(question.content_hash for question in asked)]


def place_questions(
    checklist_id: str, groups: list[tuple[Section, list[Question]]]
) -> tuple[tuple[Section, ...], tuple[Question, ...]]:
    """Give sections and questions their ids and positions."""
    sections: list[Section] = []
    questions: list[Question] = []
    for (section, asked), place in zip(groups, positions(len(groups)), strict=True):
        id_ = derived_id("section", checklist_id, place)
        sections.append(replace(section, id=id_, checklist_id=checklist_id, position=place))
        questions.extend(_in_section(id_, asked))
    return tuple(sections), tuple(questions)


def _in_section(section_id: str, asked: list[Question]) -> Iterable[Question]:
    for question, place in zip(asked, positions(len(asked)), strict=True):
        yield replace(question, id=derived_id("question", section_id, place), section_id=section_id, position=place)
