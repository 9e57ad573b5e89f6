"""Outlines: whatever one does to a draft, every other row stays as it was and where it was."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.editions import Edition
from qmsdesk.domain.outlines import (
    Step,
    add_question,
    add_section,
    drop,
    indent,
    join,
    move,
    outdent,
    remove,
    rows_of,
    split,
)
from qmsdesk.domain.positions import positions
from qmsdesk.domain.records import KINDS, field_types, from_value

DRAFT = Checklist("c", "core", "1.0")


def outline(*sections: int, tied: bool = False) -> Edition:
    """Sections of so many questions: A with A1 and A2, B with B1; tied where two laptops gave the same positions."""
    held, asked = [], []
    for letter, count, place in zip("ABCDE", sections, positions(len(sections)), strict=False):
        held.append(Section(letter, "c", letter, "i" if tied else place, title_sv=letter))
        for n, at in enumerate(positions(count), 1):
            asked.append(Question(f"{letter}{n}", letter, f"{letter}{n}", "i" if tied else at, text_sv=f"{letter} {n}"))
    return Edition(DRAFT, tuple(held), tuple(asked))


def after(edition: Edition, step: Step) -> Edition:
    """The outline as it is read once a step is written."""
    held: dict[str, Any] = {each.id: each for each in (*edition.sections, *edition.questions)}
    for edit in step.edits:
        if edit.field == DELETED:
            held.pop(edit.entity, None)
            if not edit.value:
                held[edit.entity] = _blank(edit)
        else:
            kind = field_types(KINDS[edit.kind])  # type: ignore[arg-type]  # a class is hashable
            value = from_value(edit.value, kind[edit.field])
            held[edit.entity] = replace(held[edit.entity], **{edit.field: value})
    sections = sorted((e for e in held.values() if isinstance(e, Section)), key=lambda e: (e.position, e.id))
    places = {section.id: place for place, section in enumerate(sections)}
    questions = [e for e in held.values() if isinstance(e, Question)]
    return Edition(
        DRAFT, tuple(sections), tuple(sorted(questions, key=lambda e: (places[e.section_id], e.position, e.id)))
    )


def _blank(edit: Edit) -> Section | Question:
    made = Section if edit.kind == "section" else Question
    return made(edit.entity, "", "", "")


def said(edition: Edition) -> list[str]:
    return [row.title_sv if isinstance(row, Section) else row.text_sv for row in rows_of(edition)]


TWO = outline(2, 1)


def test_a_question_comes_after_the_row_one_stands_on() -> None:
    assert said(after(TWO, add_question(TWO, "A1"))) == ["A", "A 1", "", "A 2", "B", "B 1"]
    assert said(after(TWO, add_question(TWO, "B"))) == ["A", "A 1", "A 2", "B", "", "B 1"]


def test_the_first_question_brings_its_section() -> None:
    made = after(outline(), add_question(outline(), ""))
    assert (len(made.sections), len(made.questions)) == (1, 1)


def test_a_section_comes_after_the_one_a_row_stands_in() -> None:
    assert said(after(TWO, add_section(TWO, "A1"))) == ["A", "A 1", "A 2", "", "B", "B 1"]
    assert said(after(outline(), add_section(outline(), ""))) == [""]


def test_a_question_splits_at_a_place_in_one_language() -> None:
    both = replace(TWO.questions[0], text_en="A one")
    edition = replace(TWO, questions=(both, *TWO.questions[1:]))
    step = split(edition, "A1", "sv", 2)
    made = after(edition, step)

    assert said(made) == ["A", "A", "1", "A 2", "B", "B 1"]
    assert (made.questions[0].text_en, made.questions[1].text_en) == ("A one", "")
    assert made.questions[1].id == step.row_id


def test_a_question_joins_the_one_before_with_all_it_says() -> None:
    second = replace(TWO.questions[1], guidance_en="Ask", refers_to=("ISO9001:7.3",), must_ask=True, minutes=5)
    edition = replace(TWO, questions=(TWO.questions[0], second, TWO.questions[2]))
    (joined, *_rest) = after(edition, join(edition, "A2")).questions

    assert (joined.text_sv, joined.guidance_en, joined.refers_to) == ("A 1 A 2", "Ask", ("ISO9001:7.3",))
    assert (joined.must_ask, joined.minutes) == (True, 12)


def test_the_first_question_of_a_section_joins_nothing() -> None:
    assert join(TWO, "B1").edits == join(TWO, "A").edits == []


def test_a_section_goes_with_its_questions() -> None:
    step = remove(TWO, "A")
    assert said(after(TWO, step)) == ["B", "B 1"]
    assert step.row_id == "B"
    assert remove(TWO, "B1").row_id == "B"


@pytest.mark.parametrize(
    ("row", "step", "expected"),
    [
        ("A1", 1, ["A", "A 2", "A 1", "B", "B 1"]),
        ("A2", 1, ["A", "A 1", "B", "A 2", "B 1"]),
        ("B1", -1, ["A", "A 1", "A 2", "B 1", "B"]),
        ("B", -1, ["B", "B 1", "A", "A 1", "A 2"]),
        ("A1", -1, ["A", "A 1", "A 2", "B", "B 1"]),
        ("B", 1, ["A", "A 1", "A 2", "B", "B 1"]),
    ],
)
@pytest.mark.parametrize("tied", [False, True])
def test_rows_move_up_and_down(row: str, step: int, expected: list[str], tied: bool) -> None:
    edition = outline(2, 1, tied=tied)
    assert said(after(edition, move(edition, row, step))) == expected


@pytest.mark.parametrize(
    ("row", "before", "expected"),
    [
        ("A1", "B1", ["A", "A 2", "B", "A 1", "B 1"]),
        ("A1", "B", ["A", "A 2", "A 1", "B", "B 1"]),
        ("A1", "", ["A", "A 2", "B", "B 1", "A 1"]),
        ("B1", "A", ["A", "B 1", "A 1", "A 2", "B"]),
        ("B", "A2", ["B", "B 1", "A", "A 1", "A 2"]),
        ("A", "", ["B", "B 1", "A", "A 1", "A 2"]),
        ("A", "A1", ["A", "A 1", "A 2", "B", "B 1"]),
    ],
)
def test_rows_are_dropped_before_others(row: str, before: str, expected: list[str]) -> None:
    assert said(after(TWO, drop(TWO, row, before))) == expected


def test_levels_change_there_and_back() -> None:
    out = after(TWO, outdent(TWO, "A2"))
    assert [row.title_sv for row in out.sections] == ["A", "A 2", "B"]
    back = after(out, indent(out, out.sections[1].id))
    assert said(back) == said(TWO)
    assert indent(TWO, "A").edits == []


STEPS = st.sampled_from(["question", "section", "up", "down", "in", "out", "join", "split", "drop"])
SIZES = st.lists(st.integers(0, 3), min_size=1, max_size=3)


@given(SIZES, st.lists(st.tuples(STEPS, st.integers(0, 20), st.integers(0, 20)), max_size=8))
def test_nothing_that_is_said_gets_lost(sizes: list[int], steps: list[tuple[str, int, int]]) -> None:
    edition = outline(*sizes)
    words = sorted("".join(said(edition)).replace(" ", ""))
    for name, at, other in steps:
        ids = [row.id for row in rows_of(edition)]
        if not ids:
            break
        row, target = ids[at % len(ids)], ids[other % len(ids)]
        step = {
            "question": lambda e, r, _t: add_question(e, r),
            "section": lambda e, r, _t: add_section(e, r),
            "up": lambda e, r, _t: move(e, r, -1),
            "down": lambda e, r, _t: move(e, r, 1),
            "in": lambda e, r, _t: indent(e, r),
            "out": lambda e, r, _t: outdent(e, r),
            "join": lambda e, r, _t: join(e, r),
            "split": lambda e, r, _t: split(e, r, "sv", 1),
            "drop": drop,
        }[name](edition, row, target)
        edition = after(edition, step)
        assert not step.row_id or step.row_id in [each.id for each in rows_of(edition)]
    assert sorted("".join(said(edition)).replace(" ", "")) == words
