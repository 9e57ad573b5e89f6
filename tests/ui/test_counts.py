"""The box for a number of people: typed or stepped, empty for none."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qmsdesk.ui.counts import MOST, CountEdit
from qmsdesk.ui.theme.theme import Theme


@pytest.fixture
def box(qtbot: QtBot, theme: Theme) -> CountEdit:
    made = CountEdit("How many of the unit", "from the unit", "How many?")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "count"), [("8", 8), ("0", 0), ("", 0), ("about 12", 12), ("99999", MOST), ("-3", 3), ("nobody", 0)]
)
def test_a_number_is_typed(qtbot: QtBot, box: CountEdit, typed: str, count: int) -> None:
    box.show_count(5)
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, typed)
    with qtbot.waitSignal(box.chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == [count]
    assert box.text() == (f"{count} from the unit" if count else "")


def test_arrows_step_and_showing_says_nothing(qtbot: QtBot, box: CountEdit) -> None:
    with qtbot.assertNotEmitted(box.chosen):
        box.show_count(2)
    with qtbot.waitSignal(box.chosen):
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.text() == "3 from the unit"
