"""Personal data: what points out a person is marked; dates, numbers of records, times and money are left alone."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.personal_data import REASONS, PersonalKind, find_personal_data

IDENTITY = ["19811218-9876", "811218-9876", "8112189876", "198112189876", "121212+1212", "811278-9873", "811218–9876"]
PHONES = (
    """070-123 45 67|0701234567|070 123 45 67|070-1234567|08-123 456 78|08-12345678|08 123 456 78|+46 70 123 45 67
+46701234567|+46 (0)70-123 45 67|0046 8 123 456 78|0243-123 45|0243-12 34 56|021-12 34 56|018/12 34 56|010-123 45 67
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
EMAILS = ["anna.b@kommun.se", "åsa@kommun.se", "a+b@x-y.example.com"]
INNOCENT = (
    """VON 2026-7|VON 2026/000123|KS 2026-000123-4|2026-11-22|20261122|01-02-2026|08-16|08.30-16.00
2026-11-22 08:30|kl 08:30–09:15|08-16 2026-11-22|8.5.1|ISO 9001:2015 8.4.3|12 000 kr|1 200 000|556016-0680
811218-9875|811318-9876|05 10 15 20|0830 0915 1100|07-16 alla dagar
10-15 minuter|2023-2024|vecka 46|A-01|412 svar|5 100 000 000
08 30|a@b
0,5 0,75|@home|016 17 18|1234567890123|0000000000|01234567|070-12|+46|SOSFS 2011:9|192.168.10.120|123456789012345
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("said", IDENTITY)
def test_identity_numbers(said: str) -> None:
    assert_marked(said, PersonalKind.IDENTITY_NUMBER)


@pytest.mark.parametrize("said", PHONES)
def test_phone_numbers(said: str) -> None:
    assert_marked(said, PersonalKind.PHONE)


@pytest.mark.parametrize("said", EMAILS)
def test_addresses(said: str) -> None:
    assert_marked(said, PersonalKind.EMAIL)


def assert_marked(said: str, kind: PersonalKind) -> None:
    for text in (said, f"Hon sa {said}, och gick.", f"({said})", f"{said}.\nMer", f"Tel: {said} eller så"):
        assert [(mark.kind, text[mark.start : mark.end]) for mark in find_personal_data(text)] == [(kind, said)], text


@pytest.mark.parametrize("said", INNOCENT)
def test_what_is_no_personal_data(said: str) -> None:
    for text in (said, f"Vi såg {said} i pärmen.", f"({said})"):
        assert find_personal_data(text) == []


def test_several_in_one_text_stand_in_order() -> None:
    text = "Ring 070-123 45 67 eller skriv till anna@kommun.se om 811218-9876."
    assert [mark.kind.value for mark in find_personal_data(text)] == ["phone", "email", "identity_number"]


def test_every_kind_has_its_reason() -> None:
    assert set(REASONS) == set(PersonalKind)


BIRTHDAYS = st.dates(dt.date(1890, 1, 1), dt.date(2026, 12, 31))


@given(BIRTHDAYS, st.integers(0, 999), st.sampled_from(["-", "", "+"]), st.booleans(), st.booleans())
def test_every_number_with_a_right_last_digit_is_found(
    born: dt.date, serial: int, sign: str, is_long: bool, is_coordination: bool
) -> None:
    day = f"{born:%Y%m}{born.day + 60 * is_coordination:02}"
    digits = f"{day[2:]}{serial:03}"
    total = sum(sum(divmod(int(digit) * (2 - n % 2), 10)) for n, digit in enumerate(digits))
    said = f"{day if is_long else day[2:]}{sign}{serial:03}{-total % 10}"
    assert len(find_personal_data(f"Nr {said}.")) == 1


@given(st.text(alphabet=st.sampled_from("0123456789 -+@.åabc(/\n"), max_size=300))
def test_marks_lie_in_the_text_and_never_over_each_other(text: str) -> None:
    marks = find_personal_data(text)
    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start < mark.end <= len(text) for end, mark in zip(ends, marks, strict=False))


@given(st.integers(2000, 2030), st.integers(1, 99_999), st.sampled_from(["VON", "KS", "BUN"]))
def test_a_registration_number_is_never_marked(year: int, number: int, prefix: str) -> None:
    assert find_personal_data(f"{prefix} {year}-{number}") == []


@given(st.dates(), st.dates())
def test_dates_and_spans_are_never_marked(first: dt.date, last: dt.date) -> None:
    for text in (f"{first}", f"{first}–{last}", f"{first} {last}", f"{first} kl 08.30–16.00"):
        assert find_personal_data(text) == []
