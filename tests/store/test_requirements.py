"""Requirement sources in the register: editions, clauses in order, and what takes the place of a reference."""

from qmsdesk.domain.records import DELETED, edit_of
from qmsdesk.domain.references import say_edition
from qmsdesk.domain.requirements import Requirement, RequirementMatch, RequirementSource
from qmsdesk.store.register import Register
from qmsdesk.store.requirements import clauses_of, later_of, list_sources, requirement_editions, requirement_titles
from tests.store.town import creations

OLD, NEW = (RequirementSource(year, "ISO9001", year) for year in ("2015", "2026"))
RISKS = Requirement("old", "2015", "6.1", "Risker och möjligheter")
DIVIDED = [Requirement("n1", "2026", "6.1.2", "Risker"), Requirement("n2", "2026", "6.1.3", "Möjligheter")]
MATCHES = [RequirementMatch("m1", "old", "n1"), RequirementMatch("m2", "old", "n2", "Ny")]


def test_a_reference_has_its_places_in_the_later_edition(register: Register) -> None:
    register.write(creations([OLD, NEW, RISKS, *DIVIDED, *MATCHES]), at=None, guarded=False)
    assert later_of(register.db, "ISO9001:6.1") == [(NEW, DIVIDED[0]), (NEW, DIVIDED[1])]
    assert later_of(register.db, "ISO9001:6.1.2") == []
    assert later_of(register.db, "ISO9001") == []
    register.write([edit_of(DIVIDED[0], DELETED, 1)], guarded=False)
    assert later_of(register.db, "ISO9001:6.1") == [(NEW, DIVIDED[1])]


def test_clauses_come_as_people_count_and_editions_after_each_other(register: Register) -> None:
    clauses = [Requirement(clause, "2015", clause) for clause in ("10", "7.10", "SAM", "7.9", "7", "9.1.1")]
    register.write(creations([NEW, OLD, *clauses]), at=None, guarded=False)
    assert [each.clause for each in clauses_of(register.db, "2015")] == ["7", "7.9", "7.10", "9.1.1", "10", "SAM"]
    assert list_sources(register.db) == [OLD, NEW]


def test_the_first_edition_names_what_it_has_and_a_later_one_the_rest(register: Register) -> None:
    moved = Requirement("n3", "2026", "6.1", "Annat")
    register.write(creations([OLD, NEW, RISKS, moved, *DIVIDED]), at=None, guarded=False)
    titles, editions = requirement_titles(register.db), requirement_editions(register.db)
    assert (editions["ISO9001:6.1"], editions["ISO9001:6.1.2"]) == ("2015", "2026")
    assert say_edition("ISO9001:6.1", editions) == "ISO 9001 6.1 (2015)"
    assert say_edition("ISO9001:6.1.2.1", editions) == "ISO 9001 6.1.2.1 (2026)", (
        "a paragraph is of its clause's edition"
    )
    assert (titles["ISO9001:6.1"][0], titles["ISO9001:6.1.2"][0]) == ("Risker och möjligheter", "Risker")


def test_an_edition_that_is_alone_is_not_told(register: Register) -> None:
    register.write(creations([OLD, RISKS]), at=None, guarded=False)
    assert requirement_editions(register.db) == {}
    assert say_edition("ISO9001:6.1", {}) == "ISO 9001 6.1"
