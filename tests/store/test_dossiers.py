"""Dossiers from the register: one audit whole, in its order, whatever has been deleted around it."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.checklists import Checklist, ChecklistState, Question, Section
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import AuditNotFound, ChecklistNotFound
from qmsdesk.domain.organisation import Organisation
from qmsdesk.domain.people import Person, Tenure
from qmsdesk.domain.plan import PlanSlot
from qmsdesk.domain.records import edit_of, kind_of
from qmsdesk.domain.requirements import Requirement, RequirementSource
from qmsdesk.store.bookmarks import bookmark, set_bookmark
from qmsdesk.store.checklists import find_checklist, list_checklists, questions_of, sections_of
from qmsdesk.store.dossiers import load_dossier, refresh_dossier
from qmsdesk.store.organisation import certificates_of, the_organisation
from qmsdesk.store.people import manager_of
from qmsdesk.store.register import Register
from qmsdesk.store.requirements import requirement_titles
from tests.store.finals import final_of
from tests.store.town import (
    ANNA,
    AUDIT,
    BO,
    CHECKLIST,
    DAY,
    DEPARTMENT,
    FINDING,
    MOMENT,
    ORGANISATION,
    TOWN,
    UNIT,
    creations,
)

ONE = {
    *("department", "unit", "audit", "checklist", "organisation", "people", "requirement_titles", "earlier", "merged"),
    *("work", "trend", "requirement_editions", "seen_by"),
}


def test_a_dossier_holds_every_record_of_its_audit(town: Register) -> None:
    dossier = load_dossier(town.db, "a1")

    for name in set(Dossier.__dataclass_fields__) - ONE:
        (held,) = getattr(dossier, name)
        assert held in TOWN, name
    assert (dossier.organisation, dossier.department, dossier.unit) == (ORGANISATION, DEPARTMENT, UNIT)
    assert (dossier.audit, dossier.checklist) == (AUDIT, CHECKLIST)
    assert dossier.people == {"p1": ANNA, "p2": BO}
    assert dossier.requirement_titles is not None
    assert dossier.requirement_titles["ISO9001:8.1"] == ("Planering", "Planning")
    assert dossier.earlier is None
    assert dossier.lead == ANNA


@pytest.mark.parametrize("kind", sorted({kind_of(type(record)) for record in TOWN} - {"audit"}))
def test_what_has_changed_is_read_anew_and_nothing_is_forgotten(town: Register, kind: str) -> None:
    before = load_dossier(town.db, "a1")
    gone = [record for record in TOWN if kind_of(type(record)) == kind]
    town.write([edit_of(record, DELETED, 1) for record in gone])

    after = refresh_dossier(town.db, before, {kind})

    assert replace(after, work=before.work) == replace(load_dossier(town.db, "a1"), work=before.work)


def test_the_audit_itself_is_read_anew(town: Register) -> None:
    before = load_dossier(town.db, "a1")
    town.write(final_of(town.path, AUDIT, AuditState.CLOSED))
    assert refresh_dossier(town.db, before, {"note"}).audit == before.audit
    assert refresh_dossier(town.db, before, {"note", "audit"}).audit.state is AuditState.CLOSED


def test_an_old_audit_keeps_its_names_though_all_have_left(town: Register) -> None:
    town.write([edit_of(record, DELETED, 1) for record in (UNIT, DEPARTMENT, CHECKLIST, ANNA, BO)])

    dossier = load_dossier(town.db, "a1")

    assert (dossier.unit, dossier.department, dossier.checklist) == (UNIT, DEPARTMENT, CHECKLIST)
    assert dossier.lead == ANNA


def test_the_last_audit_of_the_unit_comes_with_what_was_found(town: Register) -> None:
    next_one = replace(AUDIT, id="a2", number="2027-01", date=DAY + dt.timedelta(days=365))
    town.write([*final_of(town.path, AUDIT, AuditState.CLOSED), *creations([next_one])])

    earlier = load_dossier(town.db, "a2").earlier

    assert earlier is not None
    assert (earlier.audit.id, earlier.findings, len(earlier.actions)) == ("a1", (FINDING,), 1)


def test_everything_stands_in_its_order(town: Register) -> None:
    town.write(
        creations(
            [
                *(Section("s0", "c1", "B", "a"), Question("q0", "s0", "B1", "z"), Question("q2", "s1", "A0", "a")),
                *(replace(FINDING, id="f0", position="a"), PlanSlot("ps0", "a1", dt.time(8))),
                replace(
                    next(r for r in TOWN if r.__class__.__name__ == "Note"), id="n0", at=MOMENT - dt.timedelta(hours=1)
                ),
            ]
        )
    )

    dossier = load_dossier(town.db, "a1")

    assert [section.id for section in dossier.sections] == ["s0", "s1"]
    assert [question.id for question in dossier.questions] == ["q0", "q2", "q1"]
    assert [finding.id for finding in dossier.findings] == ["f0", "f1"]
    assert [slot.id for slot in dossier.plan] == ["ps0", "ps1"]
    assert [note.id for note in dossier.notes] == ["n0", "n1"]


def test_there_is_no_dossier_of_an_audit_that_is_not_there(town: Register) -> None:
    town.write([edit_of(AUDIT, DELETED, 1)])

    for wanted in ("a1", "nothing"):
        with pytest.raises(AuditNotFound):
            load_dossier(town.db, wanted)


# Checklists


def test_a_checklist_in_a_list_says_how_much_it_asks(town: Register) -> None:
    gone = Question("q9", "s1", "A9", "z", minutes=500)
    town.write(creations([Question("q2", "s1", "A2", "k", minutes=5), gone, Checklist("c2", "own", "1", "Egen")]))
    town.write([edit_of(gone, DELETED, 1)])

    lines = {line.checklist.code: (line.questions, line.minutes, line.audits) for line in list_checklists(town.db)}

    assert lines == {"core": (2, 15, 1), "own": (0, 0, 0)}


def test_a_checklist_is_found_by_id_or_its_newest_edition_by_code(town: Register) -> None:
    newer = Checklist("c2", "core", "2027:1", "Kärnan", state=ChecklistState.PUBLISHED)
    town.write(creations([newer]))

    assert find_checklist(town.db, "core") == newer
    assert find_checklist(town.db, "c1") == CHECKLIST
    with pytest.raises(ChecklistNotFound):
        find_checklist(town.db, "other")


def test_questions_of_a_deleted_section_are_not_asked(town: Register) -> None:
    (section,) = sections_of(town.db, "c1")
    assert [question.id for question in questions_of(town.db, "c1")] == ["q1"]

    town.write([edit_of(section, DELETED, 1)])

    assert questions_of(town.db, "c1") == []


# Organisation, people, requirements, bookmarks


def test_a_new_register_belongs_to_nobody_yet(register: Register) -> None:
    assert the_organisation(register.db) == Organisation("", "")


def test_certificates_of_a_unit(town: Register) -> None:
    assert [certificate.standard for certificate in certificates_of(town.db, "u1")] == ["ISO 9001"]
    assert certificates_of(town.db, "u2") == []


@pytest.mark.parametrize(
    ("day", "manager"),
    [
        (dt.date(2023, 12, 31), None),
        (dt.date(2024, 1, 1), "p2"),
        (dt.date(2025, 6, 30), "p2"),
        (dt.date(2025, 7, 1), "p3"),
    ],
)
def test_who_managed_a_unit_on_a_day(town: Register, day: dt.date, manager: str | None) -> None:
    tenure = next(record for record in TOWN if isinstance(record, Tenure))
    next_one = Tenure("t2", "p3", "u1", dt.date(2025, 7, 1))
    town.write([edit_of(tenure, "until_on", dt.date(2025, 6, 30)), *creations([Person("p3", "Ny"), next_one])])

    found = manager_of(town.db, "u1", day)

    assert (found.id if found else None) == manager


def test_titles_stand_under_their_references(town: Register) -> None:
    town.write(
        creations([RequirementSource("r9", "OSL", "2009"), Requirement("r8", "r9", "5:1", "Diarium", "Register")])
    )

    assert requirement_titles(town.db) == {
        "ISO9001": ("Ledningssystem", "Management systems"),
        "ISO9001:8.1": ("Planering", "Planning"),
        "OSL": ("", ""),
        "OSL:5:1": ("Diarium", "Register"),
    }


def test_a_bookmark_is_where_it_was_put_last(town: Register) -> None:
    assert bookmark(town.db, "question") is None
    for question in ("q1", "q2"):
        set_bookmark(town.db, "question", question)

    assert bookmark(town.db, "question") == "q2"


def test_a_finding_taken_in_by_another_stands_aside(town: Register) -> None:
    twin = replace(FINDING, id="f2", number="B-01", merged_into_id=FINDING.id)
    town.write(creations([twin]))

    dossier = load_dossier(town.db, "a1")

    assert dossier.findings == (FINDING,)
    assert dossier.merged == (twin,)
