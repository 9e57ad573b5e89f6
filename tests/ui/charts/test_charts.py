"""Charts in the window: the same drawing as on paper, in every look, and said in words."""

import datetime as dt
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qmsdesk.domain.figures import coverage, found_by_section, trend_of
from qmsdesk.domain.findings import FindingType, count_by_type
from qmsdesk.domain.trends import AuditCounts
from qmsdesk.i18n import words
from qmsdesk.report import design
from qmsdesk.report.charts.answers import coverage_chart
from qmsdesk.report.charts.findings import section_chart, type_chart
from qmsdesk.report.charts.trends import trend_chart
from qmsdesk.report.drawings import Chart, Label
from qmsdesk.report.figures import Figure
from qmsdesk.report.paragraphs import Heading
from qmsdesk.report.printing import print_blocks
from qmsdesk.ui.charts.painting import ROLES, paint_drawing
from qmsdesk.ui.charts.panel import ChartPanel
from qmsdesk.ui.theme.fonts import load_typeface
from qmsdesk.ui.theme.theme import Theme
from tests.report.sample_dossiers import typical
from tests.report.test_canvas import ABOUT

SHARP = 4
_ = words("sv")


def charts() -> list[Chart]:
    then = AuditCounts("2024-1", dt.date(2024, 5, 9), {FindingType.IMPROVEMENT: 7, FindingType.STRENGTH: 2}, 3)
    day = replace(typical(), trend=(then,))
    return [
        type_chart(count_by_type(day.findings), _),
        section_chart(found_by_section(day), _),
        coverage_chart(coverage(day), _),
        trend_chart(trend_of(day), _),
    ]


@pytest.fixture(params=charts(), ids=lambda chart: chart.name)
def chart(request: pytest.FixtureRequest) -> Chart:
    return request.param  # type: ignore[no-any-return]


def test_screen_and_paper_show_the_same(theme: Theme, chart: Chart) -> None:
    """Pixels that differ by more than how edges are softened are few."""
    blocks = [Heading("R", 1, look=design.SMALL), Figure(chart.draw, chart.alt, before=0)]
    page = pypdfium2.PdfDocument(print_blocks(ABOUT, lambda canvas: None, blocks))[0]
    printed = page.render(scale=SHARP).to_pil().convert("L")
    drawing = chart.draw(design.TEXT_WIDTH)
    width, height = round(drawing.width * SHARP), round(drawing.height * SHARP)
    top = round((design.TOP + design.SMALL.leading + design.SMALL.after) * SHARP)
    left = round(design.LEFT * SHARP)
    paper = printed.crop((left, top, left + width, top + height))

    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint_drawing(painter, drawing, SHARP, QColor, QFont(load_typeface()))
    screen = Image.frombytes("L", (width, height), bytes(image.constBits()), "raw", "L", image.bytesPerLine())

    inked = sum(paper.histogram()[:200])
    assert inked > 5000
    assert far_from(paper, screen) / inked < 0.01
    assert far_from(screen, paper) / inked < 0.01


def far_from(one: Image.Image, other: Image.Image) -> int:
    """How many pixels are far darker or lighter than the other is there and right beside it."""
    darker = ImageChops.subtract(other.filter(ImageFilter.MinFilter(3)), one)
    lighter = ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(3)))
    return sum(darker.histogram()[64:]) + sum(lighter.histogram()[64:])


def test_every_colour_of_a_chart_has_a_place_in_the_window(theme: Theme, chart: Chart) -> None:
    for shape in chart.draw(459).shapes:
        assert theme.colour(ROLES[shape.colour]).isValid()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_colours_of_bars_can_be_told_from_the_ground(theme: Theme, mode: str) -> None:
    theme.set_mode(mode)  # type: ignore[arg-type]
    grounds = [theme.colour(ground).name() for ground in ("surface", "ground")]
    faint = {design.RULE, design.FAINT_RULE}
    for paper, role in ROLES.items():
        if paper not in faint:
            assert min(design.contrast(theme.colour(role).name(), ground) for ground in grounds) >= 3


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, chart: Chart) -> ChartPanel:
    made = ChartPanel(theme, _, chart)
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_chart_says_what_it_shows(panel: ChartPanel, chart: Chart) -> None:
    assert panel.view.accessibleName() == chart.name
    assert panel.view.accessibleDescription() == chart.alt
    assert chart.name in panel.switch.accessibleName()


def test_the_table_is_a_key_away_and_has_every_number(panel: ChartPanel, chart: Chart) -> None:
    panel.switch.setFocus()
    QTest.keyClick(panel.switch, Qt.Key.Key_Space)
    assert panel.table is not None
    assert panel.table.isVisible()
    assert not panel.view.isVisible()
    model = panel.table.model()
    shown = [[model.index(row, place).data() for place in range(model.columnCount())] for row in range(len(chart.rows))]
    assert shown == [list(row) for row in chart.rows]
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())] == list(chart.titles)
    QTest.keyClick(panel.switch, Qt.Key.Key_Space)
    assert panel.view.isVisible()
    assert not panel.table.isVisible()


def test_other_numbers_are_shown_in_both(panel: ChartPanel, chart: Chart) -> None:
    panel.switch.click()
    other = type_chart({FindingType.STRENGTH: 41}, _)
    panel.show_chart(other)
    assert panel.view.accessibleDescription() == other.alt
    assert panel.table is not None
    assert panel.table.model().index(0, 1).data() == "41"
    assert isinstance(panel.switch, QPushButton)


def test_a_name_that_is_cut_is_told_whole(qtbot: QtBot, theme: Theme) -> None:
    found = found_by_section(replace(typical(), sections=(replace(typical().sections[0], title_sv="Ett namn " * 20),)))
    panel = ChartPanel(theme, _, section_chart(found, _))
    qtbot.addWidget(panel)
    label = next(shape for shape in panel.view.drawing(600).shapes if isinstance(shape, Label) and shape.x == 0)
    panel.view.resize(600, panel.view.heightForWidth(600))
    place = QPointF(label.left + 2, panel.view.drawing(600).height - label.y - 2) * panel.view.unit
    assert panel.view.text_at(place.toPoint()) == label.text
    assert panel.view.text_at(QPoint(0, 0)) == ""


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_chart_grows_with_the_texts_and_keeps_to_its_room(theme: Theme, panel: ChartPanel, scale: float) -> None:
    theme.set_scale(scale)
    drawing = panel.view.drawing(panel.view.width())
    assert drawing.width * panel.view.unit <= max(panel.view.width(), panel.view.minimumSizeHint().width()) + 1
    assert panel.view.heightForWidth(600) >= drawing.height * panel.view.unit * 0.9
