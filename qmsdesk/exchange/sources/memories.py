"""Corrected mappings as text, kept on this laptop: for the next file of that shape, and for a file left half done."""

import hashlib
import json
from collections.abc import Mapping as Texts
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from qmsdesk.exchange.sources.mappings import Mapping, Mark, Role, TableMapping


def memory_name(mapping: Mapping) -> str:
    """The name a mapping is kept under, empty for a file whose shape says nothing."""
    return f"checklist-shape:{mapping.shape}" if mapping.shape else ""


def memory_of(mapping: Mapping) -> str:
    """The columns and the sheets that are used; rows are each file's own."""
    tables = [{"roles": table.roles, "is_used": table.is_used} for table in mapping.tables]
    return json.dumps({"language": mapping.language, "shape": mapping.shape, "tables": tables})


def mapping_in(memory: str) -> Mapping | None:
    """The mapping that was kept; nothing where it was kept by another version of the program in another way."""
    try:
        held = json.loads(memory)
        tables = tuple(
            TableMapping(
                "", 0, 0, tuple((column, Role(role)) for column, role in each["roles"]), is_used=each["is_used"]
            )
            for each in held["tables"]
        )
        return Mapping(language=held["language"], tables=tables, shape=held["shape"])
    except (ValueError, KeyError, TypeError):
        return None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A file that was corrected and then left: all of its mapping, the names typed for it, and whether to publish."""

    mapping: Mapping
    names: Texts[str, str] = field(default_factory=dict)
    is_published: bool = True


def unfinished_name(path: Path) -> str:
    """The name it is kept under; the same for the same bytes, wherever they lie."""
    with path.open("rb") as file:
        return f"checklist-left:{hashlib.file_digest(file, 'sha256').hexdigest()[:24]}"


def text_of(unfinished: Unfinished) -> str:
    return json.dumps(asdict(unfinished), ensure_ascii=False, separators=(",", ":"))


def unfinished_in(text: str) -> Unfinished | None:
    """What was kept; nothing where another version of the program kept it in another way."""
    try:
        held = json.loads(text)
        about = held["mapping"]
        tables = tuple(_table_in(each) for each in about.pop("tables"))
        return Unfinished(Mapping(**about, tables=tables), dict(held["names"]), bool(held["is_published"]))
    except (ValueError, KeyError, TypeError):
        return None


def _table_in(held: dict[str, Any]) -> TableMapping:
    held["roles"] = tuple((column, Role(role)) for column, role in held["roles"])
    held["by_hand"] = tuple((row, Mark(mark)) for row, mark in held["by_hand"])
    held["header"] = tuple(held["header"])
    return TableMapping(**held)
