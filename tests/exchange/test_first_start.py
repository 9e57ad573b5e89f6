"""The first start leaves a register that is ready for its first audit, or none at all."""

from pathlib import Path

import pytest

from qmsdesk.domain.errors import RegisterExists
from qmsdesk.domain.people import Person
from qmsdesk.domain.requirements import RequirementSource
from qmsdesk.exchange.first_start import new_register
from qmsdesk.exchange.organisation import ORGANISATION_ID
from qmsdesk.store.checklists import list_checklists
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.rows import get, select


def test_it_holds_owner_organisation_checklists_and_sources(tmp_path: Path) -> None:
    register = new_register(tmp_path / "new" / "r.qmsdesk", "0123456789abcdef", " Karin Holm ")
    try:
        owner = get(register.db, Person, register.owner_id or "")
        assert owner is not None
        assert owner.name == "Karin Holm"
        assert the_organisation(register.db).id == ORGANISATION_ID
        assert {line.checklist.code for line in list_checklists(register.db)} >= {"improvement-day-core"}
        assert len(list_checklists(register.db)) == 2
        assert "ISO9001" in {source.code for source in select(register.db, RequirementSource)}
    finally:
        register.close()


def test_two_laptops_name_the_same_things_alike(tmp_path: Path) -> None:
    ids = []
    for name in ("a", "b"):
        register = new_register(tmp_path / f"{name}.qmsdesk", name, name)
        ids.append({line.checklist.id for line in list_checklists(register.db)} | {the_organisation(register.db).id})
        register.close()
    assert ids[0] == ids[1]


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "r.qmsdesk"
    new_register(path, "a", "Karin").close()
    before = path.read_bytes()
    with pytest.raises(RegisterExists):
        new_register(path, "a", "Eva")
    assert path.read_bytes() == before
