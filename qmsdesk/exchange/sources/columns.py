"""What a column holds, judged by its header and by its contents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qmsdesk.exchange.sources.header_words import UNKNOWN, Kind, Promise
from qmsdesk.exchange.sources.headers import is_box
from qmsdesk.exchange.sources.languages import language_of
from qmsdesk.exchange.sources.mappings import Role
from qmsdesk.exchange.sources.sheets import Row

NUMBERING = re.compile(
    r"^\(?(?:[A-ZÅÄÖa-zåäö]{1,3}[.\- ]?)?\d{1,4}(?:[.\-:]\d{1,3}){0,4}[a-z]?[.):]?$"
    r"|^[A-Za-z][.)]?$|^[IVX]{1,5}[.)]?$"
    r"|^(?:[Ff]råga|[Qq]uestion|[Pp]unkt|[Nn]r|[Nn]o)\.? ?\d{1,3}[a-z]?[.):]?$"
)
_SAMPLE = 600
_PLAIN, _SOME_ALIKE = 3, 0.8
_SHORTEST_SECTION = 4
_SPOKEN = re.compile(r"[^\W\d_]{2,}")
_LINK = re.compile(r"^(https?://|www\.)\S+$")
_GUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-")


@dataclass(frozen=True, slots=True)
class Contents:
    """Figures of a column below its header; `runs` counts how often its text changes between filled rows, `spoken` the
    words that are more than a number or a sign."""

    filled: int = 0
    distinct: int = 0
    runs: int = 0
    words: float = 0
    numbering: float = 0
    boxes: float = 0
    asked: float = 0
    links: float = 0
    letters: float = 0
    spoken: float = 0

    @property
    def is_text(self) -> bool:
        """Whether it could be read aloud as a list of things to ask."""
        return self.filled > 0 and self.numbering < 0.5 and self.boxes < 0.5 and self.links < 0.5

    @property
    def variety(self) -> float:
        return self.distinct / self.filled if self.filled else 0


def contents_of(rows: Sequence[Row], column: int) -> Contents:
    texts = [text for row in rows[:_SAMPLE] if (text := row.text(column))]
    if not texts:
        return Contents()
    count = len(texts)
    return Contents(
        filled=count,
        distinct=len(set(texts)),
        runs=sum(one != other for one, other in zip(texts, ["", *texts[:-1]], strict=True)),
        words=sum(len(text.split()) for text in texts) / count,
        numbering=sum(bool(NUMBERING.match(text)) for text in texts) / count,
        boxes=sum(is_box(text) for text in texts) / count,
        asked=sum(text.endswith("?") for text in texts) / count,
        links=sum(bool(_LINK.match(text) or _GUID.match(text)) for text in texts) / count,
        letters=sum(len(text) for text in texts) / count,
        spoken=sum(len(_SPOKEN.findall(text)) for text in texts) / count,
    )


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what its header promises and what it holds."""

    column: int
    promise: Promise
    contents: Contents
    language: str = ""


def columns_of(rows: Sequence[Row], columns: Sequence[int], promises: dict[int, Promise]) -> list[Column]:
    made = []
    for column in columns:
        promise = promises.get(column, UNKNOWN)
        texts = (row.text(column) for row in rows[:_SAMPLE])
        made.append(Column(column, promise, contents_of(rows, column), promise.language or language_of(texts)))
    return made


def roles_of(columns: Sequence[Column], language: str) -> dict[int, Role]:
    """The role of each column, `language` where a column does not tell its own."""
    roles = dict.fromkeys((each.column for each in columns), Role.IGNORED)
    asked = _in_languages(question_columns(columns), language)
    if not asked:
        return roles
    for spoken, column in asked.items():
        roles[column.column] = Role(f"question_{spoken}")
    main = next(iter(asked.values()))
    rest = [each for each in columns if each.column not in {column.column for column in asked.values()}]
    if (number := _number_column(rest, main)) is not None:
        roles[number.column] = Role.NUMBER
        rest.remove(number)
    for spoken, column in _in_languages(_section_columns(rest, main), language).items():
        roles[column.column] = Role(f"section_{spoken}")
    _give_help(rest, main, next(iter(asked)), roles)
    singles = ((Kind.REFERENCE, Role.REFERENCE), (Kind.MINUTES, Role.MINUTES), (Kind.MUST, Role.MUST))
    for kind, role in (*singles, (Kind.CONDITION, Role.CONDITION)):
        for each in rest:
            if each.promise.kind is kind and each.contents.filled and roles[each.column] is Role.IGNORED:
                roles[each.column] = role
                break
    return roles


def _give_help(rest: Sequence[Column], main: Column, language: str, roles: dict[int, Role]) -> None:
    """Guidance and evidence: columns named so, and a description beside the question."""
    for kind, name in ((Kind.GUIDANCE, "guidance"), (Kind.EVIDENCE, "evidence")):
        free = [each for each in rest if roles[each.column] is Role.IGNORED and each.contents.filled]
        helping = [each for each in free if each.promise.kind is kind and each.contents.boxes < 0.5]
        if kind is Kind.GUIDANCE:
            helping += [each for each in free if each not in helping and _explains(each, main)]
            helping = [each for each in helping if each.contents.links < 0.5]
        for spoken, column in _in_languages(helping, language).items():
            roles[column.column] = Role(f"{name}_{spoken}")


