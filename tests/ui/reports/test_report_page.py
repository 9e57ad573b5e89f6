"""The Report page: shows the report of the records as they are, and lets it out."""

import datetime as dt
import shutil
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.page import ReportPage

OpenDesk = Callable[..., Desk]

DRAFT, FINAL, CLOSED, AHEAD = "2026-04", "2026-03", "2025-03", "2026-05"


def audit_of(desk: Desk, number: str) -> Audit:
    return find_audit(desk.session.db, number)


def shown(qtbot: QtBot, desk: Desk, number: str = DRAFT) -> ReportPage:
    """The page of an audit, with its report made and its first page drawn."""
    page = ReportPage(desk, audit_of(desk, number).id)
    qtbot.addWidget(page)
    page.resize(1158, 712)
    with qtbot.waitSignals([page.made, page.preview.drawn]):
        page.show()
    return page


def text_of(desk: Desk, pdf: bytes) -> str:
    """Read in this thread, so not while a job is reading: PDFium may be in one at a time."""
    desk.jobs.wait()
    with PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("number", [DRAFT, FINAL, CLOSED, AHEAD])
def test_shows_every_page_of_the_report(qtbot: QtBot, desk: Desk, number: str) -> None:
    page = shown(qtbot, desk, number)

    expected = audit_report(load_dossier(desk.session.db, audit_of(desk, number).id), words("en"), stamp=desk.now())
    count = len(pikepdf.open(BytesIO(expected)).pages)
    assert text_of(desk, page.pdf) == text_of(desk, expected)
    assert page.preview.pages == page.preview.thumbnails.count() == count
    assert page.preview.sheets.sheets[0].accessibleName() == f"Page 1 of {count}"
    assert not page.preview.sheets.sheets[0].pixmap().isNull()


