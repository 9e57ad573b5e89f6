"""Reports of many audits: chosen in the programme, written whole, cancelled, and each failure in a sentence."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import ISSUED
from qmsdesk.domain.errors import AuditNotFound
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import ReportForm, ReportIssue, standing_issue
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.programmes import ProgrammeLine, Sought, seek_audits
from qmsdesk.store.report_issues import keep_report, kept_report
from qmsdesk.ui.audits.programme import ProgrammePage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports import batch_run
from qmsdesk.ui.reports.batch import BatchDialog
from qmsdesk.ui.reports.batch_run import gathered, reports_of, write_beside
from tests.ui.conftest import finish_turns


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Reports"
    made.mkdir()
    return made


def lines(desk: Desk, *numbers: str) -> list[ProgrammeLine]:
    return [each for each in seek_audits(desk.session.db, Sought()) if not numbers or each.audit.number in numbers]


def opened(qtbot: QtBot, desk: Desk, folder: Path, chosen: Sequence[ProgrammeLine]) -> BatchDialog:
    dialog = BatchDialog(desk, chosen, lines(desk))
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(folder))
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def ended(qtbot: QtBot, dialog: BatchDialog) -> list[str]:
    """What it says at the end."""
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.ended.isVisible, timeout=20_000)
    return [banner.text() for banner in dialog.ended.banners]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_several_are_selected_in_the_programme_and_stay_so(qtbot: QtBot, desk: Desk) -> None:
    page = ProgrammePage(desk)
    qtbot.addWidget(page)
    page.resize(1158, 700)
    with qtbot.waitExposed(page):
        page.show()
    finish_turns(page)
    page.view.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    selected = [line.audit.number for line in page.selected]
    assert len(selected) == 3

    page._reload()
    assert [line.audit.number for line in page.selected] == selected
    qtbot.keyClick(page.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)

    dialog = page.findChild(BatchDialog)
    assert dialog is not None
    assert dialog.which["chosen"].isChecked()
    assert dialog.make.text() == "Make 3 reports"
    dialog.which["all"].click()
    assert dialog.make.text() == f"Make {len(page.table.lines)} reports"
    dialog.reject()


def test_all_that_are_shown_are_written_whole(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    dialog = opened(qtbot, desk, folder, lines(desk, "2026-04"))
    moved: list[str] = []
    dialog.progress.line.valueChanged.connect(lambda _: moved.append(dialog.progress.said.text()))

    (told,) = ended(qtbot, dialog)

    count = len(lines(desk))
    assert told == f"In {folder}"
    assert dialog.ended.heading.text() == f"{count} reports are ready"
    assert len(names(folder)) == count
    assert all(path.read_bytes().startswith(b"%PDF-") and path.suffix == ".pdf" for path in folder.iterdir())
    assert moved[0] == f"1 of {count}: 2026-05 Contact Centre"
    assert [text.split(" of ")[0] for text in moved] == [str(n + 1) for n in range(count)]


def test_forms_and_language_are_as_chosen(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    dialog = opened(qtbot, desk, folder, lines(desk, "2026-04", "2026-05"))
    dialog.forms[ReportForm.FULL].click()
    assert not dialog.make.isEnabled()
    for form in (ReportForm.SHORT, ReportForm.FACT_CHECK):
        dialog.forms[form].click()
    dialog.languages["sv"].click()
    assert dialog.make.text() == "Make 4 reports"

    ended(qtbot, dialog)

    assert len(names(folder)) == 4
    assert sum("kort rapport" in name for name in names(folder)) == 2, names(folder)


def issued(qtbot: QtBot, desk: Desk, number: str) -> ReportIssue:
    """An issued report whose bytes nobody would make again."""
    (line,) = lines(desk, number)
    issue = ReportIssue(new_id(), line.audit.id, 9, ReportForm.FULL, "en", desk.now(), sha256="", is_final=True)
    kept = keep_report(desk.session.path, issue, b"%PDF-1.7 as it was issued")
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(creation_of(kept))
    return kept


def test_a_final_report_is_copied_to_the_byte(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    kept = issued(qtbot, desk, "2026-03")
    dialog = opened(qtbot, desk, folder, lines(desk, "2026-03", "2026-04"))

    ended(qtbot, dialog)

    (name,) = [name for name in names(folder) if "2026-03" in name]
    assert "version 9" in name
    assert (folder / name).read_bytes() == kept_report(desk.session.path, kept)


def test_a_first_copy_of_a_final_report_is_kept_as_it_was_handed_out(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    issued(qtbot, desk, "2026-03")
    (line,) = lines(desk, "2026-03")
    assert line.audit.state in ISSUED
    dialog = opened(qtbot, desk, folder, [line, *lines(desk, "2026-04")])
    dialog.languages["sv"].click()
    ended(qtbot, dialog)
    desk.session.flush()

    issues = load_dossier(desk.session.db, line.audit.id).report_issues
    (copy,) = [each for each in issues if each.language == "sv" and each.version == 9]
    (name,) = [name for name in names(folder) if "2026-03" in name]
    assert not copy.is_final
    assert standing_issue(issues) != copy
    assert (folder / name).read_bytes() == kept_report(desk.session.path, copy)


def test_a_file_that_is_there_already_stays(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    ended(qtbot, opened(qtbot, desk, folder, lines(desk, "2026-03", "2026-04")))
    first, second = names(folder)
    ended(qtbot, opened(qtbot, desk, folder, lines(desk, "2026-03", "2026-04")))
    assert names(folder) == [first, second], "the same reports again"
    (folder / first).write_bytes(b"something else")

    ended(qtbot, opened(qtbot, desk, folder, lines(desk, "2026-03", "2026-04")))

    assert (folder / first).read_bytes() == b"something else"
    assert names(folder) == sorted([first, second, f"{first.removesuffix('.pdf')} (2).pdf"])


def test_a_cancel_leaves_whole_files_and_says_what_was_not_made(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    dialog = opened(qtbot, desk, folder, lines(desk))
    dialog.progress.line.valueChanged.connect(lambda done: dialog.reject() if done == 2 else None)

    told = ended(qtbot, dialog)

    written, count = len(names(folder)), len(lines(desk))
    assert 2 <= written < count
    assert told[-1] == f"{count - written} were not made: you cancelled."
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in folder.iterdir())
    assert dialog.isVisible()


def test_a_disk_that_fills_up_leaves_no_half_file(
    qtbot: QtBot, desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk takes two reports and half of the third."""
    write_bytes, taken = Path.write_bytes, []

    def write(path: Path, content: bytes) -> int:
        if path.parent == folder and len(taken) == 2:
            write_bytes(path, content[:1000])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if path.parent == folder:
            taken.append(path)
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", write)
    dialog = opened(qtbot, desk, folder, lines(desk))

    _, full, left = ended(qtbot, dialog)

    assert len(names(folder)) == 2
    assert all(name.endswith(".pdf") for name in names(folder))
    assert dialog.ended.heading.text() == "2 reports are ready"
    assert "the disk is full" in full
    assert left == f"{len(lines(desk)) - 3} more were not begun, for the same reason."


