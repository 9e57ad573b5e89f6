"""Records: the kinds of things the register keeps, and how their fields become plain values."""

import dataclasses
import datetime as dt
import json
import types
import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, TypeVar

from qmsdesk.domain.changes import DELETED, Edit, Value

R = TypeVar("R")
RECORDS_KEPT = 4096
"""Enough for two large days; a record takes about a kilobyte."""

_PLACES = {
    "organisation": "organisation.Organisation",
    "department": "organisation.Department",
    "unit": "organisation.Unit",
    "certificate": "organisation.Certificate",
    "person": "people.Person",
    "tenure": "people.Tenure",
    "requirement_source": "requirements.RequirementSource",
    "requirement": "requirements.Requirement",
    "unit_source": "requirements.UnitSource",
    "unit_requirement": "requirements.UnitRequirement",
    "checklist": "checklists.Checklist",
    "section": "checklists.Section",
    "question": "checklists.Question",
    "requirement_match": "requirements.RequirementMatch",
    "phrase": "phrases.Phrase",
    "programme": "programmes.Programme",
    "audit": "audits.Audit",
    "audit_question": "audits.AuditQuestion",
    "team_member": "audits.TeamMember",
    "plan_slot": "plan.PlanSlot",
    "note": "notes.Note",
    "note_link": "notes.NoteLink",
    "answer": "answers.Answer",
    "finding": "findings.Finding",
    "finding_note": "findings.FindingNote",
    "action": "actions.Action",
    "attachment": "attachments.Attachment",
    "obstacle": "plan.Obstacle",
    "time_entry": "times.TimeEntry",
    "opening_check": "openings.OpeningCheck",
    "participant": "openings.Participant",
    "document": "documents.Document",
    "sample": "samples.Sample",
    "main_message": "main_messages.MainMessage",
    "regrading": "regradings.Regrading",
    "feedback": "feedback.Feedback",
    "reopening": "reopenings.Reopening",
    "sign_off": "reports.SignOff",
    "report_issue": "reports.ReportIssue",
    "ready_text": "ready_texts.ReadyText",
    "mask": "masks.Mask",
}
_KINDS_BY_PLACE = {place: kind for kind, place in _PLACES.items()}


class _Kinds(Mapping[str, type[Any]]):
    """A record's module comes in when its kind is first asked for: a start needs few of them, and each costs."""

    def __getitem__(self, kind: str) -> type[Any]:
        module, name = _PLACES[kind].split(".")
        found: type[Any] = getattr(import_module(f"qmsdesk.domain.{module}"), name)
        return found

    def __contains__(self, kind: object) -> bool:
        return kind in _PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __reversed__(self) -> Iterator[str]:
        return reversed(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


KINDS = _Kinds()
"""Every kind by its name, which is also the name of its table; a kind stands after those it refers to."""


def kind_of(record_type: type[Any]) -> str:
    """The name of a record's kind."""
    return _KINDS_BY_PLACE[f"{record_type.__module__.rpartition('.')[2]}.{record_type.__name__}"]


@cache
def field_types(record_type: type[Any]) -> dict[str, type]:
    """The plain type of each field of a record, `X | None` taken as X."""
    hints = typing.get_type_hints(record_type)
    return {field.name: _plain(hints[field.name]) for field in dataclasses.fields(record_type)}


def _plain(hint: Any) -> type:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    return typing.get_origin(hint) or hint


def to_value(held: Any) -> Value:
    """What the log and the tables keep for a field's content."""
    if held is None or type(held) in (str, int):
        return held
    if isinstance(held, StrEnum):
        return held.value
    if isinstance(held, bool):
        return int(held)
    if isinstance(held, dt.datetime):
        return held.astimezone(dt.UTC).isoformat(timespec="milliseconds")
    if isinstance(held, dt.time):
        return held.isoformat(timespec="minutes")
    if isinstance(held, dt.date):
        return held.isoformat()
    if isinstance(held, tuple):
        return json.dumps(held, ensure_ascii=False)
    raise TypeError(f"a field cannot hold {type(held).__name__}")


def from_value(value: Value, plain: type) -> Any:
    """The content of a field of that type from what was kept."""
    if value is None or plain in (str, int):
        return value
    if plain is bool:
        return bool(value)
    if plain is tuple:
        return tuple(json.loads(str(value)))
    if plain in (dt.date, dt.datetime, dt.time):
        return plain.fromisoformat(str(value))
    return plain(value)


def from_row(record_type: type[R], row: typing.Sequence[Value]) -> R:
    """A record from a row whose columns stand in the order of its fields.

    Records never change, so a row that was read before gives the very record that it gave then: a page that reads
    its day anew at every key makes only what is new.
    """
    found: R = _record(record_type, tuple(row))  # type: ignore[arg-type]  # a class is hashable
    return found


@lru_cache(maxsize=RECORDS_KEPT)
def _record(record_type: type[Any], row: tuple[Value, ...]) -> Any:
    plain = field_types(record_type).values()  # type: ignore[arg-type]  # a class is hashable
    return record_type(*(from_value(value, type_) for value, type_ in zip(row, plain, strict=True)))


@cache
def _defaults(record_type: type[Any]) -> dict[str, Any]:
    return {field.name: field.default for field in dataclasses.fields(record_type)}


def creation_of(record: Any) -> list[Edit]:
    """The edits that bring a record into being, or back: one for each field that is not at its default."""
    kind = kind_of(type(record))
    default = _defaults(type(record))  # type: ignore[arg-type]  # a class is hashable
    held = {name: getattr(record, name) for name in default if name != "id"}
    audit_id = record.id if kind == "audit" else held.get("audit_id")
    said = {name: to_value(value) for name, value in held.items() if value != default[name]}
    return [Edit(kind, record.id, name, value, audit_id, parents=()) for name, value in ({DELETED: 0} | said).items()]


def whole_of(record: Any) -> list[Edit]:
    """The edits that make a record what it is here, whether it is new, was there or was deleted: for derived ids."""
    names = [field.name for field in dataclasses.fields(record) if field.name != "id"]
    return [edit_of(record, DELETED, 0), *(edit_of(record, name, getattr(record, name)) for name in names)]


def edit_of(record: Any, field: str, held: Any, parents: tuple[str, ...] | None = None) -> Edit:
    """The edit that gives one field of a record a new content."""
    kind = kind_of(type(record))
    audit_id = record.id if kind == "audit" else getattr(record, "audit_id", None)
    return Edit(kind, record.id, field, to_value(held), audit_id, parents)
