"""The masks panel: findings, photos and words are masked and shown again; copies are handed out and logged."""

import datetime as dt
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.masks import LEGAL_REASONS, Covers
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.languages import choose_report_language
from qmsdesk.ui.reports.masks import MasksPanel
from qmsdesk.ui.theme.buttons import Button

DRAFT, FINAL = "2026-04", "2026-03"
REASON = LEGAL_REASONS[0]


def dossier_of(desk: Desk, number: str = DRAFT) -> Dossier:
    desk.session.flush()
    return load_dossier(desk.session.db, find_audit(desk.session.db, number).id)


def opened(qtbot: QtBot, desk: Desk, number: str = DRAFT, reason: str = REASON) -> MasksPanel:
    panel = MasksPanel(desk, dossier_of(desk, number).audit.id)
    qtbot.addWidget(panel)
    panel.resize(400, 640)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.turns.finish()
    panel.reason.setEditText(reason)
    return panel


def go_to_tab(panel: MasksPanel, place: int) -> None:
    panel.tabs[place].click()


def mark(panel: MasksPanel, words: str) -> None:
    """Put the cursor before the words and go over them with Shift and the arrow."""
    view = panel.words_tab.view
    found = view.document().find(words, 0)
    assert not found.isNull()
    cursor = view.textCursor()
    cursor.setPosition(found.selectionStart())
    view.setTextCursor(cursor)
    view.setFocus()
    for _ in words:
        view.moveCursor(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)


def button(panel: MasksPanel, name: str) -> Button:
    return next(each for each in panel.findChildren(Button) if each.accessibleName() == name and each.isVisible())


def test_a_finding_is_masked_by_the_space_bar_and_undone(qtbot: QtBot, desk: Desk) -> None:
    finding = dossier_of(desk).findings[2]
    desk.session.write([edit_of(finding, "is_confidential", True)])
    panel = opened(qtbot, desk)
    panel.parts.setFocus()
    first = panel.parts.parts.parts[0]
    assert first.hint
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(panel.parts, Qt.Key.Key_Space)
    (mask,) = dossier_of(desk).masks
    assert (mask.covers, mask.target_id, mask.reason) == (Covers.FINDING, first.id, REASON)
    assert panel.parts.parts.parts[0].mask == mask
    assert panel.tabs[0].text() == "Findings, photos (1)"
    assert panel.parts.currentIndex().row() == 0
    with qtbot.waitSignal(desk.session.changed):
        desk.session.undo()
    assert dossier_of(desk).masks == ()
    assert panel.parts.parts.parts[0].mask is None


