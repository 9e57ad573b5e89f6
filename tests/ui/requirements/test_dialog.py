"""Requirement sources: one's own, its clauses and units, a later edition, and what follows a clause there."""

import pytest
from pytestqt.qtbot import QtBot

from qmsdesk.domain.records import creation_of
from qmsdesk.domain.requirements import Requirement, RequirementSource
from qmsdesk.store.requirements import clauses_of, later_of, list_matches, list_sources, sources_of, unit_sources_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.requirements.dialog import RequirementsDialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> RequirementsDialog:
    made = RequirementsDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def source_of(dialog: RequirementsDialog) -> RequirementSource:
    assert dialog.source is not None
    return dialog.source


def choose(dialog: RequirementsDialog, code: str) -> RequirementSource:
    (wanted,) = [each for each in list_sources(dialog._desk.session.db) if each.code == code]
    dialog.which.set_current(wanted.id)
    dialog.which.chosen.emit(wanted.id)
    return wanted


def test_a_unit_gets_a_source_of_its_own_with_clauses(qtbot: QtBot, desk: Desk, dialog: RequirementsDialog) -> None:
    dialog.new.click()
    qtbot.waitUntil(lambda: source_of(dialog).code == "LOCAL-2")
    made = source_of(dialog)
    dialog.lines["edition"].setText("2026:2")
    dialog.clauses.more.setPlainText("2 Nycklar\n1 Kassan\n2 Dubbel")
    dialog.clauses.add.click()
    unit_id, box = next(iter(dialog.units.items()))
    box.click()
    dialog.reject()
    desk.session.flush()
    (kept,) = [each for each in list_sources(desk.session.db) if each.id == made.id]
    assert (kept.code, kept.edition) == ("LOCAL-2", "2026:2")
    assert [(each.clause, each.title_en) for each in clauses_of(desk.session.db, made.id)] == [
        ("1", "Kassan"),
        ("2", "Dubbel"),
    ]
    assert kept in sources_of(desk.session.db, unit_id)


def test_a_unit_is_taken_away_again(qtbot: QtBot, desk: Desk, dialog: RequirementsDialog) -> None:
    source = choose(dialog, "ISO9001")
    held = {each.unit_id for each in unit_sources_of(desk.session.db, source.id)}
    assert {id_ for id_, box in dialog.units.items() if box.isChecked()} == held != set()
    dialog.units[next(iter(held))].click()
    desk.session.flush()
    assert len(unit_sources_of(desk.session.db, source.id)) == len(held) - 1


def test_a_clause_is_matched_with_a_later_edition_and_back(
    qtbot: QtBot, desk: Desk, dialog: RequirementsDialog
) -> None:
    later = RequirementSource("iso-2026", "ISO9001", "2026", "", "ISO 9001:2026")
    clause = Requirement("iso-2026-7.4", later.id, "7.4", "", "Awareness and culture")
    desk.session.write([*creation_of(later), *creation_of(clause)])
    desk.session.flush()
    (old,) = [each for each in list_sources(desk.session.db) if (each.code, each.edition) == ("ISO9001", "2015")]
    dialog.which.set_current(old.id)
    dialog.which.chosen.emit(old.id)
    (aware,) = [each for each in clauses_of(desk.session.db, old.id) if each.clause == "7.3"]
    dialog.clauses.which.set_current(aware.id)
    dialog.clauses.which.chosen.emit(aware.id)
    dialog.clauses.later.chosen.emit(clause.id)
    qtbot.waitUntil(lambda: dialog.clauses.follows.text() == "2026: 7.4 Awareness and culture")
    assert later_of(desk.session.db, "ISO9001:7.3") == [(later, clause)]
    dialog.clauses.unmatch.click()
    qtbot.waitUntil(dialog.clauses.follows.isHidden)
    assert list_matches(desk.session.db) == []


def test_a_clause_saves_its_titles_and_goes_away(qtbot: QtBot, desk: Desk, dialog: RequirementsDialog) -> None:
    source = choose(dialog, "KL")
    first, *rest = clauses_of(desk.session.db, source.id)
    dialog.clauses.english.setText("Supervision")
    dialog.clauses.seal()
    desk.session.flush()
    assert clauses_of(desk.session.db, source.id)[0].title_en == "Supervision"
    dialog.clauses.remove.click()
    qtbot.waitUntil(lambda: dialog.clauses.which.currentText().startswith(rest[0].clause))
    assert clauses_of(desk.session.db, source.id) == rest
    assert first.clause == "6.1"


def test_an_edition_follows_with_the_same_code_and_titles(qtbot: QtBot, desk: Desk, dialog: RequirementsDialog) -> None:
    source = choose(dialog, "KL")
    dialog.again.click()
    qtbot.waitUntil(lambda: source_of(dialog).id != source.id)
    made = source_of(dialog)
    assert (made.code, made.edition, made.title_sv) == ("KL", "", source.title_sv)
    assert dialog.lines["edition"].text() == ""
