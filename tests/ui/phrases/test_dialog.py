"""The phrases looked through: changed in both languages, used for something else, made and taken away."""

import pytest
from pytestqt.qtbot import QtBot

from qmsdesk.domain.phrases import Phrase, PhraseUse
from qmsdesk.store.phrases import list_phrases
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.phrases.dialog import PhrasesDialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> PhrasesDialog:
    made = PhrasesDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def current(dialog: PhrasesDialog) -> Phrase:
    assert dialog.list.current is not None
    return dialog.list.current


def test_a_text_saves_itself(qtbot: QtBot, desk: Desk, dialog: PhrasesDialog) -> None:
    phrase = current(dialog)
    dialog.english.setPlainText("It works.")
    dialog.reject()
    desk.session.flush()
    kept = get(desk.session.db, Phrase, phrase.id)
    assert kept is not None
    assert (kept.text_sv, kept.text_en) == (phrase.text_sv, "It works.")


def test_another_use_keeps_the_phrase_in_hand(qtbot: QtBot, desk: Desk, dialog: PhrasesDialog) -> None:
    phrase = current(dialog)
    dialog.use.setCurrentIndex(dialog.use.findData("strength"))
    dialog.use.chosen.emit("strength")
    qtbot.waitUntil(lambda: current(dialog).use is PhraseUse.STRENGTH)
    assert current(dialog).id == phrase.id


def test_a_phrase_is_made_and_taken_away_and_comes_back(qtbot: QtBot, desk: Desk, dialog: PhrasesDialog) -> None:
    before = list_phrases(desk.session.db)
    dialog.new.click()
    qtbot.waitUntil(lambda: current(dialog) not in before)
    assert len(list_phrases(desk.session.db)) == len(before) + 1
    dialog.remove.click()
    qtbot.waitUntil(lambda: dialog.count.text() == f"{len(before)} phrases")
    desk.session.undo()
    qtbot.waitUntil(lambda: dialog.count.text() == f"{len(before) + 1} phrases")


def test_a_search_with_nothing_to_show_can_change_nothing(qtbot: QtBot, dialog: PhrasesDialog) -> None:
    qtbot.keyClicks(dialog.search, "xyzzy")
    qtbot.waitUntil(lambda: dialog.count.text() == "0 phrases")
    assert not dialog.remove.isEnabled()
    assert not dialog.swedish.isEnabled()
    assert dialog.swedish.toPlainText() == ""
