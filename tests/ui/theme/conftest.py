"""A theme that dresses the test's application and leaves it bare again."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from qmsdesk.ui.theme.theme import Theme


@pytest.fixture
def theme(qtbot: QtBot, qapp: object) -> Iterator[Theme]:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    made = Theme()
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")
