"""Settings: what ships with the program is brought in at one press, and what came is told."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from qmsdesk.exchange.shipped import read_shipped
from qmsdesk.i18n import words
from qmsdesk.store.phrases import list_phrases
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.settings.shipped import ShippedCard, say_brought


def test_what_is_there_does_not_come_again(qtbot: QtBot, desk: Desk) -> None:
    card = ShippedCard(desk)
    qtbot.addWidget(card)
    before = len(list_phrases(desk.session.db))
    card.bring.click()
    assert not card.bring.isEnabled()
    qtbot.waitUntil(card.bring.isEnabled, timeout=10_000)
    desk.session.flush()

    assert card.told.text() == "Everything that ships is here already."
    assert len(list_phrases(desk.session.db)) == before


def test_what_came_is_counted() -> None:
    shipped = read_shipped()
    few = replace(shipped, phrases=shipped.phrases[:2], requirements=(), checklists=shipped.checklists[:1])
    assert say_brought(few, words("en")) == "Added: 2 phrases, 1 checklist."
    assert say_brought(few, words("sv")) == "Tillagt: 2 fraser, 1 checklista."
