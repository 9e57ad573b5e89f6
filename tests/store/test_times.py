"""The log's own times: who wrote how long before the day and after it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.records import edit_of
from qmsdesk.domain.times import Share, TimePhase, TimeSide, Work, correct, withdraw
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.register import Register
from qmsdesk.store.rows import get
from qmsdesk.store.times import logged_work
from tests.store.town import TOWN, creations

BEGAN = dt.datetime(2026, 11, 25, 8, tzinfo=dt.UTC)
ENDED = dt.datetime(2026, 11, 25, 15, tzinfo=dt.UTC)
WRITTEN = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A town whose audit `a1` was written on its day, and opened and closed then."""
    made = Register(tmp_path / "town.qmsdesk", "d", create=True)
    made.write(creations(TOWN), at=WRITTEN, guarded=False)
    audit = get(made.db, Audit, "a1")
    assert audit
    made.write([edit_of(audit, "opened_at", BEGAN), edit_of(audit, "closed_at", ENDED)], at=WRITTEN, guarded=False)
    yield made
    made.close()


def write(register: Register, at: dt.datetime, author: str = "p1", field: str = "objective") -> None:
    audit = get(register.db, Audit, "a1")
    assert audit
    register.write([edit_of(audit, field, at.isoformat())], author_id=author, at=at, guarded=False)


def work(register: Register) -> Work:
    audit = get(register.db, Audit, "a1")
    assert audit
    return logged_work(register.db, audit)


def test_what_is_written_on_the_day_is_no_other_work(register: Register) -> None:
    assert work(register) == Work(0, 0)


def test_sittings_of_every_author_before_and_after(register: Register) -> None:
    day = dt.timedelta(days=1)
    for minutes in (0, 8, 15):
        write(register, BEGAN - day + dt.timedelta(minutes=minutes))
    for minutes, author in ((1, "p1"), (9, "p1"), (5, "p2"), (60, "p1")):
        write(register, ENDED + dt.timedelta(minutes=minutes), author)

    assert work(register) == Work(15, 8 + 1 + 1)
    assert load_dossier(register.db, "a1").work == Work(15, 10)


def test_follow_up_and_counting_are_no_paperwork(register: Register) -> None:
    dossier = load_dossier(register.db, "a1")
    later = ENDED + dt.timedelta(hours=2)

    place = TimeSide.AUDITORS, TimePhase.AFTER
    register.write(correct(dossier.audit, dossier.time_entries, place, Share(25)), at=later, guarded=False)
    register.write([edit_of(dossier.actions[0], "text", "Börja om")], at=later, guarded=False)

    assert work(register).after == 0


def test_nothing_is_after_a_day_that_was_not_closed(register: Register) -> None:
    audit = get(register.db, Audit, "a1")
    assert audit
    write(register, ENDED + dt.timedelta(hours=1))
    register.write([edit_of(audit, "closed_at", None)], at=WRITTEN, guarded=False)

    assert work(register).after == 0


def test_a_correction_is_kept_withdrawn_and_made_again(register: Register) -> None:
    place = TimeSide.AUDITORS, TimePhase.DAY

    def count(share: Share | None) -> tuple[Share, bool]:
        held = load_dossier(register.db, "a1")
        edits = correct(held.audit, held.time_entries, place, share) if share else withdraw(held.time_entries, place)
        register.write(edits, guarded=False)
        figures = load_dossier(register.db, "a1").times
        return next((each.share, each.is_corrected) for each in figures if (each.side, each.phase) == place)

    assert count(Share(300, 3)) == (Share(300, 3), True)
    assert count(Share(300, 1)) == (Share(300, 1), True)
    assert count(None)[1] is False
    assert count(Share(200, 2)) == (Share(200, 2), True)
