"""Every page as a screen reader and the Tab key meet it, in both languages, in the real window on the demo register."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from qmsdesk.i18n import LANGUAGES
from qmsdesk.settings import Settings
from qmsdesk.store.audits import find_audit
from qmsdesk.ui.audits.new import NewAuditDialog
from qmsdesk.ui.audits.page import STEPS, AuditPage
from qmsdesk.ui.choices import ChoiceBox
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.help.dialog import HelpDialog
from qmsdesk.ui.palette.overlay import Palette
from qmsdesk.ui.reports.page import ReportPage
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.welcome.dialog import WelcomeDialog
from qmsdesk.ui.window import PAGES, USUAL_SIZE, MainWindow
from tests.ui.conftest import OpenDesk

PLACES = (
    *(key for key, _, _ in PAGES),
    *(f"today's audit/{step}" for step in STEPS),
    *(f"locked audit/{step}" for step in STEPS),
    "today's audit/finding",
    "locked audit/finding",
    "new audit",
    "help",
    "welcome",
)
ROLES = {
    QAccessible.Role.Border,  # the open question, which has the keyboard as a whole: a panel to screen readers
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Grouping,
    QAccessible.Role.List,
    QAccessible.Role.RadioButton,
    QAccessible.Role.SpinBox,
    QAccessible.Role.StaticText,
    QAccessible.Role.Table,
}
NUMBERS = {"today's audit": "2026-05", "locked audit": "2026-03"}
REGIONS = {"nav", "bar", "footer", "side", "card"}
MOST_STOPS = 300
Open = Callable[[str], QWidget]


@pytest.fixture(params=LANGUAGES)
def opened(
    request: pytest.FixtureRequest, qtbot: QtBot, open_desk: OpenDesk, demo_file: Path, theme: Theme, tmp_path: Path
) -> Iterator[Open]:
    """Show a place and give the window it stands in."""
    path = tmp_path / "demo.qmsdesk"
    shutil.copyfile(demo_file, path)
    desk = open_desk(path, request.param)
    shown: list[QWidget] = []

    def open_(place: str) -> QWidget:
        made = _build(place, desk, theme, tmp_path)
        shown.append(made)
        if isinstance(made, MainWindow):
            made.resize(USUAL_SIZE)
        made.show()
        made.activateWindow()
        qtbot.waitActive(made)
        _go_to(qtbot, place, made, desk)
        for _ in range(2):  # what scrolls gets its height a turn after its parts have theirs
            QApplication.processEvents()
        if place != "help":
            return made
        dialog = made.findChildren(HelpDialog)[0]
        qtbot.waitActive(dialog)
        return dialog

    yield open_
    for window in filter(isValid, shown):  # a dialog is gone when it is closed
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else every change of style dresses them too


def _build(place: str, desk: Desk, theme: Theme, folder: Path) -> QWidget:
    if place == "welcome":
        return WelcomeDialog(theme, Settings(language=desk.words.language), folder / "register.qmsdesk")
    if place == "new audit":
        return NewAuditDialog(desk)
    return MainWindow(desk, Settings(language=desk.words.language))


def _go_to(qtbot: QtBot, place: str, window: QWidget, desk: Desk) -> None:
    if not isinstance(window, MainWindow):
        return
    if place == "help":
        window.open_place("today")
        window.open_help()
        return
    whose, _, step = place.partition("/")
    if not step:
        window.open_place(place)
        assert window.page, "all of it: the way of Tab is settled with its last piece"
        return
    audit = find_audit(desk.session.db, NUMBERS[whose])
    window.open_place(f"audit/{audit.id}/{'conduct' if step == 'finding' else step}")
    assert isinstance(window.page, AuditPage)
    shown = window.page.step
    if step == "finding":
        assert isinstance(shown, ConductPage)
        _open_finding(qtbot, shown)
    if isinstance(shown, ReportPage):
        qtbot.waitUntil(lambda: bool(shown.pdf), timeout=10_000)


def _open_finding(qtbot: QtBot, page: ConductPage) -> None:
    if not page.day.dossier.findings:
        page.work.make_finding()
        qtbot.waitUntil(lambda: bool(page.day.dossier.findings))
    page.open_finding(page.day.dossier.findings[0].id)


def _read(widget: QWidget) -> QAccessibleInterface:
    held = QAccessible.queryAccessibleInterface(widget)
    assert held is not None
    return held


def _name(widget: QWidget) -> str:
    """What a screen reader says first; a box on Linux says its entry, and then what it is for."""
    name = _read(widget).text(QAccessible.Text.Name).strip()
    if isinstance(widget, QComboBox):
        return f"{widget.accessibleName()} {name}".strip() if widget.accessibleName() else ""
    return name


def _label(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_name(widget)!r}"


def _controls(window: QWidget) -> list[QWidget]:
    """All that can have the keyboard, without the parts of boxes and what hands the keyboard on."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QAbstractScrollArea)
    ]


def _is_region(widget: QWidget) -> bool:
    return widget.property("kind") in REGIONS or isinstance(widget, QAbstractScrollArea) or widget.isWindow()


