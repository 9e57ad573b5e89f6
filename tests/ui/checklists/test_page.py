"""Checklists: read in both languages, searched, imported, used."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qmsdesk.store.checklists import list_checklists
from qmsdesk.ui.audits.new import NewAuditDialog
from qmsdesk.ui.checklists.importing.dialog import ImportDialog
from qmsdesk.ui.checklists.page import ChecklistsPage
from qmsdesk.ui.desk import Desk

OWN = """
id: kitchen
version: "2"
title: {sv: Kök, en: Kitchen}
sections:
- id: a
  title: {sv: Kylar, en: Fridges}
  questions:
  - {id: a-1, text: {sv: Hur kallt?, en: How cold is it?}, minutes: 4, must_ask: true, colour: blue}
"""


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ChecklistsPage:
    made = ChecklistsPage(desk)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(page: ChecklistsPage) -> str:
    return "\n".join(label.text() for label in page.reader.findChildren(QLabel) if label.isVisible())


def test_editions_say_how_much_they_ask_and_how_often_they_were_used(page: ChecklistsPage) -> None:
    texts = [label.text() for label in page.editions.findChildren(QLabel)]
    assert any("33 questions · 3 h 51 min" in text for text in texts)
    assert "used in 8 audits" in texts


def test_both_languages_are_one_press_apart(qtbot: QtBot, page: ChecklistsPage) -> None:
    qtbot.waitUntil(lambda: "Our mission" in said(page))
    qtbot.mouseClick(page.languages["sv"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Uppdraget och dem vi" in said(page))


def test_another_edition_is_shown_by_keyboard(qtbot: QtBot, page: ChecklistsPage) -> None:
    other = list(page.editions.cards.values())[1]
    qtbot.keyClick(other, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.reader.found == 67)
    qtbot.waitUntil(lambda: "ISO 9001 4.1" in said(page))


def test_where_it_is_narrow_a_box_stands_for_the_list(qtbot: QtBot, page: ChecklistsPage, desk: Desk) -> None:
    desk.theme.set_scale(2)
    page.resize(930, 600)
    qtbot.waitUntil(page.edition.isVisible)
    assert not page.editions.isVisible()
    page.edition.setCurrentIndex(1)
    page.edition.activated.emit(1)
    qtbot.waitUntil(lambda: page.reader.found == 67)


def test_search_keeps_the_questions_with_every_word(qtbot: QtBot, page: ChecklistsPage) -> None:
    qtbot.keyClicks(page.search, "ordinary CASE")
    qtbot.waitUntil(lambda: page.reader.found == 1)
    qtbot.keyClicks(page.search, " xyzzy")
    qtbot.waitUntil(lambda: "No question holds these words." in said(page))


def test_a_file_of_ones_own_becomes_an_edition(qtbot: QtBot, desk: Desk, page: ChecklistsPage, tmp_path: Path) -> None:
    path = tmp_path / "kitchen.yaml"
    path.write_text(OWN, encoding="utf-8")
    page.import_files([path])
    qtbot.waitUntil(lambda: any(dialog.review.agree.isVisible() for dialog in page.findChildren(ImportDialog)))
    with qtbot.waitSignal(desk.session.changed):
        page.findChildren(ImportDialog)[0].review.agree.click()
    assert "“Kitchen” is in the register now." in page.banner.text()
    qtbot.waitUntil(lambda: "How cold is it?" in said(page))
    assert len(list_checklists(desk.session.db)) == 3


@pytest.mark.parametrize("content", ["", "- a list\n", "id: x\nversion: '1'\ntitle: T\nsections: []\n", "a: [b"])
def test_a_wrong_file_is_refused_in_one_sentence(
    qtbot: QtBot, desk: Desk, page: ChecklistsPage, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(content, encoding="utf-8")
    page.import_files([path])
    qtbot.waitUntil(lambda: "wrong.yaml" in page.banner.text())
    assert len(list_checklists(desk.session.db)) == 2


def test_using_a_checklist_brings_it_to_the_new_audit(qtbot: QtBot, page: ChecklistsPage) -> None:
    list(page.editions.cards.values())[1].click()
    qtbot.mouseClick(page.use, Qt.MouseButton.LeftButton)
    dialog = page.findChild(NewAuditDialog)
    assert dialog is not None
    assert "ISO 9001" in dialog.checklist.currentText()
    dialog.close()
