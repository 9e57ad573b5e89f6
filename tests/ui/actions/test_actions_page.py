"""The Actions page: finds what is late, and keeps every field of an action."""

import datetime as dt
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from qmsdesk.domain.actions import Action, ActionState, Gathering, ProposalReply
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.audits import find_audit
from qmsdesk.store.rows import get, select
from qmsdesk.ui.actions.lines import ActionLines
from qmsdesk.ui.actions.page import ActionsPage
from qmsdesk.ui.desk import Desk

OpenDesk = Callable[..., Desk]
DAY = dt.datetime(2026, 11, 20, 8, 12, tzinfo=dt.timezone(dt.timedelta(hours=1)))


@pytest.fixture
def desk(open_desk: OpenDesk, demo_file: Path, tmp_path: Path) -> Desk:
    path = tmp_path / "demo.qmsdesk"
    shutil.copyfile(demo_file, path)
    return open_desk(path, "en", DAY)


def shown(qtbot: QtBot, desk: Desk, number: str | None = None) -> ActionsPage:
    page = ActionsPage(desk, find_audit(desk.session.db, number).id if number else None)
    qtbot.addWidget(page)
    page.resize(1158, 712)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.turns.finish()
    return page


def gather(page: ActionsPage, gathering: Gathering) -> None:
    page.filters.buttons[gathering].click()


def test_where_it_is_narrow_one_box_holds_what_is_gathered(qtbot: QtBot, desk: Desk) -> None:
    desk.theme.set_scale(2)
    page = shown(qtbot, desk)
    page.resize(930, 600)
    filters = page.filters
    qtbot.waitUntil(filters.box.isVisible)
    assert not any(button.isVisible() for button in filters.buttons.values())
    assert filters.box.currentText() == filters.buttons[Gathering.OPEN].text()

    filters.box.setCurrentIndex(filters.box.findData(Gathering.OVERDUE.value))
    filters.box.activated.emit(filters.box.currentIndex())
    qtbot.waitUntil(lambda: page.lines.rowCount() == 4)
    page.resize(1300, 712)
    qtbot.waitUntil(filters.buttons[Gathering.OVERDUE].isVisible)
    assert filters.buttons[Gathering.OVERDUE].isChecked()


def choose(page: ActionsPage, number: str, type_: FindingType | None = None) -> None:
    """The first line of a finding."""
    lines = [page.lines.line(row) for row in range(page.lines.rowCount())]
    row = next(n for n, line in enumerate(lines) if line.number == number and type_ in (None, line.type))
    page.table.setCurrentIndex(page.lines.index(row, 1))


def action_of(desk: Desk, page: ActionsPage) -> Action:
    """The chosen action as the register has it."""
    desk.session.flush()
    held = get(desk.session.db, Action, page._key)
    assert held is not None
    return held


def test_four_are_overdue(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    QAbstractItemModelTester(page.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)

    assert page.filters.buttons[Gathering.OVERDUE].text() == "Overdue 4"
    gather(page, Gathering.OVERDUE)

    assert page.lines.rowCount() == 4
    due = page.lines.index(0, page.lines.columns.index("due_on"))
    assert due.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", overdue")


@pytest.mark.parametrize(
    ("gathering", "count"),
    [
        (Gathering.OPEN, 5),
        (Gathering.OVERDUE, 4),
        (Gathering.AWAITING, 3),
        (Gathering.CLOSED, 17),
        (Gathering.ALL, 25),
    ],
)
def test_each_filter_shows_what_it_counts(qtbot: QtBot, desk: Desk, gathering: Gathering, count: int) -> None:
    page = shown(qtbot, desk)

    gather(page, gathering)

    assert page.lines.rowCount() == count
    assert page.filters.buttons[gathering].text().endswith(f" {count}")
    assert page.table.currentIndex().row() == 0
    assert page.panel.form.isVisible()


def test_search_narrows_list_and_counts(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    gather(page, Gathering.ALL)
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.hasFocus()

    with qtbot.waitSignal(page.filters.changed):
        qtbot.keyClicks(page.filters.search, "home care east")

    assert {page.lines.line(row).unit_en for row in range(page.lines.rowCount())} == {"Home Care East"}
    assert page.filters.buttons[Gathering.ALL].text() == f"All {page.lines.rowCount()}"
    with qtbot.waitSignal(page.filters.changed):
        qtbot.keyClicks(page.filters.search, " giraffe")
    assert "contains" in page._empty._sentence.text()
    assert not page.panel.form.isVisible()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)


