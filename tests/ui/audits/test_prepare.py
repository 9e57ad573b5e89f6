"""Prepare: what is settled before the day saves itself and keeps the rules."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.answers import Answer, Verdict, answer_id
from qmsdesk.domain.audits import Audit, AuditState, TeamRole
from qmsdesk.domain.budgets import Budget
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.checklists import Checklist
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.plan import PlanSlot
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.shares import asking, loads, shares
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.organisation import list_units
from qmsdesk.store.people import list_people
from qmsdesk.ui.audits.prepare import PreparePage
from qmsdesk.ui.audits.preparing.budgets import say_budget
from qmsdesk.ui.audits.preparing.question_table import AUDITOR, REASON
from qmsdesk.ui.charts.panel import ChartPanel
from qmsdesk.ui.desk import Desk
from tests.store.finals import final_of
from tests.ui.conftest import NOW

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NUMBER = "2026-05"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PreparePage:
    made = PreparePage(desk, find_audit(desk.session.db, NUMBER).id)
    made.turns.finish()
    made.tester = QAbstractItemModelTester(made.questions.table, FATAL)  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(1158, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def dossier(desk: Desk) -> Dossier:
    return load_dossier(desk.session.db, find_audit(desk.session.db, NUMBER).id)


def write(qtbot: QtBot, desk: Desk, edits: list[Edit]) -> None:
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(edits)


def test_facts_save_themselves(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    with qtbot.waitSignal(desk.session.changed):
        page.facts.day.setDate(QDate(2026, 12, 1))
    with qtbot.waitSignal(desk.session.changed):
        page.facts.starts.setTime(QTime(9, 0))
    qtbot.keyClicks(page.facts.number, "KS 2026/412")
    qtbot.keyClicks(page.purpose.edits["scope"], "Svarstider. ")
    desk.session.flush()
    audit = dossier(desk).audit
    assert (audit.date, audit.starts_at) == (dt.date(2026, 12, 1), dt.time(9, 0))
    assert audit.registration_number == "KS 2026/412"
    assert "Svarstider." in audit.scope


def test_a_change_elsewhere_leaves_half_typed_text_alone(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    page.facts.number.setFocus()
    qtbot.keyClicks(page.facts.number, "KS 20")
    write(qtbot, desk, [edit_of(dossier(desk).audit, "ends_at", dt.time(14, 0))])
    qtbot.keyClicks(page.facts.number, "26/4")
    assert page.facts.number.text() == "KS 2026/4"
    assert page.facts.ends.time() == QTime(14, 0)


def test_unit_and_checklist_are_fixed_from_the_first_answer_on(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    assert not page.facts.unit.is_read_only
    held = dossier(desk)
    question, author = held.questions[0].id, desk.session.owner.id
    id_ = answer_id(held.audit.id, question, author)
    write(qtbot, desk, creation_of(Answer(id_, held.audit.id, question, author, Verdict.FULFILLED)))
    assert page.facts.unit.is_read_only
    assert page.facts.checklist.is_read_only


def test_the_time_is_said_plainly(desk: Desk, page: PreparePage) -> None:
    assert page.budget.banner.text() == "33 questions take about 3 h 51 min; the conversations have 4 h 15 min."
    assert "08:45–09:45, 10:00–11:30, 12:15–13:15, 13:15–14:00" in page.budget.counted.text()
    text, tone = say_budget(desk.words, Budget(67, 469, 330, is_planned=True))
    assert text == (
        "This does not fit: 67 questions take about 7 h 49 min, the conversations have 5 h 30 min. "
        "That is 139 minutes too many."
    )
    assert tone == "warning"
    assert "Say when" in say_budget(desk.words, Budget(1, 7, 0, is_planned=False))[0]
    assert "no conversation" in say_budget(desk.words, Budget(1, 7, 0, is_planned=True))[0]
    assert "Make a plan" in say_budget(desk.words, Budget(1, 7, 60, is_planned=False))[0]
    assert "the day has 1 h" in say_budget(desk.words, Budget(10, 70, 60, is_planned=False))[0]


def test_leaving_out_a_question_by_keyboard_gives_time(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    view = page.questions.view
    view.setCurrentIndex(page.questions.table.index(1, 0))
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert len(dossier(desk).asked_questions) == 32
    assert "32 questions take about 3 h 44 min" in page.budget.banner.text()
    page.questions.table.setData(page.questions.table.index(1, REASON), "No\x00 time")
    desk.session.flush()
    assert dossier(desk).audit_questions[0].reason == "No time"
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert len(dossier(desk).asked_questions) == 33


def test_a_whole_section_is_left_out_as_one_step(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    page.questions.view.setCurrentIndex(page.questions.table.index(0, 0))
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(page.questions.view, Qt.Key.Key_Space)
    assert len(dossier(desk).asked_questions) == 29
    assert page.questions.table.index(0, REASON).data() == "0 of 4 asked"
    with qtbot.waitSignal(desk.session.changed):
        desk.session.undo()
    assert len(dossier(desk).asked_questions) == 33


def test_a_must_ask_question_is_left_out_for_a_reason_only(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    question = dossier(desk).questions[0]
    write(qtbot, desk, [edit_of(question, "must_ask", True)])
    view, table = page.questions.view, page.questions.table
    view.setCurrentIndex(table.index(0, 0))
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert question.id in {asked.id for asked in dossier(desk).asked_questions}
    assert len(dossier(desk).asked_questions) == 30
    assert not page.questions.musts.isVisible()
    view.setCurrentIndex(table.index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.findChildren(QLineEdit))
    desk.session.flush()
    assert question.id not in dossier(desk).left_out
    qtbot.keyClick(view, Qt.Key.Key_Space)
    editor = view.findChildren(QLineEdit)[0]
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClicks(editor, "Asked in May")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert question.id in dossier(desk).left_out
    assert table.index(1, REASON).data() == "Must be asked, left out: Asked in May"
    assert page.questions.musts.text() == "1 question that must be asked is left out: 1.1 (Asked in May)."
    qtbot.waitUntil(lambda: not view.findChildren(QLineEdit))
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert question.id not in dossier(desk).left_out
    assert not page.questions.musts.isVisible()


def test_questions_are_given_to_auditors_by_number(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    view, table = page.questions.view, page.questions.table
    lead, other = asking(dossier(desk))
    view.setCurrentIndex(table.index(0, 0))
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(view, Qt.Key.Key_2)
    section = table.rows[0].questions
    assert shares(dossier(desk)) == {question.id: other.id for question in section}
    assert table.index(0, AUDITOR).data() == table.index(1, AUDITOR).data() == other.initials
    assert table.index(1, AUDITOR).data(Qt.ItemDataRole.ToolTipRole) == other.name
    view.setCurrentIndex(table.index(1, 0))
    with qtbot.waitSignal(desk.session.changed):
        qtbot.mouseClick(page.questions.shares.auditors[lead.id], Qt.MouseButton.LeftButton)
    assert table.index(0, AUDITOR).data() == f"{lead.initials}, {other.initials}"
    assert "3 questions, 21 min" in page.questions.shares.auditors[other.id].text()
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(view, Qt.Key.Key_0)
    assert section[0].id not in shares(dossier(desk))
    qtbot.keyClick(view, Qt.Key.Key_9)
    desk.session.flush()
    assert len(shares(dossier(desk))) == 3


def test_an_auditor_is_chosen_from_a_menu(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    view, table = page.questions.view, page.questions.table
    view.setCurrentIndex(table.index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    menu = page.questions.findChild(QMenu)
    assert menu is not None
    with qtbot.waitSignal(desk.session.changed):
        menu.actions()[1].trigger()
    assert shares(dossier(desk)) == {table.rows[1].questions[0].id: asking(dossier(desk))[1].id}
    menu.close()


def test_sharing_evenly_is_one_step_and_is_taken_back(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    with qtbot.waitSignal(desk.session.changed):
        page.questions.shares.even.click()
    held = loads(dossier(desk))
    assert held[""].questions == 0
    assert sorted(load.minutes for load in held.values()) == [0, 112, 119]
    with qtbot.waitSignal(desk.session.changed):
        page.questions.shares.none.click()
    assert shares(dossier(desk)) == {}
    with qtbot.waitSignal(desk.session.changed):
        desk.session.undo()
    assert loads(dossier(desk)) == held


def test_alone_there_is_nothing_to_share(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    other = dossier(desk).team[1]
    write(qtbot, desk, [edit_of(other, "role", TeamRole.OBSERVER)])
    assert not page.questions.shares.isVisible()


def test_the_team_grows_changes_roles_and_shrinks(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    line = page.team.person.box.lineEdit()
    assert line is not None
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClicks(line, "Nils Ny")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    newest = dossier(desk).team[-1]
    assert newest.role is TeamRole.AUDITOR
    with qtbot.waitSignal(desk.session.changed):
        page.team.rows[newest.id].role.chosen.emit("lead")
    assert [member.id for member in dossier(desk).team if member.role is TeamRole.LEAD] == [newest.id]
    with qtbot.waitSignal(desk.session.changed):
        page.team.rows[newest.id].remove.click()
    assert newest.id not in page.team.rows
    assert any(
        "Choose a lead auditor." in label.text() for label in page.team.findChildren(QLabel) if label.isVisible()
    )


def test_nobody_of_the_unit_joins_the_team(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    held = dossier(desk)
    own = next(person for person in list_people(desk.session.db) if person.unit_id == held.unit.id)
    line = page.team.person.box.lineEdit()
    assert line is not None
    qtbot.keyClicks(line, own.name)
    qtbot.mouseClick(page.team.add, Qt.MouseButton.LeftButton)
    desk.session.flush()
    assert own.name in page.team.person.banner.text()
    assert len(dossier(desk).team) == len(held.team)


def test_whoever_is_near_the_unit_is_told_of_in_words(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    held = dossier(desk)
    member = held.team[1]
    person = held.person(member.person_id)
    assert person is not None
    sibling = next(
        unit for unit in list_units(desk.session.db)
        if unit.department_id == held.department.id and unit.id != held.unit.id
    )  # fmt: skip
    write(qtbot, desk, [edit_of(person, "unit_id", sibling.id)])
    assert "same department" in page.team.rows[member.id].banner.text()
    assert page.team.rows[member.id].banner.isVisible()
    write(qtbot, desk, [edit_of(person, "unit_id", held.unit.id)])
    assert "cannot audit it" in page.team.rows[member.id].banner.text()


def test_two_leads_are_told_of(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    write(qtbot, desk, [edit_of(dossier(desk).team[1], "role", TeamRole.LEAD)])
    assert page.team._none.text().startswith("There is more than one lead auditor.")
    with qtbot.waitSignal(desk.session.changed):
        page.team.rows[dossier(desk).team[1].id].role.chosen.emit("expert")
    assert not page.team._none.isVisible()
    assert dossier(desk).team[1].role is TeamRole.EXPERT


def test_the_unit_of_an_auditor_cannot_be_chosen(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    held = dossier(desk)
    person = held.person(held.team[1].person_id)
    assert person is not None
    assert person.unit_id
    page.facts.unit.chosen.emit(person.unit_id)
    desk.session.flush()
    assert person.name in page.facts.trouble.text()
    assert dossier(desk).unit == held.unit
    assert page.facts.unit.current() == held.unit.id


def test_a_checklist_without_questions_is_not_taken(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    write(qtbot, desk, creation_of(Checklist("empty", "empty", "1", "Tom", "Empty")))
    page.facts.checklist.chosen.emit("empty")
    assert "has no questions yet" in page.facts.trouble.text()
    desk.session.flush()
    assert dossier(desk).checklist.id != "empty"


def test_a_date_that_has_passed_is_told(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    assert not page.facts.passed.isVisible()
    write(qtbot, desk, [edit_of(dossier(desk).audit, "date", dt.date(2026, 11, 24))])
    assert page.facts.passed.isVisible()
    write(qtbot, desk, [edit_of(dossier(desk).audit, "state", AuditState.IN_PROGRESS)])
    assert not page.facts.passed.isVisible()


def test_the_usual_day_fills_an_empty_plan_from_the_start(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    held = dossier(desk)
    assert not page.plan.usual.isVisible()
    write(qtbot, desk, [Edit("plan_slot", slot.id, DELETED, 1, held.audit.id) for slot in held.plan])
    write(qtbot, desk, [edit_of(held.audit, "starts_at", dt.time(9, 0))])
    with qtbot.waitSignal(desk.session.changed):
        qtbot.mouseClick(page.plan.usual, Qt.MouseButton.LeftButton)
    plan = dossier(desk).plan
    assert plan[0].starts_at == dt.time(9, 0)
    assert plan[-1].ends_at == dt.time(16, 0)
    assert len(page.plan.rows) == len(plan) == 9


def test_lines_of_the_plan_are_added_moved_and_removed(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    with qtbot.waitSignal(desk.session.changed):
        page.plan.add.click()
    last = dossier(desk).plan[-1]
    assert (last.starts_at, last.ends_at) == (dt.time(15, 30), dt.time(16, 15))
    qtbot.keyClicks(page.plan.rows[last.id].what, "Fika")
    desk.session.flush()
    with qtbot.waitSignal(desk.session.changed):
        page.plan.rows[last.id].starts.setTime(QTime(8, 0))
    assert dossier(desk).plan[0].what == "Fika"
    with qtbot.waitSignal(desk.session.changed):
        page.plan.rows[last.id].remove.click()
    assert last.id not in page.plan.rows


def test_times_that_cannot_be_are_told_at_the_line(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    first, second = dossier(desk).plan[:2]
    with qtbot.waitSignal(desk.session.changed):
        page.plan.rows[first.id].ends.setTime(QTime(9, 0))
    assert page.plan.rows[second.id].trouble.text() == f"This line begins before “{first.what}” ends at 09:00."
    assert page.plan.rows[second.id].trouble.isVisible()
    with qtbot.waitSignal(desk.session.changed):
        page.plan.rows[first.id].ends.setTime(QTime(8, 0))
    assert page.plan.rows[first.id].trouble.text() == "This line ends before it begins."
    assert not page.plan.rows[second.id].trouble.isVisible()


def test_how_many_of_the_unit_take_part(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    row = page.plan.rows[dossier(desk).plan[3].id]
    with qtbot.waitSignal(desk.session.changed):
        row.people.setValue(6)
    assert dossier(desk).plan[3].unit_people == 6
    assert row.people.text() == "6 from the unit"


def test_a_long_line_wraps_and_enter_goes_on(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    row = page.plan.rows[dossier(desk).plan[0].id]
    height = row.what.height()
    row.what.setFocus()
    qtbot.keyClicks(row.what, "Conversation about everything that matters to the people of the unit and their work")
    qtbot.waitUntil(lambda: row.what.height() > height)
    qtbot.keyClick(row.what, Qt.Key.Key_Return)
    assert row.who.hasFocus()


def test_the_page_says_what_is_left_and_leads_there(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    strip = page.matters
    assert "Ready for the day" in strip.told.text()
    held = dossier(desk)
    write(qtbot, desk, [Edit("plan_slot", slot.id, DELETED, 1, held.audit.id) for slot in held.plan])
    assert "Left before the day: day plan." in strip.told.text()
    assert strip.ways["plan"].accessibleName() == "Day plan, left to do"
    for way, card in (("plan", page.plan), ("questions", page.questions), ("team", page.team)):
        strip.ways[way].click()
        assert 0 <= card.mapTo(page, card.rect().topLeft()).y() < page.height() // 2, way
        focus = page.focusWidget()
        assert focus is not None
        assert card.isAncestorOf(focus)


def test_many_open_actions_and_conversations_are_told_in_part(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    before = find_audit(desk.session.db, "2024-03")
    finding = load_dossier(desk.session.db, before.id).findings[0]
    held = dossier(desk)
    many = [Action(f"a{n}", before.id, finding.id, f"Action {n}", state=ActionState.IN_PROGRESS) for n in range(30)]
    talks = [PlanSlot(f"s{n}", held.audit.id, dt.time(16, n), dt.time(16, n + 1), "Conversation") for n in range(9)]
    write(qtbot, desk, [edit for record in (*many, *talks) for edit in creation_of(record)])
    qtbot.waitUntil(lambda: "13 lines of the plan" in page.budget.counted.text())

    def shown() -> int:
        labels = page.earlier.findChildren(QLabel)
        return sum(label.isVisible() and label.text().startswith("Action ") for label in labels)

    qtbot.waitUntil(lambda: shown() == 6)
    more = next(b for b in page.earlier.findChildren(QPushButton) if b.isVisible() and "24" in b.text())
    more.click()
    qtbot.waitUntil(lambda: shown() == 30)


def test_obstacles_are_one_press_away(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    phrase = page.obstacles.phrases["The day was interrupted"]
    assert not phrase.isVisible()
    page.obstacles.unfold.click()
    assert phrase.isVisible()
    with qtbot.waitSignal(desk.session.changed):
        phrase.click()
    assert [obstacle.text for obstacle in dossier(desk).obstacles] == ["The day was interrupted"]
    assert not phrase.isVisible()
    with qtbot.waitSignal(desk.session.changed):
        page.obstacles.other.click()
    other = dossier(desk).obstacles[-1]
    qtbot.keyClicks(page.obstacles.rows[other.id].edit, "Fire drill")
    desk.session.flush()
    assert dossier(desk).obstacles[-1].text == "Fire drill"
    with qtbot.waitSignal(desk.session.changed):
        page.obstacles.rows[other.id].remove.click()
    assert len(dossier(desk).obstacles) == 1


def test_documents_are_added_and_removed_and_come_back(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    with qtbot.waitSignal(desk.session.changed):
        page.documents.add.click()
    first = dossier(desk).documents[-1]
    shown = page.documents.rows[first.id]
    assert shown.title.hasFocus()
    qtbot.keyClicks(shown.title, "Rutin")
    qtbot.keyClick(shown.title, Qt.Key.Key_Tab)
    qtbot.keyClicks(shown.reference, "R-12")
    qtbot.keyClick(shown.reference, Qt.Key.Key_Tab)
    qtbot.keyClicks(shown.remark, "Old")
    desk.session.flush()
    held = dossier(desk).documents[-1]
    assert (held.title, held.reference, held.remark) == ("Rutin", "R-12", "Old")
    with qtbot.waitSignal(desk.session.changed):
        shown.remove.click()
    assert first.id not in page.documents.rows
    with qtbot.waitSignal(desk.session.changed):
        desk.session.undo()
    assert page.documents.rows[first.id].title.toPlainText() == "Rutin"


def texts_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def prepare_again(qtbot: QtBot, desk: Desk, last: Audit) -> PreparePage:
    """The page of a new audit at the unit of another one."""
    new = replace(last, id=new_id(), number="2026-07", date=NOW.date(), state=AuditState.PLANNED)
    write(qtbot, desk, creation_of(new))
    page = PreparePage(desk, new.id)
    page.turns.finish()
    qtbot.addWidget(page)
    page.show()
    return page


def test_the_last_audits_and_what_became_of_them_are_there_to_read(qtbot: QtBot, desk: Desk) -> None:
    earlier = [find_audit(desk.session.db, number) for number in ("2026-02", "2025-02", "2024-02")]
    page = prepare_again(qtbot, desk, earlier[0])
    said = texts_of(page.earlier)
    held = [load_dossier(desk.session.db, audit.id) for audit in earlier]
    assert all((finding.title or finding.statement) in said for each in held for finding in each.findings)
    due = [action for each in held for action in each.actions if action.is_open]
    assert due
    assert all(action.text in said for action in due)
    assert said.count("Overdue") == sum(action.is_overdue(desk.today) for action in due)
    proposals = [f for each in held for f in each.findings if f.type is FindingType.IMPROVEMENT]
    assert len([text for text in said if text in ("Yes", "Later", "No", "No answer yet")]) == len(proposals)


def test_many_findings_of_one_day_unfold(qtbot: QtBot, desk: Desk) -> None:
    last = find_audit(desk.session.db, "2026-04")
    page = prepare_again(qtbot, desk, last)
    many = [Finding(new_id(), last.id, f"A-{n}", title=f"Many {n}", position="z") for n in range(20, 40)]
    write(qtbot, desk, [edit for finding in many for edit in creation_of(finding)])
    qtbot.waitUntil(
        lambda: "Show 19 more" in [b.text() for b in page.earlier.findChildren(QPushButton) if b.isVisible()]
    )
    assert many[-1].title not in texts_of(page.earlier)
    next(each for each in page.earlier.findChildren(QPushButton) if each.isVisible()).click()
    assert many[-1].title in texts_of(page.earlier)


def test_a_final_audit_can_only_be_read(qtbot: QtBot, desk: Desk) -> None:
    page = PreparePage(desk, find_audit(desk.session.db, "2026-03").id)
    page.turns.finish()
    qtbot.addWidget(page)
    page.show()
    assert page._locked.isVisible()
    assert page.purpose.edits["scope"].isReadOnly()
    assert page.facts.day.isReadOnly()
    assert page.facts.kind.is_read_only
    assert not page.plan.add.isVisible()
    index = page.questions.table.index(1, 0)
    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_becoming_final_closes_the_open_page(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    write(qtbot, desk, final_of(desk.session.path, dossier(desk).audit))
    assert page._locked.isVisible()
    assert not page.team.add.isVisible()


def test_the_last_audits_are_drawn_where_there_are_two_to_compare(qtbot: QtBot, desk: Desk, page: PreparePage) -> None:
    assert len(dossier(desk).trend) == 1
    assert page.earlier.findChildren(ChartPanel) == []
    last = find_audit(desk.session.db, "2024-03")
    older = replace(last, id="older", number="2022-07", date=dt.date(2022, 5, 9), state=AuditState.DRAFT_REPORT)
    found = Finding("old", "older", "A-01", FindingType.STRENGTH, "Gammal styrka")
    write(qtbot, desk, [edit for record in (older, found) for edit in creation_of(record)])
    page.earlier.show_dossier(dossier(desk))
    (panel,) = page.earlier.findChildren(ChartPanel)
    assert "2022-05-09: Strength 1" in panel.view.accessibleDescription()
    assert f"{last.date}: " in panel.view.accessibleDescription()
