"""The programme's queries: words in any case and letter, filters together, years, and the figures of a year."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from qmsdesk.domain.audits import AuditState
from qmsdesk.exchange.demo import fill_demo
from qmsdesk.store.audits import (
    audit_before,
    audits_in_draft,
    audits_missed,
    audits_of_day,
    find_audit,
    planned_minutes,
)
from qmsdesk.store.database import Connection
from qmsdesk.store.figures import YearFigures, count_unanswered, year_figures
from qmsdesk.store.people import manager_of
from qmsdesk.store.programmes import Sought, audit_years, programme_of, seek_audits
from qmsdesk.store.register import Register

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = tmp_path_factory.mktemp("programme") / "r.qmsdesk"
    register = Register(path, "a", create=True)
    fill_demo(register, TODAY, "sv")
    yield register.db
    register.close()


def numbers(db: Connection, sought: Sought) -> list[str]:
    return [line.audit.number for line in seek_audits(db, sought)]


def test_words_are_found_in_any_case_also_with_swedish_letters(db: Connection) -> None:
    assert numbers(db, Sought("ÖSTER")) == numbers(db, Sought("öster")) == ["2026-03", "2024-04"]
    assert numbers(db, Sought("öster 2024")) == ["2024-04"]
    assert numbers(db, Sought("100 %")) == []


def test_filters_add_up(db: Connection) -> None:
    unit = find_audit(db, "2026-01").unit_id
    assert numbers(db, Sought(unit_id=unit)) == ["2026-01", "2025-01", "2024-01"]
    assert numbers(db, Sought(unit_id=unit, year=2025, state=AuditState.CLOSED)) == ["2025-01"]
    assert numbers(db, Sought(unit_id=unit, state=AuditState.CANCELLED)) == []


def test_years_and_their_programmes(db: Connection) -> None:
    assert audit_years(db) == [2026, 2025, 2024]
    programme = programme_of(db, 2026)
    assert programme is not None
    assert programme.year == 2026
    assert programme_of(db, 1999) is None


def test_what_a_day_holds_and_what_was_missed(db: Connection) -> None:
    assert [audit.number for audit in audits_of_day(db, TODAY)] == ["2026-05"]
    assert audits_missed(db, TODAY) == []
    assert [audit.number for audit in audits_missed(db, TODAY + dt.timedelta(days=1))] == ["2026-05"]
    assert [audit.number for audit in audits_in_draft(db)] == ["2026-04"]


def test_what_an_audit_needs_and_follows(db: Connection) -> None:
    audit = find_audit(db, "2026-05")
    assert planned_minutes(db, audit) == (33, 231)
    before = audit_before(db, audit)
    assert before is not None
    assert before.number == "2024-03"
    assert audit_before(db, before) is None


def test_a_unit_has_the_manager_of_the_day(db: Connection) -> None:
    unit = find_audit(db, "2026-03").unit_id
    now, then = manager_of(db, unit, TODAY), manager_of(db, unit, dt.date(2024, 6, 1))
    assert now is not None
    assert now != then


def test_the_figures_of_a_year(db: Connection) -> None:
    figures = year_figures(db, 2025)
    assert figures.days == 5
    assert 0 < figures.implemented <= figures.proposals
    assert figures.share == round(100 * figures.implemented / figures.proposals)
    assert year_figures(db, 1999) == YearFigures()
    assert YearFigures().share is None
    assert count_unanswered(db) > 0