def test_a_click_on_a_photo_masks_it_and_a_second_shows_it_again(qtbot: QtBot, desk: Desk) -> None:
    photo = Attachment(new_id(), dossier_of(desk).audit.id, "0" * 64, "image/jpeg", 9, "Skåpet")
    desk.session.write(creation_of(photo))
    panel = opened(qtbot, desk)
    last = panel.parts.parts.index(panel.parts.parts.rowCount() - 1)
    panel.parts.scrollTo(last)
    for count in (1, 0):
        with qtbot.waitSignal(desk.session.changed):
            place = panel.parts.visualRect(last).center()
            qtbot.mouseClick(panel.parts.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert len(dossier_of(desk).masks) == count


def test_without_a_provision_nothing_is_masked_and_one_is_asked_for(qtbot: QtBot, desk: Desk) -> None:
    panel = opened(qtbot, desk, reason="")
    panel.parts.setFocus()
    qtbot.keyClick(panel.parts, Qt.Key.Key_Space)
    assert "by which provision" in panel.refusal
    assert panel.reason.hasFocus() or panel.reason.lineEdit().hasFocus()  # type: ignore[union-attr]
    panel.reason.setEditText("OSL 1")
    assert panel.refusal == ""
    assert dossier_of(desk).masks == ()


def test_words_are_marked_and_masked_by_keys(qtbot: QtBot, desk: Desk) -> None:
    panel = opened(qtbot, desk)
    go_to_tab(panel, 1)
    words = dossier_of(desk).findings[0].title.split()[0]
    mark(panel, words)
    assert panel.words_tab.view.marked() == [words]
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(panel.words_tab.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (mask,) = dossier_of(desk).masks
    assert (mask.covers, mask.passage) == (Covers.PASSAGE, words)
    assert panel.tabs[1].text() == "Words (1)"
    mark(panel, words)
    qtbot.keyClick(panel.words_tab.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(dossier_of(desk).masks) == 1
    again = button(panel, f"Show again: {words}")
    again.setFocus()
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(again, Qt.Key.Key_Space)
    assert dossier_of(desk).masks == ()
    assert panel.words_tab.view.hasFocus()


def test_what_is_marked_across_texts_is_masked_text_by_text_and_headings_never(qtbot: QtBot, desk: Desk) -> None:
    panel = opened(qtbot, desk)
    go_to_tab(panel, 1)
    view = panel.words_tab.view
    view.selectAll()
    marked = view.marked()
    assert "What we saw" in view.toPlainText()
    assert "What we saw" not in marked
    assert dossier_of(desk).findings[0].title in marked


def test_a_single_letter_is_refused(qtbot: QtBot, desk: Desk) -> None:
    panel = opened(qtbot, desk)
    go_to_tab(panel, 1)
    panel.words_tab.mask_wanted.emit(["a"])
    assert "at least 2 characters" in panel.refusal
    assert dossier_of(desk).masks == ()


def test_what_looks_like_personal_data_is_offered(qtbot: QtBot, desk: Desk) -> None:
    finding = dossier_of(desk).findings[0]
    desk.session.write([edit_of(finding, "evidence", "Fråga karin@granalva.se 😀 eller KARIN@granalva.se")])
    panel = opened(qtbot, desk)
    go_to_tab(panel, 1)
    with qtbot.waitSignal(desk.session.changed):
        button(panel, "Mask: “karin@granalva.se” looks like an e-mail address.").click()
    assert [mask.passage for mask in dossier_of(desk).masks] == ["karin@granalva.se"]
    assert any("2 places" in each.text() for each in panel.words_tab.rows)


def test_a_locked_audit_can_be_masked_and_a_copy_is_handed_out_and_logged(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "copy"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    panel = opened(qtbot, desk, FINAL)
    choose_report_language(desk, dossier_of(desk, FINAL).audit.id, "sv")
    panel.hide()
    panel.show()
    title = dossier_of(desk, FINAL).findings[0].title
    go_to_tab(panel, 2)
    panel.copies.save.click()
    assert "Nothing is masked" in panel.copies.told
    with qtbot.waitSignal(desk.session.changed):
        panel.parts.parts.setData(panel.parts.parts.index(0), None, Qt.ItemDataRole.CheckStateRole)
    panel.copies.save.click()
    assert "Say whom the copy is given to" in panel.copies.told
    panel.copies.given_to.setText("Lokaltidningen")
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(panel.copies.given_to, Qt.Key.Key_Return)
    assert panel.copies.told == f"Saved as {path}.pdf"
    (issue,) = [each for each in dossier_of(desk, FINAL).report_issues if each.form is ReportForm.MASKED]
    assert (issue.given_to, issue.language) == ("Lokaltidningen", "sv")
    assert issue.size_bytes == path.with_suffix(".pdf").stat().st_size
    assert panel.tabs[2].text() == "Copies (1)"
    assert panel.copies.given_to.text() == ""
    desk.jobs.wait()
    with PdfDocument(path.with_suffix(".pdf").read_bytes()) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "[Maskat: OSL" in " ".join(text.split())
    assert title not in " ".join(text.split())


def test_a_copy_that_cannot_be_written_is_not_logged(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "x.pdf"), ""))
    panel = opened(qtbot, desk)
    with qtbot.waitSignal(desk.session.changed):
        panel.parts.parts.setData(panel.parts.parts.index(0), None, Qt.ItemDataRole.CheckStateRole)
    panel.copies.given_to.setText("IVO")
    panel.copies.save.click()
    qtbot.waitUntil(lambda: "could not be written" in panel.copies.told)
    assert not dossier_of(desk).report_issues
    assert panel.copies.given_to.text() == "IVO"


def test_escape_closes_and_the_last_provision_is_proposed(qtbot: QtBot, desk: Desk) -> None:
    panel = opened(qtbot, desk, reason="OSL 99:1")
    with qtbot.waitSignal(desk.session.changed):
        panel.parts.parts.setData(panel.parts.parts.index(0), None, Qt.ItemDataRole.CheckStateRole)
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.parts, Qt.Key.Key_Escape)
    other = MasksPanel(desk, dossier_of(desk, FINAL).audit.id)
    qtbot.addWidget(other)
    other.show()
    other.turns.finish()
    assert other.reason.text() == "OSL 99:1"


def test_the_log_says_when_to_whom_and_which(qtbot: QtBot, desk: Desk) -> None:
    at = dt.datetime(2026, 12, 1, 9, 30, tzinfo=dt.datetime.now().astimezone().tzinfo)
    audit = dossier_of(desk, FINAL).audit
    desk.session.write(
        creation_of(ReportIssue(new_id(), audit.id, 1, ReportForm.MASKED, "sv", at, "ab" * 32, given_to="En förening"))
    )
    panel = opened(qtbot, desk, FINAL)
    go_to_tab(panel, 2)
    said = [each.text() for each in panel.copies.rows]
    assert "En förening" in said
    assert "1 December 2026 09:30 · Version 1 · In Swedish · SHA-256 abababababab…" in said
