"""Help opens beside the window at the part of the guide that fits, in both languages, and fetches nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.i18n import LANGUAGES
from qmsdesk.paths import guide
from qmsdesk.settings import Settings
from qmsdesk.store.audits import audits_of_day
from qmsdesk.ui.help.dialog import HelpDialog
from qmsdesk.ui.help.sections import Section, section_of
from qmsdesk.ui.window import PAGES, MainWindow
from tests.ui.conftest import NOW, OpenDesk, take_away

HEADINGS = {
    "sv": {
        "today": "Dagen",
        "programme": "Förbered",
        "checklists": "Checklistor",
        "actions": "Följ upp",
        "settings": "Inställningar",
        "prepare": "Förbered",
        "conduct": "Dagen",
        "agree": "Stäm av",
        "close": "Avsluta",
        "report": "Rapporten",
        "follow_up": "Följ upp",
    },
    "en": {
        "today": "The day",
        "programme": "Prepare",
        "checklists": "Checklists",
        "actions": "Follow up",
        "settings": "Settings",
        "prepare": "Prepare",
        "conduct": "The day",
        "agree": "Agree",
        "close": "Close",
        "report": "The report",
        "follow_up": "Follow up",
    },
}


@pytest.fixture(params=LANGUAGES)
def window(
    request: pytest.FixtureRequest, open_desk: OpenDesk, demo_file: Path, tmp_path: Path
) -> Iterator[MainWindow]:
    path = tmp_path / "demo.qmsdesk"
    shutil.copyfile(demo_file, path)
    desk = open_desk(path, request.param)
    made = MainWindow(desk, Settings(language=request.param))
    made.resize(1366, 768)
    made.open_place("today")
    made.show()
    made.activateWindow()
    yield made
    take_away(made)


def come_to_front(front: QWidget) -> None:
    """Wait until the keys go to a window: the desktop takes a moment for it."""
    front.activateWindow()
    QApplication.processEvents()
    assert QApplication.activeWindow() is front


def press_f1(window: MainWindow) -> HelpDialog:
    QTest.keyClick(QApplication.focusWidget() or window.page, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert isinstance(dialog, HelpDialog)
    assert dialog.isVisible()
    come_to_front(dialog)
    return dialog


def read_heading(dialog: HelpDialog) -> str:
    """The section that one sees at the top, which the contents mark."""
    marked = dialog.contents.currentItem()
    assert marked is not None
    assert dialog.browser.headings[dialog.browser.section].text() == marked.text()
    return marked.text()


def places(window: MainWindow) -> list[str]:
    audit = audits_of_day(window._desk.session.db, NOW.date())[0]
    steps = ("prepare", "conduct", "agree", "report", "follow_up")
    return [*(key for key, _, _ in PAGES), *(f"audit/{audit.id}/{step}" for step in steps)]


def test_f1_opens_the_guide_where_it_speaks_of_the_page(window: MainWindow) -> None:
    wanted = HEADINGS[window._.language]
    for place in places(window):
        come_to_front(window)
        window.open_place(place)
        dialog = press_f1(window)

        assert dialog.browser.path == guide(window._.language)
        assert read_heading(dialog) == wanted[place.rsplit("/", 1)[-1]]
        QTest.keyClick(dialog.browser, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


def test_who_has_no_audit_yet_is_told_how_to_begin() -> None:
    assert section_of("today", is_new=True) is Section.FIRST_TIME
    assert section_of("settings", is_new=True) is Section.SETTINGS


def test_every_heading_of_a_guide_is_a_section(window: MainWindow) -> None:
    dialog = press_f1(window)

    assert len(dialog.browser.headings) == len(Section)
    for section in Section:
        dialog.browser.go_to(section)
        heading = dialog.browser.headings[section]
        top = dialog.browser.document().documentLayout().blockBoundingRect(heading).top()
        seen = dialog.browser.verticalScrollBar().value()
        assert seen <= top <= seen + dialog.browser.viewport().height()


def test_the_contents_lead_there_by_mouse_and_key(window: MainWindow) -> None:
    dialog = press_f1(window)
    item = dialog.contents.item(Section.SETTINGS)
    QTest.mouseClick(
        dialog.contents.viewport(), Qt.MouseButton.LeftButton, pos=dialog.contents.visualItemRect(item).center()
    )
    assert read_heading(dialog) == HEADINGS[window._.language]["settings"]

    dialog.contents.setFocus()
    dialog.contents.setCurrentRow(Section.REPORT)
    QTest.keyClick(dialog.contents, Qt.Key.Key_Return)
    assert read_heading(dialog) == HEADINGS[window._.language]["report"]


def test_the_text_can_be_searched_round_past_its_end(window: MainWindow) -> None:
    dialog = press_f1(window)
    QTest.keyClick(dialog.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.field.hasFocus()
    QTest.keyClicks(dialog.field, "YAML")
    assert dialog.told.text().startswith("2 ") or dialog.told.text().startswith("1 ")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    first = dialog.browser.textCursor().position()
    assert dialog.browser.textCursor().selectedText() == "YAML"
    for _ in range(int(dialog.told.text().split()[0])):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.browser.textCursor().position() == first

    dialog.field.setText("xyzzy")
    assert not dialog.next.isEnabled()


def test_pictures_come_from_beside_the_guide_as_wide_as_the_text(window: MainWindow) -> None:
    browser = press_f1(window).browser
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = browser.loadResource(kind, QUrl(f"../pictures/{window._.language}/today.png"))

    assert 200 < picture.width() <= browser.viewport().width()
    assert browser.loadResource(kind, QUrl("https://example.org/picture.png")) is None
    assert browser.loadResource(kind, QUrl("../pictures/missing.png")) is None


def test_links_open_the_other_guide_here_and_the_web_in_the_browser(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    dialog = press_f1(window)
    other = next(language for language in LANGUAGES if language != window._.language)
    dialog.browser.anchorClicked.emit(QUrl(f"{other}.md"))
    dialog.browser.anchorClicked.emit(QUrl("https://example.org/"))

    assert dialog.browser.path == guide(other)
    assert dialog.contents.item(0).text() == dialog.browser.headings[0].text()
    assert opened == ["https://example.org/"]


def test_larger_text_stays_where_one_reads(window: MainWindow) -> None:
    dialog = press_f1(window)
    dialog.browser.go_to(Section.REPORT)
    window._desk.theme.set_scale(1.5)
    QApplication.processEvents()

    assert dialog.browser.section == Section.REPORT