def test_one_that_cannot_be_made_does_not_stop_the_others(
    qtbot: QtBot, desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = lines(desk, "2026-03")[0].audit.id

    def load(db: object, audit_id: str) -> object:
        if audit_id == gone:
            raise AuditNotFound(audit="2026-03")
        return load_dossier(db, audit_id)  # type: ignore[arg-type]

    monkeypatch.setattr(batch_run, "reported_dossier", load)
    dialog = opened(qtbot, desk, folder, lines(desk, "2026-02", "2026-03", "2026-04"))

    _, failed = ended(qtbot, dialog)

    assert failed.startswith("There is no audit “2026-03”")
    assert failed.endswith("Not made: 2026-03 Home Care East.")
    assert len(names(folder)) == 2


def test_a_folder_that_is_gone_is_said_once(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    folder.rmdir()
    dialog = opened(qtbot, desk, folder, lines(desk))

    failed, left = ended(qtbot, dialog)

    assert "there is no such folder" in failed
    assert dialog.ended.heading.text() == "0 reports are ready"
    assert not dialog.ended.open.isVisible()
    assert "not begun" in left


def test_the_folder_is_chosen_remembered_and_opened(
    qtbot: QtBot, desk: Desk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(shown.append(url)) or True)
    dialog = opened(qtbot, desk, tmp_path, lines(desk, "2026-03", "2026-04"))
    qtbot.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    ended(qtbot, dialog)

    qtbot.mouseClick(dialog.ended.open, Qt.MouseButton.LeftButton)

    assert [url.toLocalFile() for url in shown] == [str(folder)]
    assert BatchDialog(desk, [], lines(desk)).folder.text() == str(folder)


def test_a_sentence_that_holds_for_several_is_said_once() -> None:
    one, other = reports_of([("a", "2026-01 A"), ("b", "2026-02 B")], [ReportForm.FULL])

    assert gathered([(one, "No."), (other, "No."), (one, "Never.")]) == [
        ("No.", ["2026-01 A", "2026-02 B"]),
        ("Never.", ["2026-01 A"]),
    ]


def test_what_says_the_same_is_not_written_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"

    assert [write_beside(path, content).name for content in (b"1", b"1", b"2", b"3")] == [
        "a.pdf",
        "a.pdf",
        "a (2).pdf",
        "a (3).pdf",
    ]
