"""The small window in which a phrase is chosen: search, arrows, Enter, and nothing at Esc."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qmsdesk.domain.phrases import Phrase, PhraseUse
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.phrases.chooser import PhraseChooser

PHRASES = [
    Phrase("1", PhraseUse.STRENGTH, "Alla blir hörda.", "Everybody is heard."),
    Phrase("2", PhraseUse.STRENGTH, "Bara på svenska."),
    Phrase("3", PhraseUse.SENTENCE, "Sett i …", "Seen in …\non the spot"),
    Phrase("4", PhraseUse.SENTENCE),
]


@pytest.fixture
def chooser(qtbot: QtBot, desk: Desk) -> PhraseChooser:
    made = PhraseChooser(desk, PHRASES)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_arrows_and_enter_hand_out_the_text_as_it_was_written(qtbot: QtBot, chooser: PhraseChooser) -> None:
    assert [each.id for each in chooser.list.phrases] == ["1", "2", "3"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(chooser.search, key)
    assert (chooser.use.text(), chooser.whole.text()) == ("Ready sentence", "Seen in …\non the spot")
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert chosen.args == ["Seen in …\non the spot"]
    assert not chooser.isVisible()


def test_a_search_looks_in_both_languages_and_hands_out_what_there_is(qtbot: QtBot, chooser: PhraseChooser) -> None:
    qtbot.keyClicks(chooser.search, "svenska BARA")
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert chosen.args == ["Bara på svenska."]


def test_where_nothing_is_found_nothing_can_be_put_in(qtbot: QtBot, chooser: PhraseChooser) -> None:
    qtbot.keyClicks(chooser.search, "xyzzy")
    assert chooser.whole.text() == "No phrase holds these words."
    assert not chooser.put_in.isEnabled()


def test_escape_puts_nothing_in(qtbot: QtBot, chooser: PhraseChooser) -> None:
    with qtbot.assertNotEmitted(chooser.chosen):
        qtbot.keyClick(chooser.search, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
