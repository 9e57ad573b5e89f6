"""Years, lists, replies and handovers from the register: the demo counted, and the log asked when an answer came."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from qmsdesk.domain.actions import Action, Gathering, ProposalReply
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.errors import UnitNotFound
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.replies import Became
from qmsdesk.i18n import words
from qmsdesk.store.action_lists import action_list
from qmsdesk.store.audits import find_audit
from qmsdesk.store.database import Connection
from qmsdesk.store.figures import year_figures
from qmsdesk.store.follow_up import Wanted, follow_up
from qmsdesk.store.handovers import handover_of
from qmsdesk.store.organisation import find_unit
from qmsdesk.store.register import Register, open_reader
from qmsdesk.store.replies import replies_of
from qmsdesk.store.rows import select
from qmsdesk.store.years import year_of
from tests.exchange.demo_registers import make_demo

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("years") / "demo.qmsdesk", "sv")


@pytest.fixture
def db(demo: Path) -> Iterator[Connection]:
    opened = open_reader(demo)
    yield opened
    opened.close()


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_a_year_counts_as_the_figures_of_today_do(db: Connection, year: int) -> None:
    counts, figures = year_of(db, year).counts, year_figures(db, year)
    assert (counts.days, counts.proposals, counts.implemented) == tuple(figures)


def test_the_years_before_begin_with_the_first_day(db: Connection) -> None:
    assert [each.year for each in year_of(db, 2026).earlier] == [2024, 2025]
    assert year_of(db, 2024).earlier == ()


def test_a_proposal_is_answered_on_the_day_of_its_first_answer_in_the_log(tmp_path: Path) -> None:
    register = Register(make_demo(tmp_path / "own.qmsdesk", "sv"), "laptop")
    year = year_of(register.db, 2026)
    proposal = next(each for each in year.proposals if each.id not in year.answered_on)
    reply = Action("new", proposal.audit_id, proposal.id)
    register.write(creation_of(reply), at=dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC))
    assert proposal.id not in year_of(register.db, 2026).answered_on
    later = [edit_of(reply, "reply", ProposalReply.LATER), edit_of(reply, "reply", ProposalReply.YES)]
    for day, edit in enumerate(later, 5):
        register.write([edit], at=dt.datetime(2026, 11, day, 12, tzinfo=dt.UTC))
    assert year_of(register.db, 2026).answered_on[proposal.id] == dt.date(2026, 11, 5)
    register.write([edit_of(reply, DELETED, 1)], at=None)
    assert proposal.id not in year_of(register.db, 2026).answered_on
    register.close()


def test_a_list_holds_what_the_page_shows_of_one_unit_and_owner_alone(db: Connection) -> None:
    _, wanted = words("en"), Wanted(TODAY, gathering=Gathering.OPEN)
    whole = action_list(db, wanted, _)
    assert {each.action.id for each in whole.listed if each.action} == {
        line.action_id for line in follow_up(db, wanted)
    }
    assert [unit.name_en for unit in whole.units] == sorted(unit.name_en for unit in whole.units)
    unit, owner = whole.units[0], whole.owners[-1]
    assert {each.unit.id for each in action_list(db, wanted, _, unit_id=unit.id).listed} == {unit.id}
    assert {each.owner for each in action_list(db, wanted, _, owner=owner).listed} == {owner}


def test_a_list_of_one_audit_has_its_findings_without_action(db: Connection) -> None:
    audit = find_audit(db, "2026-04")
    held = action_list(db, Wanted(TODAY, audit.id, Gathering.NO_ACTION), words("sv"))
    assert held.listed
    assert {(each.audit.id, each.action) for each in held.listed} == {(audit.id, None)}


def test_replies_of_a_day_or_of_the_last_days_of_its_unit(db: Connection) -> None:
    audit = find_audit(db, "2026-03")
    day, unit = replies_of(db, audit), replies_of(db, audit, is_whole_unit=True)
    assert [each.number for each in day.audits] == ["2026-03"]
    assert [each.number for each in unit.audits] == ["2026-03", "2024-04"]
    assert len(day.that(Became.DONE)) == 2
    assert set(day.said) < set(unit.said)


def test_a_handover_knows_the_manager_what_is_open_and_the_next_day(db: Connection) -> None:
    held = handover_of(db, find_unit(db, "kontaktcenter"), find_audit(db, "2026-05").date)
    assert held.manager is not None
    assert [audit.number for audit in held.ahead] == ["2026-05"]
    home = handover_of(db, find_unit(db, "Home Care East"), TODAY)
    assert [each.audit.number for each in home.audits] == ["2026-03", "2024-04"]
    (open_late, *_rest) = home.open
    assert open_late in home.overdue
    assert home.strengths
    assert home.sources


def test_a_unit_is_found_by_id_name_or_a_part_of_it(db: Connection) -> None:
    unit = find_unit(db, "gata och  PARK")
    assert find_unit(db, unit.id) == find_unit(db, "gata") == unit
    for nobody in ("", "en", "Rymdfart"):
        with pytest.raises(UnitNotFound, match="Kontaktcenter"):
            find_unit(db, nobody)


def test_every_audit_of_the_demo_has_its_year(db: Connection) -> None:
    counted = sum(len(year_of(db, year).audits) for year in (2024, 2025, 2026))
    assert counted == len(select(db, Audit))