def test_sorts_by_a_click_on_the_head_and_back(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    gather(page, Gathering.ALL)
    usual = [page.lines.line(row).key for row in range(25)]

    page.table.sortByColumn(page.lines.columns.index("text"), Qt.SortOrder.DescendingOrder)
    texts = [page.lines.line(row).text for row in range(25)]

    assert texts == sorted(texts, key=str.casefold, reverse=True)
    for column in range(page.lines.columnCount()):
        page.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        assert page.lines.rowCount() == 25
    page.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [page.lines.line(row).key for row in range(25)] == usual


def test_every_field_comes_back_from_the_register(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "2026-03")
    choose(page, "F01")
    form = page.panel.form

    for name, editor in (("text", form.text), ("done", form.done), ("remark", form.remark), ("owner", form.owner)):
        editor.setFocus()
        editor.selectAll()
        qtbot.keyClicks(editor, f"New {name}")
    for name, day in (("due_on", "2027-01-15"), ("done_on", "2026-11-18"), ("effect_check_on", "2027-03-01")):
        form.days[name].editor.setFocus()
        form.days[name].editor.selectAll()
        qtbot.keyClicks(form.days[name].editor, day)
    form.state.setFocus()
    form.state.chosen.emit("implemented")
    form.effect.chosen.emit("yes")

    action = action_of(desk, page)
    assert (action.text, action.done, action.remark, action.owner) == (
        "New text",
        "New done",
        "New remark",
        "New owner",
    )
    assert action.due_on == dt.date(2027, 1, 15)
    assert action.done_on == dt.date(2026, 11, 18)
    assert action.effect_check_on == dt.date(2027, 3, 1)
    assert action.state is ActionState.IMPLEMENTED
    assert action.is_effective is True
    assert action.effect_checked_by == desk.session.owner.id


def test_the_answer_to_a_proposal_comes_back_with_its_reason(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "2026-03")
    choose(page, "F02", FindingType.IMPROVEMENT)
    form = page.panel.form
    assert form.reply.current() == "yes"

    form.reply.chosen.emit("later")
    qtbot.waitUntil(lambda: form.reply.current() == "later")
    form.reason.setFocus()
    form.reason.selectAll()
    qtbot.keyClicks(form.reason, "After the move")

    action = action_of(desk, page)
    assert (action.reply, action.reply_reason) == (ProposalReply.LATER, "After the move")
    form.reply.chosen.emit("no")
    assert action_of(desk, page).state is ActionState.DECLINED
    form.reply.chosen.emit("none")
    assert action_of(desk, page).reply is None


def test_only_a_proposal_is_answered(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "2026-03")

    choose(page, "F01")
    assert not page.panel.form.reply.isVisible()
    choose(page, "F02")
    assert page.panel.form.reply.isVisible()


def test_an_action_on_a_nonconformity_closes_only_when_it_helped(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "2026-03")
    choose(page, "F01")
    form = page.panel.form

    form.state.chosen.emit("closed")

    assert action_of(desk, page).state is ActionState.IN_PROGRESS
    assert form.state.current() == "in_progress"
    assert form.refusal.isVisible()
    assert "nonconformity cannot close" in form.refusal.text()
    form.effect.chosen.emit("yes")
    qtbot.waitUntil(lambda: form.effect.current() == "yes")
    assert not form.refusal.isVisible()
    form.state.chosen.emit("closed")
    qtbot.waitUntil(lambda: form.state.current() == "closed")
    assert action_of(desk, page).done_on == DAY.date()
    form.effect.chosen.emit("no")
    assert action_of(desk, page).is_effective is True


def test_any_other_action_closes_at_once(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "2026-03")
    choose(page, "F02")

    page.panel.form.state.chosen.emit("closed")

    assert action_of(desk, page).state is ActionState.CLOSED


def test_declining_asks_for_a_reason(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "2026-03")
    choose(page, "F01")
    form = page.panel.form

    form.state.chosen.emit("declined")
    qtbot.waitUntil(form._lacks_reason.isVisible)
    form.reason.setFocus()
    qtbot.keyClicks(form.reason, "The unit closes")
    form.remark.setFocus()

    qtbot.waitUntil(lambda: not form._lacks_reason.isVisible())
    assert action_of(desk, page).reply_reason == "The unit closes"


def test_what_one_works_on_stays_in_the_list_until_one_leaves(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    choose(page, "F02")
    key = page._key

    page.panel.form.state.chosen.emit("implemented")
    qtbot.waitUntil(lambda: page.filters.buttons[Gathering.OPEN].text() == "Open 4")

    assert page._key == key
    assert page.lines.row_of(key) >= 0
    gather(page, Gathering.OPEN)
    assert page.lines.row_of(key) < 0


def test_a_finding_without_action_gets_one(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "2026-04")
    QAbstractItemModelTester(page.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    gather(page, Gathering.NO_ACTION)
    assert page.lines.rowCount() == 4
    finding = page.lines.line(0)
    assert finding.type is FindingType.NONCONFORMITY_MINOR
    assert page.panel.none_yet.new.isVisible()

    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.panel.form.text.hasFocus)
    qtbot.keyClicks(page.panel.form.text, "Analyse the two homes")

    action = action_of(desk, page)
    assert action.text == "Analyse the two homes"
    assert action.finding_id == finding.finding_id
    assert page.filters.buttons[Gathering.NO_ACTION].text() == "Without action 3"


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        (ProposalReply.YES, ActionState.PROPOSED),
        (ProposalReply.LATER, ActionState.PROPOSED),
        (ProposalReply.NO, ActionState.DECLINED),
    ],
)
def test_a_proposal_without_action_is_answered_in_one_press(
    qtbot: QtBot, desk: Desk, reply: ProposalReply, state: ActionState
) -> None:
    page = shown(qtbot, desk, "2026-04")
    choose(page, "F03", FindingType.IMPROVEMENT)

    page.panel.none_yet.replies[reply].click()
    qtbot.waitUntil(page.panel.form.isVisible)

    action = action_of(desk, page)
    assert (action.reply, action.state) == (reply, state)


