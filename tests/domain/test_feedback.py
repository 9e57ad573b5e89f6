"""Feedback: nobody is known by it."""

from qmsdesk.domain.feedback import QUESTIONS, Feedback, mean_of, remarks_of


def given(*answers: int | None) -> list[Feedback]:
    return [Feedback(str(n), "a", was_useful=answer) for n, answer in enumerate(answers)]


def test_a_mean_waits_for_the_third_answer_to_that_question() -> None:
    assert mean_of(given(1, 5), "was_useful") is None
    assert mean_of(given(1, 5, None), "was_useful") is None
    assert mean_of(given(1, 5, 3), "was_useful") == 3
    assert mean_of(given(1, 5, 3), "was_fair") is None


def test_remarks_wait_too_and_tell_nothing_of_who_wrote_first() -> None:
    said = [Feedback(str(n), "a", remark=text) for n, text in enumerate(["Tack", " ", "Bra dag"])]
    assert remarks_of(said[:2]) == []
    assert remarks_of(said) == ["Bra dag", "Tack"]


def test_every_question_is_a_field() -> None:
    assert set(QUESTIONS) < set(Feedback.__slots__)
