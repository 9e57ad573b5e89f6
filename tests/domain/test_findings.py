"""Findings: what each type cannot do without, and their numbers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.errors import FindingIsIncomplete
from qmsdesk.domain.findings import (
    PART_NAMES,
    TYPE_NAMES,
    Finding,
    FindingType,
    count_by_type,
    missing_parts,
    needed_parts,
    next_finding_number,
    refuse_agreement,
)

NEEDS = {
    FindingType.NONCONFORMITY_MAJOR: {"title", "requirement", "evidence", "statement"},
    FindingType.NONCONFORMITY_MINOR: {"title", "requirement", "evidence", "statement"},
    FindingType.OBSERVATION: {"title", "evidence"},
    FindingType.IMPROVEMENT: {"title"},
    FindingType.STRENGTH: {"title"},
}
EVERY_PART = dict.fromkeys(PART_NAMES, "said")


@pytest.mark.parametrize("type_", FindingType)
def test_each_type_needs_its_parts(type_: FindingType) -> None:
    assert set(needed_parts(type_)) == NEEDS[type_]
    assert set(missing_parts(Finding("f", "a", "A-01", type_))) == NEEDS[type_]
    assert missing_parts(Finding("f", "a", "A-01", type_, **EVERY_PART)) == ()


@pytest.mark.parametrize("type_", FindingType)
@pytest.mark.parametrize("part", PART_NAMES)
def test_a_finding_is_agreed_only_when_nothing_lacks(type_: FindingType, part: str) -> None:
    finding = replace(Finding("f", "a", "A-01", type_, **EVERY_PART), **{part: "  \n"})

    if part not in NEEDS[type_]:
        refuse_agreement(finding)
        return
    with pytest.raises(FindingIsIncomplete) as refused:
        refuse_agreement(finding)
    assert str(refused.value) == f"Finding A-01 still lacks: {PART_NAMES[part]}. Fill that in first."


def test_only_the_two_grades_are_nonconformities() -> None:
    assert [type_ for type_ in FindingType if type_.is_nonconformity] == list(FindingType)[:2]
    assert set(TYPE_NAMES) == set(FindingType)


@pytest.mark.parametrize(
    ("letter", "taken", "following"),
    [
        ("A", [], "A-01"),
        ("A", ["A-01", "A-09", "B-40"], "A-10"),
        ("B", ["A-01"], "B-01"),
        ("AB", ["AB-03", "A-07"], "AB-04"),
        ("A", ["A-99"], "A-100"),
        ("A", ["A-old", "A-²", "A-", "2026-A-04"], "A-01"),
    ],
)
def test_the_next_number_of_an_auditor(letter: str, taken: list[str], following: str) -> None:
    assert next_finding_number(letter, taken) == following


@given(st.lists(st.builds("A-{}".format, st.text(alphabet="0123456789²x", max_size=3))))
def test_a_number_is_never_given_twice(taken: list[str]) -> None:
    assert next_finding_number("A", taken) not in taken


def test_a_count_names_all_five_types() -> None:
    findings = [Finding("1", "a", "A-01", FindingType.STRENGTH), Finding("2", "a", "A-02", FindingType.STRENGTH)]

    assert count_by_type(findings) == dict.fromkeys(FindingType, 0) | {FindingType.STRENGTH: 2}
    assert list(count_by_type([])) == list(FindingType)
