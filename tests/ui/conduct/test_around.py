"""Obstacles and the card that points elsewhere: a key away, closed by Esc, and the second leaves no trace."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.plan import USUAL_OBSTACLES
from qmsdesk.ui.conduct.elsewhere import ElsewhereCard
from qmsdesk.ui.conduct.obstacles import ObstaclesDialog
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from tests.ui.conduct.hands import CTRL, click, press, settle, type_text

SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(kind: type, qtbot: QtBot) -> object:
    found = [window for window in QApplication.topLevelWidgets() if isinstance(window, kind) and window.isVisible()]
    assert len(found) == 1
    qtbot.waitUntil(found[0].isActiveWindow)
    return found[0]


def test_a_usual_obstacle_is_two_presses_away(page: ConductPage, desk: Desk, qtbot: QtBot) -> None:
    before = len(page.day.dossier.obstacles)
    press(Qt.Key.Key_O)
    dialog = opened(ObstaclesDialog, qtbot)
    assert isinstance(dialog, ObstaclesDialog)
    press(Qt.Key.Key_Space)
    settle(desk)
    assert [obstacle.text for obstacle in page.day.dossier.obstacles][before:] == [USUAL_OBSTACLES[0]]
    assert page.around.obstacles.text() == str(before + 1)
    dialog.accept()
    assert not dialog.isVisible()


def test_an_obstacle_in_own_words_is_kept_when_esc_closes(page: ConductPage, desk: Desk, qtbot: QtBot) -> None:
    click(page.around.obstacles)
    dialog = opened(ObstaclesDialog, qtbot)
    assert isinstance(dialog, ObstaclesDialog)
    click(dialog.card.other)
    settle(desk)
    type_text("Fire drill")
    press(Qt.Key.Key_Escape)
    settle(desk)
    assert "Fire drill" in [obstacle.text for obstacle in page.day.dossier.obstacles]
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, ObstaclesDialog) and w.isVisible()]


def test_the_card_says_whom_to_turn_to_and_what_to_leave_alone(page: ConductPage, desk: Desk, qtbot: QtBot) -> None:
    before = desk.session.db.execute("SELECT count(*) FROM change").fetchone()
    press(Qt.Key.Key_Return)  # in a note too
    press(Qt.Key.Key_W, CTRL | SHIFT)
    card = opened(ElsewhereCard, qtbot)
    assert isinstance(card, ElsewhereCard)
    said = " ".join(card.texts)
    for word in ("112", "lex Sarah", "lex Maria", "police", "Arbetsmiljöverket", "whistle-blower", "Social services"):
        assert word in said
    for word in ("Do not write down", "Do not investigate", "Do not promise secrecy"):
        assert word in said
    press(Qt.Key.Key_Escape)
    settle(desk)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, ElsewhereCard) and w.isVisible()]
    assert desk.session.db.execute("SELECT count(*) FROM change").fetchone() == before
