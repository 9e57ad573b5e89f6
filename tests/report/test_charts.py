"""Charts: whatever the numbers and names are, nothing overlaps, leaves its drawing or is left out of the words."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.checklists import Section
from qmsdesk.domain.figures import SectionCoverage, SectionFindings, coverage, found_by_section, trend_of
from qmsdesk.domain.findings import FindingType, count_by_type
from qmsdesk.domain.trends import AuditCounts, can_be_compared
from qmsdesk.i18n import words
from qmsdesk.report.charts.answers import coverage_chart, share_asked
from qmsdesk.report.charts.findings import section_chart, type_chart
from qmsdesk.report.charts.trends import trend_chart
from qmsdesk.report.design import Style
from qmsdesk.report.drawings import Chart, Drawing, Label, Polygon, Rectangle
from qmsdesk.report.figures import chart_blocks
from qmsdesk.report.paragraphs import Heading, one_line
from qmsdesk.report.printing import print_blocks
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages
from tests.report.sample_dossiers import empty, typical
from tests.report.test_canvas import ABOUT

EN, SV = words("en"), words("sv")
Box = tuple[float, float, float, float]

NAMES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["M" * 200, "عنوان القسم " * 12, "🚲🎉👍🏽" * 20, "Verksamhetsplanering " * 9, ""]),
)
COUNTS = st.one_of(st.integers(0, 5), st.integers(0, 10_000))
FOUND = st.fixed_dictionaries(dict.fromkeys(FindingType, COUNTS))
VERDICTS = st.fixed_dictionaries({verdict: COUNTS for verdict in Verdict if verdict is not Verdict.PARKED})


@st.composite
def charts(draw: Callable) -> Chart:
    """Any chart of any numbers, in either language."""
    _ = draw(st.sampled_from([EN, SV]))
    sections = [Section(f"s{n}", "c", "A", "i", name, name) for n, name in enumerate(draw(st.lists(NAMES, max_size=9)))]
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return type_chart(draw(FOUND), _)
    if kind == 1:
        return section_chart([SectionFindings(n, each, draw(FOUND)) for n, each in enumerate([*sections, None])], _)
    if kind == 2:
        return coverage_chart([SectionCoverage(n, each, draw(VERDICTS)) for n, each in enumerate(sections)], _)
    days = [dt.date(2015 + n, 1 + n, 9) for n in range(draw(st.integers(1, 6)))]
    return trend_chart([AuditCounts("n", day, found := draw(FOUND), found[FindingType.IMPROVEMENT]) for day in days], _)


def usual() -> list[Chart]:
    day = typical()
    trend = tuple(
        AuditCounts(f"{year}-1", dt.date(year, 5, 9), {FindingType.IMPROVEMENT: 7, FindingType.STRENGTH: 1}, 3)
        for year in (2022, 2024)
    )
    return [
        type_chart(count_by_type(day.findings), SV),
        section_chart(found_by_section(day), SV),
        coverage_chart(coverage(day), SV),
        trend_chart([*trend, *trend_of(day)], SV),
    ]


@settings(max_examples=150, deadline=None)
@given(charts(), st.floats(340, 520))
def test_nothing_overlaps_and_nothing_leaves_the_drawing(chart: Chart, width: float) -> None:
    drawing = chart.draw(width)
    boxes = list(texts(drawing)) + list(marks(drawing))
    assert all(left >= -0.01 and right <= width + 0.01 for left, _, right, _ in boxes)
    assert all(low >= -0.01 and high <= drawing.height + 0.01 for _, low, _, high in boxes)
    for one, other in combinations(texts(drawing), 2):
        assert not overlap(one, other)
    for one in texts(drawing):
        assert not any(overlap(one, other) for other in marks(drawing))


@settings(max_examples=60, deadline=None)
@given(charts(), st.floats(400, 520))
def test_numbers_are_never_cut(chart: Chart, width: float) -> None:
    for label in labels(chart.draw(width)):
        if label.text.isdecimal():
            assert one_line(label.text, style_of(label), label.room).runs[-1][1] == label.text


@settings(max_examples=60, deadline=None)
@given(charts())
def test_the_words_and_the_table_name_every_number(chart: Chart) -> None:
    said = re.findall(r"\d+", chart.alt)
    drawn = [label.text for label in labels(chart.draw(459)) if label.text.isdecimal() and label.text != "0"]
    held = [cell for row in chart.rows for cell in row[1:] if cell.isdecimal()]
    for number in drawn:
        assert said.count(number) >= drawn.count(number)
        assert number in held
    assert all(len(row) == len(chart.titles) for row in chart.rows)


@settings(max_examples=8, deadline=None)
@given(st.lists(charts(), min_size=1, max_size=3))
def test_a_page_of_charts_is_accessible_and_archivable(held: list[Chart]) -> None:
    blocks = [block for chart in held for block in chart_blocks(chart, "Bildtext")]
    pdf = print_blocks(ABOUT, lambda canvas: None, [Heading("Rubrik", 1), Heading("Kapitel", 2, "chapter"), *blocks])
    assert failures(pdf) == []
    assert faults(pdf) == []


def test_the_longest_bar_is_of_the_largest_number() -> None:
    chart = type_chart({FindingType.STRENGTH: 1, FindingType.IMPROVEMENT: 400, FindingType.OBSERVATION: 200}, EN)
    widths = [shape.width for shape in chart.draw(459).shapes if isinstance(shape, Rectangle)]
    assert widths == pytest.approx([1.5, 269, 134.5], abs=0.1)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_heads_stand_whole_on_paper(language: str) -> None:
    _ = words(language)
    found = SectionFindings(1, None, dict.fromkeys(FindingType, 10_000))
    given_ = SectionCoverage(1, Section("s", "c", "A", "i"), dict.fromkeys(Verdict, 10_000))
    for chart in (section_chart([found], _), coverage_chart([given_], _)):
        for label in labels(chart.draw(459)):
            assert one_line(label.text, style_of(label), label.room).runs[-1][1][-1:] != "…"


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Verksamhetsplaneringsmodell" * 9, "1 Verksamhetsplaneringsmodell"),
        ("Samverkan, inköp/upphandling och information", "1 Samverkan, inköp/upphandling och"),
    ],
)
def test_of_a_long_name_as_much_is_seen_as_there_is_room_for(name: str, seen: str) -> None:
    found = [SectionFindings(1, Section("s", "c", "A", "i", name), {FindingType.STRENGTH: 1})]
    blocks = chart_blocks(section_chart(found, SV))[:2]
    (text,) = printed_pages(print_blocks(ABOUT, lambda canvas: None, [Heading("Rubrik", 1), *blocks]))
    assert seen in text
    assert "…" in text


def test_audits_without_findings_are_not_compared() -> None:
    nothing, one = (AuditCounts("n", dt.date(2024, 5, 9), found) for found in ({}, {FindingType.STRENGTH: 1}))
    assert can_be_compared([nothing, one])
    assert not can_be_compared([nothing, nothing])
    assert not can_be_compared([one])


def test_numbers_stand_right_under_each_other() -> None:
    ends = {label.x for label in labels(usual()[0].draw(459)) if label.text.isdecimal()}
    assert len(ends) == 1


def test_days_are_named_shorter_where_they_do_not_fit() -> None:
    trend = usual()[3]
    for width, form in ((459, "2024-05-09"), (210, "2024-05"), (130, "2024")):
        assert form in [label.text for label in labels(trend.draw(width))]


def test_only_what_is_whole_is_called_100_per_cent() -> None:
    def share(fulfilled: int, unasked: int) -> str:
        verdicts = {Verdict.FULFILLED: fulfilled, Verdict.NOT_ASKED: unasked}
        return share_asked(SectionCoverage(1, Section("s", "c", "A", "i"), verdicts)).replace("\xa0", " ")

    assert [share(9999, 1), share(1, 9999), share(5, 0), share(0, 5), share(0, 0)] == [
        "99 %",
        "1 %",
        "100 %",
        "0 %",
        "0 %",
    ]


def test_nothing_to_show_is_said() -> None:
    assert type_chart({}, EN).alt.endswith("Major nonconformity 0.")
    for chart in (section_chart(found_by_section(empty()), EN), coverage_chart((), EN), trend_chart((), EN)):
        assert chart.rows == ()
        assert chart.draw(459).width == 459


@pytest.mark.parametrize("chart", usual(), ids=lambda chart: chart.name)
def test_shape_tells_what_colour_tells(chart: Chart) -> None:
    """Each colour of a bar stands beside one symbol alone."""
    shapes = chart.draw(459).shapes
    symbols = {shape.colour: len(shape.corners) for shape in shapes if isinstance(shape, Polygon)}
    bars = {shape.colour for shape in shapes if isinstance(shape, Rectangle)} - {"#d9dedd"}
    assert bars <= set(symbols)


def labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label)]


def style_of(label: Label) -> Style:
    return Style(label.size, label.size, "semibold" if label.is_strong else "regular", label.colour)


def texts(drawing: Drawing) -> Iterator[Box]:
    """The room that each text may take."""
    for each in labels(drawing):
        yield each.left, each.y - 0.2 * each.size, each.left + each.room, each.y + 0.75 * each.size


def marks(drawing: Drawing) -> Iterator[Box]:
    for shape in drawing.shapes:
        if isinstance(shape, Rectangle):
            yield shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        elif isinstance(shape, Polygon):
            across, up = zip(*shape.corners, strict=True)
            yield min(across), min(up), max(across), max(up)


def overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    slack = 0.01
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )
