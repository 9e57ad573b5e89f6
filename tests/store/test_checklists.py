"""Checklists from the register: editions in their order, and modules with the core they extend."""

from dataclasses import replace

import pytest

from qmsdesk.domain.audits import Audit, AuditQuestion
from qmsdesk.domain.checklists import Checklist, ChecklistState, Question, Section
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.treatments import audit_question_id
from qmsdesk.store.audits import planned_minutes
from qmsdesk.store.checklists import (
    edition_before,
    find_checklist,
    list_checklists,
    load_own,
    newer_edition,
    questions_of,
    sections_of,
)
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.register import Register
from qmsdesk.store.rows import select

CORE = Checklist("core", "core-x", "1.9", "Kärna X", "Core X", ChecklistState.PUBLISHED)
MODULE = Checklist("module", "module-x", "1", "Modul X", "Module X", ChecklistState.PUBLISHED, extends_id="core")
SECTIONS = (
    Section("core-1", "core", "1", "i", "Kärnans del"),
    Section("module-1", "module", "1", "9", "Bara dubbletter"),
    Section("module-2", "module", "2", "i", "Modulens del"),
)
QUESTIONS = (
    Question("c1", "core-1", "c-1", "i", "Samma"),
    Question("m1", "module-1", "m-1", "i", "Samma"),
    Question("m2", "module-2", "m-2", "i", "Egen", minutes=4),
)


@pytest.fixture
def modular(town: Register) -> Register:
    town.write([edit for record in (CORE, MODULE, *SECTIONS, *QUESTIONS) for edit in creation_of(record)])
    return town


def test_a_module_asks_the_core_and_then_its_own_without_doubles(modular: Register) -> None:
    assert [section.id for section in sections_of(modular.db, "module")] == ["core-1", "module-2"]
    assert [question.id for question in questions_of(modular.db, "module")] == ["c1", "m2"]
    assert [question.id for question in load_own(modular.db, "module").questions] == ["m1", "m2"]
    assert [question.id for question in questions_of(modular.db, "core")] == ["c1"]


def test_a_module_counts_all_that_is_asked(modular: Register) -> None:
    lines = {line.checklist.id: line for line in list_checklists(modular.db)}

    assert (lines["module"].questions, lines["module"].minutes) == (2, 11)
    assert (lines["core"].questions, lines["core"].minutes) == (1, 7)


def test_an_audit_with_a_module_holds_both(modular: Register) -> None:
    (audit, *_rest) = select(modular.db, Audit)
    modular.write([edit_of(audit, "checklist_id", "module")])
    dossier = load_dossier(modular.db, audit.id)

    assert list(dossier.numbers.values()) == ["1.1", "2.1"]
    assert planned_minutes(modular.db, dossier.audit) == (2, 11)
    left_out = AuditQuestion(audit_question_id(audit.id, "c1"), audit.id, "c1", is_left_out=True)
    modular.write(creation_of(left_out))
    assert planned_minutes(modular.db, dossier.audit) == (1, 4)


def test_one_that_extends_itself_is_read_as_it_stands(modular: Register) -> None:
    modular.write([edit_of(CORE, "extends_id", "core")])

    assert [question.id for question in questions_of(modular.db, "core")] == ["c1"]


def test_editions_follow_each_other_as_people_count(modular: Register) -> None:
    later = replace(CORE, id="core-10", edition="1.10")
    draft = replace(CORE, id="core-11", edition="1.11", state=ChecklistState.DRAFT)
    modular.write([edit for record in (later, draft) for edit in creation_of(record)])

    assert find_checklist(modular.db, "core-x").id == "core-10"
    assert newer_edition(modular.db, CORE) == later
    assert newer_edition(modular.db, later) is None
    assert edition_before(modular.db, draft) == later
    assert edition_before(modular.db, CORE) is None
