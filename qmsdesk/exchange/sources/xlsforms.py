"""XLSForm workbooks (ODK, Kobo, Survey123): groups become sections, what is asked becomes questions, notes guidance."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from qmsdesk.exchange.sources.headings import joined_title
from qmsdesk.exchange.sources.outlines import Outline, OutlineQuestion, OutlineSection, Texts
from qmsdesk.exchange.sources.sheets import LeftOut, Place, Row, Sheet
from qmsdesk.i18n import LANGUAGES, N_

CHOICE = N_("it is an answer to choose, not a question")
METADATA = N_("the form fills it in by itself")
WORKED_OUT = N_("it is worked out or hidden, not asked")
SWITCHED_OFF = N_("it is switched off in the form")
NO_TEXT = N_("it has no text to ask")
NOT_ABOUT_A_QUESTION = N_("it belongs to no question")
STEERS = N_("this column steers the form on a screen")
UNKNOWN_COLUMN = N_("this column is no part of such a form")
OTHER_LANGUAGE = N_("the program has no place for this language")
STANDS_AS_ENGLISH = N_("The texts are neither in Swedish nor in English. They stand in the place of English.")

_METADATA = frozenset(
    {"start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "username", "email", "audit"}
    | {"start-geopoint", "background-audio", "background-geopoint"}
)
_WORKED_OUT = frozenset({"calculate", "hidden", "xml-external", "csv-external"})
_STEERING = frozenset(
    {"constraint", "constraint_message", "required_message", "appearance", "default", "read_only", "readonly"}
    | {"calculation", "repeat_count", "parameters", "choice_filter", "media", "image", "audio", "video", "autoplay"}
    | {"trigger", "instance", "body", "intent", "save_to", "count", "bind"}
)
_YES = frozenset({"yes", "true", "true()", "1"})
_LANGUAGE = re.compile(r"^([a-z_]+)\s*::?\s*(.*?)\s*(?:\(([\w-]+)\))?$")
_BIND = re.compile(r"^bind\s*::?\s*")
_TEXTS = frozenset({"label", "hint", "guidance_hint"})
_PLAIN = frozenset({"type", "name", "relevant", "relevance", "required", "disabled"})


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: a name, and the language where it is a text in one."""

    name: str
    language: str = ""
    is_named: bool = False


@dataclass(slots=True)
class _Group:
    """A group on its way; `notes` wait in it for the next question."""

    name: str = ""
    label: Texts = field(default_factory=dict)
    condition: str = ""
    notes: list[tuple[Texts, LeftOut]] = field(default_factory=list)
    last: OutlineQuestion | None = None


def is_xlsform(sheets: Sequence[Sheet]) -> bool:
    """Whether a workbook holds a survey sheet with the columns of a form."""
    survey = _sheet(sheets, "survey")
    heads = {column.name for column in _columns(survey).values()} if survey else set()
    return {"type", "label"} <= heads or {"type", "name"} <= heads


def read_xlsform(
    sheets: Sequence[Sheet], file: str, guess: Callable[[Sequence[str]], str]
) -> tuple[Outline, tuple[LeftOut, ...], tuple[str, ...]]:
    """The outline of a form, what is left out of it, and warnings; `guess` says what language unmarked texts are in."""
    reading = _Reading(sheets, file, guess)
    return reading.outline, tuple(reading.left_out), reading.warnings


def _sheet(sheets: Sequence[Sheet], name: str) -> Sheet | None:
    return next((sheet for sheet in sheets if sheet.name.strip().lower() == name and sheet.rows), None)


def _columns(sheet: Sheet) -> dict[int, _Column]:
    return {cell.column: _column(cell.text) for cell in sheet.rows[0].cells}


def _column(head: str) -> _Column:
    name = _BIND.sub("", head.strip().lower())
    told = _LANGUAGE.match(name)
    if told and told[1] in _TEXTS:
        return _Column(told[1], told[3] or told[2], is_named=True)
    return _Column("_".join(name.split()) if name in ("list name", "form title", "form id") else name)


