"""The palette on the real window: everything is found and done by keyboard or mouse, and the page is as it was."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from qmsdesk.domain.notes import Note
from qmsdesk.domain.records import edit_of
from qmsdesk.settings import Settings
from qmsdesk.store.audits import audit_names, audits_of_day, find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.audits.steps import STEPS
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.commands import COMMANDS, commands_of
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.palette.entries import Entry, Group
from qmsdesk.ui.palette.overlay import Palette
from qmsdesk.ui.window import PAGES, MainWindow
from tests.bench.big_audit import NUMBER, make_big_audit
from tests.ui.conduct.hands import click, press, quick, settle, type_text
from tests.ui.conftest import NOW, OpenDesk, finish_turns, take_away

CTRL = Qt.KeyboardModifier.ControlModifier
AT_ONCE_S = 0.016
ON_DEMAND = ("photo", "presentation", "finding", "masks", "importing", "editor", "outline")
"""Their commands work in windows, panels and editors that one opens from a page."""


def shown(desk: Desk) -> MainWindow:
    window = MainWindow(desk, Settings(language="en"))
    window.resize(1366, 768)
    window.open_place("today")
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


@pytest.fixture
def window(desk: Desk) -> Iterator[MainWindow]:
    made = shown(desk)
    yield made
    take_away(made)


def open_day(window: MainWindow, step: str = "conduct") -> AuditPage:
    audit = audits_of_day(window._desk.session.db, NOW.date())[0]
    window.open_place(f"audit/{audit.id}/{step}")
    finish_turns(window)
    assert isinstance(window.page, AuditPage)
    return window.page


def conduct_of(window: MainWindow) -> ConductPage:
    page = window.page
    assert isinstance(page, AuditPage)
    assert isinstance(page.step, ConductPage)
    return page.step


def ask(window: MainWindow, said: str = "") -> Palette:
    """Press Ctrl+K where one is, and type."""
    QTest.keyClick(QApplication.focusWidget() or window.page, Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    assert palette.isVisible()
    assert palette.field.hasFocus()
    type_text(said)
    return palette


def test_a_start_imports_neither_palette_nor_help() -> None:
    """In a Python of its own: this one has imported both."""
    look = (
        "import sys, qmsdesk.ui.app, qmsdesk.ui.today.page;"
        "print([name for name in sys.modules if 'ui.palette' in name or 'ui.help' in name])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def places(window: MainWindow) -> list[str]:
    audit = audits_of_day(window._desk.session.db, NOW.date())[0]
    return [*(key for key, _, _ in PAGES), *(f"audit/{audit.id}/{step}" for step in STEPS)]


def test_every_command_of_every_page_is_found_by_its_name_and_runs(qtbot: QtBot, window: MainWindow) -> None:
    run: list[str] = []
    for place in places(window):
        window.open_place(place)
        finish_turns(window)
        for name, action in commands_of(window).items():
            if name == "window.palette":
                continue
            _listen(action, name, run)
            palette = ask(window, action.text())
            qtbot.waitUntil(lambda palette=palette, action=action: bool(_entries_of(palette, action)))
            found = _entries_of(palette, action)
            is_place = found[0].group is Group.PLACES
            press(Qt.Key.Key_Escape)
            if is_place:
                continue
            found[0].run()
            assert run[-1:] == [name], f"{name} on {place}"
    pages = {place: held for place, held in COMMANDS.items() if place not in ON_DEMAND}
    known = {f"{place}.{command.name}" for place, held in pages.items() for command in held}
    leading = {"window.palette", "window.today", *(f"audit.{step}" for step in STEPS)}
    assert set(run) == known - leading


def _entries_of(palette: Palette, action: QAction) -> list[Entry]:
    forms = QKeySequence.SequenceFormat.NativeText, QKeySequence.SequenceFormat.PortableText
    keys = {"", *(action.shortcut().toString(form) for form in forms)}
    return [each for each in palette.shown if each.text == action.text() and each.key in keys]


def _listen(action: QAction, name: str, run: list[str]) -> None:
    """In place of what the command does, which would leave the page or open a system dialog."""
    action.triggered.disconnect()
    action.triggered.connect(lambda: run.append(name))


def test_a_command_acts_on_the_page_behind_as_if_its_key_had_been_pressed(window: MainWindow, desk: Desk) -> None:
    open_day(window)
    conduct = conduct_of(window)
    ask(window, "not fulf")
    press(Qt.Key.Key_Return)
    settle(desk)

    answer = conduct.day.own_answer(conduct.questions.current.id) if conduct.questions.current else None
    assert answer is not None
    assert answer.verdict is not None
    assert answer.verdict.value == "not_fulfilled"


def test_the_focus_goes_back_to_the_field_one_came_from(window: MainWindow) -> None:
    open_day(window)
    press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    type_text("Half a tho")
    ask(window, "zzz")
    press(Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is editor
    assert editor.toPlainText() == "Half a tho"


def test_it_opens_from_a_line_edit_too(window: MainWindow) -> None:
    open_day(window)
    press(Qt.Key.Key_Slash)
    type_text("words")

    assert ask(window).isVisible()
    assert conduct_of(window).finder.text == "words"


@pytest.mark.parametrize("key", [key for key, _, _ in PAGES])
def test_every_place_is_one_word_away(window: MainWindow, key: str) -> None:
    name = {place: text for place, _, text in PAGES}[key]
    window.open_place("settings" if key == "today" else "today")
    palette = ask(window, name)
    while palette.chosen and palette.chosen.text != name:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)

    assert window.place == key


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_the_open_audit_is_found(window: MainWindow, step: str) -> None:
    page = open_day(window, "conduct" if step != "conduct" else "prepare")
    palette = ask(window, STEPS[step])
    entry = next(each for each in palette.shown if each.group is Group.PLACES)
    assert entry.text == STEPS[step]
    press(Qt.Key.Key_Escape)
    entry.run()

    assert page.step_key == step


def test_a_question_is_found_by_its_number_first(window: MainWindow) -> None:
    open_day(window, "report")
    palette = ask(window, "2.3")
    assert palette.chosen is not None
    assert palette.chosen.number == "2.3"
    press(Qt.Key.Key_Return)

    conduct = conduct_of(window)
    assert conduct.questions.current is not None
    assert conduct.day.dossier.numbers[conduct.questions.current.id] == "2.3"


def test_an_audit_is_found_by_number_unit_and_year(window: MainWindow) -> None:
    palette = ask(window, "2024")
    audits = [entry for entry in palette.shown if entry.group is Group.AUDITS]
    assert audits
    palette.field.setText(f"{audits[0].text} 2024")
    assert audits[0] in palette.shown
    palette.field.setText(audits[0].number)
    press(Qt.Key.Key_Return)

    assert window.place.startswith(f"audit/{find_audit(window._desk.session.db, audits[0].number).id}/")


def test_notes_and_findings_are_found_where_they_stand(window: MainWindow, desk: Desk) -> None:
    open_day(window)
    conduct = conduct_of(window)
    quick(conduct, desk, "Nyckelskåpet stod öppet")
    quick(conduct, desk, "#2.3 Mallen är från 2023")
    quick(conduct, desk, "! Ingen skyddsrond har gjorts")
    settle(desk)

    ask(window, "nyckelskapet")
    press(Qt.Key.Key_Return)
    (waiting,) = [note.id for note in conduct.day.dossier.notes if note.text.startswith("Nyckel")]
    assert conduct.side.waiting(waiting).card.hasFocus()

    ask(window, "mallen är fran 2023")
    press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "Mallen är från 2023"

    palette = ask(window, "skyddsrnod")
    finding = next(entry for entry in palette.shown if entry.group is Group.FINDINGS)
    press(Qt.Key.Key_Escape)
    finding.run()
    assert conduct.form.isVisible()
    assert conduct.form.finding is not None
    assert "skyddsrond" in conduct.form.finding.title


def test_with_an_empty_field_the_page_comes_first(window: MainWindow) -> None:
    open_day(window)
    palette = ask(window)

    assert [entry.text for entry in palette.shown[:3]] == ["Quick note", "State of the day", "Fulfilled"]
    assert palette.chosen == palette.shown[0]
    assert {entry.group for entry in palette.shown} == {Group.COMMANDS, Group.PLACES, Group.EVERYWHERE}


def test_arrows_go_round_and_pass_the_headings(window: MainWindow) -> None:
    palette = ask(window)
    first = palette.chosen
    press(Qt.Key.Key_Up)
    assert palette.chosen == palette.shown[-1]
    press(Qt.Key.Key_Down)
    assert palette.chosen == first
    for entry in palette.shown:
        assert palette.chosen == entry
        assert entry.text in palette.field.accessibleDescription()
        press(Qt.Key.Key_Down)


def test_a_click_runs_and_a_click_beside_leaves(window: MainWindow) -> None:
    palette = ask(window, "Checklists")
    row = palette.list.currentIndex()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=palette.list.visualRect(row).center())
    assert window.place == "checklists"
    assert not palette.isVisible()

    palette = ask(window)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert not palette.isVisible()
    assert window.place == "checklists"


def test_the_bar_of_every_page_has_a_button_for_it_where_there_is_room(window: MainWindow) -> None:
    for place in places(window):
        window.open_place(place)
        QApplication.processEvents()
        (bar,) = (bar for bar in window.page.findChildren(PageBar) if bar.isVisible())
        (search,) = (each for each in bar.findChildren(QPushButton) if each.property("kind") == "search")
        assert search.isVisible(), place
    window.open_place("today")
    click(window.page.findChild(PageBar).search)  # type: ignore[union-attr]
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    assert palette.isVisible()


def test_nothing_found_is_said(window: MainWindow) -> None:
    palette = ask(window, "xyzzyq")

    assert palette.shown == []
    assert palette.nothing.isVisible()
    press(Qt.Key.Key_Return)
    assert palette.isVisible()


@pytest.mark.parametrize(("width", "height", "scale"), [(1024, 600, 1.0), (1366, 768, 2.0), (640, 400, 1.0)])
def test_it_fits_into_small_windows(window: MainWindow, width: int, height: int, scale: float) -> None:
    window._desk.theme.set_scale(scale)
    window.resize(width, height)
    open_day(window)
    palette = ask(window)

    assert window.rect().contains(palette.card.geometry())
    assert palette.list.height() > palette.list.sizeHintForRow(1)
    press(Qt.Key.Key_Up)
    assert palette.list.viewport().rect().contains(palette.list.visualRect(palette.list.currentIndex()))


def test_a_key_shows_its_finds_before_the_next_frame(open_desk: OpenDesk, tmp_path: Path) -> None:
    make_big_audit(tmp_path / "big.qmsdesk", NOW.date())
    desk = open_desk(tmp_path / "big.qmsdesk")
    window = shown(desk)
    window.open_place(f"audit/{find_audit(desk.session.db, NUMBER).id}/conduct")
    palette = ask(window)
    times = []
    for letter in "handläggaren borta 7.31":
        begun = time.process_time()
        palette.field.insert(letter)
        palette.list.viewport().repaint()
        times.append(time.process_time() - begun)

    assert sorted(times)[len(times) // 2] < AT_ONCE_S
    assert len([entry for entry in palette.shown if entry.group is Group.QUESTIONS]) >= 1
    take_away(window)


def test_what_was_written_in_any_audit_is_found_and_leads_there(window: MainWindow, desk: Desk) -> None:
    held = next(audit for audit in audit_names(desk.session.db) if audit.date < NOW.date())
    finding = load_dossier(desk.session.db, held.id).findings[0]
    palette = ask(window, finding.title[:-1])

    (found,) = [entry for entry in palette.shown if entry.group is Group.REGISTER and entry.number == held.number]
    assert finding.title in found.text
    found.run()
    QApplication.processEvents()

    assert isinstance(window.page, AuditPage)
    assert window.page.audit_id == held.id
    assert conduct_of(window).form.isVisible()


def test_notes_and_findings_of_the_shown_audit_are_not_listed_twice(window: MainWindow, desk: Desk) -> None:
    page = open_day(window)
    quick(conduct_of(window), desk, "Nycklarna hänger i Kaffehörnan")

    assert [entry.group for entry in ask(window, "kaffehörnan").shown] == [Group.NOTES]
    press(Qt.Key.Key_Escape)
    window.open_place("today")
    (elsewhere,) = ask(window, "kaffehörnan").shown
    elsewhere.run()
    QApplication.processEvents()
    assert elsewhere.group is Group.REGISTER
    assert window.page is page


def test_what_is_written_after_a_search_is_found_by_the_next(window: MainWindow, desk: Desk) -> None:
    open_day(window)
    assert not ask(window, "kopparkannan").shown
    press(Qt.Key.Key_Escape)
    quick(conduct_of(window), desk, "Kopparkannan läcker")
    assert [entry.text for entry in ask(window, "kopparkannan").shown] == ["Kopparkannan läcker"]
    press(Qt.Key.Key_Escape)

    note = next(note for note in conduct_of(window).day.dossier.notes if note.text.startswith("Koppar"))
    desk.session.write([edit_of(note, "text", "Tennkannan läcker")])
    settle(desk)
    assert not ask(window, "kopparkannan").shown
    press(Qt.Key.Key_Escape)
    assert ask(window, "tennkannan").shown


def test_what_changes_while_it_is_open_is_shown_as_it_is(window: MainWindow, desk: Desk) -> None:
    open_day(window)
    quick(conduct_of(window), desk, "Kannan ett läcker")
    quick(conduct_of(window), desk, "Kannan två läcker")
    palette = ask(window, "kannan")
    press(Qt.Key.Key_Down)
    chosen = palette.chosen
    assert chosen is not None
    other = next(note for note in load_dossier(desk.session.db, open_day_id(window)).notes if _is_other(note, chosen))
    desk.session.write([edit_of(other, "text", "Kannan tre läcker")])
    settle(desk)

    assert sorted(entry.text for entry in palette.shown) == sorted([chosen.text, "Kannan tre läcker"])
    assert palette.chosen is not None
    assert palette.chosen.text == chosen.text


def open_day_id(window: MainWindow) -> str:
    assert isinstance(window.page, AuditPage)
    return window.page.audit_id


def _is_other(note: Note, chosen: Entry) -> bool:
    return note.text.startswith("Kannan") and note.text != chosen.text


def test_an_audit_is_found_under_its_new_number_only(window: MainWindow, desk: Desk) -> None:
    audit = find_audit(desk.session.db, audit_names(desk.session.db)[0].number)
    assert any(entry.number == audit.number for entry in ask(window, audit.number).shown)
    press(Qt.Key.Key_Escape)
    desk.session.write([edit_of(audit, "number", "2031-777")])
    settle(desk)

    assert not [entry for entry in ask(window, audit.number).shown if entry.number == audit.number]
    press(Qt.Key.Key_Escape)
    assert [entry.number for entry in ask(window, "2031-777").shown if entry.group is Group.AUDITS] == ["2031-777"]


def test_on_another_day_the_texts_of_that_day_are_found(window: MainWindow, desk: Desk) -> None:
    open_day(window)
    quick(conduct_of(window), desk, "Kopparkannan läcker")
    assert [entry.group for entry in ask(window, "kopparkannan").shown] == [Group.NOTES]
    press(Qt.Key.Key_Escape)
    earlier = next(audit for audit in audit_names(desk.session.db) if audit.date < NOW.date())
    window.open_place(f"audit/{earlier.id}/report")
    QApplication.processEvents()

    assert [entry.group for entry in ask(window, "kopparkannan").shown] == [Group.REGISTER]


def test_what_was_written_goes_before_what_is_called_nearly_so(window: MainWindow, desk: Desk) -> None:
    open_day(window)
    quick(conduct_of(window), desk, "Undp kallas brunnen")
    earlier = next(audit for audit in audit_names(desk.session.db) if audit.date < NOW.date())
    window.open_place(f"audit/{earlier.id}/report")
    QApplication.processEvents()
    assert ask(window, "Undo").shown[0].text == "Undo"
    press(Qt.Key.Key_Escape)
    found = ask(window, "undp").shown
    assert "Undp" in found[0].text
    assert "Undo" in [entry.text for entry in found]
