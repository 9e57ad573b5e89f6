"""Main messages: their order, and what one may begin them with."""

from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.main_messages import MainMessage, moved_position, offered_drafts, position_at, said

ROWS = [MainMessage("1", "a", "One", "c"), MainMessage("2", "a", "Two", "i"), MainMessage("3", "a", "Three", "r")]


def test_an_emptied_message_says_nothing() -> None:
    assert said([*ROWS, MainMessage("4", "a", "  ", "z")]) == ROWS


def test_a_new_message_gets_its_place() -> None:
    assert position_at(ROWS, 0) < "c"
    assert "c" < position_at(ROWS, 1) < "i"
    assert position_at(ROWS, 3) > "r"
    assert position_at([], 0)


def test_a_message_moves_by_one() -> None:
    up, down = moved_position(ROWS, "3", -1), moved_position(ROWS, "1", 1)

    assert up is not None
    assert "c" < up < "i"
    assert down is not None
    assert "i" < down < "r"


def test_the_first_goes_no_further_up_and_the_last_no_further_down() -> None:
    assert moved_position(ROWS, "1", -1) is None
    assert moved_position(ROWS, "3", 1) is None


def test_drafts_are_strengths_and_then_nonconformities_not_told_yet() -> None:
    findings = [
        Finding("n", "a", "A-01", FindingType.NONCONFORMITY_MINOR, "Late"),
        Finding("o", "a", "A-02", FindingType.OBSERVATION, "Seen"),
        Finding("s", "a", "A-03", FindingType.STRENGTH, "Well met"),
        Finding("t", "a", "A-04", FindingType.STRENGTH, "One"),
        Finding("u", "a", "A-05", FindingType.STRENGTH, " "),
    ]

    assert [finding.id for finding in offered_drafts(findings, ROWS)] == ["s", "n"]
