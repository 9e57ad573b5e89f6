"""A file becomes a checklist: understood, shown, corrected, remembered, and brought in when a person agrees."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qmsdesk.domain.checklists import ChecklistState
from qmsdesk.exchange.sources.mappings import Mark, Role
from qmsdesk.store.checklists import find_checklist, list_checklists, questions_of, sections_of
from qmsdesk.ui.checklists.importing.dialog import ImportDialog
from qmsdesk.ui.checklists.page import ChecklistsPage
from qmsdesk.ui.desk import Desk

KITCHEN = """Kontroll;Område;Vem
Hur mäter ni temperaturen i kylen?;Kyl;Kocken
Var står listan över temperaturer?;Kyl;Kocken
Vem städar golvet varje dag?;Städning;Vaktmästaren
Hur hanterar ni avfallet från köket?;Städning;Vaktmästaren
"""
OWN = """
id: kitchen
version: "2"
title: {sv: Kök, en: Kitchen}
sections:
- id: a
  title: {sv: Kylar, en: Fridges}
  questions:
  - {id: a-1, text: {sv: Hur kallt?, en: How cold is it?}, minutes: 4, must_ask: true, colour: blue}
"""
OpenFile = Callable[[Path], ImportDialog]


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    path = tmp_path / "Kök.csv"
    path.write_text(KITCHEN, encoding="utf-8")
    return path


@pytest.fixture
def open_file(qtbot: QtBot, desk: Desk) -> OpenFile:
    def open_(path: Path) -> ImportDialog:
        dialog = ImportDialog(desk, path)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.reading.understood):
            dialog.start()
        return dialog

    return open_


def correct(qtbot: QtBot, dialog: ImportDialog, column: int, role: Role) -> None:
    table = dialog.review.original
    table.setCurrentIndex(table.lines.index(max(table.currentIndex().row(), 0), column))
    with qtbot.waitSignal(dialog.reading.corrected):
        dialog.review.panel.column.chosen.emit(role or "-")


def words_of(dialog: ImportDialog) -> list[str]:
    return [line.text for line in dialog.review.outline.model_of_lines.lines]


def test_each_row_says_what_it_became_by_word(open_file: OpenFile, kitchen: Path) -> None:
    lines = open_file(kitchen).review.original.lines
    heads = [lines.headerData(n, Qt.Orientation.Vertical) for n in range(lines.rowCount())]
    assert heads == ["1  Header", "2  Question", "3  Question", "4  Question", "5  Question"]
    assert lines.headerData(0, Qt.Orientation.Horizontal) == "A · Question, Swedish"


def test_agreeing_brings_it_in_as_one_step(qtbot: QtBot, desk: Desk, open_file: OpenFile, kitchen: Path) -> None:
    dialog = open_file(kitchen)
    assert "4 questions" in dialog.review.agree.text()
    dialog.review.names.titles["sv"].setText("Skolköket")
    dialog.review.names.titles["sv"].setModified(True)
    with qtbot.waitSignals([dialog.imported, desk.session.changed]):
        qtbot.keyClick(dialog.review.original, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    held = find_checklist(desk.session.db, "kok")
    assert (held.title_sv, held.edition, held.state) == ("Skolköket", "1", ChecklistState.PUBLISHED)
    assert [section.title_sv for section in sections_of(desk.session.db, held.id)] == ["Kyl", "Städning"]
    assert len(questions_of(desk.session.db, held.id)) == 4
    with qtbot.waitSignal(desk.session.changed):
        desk.session.undo()
    assert len(list_checklists(desk.session.db)) == 2


def test_leaving_brings_nothing_in(desk: Desk, open_file: OpenFile, kitchen: Path) -> None:
    open_file(kitchen).reject()
    desk.session.flush()
    assert len(list_checklists(desk.session.db)) == 2


def test_without_publishing_it_is_a_draft(qtbot: QtBot, desk: Desk, open_file: OpenFile, kitchen: Path) -> None:
    dialog = open_file(kitchen)
    dialog.review.names.publish.click()
    with qtbot.waitSignal(desk.session.changed):
        dialog.review.agree.click()
    assert find_checklist(desk.session.db, "kok").state is ChecklistState.DRAFT


def test_a_column_is_corrected_and_taken_back(qtbot: QtBot, open_file: OpenFile, kitchen: Path) -> None:
    dialog = open_file(kitchen)
    found = words_of(dialog)
    correct(qtbot, dialog, 1, Role.IGNORED)
    assert not any("Städning" in text for text in words_of(dialog))
    correct(qtbot, dialog, 2, Role.SECTION_SV)
    assert any("Vaktmästaren" in text for text in words_of(dialog))
    with qtbot.waitSignal(dialog.reading.corrected):
        dialog.review.over.click()
    assert words_of(dialog) == found


def test_a_row_is_what_a_person_says(qtbot: QtBot, open_file: OpenFile, kitchen: Path) -> None:
    dialog = open_file(kitchen)
    dialog.review.original.go_to(3)
    with qtbot.waitSignal(dialog.reading.corrected):
        dialog.review.panel.row.chosen.emit(Mark.LEFT_OUT)
    assert "3 questions" in dialog.review.agree.text()
    assert dialog.review.original.lines.mark(2) is Mark.LEFT_OUT
    with qtbot.waitSignal(dialog.reading.corrected):
        dialog.review.panel.row.chosen.emit("found")
    assert "4 questions" in dialog.review.agree.text()


def test_the_start_is_moved_down(qtbot: QtBot, open_file: OpenFile, kitchen: Path) -> None:
    dialog = open_file(kitchen)
    dialog.review.original.go_to(4)
    with qtbot.waitSignal(dialog.reading.corrected):
        qtbot.keyClick(dialog.review.original, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert "2 questions" in dialog.review.agree.text()


def test_a_correction_that_leaves_nothing_to_ask_is_not_made(qtbot: QtBot, open_file: OpenFile, kitchen: Path) -> None:
    dialog = open_file(kitchen)
    correct(qtbot, dialog, 0, Role.IGNORED)
    assert "No question would be left" in dialog.review.told.text()
    assert dialog.review.panel.column.current() == Role.QUESTION_SV
    assert "4 questions" in dialog.review.agree.text()


def test_the_columns_are_remembered_for_the_next_file_of_that_shape(
    qtbot: QtBot, desk: Desk, open_file: OpenFile, kitchen: Path, tmp_path: Path
) -> None:
    dialog = open_file(kitchen)
    correct(qtbot, dialog, 2, Role.EVIDENCE_SV)
    with qtbot.waitSignal(desk.session.changed):
        dialog.review.agree.click()
    other = tmp_path / "Förskolan.csv"
    other.write_text(KITCHEN.replace("kylen", "frysen"), encoding="utf-8")
    again = open_file(other)
    assert "Read as last time" in again.review.told.text()
    assert again.review.original.lines.column_name(2) == "C · Evidence, Swedish"


def test_left_out_places_are_shown_in_the_original(open_file: OpenFile, kitchen: Path) -> None:
    dialog = open_file(kitchen)
    lines = dialog.review.left_out.model_of_lines.lines
    dialog.review.left_out.chosen.emit(lines[0].held)
    table = dialog.review.original
    assert (table.row_number, table.column) == (1, 2)
    assert "column C" in lines[0].below


def test_the_same_edition_is_offered_another_name(
    qtbot: QtBot, desk: Desk, open_file: OpenFile, tmp_path: Path
) -> None:
    path = tmp_path / "kitchen.yaml"
    path.write_text(OWN, encoding="utf-8")
    dialog = open_file(path)
    assert dialog.review.left_out.model_of_lines.lines[0].text == "colour"
    with qtbot.waitSignal(desk.session.changed):
        dialog.review.agree.click()
    again = open_file(path)
    assert again.review.names.edition.text() == "3"
    assert "already" in again.review.names.banner.text()
    again.review.names.edition.clear()
    qtbot.keyClicks(again.review.names.edition, "2")
    assert not again.review.agree.isEnabled()


def test_a_file_that_says_itself_what_is_what_is_shown_by_its_lines(open_file: OpenFile, tmp_path: Path) -> None:
    path = tmp_path / "kitchen.yaml"
    path.write_text(
        "id: k\nversion: '1'\nlanguage: en\ntitle: Kitchen\nsections:\n- title: Fridges\n"
        "  questions:\n  - text: How cold is it?\n    guidance: Ask the cook.\n",
        encoding="utf-8",
    )
    lines = open_file(path).review.original.lines
    marks = [lines.mark(n) for n in range(lines.rowCount())]
    assert [mark for mark in marks if mark] == [Mark.TITLE, Mark.SECTION, Mark.QUESTION, Mark.MORE]


def test_a_file_without_a_checklist_is_refused_on_the_page(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    page = ChecklistsPage(desk)
    qtbot.addWidget(page)
    page.resize(1158, 700)
    page.show()
    path = tmp_path / "wrong.xlsx"
    path.write_bytes(b"PK\x03\x04 cut off")
    page.import_files([path])
    qtbot.waitUntil(lambda: "wrong.xlsx" in page.banner.text())
    assert page.banner.isVisible()
    assert len(list_checklists(desk.session.db)) == 2


def test_a_file_dropped_on_the_page_is_read(qtbot: QtBot, desk: Desk, kitchen: Path) -> None:
    page = ChecklistsPage(desk)
    qtbot.addWidget(page)
    page.show()
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(kitchen))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)
    qtbot.waitUntil(lambda: any(d.review.agree.isVisible() for d in page.findChildren(ImportDialog)))
    page.findChildren(ImportDialog)[0].reject()


def test_five_thousand_rows_are_shown_at_once(qtbot: QtBot, open_file: OpenFile, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    asked = "\n".join(f"Del {n // 50};Hur gör ni steg {n} i rutinen?" for n in range(5000))
    path.write_text(f"Avsnitt;Fråga\n{asked}\n", encoding="utf-8")
    dialog = open_file(path)
    assert dialog.review.original.lines.rowCount() == 5001
    assert "5000 questions" in dialog.review.agree.text().replace(",", "").replace("\xa0", "")


def test_corrections_wait_for_the_file_that_was_left(
    qtbot: QtBot, desk: Desk, open_file: OpenFile, kitchen: Path, tmp_path: Path
) -> None:
    dialog = open_file(kitchen)
    dialog.review.original.go_to(3)
    with qtbot.waitSignal(dialog.reading.corrected):
        dialog.review.panel.row.chosen.emit(Mark.LEFT_OUT)
    qtbot.keyClicks(dialog.review.names.titles["sv"], "2026 ")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    moved = kitchen.rename(tmp_path / "Samma.csv")

    again = open_file(moved)
    assert "as you left them" in again.review.told.text()
    assert "3 questions" in again.review.agree.text()
    assert again.review.names.titles["sv"].text().startswith("2026 ")
    with qtbot.waitSignal(again.reading.corrected):
        again.review.over.click()
    again.reject()

    assert "4 questions" in open_file(moved).review.agree.text()


def test_a_file_that_was_only_looked_at_or_brought_in_leaves_nothing_waiting(
    qtbot: QtBot, desk: Desk, open_file: OpenFile, kitchen: Path
) -> None:
    open_file(kitchen).reject()
    dialog = open_file(kitchen)
    assert "as you left them" not in dialog.review.told.text()
    dialog.review.original.go_to(3)
    with qtbot.waitSignal(dialog.reading.corrected):
        dialog.review.panel.row.chosen.emit(Mark.LEFT_OUT)
    with qtbot.waitSignal(desk.session.changed):
        dialog.review.agree.click()
    desk.session.flush()
    assert "4 questions" in open_file(kitchen).review.agree.text()


def test_of_several_files_none_is_passed_over(qtbot: QtBot, desk: Desk, kitchen: Path, tmp_path: Path) -> None:
    page = ChecklistsPage(desk)
    qtbot.addWidget(page)
    page.show()
    empty, folder, other = tmp_path / "tom.csv", tmp_path / "mapp", tmp_path / "Förskolan.csv"
    empty.touch()
    folder.mkdir()
    other.write_text(KITCHEN.replace("kylen", "frysen"), encoding="utf-8")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in (kitchen, empty, folder, other)])
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )

    def shown(text: str) -> list[ImportDialog]:
        dialogs = [each for each in page.findChildren(ImportDialog) if each.isVisible()]
        return [each for each in dialogs if any(text in label.text() for label in each.review.findChildren(QLabel))]

    qtbot.waitUntil(lambda: bool(shown("1 of 4: Kök.csv")))
    with qtbot.waitSignal(desk.session.changed):
        shown("1 of 4")[0].review.agree.click()
    qtbot.waitUntil(lambda: bool(shown("4 of 4: Förskolan.csv")))
    assert not shown("4 of 4")[0].review.rest.isVisible()
    shown("4 of 4")[0].review.cancel.click()
    qtbot.waitUntil(page.banner.isVisible)
    said = page.banner.text()
    assert "1 of 4 files" in said
    assert "tom.csv" in said
    assert "mapp" in said
