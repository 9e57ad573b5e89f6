"""The form of a finding: five types, what is still needed, agreement, the first action, and deletion."""

import datetime as dt
import time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding, FindingState, FindingType
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.requirements import Requirement, RequirementMatch, RequirementSource
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.requirements import clauses_of, list_sources
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.form import FindingForm


@pytest.fixture
def audit(desk: Desk) -> Audit:
    return find_audit(desk.session.db, "2026-05")


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, audit: Audit) -> FindingForm:
    question = load_dossier(desk.session.db, audit.id).asked_questions[0]
    finding = Finding(new_id(), audit.id, "A-01", title="Nycklar", evidence="Skåp B", question_id=question.id)
    desk.session.write(creation_of(finding))
    desk.session.flush()
    made = FindingForm(desk)
    qtbot.addWidget(made)
    made.resize(700, 700)

    def show(_: object = None) -> None:
        dossier = load_dossier(desk.session.db, audit.id)
        made_of = [each for each in dossier.findings if each.id == finding.id]
        if made_of:
            made.show_finding(dossier, made_of[0])

    desk.session.changed.connect(show)
    show()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def kept(desk: Desk, form: FindingForm) -> Finding | None:
    desk.session.flush()
    QApplication.processEvents()
    assert form.finding is not None
    return get(desk.session.db, Finding, form.finding.id)


def write(form: FindingForm, part: str, text: str) -> None:
    editor = form.parts[part].editor
    editor.setFocus()
    editor.setText(text) if isinstance(editor, QLineEdit) else editor.setPlainText(text)


def complete(form: FindingForm) -> None:
    for part in ("title", "requirement", "statement", "evidence"):
        write(form, part, f"{part} 3 av 8")


@pytest.mark.parametrize("type_", list(FindingType))
def test_each_type_is_a_press(qtbot: QtBot, form: FindingForm, desk: Desk, type_: FindingType) -> None:
    qtbot.mouseClick(form.type_button(type_), Qt.MouseButton.LeftButton)
    held = kept(desk, form)
    assert held is not None
    assert held.type is type_
    assert form.type_button(type_).isChecked()
    is_strength = type_ is FindingType.STRENGTH
    assert form.parts["contact_role"].isVisible() is is_strength
    assert form.shared.isVisible() is is_strength
    assert form.first_action.isVisible() is not is_strength


def test_pressing_the_type_it_has_changes_nothing(qtbot: QtBot, form: FindingForm, desk: Desk) -> None:
    qtbot.mouseClick(form.type_button(FindingType.OBSERVATION), Qt.MouseButton.LeftButton)
    assert form.type_button(FindingType.OBSERVATION).isChecked()


@pytest.mark.parametrize("part", ["title", "requirement", "statement", "evidence", "consequence", "confirmed_by"])
def test_every_part_saves_itself(form: FindingForm, desk: Desk, part: str) -> None:
    write(form, part, "tre av åtta")
    held = kept(desk, form)
    assert held is not None
    assert getattr(held, part) == "tre av åtta"


def test_what_is_still_needed_is_said_while_one_types(qtbot: QtBot, form: FindingForm, desk: Desk) -> None:
    assert form.missing_text == ""
    qtbot.mouseClick(form.type_button(FindingType.NONCONFORMITY_MINOR), Qt.MouseButton.LeftButton)
    kept(desk, form)
    assert form.missing_text == "Still needed: requirement, what we saw"
    assert form.parts["requirement"].editor.accessibleDescription() == "needed"
    write(form, "requirement", "Rutin 2.3")
    assert form.missing_text == "Still needed: what we saw"
    write(form, "statement", "Kvittens saknades för 6 av 40 nycklar")
    assert form.missing_text == ""
    write(form, "evidence", " ")
    assert form.missing_text == "Still needed: evidence"


def test_agreement_is_refused_while_parts_are_missing(qtbot: QtBot, form: FindingForm, desk: Desk) -> None:
    qtbot.mouseClick(form.type_button(FindingType.NONCONFORMITY_MAJOR), Qt.MouseButton.LeftButton)
    kept(desk, form)
    qtbot.mouseClick(form.agreed, Qt.MouseButton.LeftButton)
    held = kept(desk, form)
    assert held is not None
    assert held.state is FindingState.DRAFT
    assert not form.agreed.isChecked()
    assert "A-01 still lacks" in form.missing_text


def test_agreement_counts_what_is_being_typed_and_is_taken_back(qtbot: QtBot, form: FindingForm, desk: Desk) -> None:
    qtbot.mouseClick(form.type_button(FindingType.NONCONFORMITY_MAJOR), Qt.MouseButton.LeftButton)
    kept(desk, form)
    complete(form)
    for state in (FindingState.AGREED, FindingState.DRAFT):
        qtbot.mouseClick(form.agreed, Qt.MouseButton.LeftButton)
        held = kept(desk, form)
        assert held is not None
        assert held.state is state


def test_a_requirement_shows_its_title_and_is_completed(form: FindingForm, desk: Desk) -> None:
    write(form, "requirement", "ISO9001:7.3")
    assert form.requirement.title_text == "ISO 9001 7.3 – Awareness"
    form.requirement.take("ISO9001:8.7  ISO 9001 8.7 – Control of nonconforming outputs")
    held = kept(desk, form)
    assert held is not None
    assert held.requirement == "ISO9001:8.7"


