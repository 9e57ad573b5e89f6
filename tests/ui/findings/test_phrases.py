"""Phrases at the form of a finding: put in at the cursor, kept once, in the language of the writer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.phrases import Phrase, PhraseUse
from qmsdesk.domain.records import creation_of
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.phrases import list_phrases
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.form import FindingForm
from qmsdesk.ui.phrases.chooser import PhraseChooser


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> Iterator[FindingForm]:
    audit = find_audit(desk.session.db, "2026-05")
    finding = Finding("f-phrase", audit.id, "A-01", FindingType.STRENGTH, title="Keys", statement="They ask.")
    desk.session.write(creation_of(finding))
    desk.session.flush()
    made = FindingForm(desk)
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.show_finding(load_dossier(desk.session.db, audit.id), finding)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.seal()


def chooser_of(form: FindingForm) -> PhraseChooser:
    made = form.findChild(PhraseChooser)
    assert made is not None
    return made


def test_a_key_brings_the_list_and_enter_puts_the_phrase_in_at_the_cursor(
    qtbot: QtBot, desk: Desk, form: FindingForm
) -> None:
    editor = form.parts["statement"].editor
    assert isinstance(editor, QPlainTextEdit)
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    chooser = chooser_of(form)
    assert {each.use for each in chooser.list.phrases} == {PhraseUse.STRENGTH, PhraseUse.SENTENCE}
    chosen = chooser.whole.text()
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert editor.toPlainText() == f"They {chosen} ask."
    form.seal()
    desk.session.flush()
    kept = get(desk.session.db, Finding, "f-phrase")
    assert kept is not None
    assert kept.statement == f"They {chosen} ask."


def test_in_the_title_it_becomes_one_line(qtbot: QtBot, desk: Desk, form: FindingForm) -> None:
    title = form.parts["title"].editor
    assert isinstance(title, QLineEdit)
    title.setFocus()
    title.end(False)
    form.phrases.use.click()
    chooser_of(form).chosen.emit("one\nby one")
    assert title.text() == "Keys one by one"


def test_what_was_seen_is_kept_once_in_the_writers_language(desk: Desk, form: FindingForm) -> None:
    before = {each.id for each in list_phrases(desk.session.db)}
    form.phrases.keep.click()
    desk.session.flush()
    (kept,) = [each for each in list_phrases(desk.session.db) if each.id not in before]
    assert kept == Phrase(kept.id, PhraseUse.STRENGTH, "", "They ask.")
    assert form.phrases.told.text() == "Kept: “They ask.”"
    form.phrases.keep.click()
    assert form.phrases.told.text() == "This text is kept as a phrase already."


def test_what_is_marked_is_kept_alone(desk: Desk, form: FindingForm) -> None:
    title = form.parts["title"].editor
    assert isinstance(title, QLineEdit)
    title.setFocus()
    title.setText("Keys, all of them")
    title.setSelection(6, 11)
    form.phrases.keep_text()
    assert form.phrases.told.text() == "Kept: “all of them”"


def test_an_empty_field_has_nothing_to_keep(form: FindingForm) -> None:
    form.parts["evidence"].editor.setFocus()
    form.phrases.keep_text()
    assert form.phrases.told.text() == "There is nothing to keep yet. Write the text first."
