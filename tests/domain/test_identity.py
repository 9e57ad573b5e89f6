"""Identities: sorted as they were made, or the same wherever they are derived."""

import itertools
import uuid

from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.answers import agreed_answer_id, answer_id
from qmsdesk.domain.findings import finding_note_id
from qmsdesk.domain.identity import derived_id, new_id
from qmsdesk.domain.notes import note_link_id


def test_new_ids_sort_as_they_were_made() -> None:
    ids = [new_id() for _ in range(2_000)]

    in_order = sum(first < second for first, second in itertools.pairwise(ids))

    assert in_order >= 1_990  # the clock may be set back meanwhile, or tick slower than we ask
    assert len(set(ids)) == len(ids)


def test_a_new_id_is_a_uuid_of_version_7() -> None:
    for _ in range(200):
        made = uuid.UUID(new_id())
        assert (made.version, made.variant) == (7, uuid.RFC_4122)


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_a_derived_id_is_the_same_everywhere_and_of_version_8(parts: list[str]) -> None:
    made = uuid.UUID(derived_id(*parts))

    assert derived_id(*parts) == str(made)
    assert (made.version, made.variant) == (8, uuid.RFC_4122)


def test_a_derived_id_does_not_change_between_versions() -> None:
    assert derived_id("answer", "a", "q", "p") == "444d53d2-872e-8ff8-93c9-ad6364b3944a"


def test_what_differs_has_another_id() -> None:
    ids = {
        *(answer_id("a", "q", "p"), answer_id("a", "q", "p2"), answer_id("aq", "", "p"), answer_id("a", "", "qp")),
        *(agreed_answer_id("a", "q"), note_link_id("a", "q"), finding_note_id("a", "q")),
    }

    assert len(ids) == 7
