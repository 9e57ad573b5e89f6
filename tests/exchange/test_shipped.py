"""What ships, brought into a register that began before it: what is missing, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.phrases import Phrase
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.requirements import Requirement, RequirementSource
from qmsdesk.exchange.shipped import Shipped, missing_in, read_shipped
from qmsdesk.store.checklists import list_checklists
from qmsdesk.store.register import Register
from qmsdesk.store.rows import get, select


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return read_shipped()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    register = Register(tmp_path / "old.qmsdesk", "0123456789abcdef", create=True)
    yield register
    register.close()


def test_an_old_register_gets_all_of_it_once(register: Register, shipped: Shipped) -> None:
    assert missing_in(register.db, shipped) == shipped
    register.write(shipped.edits)

    assert len(list_checklists(register.db)) == len(shipped.checklists)
    assert len(select(register.db, Phrase)) == len(shipped.phrases)
    assert missing_in(register.db, shipped).edits == []


def test_what_was_changed_or_removed_stays_and_only_the_rest_comes(register: Register, shipped: Shipped) -> None:
    phrase, gone, later = shipped.phrases[:3]
    sources = [each for each in shipped.requirements if isinstance(each, RequirementSource)]
    kept = replace(shipped, phrases=(phrase, gone), checklists=shipped.checklists[1:])
    register.write(kept.edits)
    register.write([edit_of(phrase, "text_en", "Ours now"), Edit("phrase", gone.id, DELETED, 1)])
    register.write([Edit("requirement_source", sources[0].id, DELETED, 1)])

    missing = missing_in(register.db, shipped)
    register.write(missing.edits)

    assert later in missing.phrases
    assert missing.requirements == ()
    assert missing.checklists == shipped.checklists[:1]
    held = {each.id: each.text_en for each in select(register.db, Phrase)}
    assert held[phrase.id] == "Ours now"
    assert gone.id not in held
    assert get(register.db, RequirementSource, sources[0].id) is None


def test_a_source_clause_or_edition_that_a_person_made_is_not_doubled(register: Register, shipped: Shipped) -> None:
    first, second = [each for each in shipped.requirements if isinstance(each, RequirementSource)][:2]
    clause = next(
        each for each in shipped.requirements if isinstance(each, Requirement) and each.source_id == second.id
    )
    mine = RequirementSource("mine", first.code, first.edition, "Min", "Mine")
    own = Requirement("own", second.id, clause.clause, "Egen", "Own")
    checklist = replace(shipped.checklists[0].checklist, id="other", title_sv="Vår")
    register.write([edit for each in (mine, second, own, checklist) for edit in creation_of(each)])

    missing = missing_in(register.db, shipped)

    assert first not in missing.requirements
    assert not any(isinstance(each, Requirement) and each.source_id == first.id for each in missing.requirements)
    assert clause not in missing.requirements
    assert shipped.checklists[0] not in missing.checklists
    assert len(missing.checklists) == len(shipped.checklists) - 1
