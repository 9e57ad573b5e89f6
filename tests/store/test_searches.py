"""Full-text search: Swedish letters, word beginnings, and nothing found of what is gone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.notes import Note
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.register import Register
from qmsdesk.store.searches import find_texts
from tests.store.town import FINDING, MOMENT

NOTE = Note("n9", "a1", "p1", MOMENT, "Åtgärderna följs upp på APT varje månad, säger Östens grupp.")


def entities(register: Register, said: str) -> list[str]:
    return [hit.entity for hit in find_texts(register.db, said, 20)]


@pytest.fixture
def written(town: Register) -> Register:
    town.write(creation_of(NOTE))
    return town


@pytest.mark.parametrize("said", ["åtgärderna", "ÅTGÄRD", "öst", "följs upp", "apt mån", "upp FÖLJS"])
def test_words_and_beginnings_of_words_are_found(written: Register, said: str) -> None:
    assert entities(written, said) == [NOTE.id]


@pytest.mark.parametrize("said", ["atgard", "ost", "tgärder", "", '"', "AND", "NOT", "åtgärd saknas"])
def test_other_letters_are_other_words_and_signs_are_no_commands(written: Register, said: str) -> None:
    assert NOTE.id not in entities(written, said)


def test_a_hit_tells_where_it_is_and_the_passage(written: Register) -> None:
    (hit,) = find_texts(written.db, "månad", 5)

    assert (hit.kind, hit.audit_id) == ("note", "a1")
    assert "APT varje månad" in hit.text


def test_of_a_word_that_stands_everywhere_the_newest_are_weighed(town: Register) -> None:
    notes = [Note(f"m{n:04d}", "a1", "p1", MOMENT, f"Morgonmötet {n}: " + "hölls som vanligt " * 5) for n in range(520)]
    notes[-3] = replace(notes[-3], text="Morgonmötet ställdes in")
    town.write([edit for note in notes for edit in creation_of(note)])
    found = entities(town, "morgonmöte")
    assert len(found) == 20
    assert found[0] == notes[-3].id, "the shortest of the newest"
    assert notes[5].id not in found
    assert notes[0].id in entities(town, "morgonmötet 0"), "another word brings back the old ones"


def test_every_field_that_holds_words_is_found(town: Register) -> None:
    assert FINDING.id in entities(town, FINDING.title)
    assert FINDING.id in entities(town, FINDING.diverging_opinion)
    assert "x1" in entities(town, "Nytt schema")
    assert "do1" in entities(town, "rutin")
    assert "a1" in entities(town, "Planering")


def test_what_is_changed_or_deleted_is_found_no_more(written: Register) -> None:
    written.write([edit_of(NOTE, "text", "Något annat")])
    assert entities(written, "åtgärderna") == []
    assert entities(written, "något") == [NOTE.id]

    written.write([replace(edit_of(NOTE, "text", 1), field=DELETED)])
    assert entities(written, "något") == []


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    register = Register(tmp_path_factory.mktemp("empty") / "empty.qmsdesk", "device", create=True)
    yield register
    register.close()


@given(said=st.text(max_size=40))
def test_whatever_is_typed_is_no_error(empty: Register, said: str) -> None:
    assert find_texts(empty.db, said, 5) == []
