"""Texts: what is kept of them, and how long they may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.errors import TextIsTooLong
from qmsdesk.domain.texts import LONGEST, plain_line, plain_text, refuse_long_text
from qmsdesk.i18n import words

ANY = st.text(st.characters())


@given(ANY)
def test_plain_text_can_be_kept_and_stays_as_it_is(text: str) -> None:
    plain = plain_text(text)
    plain.encode()
    assert plain_text(plain) == plain
    assert [letter for letter in plain if letter < " " and letter not in "\n\t"] == []


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))))
def test_letters_digits_and_signs_all_stay(text: str) -> None:
    assert plain_text(text) == plain_line(text) == text


@given(ANY)
def test_a_line_has_no_breaks(text: str) -> None:
    assert len(plain_line(text).splitlines()) <= 1


def test_every_kind_of_break_is_one_break() -> None:
    assert plain_text("a\r\nb\rc\u2028d\x0be\x00f\tg") == "a\nb\nc\nd\nef\tg"
    assert plain_line("a\r\nb\tc") == "a b c"


def test_half_a_pair_is_dropped() -> None:
    assert plain_text("a\ud83db") == "ab"


def test_a_text_that_is_too_long_is_refused_in_one_sentence() -> None:
    refuse_long_text(LONGEST)
    with pytest.raises(TextIsTooLong) as refused:
        refuse_long_text(LONGEST + 1)
    assert "100\u202f000" in refused.value.say(words("en"))
