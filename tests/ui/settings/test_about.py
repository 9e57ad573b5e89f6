"""About: the notice that the licence of Qt asks for, and the way to the texts where there are any."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qmsdesk.ui.desk import Desk
from qmsdesk.ui.settings import about
from qmsdesk.ui.settings.about import AboutCard


@pytest.mark.parametrize("is_installed", [True, False])
def test_the_licences_are_at_hand_in_an_installed_program(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_installed: bool
) -> None:
    monkeypatch.setattr(about, "LICENCES", tmp_path if is_installed else tmp_path / "none")
    card = AboutCard(desk)
    qtbot.addWidget(card)
    card.show()

    said = " ".join(line.text() for line in card.findChildren(QLabel))
    assert "LGPL, version 3" in said
    assert "replace them" in said
    assert card.licences.isVisible() == is_installed
