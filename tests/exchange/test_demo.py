"""The demo: the facts others build on, that its records keep the rules of the house, and that it is quick."""

import datetime as dt
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from qmsdesk.domain.actions import ActionState, ProposalReply
from qmsdesk.domain.audits import AuditKind, AuditState, TeamRole, refuse_own_unit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import FindingState, FindingType, missing_parts
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.notes import Note
from qmsdesk.domain.openings import cards_done, people_present, script_of
from qmsdesk.domain.organisation import Certificate, Unit
from qmsdesk.domain.people import Person, PersonRole, Tenure
from qmsdesk.domain.programmes import Programme
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.requirements import UnitSource
from qmsdesk.domain.times import TimePhase, TimeSide
from qmsdesk.exchange.demo import fill_demo
from qmsdesk.i18n import words
from qmsdesk.store.actions import count_overdue, list_actions
from qmsdesk.store.audits import find_audit, list_audits
from qmsdesk.store.bookmarks import bookmark
from qmsdesk.store.changes import broken_chains, history
from qmsdesk.store.database import Connection
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.register import Register, open_reader
from qmsdesk.store.rows import select
from tests.exchange.demo_registers import DEMO_DAY, make_demo

NUMBERS = [
    *("2024-01", "2024-02", "2024-03", "2024-04"),
    *("2025-01", "2025-02", "2025-03", "2025-04", "2025-05"),
    *("2026-01", "2026-02", "2026-03", "2026-04", "2026-05"),
]


def dossier(db: Connection, number: str) -> Dossier:
    return load_dossier(db, find_audit(db, number).id)


@pytest.fixture(scope="module", params=NUMBERS)
def audit(request: pytest.FixtureRequest, demo: Connection) -> Dossier:
    return dossier(demo, request.param)


def test_it_holds_what_the_others_build_on(demo: Connection) -> None:
    assert sorted(line.audit.number for line in list_audits(demo)) == NUMBERS
    assert Counter(finding for (finding,) in demo.execute("SELECT type FROM finding")) == {
        FindingType.NONCONFORMITY_MAJOR: 1,
        FindingType.NONCONFORMITY_MINOR: 8,
        FindingType.OBSERVATION: 7,
        FindingType.IMPROVEMENT: 17,
        FindingType.STRENGTH: 12,
    }
    assert Counter(line.action.state for line in list_actions(demo)) == {
        ActionState.CLOSED: 16,
        ActionState.IN_PROGRESS: 5,
        ActionState.IMPLEMENTED: 3,
        ActionState.DECLINED: 1,
    }
    assert len(select(demo, Unit)) == 8
    assert len(select(demo, Person)) == 16
    assert len(select(demo, Tenure)) == 8
    assert len(select(demo, Programme)) == 3
    assert len(select(demo, Certificate)) == 2
    assert len(select(demo, UnitSource)) == 29


def test_four_actions_are_overdue_and_two_had_no_effect(demo: Connection) -> None:
    actions = [line.action for line in list_actions(demo)]

    assert count_overdue(demo, "2026-11-20") == 4
    assert sum(action.is_overdue(dt.date(2026, 11, 20)) for action in actions) == 4
    assert sum(action.is_effective is False for action in actions) == 2


def test_the_laptop_is_samiras_and_her_day_is_today(demo: Connection) -> None:
    today = dossier(demo, "2026-05")

    assert today.lead is not None
    assert today.lead.name == "Samira Noorlund"
    assert bookmark(demo, "owner") == today.lead.id
    assert today.audit.date == DEMO_DAY
    assert (today.audit.state, today.audit.kind) == (AuditState.PREPARING, AuditKind.IMPROVEMENT_DAY)
    assert [today.person(member.person_id).name for member in today.team] == ["Samira Noorlund", "Elin Brattsele"]
    assert len(today.asked_questions) == 33
    assert len(today.plan) == 9
    assert (today.audit.starts_at, today.audit.ends_at) == (dt.time(8, 30), dt.time(15, 30))
    assert (today.answers, today.notes, today.findings, today.time_entries) == ((), (), (), ())
    assert today.earlier is not None
    assert today.earlier.audit.number == "2024-03"


