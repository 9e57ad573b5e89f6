"""Requirements: references, taken apart."""

import pytest

from qmsdesk.domain.requirements import (
    APPLICABILITY_NAMES,
    Applicability,
    RequirementMatch,
    later_clauses,
    parse_clauses,
    split_reference,
)


@pytest.mark.parametrize(
    ("reference", "parts"),
    [
        ("ISO9001:7.3", ("ISO9001", "7.3")),
        (" SOSFS2011-9 : 5 kap. ", ("SOSFS2011-9", "5 kap.")),
        ("ISO9001", ("ISO9001", "")),
        ("A:b:c", ("A", "b:c")),
        ("", ("", "")),
    ],
)
def test_a_reference_has_a_source_and_a_clause(reference: str, parts: tuple[str, str]) -> None:
    assert split_reference(reference) == parts


def test_every_outcome_of_the_needs_analysis_has_a_name() -> None:
    assert set(APPLICABILITY_NAMES) == set(Applicability)


def match(clause: str, later: str) -> RequirementMatch:
    return RequirementMatch(f"{clause}-{later}", clause, later)


@pytest.mark.parametrize(
    ("matches", "latest"),
    [
        ([], ()),
        ([match("a", "b")], ("b",)),
        ([match("b", "c"), match("a", "b")], ("c",)),
        ([match("a", "b"), match("a", "c"), match("c", "d")], ("b", "d")),
        ([match("a", "b"), match("a", "c"), match("b", "d"), match("c", "d")], ("d",)),
        ([match("a", "a")], ()),
        ([match("a", "b"), match("b", "a")], ()),
    ],
)
def test_the_latest_clauses_are_found_also_where_one_was_divided_or_a_circle_was_made(
    matches: list[RequirementMatch], latest: tuple[str, ...]
) -> None:
    assert later_clauses("a", matches) == latest


def test_clauses_are_read_line_by_line() -> None:
    assert parse_clauses(" 4 Processer, rutiner \n\n5\n6.1\tPersonal  \n") == [
        ("4", "Processer, rutiner"),
        ("5", ""),
        ("6.1", "Personal"),
    ]
