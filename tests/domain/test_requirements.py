"""Requirements: references, taken apart."""

import pytest

from qmsdesk.domain.requirements import APPLICABILITY_NAMES, Applicability, split_reference


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
