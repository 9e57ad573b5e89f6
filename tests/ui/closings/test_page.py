"""Close: the laptop's page, from what is still open to the end of the day."""

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.records import edit_of
from qmsdesk.domain.reports import ACKNOWLEDGEMENTS, Signer
from qmsdesk.domain.signatures import unpack_strokes
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.closings.asking import FeedbackDialog
from qmsdesk.ui.closings.page import ClosingPage
from qmsdesk.ui.closings.signature import SignDialog
from qmsdesk.ui.closings.writing import FindingDialog
from qmsdesk.ui.desk import Desk
from tests.store.finals import final_of
from tests.ui.closings.conftest import SECRET
from tests.ui.conftest import NOW

D = TypeVar("D", bound=QDialog)


def opened(qtbot: QtBot, page: ClosingPage, type_: type[D]) -> D:
    dialog = next(each for each in page.findChildren(type_) if each.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_findings_stand_as_they_are_shown_with_what_was_agreed(page: ClosingPage) -> None:
    rows = page.findings.rows
    assert [row.texts[0] for row in sorted(rows.values(), key=lambda row: row.y())] == [
        "Brukarna rings upp",
        "Sluta skriva ut",
        "Visa tavlan i mobilen",
        SECRET,
        "Rutin saknas",
    ]
    assert rows["Sluta skriva ut"].texts[1] == "Ta bort skrivaren: Enhetschef · done by 15 Jan 2027"
    assert rows["Visa tavlan i mobilen"].texts[1] == "Nobody has taken it on yet."
    assert "Still needed: what we saw" in rows["Rutin saknas"].texts
    assert not rows[SECRET].show_it.isVisible()


def test_the_keys_work_as_soon_as_the_page_is_there(page: ClosingPage) -> None:
    assert page.present.hasFocus()


def test_a_change_moves_a_finding_without_making_its_row_anew(qtbot: QtBot, desk: Desk, page: ClosingPage) -> None:
    row = page.findings.rows["Rutin saknas"]
    held = next(each for each in page.dossier.findings if each.id == "Rutin saknas")
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([edit_of(held, "type", "strength"), edit_of(held, "statement", "Ingen rutin")])
    assert page.findings.rows["Rutin saknas"] is row
    assert page.findings.stops.index(row.open) < page.findings.stops.index(page.findings.rows[SECRET].open)


def test_what_is_open_is_named_with_a_way_to_it(qtbot: QtBot, desk: Desk, page: ClosingPage) -> None:
    lines = page.end.lines
    assert page.now.text() == "Complete 1 finding, then show what you saw."
    assert lines["incomplete"].text.text() == "1 finding is incomplete"
    assert lines["ownerless"].text.text() == "1 proposal has no owner"
    assert lines["unsorted"].text.text() == "1 note is unsorted"
    with qtbot.waitSignal(page.place_requested) as asked:
        lines["unanswered"].button.click()
    assert asked.args == ["conduct"]
    lines["incomplete"].button.click()
    form = opened(qtbot, page, FindingDialog).form
    form.parts["statement"].editor.setFocus()
    qtbot.keyClicks(form.parts["statement"].editor, "No routine")
    form.close_form()
    desk.session.flush()
    assert not lines["incomplete"].isVisible()


def test_the_manager_signs_by_keyboard_with_the_name_alone(
    qtbot: QtBot, desk: Desk, audit: Audit, page: ClosingPage
) -> None:
    QTest.keyClick(page, Qt.Key.Key_S)
    dialog = opened(qtbot, page, SignDialog)
    assert (dialog.signer, dialog.role.text()) == (Signer.UNIT, "Unit manager")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.lack.isVisible()
    qtbot.keyClicks(dialog.name, "Ingela Forsmyr")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    desk.session.flush()
    (signed,) = load_dossier(desk.session.db, audit.id).sign_offs
    assert (signed.name, signed.role, signed.signed_at, signed.signature) == (
        "Ingela Forsmyr",
        "Unit manager",
        NOW,
        "",
    )
    assert signed.what == ACKNOWLEDGEMENTS[Signer.UNIT]
    page.open_sign()
    assert opened(qtbot, page, SignDialog).signer is Signer.AUDITORS


def test_an_auditor_signs_by_mouse_and_takes_it_back(qtbot: QtBot, desk: Desk, audit: Audit, page: ClosingPage) -> None:
    qtbot.mouseClick(page.signing.sign, Qt.MouseButton.LeftButton)
    dialog = opened(qtbot, page, SignDialog)
    dialog.signers[Signer.AUDITORS].click()
    assert dialog.name.text() == desk.session.owner.name
    assert dialog.role.text() == "Lead auditor"
    pad = dialog.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    QTest.mouseMove(pad, QPoint(200, 90))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 90))
    dialog.sign.click()
    desk.session.flush()
    (signed,) = load_dossier(desk.session.db, audit.id).sign_offs
    assert unpack_strokes(signed.signature)
    (remove,) = page.signing.removes
    assert remove.accessibleName() == f"Remove the signature of {desk.session.owner.name}"
    remove.click()
    desk.session.flush()
    assert page.dossier.sign_offs == ()
    desk.session.undo()
    desk.session.flush()
    assert page.dossier.sign_offs == (signed,)


