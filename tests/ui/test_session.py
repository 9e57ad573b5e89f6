"""The session: one door, undo over all fields, and news of what was written."""

import pytest
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.changes import DELETED, Changed, Edit
from qmsdesk.domain.errors import AuditIsFinal
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.plan import Obstacle
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.audits import find_audit
from qmsdesk.store.changes import history
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk


@pytest.fixture
def audit(desk: Desk) -> Audit:
    return find_audit(desk.session.db, "2026-05")


def scope(desk: Desk, audit: Audit) -> str:
    found = get(desk.session.db, Audit, audit.id)
    assert found
    return found.scope


def test_a_write_is_announced_when_it_is_on_the_disk(qtbot: QtBot, desk: Desk, audit: Audit) -> None:
    with qtbot.waitSignal(desk.session.changed) as announced:
        desk.session.write([edit_of(audit, "scope", "Klarspråk")])
    changed: Changed = announced.args[0]
    assert changed.kinds == {"audit"}
    assert changed.entities == {audit.id}
    assert scope(desk, audit) == "Klarspråk"


def test_undo_and_redo_go_over_fields_in_the_order_they_were_written(desk: Desk, audit: Audit) -> None:
    before = scope(desk, audit)
    obstacle = Obstacle(new_id(), audit.id, "Chefen kallades bort")
    desk.session.write([edit_of(audit, "scope", "Ny omfattning")])
    desk.session.write(creation_of(obstacle))
    desk.session.flush()

    desk.session.undo()
    desk.session.flush()
    assert get(desk.session.db, Obstacle, obstacle.id) is None
    assert scope(desk, audit) == "Ny omfattning"
    desk.session.undo()
    desk.session.flush()
    assert scope(desk, audit) == before

    desk.session.redo()
    desk.session.redo()
    desk.session.flush()
    assert scope(desk, audit) == "Ny omfattning"
    assert get(desk.session.db, Obstacle, obstacle.id) == obstacle
    assert not desk.session.can_redo


def test_a_new_step_ends_what_could_be_redone(desk: Desk, audit: Audit) -> None:
    desk.session.write([edit_of(audit, "scope", "Ett")])
    desk.session.undo()
    desk.session.flush()
    assert desk.session.can_redo
    desk.session.write([edit_of(audit, "scope", "Två")])
    desk.session.flush()
    assert not desk.session.can_redo


def test_undo_brings_back_what_was_deleted(desk: Desk, audit: Audit) -> None:
    obstacle = Obstacle(new_id(), audit.id, "Larm hela förmiddagen")
    desk.session.write(creation_of(obstacle))
    desk.session.write([Edit("obstacle", obstacle.id, DELETED, 1, audit.id)])
    desk.session.flush()
    assert get(desk.session.db, Obstacle, obstacle.id) is None
    desk.session.undo()
    desk.session.flush()
    assert get(desk.session.db, Obstacle, obstacle.id) == obstacle


def test_undo_is_one_more_entry_and_forgets_nothing(desk: Desk, audit: Audit) -> None:
    before = len(history(desk.session.db, audit.id, "scope"))
    desk.session.write([edit_of(audit, "scope", "Ett")])
    desk.session.undo()
    desk.session.flush()
    assert len(history(desk.session.db, audit.id, "scope")) == before + 2


def test_a_refused_write_is_told_and_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    closed = find_audit(desk.session.db, "2024-01")
    with qtbot.waitSignal(desk.session.failed) as told:
        desk.session.write([edit_of(closed, "scope", "Omskrivet")])
    assert isinstance(told.args[0], AuditIsFinal)
    assert scope(desk, closed) == closed.scope


def test_bookmarks_are_read_back_at_once_and_kept(desk: Desk) -> None:
    desk.session.set_bookmark("place", "actions")
    assert desk.session.bookmark("place") == "actions"
    desk.session.flush()
    assert desk.session.bookmark("place") == "actions"


def test_saved_is_told_when_nothing_waits(qtbot: QtBot, desk: Desk, audit: Audit) -> None:
    with qtbot.waitSignals([desk.session.saving, desk.session.saved], order="strict"):
        desk.session.write([edit_of(audit, "scope", "Ett")])
