"""Sorting notes: by key without leaving the tray, by number, by hand, and one note to many questions."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.notes import Note
from qmsdesk.domain.records import creation_of
from qmsdesk.ui.conduct.dragging import DropMark, mime_of
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from tests.ui.conduct.conftest import ShowPage
from tests.ui.conduct.hands import click, findings, notes, number_of, press, quick, settle, type_text


@pytest.fixture
def three(page: ConductPage, desk: Desk) -> list[Note]:
    """Three notes that wait, and the focus in the text of a note at the open question."""
    for text in ("Första", "Andra", "Tredje"):
        quick(page, desk, text)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)
    type_text("Mitt i")
    settle(desk)
    return [note for note in notes(page) if note.text != "Mitt i"]


def waiting(page: ConductPage) -> list[str]:
    return [card.note.text for card in page.side.tray._cards.values()]


def focused(page: ConductPage) -> str:
    """The text of the waiting note that has the focus."""
    focus = QApplication.focusWidget()
    return next((c.note.text for c in page.side.tray._cards.values() if focus and c.isAncestorOf(focus)), "")


def numbers_of(page: ConductPage, note: Note) -> list[str]:
    links = [link for link in page.day.dossier.note_links if link.note_id == note.id]
    return sorted(page.day.dossier.numbers[link.question_id] for link in links)


def drop(note: Note, target: QWidget) -> None:
    """Hold a note over a target and let go."""
    hold(note, target)
    mime = mime_of(note)
    place = QPointF(target.rect().center())
    QApplication.sendEvent(target, QDropEvent(place, MOVE, mime, LEFT, PLAIN))


def hold(note: Note, target: QWidget) -> None:
    mime = mime_of(note)  # which the event does not keep
    event = QDragEnterEvent(target.rect().center(), MOVE, mime, LEFT, PLAIN)
    QApplication.sendEvent(target, event)
    assert event.isAccepted()


MOVE, LEFT, PLAIN = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


# By key


def test_sorting_stays_in_the_tray_and_escape_goes_back(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    editor = QApplication.focusWidget()
    press(Qt.Key.Key_U, ALT)
    assert focused(page) == "Första"
    press(Qt.Key.Key_Down)
    assert focused(page) == "Andra"
    press(Qt.Key.Key_Return)
    settle(desk)
    assert numbers_of(page, three[1]) == ["1.1"]
    assert (waiting(page), focused(page)) == (["Första", "Tredje"], "Tredje")
    press(Qt.Key.Key_Up)
    assert focused(page) == "Första"
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is editor


def test_a_number_and_enter_link_there(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    press(Qt.Key.Key_U, ALT)
    type_text("2.3")
    said = page.side.waiting(three[0].id).said
    assert said.startswith("Enter: link to 2.3 ")
    press(Qt.Key.Key_Return)
    settle(desk)
    assert numbers_of(page, three[0]) == ["2.3"]
    assert number_of(page) == "1.1", "the open question stays open, and no key has answered it"
    assert page.day.dossier.answers == () or page.day.own_answer(page.day.dossier.asked_questions[0].id) is None
    assert focused(page) == "Andra"


def test_an_unknown_number_says_so_and_the_note_stays(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    press(Qt.Key.Key_U, ALT)
    type_text("9.8")
    press(Qt.Key.Key_Return)
    settle(desk)
    assert page.side.waiting(three[0].id).said == "No question 9.8"
    assert focused(page) == "Första"
    type_text("2.4")
    press(Qt.Key.Key_Backspace)
    type_text("3")
    press(Qt.Key.Key_Escape)
    assert focused(page) == "Första", "the first Esc only takes the number back"
    press(Qt.Key.Key_Return)
    settle(desk)
    assert numbers_of(page, three[0]) == ["1.1"]


def test_a_finding_is_made_and_the_next_note_is_at_hand(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    press(Qt.Key.Key_U, ALT)
    press(Qt.Key.Key_F)
    settle(desk)
    assert [finding.title for finding in findings(page)] == ["Första"]
    assert focused(page) == "Andra"
    assert not page.form.isVisible()


def test_delete_is_undone(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    press(Qt.Key.Key_U, ALT)
    press(Qt.Key.Key_Delete)
    settle(desk)
    assert (waiting(page), focused(page)) == (["Andra", "Tredje"], "Andra")
    desk.session.undo()
    settle(desk)
    assert waiting(page) == ["Första", "Andra", "Tredje"]


def test_kept_for_later_stands_last_and_is_counted(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    press(Qt.Key.Key_U, ALT)
    press(Qt.Key.Key_P)
    settle(desk)
    assert waiting(page) == ["Andra", "Tredje", "Första"]
    assert page.side.tray.count_label.text() == "2 · 1 for later"
    page.side.waiting(three[0].id).take_focus()
    press(Qt.Key.Key_P)
    settle(desk)
    assert waiting(page) == ["Första", "Andra", "Tredje"]
    assert page.side.tray.count_label.text() == "3"


def test_after_the_last_note_one_is_back(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    editor = QApplication.focusWidget()
    press(Qt.Key.Key_U, ALT)
    for _ in three:
        press(Qt.Key.Key_Return)
        settle(desk)
    assert waiting(page) == []
    assert QApplication.focusWidget() is editor


def test_a_note_is_edited_and_one_emptied_goes(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    card = page.side.waiting(three[0].id)
    press(Qt.Key.Key_U, ALT)
    press(Qt.Key.Key_E)
    card.editor.selectAll()
    press(Qt.Key.Key_Delete)
    click(card.done)
    settle(desk)
    assert waiting(page) == ["Andra", "Tredje"]
    desk.session.undo()
    settle(desk)
    assert waiting(page) == ["Första", "Andra", "Tredje"]


def test_sorting_from_the_drawer(show_page: ShowPage, desk: Desk, audit: Audit) -> None:
    page = show_page(audit, 640, 500)
    quick(page, desk, "Hör hit")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_U)
    assert page.side.isVisible()
    assert focused(page) == "Hör hit"
    press(Qt.Key.Key_Return)
    settle(desk)
    assert page.questions.isVisible()
    assert page.questions.card.hasFocus()


def test_hundreds_of_notes_wait_and_forty_are_cards(page: ConductPage, desk: Desk) -> None:
    audit_id, author = page.day.dossier.audit.id, page.day.author_id
    many = [Note(new_id(), audit_id, author, desk.now(), f"Anteckning {n}") for n in range(300)]
    desk.session.write([edit for note in many for edit in creation_of(note)])
    settle(desk)
    tray = page.side.tray
    assert (page.side.counts[1], len(waiting(page))) == (300, 40)
    assert tray.more.text() == "260 more"
    press(Qt.Key.Key_U)
    press(Qt.Key.Key_Return)
    settle(desk)
    assert (page.side.counts[1], len(waiting(page)), focused(page)) == (299, 40, "Anteckning 1")
    click(tray.more)
    assert len(waiting(page)) == 80
    assert focused(page) == "Anteckning 41"
    page.side.go_to(many[299].id)
    assert focused(page) == "Anteckning 299"


# By hand


def test_a_note_falls_onto_a_question(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    second = page.day.dossier.asked_questions[1]
    row = page.questions.rows.row_of(second.id)
    assert row is not None
    drop(three[0], row)
    drop(three[1], page.questions.card)
    settle(desk)
    assert (numbers_of(page, three[0]), numbers_of(page, three[1])) == (["1.2"], ["1.1"])
    assert waiting(page) == ["Tredje"]


def test_a_note_falls_onto_a_finding(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    quick(page, desk, "!Rutin saknas")
    (finding,) = findings(page)
    for _ in range(2):
        drop(three[0], page.side.card(finding.id))
        settle(desk)
    assert [each.id for each in page.day.findings_from(three[0])] == [finding.id]
    assert waiting(page) == ["Andra", "Tredje"]


def test_a_section_asks_which_of_its_questions(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    section = page.day.dossier.sections[1]
    drop(three[0], page.columns.sections.entry(section.id))
    actions = page.sorting.menu.actions()
    assert len(actions) == len(page.day.dossier.questions_of(section))
    actions[2].trigger()
    settle(desk)
    assert numbers_of(page, three[0]) == ["2.3"]


def test_a_note_goes_back_from_its_question_into_the_tray(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    drop(three[0], page.questions.card)
    settle(desk)
    drop(page.day.note(three[0].id) or three[0], page.side.tray)
    settle(desk)
    assert numbers_of(page, three[0]) == []
    assert "Första" in waiting(page)


def test_a_target_shows_while_a_note_is_above_it(page: ConductPage, three: list[Note]) -> None:
    card = page.questions.card
    hold(three[0], card)
    (mark,) = card.findChildren(DropMark)
    assert mark.isVisible()
    assert mark.size() == card.size()
    QApplication.sendEvent(card, QDragLeaveEvent())
    assert not mark.isVisible()


def test_what_is_no_note_falls_nowhere(page: ConductPage, three: list[Note]) -> None:
    mime = QMimeData()
    mime.setText(three[0].id)
    event = QDragEnterEvent(page.questions.card.rect().center(), MOVE, mime, LEFT, PLAIN)
    QApplication.sendEvent(page.questions.card, event)
    assert event.type() == QEvent.Type.DragEnter
    assert not event.isAccepted() or not page.questions.card.findChildren(DropMark)


# One note to many questions


def test_a_linked_note_shows_its_other_questions(page: ConductPage, desk: Desk, three: list[Note]) -> None:
    drop(three[0], page.questions.card)
    settle(desk)
    row = next(row for row in page.questions.card.notes.own_rows if row.note.id == three[0].id)
    row.links.start()
    type_text("2.3")
    press(Qt.Key.Key_Return)
    settle(desk)
    assert numbers_of(page, three[0]) == ["1.1", "2.3"]
    assert [chip.text() for chip in row.links.chips] == ["2.3"]
    click(row.links.chips[0])
    settle(desk)
    assert numbers_of(page, three[0]) == ["1.1"]
    assert not row.links.isVisible()


def test_taking_off_the_last_question_puts_it_back_in_the_tray(
    page: ConductPage, desk: Desk, three: list[Note]
) -> None:
    page.sorting.link_to_number(three[0], "1.1")
    page.sorting.link_to_number(three[0], "1.2")
    settle(desk)
    row = next(row for row in page.questions.card.notes.own_rows if row.note.id == three[0].id)
    click(row.links.chips[0])
    settle(desk)
    drop(three[0], page.side.tray)
    settle(desk)
    assert waiting(page) == ["Första", "Andra", "Tredje"]


# Nothing empty stays


def test_a_note_that_is_emptied_goes_when_it_is_left(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("Fel")
    settle(desk)
    editor = page.questions.card.notes.editors[0]
    editor.selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Escape)
    settle(desk)
    assert page.day.dossier.notes == ()
    assert len(page.questions.card.notes.editors) == 1
    desk.session.undo()
    settle(desk)
    assert [editor.toPlainText() for editor in page.questions.card.notes.editors] == ["Fel"]


def test_one_letter_taken_back_leaves_no_record(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("a")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    settle(desk)
    assert page.day.dossier.notes == ()
    assert number_of(page) == "1.2"


def test_a_quick_line_that_is_emptied_leaves_no_record(page: ConductPage, desk: Desk) -> None:
    page.start_quick_note()
    type_text("a")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Escape)
    settle(desk)
    assert page.day.dossier.notes == ()
    quick(page, desk, "Riktig")
    assert [note.text for note in notes(page)] == ["Riktig"]


def test_the_next_parked_question_is_one_key_away(page: ConductPage, desk: Desk) -> None:
    asked = page.day.dossier.asked_questions
    for place in (2, 5):
        page.questions.open(asked[place])
        press(Qt.Key.Key_6)
        settle(desk)
    page.questions.open(asked[0])
    assert page.columns.total.text() == "0 of 33 answered · 2 parked"
    parked = [page.day.dossier.numbers[asked[place].id] for place in (2, 5)]
    met = []
    for _ in range(3):
        press(Qt.Key.Key_P)
        met.append(number_of(page))
    assert met == [*parked, parked[0]]


def test_of_many_findings_the_earlier_ones_wait_behind_a_button(page: ConductPage, desk: Desk) -> None:
    for number in range(10):
        quick(page, desk, f"!Rutin {number} saknas")
    cards = [page.side.card(finding.id) for finding in findings(page)]
    assert [card.isVisibleTo(page) for card in cards] == [False] * 4 + [True] * 6
    assert page.side.counts[0] == 10
    page.side.earlier.click()
    assert all(card.isVisibleTo(page) for card in cards)
    assert cards[0].hasFocus()
    assert page.side.earlier.isHidden()