def test_feedback_goes_round_and_its_mean_waits_for_the_third(qtbot: QtBot, desk: Desk, page: ClosingPage) -> None:
    page.feedback.ask.click()
    dialog = opened(qtbot, page, FeedbackDialog)
    for n in (3, 4, 5):
        for key in (n, 5, 1):
            QTest.keyClick(dialog.focusWidget(), Qt.Key(Qt.Key.Key_0 + key))
        qtbot.keyClicks(dialog.remark, f"Tack {n}")
        desk.session.flush()
        assert page.feedback.means["was_useful"].text() == ("4 of 5" if n == 5 else "–")
        dialog.next_person.click()
        assert dialog.place == 0
        assert dialog.remark.toPlainText() == ""
        assert not any(button.isChecked() for button in dialog.answers.values())
    dialog.finish.click()
    desk.session.flush()
    assert {(each.was_useful, each.was_fair, each.was_worth_the_time) for each in page.dossier.feedback} == {
        (3, 5, 1),
        (4, 5, 1),
        (5, 5, 1),
    }
    assert {each.remark for each in page.dossier.feedback} == {"Tack 3", "Tack 4", "Tack 5"}


def test_feedback_may_be_a_remark_alone_or_nothing(qtbot: QtBot, desk: Desk, page: ClosingPage) -> None:
    page.open_feedback()
    dialog = opened(qtbot, page, FeedbackDialog)
    dialog.finish.click()
    desk.session.flush()
    assert page.dossier.feedback == ()
    page.open_feedback()
    dialog = opened(qtbot, page, FeedbackDialog)
    for _ in range(3):
        dialog.skip.click()
    qtbot.keyClicks(dialog.remark, "Bra")
    dialog.finish.click()
    desk.session.flush()
    assert [(each.was_useful, each.remark) for each in page.dossier.feedback] == [(None, "Bra")]


def test_the_day_ends_although_things_are_open(qtbot: QtBot, desk: Desk, page: ClosingPage) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        page.end.end.click()
    desk.session.flush()
    assert asked.args == ["report"]
    assert (page.dossier.audit.state, page.dossier.audit.closed_at) == (AuditState.DRAFT_REPORT, NOW)
    assert page.end.report.isVisible()
    assert not page.end.end.isVisible()
    desk.session.undo()
    desk.session.flush()
    assert page.dossier.audit.closed_at is None
    assert page.end.end.isVisible()


def test_a_locked_audit_can_only_be_read(qtbot: QtBot, desk: Desk, audit: Audit) -> None:
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(final_of(desk.session.path, audit))
    locked = ClosingPage(desk, audit.id)
    qtbot.addWidget(locked)
    locked.show()
    locked.turns.finish()
    for button in (locked.signing.sign, locked.feedback.ask, locked.end.end):
        assert not button.isVisible()
    locked.open_sign()
    locked.open_feedback()
    assert locked.findChildren(QDialog) == []
    assert locked.present.isVisible()


def test_what_changes_while_the_page_is_still_built_is_shown(qtbot: QtBot, desk: Desk, audit: Audit) -> None:
    page = ClosingPage(desk, audit.id)
    qtbot.addWidget(page)
    page.show()
    assert not page.turns.is_finished
    changed = next(finding for finding in page.dossier.findings if finding.id == "Sluta skriva ut")
    desk.session.write([edit_of(changed, "title", "Skriv ut mindre")])
    desk.session.flush()

    assert page.turns.is_finished
    assert "Skriv ut mindre" in page.findings.rows["Sluta skriva ut"].texts


def test_a_page_that_is_built_in_turns_keeps_the_focus(qtbot: QtBot, desk: Desk, audit: Audit) -> None:
    page = ClosingPage(desk, audit.id)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    assert page.present.hasFocus()
    qtbot.waitUntil(lambda: page.turns.is_finished)
    assert page.present.hasFocus()
    QTest.keyClick(page.present, Qt.Key.Key_Tab)
    assert page.findings.stops[0].hasFocus()
