"""Words that a dictionary can judge, and those that are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from qmsdesk.domain.spelling import LONGEST, is_among, plain_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dörren är låst.", ["Dörren", "är", "låst"]),
        ("och/eller (brand-skydd), don't, it’s", ["och", "eller", "brand-skydd", "don't", "it’s"]),
        ("ISO 9001 och SFS 2010:800, kl. 14.30", ["och", "kl"]),
        ("se www.granalva.se eller anna@granalva.se", ["se", "eller"]),
        (r"i C:\mapp och en_fil, https://x.se/rutin", ["och"]),
        ("a å ö", []),
        ("x" * (LONGEST + 1), []),
        ("日本 😀 ordet", ["日本", "ordet"]),
    ],
)
def test_words_are_found_and_codes_are_not(text: str, words: list[str]) -> None:
    assert [word for _, word in words_of(text)] == words


@settings(max_examples=50)
@given(some.text())
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    for place, word in words_of(text):
        assert text[place : place + len(word)] == word


def test_names_are_known_in_both_genitives() -> None:
    known = plain_words(iter(["Anna Öhrn", "Granälva kommun"]))

    assert all(is_among(word, known) for word in ("Anna", "öhrn", "Annas", "Granälvas", "Anna's", "Anna’s"))
    assert not is_among("Annan", known)
