"""Weighing findings: duplicates, types with their reason, what is missing, and agreeing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import FindingState, FindingType
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.making import deletion_of, notes_behind
from tests.ui.agreements.conftest import ShowPage, write

Key = Qt.Key


def press(page: AgreementPage, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key, modifier)


def now(desk: Desk, held: Dossier) -> Dossier:
    return load_dossier(desk.session.db, held.audit.id)


def test_what_a_finding_lacks_is_said_and_one_key_opens_it(page: AgreementPage) -> None:
    page.show_part("findings")
    assert page.findings.line("f-3").missing_text == "Still needed: evidence"

    press(page, Key.Key_Down)
    press(page, Key.Key_Down)
    press(page, Key.Key_Return)

    assert page.findings.currentWidget() is page.findings.form
    assert page.findings.form.finding is not None
    assert page.findings.form.finding.id == "f-3"
    press(page, Key.Key_Escape)
    assert page.findings.is_at_list


def test_all_that_lacks_nothing_is_agreed_by_one_key(qtbot: QtBot, page: AgreementPage, desk: Desk) -> None:
    page.show_part("findings")
    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_A)

    states = {finding.id: finding.state for finding in page.conferring.dossier.findings}
    assert states == {"f-1": FindingState.AGREED, "f-2": FindingState.AGREED, "f-3": FindingState.DRAFT}


def test_one_is_agreed_by_its_key_and_one_that_lacks_something_opens(
    qtbot: QtBot, page: AgreementPage, desk: Desk
) -> None:
    page.show_part("findings")
    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.conferring.dossier.findings[0].state is FindingState.AGREED

    page.findings.line("f-3").agree_button.click()
    assert page.findings.currentWidget() is page.findings.form


def test_likely_duplicates_are_offered_and_one_takes_in_the_other(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier
) -> None:
    page.show_part("findings")
    assert page.findings.alike.text() == "A-02 and B-01 may say the same."
    press(page, Key.Key_C)
    assert "Two of five did not find it" in page.findings.pair.sides[1].text

    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_Left)
    dossier = now(desk, held)
    stays = next(finding for finding in dossier.findings if finding.id == "f-2")
    assert [finding.id for finding in dossier.merged] == ["f-3"]
    assert [note.id for note in notes_behind(dossier, stays)] == ["note-1"]
    assert page.findings.is_at_list

    with qtbot.waitSignal(desk.session.changed):
        page.findings.line("f-2").back_buttons[0].click()
    assert [finding.id for finding in now(desk, held).findings] == ["f-1", "f-2", "f-3"]


def test_any_two_can_be_chosen(page: AgreementPage) -> None:
    page.show_part("findings")
    press(page, Key.Key_M)
    assert page.findings.choosing.isVisible()
    press(page, Key.Key_Down)
    press(page, Key.Key_M)

    assert page.findings.pair.pair is not None
    assert [finding.id for finding in page.findings.pair.pair] == ["f-1", "f-2"]


def test_two_left_standing_are_not_offered_again(page: AgreementPage, desk: Desk, held: Dossier) -> None:
    page.show_part("findings")
    press(page, Key.Key_C)
    press(page, Key.Key_Escape)

    assert page.findings.is_at_list
    assert not page.findings.alike.isVisible()
    assert len(now(desk, held).findings) == 3


def test_what_a_deleted_finding_had_taken_in_stands_again(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier
) -> None:
    with qtbot.waitSignal(desk.session.changed):
        page.conferring.merge(held.findings[1], held.findings[2])
    merged = now(desk, held)
    write(qtbot, desk, deletion_of(merged, merged.findings[1]))

    assert [finding.id for finding in now(desk, held).findings] == ["f-1", "f-3"]


def test_another_type_asks_why_and_keeps_it(qtbot: QtBot, page: AgreementPage, desk: Desk) -> None:
    page.show_part("findings")
    page.findings.open(page.conferring.dossier.findings[1])
    form = page.findings.form
    form.type_button(FindingType.NONCONFORMITY_MINOR).click()
    assert form.regrade.editor.hasFocus()
    assert not form.regrade.accept.isEnabled()
    assert form.type_button(FindingType.OBSERVATION).isChecked()
    assert not form.type_button(FindingType.NONCONFORMITY_MINOR).isChecked()

    QTest.keyClicks(form.regrade.editor, "The law asks for it")
    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_Return)

    finding = page.conferring.dossier.findings[1]
    assert finding.type is FindingType.NONCONFORMITY_MINOR
    author = desk.session.owner.name
    history = f"Observation → Minor nonconformity · The law asks for it · {author}"
    assert page.findings.line("f-2").history_text == history
    assert form.regrade.isHidden()


def test_a_type_can_be_kept_as_it_is(page: AgreementPage) -> None:
    page.show_part("findings")
    page.findings.open(page.conferring.dossier.findings[1])
    form = page.findings.form
    form.type_button(FindingType.STRENGTH).click()
    press(page, Key.Key_Escape)

    assert form.regrade.isHidden()
    assert form.type_button(FindingType.OBSERVATION).isChecked()
    assert page.findings.currentWidget() is form


def test_a_day_without_findings_says_so(show_page: ShowPage, audit: object) -> None:
    page = show_page(audit)
    page.show_part("findings")

    assert page.findings.empty.isVisible()
