"""Layouts at random: most are read right without help, no row is passed over, and a mapping says it all."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.exchange.sources.layouts import mapping_of, remembered, understand_sheets
from qmsdesk.exchange.sources.mappings import Mark, Role
from tests.exchange.layouts.chance import made
from tests.soak.layouts import read

TRIED, RIGHT = 150, 0.96
SEEDS = st.integers(0, 1 << 40)


def test_nearly_all_layouts_are_read_right() -> None:
    chances = [made(Random(f"suite-{at}")) for at in range(TRIED)]
    assert sum(read(chance) == chance.truth for chance in chances) >= RIGHT * TRIED


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_no_row_is_passed_over(seed: int) -> None:
    chance = made(Random(seed))
    understood = understand_sheets("layout.xlsx", chance.sheets)
    assert set(understood.marks) == {(sheet.name, row.number) for sheet in chance.sheets for row in sheet.rows}
    told = {(each.place.sheet, each.place.row) for each in understood.left_out}
    assert {key for key, mark in understood.marks.items() if mark is Mark.LEFT_OUT} <= told


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_the_mapping_that_was_found_gives_the_same_again(seed: int) -> None:
    chance = made(Random(seed))
    found, _ = mapping_of("layout.xlsx", chance.sheets)
    by_itself = understand_sheets("layout.xlsx", chance.sheets)
    assert understand_sheets("layout.xlsx", chance.sheets, found).content == by_itself.content
    assert remembered(found, found) == found


def test_a_corrected_mapping_is_applied_by_the_same_code() -> None:
    sheets = made(Random("corrected")).sheets
    found, _ = mapping_of("layout.xlsx", sheets)
    table = found.tables[0]
    row = next(row for row in sheets[-1 if table.sheet == sheets[-1].name else 0].rows if row.number == table.first_row)
    by_hand = replace(table, by_hand=((row.number, Mark.LEFT_OUT),))
    without = replace(table, roles=tuple((c, Role.IGNORED if r is Role.REFERENCE else r) for c, r in table.roles))
    before = understand_sheets("layout.xlsx", sheets, found)
    after = understand_sheets("layout.xlsx", sheets, replace(found, tables=(by_hand, *found.tables[1:])))
    assert after.marks[table.sheet, row.number] is Mark.LEFT_OUT
    assert len(after.content.questions) + len(after.content.sections) <= len(before.content.questions) + len(
        before.content.sections
    )
    plain = understand_sheets("layout.xlsx", sheets, replace(found, tables=(without, *found.tables[1:])))
    assert not any(each.refers_to for each in plain.content.questions)