def question_columns(columns: Sequence[Column]) -> list[Column]:
    """The columns that may hold what is asked, the likeliest first; further ones only in another language."""
    could = [each for each in columns if each.contents.is_text and each.promise.language != "other"]
    named = [each for each in could if each.promise.kind is Kind.QUESTION]
    if not named or _only_short_labels(named, could):
        named = [each for each in could if _may_be_asked(each)] or named
        named = named or [each for each in could if each.promise.kind is not Kind.ANSWER] or could
        named.sort(key=_weight, reverse=True)
    elif len(named) > 1:
        named.sort(
            key=lambda each: (each.promise.strength, each.contents.asked >= 0.5, each.contents.filled * _weight(each)),
            reverse=True,
        )
    return [named[0], *(each for each in named[1:] if _is_translation(each, named[0]))] if named else []


def _only_short_labels(named: Sequence[Column], could: Sequence[Column]) -> bool:
    """A column “Name” or “Item” of single words beside one of whole questions."""
    best = max(named, key=lambda each: (each.promise.strength, each.contents.words))
    longer = [
        each
        for each in could
        if each.promise.kind in {Kind.UNKNOWN, Kind.GUIDANCE, Kind.REFERENCE} and each.contents.asked > 0.5
    ]
    return best.promise.strength < 3 and best.contents.asked < 0.2 and bool(longer)


def _may_be_asked(each: Column) -> bool:
    if each.promise.kind in {Kind.UNKNOWN, Kind.GUIDANCE, Kind.QUESTION}:
        return True
    return each.contents.asked > 0.5 and each.promise.kind is not Kind.ANSWER


def _weight(each: Column) -> float:
    """How much there is to read in a column that does not repeat itself."""
    contents = each.contents
    return contents.filled * min(contents.spoken, 12) * contents.variety * (2 if contents.asked > 0.4 else 1)


def _is_translation(each: Column, main: Column) -> bool:
    return (
        each.language != main.language
        and bool(each.language)
        and bool(main.language)
        and {each.language, main.language} <= {"sv", "en"}
        and abs(each.contents.filled - main.contents.filled) <= 0.6 * main.contents.filled
        and 0.4 < each.contents.words / max(main.contents.words, 0.1) < 2.5
    )


def _in_languages(found: Sequence[Column], language: str) -> dict[str, Column]:
    """The first column of each language; one whose language nothing tells is in that of the file."""
    by_language: dict[str, Column] = {}
    for each in found:
        spoken = each.language if each.language in {"sv", "en"} else language
        by_language.setdefault(spoken, each)
        if not any(other.promise.language or other.language for other in found):
            break
    return by_language


def _number_column(rest: Sequence[Column], main: Column) -> Column | None:
    named = [
        each for each in rest if each.promise.kind is Kind.NUMBER and each.contents.filled and each.contents.links < 0.5
    ]
    if named:
        return named[0]
    numbered = [each for each in rest if each.contents.numbering > 0.7 and each.contents.variety > 0.5]
    numbered = [each for each in numbered if each.promise.kind not in {Kind.ANSWER, Kind.MINUTES, Kind.REFERENCE}]
    return next((each for each in numbered if each.column < main.column), None)


def _section_columns(rest: Sequence[Column], main: Column) -> list[Column]:
    """Columns whose text stays the same over several questions: named so, or to the left of the question."""
    groups = [each for each in rest if each.contents.filled and each.contents.boxes < 0.5 and _groups(each, main)]
    named = [each for each in groups if each.promise.kind is Kind.SECTION]
    named.sort(key=lambda each: -each.promise.strength)
    if named:
        return [
            named[0],
            *(
                each
                for each in named[1:]
                if each.language != named[0].language and each.language and _is_translation(each, named[0])
            ),
        ]
    left = [each for each in groups if each.column < main.column and each.promise.kind in {Kind.UNKNOWN, Kind.QUESTION}]
    left = [each for each in left if each.contents.letters >= _SHORTEST_SECTION]
    return [each for each in left if each.contents.numbering < 0.5][:1]


def _groups(each: Column, main: Column) -> bool:
    """Whether each of its texts covers more than one question."""
    if each.promise.kind is Kind.SECTION and each.contents.filled < main.contents.filled * 0.8:
        return True
    together = each.contents.runs == each.contents.distinct <= _SOME_ALIKE * each.contents.filled
    if each.promise.kind is Kind.SECTION and each.promise.strength == _PLAIN and together:
        return True
    return each.contents.distinct <= main.contents.filled * 0.7


def _explains(each: Column, main: Column) -> bool:
    """A description beside the question."""
    promise = each.promise
    told = promise.kind is Kind.QUESTION and promise.strength < 3 and each.contents.is_text
    return told and each.column != main.column and each.contents.words > 2.5