def _region(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    while parent is not None and not _is_region(parent):
        parent = parent.parentWidget()
    assert parent is not None
    return parent


def _nameless(controls: list[QWidget]) -> list[str]:
    return [f"no name: {_label(each)} in {type(_region(each)).__name__}" for each in controls if not _name(each)]


def _of_strange_role(controls: list[QWidget]) -> list[str]:
    return [
        f"{_read(each).role().name}: {_label(each)}"
        for each in controls
        if _read(each).role() not in ROLES and not isinstance(each, QAbstractScrollArea)
    ]


def _alike(controls: list[QWidget]) -> list[str]:
    """Those that nobody can tell apart who only hears them."""
    heard = Counter((id(_region(each)), _read(each).role(), _name(each)) for each in controls)
    return [f"{count} times: {name}" for (_, _, name), count in heard.items() if count > 1]


def _headless(window: QWidget) -> list[str]:
    said = []
    for table in window.findChildren(QTableView):
        model, way = table.model(), Qt.Orientation.Horizontal
        if table.isVisible():
            said += [
                f"no header: column {place} of {_label(table)}"
                for place in range(model.columnCount())
                if not table.isColumnHidden(place) and not model.headerData(place, way)
            ]
    return said


def _tiny(controls: list[QWidget]) -> list[str]:
    return [f"no size: {_label(each)}" for each in controls if each.width() < 16 or each.height() < 16]


def _greyed(window: QWidget) -> list[str]:
    """What must be read is shown read-only: a disabled editor is too pale, and the keyboard passes it by."""
    return [
        f"disabled: {_label(each)}"
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
        for each in window.findChildren(kind)
        if each.isVisible() and not each.isEnabled() and _text(each)
    ]


def _text(editor: QWidget) -> str:
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QComboBox):
        return editor.currentText()
    return editor.text() if isinstance(editor, QLineEdit | QAbstractSpinBox) else ""


def _stops(window: QWidget) -> list[QWidget]:
    """What Tab comes to, once round."""
    stops: list[QWidget] = []
    for _ in range(MOST_STOPS):
        focus = QApplication.focusWidget()
        if focus is not None and focus in stops[:-1]:
            return stops[stops.index(focus) :]
        if focus is not None and focus not in stops:  # within a date Tab goes from part to part
            stops.append(focus)
        QTest.keyClick(focus or window, Qt.Key.Key_Tab)
    return stops


def _left_out(controls: list[QWidget], stops: list[QWidget]) -> list[str]:
    return [
        f"Tab does not come to {_label(each)}"
        for each in controls
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each not in stops
    ]


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _jumps(stops: list[QWidget]) -> list[str]:
    """Where Tab goes up, or back on its line, within one region; a scrolled view is measured where it stands."""
    said = []
    for before, after in pairwise(stops):
        a, b = _place(before), _place(after)
        is_back = b.bottom() <= a.top() or (b.right() <= a.left() and b.center().y() < a.bottom())
        if _region(before) is _region(after) and is_back:
            said.append(f"Tab jumps from {_label(before)} to {_label(after)}")
    return said


def _scattered(stops: list[QWidget]) -> list[str]:
    """Regions that Tab comes back to."""
    seen: list[QWidget] = []
    for stop in stops:
        if not seen or seen[-1] is not _region(stop):
            seen.append(_region(stop))
    return [f"Tab comes back to {type(region).__name__}" for region, count in Counter(seen[:-1]).items() if count > 1]


@pytest.mark.parametrize("place", PLACES)
def test_everything_is_named_and_reached_in_order(opened: Open, place: str) -> None:
    window = opened(place)
    controls = _controls(window)
    assert controls
    stops = _stops(window)
    troubles = [
        *_nameless(controls),
        *_of_strange_role(controls),
        *_alike(controls),
        *_headless(window),
        *_tiny(controls),
        *_greyed(window),
        *_left_out(controls, stops),
        *_jumps(stops),
        *_scattered(stops),
    ]
    assert not troubles, "\n".join(troubles)


def _overlay(window: QWidget, name: str) -> QWidget:
    """Open something that lies over the page, by its key or its button."""
    if isinstance(window, QDialog):
        return window
    assert isinstance(window, MainWindow)
    if name in ("palette", "help"):
        window.open_palette() if name == "palette" else window.open_help()
        return window.findChildren(Palette if name == "palette" else HelpDialog)[0]
    assert isinstance(window.page, AuditPage)
    page = window.page.step
    assert isinstance(page, ConductPage)
    if name == "jump":
        QTest.keyClick(page.questions.card, Qt.Key.Key_G)
        return page.jump_field
    return page.form


def _has_keyboard(overlay: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is overlay or overlay.isAncestorOf(focus))


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("new audit", "dialog"),
        ("today", "palette"),
        ("today", "help"),
        ("today's audit/conduct", "jump"),
        ("today's audit/finding", "form"),
    ],
)
def test_escape_leaves_what_lies_over_the_page(qtbot: QtBot, opened: Open, place: str, name: str) -> None:
    overlay = _overlay(opened(place), name)
    assert overlay.isVisible()
    qtbot.waitUntil(lambda: _has_keyboard(overlay))
    QTest.keyClick(QApplication.focusWidget() or overlay, Qt.Key.Key_Escape)
    assert not overlay.isVisible()


def test_a_read_only_box_is_reached_and_read_but_not_changed(opened: Open) -> None:
    window = opened("locked audit/prepare")
    box = next(each for each in window.findChildren(ChoiceBox) if each.isVisible() and each.is_read_only)
    box.setFocus()
    shown = box.currentText()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F4, Qt.Key.Key_A):
        QTest.keyClick(box, key)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.hasFocus()
    assert box.currentText() == shown
    assert not box.view().isVisible()
