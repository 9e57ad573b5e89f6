"""Layouts made by hand: each is read as a careful person reads it, with no help."""

from pathlib import Path

import pytest

from qmsdesk.exchange.sources.files import understand
from qmsdesk.exchange.sources.understandings import Understanding
from qmsdesk.i18n import words
from tests.exchange.layouts import (
    common_trades,
    curious_trades,
    field_trades,
    final_trades,
    foreign,
    further_trades,
    last_trades,
    late_trades,
    later,
    more_trades,
    newest_trades,
    odd,
    odd_trades,
    office_trades,
    parting_trades,
    quaint_trades,
    rare_trades,
    strange_trades,
    swedish,
    town_trades,
    trades,
    trades_in_words,
    uncommon_trades,
)
from tests.exchange.layouts.drawing import Layout, draw, draw_text
from tests.exchange.layouts.files import Filed, groups_of, is_right, make, read

LAYOUTS = [*swedish.LAYOUTS, *foreign.LAYOUTS, *odd.LAYOUTS, *later.LAYOUTS]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_is_understood_by_itself(layout: Layout, tmp_path: Path) -> None:
    assert said(understand(draw(layout, tmp_path)), layout) == expected(layout)


ONE_SHEET = [
    each
    for each in LAYOUTS
    if len(each.sheets) == 1 and not each.needs_spans and "☐" not in next(iter(each.sheets.values()))
]


@pytest.mark.parametrize("layout", ONE_SHEET, ids=lambda layout: layout.name)
@pytest.mark.parametrize(("separator", "encoding"), [(";", "cp1252"), ("\t", "utf-16"), (",", "utf-8")])
def test_the_same_as_text(layout: Layout, separator: str, encoding: str, tmp_path: Path) -> None:
    path = draw_text(layout, tmp_path, separator, encoding)
    assert said(understand(path), layout) == expected(layout)


TRADES = (
    trades,
    trades_in_words,
    further_trades,
    more_trades,
    last_trades,
    newest_trades,
    final_trades,
    town_trades,
    odd_trades,
    office_trades,
    rare_trades,
    field_trades,
    strange_trades,
    late_trades,
    quaint_trades,
    common_trades,
    uncommon_trades,
    parting_trades,
    curious_trades,
)
FILED = [each for module in TRADES for each in module.LAYOUTS]


@pytest.mark.parametrize("each", FILED, ids=lambda each: each.name)
def test_sections_and_questions_of_many_trades(each: Filed, tmp_path: Path) -> None:
    found, truth = read(make(each, tmp_path), each.language), groups_of(each.truth)
    assert is_right(found, truth), f"{found} instead of {truth}"


def said(understood: Understanding, layout: Layout) -> tuple[object, ...]:
    _ = words(layout.language)
    content = understood.content
    titles = [_.pick(section, "title") for section in content.sections]
    return (
        len(content.questions),
        _.pick(content.questions[0], "text"),
        _.pick(content.questions[-1], "text"),
        titles if understood.sections else [],
        content.languages,
        _.pick(content.questions[0], "guidance") if layout.guidance else "",
    )


def expected(layout: Layout) -> tuple[object, ...]:
    languages = ["sv", "en"] if layout.both else [layout.language]
    return (layout.questions, layout.first, layout.last, layout.sections, languages, layout.guidance)
