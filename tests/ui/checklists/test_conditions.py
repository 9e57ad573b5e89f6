"""Conditions in the editor: chosen from earlier questions by keys, told in words, and never pointing astray unseen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qmsdesk.domain.records import edit_of
from qmsdesk.store.checklists import own_questions, own_sections
from qmsdesk.ui.checklists.editing.page import EditorPage
from qmsdesk.ui.desk import Desk
from tests.ui.checklists.test_editing import ALT, editor, key, page, said, three

__all__ = ["editor", "page", "three"]
Keys = Qt.Key


def conditions(three: EditorPage, desk: Desk) -> list[str]:
    desk.session.flush()
    QApplication.processEvents()
    return [question.condition for question in own_questions(desk.session.db, three.table.rows[0].id)]


def test_what_a_question_depends_on_is_chosen_by_keys(three: EditorPage, desk: Desk) -> None:
    three.view.stand_on(4)
    form = three.form.question.depends
    assert [form.box.itemText(n) for n in range(form.box.count())] == ["Always ask it", "1.1  How?", "1.2  Where?"]
    form.box.setFocus()
    key(desk, Keys.Key_Down)
    codes = [question.code for question in own_questions(desk.session.db, three.table.rows[0].id)]

    assert conditions(three, desk)[2] == f"${{{codes[0]}}} = 'fulfilled'"
    assert form.rows[0].box.hasFocus()
    key(desk, Keys.Key_Down)
    key(desk, Keys.Key_Down)
    assert conditions(three, desk)[2] == f"${{{codes[0]}}} = 'not_fulfilled'"
    assert form.note.isHidden()

    form.box.chosen.emit(codes[1])
    form.joiner.setCurrentIndex(1)
    form.joiner.chosen.emit("any")
    form.rows[1].box.chosen.emit("fulfilled,partly,not_fulfilled,not_applicable,not_asked,parked")
    assert conditions(three, desk)[2] == f"${{{codes[0]}}} = 'not_fulfilled' or ${{{codes[1]}}} != ''"
    assert form.rows[1].box.currentText() == "Any answer"
    form.rows[0].remove.click()
    form.rows[0].remove.click()
    assert conditions(three, desk)[2] == ""
    assert form.note.isVisible()
    three.view.stand_on(2)
    assert form.box.count() == 1


def test_what_is_written_in_the_notation_becomes_boxes_and_the_rest_a_note(three: EditorPage, desk: Desk) -> None:
    three.view.stand_on(3)
    form = three.form.question
    code = own_questions(desk.session.db, three.table.rows[0].id)[0].code
    form.condition.setText(f"{code} = no")
    form.seal()
    assert conditions(three, desk)[1] == f"{code} = no"
    assert [line.box.currentText() for line in form.depends.rows] == ["Not fulfilled"]

    three.view.stand_on(4)
    form.condition.setText("the unit is certified")
    form.seal()
    assert conditions(three, desk)[2] == "the unit is certified"
    assert "hides nothing" in form.depends.meaning.text()
    assert not form.depends.rows


def test_a_condition_that_no_longer_points_at_an_earlier_question_says_so(three: EditorPage, desk: Desk) -> None:
    three.view.stand_on(4)
    form = three.form.question.depends
    questions = own_questions(desk.session.db, three.table.rows[0].id)
    form.box.chosen.emit(questions[1].code)
    conditions(three, desk)
    three.view.setFocus()
    key(desk, Keys.Key_Up, ALT)
    assert said(three)[1:] == ["1.1  How?", "1.2  When?", "1.3  Where?"]
    assert form.wrong.isVisible()
    assert "Question 1.3 comes later" in form.wrong.text()

    section = own_sections(desk.session.db, three.table.rows[0].id)[0]
    desk.session.write([edit_of(section, "title_en", "Work")])
    desk.session.flush()
    three.publish.click()
    assert "1.2" in three.banner.text()
    desk.session.write([edit_of(questions[2], "condition", f"${{{questions[2].code}}} = 'yes'")])
    conditions(three, desk)
    assert "cannot depend on itself" in form.wrong.text()
    desk.session.write([edit_of(questions[2], "condition", "${x9} = 'yes'")])
    conditions(three, desk)
    assert "“x9” is gone" in form.wrong.text()
