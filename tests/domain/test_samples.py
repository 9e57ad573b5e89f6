"""Samples: how they are said, when they cannot be true, and how they become evidence."""

import pytest

from qmsdesk.domain.errors import SampleExceedsWhole
from qmsdesk.domain.samples import Sample, missing_in, refuse_sample, samples_at, say_sample, with_samples
from qmsdesk.i18n import words

PLANS = Sample("a", "x", "q1", "care plans", 5, 40)
KEYS = Sample("b", "x", "q1", "", 3, 0)
_ = words("en")


def test_a_sample_is_said_as_people_say_it() -> None:
    assert say_sample(_, PLANS) == "5 of 40 care plans"
    assert say_sample(_, KEYS) == "3 cases"


@pytest.mark.parametrize(("looked_at", "out_of", "is_wrong"), [(41, 40, True), (40, 40, False), (5, 0, False)])
def test_more_than_there_were_cannot_have_been_looked_at(looked_at: int, out_of: int, is_wrong: bool) -> None:
    sample = Sample("a", "x", "q1", "", looked_at, out_of)
    assert sample.exceeds is is_wrong
    if is_wrong:
        with pytest.raises(SampleExceedsWhole, match="41 of 40"):
            refuse_sample(sample)
    else:
        refuse_sample(sample)


def test_only_what_is_whole_and_new_becomes_evidence() -> None:
    held = [PLANS, KEYS, Sample("c", "x", "q1", "cases", 9, 3), Sample("d", "x", "q1", "logs", 0, 12)]
    assert missing_in(_, "", held) == ["5 of 40 care plans", "3 cases"]
    assert missing_in(_, "5 of 40 care plans.", held) == ["3 cases"]
    assert with_samples("Two lacked a date.", ["5 of 40 care plans", "3 cases"]) == (
        "5 of 40 care plans. 3 cases. Two lacked a date."
    )
    assert with_samples("  ", ["3 cases"]) == "3 cases."
    assert with_samples("Seen.", []) == "Seen."


def test_samples_belong_to_their_question() -> None:
    assert samples_at([PLANS, Sample("z", "x", "q2")], "q1") == [PLANS]
    assert samples_at([PLANS], None) == []