def _slot(language: str) -> str:
    """Our name for a language that a form names, or nothing."""
    name = language.strip().lower()
    if name.startswith(("sv", "swed")):
        return "sv"
    return "en" if name.startswith("en") else ""


class _Reading:
    def __init__(self, sheets: Sequence[Sheet], file: str, guess: Callable[[Sequence[str]], str]) -> None:
        survey = _sheet(sheets, "survey")
        assert survey
        self._file = file
        self._sheet = survey
        self._columns = _columns(survey)
        self.left_out: list[LeftOut] = []
        self.warnings: tuple[str, ...] = ()
        settings = _settings(sheets)
        self._default = settings.get("default_language", "")
        self._slots = self._language_slots(self._default, guess)
        self._open = [_Group()]
        self.outline = Outline(
            self._in_slot(settings.get("form_title", "")),
            code=settings.get("form_id") or settings.get("id_string", ""),
            edition=settings.get("version") or "1",
        )
        self._leave_out_columns()
        for row in survey.rows[1:]:
            self._read(row)
        self._close_all()
        self.left_out += [each for sheet in sheets if sheet is not survey for each in _choices(sheet, file)]

    def _language_slots(self, default: str, guess: Callable[[Sequence[str]], str]) -> dict[str, str]:
        """Which of our languages each of the form's stands for; the one the form does not name is guessed."""
        named = {column.language for column in self._columns.values() if column.is_named and column.language}
        slots = {language: _slot(language) for language in named}
        if any(column.name == "label" and not column.language for column in self._columns.values()):
            free = [language for language in LANGUAGES if language not in slots.values()]
            wanted = _slot(default) or guess(self._unmarked_labels())
            slots[""] = wanted if wanted in free else next(iter(free), "")
        if not any(slots.values()) and slots:
            slots[default if default in slots else min(slots)] = "en"
            self.warnings = (STANDS_AS_ENGLISH,)
        return slots

    def _unmarked_labels(self) -> list[str]:
        plain = [place for place, column in self._columns.items() if column.name == "label" and not column.language]
        return [text for row in self._sheet.rows[1:] for place in plain if (text := row.text(place))]

    def _in_slot(self, text: str) -> Texts:
        """A text without a language of its own, in the one the form stands in."""
        asked = [language for language in LANGUAGES if language in self._slots.values()]
        default = _slot(self._default)
        slot = self._slots.get("") or (default if default in asked else next(iter(asked), "en"))
        return {slot: text} if text else {}

    def _leave_out_columns(self) -> None:
        for cell in self._sheet.rows[0].cells:
            column = self._columns[cell.column]
            reason = ""
            if column.name in _TEXTS:
                reason = "" if self._slots.get(column.language, "") else OTHER_LANGUAGE
            elif column.name not in _PLAIN:
                known = column.name.split(":")[0] in _STEERING
                reason = STEERS if known else UNKNOWN_COLUMN
            if reason and any(row.text(cell.column) for row in self._sheet.rows[1:]):
                place = Place(self._file, self._sheet.name, self._sheet.rows[0].number, cell.column)
                self.left_out.append(LeftOut(place, cell.text, reason))

    def _read(self, row: Row) -> None:
        kind = " ".join(self._plain(row, "type").lower().replace("_", " ").split())
        if kind.startswith("begin "):
            self._open.append(_Group(self._plain(row, "name"), self._texts(row, "label"), self._condition(row)))
        elif kind.startswith("end ") and len(self._open) > 1:
            self._close()
        elif reason := self._reason_against(row, kind):
            self._leave_out(row, reason)
        elif kind == "note":
            self._open[-1].notes.append((self._told(row), self._leaving(row, NOT_ABOUT_A_QUESTION)))
        elif kind:
            self._ask(row)

    def _reason_against(self, row: Row, kind: str) -> str:
        if self._plain(row, "disabled").lower() in _YES:
            return SWITCHED_OFF
        if kind.replace(" ", "-") in _METADATA:
            return METADATA
        if kind.replace(" ", "-") in _WORKED_OUT:
            return WORKED_OUT
        return NO_TEXT if kind and not self._texts(row, "label") and not self._texts(row, "hint") else ""

    def _ask(self, row: Row) -> None:
        group = self._open[-1]
        label, told = self._texts(row, "label"), self._texts(row, "hint", "guidance_hint")
        if not label:
            label, told = self._texts(row, "hint"), self._texts(row, "guidance_hint")
        conditions = [each for each in (*(opened.condition for opened in self._open), self._condition(row)) if each]
        asked = OutlineQuestion(
            label,
            _joined([*(text for text, _ in group.notes), told]),
            code=self._plain(row, "name"),
            must_ask=self._plain(row, "required").lower() in _YES,
            condition=conditions[0] if len(conditions) == 1 else " and ".join(f"({each})" for each in conditions),
        )
        group.notes = []
        group.last = asked
        self._section().questions.append(asked)

    def _section(self) -> OutlineSection:
        """The section of the groups that are open; a new one where another has come between, so order stays."""
        titled = [group for group in self._open if group.label]
        languages = {language for group in titled for language in group.label}
        title = {each: joined_title([group.label.get(each, "") for group in titled]) for each in languages}
        code = titled[-1].name if titled else ""
        last = self.outline.sections[-1] if self.outline.sections else None
        if last is None or (last.title, last.code) != (title, code):
            last = OutlineSection(title, code=code)
            self.outline.sections.append(last)
        return last

    def _close(self) -> None:
        """Notes that no question followed belong to the one before them, or to none."""
        group = self._open.pop()
        for text, leaving in group.notes:
            if group.last:
                group.last.guidance = _joined([group.last.guidance, text])
            else:
                self.left_out.append(leaving)

    def _close_all(self) -> None:
        while self._open:
            self._close()

    def _plain(self, row: Row, *names: str) -> str:
        return next((text for place, text in self._cells(row) if self._columns[place].name in names), "")

    def _condition(self, row: Row) -> str:
        return self._plain(row, "relevant", "relevance")

    def _texts(self, row: Row, *names: str) -> Texts:
        """What the columns of these names say, by our languages."""
        told: list[Texts] = []
        for name in names:
            for place, text in self._cells(row):
                column = self._columns[place]
                if column.name == name and (slot := self._slots.get(column.language, "")):
                    told.append({slot: text})
        return _joined(told)

    def _told(self, row: Row) -> Texts:
        return self._texts(row, "label", "hint", "guidance_hint")

    def _cells(self, row: Row) -> Iterator[tuple[int, str]]:
        return ((cell.column, cell.text.strip()) for cell in row.cells if cell.column in self._columns)

    def _leave_out(self, row: Row, reason: str) -> None:
        self.left_out.append(self._leaving(row, reason))

    def _leaving(self, row: Row, reason: str) -> LeftOut:
        text = next(iter(self._told(row).values()), "") or self._plain(row, "name") or self._plain(row, "type")
        return LeftOut(Place(self._file, self._sheet.name, row.number), text, reason)


def _settings(sheets: Sequence[Sheet]) -> dict[str, str]:
    sheet = _sheet(sheets, "settings")
    if not sheet or len(sheet.rows) < 2:
        return {}
    return {column.name: sheet.rows[1].text(place).strip() for place, column in _columns(sheet).items()}


def _choices(sheet: Sheet, file: str) -> Iterator[LeftOut]:
    """The answers to choose from, and what else stands in sheets that ask nothing."""
    if sheet.name.strip().lower() == "settings":
        return
    is_choices = sheet.name.strip().lower() in ("choices", "external_choices", "lists")
    columns = _columns(sheet) if sheet.rows else {}
    labels = [place for place, column in columns.items() if column.name == "label"]
    for row in sheet.rows[1:] if is_choices else sheet.rows:
        text = next((said for place in labels if (said := row.text(place))), row.cells[0].text)
        reason = CHOICE if is_choices else NOT_ABOUT_A_QUESTION
        yield LeftOut(Place(file, sheet.name, row.number), text, reason)


def _joined(told: Sequence[Texts]) -> Texts:
    languages = {language: None for each in told for language in each}
    return {language: "\n\n".join(each[language] for each in told if each.get(language)) for language in languages}
