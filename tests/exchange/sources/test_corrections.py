"""Corrections of a mapping: each as a person makes it, and kept for the next file of that shape."""

from pathlib import Path

import pytest

from qmsdesk.domain.checklists import ChecklistState
from qmsdesk.exchange.sources.corrections import (
    alike,
    is_used,
    table_at,
    with_language,
    with_mark,
    with_role,
    with_sheet,
    with_start,
)
from qmsdesk.exchange.sources.files import understand
from qmsdesk.exchange.sources.layouts import understand_sheets
from qmsdesk.exchange.sources.mappings import Mark, Role
from qmsdesk.exchange.sources.memories import mapping_in, memory_name, memory_of
from qmsdesk.exchange.sources.namings import free_edition, named
from qmsdesk.exchange.sources.originals import original_of, said
from qmsdesk.exchange.sources.understandings import Understanding

SAMPLES = Path(__file__).parents[2] / "samples" / "checklists"


@pytest.fixture(scope="module")
def cars() -> Understanding:
    return understand(SAMPLES / "car-check.xlsx")


def asked(understood: Understanding) -> list[str]:
    return [question.text_en or question.text_sv for question in understood.content.questions]


def test_a_column_is_corrected_in_all_tables_that_look_alike(cars: Understanding) -> None:
    table = cars.mapping.tables[0]
    count = alike(cars.mapping, table)
    assert count > 1
    corrected = with_role(cars.mapping, table, table.column(Role.QUESTION_EN), Role.EVIDENCE_EN)
    turned = [each for each in corrected.tables if each.column(Role.QUESTION_EN) < 0]
    assert len(turned) == count


def test_a_role_is_in_one_column_at_a_time(cars: Understanding) -> None:
    table = cars.mapping.tables[0]
    column = table.column(Role.QUESTION_EN)
    corrected = with_role(cars.mapping, table, column + 1, Role.QUESTION_EN).tables[0]
    assert (corrected.column(Role.QUESTION_EN), corrected.role(column)) == (column + 1, Role.IGNORED)


def test_a_sheet_is_left_out_and_one_without_a_table_is_read(cars: Understanding) -> None:
    without = with_sheet(cars.mapping, cars.sheets[0], False)
    assert not is_used(without, cars.sheets[0].name)
    assert len(understand_sheets("c.xlsx", cars.sheets, without).content.questions) < len(cars.content.questions)
    summary = next(sheet for sheet in cars.sheets if sheet.name == "Summary")
    assert is_used(with_sheet(cars.mapping, summary, True), "Summary")


def test_it_starts_further_down(cars: Understanding) -> None:
    table = cars.mapping.tables[0]
    later = understand_sheets("c.xlsx", cars.sheets, with_start(cars.mapping, table, table.first_row + 2))
    assert asked(later) == asked(cars)[2:]


def test_a_row_is_what_a_person_says_until_it_is_judged_again(cars: Understanding) -> None:
    table = cars.mapping.tables[0]
    told = with_mark(cars.mapping, table, table.first_row, Mark.LEFT_OUT)
    assert asked(understand_sheets("c.xlsx", cars.sheets, told)) == asked(cars)[1:]
    again = with_mark(told, told.tables[0], table.first_row, None)
    assert asked(understand_sheets("c.xlsx", cars.sheets, again)) == asked(cars)


def test_the_texts_are_in_the_other_language(cars: Understanding) -> None:
    swedish = understand_sheets("c.xlsx", cars.sheets, with_language(cars.mapping, "sv"))
    assert swedish.content.languages == ["sv"]
    assert [question.text_sv for question in swedish.content.questions] == asked(cars)


def test_a_row_below_the_last_table_belongs_to_it(cars: Understanding) -> None:
    table = cars.mapping.tables[0]
    assert table_at(cars.mapping, table.sheet, table.last_row + 100) == table
    assert table_at(cars.mapping, "no such sheet", 1) is None


def test_what_is_remembered_says_columns_and_sheets(cars: Understanding) -> None:
    corrected = with_sheet(cars.mapping, cars.sheets[1], False)
    kept = mapping_in(memory_of(corrected))
    assert kept is not None
    assert [(each.roles, each.is_used) for each in kept.tables] == [(e.roles, e.is_used) for e in corrected.tables]
    assert cars.mapping.shape in memory_name(cars.mapping)


@pytest.mark.parametrize(
    "memory", ["", "[]", "{}", '{"language": "sv", "shape": "", "tables": [{"roles": [[0, "x"]]}]}']
)
def test_a_memory_of_another_kind_is_none(memory: str) -> None:
    assert mapping_in(memory) is None


def test_another_title_and_edition_make_another_checklist(cars: Understanding) -> None:
    given = named(cars.content, {"en": "Cars"}, "2", ChecklistState.DRAFT)
    assert (given.checklist.title_en, given.checklist.edition) == ("Cars", "2")
    assert given.checklist.state is ChecklistState.DRAFT
    assert not {each.id for each in given.records} & {each.id for each in cars.content.records}
    assert [each.text_en for each in given.questions] == [each.text_en for each in cars.content.questions]
    assert {each.section_id for each in given.questions} == {each.id for each in given.sections}


@pytest.mark.parametrize(
    ("wanted", "taken", "free"), [("1", [], "1"), ("1", ["1", "2"], "3"), ("2026", ["2026"], "2027"), ("A", ["A"], "2")]
)
def test_the_next_free_edition(wanted: str, taken: list[str], free: str) -> None:
    assert free_edition(wanted, taken) == free


@pytest.mark.parametrize(
    ("line", "value"), [('  "title": "A \\"b\\"",', 'A "b"'), ("- text: How cold?", "How cold?"), ('"open', '"open')]
)
def test_the_value_on_a_line(line: str, value: str) -> None:
    assert said(line) == value


def test_every_sample_can_be_shown_beside_its_result() -> None:
    for path in SAMPLES.iterdir():
        if path.suffix not in {".md", ".license"} and path.name != "figures.yaml":
            understood = understand(path)
            sheets, marks = original_of(path, understood)
            assert sheets, path.name
            assert Mark.QUESTION in marks.values(), path.name
