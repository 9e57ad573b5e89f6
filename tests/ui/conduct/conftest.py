"""The Conduct page of the demo's improvement day, shown as a person has it before them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.store.audits import find_audit
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk

ShowPage = Callable[..., ConductPage]


@pytest.fixture
def audit(desk: Desk) -> Audit:
    return find_audit(desk.session.db, "2026-05")


@pytest.fixture
def show_page(qtbot: QtBot, desk: Desk) -> ShowPage:
    def show(audit: Audit, width: int = 1158, height: int = 712, desk: Desk = desk) -> ConductPage:
        page = ConductPage(desk, audit.id)
        page.turns.finish()
        qtbot.addWidget(page)
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        QApplication.processEvents()
        return page

    return show


@pytest.fixture
def page(show_page: ShowPage, audit: Audit) -> ConductPage:
    return show_page(audit)
