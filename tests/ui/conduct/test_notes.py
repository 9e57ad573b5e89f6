"""Notes: born with their first character, several to a question, one's own to write, those of others to read."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.notes import Note, NoteLink, note_link_id
from qmsdesk.domain.records import creation_of
from qmsdesk.store.changes import live_ids
from qmsdesk.ui.conduct.notes import HeardRow
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from tests.ui.conduct.hands import CTRL, click, findings, notes, number_of, press, quick, settle, type_text


def test_the_first_character_makes_the_note_and_nothing_typed_is_lost(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    assert notes(page) == []
    type_text("Planeraren ringer.")
    settle(desk)
    note = notes(page)[0]
    assert (note.text, note.author_id) == ("Planeraren ringer.", desk.session.owner.id)
    assert page.questions.current is not None
    assert [link.question_id for link in page.day.dossier.note_links] == [page.questions.current.id]
    assert len(live_ids(desk.session.db, note.id, "text")) == 1, "one text, no conflict with its own beginning"


def test_a_note_goes_on_where_it_was_left(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("Först")
    press(Qt.Key.Key_Escape)
    assert page.questions.card.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    settle(desk)
    press(Qt.Key.Key_Return)
    type_text(" och sist")
    settle(desk)
    assert [note.text for note in notes(page)] == ["Först och sist"]


def test_several_notes_to_one_question(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("En")
    press(Qt.Key.Key_N, CTRL)
    type_text("Två")
    press(Qt.Key.Key_N, CTRL)
    press(Qt.Key.Key_N, CTRL)
    settle(desk)
    assert [note.text for note in notes(page)] == ["En", "Två"]
    assert [editor.toPlainText() for editor in page.questions.card.notes.editors] == ["En", "Två", ""]


def test_composed_characters_begin_a_note_unharmed(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    editor = page.questions.card.notes.editors[0]
    QApplication.sendEvent(editor, QInputMethodEvent("´", []))
    composed = QInputMethodEvent("", [])
    composed.setCommitString("é")
    QApplication.sendEvent(editor, composed)
    settle(desk)
    assert [note.text for note in notes(page)] == ["é"]


def test_the_notes_of_a_colleague_are_read_only(page: ConductPage, desk: Desk) -> None:
    colleague = next(member.person_id for member in page.day.dossier.team if member.person_id != page.day.author_id)
    question = page.questions.current
    assert question is not None
    at = dt.datetime(2026, 11, 25, 7, 30, tzinfo=dt.UTC)
    note = Note(new_id(), page.day.dossier.audit.id, colleague, at, "Hon såg tavlan")
    link = NoteLink(note_link_id(note.id, question.id), note.audit_id, note.id, question.id)
    desk.session.write([*creation_of(note), *creation_of(link)])
    settle(desk)
    heard = page.questions.card.findChild(HeardRow)
    assert heard is not None
    shown = [part.text() for part in heard.findChildren(QLabel)]
    assert shown == ["08:30 · EB", "Hon såg tavlan"]
    assert len(page.questions.card.notes.editors) == 1, "and there is room for one's own"


def test_a_note_is_deleted_and_brought_back(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("Bort med mig")
    settle(desk)
    row = page.questions.card.notes.own_rows[0]
    click(row.delete_button)
    settle(desk)
    assert notes(page) == []
    assert [editor.toPlainText() for editor in page.questions.card.notes.editors] == [""]
    desk.session.undo()
    settle(desk)
    assert [editor.toPlainText() for editor in page.questions.card.notes.editors] == ["Bort med mig"]


def test_undo_takes_the_text_back_and_then_the_note(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("Hej")
    press(Qt.Key.Key_Escape)
    settle(desk)
    desk.session.undo()
    settle(desk)
    assert notes(page) == []
    desk.session.undo()
    settle(desk)
    assert page.day.dossier.notes == ()
    desk.session.redo()
    desk.session.redo()
    settle(desk)
    assert [note.text for note in notes(page)] == ["Hej"]


@pytest.mark.parametrize(
    ("key", "type_", "requirement"),
    [(Qt.Key.Key_I, FindingType.OBSERVATION, "ISO9001:4.1"), (None, FindingType.STRENGTH, "")],
)
def test_a_note_becomes_a_finding_in_one_step(
    page: ConductPage, desk: Desk, key: Qt.Key | None, type_: FindingType, requirement: str
) -> None:
    text = "Uppdraget sitter på väggen. Alla fyra kunde säga det."
    press(Qt.Key.Key_Return)
    type_text(text)
    if key is None:
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_S)
    else:
        press(key, CTRL)
    settle(desk)
    (finding,) = findings(page)
    assert (finding.type, finding.title, finding.evidence) == (type_, "Uppdraget sitter på väggen", text)
    assert (finding.requirement, finding.number) == (requirement, "A-01")
    assert [link.note_id for link in page.day.dossier.finding_notes] == [notes(page)[0].id]
    assert page.form.isVisible()
    assert page.form.parts["title"].editor.hasFocus()


def test_a_question_without_a_note_gives_an_empty_finding(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_F)
    settle(desk)
    (finding,) = findings(page)
    assert (finding.title, finding.evidence) == ("", "")
    assert finding.question_id == (page.questions.current.id if page.questions.current else None)


def test_a_note_gives_one_finding_by_key_and_the_next_starts_anew(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("Samma sak")
    press(Qt.Key.Key_I, CTRL)
    settle(desk)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F)
    settle(desk)
    assert [finding.title for finding in findings(page)] == ["Samma sak", ""]
    assert [finding.number for finding in findings(page)] == ["A-01", "A-02"]


def test_the_flag_of_a_note_makes_a_finding_of_it(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("En sak")
    press(Qt.Key.Key_N, CTRL)
    type_text("En annan")
    click(page.questions.card.notes.own_rows[0].finding_button)
    settle(desk)
    assert [finding.title for finding in findings(page)] == ["En sak"]


# Quick notes


def test_a_quick_note_waits_to_be_sorted_and_the_line_is_ready_again(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "Nyckelskåpet stod öppet")
    assert page.quick.editor.text() == ""
    assert page.quick.editor.hasFocus()
    assert page.side.counts == (0, 1)
    quick(page, desk, "Och dörren med")
    assert page.side.counts == (0, 2)
    assert [note.text for note in notes(page)] == ["Nyckelskåpet stod öppet", "Och dörren med"]


def test_a_quick_note_is_taken_by_the_mouse_too(page: ConductPage, desk: Desk) -> None:
    assert not page.quick.add.isEnabled()
    click(page.quick.editor)
    type_text("Nyckelskåpet stod öppet")
    click(page.quick.add)
    settle(desk)
    assert [note.text for note in notes(page)] == ["Nyckelskåpet stod öppet"]
    assert page.quick.editor.text() == ""
    assert page.quick.editor.hasFocus()
    assert not page.quick.add.isEnabled()


@pytest.mark.parametrize(
    ("mark", "type_"),
    [
        ("!", FindingType.NONCONFORMITY_MINOR),
        ("+", FindingType.IMPROVEMENT),
        ("*", FindingType.STRENGTH),
        ("?", FindingType.OBSERVATION),
    ],
)
def test_a_mark_makes_a_finding_at_once(page: ConductPage, desk: Desk, mark: str, type_: FindingType) -> None:
    quick(page, desk, f"{mark} Visa tavlan i mobilen")
    (finding,) = findings(page)
    assert (finding.type, finding.title) == (type_, "Visa tavlan i mobilen")
    assert notes(page)[0].text == "Visa tavlan i mobilen"
    assert page.side.counts == (1, 0)
    assert page.quick.editor.hasFocus(), "the day goes on; the form does not push itself in front"


def test_a_number_links_the_note_to_its_question(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "#2.3 Pärmen är från 2019")
    assert page.side.counts == (0, 0)
    link = page.day.dossier.note_links[0]
    assert page.day.dossier.numbers[link.question_id] == "2.3"
    assert notes(page)[0].text == "Pärmen är från 2019"


def test_an_unknown_number_keeps_every_word(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "#9.9 Vad var det nu")
    assert notes(page)[0].text == "#9.9 Vad var det nu"
    assert page.side.counts == (0, 1)


def test_an_empty_line_is_no_note(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "   ")
    assert page.day.dossier.notes == ()


def test_escape_goes_back_to_where_one_was_and_keeps_the_line(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    editor = page.questions.card.notes.editors[0]
    page.start_quick_note()
    type_text("Halvvägs")
    press(Qt.Key.Key_Escape)
    assert editor.hasFocus()
    settle(desk)
    assert page.quick.editor.text() == "Halvvägs"
    assert page.side.counts == (0, 0), "what is still on the line does not wait yet"
    page.start_quick_note()
    type_text(" klart")
    press(Qt.Key.Key_Return)
    settle(desk)
    assert [note.text for note in notes(page)] == ["Halvvägs klart"]


def test_an_unsorted_note_is_linked_to_the_open_question(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "Hör hit")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Down)
    card = page.side.waiting(notes(page)[0].id)
    card.card.setFocus()
    press(Qt.Key.Key_Space)
    assert card.menu.isVisible()
    card.menu.actions()[0].trigger()
    card.menu.close()
    settle(desk)
    assert page.side.counts == (0, 0)
    assert number_of(page) == "1.2"
    assert page.questions.card.notes.editors[0].toPlainText() == "Hör hit"


def test_an_unsorted_note_is_edited_made_a_finding_and_deleted(page: ConductPage, desk: Desk) -> None:
    for text in ("Ändra mig", "Blir iakttagelse", "Försvinner"):
        quick(page, desk, text)
    first, second, third = (page.side.waiting(note.id) for note in notes(page))
    first.start_editing()
    type_text("X ")
    click(first.done)
    settle(desk)
    assert notes(page)[0].text == "X Ändra mig"
    third.menu.actions()[-1].trigger()
    second.menu.actions()[1].trigger()
    settle(desk)
    assert page.side.counts == (1, 1)
    assert findings(page)[0].title == "Blir iakttagelse"
    assert not page.form.isVisible(), "sorting goes on; the finding is completed later"


def test_a_linked_note_can_be_unlinked_by_undo_and_linked_again(page: ConductPage, desk: Desk, audit: Audit) -> None:
    quick(page, desk, "Hör hit")
    for _ in range(2):
        page.side.waiting(notes(page)[0].id).menu.actions()[0].trigger()
        settle(desk)
        assert page.side.counts == (0, 0)
        desk.session.undo()
        settle(desk)
        assert page.side.counts == (0, 1)