@pytest.mark.parametrize("number", ["2026-03", "2026-02", "2025-04"])
def test_follow_up_goes_on_after_the_report_is_final(qtbot: QtBot, desk: Desk, number: str) -> None:
    audit = find_audit(desk.session.db, number)
    assert audit.state in (AuditState.FINAL, AuditState.FOLLOW_UP, AuditState.CLOSED)
    page = shown(qtbot, desk, number)

    page.panel.form.remark.setFocus()
    qtbot.keyClicks(page.panel.form.remark, "Seen ")

    assert "Seen " in action_of(desk, page).remark


def test_keys_lead_from_list_to_form_and_back(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    qtbot.waitUntil(page.table.hasFocus)
    first = page._key

    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page._key != first
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.form.text.hasFocus()
    qtbot.keyClick(page.panel.form.text, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_another_line_takes_what_was_typed_with_it(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    first = page._key
    page.panel.form.days["due_on"].editor.setFocus()
    page.panel.form.days["due_on"].editor.selectAll()
    qtbot.keyClicks(page.panel.form.days["due_on"].editor, "2027-02-02")

    page.table.setCurrentIndex(page.lines.index(3, 1))
    desk.session.flush()

    changed, other = get(desk.session.db, Action, first), get(desk.session.db, Action, page._key)
    assert changed is not None
    assert other is not None
    assert changed.due_on == dt.date(2027, 2, 2)
    assert other.due_on != changed.due_on


def test_half_typed_text_survives_a_change_from_elsewhere(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    form = page.panel.form
    form.text.setFocus()
    form.text.selectAll()
    qtbot.keyClicks(form.text, "Half a sen")
    action = get(desk.session.db, Action, page._key)

    desk.session.write([edit_of(action, "due_on", dt.date(2027, 5, 5))])
    qtbot.waitUntil(lambda: form.days["due_on"].editor.text() == "2027-05-05")

    assert form.text.toPlainText() == "Half a sen"
    assert form.text.hasFocus()


def test_a_removed_action_comes_back_by_undo(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    key = page._key

    page.panel.form._remove()
    qtbot.waitUntil(lambda: page.lines.row_of(key) < 0)
    assert get(desk.session.db, Action, key) is None
    desk.session.undo()

    qtbot.waitUntil(lambda: page.lines.row_of(key) >= 0)


def test_an_owner_is_offered_by_role(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    choose(page, "F01")

    assert "Unit manager" in page.panel.form._roles.stringList()


def test_leads_to_the_audit(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)

    with qtbot.waitSignal(page.audit_requested) as asked:
        page.panel.head._open.click()

    assert asked.args == [page.lines.line(0).audit_id, "follow_up"]
    assert not shown(qtbot, desk, "2026-03").panel.head._open.isVisible()


def test_an_audit_without_findings_says_so(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "2026-05")

    assert page._empty.isVisible()
    assert "no actions yet" in page._empty._sentence.text()


@pytest.mark.parametrize("width", [900, 1158, 1712])
def test_list_and_form_fit_side_by_side(qtbot: QtBot, desk: Desk, width: int) -> None:
    page = shown(qtbot, desk)
    page.resize(width, 560)
    qtbot.wait(1)

    assert page.table.isColumnHidden(page.lines.columns.index("finding")) == (width < 1300)
    assert page.table.width() + page.panel.width() == width
    assert page.panel.form.minimumSizeHint().width() <= page.panel.width()
    assert not page.panel.back.isVisible()


def test_twice_the_text_size_turns_side_by_side_into_one_at_a_time(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    assert page.panel.isVisible()

    desk.theme.set_scale(2.0)

    assert not page.panel.isVisible()
    assert page.minimumSizeHint().width() <= 1158


def test_where_it_is_narrow_one_sees_the_list_or_the_form(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    page.resize(860, 384)
    page.resize(620, 384)
    assert page.table.isVisible()
    assert not page.panel.isVisible()
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.form.text.hasFocus()
    assert not page.table.isVisible()
    qtbot.waitUntil(lambda: page.panel.width() == 620)
    assert page.panel.form.minimumSizeHint().width() <= 620
    page.panel.back.click()
    assert page.table.hasFocus()
    assert not page.panel.isVisible()
    page.table.clicked.emit(page.lines.index(2, 1))
    assert page.panel.isVisible()


def test_two_thousand_are_quick(qtbot: QtBot, desk: Desk) -> None:
    audit = find_audit(desk.session.db, "2026-04")
    finding = select(desk.session.db, Finding, "AND audit_id = ?", (audit.id,))[0]
    due = [DAY.date() + dt.timedelta(days=n % 90 - 45) for n in range(2000)]
    actions = [Action(new_id(), audit.id, finding.id, f"Action {n}", "Head", due_on=day) for n, day in enumerate(due)]
    desk.session.write([edit for action in actions for edit in creation_of(action)])
    desk.session.flush()
    page = shown(qtbot, desk)

    began = time.perf_counter()
    gather(page, Gathering.ALL)
    page.grab()
    took = time.perf_counter() - began

    assert page.lines.rowCount() > 2000
    assert took < 0.4, "100 ms on the bench's laptop; others work here too"


def test_the_model_stays_sound_while_lines_come_and_go(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    QAbstractItemModelTester(page.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = [page.lines.line(row) for row in range(page.lines.rowCount())]
    model: ActionLines = page.lines

    for some in ([], lines[:2], lines, lines[::-1], lines[1:]):
        model.show_lines(some)
        assert model.rowCount() == len(some)


def test_who_types_before_the_page_is_whole_loses_nothing(qtbot: QtBot, desk: Desk) -> None:
    page = ActionsPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    window = page.windowHandle()
    assert window is not None
    assert page.table.hasFocus()
    for key in (Qt.Key.Key_Slash, Qt.Key.Key_X, Qt.Key.Key_Q):
        QTest.keyClick(window, key)
    assert page.turns.is_finished
    assert page.filters.search.text() == "xq"
    assert page.filters.search.hasFocus()
    qtbot.waitUntil(lambda: page.lines.rowCount() == 0)


def test_a_change_while_the_page_is_still_built_is_shown(qtbot: QtBot, desk: Desk) -> None:
    page = ActionsPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert not page.turns.is_finished
    line = page.lines.line(0)
    action = get(desk.session.db, Action, line.action_id or "")
    assert action is not None
    desk.session.write([edit_of(action, "text", "Something else")])
    desk.session.flush()
    page.turns.finish()

    assert page.lines.line(page.lines.row_of(action.id)).text == "Something else"
    assert page.panel.form.text.toPlainText() == "Something else"
