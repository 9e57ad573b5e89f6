"""Corrections of a mapping by a person: what a column holds, what a row is, which sheets count, where it starts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from qmsdesk.exchange.sources.mappings import Mapping, Mark, Role, TableMapping
from qmsdesk.exchange.sources.sheets import Sheet


def table_at(mapping: Mapping, sheet: str, row: int) -> TableMapping | None:
    """The table of a sheet that a row stands in, else the last one that begins above it, else the first."""
    own = [table for table in mapping.tables if table.sheet == sheet]
    inside = [table for table in own if _top(table) <= row <= table.last_row]
    above = [table for table in own if _top(table) <= row]
    return next(iter((*inside, *above[::-1], *own)), None)


def is_used(mapping: Mapping, sheet: str) -> bool:
    return any(table.is_used for table in mapping.tables if table.sheet == sheet)


def with_role(mapping: Mapping, changed: TableMapping, column: int, role: Role) -> Mapping:
    """A column holds something else, in all tables whose columns held the same; a role is in one column at a time."""
    roles = {at: Role.IGNORED if held is role else held for at, held in changed.roles} | {column: role}
    new = tuple(sorted(roles.items()))
    return _replaced(mapping, lambda table: table.roles == changed.roles, roles=new)


def alike(mapping: Mapping, table: TableMapping) -> int:
    """How many tables have the same in the same columns, this one among them."""
    return sum(each.roles == table.roles and each.is_used for each in mapping.tables)


def with_sheet(mapping: Mapping, sheet: Sheet, used: bool) -> Mapping:
    """Read a sheet or leave it out; one without a table is read as one, by the columns of the tables before it."""
    if used and not any(table.sheet == sheet.name for table in mapping.tables):
        return replace(mapping, tables=(*mapping.tables, _new_table(mapping, sheet)))
    return _replaced(mapping, lambda table: table.sheet == sheet.name, is_used=used)


def with_start(mapping: Mapping, changed: TableMapping, row: int) -> Mapping:
    """The questions of a table start in another row; what was its header above that stays its header."""
    header = tuple(number for number in changed.header if number < row)
    return _replaced(
        mapping, lambda table: table is changed, first_row=row, last_row=max(row, changed.last_row), header=header
    )


def with_mark(mapping: Mapping, changed: TableMapping, row: int, mark: Mark | None) -> Mapping:
    """A row is what a person says it is; without a mark it is judged again."""
    kept = tuple((number, held) for number, held in changed.by_hand if number != row)
    told = (*kept, (row, mark)) if mark else kept
    first, last = min(row, changed.first_row), max(row, changed.last_row)
    span: dict[str, Any] = {"first_row": first, "last_row": last} if mark else {}
    header = tuple(number for number in changed.header if number != row)
    return _replaced(mapping, lambda table: table is changed, by_hand=told, header=header, **span)


def with_language(mapping: Mapping, language: str) -> Mapping:
    """All texts are in the other language; a file that has both is left as it is."""
    other = "en" if language == "sv" else "sv"
    tables = tuple(
        table if Role(f"question_{language}") in dict(table.roles).values() else _turned(table, other, language)
        for table in mapping.tables
    )
    return replace(mapping, language=language, tables=tables)


def _turned(table: TableMapping, old: str, new: str) -> TableMapping:
    turned = tuple(
        (column, Role(f"{role.removesuffix(old)}{new}") if role.endswith(f"_{old}") else role)
        for column, role in table.roles
    )
    return replace(table, roles=turned)


def _new_table(mapping: Mapping, sheet: Sheet) -> TableMapping:
    roles = dict(mapping.tables[0].roles) if mapping.tables else {}
    own = tuple((column, roles.get(column, Role.IGNORED)) for column in range(sheet.columns))
    first = sheet.rows[0].number
    has_header = len(sheet.rows) > 1
    return TableMapping(
        sheet.name,
        sheet.rows[1].number if has_header else first,
        sheet.rows[-1].number,
        own,
        (first,) if has_header else (),
        title=sheet.name,
    )


def _top(table: TableMapping) -> int:
    return min((*table.header, table.first_row))


def _replaced(mapping: Mapping, wanted: Callable[[TableMapping], bool], **fields: Any) -> Mapping:
    tables = tuple(replace(table, **fields) if wanted(table) else table for table in mapping.tables)
    return replace(mapping, tables=tables)