def test_a_held_day_was_opened_with_people_and_closed(audit: Dossier) -> None:
    figures = {(figure.side, figure.phase): figure for figure in audit.times}

    if audit.audit.is_ahead:
        assert (audit.audit.opened_at, audit.opening_checks, audit.participants) == (None, (), ())
        return
    assert cards_done(audit.opening_checks) == {card.key for card in script_of(audit.audit.kind)}
    assert people_present(audit.participants) == figures[TimeSide.UNIT, TimePhase.DAY].share.people
    for side in TimeSide:
        day = figures[side, TimePhase.DAY]
        assert day.is_corrected
        assert day.share == day.proposal


def test_nobody_audits_the_own_unit(audit: Dossier) -> None:
    team = [audit.person(member.person_id) for member in audit.team]

    refuse_own_unit([person for person in team if person], audit.unit)
    assert [member.role for member in audit.team].count(TeamRole.LEAD) == 1
    assert audit.team[0].role is TeamRole.LEAD
    assert audit.lead is not None
    assert audit.lead.role is PersonRole.LEAD_AUDITOR


def test_each_audit_says_why_what_and_by_what(audit: Dossier) -> None:
    assert audit.audit.objective
    assert audit.audit.scope.startswith(audit.unit.name_sv)
    assert audit.audit.criteria.endswith("enhetens egna rutiner och beslut")
    assert audit.audit.programme_id
    assert bool(audit.audit.summary) is not audit.audit.is_ahead


def test_each_held_audit_has_answered_every_question(audit: Dossier) -> None:
    asked = set() if audit.audit.is_ahead else {question.id for question in audit.asked_questions}

    assert audit.standing.keys() == asked
    assert all(answer.is_settled and answer.is_agreed for answer in audit.answers)


def test_each_finding_is_complete_and_rests_on_a_note_and_a_question(audit: Dossier) -> None:
    noted = {link.finding_id for link in audit.finding_notes}
    verdicts = {question_id: answer.verdict for question_id, answer in audit.standing.items()}

    for finding in audit.findings:
        assert not missing_parts(finding)
        assert finding.id in noted
        if finding.type.is_nonconformity:
            assert finding.statement == f"{finding.title}."
            assert verdicts[finding.question_id] == "not_fulfilled"
        elif finding.type is FindingType.OBSERVATION:
            assert verdicts[finding.question_id] == "partly"
    assert [finding.number for finding in audit.findings] == [f"F{n:02d}" for n in range(1, len(audit.findings) + 1)]


def test_notes_are_written_by_the_team_on_the_day(audit: Dossier) -> None:
    team = {member.person_id: member.role for member in audit.team}

    for note in audit.notes:
        assert team[note.author_id] is not TeamRole.TRAINEE
        assert note.at.astimezone().date() == audit.audit.date
        assert audit.audit.starts_at < note.at.astimezone().time() < audit.audit.ends_at


def test_only_the_draft_is_not_yet_agreed(audit: Dossier) -> None:
    expected = FindingState.DRAFT if audit.audit.number == "2026-04" else FindingState.AGREED

    assert {finding.state for finding in audit.findings} <= {expected}


def test_the_plan_fills_the_day_without_a_gap(audit: Dossier) -> None:
    slots = audit.plan

    assert (slots[0].starts_at, slots[-1].ends_at) == (audit.audit.starts_at, audit.audit.ends_at)
    assert all(before.ends_at == after.starts_at for before, after in pairwise(slots))
    assert all(slot.what and slot.who for slot in slots)


def test_what_is_done_says_what_was_done_and_who_checked(audit: Dossier) -> None:
    for action in audit.actions:
        assert bool(action.done) is (action.done_on is not None)
        assert action.owner
        if action.is_effective is not None:
            assert action.effect_checked_by not in (None, action.owner_id)


def test_each_proposal_with_an_action_has_its_answer_and_reason(demo: Connection) -> None:
    for line in list_actions(demo):
        if line.finding.type is FindingType.IMPROVEMENT:
            no = line.action.state is ActionState.DECLINED
            assert line.action.reply is (ProposalReply.NO if no else ProposalReply.YES)
            assert line.action.reply_reason
        else:
            assert line.action.reply is None


