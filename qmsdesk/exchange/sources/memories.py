"""A corrected mapping as text, kept on this laptop for the next file of that shape."""

import json

from qmsdesk.exchange.sources.mappings import Mapping, Role, TableMapping


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
