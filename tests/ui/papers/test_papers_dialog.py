"""Papers of a page: their button, their dialog, and what comes out of it."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.domain.actions import Gathering
from qmsdesk.store.audits import find_audit
from qmsdesk.ui.actions.page import ActionsPage
from qmsdesk.ui.audits.programme import ProgrammePage
from qmsdesk.ui.commands import commands_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.papers.dialog import PaperDialog
from tests.report.reading import printed_pages
from tests.ui.conftest import finish_turns


def shown(qtbot: QtBot, page: QWidget) -> QWidget:
    qtbot.addWidget(page)
    page.resize(1158, 700)
    with qtbot.waitExposed(page):
        page.show()
    finish_turns(page)
    return page


def dialog_of(page: QWidget, command: str) -> PaperDialog:
    """The dialog that a command opens, as the palette or its key run it."""
    commands_of(page)[command].trigger()
    (dialog,) = (each for each in page.findChildren(PaperDialog) if each.isVisible())
    return dialog


def choose(dialog: PaperDialog, place: int, text: str) -> None:
    box = dialog.boxes[place]
    box.setCurrentIndex(next(n for n in range(box.count()) if box.itemText(n) == text))


def saved(qtbot: QtBot, dialog: PaperDialog, monkeypatch: pytest.MonkeyPatch, folder: Path) -> tuple[str, str]:
    """The name a paper was offered under, and its text."""
    offered: list[str] = []

    def ask(_parent: object, _title: str, suggestion: str, _kind: str) -> tuple[str, str]:
        offered.append(Path(suggestion).name)
        return str(folder / "paper.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog.row.save.click()
    qtbot.waitUntil(lambda: "Saved as" in dialog.told.text(), timeout=10_000)
    return offered[0], " ".join(" ".join(printed_pages((folder / "paper.pdf").read_bytes())).split())


def test_the_list_follows_the_filter_and_the_choice_of_unit(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ActionsPage(desk)
    shown(qtbot, page)
    page.filters.buttons[Gathering.OVERDUE].click()
    dialog = dialog_of(page, "actions.print_list")
    choose(dialog, 0, "Home Care East")
    name, text = saved(qtbot, dialog, monkeypatch, tmp_path)
    assert name == "action list 2026-11-25.pdf"
    assert "What is overdue" in text
    assert "Rapporteringsövning" in text
    assert "Gemensam mall" not in text
    assert "Property Division" not in text


def test_the_language_is_chosen_and_remembered(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, ActionsPage(desk, find_audit(desk.session.db, "2026-03").id))
    dialog = dialog_of(page, "actions.replies")
    dialog.language.set_current("sv")
    dialog.language.chosen.emit("sv")
    name, text = saved(qtbot, dialog, monkeypatch, tmp_path)
    assert name == "2026-03 Hemtjänst Öster ni sa – vi gjorde.pdf"
    assert "Ni sa – vi gjorde" in text
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        assert pdf.Root.Lang == "sv-SE"
    dialog.accept()
    assert dialog_of(page, "actions.replies").language.current() == "sv"


def test_replies_of_all_audits_are_those_of_the_chosen_line(qtbot: QtBot, desk: Desk) -> None:
    page = ActionsPage(desk)
    shown(qtbot, page)
    dialog_of(page, "actions.replies").accept()
    page.filters.search.setText("nothing has these words")
    qtbot.waitUntil(lambda: page.lines.rowCount() == 0)
    commands_of(page)["actions.replies"].trigger()
    assert not [each for each in page.findChildren(PaperDialog) if each.isVisible()]


def test_the_programme_offers_the_unit_and_year_it_shows(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ProgrammePage(desk)
    shown(qtbot, page)
    page.unit.setCurrentIndex(page.unit.findText("Streets and Parks"))
    dialog = dialog_of(page, "papers.handover")
    assert dialog.boxes[0].currentText() == "Streets and Parks"
    name, text = saved(qtbot, dialog, monkeypatch, tmp_path)
    assert name == "handover Streets and Parks.pdf"
    assert "Handover to a new manager" in text
    dialog.accept()
    page.year.setCurrentIndex(page.year.findText("2025"))
    dialog = dialog_of(page, "papers.year")
    assert saved(qtbot, dialog, monkeypatch, tmp_path)[0] == "summary of the year 2025.pdf"


def test_a_paper_opens_in_the_viewer_and_a_missing_one_is_said(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    page = shown(qtbot, ProgrammePage(desk))
    dialog = dialog_of(page, "papers.year")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    dialog.row.open.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert Path(opened[0].toLocalFile()).read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog.row.open.click()
    qtbot.waitUntil(lambda: "No program for PDF files" in dialog.told.text(), timeout=10_000)


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(shown(qtbot, ProgrammePage(desk)), "papers.year")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.pdf"), ""))
    dialog.row.save.click()
    qtbot.waitUntil(lambda: "no such folder" in dialog.told.text(), timeout=10_000)


def test_the_button_opens_a_menu_of_the_papers_with_their_keys(qtbot: QtBot, desk: Desk) -> None:
    page = ActionsPage(desk)
    shown(qtbot, page)
    page.papers.click()
    menu = page.papers.menu_shown
    assert menu is not None
    assert [(each.text(), each.shortcut().toString()) for each in menu.actions()] == [
        ("Print the list…", "Ctrl+P"),
        ("You said – we did…", "Ctrl+Shift+P"),
    ]
    menu.close()


def test_every_control_of_the_dialog_has_a_name(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, ActionsPage(desk))
    dialog = dialog_of(page, "actions.print_list")
    controls = [*dialog.boxes, dialog.language, *dialog.row.stops, dialog.close_button]
    assert all(each.accessibleName() or each.text() for each in controls)  # type: ignore[attr-defined]
    assert dialog.row.save.accessibleName() == "Save as: Action list"
