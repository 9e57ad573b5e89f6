"""Spelling as it is met: underlined when the hands rest, mended by the menu, and never in the way."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qmsdesk.exchange.spelling import own_words_file
from qmsdesk.settings import Settings
from qmsdesk.store.organisation import list_units
from qmsdesk.store.people import list_people
from qmsdesk.ui.checklists.editing.pairs import Pair
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.marks import PersonalMarks
from qmsdesk.ui.settings.page import SettingsPage
from qmsdesk.ui.spelling import Spelling, names_known
from qmsdesk.ui.spelling_marks import PAUSE_MS, READING_PAUSE_MS, SpellingMarks, watch_spelling
from qmsdesk.ui.theme.edits import GrowingEdit
from tests.exchange.small_dictionaries import ENGLISH, SWEDISH, write_dictionary
from tests.ui.conduct.hands import type_text
from tests.ui.conftest import take_away

TURN_LIMIT_S = 0.010
COARSE = 0.9
"""So much earlier than asked a timer of Qt may come."""
Write = Callable[[str], GrowingEdit]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_dictionary(tmp_path / "dictionaries", "sv_SE", SWEDISH)
    write_dictionary(tmp_path / "dictionaries", "en_GB", ENGLISH)
    return tmp_path / "dictionaries"


@pytest.fixture
def spelling_desk(desk: Desk, folder: Path) -> Desk:
    spelling = Spelling(folders=[folder])
    spelling.names = lambda language: names_known(desk.session.db, language)
    return desk._replace(spelling=spelling)


@pytest.fixture
def editor(spelling_desk: Desk) -> Iterator[GrowingEdit]:
    made = GrowingEdit(spelling_desk.theme)
    watch_spelling(spelling_desk, made, "sv")
    made.resize(600, 200)
    made.show()
    made.activateWindow()
    made.setFocus()
    QApplication.processEvents()
    yield made
    take_away(made)


def look(editor: GrowingEdit) -> list[str]:
    """What is underlined now that the hands rest, from the top."""
    marks = editor.findChild(SpellingMarks)
    assert isinstance(marks, SpellingMarks)
    marks.look()
    return underlined(editor)


def underlined(editor: GrowingEdit) -> list[str]:
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    marks = [each for each in editor.extraSelections() if each.format.underlineStyle() == wave]  # type: ignore[attr-defined]
    return [each.cursor.selectedText() for each in marks]  # type: ignore[attr-defined]


def menu_at(editor: GrowingEdit, place: int, *, by_key: bool = True) -> QMenu:
    cursor = editor.textCursor()
    cursor.setPosition(place)
    if by_key:
        editor.setTextCursor(cursor)
    at = editor.cursorRect(cursor).center() if not by_key else QPoint(1, 1)
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, editor.viewport().mapToGlobal(at))
    QApplication.sendEvent(editor.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def pick(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_unknown_words_are_underlined_when_the_hands_rest(qtbot: QtBot, editor: GrowingEdit) -> None:
    type_text("the ")
    began = time.monotonic()
    qtbot.waitUntil(lambda: underlined(editor) == ["the"], timeout=READING_PAUSE_MS + 3000)
    first = time.monotonic() - began
    began = time.monotonic()
    editor.setPlainText("djörren är lång")
    qtbot.waitUntil(lambda: underlined(editor) == ["djörren"], timeout=PAUSE_MS + 3000)

    assert first >= COARSE * READING_PAUSE_MS / 1000, "the dictionary is read after a longer rest"
    assert time.monotonic() - began >= COARSE * PAUSE_MS / 1000


def test_keys_look_nothing_up(editor: GrowingEdit, spelling_desk: Desk) -> None:
    for letter in "the the the":
        QTest.keyClicks(editor, letter)
        QApplication.processEvents()

    assert spelling_desk.spelling is not None
    assert not spelling_desk.spelling.is_read("sv")
    assert underlined(editor) == []


def test_the_word_one_is_in_the_middle_of_waits(editor: GrowingEdit) -> None:
    type_text("djörren är lån")
    assert look(editor) == ["djörren"]
    type_text(" ")
    assert look(editor) == ["djörren", "lån"]


def test_names_of_the_register_and_our_terms_are_known(editor: GrowingEdit, desk: Desk) -> None:
    unit, person = list_units(desk.session.db)[0], list_people(desk.session.db)[0]
    editor.setPlainText(f"{unit.name_sv} {person.name}s Avvikelse Mindre iakttagelse xyzzy")

    assert look(editor) == ["xyzzy"]


def test_only_what_is_in_view_is_looked_at_in_short_turns(editor: GrowingEdit) -> None:
    editor.setPlainText("\n".join(f"djörren fråga{'x' * (n % 7)} brandskyddsrutin" for n in range(3000)))
    look(editor)
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum())
    marks = editor.findChild(SpellingMarks)
    marks._begin()
    longest = 0.0
    while marks._turn.isActive():
        began = time.process_time()
        marks._go_on()
        longest = max(longest, time.process_time() - began)

    assert longest < TURN_LIMIT_S
    assert 0 < len(underlined(editor)) < 100


def test_underlining_is_no_change_and_leaves_other_marks(editor: GrowingEdit, spelling_desk: Desk) -> None:
    PersonalMarks(editor, spelling_desk.words)
    editor.setPlainText("djörren är 811218-9876")
    changes: list[bool] = []
    editor.textChanged.connect(lambda: changes.append(True))
    found = look(editor)

    assert sorted(found) == ["811218-9876", "djörren"]
    assert not changes


@pytest.mark.parametrize("by_key", [True, False])
def test_the_menu_puts_another_word_in_its_place(editor: GrowingEdit, by_key: bool) -> None:
    editor.setPlainText("😀 Vi såg att djörren är lång")
    menu = menu_at(editor, 17, by_key=by_key)
    assert "dörren" in texts(menu)[:5]
    assert all(action.isEnabled() for action in menu.actions() if action.isVisible() and not action.isSeparator())
    pick(menu, "dörren")

    assert editor.toPlainText() == "😀 Vi såg att dörren är lång"
    editor.undo()
    assert editor.toPlainText() == "😀 Vi såg att djörren är lång"


def test_where_a_word_is_known_the_menu_is_the_usual_one(editor: GrowingEdit) -> None:
    editor.setPlainText("dörren är lång")
    menu = menu_at(editor, 2)

    assert menu.actions()[0].objectName() == "edit-undo"
    menu.close()


def test_a_word_of_ones_own_is_known_from_then_on(editor: GrowingEdit, spelling_desk: Desk, folder: Path) -> None:
    editor.setPlainText("snabbisen är lång\n")
    assert look(editor) == ["snabbisen"]
    pick(menu_at(editor, 3), "Add “snabbisen” to my words")

    assert look(editor) == []
    assert own_words_file().read_text(encoding="utf-8") == "snabbisen\n"
    assert not Spelling(folders=[folder]).is_wrong("sv", "Snabbisen")


def test_each_language_of_a_checklist_is_judged_by_its_own_dictionary(spelling_desk: Desk) -> None:
    pair = Pair(spelling_desk, "Guidance", "guidance")
    pair.resize(900, 300)
    pair.show()
    for edit in pair.edits.values():
        edit.setPlainText("dörren the door gången ")

    assert look(pair.edits["sv"]) == ["the", "door"]
    assert look(pair.edits["en"]) == ["dörren", "gången"]
    take_away(pair)


@pytest.mark.parametrize("broken", ["", "SET XYZ-99\nCOMPOUNDMIN x\n\0\0"])
def test_without_a_dictionary_or_with_a_broken_one_one_writes_on(desk: Desk, tmp_path: Path, broken: str) -> None:
    if broken:
        (tmp_path / "sv_SE.aff").write_text(broken, encoding="utf-8")
        (tmp_path / "sv_SE.dic").write_bytes(b"\xff\xfe\0\0no words")
    spelling = Spelling(folders=[tmp_path])
    editor = GrowingEdit(desk.theme)
    watch_spelling(desk._replace(spelling=spelling), editor, "sv")
    editor.show()
    editor.setPlainText("dörren ")
    found = look(editor)

    assert found == [] or broken
    take_away(editor)


def test_it_is_switched_off_in_settings_and_on_again(qtbot: QtBot, editor: GrowingEdit, spelling_desk: Desk) -> None:
    editor.setPlainText("the ")
    assert look(editor) == ["the"]
    page = SettingsPage(spelling_desk, Settings(language="en"))
    page.show()
    spelling = spelling_desk.spelling
    assert spelling is not None
    page.settings_changed.connect(lambda chosen: spelling.set_on(chosen.spelling == "on"))
    with qtbot.waitSignal(page.settings_changed) as told:
        page.spelling.buttons["off"].click()
    assert told.args == [replace(Settings(language="en"), spelling="off")]
    assert look(editor) == []
    with qtbot.waitSignal(page.settings_changed):
        page.looks.buttons["mode/dark"].click()
    assert look(editor) == [], "another look does not switch it on"
    with qtbot.waitSignal(page.settings_changed):
        page.spelling.buttons["on"].click()
    assert look(editor) == ["the"]
    take_away(page)


def test_settings_say_plainly_which_dictionaries_there_are(desk: Desk, folder: Path, tmp_path: Path) -> None:
    said = {}
    for name, found in (("both", folder), ("none", tmp_path)):
        page = SettingsPage(desk._replace(spelling=Spelling(folders=[found])), Settings(language="en"))
        page.show()
        said[name] = page.spelling.told.text()
        assert page.spelling.buttons["off"].isEnabled() == (name == "both")
        take_away(page)

    assert said["both"] == "There are dictionaries for Swedish and English on this computer."
    assert "no dictionary" in said["none"]


def test_a_start_reads_no_dictionary() -> None:
    late = "{'hunspell', 'qmsdesk.exchange.spelling'}"
    look = f"import sys, qmsdesk.ui.app, qmsdesk.ui.conduct.page; print({late} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
