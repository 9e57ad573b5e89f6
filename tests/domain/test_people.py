"""People: how they are called for short."""

import pytest

from qmsdesk.domain.people import ROLE_NAMES, Person, PersonRole


@pytest.mark.parametrize(
    ("name", "initials", "first_name"),
    [
        ("Anna Ek", "AE", "Anna"),
        ("Åsa Maria Öberg", "ÅM", "Åsa"),
        ("  Bo  ", "B", "Bo"),
        ("", "", ""),
        ("   ", "", ""),
    ],
)
def test_short_forms_of_a_name(name: str, initials: str, first_name: str) -> None:
    assert Person("p", name).initials == initials
    assert Person("p", name).first_name == first_name


def test_every_role_has_a_name() -> None:
    assert set(ROLE_NAMES) == set(PersonRole)
