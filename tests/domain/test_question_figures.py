"""What a question gave, said in a line: what is worth most first, and nothing that was not found."""

import pytest

from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.question_figures import NEVER_ASKED, QuestionFigures, say_found
from qmsdesk.i18n import words

MIXED = {
    FindingType.STRENGTH: 1,
    FindingType.NONCONFORMITY_MAJOR: 1,
    FindingType.NONCONFORMITY_MINOR: 2,
    FindingType.IMPROVEMENT: 4,
}


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (NEVER_ASKED, "no findings"),
        (QuestionFigures(3, 21), "no findings"),
        (QuestionFigures(9, 63, {FindingType.OBSERVATION: 2}), "2 observations"),
        (QuestionFigures(9, 63, {FindingType.IMPROVEMENT: 1}), "1 improvement proposal"),
        (QuestionFigures(9, 63, MIXED, 3), "4 improvement proposals (3 in use), 3 nonconformities, 1 strength"),
    ],
)
def test_what_was_found_is_said(figures: QuestionFigures, said: str) -> None:
    assert say_found(figures, words("en")) == said
