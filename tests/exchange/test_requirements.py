"""Requirements: every reference of the shipped checklists and of the demo has its source, and titles come twice."""

import pytest

from qmsdesk.domain.requirements import Requirement, RequirementSource, split_reference
from qmsdesk.exchange.checklists import read_checklist, shipped_checklists
from qmsdesk.exchange.requirements import import_requirements, shipped_requirements, source_id
from qmsdesk.store.database import Connection
from qmsdesk.store.register import Register
from qmsdesk.store.requirements import requirement_titles


def test_each_title_is_there_in_both_languages() -> None:
    records = shipped_requirements()

    assert all(record.title_sv and record.title_en for record in records)
    assert len({record.id for record in records}) == len(records)
    assert sum(isinstance(record, Requirement) for record in records) == 114


def test_a_source_is_known_by_code_and_edition() -> None:
    (iso,) = [each for each in shipped_requirements() if isinstance(each, RequirementSource) and each.code == "ISO9001"]

    assert iso.id == source_id("ISO9001", "2015")


@pytest.mark.parametrize("path", shipped_checklists(), ids=lambda path: path.stem)
def test_every_reference_of_a_shipped_checklist_has_its_source(path) -> None:
    codes = {record.code for record in shipped_requirements() if isinstance(record, RequirementSource)}

    referred = {split_reference(ref)[0] for question in read_checklist(path).questions for ref in question.refers_to}

    assert referred <= codes


def test_importing_twice_is_importing_once(register: Register) -> None:
    import_requirements(register)
    before = register.db.execute("SELECT count(*) FROM change").fetchone()
    import_requirements(register)

    assert register.db.execute("SELECT count(*) FROM change").fetchone() == before
    assert requirement_titles(register.db)["ISO9001:7.3"] == ("Medvetenhet", "Awareness")
    assert requirement_titles(register.db)["KL"] == ("Kommunallagen (2017:725)", "Local Government Act (2017:725)")


def test_every_finding_of_the_demo_refers_to_a_known_source(demo: Connection) -> None:
    titles = requirement_titles(demo)

    for (requirement,) in demo.execute("SELECT requirement FROM finding"):
        assert split_reference(requirement)[0] in titles
