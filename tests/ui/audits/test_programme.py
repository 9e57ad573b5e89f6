"""The programme: every audit, found by words and filters, opened by Enter."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.exchange.first_start import new_register
from qmsdesk.store.audits import find_audit
from qmsdesk.ui.audits.programme import ProgrammePage
from qmsdesk.ui.desk import Desk

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ProgrammePage:
    made = ProgrammePage(desk)
    made.turns.finish()
    made.tester = QAbstractItemModelTester(made.table, FATAL)  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(1158, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def numbers(page: ProgrammePage) -> list[str]:
    return [line.audit.number for line in page.table.lines]


def test_the_newest_stands_first(page: ProgrammePage) -> None:
    assert numbers(page)[0] == "2026-05"
    assert len(numbers(page)) == 14


def test_words_find_number_unit_and_registration_number(qtbot: QtBot, page: ProgrammePage) -> None:
    for words, found in (
        ("KONTAKT 2024", ["2024-03"]),
        ("sbn-2025-00141", ["2025-03"]),
        ("öster", ["2026-03", "2024-04"]),
    ):
        page.search.clear()
        page.search.setText(words)
        qtbot.waitUntil(lambda found=found: numbers(page) == found)


def test_filters_work_together_and_say_when_nothing_fits(qtbot: QtBot, page: ProgrammePage) -> None:
    page.year.setCurrentText("2026")
    page.year.activated.emit(page.year.currentIndex())
    assert len(numbers(page)) == 5
    page.state.setCurrentText("Closed")
    page.state.activated.emit(page.state.currentIndex())
    assert numbers(page) == []
    assert not page.view.isVisible()


def test_enter_opens_what_one_stands_on(qtbot: QtBot, desk: Desk, page: ProgrammePage) -> None:
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.audit_requested) as waited:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert waited.args == [find_audit(desk.session.db, "2026-04").id, ""]


def test_who_comes_to_the_page_stands_on_an_audit(qtbot: QtBot, page: ProgrammePage) -> None:
    page.search.setFocus()
    page.setFocus()
    assert page.view.hasFocus()


def test_a_change_keeps_the_row_one_stands_on(qtbot: QtBot, desk: Desk, page: ProgrammePage) -> None:
    page.view.selectRow(3)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([edit_of(find_audit(desk.session.db, "2026-05"), "state", AuditState.IN_PROGRESS)])
    assert page.view.currentIndex().row() == 3
    assert page.table.index(0, 4).data() == "In progress"


def test_five_hundred_audits_are_quick(qtbot: QtBot, desk: Desk, page: ProgrammePage) -> None:
    like = find_audit(desk.session.db, "2026-05")
    many = [replace(like, id=new_id(), number=f"2019-{n}", date=like.date.replace(year=2019)) for n in range(500)]
    with qtbot.waitSignal(desk.session.changed, timeout=20_000):
        desk.session.write([edit for audit in many for edit in creation_of(audit)])
    began = time.perf_counter()
    page._seek()
    assert time.perf_counter() - began < 0.1
    assert len(numbers(page)) == 514


def test_the_first_start_shows_no_filters_for_nothing(
    qtbot: QtBot, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    path = tmp_path / "new.qmsdesk"
    new_register(path, "0123456789abcdef", "Karin Holm").close()
    page = ProgrammePage(open_desk(path))
    page.turns.finish()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert not page.search.isVisible()
    assert page.new.isVisible()