def test_sharing_and_secrecy_and_another_opinion(qtbot: QtBot, form: FindingForm, desk: Desk) -> None:
    assert not form.confidential.isVisible()
    qtbot.mouseClick(form.more, Qt.MouseButton.LeftButton)
    form.confidential.click()
    write(form, "diverging_opinion", "Enheten ser det inte så")
    held = kept(desk, form)
    assert held is not None
    assert held.is_confidential
    assert held.diverging_opinion == "Enheten ser det inte så"


def test_the_first_action_is_made_in_the_room(qtbot: QtBot, form: FindingForm, desk: Desk, audit: Audit) -> None:
    qtbot.keyClicks(form.first_action.what, "Skriv rutin")
    qtbot.keyClicks(form.first_action.owner, "Enhetschef")
    qtbot.mouseClick(form.first_action.set_due, Qt.MouseButton.LeftButton)
    kept(desk, form)
    (action,) = load_dossier(desk.session.db, audit.id).actions
    assert (action.text, action.owner, action.due_on) == ("Skriv rutin", "Enhetschef", dt.date(2026, 12, 25))
    form.first_action.due.setDate(QDate(2027, 1, 15))
    kept(desk, form)
    (action,) = load_dossier(desk.session.db, audit.id).actions
    assert action.due_on == dt.date(2027, 1, 15)


def test_a_date_alone_begins_the_action_too(qtbot: QtBot, form: FindingForm, desk: Desk, audit: Audit) -> None:
    qtbot.mouseClick(form.first_action.set_due, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.first_action.what, "Sen texten")
    kept(desk, form)
    (action,) = load_dossier(desk.session.db, audit.id).actions
    assert (action.text, action.due_on) == ("Sen texten", dt.date(2026, 12, 25))


def test_a_date_is_typed_while_the_disk_is_slow(qtbot: QtBot, form: FindingForm, desk: Desk, audit: Audit) -> None:
    """What was written before comes back in the middle of it, and once took the half-typed date along."""
    first = form.first_action
    qtbot.keyClicks(first.what, "Skriv rutin")
    kept(desk, form)
    qtbot.keyClicks(first.owner, "Enhetschef")
    first.seal()
    desk.session._writer.submit(lambda _: time.sleep(0.3), lambda _, __: None)
    qtbot.mouseClick(first.set_due, Qt.MouseButton.LeftButton)
    qtbot.keyClick(first.due, "2")
    qtbot.wait(400)
    qtbot.keyClicks(first.due, "027-01-15")
    first.what.setFocus()
    kept(desk, form)
    (action,) = load_dossier(desk.session.db, audit.id).actions
    assert (action.owner, action.due_on) == ("Enhetschef", dt.date(2027, 1, 15))


def test_an_action_undone_leaves_room_for_another(qtbot: QtBot, form: FindingForm, desk: Desk, audit: Audit) -> None:
    qtbot.mouseClick(form.first_action.set_due, Qt.MouseButton.LeftButton)
    kept(desk, form)
    desk.session.undo()
    kept(desk, form)
    assert load_dossier(desk.session.db, audit.id).actions == ()
    assert form.first_action.set_due.isVisible()
    qtbot.keyClicks(form.first_action.what, "Annat")
    kept(desk, form)
    assert [action.text for action in load_dossier(desk.session.db, audit.id).actions] == ["Annat"]


def test_deletion_takes_the_actions_along_and_undo_brings_all_back(
    qtbot: QtBot, form: FindingForm, desk: Desk, audit: Audit
) -> None:
    qtbot.keyClicks(form.first_action.what, "Skriv rutin")
    kept(desk, form)
    with qtbot.waitSignal(form.closed):
        qtbot.mouseClick(form.delete_button, Qt.MouseButton.LeftButton)
    assert kept(desk, form) is None
    assert load_dossier(desk.session.db, audit.id).actions == ()
    desk.session.undo()
    assert kept(desk, form) is not None
    assert len(load_dossier(desk.session.db, audit.id).actions) == 1


def test_half_typed_text_is_not_overwritten_by_what_changes_beside_it(
    qtbot: QtBot, form: FindingForm, desk: Desk
) -> None:
    form.start()
    title = form.parts["title"].editor
    qtbot.keyClicks(title, " X")
    qtbot.mouseClick(form.type_button(FindingType.STRENGTH), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: form.finding is not None and form.finding.type is FindingType.STRENGTH)
    assert form.parts["title"].text == "Nycklar X"
    held = kept(desk, form)
    assert held is not None
    assert held.title == "Nycklar X"


def test_a_requirement_says_what_it_is_in_a_later_edition(qtbot: QtBot, desk: Desk, form: FindingForm) -> None:
    (iso,) = [each for each in list_sources(desk.session.db) if each.code == "ISO9001"]
    (aware,) = [each for each in clauses_of(desk.session.db, iso.id) if each.clause == "7.3"]
    later = [
        RequirementSource("iso-2026", "ISO9001", "2026"),
        Requirement("later", "iso-2026", "7.4", "", "Awareness and culture"),
        RequirementMatch("match", aware.id, "later"),
    ]
    desk.session.write([edit for record in later for edit in creation_of(record)])
    desk.session.flush()
    write(form, "requirement", "ISO9001:7.3")
    said = form.requirement.title_text.splitlines()
    assert said == ["ISO 9001 7.3 (2015) – Awareness", "In edition 2026: 7.4 Awareness and culture"]
