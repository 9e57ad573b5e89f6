"""The forms of a report, its issued versions, and files that are checked against them."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.domain.versions import as_final, next_final
from qmsdesk.exchange.reports import make_report
from qmsdesk.i18n import words
from qmsdesk.store.attachments import file_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.report_issues import keep_report
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.page import ReportPage
from qmsdesk.ui.reports.versions import VersionsPanel
from qmsdesk.ui.theme.buttons import Button
from tests.ui.reports.test_report_page import DRAFT, FINAL, audit_of, shown


def issued(desk: Desk, number: str = FINAL) -> ReportIssue:
    dossier = load_dossier(desk.session.db, audit_of(desk, number).id)
    issue = next_final(dossier, "en", desk.now(), "ON 2026/1")
    pdf = make_report(desk.session.path, as_final(dossier, issue), words("en"), stamp=issue.issued_at)
    kept = keep_report(desk.session.path, issue, pdf)
    desk.session.write(creation_of(kept))
    desk.session.flush()
    return kept


def versions_of(page: ReportPage) -> VersionsPanel:
    panel = page.panels.panel("versions")
    assert isinstance(panel, VersionsPanel)
    return panel


def test_the_form_is_chosen_shown_named_and_remembered(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    pages = page.preview.pages
    page._bar.forms.setCurrentIndex(list(ReportForm).index(ReportForm.SHORT))
    with qtbot.waitSignal(page.made):
        page._bar.forms.activated.emit(page._bar.forms.currentIndex())

    assert page._shown is not None
    assert page.preview.pages < pages
    assert page._shown.name == "2026-04 Support and Service (LSS) short report.pdf"
    assert shown(qtbot, desk).form is ReportForm.SHORT
    assert ReportPage(desk, audit_of(desk, FINAL).id).form is ReportForm.FULL


@pytest.mark.parametrize("form", list(ReportForm))
def test_every_form_is_shown(qtbot: QtBot, desk: Desk, form: ReportForm) -> None:
    page = shown(qtbot, desk)
    if form is not ReportForm.FULL:
        with qtbot.waitSignal(page.made):
            page._choose_form(form.value)

    desk.jobs.wait()
    with PdfDocument(page.pdf) as document:
        assert len(document) == page.preview.pages > 0


def test_a_final_report_is_shown_as_it_was_issued_and_says_its_version(qtbot: QtBot, desk: Desk) -> None:
    issue = issued(desk)
    page = shown(qtbot, desk, FINAL)

    path = file_of(desk.session.path, issue.sha256)
    assert path is not None
    assert page.pdf == path.read_bytes()
    assert page._bar._state.text() == "Final, version 1"
    assert page._shown is not None
    assert page._shown.name.endswith("report version 1.pdf")


def test_a_draft_of_a_reopened_report_is_no_copy_of_the_one_before(qtbot: QtBot, desk: Desk) -> None:
    issue = issued(desk, DRAFT)
    page = shown(qtbot, desk)

    assert page._bar._state.text() == "Draft of version 2"
    desk.session.flush()
    assert load_dossier(desk.session.db, issue.audit_id).report_issues == (issue,)


def test_versions_are_listed_opened_and_saved_to_the_byte(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = issued(desk)
    copy = replace(issue, id="copy", form=ReportForm.MASKED, is_final=False, given_to="The paper")
    desk.session.write(creation_of(copy))
    desk.session.flush()
    page = shown(qtbot, desk, FINAL)
    qtbot.keyClick(page.preview.sheets, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    panel = versions_of(page)
    said = [each.accessibleName() for each in panel.findChildren(Button)]
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kept.pdf"), ""))

    assert panel.isVisible()
    assert "Open Version 1, report in English" in said
    assert "Open Version 1, masked copy in English" in said
    panel._opener(issue)()
    qtbot.waitUntil(lambda: bool(opened))
    assert Path(opened[0].toLocalFile()).read_bytes() == page.pdf
    panel._saver(issue)()
    qtbot.waitUntil(lambda: "kept.pdf" in panel.told.text())
    assert (tmp_path / "kept.pdf").read_bytes() == page.pdf


def test_a_version_that_is_no_longer_kept_is_said(qtbot: QtBot, desk: Desk) -> None:
    issue = issued(desk)
    page = shown(qtbot, desk, FINAL)
    page.panels.toggle("versions")
    path = file_of(desk.session.path, issue.sha256)
    assert path is not None
    path.chmod(0o644)
    path.write_bytes(b"other")

    versions_of(page)._opener(issue)()

    qtbot.waitUntil(lambda: "backup" in versions_of(page).told.text())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda pdf: pdf, "unchanged"),
        (lambda pdf: pdf + b"\n% signed", "added after"),
        (lambda pdf: pdf[:12] + bytes([pdf[12] ^ 1]) + pdf[13:], "not the same"),
        (lambda _: b"%PDF-1.7 of somewhere else", "has not issued"),
    ],
    ids=["unchanged", "signed", "changed", "unknown"],
)
def test_a_file_is_checked(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: object, said: str
) -> None:
    issued(desk)
    page = shown(qtbot, desk, FINAL)
    file = tmp_path / "from outside.pdf"
    file.write_bytes(change(page.pdf))  # type: ignore[operator]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.preview.sheets, Qt.Key.Key_O, modifiers)

    qtbot.waitUntil(lambda: "from outside.pdf" in page._notes.told.text())
    assert said in page._notes.told.text()
    assert ("2026-03" in page._notes.told.text()) is (said != "has not issued")


def test_a_file_that_is_gone_is_refused_in_a_sentence(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    page = shown(qtbot, desk)
    page.checks.check(tmp_path / "gone.pdf")

    qtbot.waitUntil(lambda: "gone.pdf" in page._notes.told.text())


def test_a_panel_takes_the_place_of_the_report_where_it_is_narrow(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    page.panels.toggle("versions")
    assert page.preview.isVisible()

    page.resize(700, 600)
    assert not page.preview.isVisible()
    assert not page._bar.view.isVisible()
    qtbot.keyClick(versions_of(page).close_button, Qt.Key.Key_Escape)
    assert page.preview.isVisible()
    assert page.focusWidget() is page.preview.sheets
    assert not page._bar.panels["versions"][0].isChecked()
    page.resize(1158, 712)
    page.panels.toggle("versions")
    with qtbot.waitSignal(page.made):
        desk.session.write([edit_of(audit_of(desk, DRAFT), "scope", "Other")])
