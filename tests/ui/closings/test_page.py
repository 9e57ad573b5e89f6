"""Close: the laptop's page, from what is still open to the end of the day."""

import pytest
from pytestqt.qtbot import QtBot

from qmsdesk.store.audits import find_audit
from qmsdesk.ui.closings.page import ClosingPage
from qmsdesk.ui.desk import Desk

NUMBER = "2026-05"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ClosingPage:
    made = ClosingPage(desk, find_audit(desk.session.db, NUMBER).id)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_an_unbegun_day_says_where_to_begin(page: ClosingPage) -> None:
    assert "There is nothing to show yet" in page.now.text()
    assert page.end.lines["unanswered"].text.text().endswith("questions have no answer")
