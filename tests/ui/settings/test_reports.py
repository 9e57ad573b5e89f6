"""The card of reports: logo, colour, parts and texts of all reports, each saved at once."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qmsdesk.domain.organisation import Organisation
from qmsdesk.domain.ready_texts import ReadyPlace, ready_text_id
from qmsdesk.domain.report_parts import ReportPart, read_parts
from qmsdesk.store.attachments import file_of
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.ready_texts import ready_texts_of
from qmsdesk.store.register import Register
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.settings.accents import read_colour
from qmsdesk.ui.settings.reports import ReportsCard
from tests.ui.conftest import DEVICE, OpenDesk, finish_turns


def shown(qtbot: QtBot, desk: Desk) -> ReportsCard:
    card = ReportsCard(desk)
    qtbot.addWidget(card)
    card.resize(700, 900)
    with qtbot.waitExposed(card):
        card.show()
    finish_turns(card)
    return card


@pytest.fixture
def card(qtbot: QtBot, desk: Desk) -> ReportsCard:
    return shown(qtbot, desk)


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (600, 200), (11, 93, 94, 120)).save(path)
    return path


def organisation(desk: Desk) -> Organisation:
    desk.jobs.wait()
    desk.session.flush()
    return the_organisation(desk.session.db)


def test_a_logo_is_chosen_kept_shown_and_removed(
    qtbot: QtBot, desk: Desk, card: ReportsCard, logo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(logo), ""))

    with qtbot.waitSignal(desk.session.changed):
        qtbot.mouseClick(card.logo.choose, Qt.MouseButton.LeftButton)

    assert file_of(desk.session.path, organisation(desk).logo)
    assert not card.logo.picture.pixmap().isNull()
    with qtbot.waitSignal(desk.session.changed):
        qtbot.mouseClick(card.logo.remove, Qt.MouseButton.LeftButton)
    assert organisation(desk).logo == ""
    assert not card.logo.picture.isVisible()


def test_a_logo_can_be_dropped(qtbot: QtBot, desk: Desk, card: ReportsCard, logo: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(logo))])

    with qtbot.waitSignal(desk.session.changed):
        card.logo._take(mime)

    assert file_of(desk.session.path, organisation(desk).logo)


def test_what_is_no_picture_is_refused_in_the_card(
    qtbot: QtBot, desk: Desk, card: ReportsCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logo.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    qtbot.mouseClick(card.logo.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(card.logo.choose.isEnabled)

    assert card.logo.told.text() == "logo.pdf is not a picture. Choose the logo as a PNG or JPEG file."
    assert organisation(desk).logo == ""


def test_a_logo_whose_file_is_gone_is_said(
    qtbot: QtBot, desk: Desk, card: ReportsCard, logo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(desk.session.changed):
        card.logo.chosen.emit("ab" * 32)

    assert "missing" in card.logo.told.text()
    assert card.logo.remove.isVisible()


def test_a_colour_is_chosen_and_one_too_light_says_what_text_takes(qtbot: QtBot, desk: Desk, card: ReportsCard) -> None:
    with qtbot.waitSignal(desk.session.changed):
        card.accent.buttons["#1d4f91"].click()
    assert organisation(desk).accent == "#1d4f91"
    assert "headings are printed in this very colour" in card.accent.told.text()

    card.accent.hex.setFocus()
    card.accent.hex.clear()
    qtbot.keyClicks(card.accent.hex, "FC0")
    with qtbot.waitSignal(desk.session.changed):
        qtbot.keyClick(card.accent.hex, Qt.Key.Key_Return)

    assert organisation(desk).accent == "#ffcc00"
    card.accent.hex.clearFocus()
    card._reload()
    assert "too little to read" in card.accent.told.text()
    assert card.accent.buttons["own"].isChecked()


def test_what_is_no_colour_is_said_and_changes_nothing(qtbot: QtBot, desk: Desk, card: ReportsCard) -> None:
    card.accent.hex.setFocus()
    qtbot.keyClicks(card.accent.hex, "green")
    qtbot.keyClick(card.accent.hex, Qt.Key.Key_Return)

    assert "“green” is no colour" in card.accent.told.text()
    assert organisation(desk).accent == ""


@pytest.mark.parametrize(
    ("text", "colour"), [("#0B5D5E", "#0b5d5e"), ("0b5d5e", "#0b5d5e"), (" #abc ", "#aabbcc"), ("#0b5d5", None)]
)
def test_colours_are_read_as_people_write_them(text: str, colour: str | None) -> None:
    assert read_colour(text) == colour


def test_the_parts_of_all_reports_are_chosen_and_reset(qtbot: QtBot, desk: Desk, card: ReportsCard) -> None:
    card.order.list.setCurrentRow(0)
    qtbot.keyClick(card.order.list, Qt.Key.Key_Space)
    assert read_parts(organisation(desk).report_parts) == tuple(ReportPart)[1:]

    qtbot.mouseClick(card.order.reset, Qt.MouseButton.LeftButton)

    assert organisation(desk).report_parts == ""
    assert card.order.list.parts == tuple(ReportPart)


def test_the_texts_are_the_organisations_in_both_languages(qtbot: QtBot, desk: Desk, card: ReportsCard) -> None:
    editor = card.texts.fields[ReadyPlace.CLOSING].editor
    qtbot.keyClicks(editor, "Thank you.")
    qtbot.mouseClick(card.texts.buttons["sv"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: editor.placeholderText() == "Thank you.")  # as a Swedish report says it until then
    qtbot.keyClicks(editor, "Tack.")
    desk.session.flush()

    (held,) = ready_texts_of(desk.session.db, None)

    assert held.id == ready_text_id(ReadyPlace.CLOSING, None)
    assert (held.text_sv, held.text_en, held.audit_id) == ("Tack.", "Thank you.", None)


def test_a_register_without_an_organisation_gets_one(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    path = tmp_path / "new.qmsdesk"
    Register(path, DEVICE, create=True).close()
    desk = open_desk(path)
    card = shown(qtbot, desk)

    card.accent.buttons["#2d6a4f"].click()
    card.order.list.setCurrentRow(1)
    qtbot.keyClick(card.order.list, Qt.Key.Key_Space)

    held = organisation(desk)
    assert (held.name, held.accent) == ("", "#2d6a4f")
    assert ReportPart.ABOUT not in read_parts(held.report_parts)
