"""Changes: every change of every field, by whom, on which laptop, from what to what."""

import datetime as dt
from dataclasses import dataclass, field

Value = str | int | None
"""What a field may hold in the log: text, whole numbers or nothing. No floats: they do not survive every reader."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A wish to change one field. `parents` are the changes the editor was showing; None means the present ones.

    One that takes back also supersedes what its author wrote there since, such as what a later undo had put back.
    """

    kind: str
    entity: str
    field: str
    value: Value
    audit_id: str | None = None
    parents: tuple[str, ...] | None = None
    takes_back: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log. `replica` is one incarnation of the log on one laptop; `id` is `replica.seq.mark`."""

    id: str
    at: dt.datetime
    author_id: str
    audit_id: str | None
    kind: str
    entity: str
    field: str
    value: Value
    parents: tuple[str, ...] = ()
    is_live: bool = True


@dataclass(frozen=True, slots=True)
class Changed:
    """What one transaction touched, and the edits that would take it back."""

    kinds: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    undo: tuple[Edit, ...] = field(default=(), compare=False)


DELETED = "_deleted"
"""The field that marks an entity as deleted; nothing is ever removed from the log."""