def test_a_screen_reader_gets_the_text_of_every_page(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    sheets = page.preview.sheets.sheets

    qtbot.waitUntil(lambda: all(sheet.accessibleDescription() for sheet in sheets))

    assert "Support and Service" in sheets[0].accessibleDescription()
    assert "Summary" in sheets[1].accessibleDescription()


def test_draws_only_what_is_near(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    view = page.preview.sheets

    assert view.sheets[5].pixmap().isNull()
    with qtbot.waitSignal(page.preview.drawn, check_params_cb=lambda number: number == page.preview.pages - 1):
        qtbot.keyClick(view, Qt.Key.Key_End)

    assert view.page == page.preview.pages - 1
    assert page.preview.thumbnails.currentRow() == view.page
    assert view.sheets[0].pixmap().isNull()
    with qtbot.waitSignal(page.preview.drawn):
        qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0


def test_a_thumbnail_leads_to_its_page(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)

    with qtbot.waitSignal(page.preview.sheets.page_changed):
        page.preview.thumbnails.setCurrentRow(3)

    assert page.preview.sheets.page == 3


def test_zoom_keeps_the_place(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    view = page.preview.sheets
    view.go_to(4)
    qtbot.waitUntil(lambda: view.page == 4)
    before = view.shown_zoom()

    with qtbot.waitSignal(page.preview.drawn):
        qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.shown_zoom() > before
    assert view.page == 4
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.shown_zoom() == pytest.approx(before)


def test_is_made_anew_when_a_record_changes_and_keeps_its_place(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    view = page.preview.sheets
    view.verticalScrollBar().setValue(2500)
    finding = load_dossier(desk.session.db, audit_of(desk, DRAFT).id).findings[0]

    with qtbot.waitSignal(page.made):
        desk.session.write([edit_of(finding, "title", "The kettle is empty")])

    assert "The kettle is empty" in text_of(desk, page.pdf)
    assert view.verticalScrollBar().value() == 2500


def test_a_change_elsewhere_makes_no_new_report(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    other = load_dossier(desk.session.db, audit_of(desk, "2026-03").id).actions[0]

    with qtbot.assertNotEmitted(page.made, wait=400):
        desk.session.write([edit_of(other, "remark", "Another audit's")])


def test_what_was_typed_elsewhere_is_in_it_when_it_is_shown_again(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    page.hide()
    desk.session.write([edit_of(audit_of(desk, DRAFT), "scope", "The laundry room")])

    with qtbot.waitSignal(page.made):
        page.show()

    assert "The laundry room" in text_of(desk, page.pdf)


def test_has_a_language_of_its_own_that_is_remembered(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    bar = page._bar
    assert bar.languages.currentData() == "en"

    with qtbot.waitSignal(page.made):
        bar.languages.setCurrentIndex(0)
        bar.languages.activated.emit(0)

    assert str(pikepdf.open(BytesIO(page.pdf)).Root.Lang) == "sv-SE"
    assert shown(qtbot, desk).language == "sv"
    assert ReportPage(desk, audit_of(desk, FINAL).id).language == "en"


def test_saves_what_is_shown(qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, desk)
    asked: list[str] = []

    def choose(_parent: object, _title: str, suggestion: str, _kinds: str) -> tuple[str, str]:
        asked.append(suggestion)
        return str(tmp_path / "out" / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    (tmp_path / "out").mkdir()
    qtbot.keyClick(page.preview.sheets, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "mine.pdf" in page._notes.told.text())
    page._bar.save.click()
    qtbot.waitUntil(lambda: "mine (2).pdf" in page._notes.told.text())

    assert (tmp_path / "out" / "mine.pdf").read_bytes() == page.pdf
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["mine (2).pdf", "mine.pdf"]
    assert Path(asked[0]).name == "2026-04 Support and Service (LSS) report.pdf"
    assert Path(asked[1]).parent == tmp_path / "out"


@pytest.mark.parametrize("path", ["/proc/report.pdf", "{tmp}/file/report.pdf", "{tmp}/folder.pdf", "{tmp}/none/a.pdf"])
def test_a_place_that_takes_no_file_is_refused_in_a_sentence(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    page = shown(qtbot, desk)
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder.pdf").mkdir()
    target = path.format(tmp=tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))

    page._bar.save.click()
    qtbot.waitUntil(page._notes.told.isVisible)

    assert page._notes.told.text().startswith(f"{target} could not be written: ")
    assert "[Errno" not in page._notes.told.text()
    assert not list(tmp_path.rglob("*.part"))


def test_a_given_up_save_changes_nothing(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, desk)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))

    page._bar.save.click()

    assert not page._notes.told.isVisible()


def test_opens_a_copy_in_the_viewer(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, desk)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)

    page._bar.open.click()
    qtbot.waitUntil(lambda: bool(opened))

    assert Path(opened[0].toLocalFile()).read_bytes() == page.pdf
    assert not page._notes.told.isVisible()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page._bar.open.click()
    qtbot.waitUntil(lambda: "No program" in page._notes.told.text())


def test_prints_every_page_on_paper(qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    page = shown(qtbot, desk)
    target = tmp_path / "paper.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        dialog.printer().setResolution(100)
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    page._bar.print.click()
    qtbot.waitUntil(lambda: "printer" in page._notes.told.text(), timeout=15000)

    with pikepdf.open(target) as printed:
        assert len(printed.pages) == page.preview.pages
        assert all("/XObject" in sheet.Resources for sheet in printed.pages), "a page is blank"


def test_tells_what_is_still_open_and_leads_there(qtbot: QtBot, desk: Desk) -> None:
    audit = audit_of(desk, DRAFT)
    finding = Finding("new", audit.id, "F09", FindingType.NONCONFORMITY_MINOR, "Keys", "", "Six of forty", "No list")
    desk.session.write(creation_of(finding))
    page = shown(qtbot, desk)

    assert page._notes.gaps.text() == "Still open: finding F09 lacks requirement."
    with qtbot.waitSignal(page.place_requested, check_params_cb=lambda step: step == "conduct"):
        page._notes.gaps.findChild(type(page._bar.save)).click()


def test_a_final_report_says_so_and_asks_for_nothing(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, FINAL)

    assert page._bar._state.text() == "Final"
    assert not page._notes.gaps.isVisible()
    assert shown(qtbot, desk)._bar._state.text() == "Draft"


@pytest.mark.expects_log
def test_a_bug_in_the_report_is_said_in_the_page_and_handed_on(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise ZeroDivisionError

    page = ReportPage(desk, audit_of(desk, DRAFT).id)
    qtbot.addWidget(page)
    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr("qmsdesk.report.audits.audit_report", fail)
        page.show()
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError
    assert page._stack.currentWidget() is page._trouble
    assert not page._bar.save.isEnabled()
    page.hide()
    with qtbot.waitSignal(page.made):
        page.show()
    assert page._bar.save.isEnabled()


def test_the_first_page_is_there_at_once(qtbot: QtBot, desk: Desk) -> None:
    """Sixty findings, warm: 0.3 s on the bench's laptop; three times that here, where others work too."""
    audit = audit_of(desk, DRAFT)
    findings = [
        Finding(f"f{n}", audit.id, f"F{n}", FindingType.OBSERVATION, f"Title {n}", "", "Seen. " * 20, "", position="zz")
        for n in range(55)
    ]
    desk.session.write([edit for finding in findings for edit in creation_of(finding)])
    page = shown(qtbot, desk)
    page.hide()
    desk.session.write([edit_of(audit, "scope", "Other")])
    desk.session.flush()

    began = time.perf_counter()
    with qtbot.waitSignals([page.made, page.preview.drawn]):
        page.show()

    assert time.perf_counter() - began < 0.9


def test_a_page_that_goes_while_its_report_is_made_harms_nobody(qtbot: QtBot, desk: Desk) -> None:
    page = ReportPage(desk, audit_of(desk, DRAFT).id)
    page.show()
    page.hide()
    page.deleteLater()
    del page
    desk.jobs.wait()
    qtbot.wait(20)


def test_a_register_of_yesterday_shows_todays_date(
    qtbot: QtBot, open_desk: OpenDesk, demo_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "late.qmsdesk"
    shutil.copyfile(demo_file, path)
    late = open_desk(path, "en", dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC))

    assert "2026-12-01" in text_of(late, shown(qtbot, late).pdf)


def test_nothing_is_drawn_for_who_has_left(qtbot: QtBot, desk: Desk) -> None:
    """Before it was laid out all of its pages seemed to be in view, and far ones were drawn and forgotten for ever."""
    page = ReportPage(desk, audit_of(desk, DRAFT).id)
    qtbot.addWidget(page)
    drawn: list[int] = []
    page.preview.drawn.connect(drawn.append)
    with qtbot.waitSignal(page.made):
        page.show()
        page.hide()
    qtbot.wait(300)
    assert len(drawn) <= page.preview.pages
    page.show()
    qtbot.waitUntil(lambda: bool(page.preview.sheets.sheets[0].drawn_for))
