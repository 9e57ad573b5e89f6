"""The alphabet: lists stand in Swedish order, as people look for names in them."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.domain.checklists import Checklist
from qmsdesk.domain.organisation import Department, Unit
from qmsdesk.domain.people import Person
from qmsdesk.store.alphabet import compare, swedish_key
from qmsdesk.store.checklists import list_checklists
from qmsdesk.store.organisation import list_departments, list_units
from qmsdesk.store.people import list_people
from qmsdesk.store.register import Register
from tests.store.town import creations

IN_ORDER = [
    *("", "1 maj", "Anna Åberg", "anna östman", "Bo", "Cecilia", "Élise", "Elof", "Muller", "Myra"),
    *("Vera", "William", "Wilma", "Xerxes", "Yngve", "Zara", "Åke", "Åsa", "Ädel", "Ære", "Ärla", "Öberg", "Ørsted"),
    *("Östen", "Ελένη"),
]


def test_letters_stand_in_their_swedish_order() -> None:
    assert sorted(IN_ORDER, key=swedish_key) == IN_ORDER
    assert sorted(IN_ORDER) != IN_ORDER


@pytest.mark.parametrize(
    ("one", "other"), [("ü", "y"), ("Ü", "Y"), ("é", "e"), ("A\u030a", "Å"), ("Æ", "Ä"), ("ø", "ö")]
)
def test_foreign_letters_stand_with_those_they_sound_like(one: str, other: str) -> None:
    before, after = f"{other}a", f"{other}c"

    assert compare(before, f"{one}b") < 0 < compare(after, f"{one}b")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=6), min_size=3, max_size=3))
def test_the_order_is_one(texts: list[str]) -> None:
    for one, other in itertools.permutations(texts, 2):
        assert compare(one, other) == -compare(other, one)
        assert (compare(one, other) == 0) == (one == other)
    first, second, third = sorted(texts, key=swedish_key)
    assert compare(first, second) <= 0
    assert compare(first, third) <= 0


def test_every_list_of_names_is_in_swedish_order(register: Register) -> None:
    names = ["Öst", "ärla", "Åsen", "Zenit", "yxan", "Wik", "Vik", "björken", "Apeln"]
    records = [
        [
            Department(f"d{n}", name),
            Unit(f"u{n}", f"d{n}", name),
            Person(f"p{n}", name),
            Checklist(f"c{n}", "c", "1", name),
        ]
        for n, name in enumerate(names)
    ]
    register.write(creations([record for of_name in records for record in of_name]))

    expected = ["Apeln", "björken", "Vik", "Wik", "yxan", "Zenit", "Åsen", "ärla", "Öst"]
    assert [department.name_sv for department in list_departments(register.db)] == expected
    assert [unit.name_sv for unit in list_units(register.db)] == expected
    assert [person.name for person in list_people(register.db)] == expected
    assert [line.checklist.title_sv for line in list_checklists(register.db)] == expected
