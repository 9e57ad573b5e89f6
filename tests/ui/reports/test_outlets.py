"""The ways of a report out: four kinds of file, files that are held, a disk that is full, and the mail program."""

import errno
import resource
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qmsdesk.domain.reports import ReportForm
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.files import free_path
from tests.ui.reports.test_report_page import shown


@pytest.mark.parametrize(("ending", "begins"), [(".html", b"<!doctype html>"), (".docx", b"PK"), (".xlsx", b"PK")])
def test_saves_as_what_the_dialog_offers(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, begins: bytes
) -> None:
    page = shown(qtbot, desk)
    offered: list[str] = []

    def choose(_parent: object, _title: str, _suggestion: str, kinds: str) -> tuple[str, str]:
        offered.extend(kinds.split(";;"))
        return str(tmp_path / "mine"), next(kind for kind in offered if ending in kind)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page._bar.save.click()
    qtbot.waitUntil(lambda: f"mine{ending}" in page._notes.told.text(), timeout=20000)

    assert [kind[kind.index("*") + 1 : -1] for kind in offered] == [".pdf", ".html", ".docx", ".xlsx"]
    path = tmp_path / f"mine{ending}"
    assert path.read_bytes()[:15].lower().startswith(begins.lower())
    assert ending == ".html" or zipfile.ZipFile(path).testzip() is None


def test_a_file_that_another_program_holds_gets_a_new_name(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows answers; here nothing holds a file."""
    page = shown(qtbot, desk)
    held = tmp_path / "report.pdf"
    held.write_bytes(b"shown elsewhere")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(held), ""))
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target == held:
            raise PermissionError(errno.EACCES, "in use")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    page._bar.save.click()
    qtbot.waitUntil(page._notes.offer_button.isVisible)

    assert page._notes.offer_button.text() == "Save as report (2).pdf"
    page._notes.offer_button.click()
    qtbot.waitUntil(lambda: "Saved" in page._notes.told.text())
    assert held.read_bytes() == b"shown elsewhere"
    assert (tmp_path / "report (2).pdf").read_bytes() == page.pdf
    assert sorted(path.name for path in tmp_path.glob("report*")) == ["report (2).pdf", "report.pdf"]
    assert not page._notes.offer_button.isVisible()


@pytest.fixture
def small_files() -> Iterator[None]:
    """No file may grow beyond a few kilobytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_no_half_file(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_files: None
) -> None:
    page = shown(qtbot, desk)
    (tmp_path / "full").mkdir()
    before = tmp_path / "full" / "report.pdf"
    before.write_bytes(b"the one before")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(before), ""))
    desk.jobs.wait()
    desk.session.flush()
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    page._bar.save.click()
    desk.jobs.wait()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.getrlimit(resource.RLIMIT_FSIZE)[1],) * 2)

    qtbot.waitUntil(lambda: "could not be written" in page._notes.told.text())
    assert [path.name for path in before.parent.iterdir()] == ["report.pdf"]
    assert before.read_bytes() == b"the one before"


def test_a_free_name_is_the_first_number_that_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "a (2).pdf").touch()

    assert free_path(tmp_path / "a.pdf") == tmp_path / "a (3).pdf"


def mail_in(path: Path) -> EmailMessage:
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


@pytest.mark.parametrize(("form", "asks"), [(ReportForm.FULL, False), (ReportForm.FACT_CHECK, True)])
def test_a_draft_of_a_mail_has_the_report_as_it_is_shown(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: ReportForm, asks: bool
) -> None:
    monkeypatch.setenv("QMSDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(tmp_path))
    page = shown(qtbot, desk)
    if form is not ReportForm.FULL:
        with qtbot.waitSignal(page.made):
            page._choose_form(form.value)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    page._bar.send.click()
    qtbot.waitUntil(lambda: bool(opened))

    mail = mail_in(Path(opened[0].toLocalFile()))
    attachment = next(mail.iter_attachments())
    body = mail.get_body()
    assert body is not None
    assert mail["X-Unsent"] == "1"
    assert "2026-04" in mail["Subject"]
    assert attachment.get_content() == page.pdf
    assert page._shown is not None
    assert attachment.get_filename() == page._shown.name
    assert ("which facts are wrong" in body.get_content()) is asks
    assert "attachment" in page._notes.told.text()


def test_the_mail_program_of_linux_is_given_the_file(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    helper = tmp_path / "xdg-email"
    helper.write_text(f'#!/bin/sh\nfor each; do echo "$each" >> {tmp_path}/asked; done\n')
    helper.chmod(0o755)
    monkeypatch.setenv("QMSDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    page = shown(qtbot, desk)
    page._bar.send.click()
    qtbot.waitUntil(lambda: "attachment" in page._notes.told.text())

    asked = (tmp_path / "asked").read_text().splitlines()
    assert Path(asked[asked.index("--attach") + 1]).read_bytes() == page.pdf
    assert asked[asked.index("--subject") + 1] == "Report 2026-04, Support and Service (LSS)"


def test_without_a_mail_program_one_is_told_what_to_do(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    helper = tmp_path / "xdg-email"
    helper.write_text("#!/bin/sh\nexit 3\n")
    helper.chmod(0o755)
    monkeypatch.setenv("QMSDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    page = shown(qtbot, desk)
    page._bar.send.click()

    qtbot.waitUntil(lambda: "by hand" in page._notes.told.text())
