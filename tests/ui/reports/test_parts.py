"""The panel of parts: checked, put in order by key, button and hand; the texts of one report; locked ones stay."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.ready_texts import DEFAULT_TEXTS, ReadyPlace, ready_text_id
from qmsdesk.domain.records import edit_of
from qmsdesk.domain.report_parts import ReportPart, parts_of, read_parts
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import words
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.rows import referred
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.languages import choose_report_language
from qmsdesk.ui.reports.part_list import with_others
from qmsdesk.ui.reports.parts import PartsPanel
from tests.ui.conftest import finish_turns

DRAFT, FINAL = "2026-04", "2026-01"
USUAL = tuple(ReportPart)


def shown(qtbot: QtBot, desk: Desk, number: str = DRAFT) -> PartsPanel:
    panel = PartsPanel(desk, find_audit(desk.session.db, number).id)
    qtbot.addWidget(panel)
    panel.resize(400, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    finish_turns(panel)
    return panel


def audit(desk: Desk, number: str = DRAFT) -> Audit:
    desk.session.flush()
    return referred(desk.session.db, Audit, find_audit(desk.session.db, number).id)


def go_to(panel: PartsPanel, part: ReportPart) -> None:
    panel.order.list.setCurrentRow(with_others(panel.order.list.parts).index(part))
    panel.order.list.setFocus()


def test_shows_the_parts_of_the_organisation_until_some_are_chosen(qtbot: QtBot, desk: Desk) -> None:
    organisation = the_organisation(desk.session.db)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([edit_of(organisation, "report_parts", "findings_of_a_newer_one summary strengths")])
    panel = shown(qtbot, desk)

    assert panel.order.list.parts == (ReportPart.SUMMARY, ReportPart.STRENGTHS)
    assert panel.order.list.count() == len(USUAL)
    assert not panel.order.reset.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_part_is_left_out_and_taken_in_again_by_key(qtbot: QtBot, desk: Desk, key: Qt.Key) -> None:
    panel = shown(qtbot, desk)
    go_to(panel, ReportPart.EARLIER)

    qtbot.keyClick(panel.order.list, key)
    assert ReportPart.EARLIER not in read_parts(audit(desk).report_parts)
    assert panel.order.list.currentRow() == USUAL.index(ReportPart.EARLIER), "the row does not jump"
    qtbot.keyClick(panel.order.list, key)

    assert read_parts(audit(desk).report_parts) == USUAL


def test_parts_move_by_key_and_by_button(qtbot: QtBot, desk: Desk) -> None:
    panel = shown(qtbot, desk)
    go_to(panel, ReportPart.STRENGTHS)

    qtbot.keyClick(panel.order.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.mouseClick(panel.order.up, Qt.MouseButton.LeftButton)

    expected = list(USUAL)
    expected.remove(ReportPart.STRENGTHS)
    expected.insert(2, ReportPart.STRENGTHS)
    assert read_parts(audit(desk).report_parts) == tuple(expected)
    assert panel.order.list.currentItem().text() == "Strengths"
    dossier = load_dossier(desk.session.db, audit(desk).id)
    assert parts_of(dossier, ReportForm.FULL) == tuple(expected)
    desk.session.undo()
    desk.session.flush()
    assert read_parts(audit(desk).report_parts)[3] is ReportPart.STRENGTHS
    assert panel.order.list.parts[3] is ReportPart.STRENGTHS


def test_a_part_that_was_dragged_stays_where_it_was_let_go(qtbot: QtBot, desk: Desk) -> None:
    """Qt moves the item; here as its drop does."""
    panel = shown(qtbot, desk)
    listed = panel.order.list
    listed.insertItem(0, listed.takeItem(listed.count() - 1))
    listed._settle()

    assert read_parts(audit(desk).report_parts)[:2] == (ReportPart.GLOSSARY, ReportPart.SUMMARY)


def test_the_first_and_the_last_go_no_further(qtbot: QtBot, desk: Desk) -> None:
    panel = shown(qtbot, desk)

    go_to(panel, ReportPart.SUMMARY)
    assert (panel.order.up.isEnabled(), panel.order.down.isEnabled()) == (False, True)
    go_to(panel, ReportPart.GLOSSARY)
    assert (panel.order.up.isEnabled(), panel.order.down.isEnabled()) == (True, False)
    qtbot.keyClick(panel.order.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert audit(desk).report_parts == ""


def test_the_last_part_cannot_be_left_out(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([edit_of(audit(desk), "report_parts", "summary")])
    panel = shown(qtbot, desk)
    go_to(panel, ReportPart.SUMMARY)

    qtbot.keyClick(panel.order.list, Qt.Key.Key_Space)

    assert panel.order.told.text() == "A report has at least one part."
    assert audit(desk).report_parts == "summary"


def test_goes_back_to_those_of_the_organisation(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([edit_of(audit(desk), "report_parts", "summary glossary")])
    panel = shown(qtbot, desk)

    qtbot.mouseClick(panel.order.reset, Qt.MouseButton.LeftButton)

    assert audit(desk).report_parts == ""
    assert panel.order.list.parts == USUAL
    assert not panel.order.reset.isEnabled()


def test_a_text_of_this_report_saves_itself_as_the_record_that_any_laptop_makes(qtbot: QtBot, desk: Desk) -> None:
    choose_report_language(desk, audit(desk).id, "sv")
    panel = shown(qtbot, desk)
    field = panel.texts.fields[ReadyPlace.METHOD]
    assert field.editor.placeholderText() == words("sv")(DEFAULT_TEXTS[ReadyPlace.METHOD])

    qtbot.keyClicks(field.editor, "Vi satt med vid bordet.")
    desk.session.flush()

    (held,) = load_dossier(desk.session.db, audit(desk).id).ready_texts
    assert held.id == ready_text_id(ReadyPlace.METHOD, audit(desk).id)
    assert (held.text_sv, held.text_en, held.audit_id) == ("Vi satt med vid bordet.", "", audit(desk).id)
    assert field.editor.toPlainText() == "Vi satt med vid bordet."


def test_a_text_taken_back_and_written_again_is_there_once(qtbot: QtBot, desk: Desk) -> None:
    panel = shown(qtbot, desk)
    editor = panel.texts.fields[ReadyPlace.CLOSING].editor
    qtbot.keyClicks(editor, "Thanks.")
    desk.session.flush()
    for _ in range(2):
        desk.session.undo()
        desk.session.flush()
    assert load_dossier(desk.session.db, audit(desk).id).ready_texts == ()
    assert editor.toPlainText() == ""

    qtbot.keyClicks(editor, "See you.")
    desk.session.flush()

    (held,) = load_dossier(desk.session.db, audit(desk).id).ready_texts
    assert held.text_en == "See you."


def test_the_other_language_is_one_press_away(qtbot: QtBot, desk: Desk) -> None:
    panel = shown(qtbot, desk)
    qtbot.keyClicks(panel.texts.fields[ReadyPlace.METHOD].editor, "We sat at the table.")

    qtbot.mouseClick(panel.texts.buttons["sv"], Qt.MouseButton.LeftButton)

    assert panel.texts.fields[ReadyPlace.METHOD].editor.toPlainText() == ""
    assert panel.texts.fields[ReadyPlace.CLOSING].editor.placeholderText().startswith("Tack")
    desk.session.flush()
    (held,) = load_dossier(desk.session.db, audit(desk).id).ready_texts
    assert held.text_en == "We sat at the table."


def test_a_locked_report_can_be_read_only(qtbot: QtBot, desk: Desk) -> None:
    panel = shown(qtbot, desk, FINAL)
    go_to(panel, ReportPart.EARLIER)

    qtbot.keyClick(panel.order.list, Qt.Key.Key_Space)
    qtbot.keyClick(panel.order.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert panel.locked.text() == "Read-only: the report is final."
    assert not panel.order.up.isVisible()
    assert all(field.editor.isReadOnly() for field in panel.texts.fields.values())
    assert audit(desk, FINAL).report_parts == ""


def test_escape_and_the_cross_close_it(qtbot: QtBot, desk: Desk) -> None:
    panel = shown(qtbot, desk)
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.order.list, Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)


def test_those_left_out_stand_behind_what_they_usually_follow() -> None:
    assert with_others(()) == USUAL
    assert with_others((ReportPart.GLOSSARY, ReportPart.SUMMARY))[:3] == (
        ReportPart.GLOSSARY,
        ReportPart.SUMMARY,
        ReportPart.ABOUT,
    )
