"""Withdrawing a note: asked once, gone from the file, from undo and from the screen; a trace says that, not what."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qmsdesk.store.changes import broken_chains
from qmsdesk.ui.conduct.notes import HeardRow
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from tests.store.finals import final_of
from tests.ui.conduct.hands import click, findings, notes, press, quick, settle, type_text

SECRET = "Hemligheten om chefen"


def bytes_of(path: Path) -> bytes:
    return b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*") if part.is_file())


@pytest.fixture
def said(page: ConductPage, desk: Desk) -> ConductPage:
    """A note at the open question that has said two things, and a finding made from it."""
    press(Qt.Key.Key_Return)
    type_text(SECRET)
    settle(desk)
    press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    settle(desk)
    page.form.closed.emit()
    press(Qt.Key.Key_Return)
    type_text(" och mer")
    settle(desk)
    return page


def test_the_line_says_what_happens_and_keeping_is_at_hand(said: ConductPage) -> None:
    (row,) = said.questions.card.notes.own_rows
    row.ask_to_withdraw()
    assert row.asking is not None
    assert row.asking.text == (
        "The text is erased for good. Backups made earlier keep it. Findings made from it stay as they are: A-01."
    )
    assert row.asking.keep.hasFocus()
    press(Qt.Key.Key_Return)
    assert row.asking is None
    assert row.editor.hasFocus()
    assert len(notes(said)) == 1


def test_not_even_what_is_being_typed_stays(said: ConductPage, desk: Desk) -> None:
    (row,) = said.questions.card.notes.own_rows
    title = findings(said)[0].title
    type_text(" Zqxvetlig")
    row._field._keep()
    row.ask_to_withdraw()
    assert row.asking is not None
    click(row.asking.withdraw)
    settle(desk)
    assert notes(said) == []
    assert said.questions.card.notes.trace_text == f"A note was withdrawn at {trace_time(said)} · SN"
    assert said.day.dossier.finding_notes == ()
    assert findings(said)[0].title == title, "a finding made from it is not touched"
    assert broken_chains(desk.session.db) == []
    assert b"Zqxvetlig" not in bytes_of(desk.session.path)
    assert b"och mer" not in bytes_of(desk.session.path)


def trace_time(page: ConductPage) -> str:
    (note,) = [note for note in page.day.dossier.notes if note.is_withdrawn]
    return page.day.withdrawn_at(note).astimezone().strftime("%H:%M")


def test_undo_and_redo_cannot_bring_it_back(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text(SECRET)
    press(Qt.Key.Key_Escape)
    settle(desk)
    desk.session.undo()
    settle(desk)
    desk.session.redo()
    settle(desk)
    (row,) = page.questions.card.notes.own_rows
    row.ask_to_withdraw()
    assert row.asking is not None
    click(row.asking.withdraw)
    settle(desk)
    for _ in range(6):
        desk.session.undo()
        settle(desk)
    for _ in range(6):
        desk.session.redo()
        settle(desk)
    assert notes(page) == []
    assert not any(row.editor.document().isUndoAvailable() for row in page.questions.card.notes.own_rows)
    assert SECRET.encode() not in bytes_of(desk.session.path)


def test_a_note_that_waits_is_withdrawn_in_the_tray(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, SECRET)
    quick(page, desk, "Nästa")
    card = page.side.waiting(next(note.id for note in notes(page) if note.text == SECRET))
    card.ask_to_withdraw()
    assert card.asking is not None
    click(card.asking.withdraw)
    settle(desk)
    assert [note.text for note in notes(page)] == ["Nästa"]
    assert page.side.tray.trace_text.startswith("A note was withdrawn at ")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.side.waiting(notes(page)[0].id).isAncestorOf(focus)
    assert SECRET.encode() not in bytes_of(desk.session.path)


def test_a_note_is_withdrawn_after_the_report_is_final(said: ConductPage, desk: Desk) -> None:
    desk.session.write(final_of(desk.session.path, said.day.dossier.audit))
    settle(desk)
    said.questions.step(1)
    said.questions.step(-1)
    row = said.questions.card.notes.findChild(HeardRow)
    assert row is not None
    click(row.withdraw_button)
    assert row.asking is not None
    click(row.asking.withdraw)
    settle(desk)
    assert notes(said) == []
    assert SECRET.encode() + b" och mer" not in bytes_of(desk.session.path)
