"""Papers: the invitation follows the plan until it is one's own, and every file comes whole or not at all."""

import datetime as dt
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.records import edit_of
from qmsdesk.exchange.invitations import ready_text
from qmsdesk.i18n import words
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.audits.prepare import PreparePage
from qmsdesk.ui.audits.preparing import invitations
from qmsdesk.ui.audits.preparing.papers import PapersCard
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.papers import rows

NUMBER = "2026-05"


@pytest.fixture
def card(qtbot: QtBot, desk: Desk) -> PapersCard:
    page = PreparePage(desk, find_audit(desk.session.db, NUMBER).id)
    page.turns.finish()
    qtbot.addWidget(page)
    page.resize(1158, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.papers.page = page  # type: ignore[attr-defined]  # kept alive with its card
    return page.papers


def dossier(desk: Desk, number: str = NUMBER) -> Dossier:
    return load_dossier(desk.session.db, find_audit(desk.session.db, number).id)


def write(qtbot: QtBot, desk: Desk, edits: list[Edit]) -> None:
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(edits)


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    offered: list[str] = []

    def choose(_parent: object, _title: str, suggestion: str, _kind: str) -> tuple[str, str]:
        offered.append(suggestion)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return offered


def test_the_ready_text_follows_the_plan(qtbot: QtBot, desk: Desk, card: PapersCard) -> None:
    edit = card.invitation.edit
    assert edit.toPlainText() == ready_text(dossier(desk), words("en"))
    write(qtbot, desk, [edit_of(dossier(desk).audit, "date", dt.date(2026, 12, 3))])
    assert "Thursday 3 December 2026" in edit.toPlainText()
    assert dossier(desk).audit.invitation == ""
    assert card.invitation.restart.isHidden()


def test_what_one_writes_is_ones_own_until_one_starts_again(qtbot: QtBot, desk: Desk, card: PapersCard) -> None:
    form = card.invitation
    form.edit.setFocus()
    qtbot.keyClicks(form.edit, "Dear all! ")
    desk.session.flush()
    assert dossier(desk).audit.invitation.startswith("Dear all! Hello,")
    assert not form.restart.isHidden()
    write(qtbot, desk, [edit_of(dossier(desk).audit, "date", dt.date(2026, 12, 3))])
    assert "25 November" in form.edit.toPlainText()
    with qtbot.waitSignal(desk.session.changed):
        form.restart.click()
    assert form.edit.toPlainText() == ready_text(dossier(desk), words("en"))
    with qtbot.waitSignal(desk.session.changed):
        desk.session.undo()
    assert form.edit.toPlainText().startswith("Dear all! Hello,")


def test_the_language_is_chosen_apart_from_the_screens(qtbot: QtBot, desk: Desk, card: PapersCard) -> None:
    card.language.chosen.emit("sv")
    assert card.invitation.edit.toPlainText() == ready_text(dossier(desk), words("sv"))
    desk.session.flush()
    card.show_dossier(dossier(desk))
    assert card.language.current() == "sv"


def test_the_text_is_copied_and_goes_to_the_mail_program(
    qtbot: QtBot, desk: Desk, card: PapersCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    card.invitation.copy.click()
    assert QGuiApplication.clipboard().text() == ready_text(dossier(desk), words("en"))
    card.invitation.mail.click()
    assert opened[0].scheme() == "mailto"
    assert "Samira" in opened[0].toString()
    QGuiApplication.clipboard().clear()
    monkeypatch.setattr(invitations, "LONGEST_LINK", 200)
    card.invitation.mail.click()
    assert "Samira" not in opened[1].toString()
    assert "Samira" in QGuiApplication.clipboard().text()
    assert "too long" in card.told.text()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    card.invitation.mail.click()
    assert "No mail program" in card.told.text()


def test_the_calendar_file_moves_the_day_when_it_moves(
    qtbot: QtBot, desk: Desk, card: PapersCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = choose_file(monkeypatch, tmp_path / "day")
    found = []
    for day in (24, 26):
        write(qtbot, desk, [edit_of(dossier(desk).audit, "date", dt.date(2026, 11, day))])
        card.invitation.calendar.click()
        (event,) = Calendar.from_ical((tmp_path / "day.ics").read_bytes()).walk("VEVENT")
        found.append((str(event["uid"]), int(event["sequence"]), event.start.day))
    assert Path(offered[0]).name == "2026-05 Contact Centre calendar.ics"
    assert found[0][0] == found[1][0]
    assert found[1][1] > found[0][1]
    assert [day for _, _, day in found] == [24, 26]
    card.invitation.by_slot.click()
    card.invitation.calendar.click()
    assert len(Calendar.from_ical((tmp_path / "day.ics").read_bytes()).walk("VEVENT")) == len(dossier(desk).plan)


def test_a_place_one_may_not_write_to_gives_a_sentence_and_no_half_file(
    desk: Desk, card: PapersCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken.ics").mkdir()
    choose_file(monkeypatch, tmp_path / "taken.ics")
    card.invitation.calendar.click()
    assert "could not be written" in card.told.text()
    choose_file(monkeypatch, tmp_path / "gone" / "day.ics")
    card.invitation.calendar.click()
    assert "could not be written" in card.told.text()
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".ics", ".part")] == ["taken.ics"]


def test_the_invitation_is_saved_as_text(
    desk: Desk, card: PapersCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "invitation.txt")
    card.invitation.save.click()
    said = (tmp_path / "invitation.txt").read_bytes()
    assert said.startswith(b"\xef\xbb\xbfHello,\r\n")
    assert said.decode("utf-8-sig").replace("\r\n", "\n") == ready_text(dossier(desk), words("en"))


@pytest.mark.parametrize(("key", "name"), [("checklist", "checklista"), ("plan", "dagsplan")])
def test_papers_are_saved_in_the_language_chosen(
    qtbot: QtBot, desk: Desk, card: PapersCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, name: str
) -> None:
    offered = choose_file(monkeypatch, tmp_path / "paper.pdf")
    card.language.chosen.emit("sv")
    card.prints[key].save.click()
    qtbot.waitUntil((tmp_path / "paper.pdf").exists, timeout=10_000)
    content = (tmp_path / "paper.pdf").read_bytes()
    assert content.startswith(b"%PDF-1.7")
    assert b"<rdf:li>sv-SE</rdf:li>" in content
    assert words("sv")({"checklist": "checklist", "plan": "day plan"}[key]) in offered[0]


def test_a_paper_is_opened_and_printed(
    qtbot: QtBot, desk: Desk, card: PapersCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    card.prints["plan"].open.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert Path(opened[0].toLocalFile()).read_bytes().startswith(b"%PDF")
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(rows, "choose_printer", lambda _parent, _title, _pages: printer)
    card.prints["plan"].print.click()
    qtbot.waitUntil(lambda: "has gone to the printer" in card.told.text(), timeout=10_000)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_a_final_audit_keeps_its_invitation_as_it_was(qtbot: QtBot, desk: Desk, card: PapersCard) -> None:
    final = dossier(desk, "2026-03")
    assert final.audit.is_locked
    card.show_dossier(final)
    assert card.invitation.edit.isReadOnly()
    assert card.invitation.restart.isHidden()


def test_a_plan_that_is_taken_away_leaves_no_choice_of_entries(qtbot: QtBot, desk: Desk, card: PapersCard) -> None:
    held = dossier(desk)
    write(qtbot, desk, [Edit("plan_slot", slot.id, DELETED, 1, held.audit.id) for slot in held.plan])
    assert card.invitation.by_slot.isHidden()