def test_the_nonconformity_of_2024_comes_back_in_2026(demo: Connection) -> None:
    again = next(finding for finding in dossier(demo, "2026-03").findings if finding.repeat_of_id)
    before = next(each for each in dossier(demo, "2024-04").findings if each.id == again.repeat_of_id)

    assert again.requirement == before.requirement == "ISO9001:7.3"
    assert again.question_id == before.question_id


def test_two_findings_of_the_draft_are_confidential(demo: Connection) -> None:
    assert [each.is_confidential for each in dossier(demo, "2026-04").findings] == [True, True, False, False, False]


def test_a_certified_unit_is_asked_only_about_the_scope_of_the_day(demo: Connection) -> None:
    held = dossier(demo, "2026-01")

    sections = {section.id: section.code for section in held.sections}
    assert {sections[question.section_id] for question in held.asked_questions} == {"c8a", "c8b"}
    assert len(held.asked_questions) + len(held.left_out) == len(held.questions) == 67


def test_history_stands_on_the_day_and_in_the_leads_name(demo: Connection) -> None:
    held = dossier(demo, "2025-03")

    changes = history(demo, held.findings[0].id)
    assert {change.at.astimezone().date() for change in changes} == {held.audit.date}
    assert {change.author_id for change in changes} == {held.lead.id if held.lead else None}
    assert broken_chains(demo) == []


def test_it_is_the_same_everywhere(demo: Connection, tmp_path: Path) -> None:
    other = open_reader(make_demo(tmp_path / "other.qmsdesk", "sv"))

    assert find_audit(other, "2026-05").id == derived_id("demo", "2026-05")
    for number in ("2024-01", "2026-04", "2026-05"):
        assert dossier(other, number) == dossier(demo, number)
    other.close()


def test_it_speaks_the_language_it_was_given(demo: Connection, tmp_path: Path) -> None:
    english = open_reader(make_demo(tmp_path / "english.qmsdesk", "en"))

    for number in NUMBERS:
        swede, brit = dossier(demo, number), dossier(english, number)
        assert [each.id for each in brit.findings] == [each.id for each in swede.findings]
        for ours, theirs in zip(swede.findings, brit.findings, strict=True):
            assert ours.title != theirs.title
        for ours, theirs in zip(swede.actions, brit.actions, strict=True):
            assert ours.text != theirs.text
            assert ours.owner != theirs.owner
        assert swede.audit.objective != brit.audit.objective
        assert brit.plan[0].what == "Opening meeting"
    english.close()


def test_no_texts_of_the_demo_are_missing_in_either_language(tmp_path: Path) -> None:
    for language in ("sv", "en"):
        db = open_reader(make_demo(tmp_path / f"{language}.qmsdesk", language))
        for table, fields in {"finding": "title evidence", "note": "text", "action": "text owner"}.items():
            for field in fields.split():
                assert db.execute(f"SELECT count(*) FROM {table} WHERE {field} = ''").fetchone() == (0,)
        assert all(words(language).pick(unit, "name") and unit.name_sv != unit.name_en for unit in select(db, Unit))
        db.close()


def test_the_rows_are_what_the_log_says(tmp_path: Path) -> None:
    path = make_demo(tmp_path / "demo.qmsdesk", "sv")
    register = Register(path, "laptop-1")
    before = [load_dossier(register.db, line.audit.id) for line in list_audits(register.db)]

    register.rebuild()

    assert [load_dossier(register.db, line.audit.id) for line in list_audits(register.db)] == before
    register.close()


def test_the_day_moves_with_today(register: Register) -> None:
    fill_demo(register, dt.date(2027, 2, 1), "en")

    assert find_audit(register.db, "2026-05").date == dt.date(2027, 2, 1)
    assert find_audit(register.db, "2026-04").date == dt.date(2026, 10, 14)


def test_a_filled_demo_can_be_worked_in(register: Register) -> None:
    fill_demo(register, DEMO_DAY, "sv")
    audit = find_audit(register.db, "2026-05")
    note = Note("n-1", audit.id, register.owner_id or "", dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC), "hej")

    register.write(creation_of(note))

    assert load_dossier(register.db, audit.id).notes == (note,)


def test_it_is_there_at_once(register: Register) -> None:
    started = time.process_time()
    fill_demo(register, DEMO_DAY, "sv")

    assert time.process_time() - started < 1.5
