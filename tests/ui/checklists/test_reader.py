"""One checklist to read: each question says what it cost and gave."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.question_figures import NEVER_ASKED, QuestionFigures
from qmsdesk.ui.checklists.reader import ChecklistReader, Content
from qmsdesk.ui.desk import Desk

USED = QuestionFigures(14, 98, {FindingType.IMPROVEMENT: 2}, 1)


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (USED, "Asked 14 times · 1 h 38 min · 2 improvement proposals (1 in use)"),
        (QuestionFigures(1, 7), "Asked 1 time · 7 min · no findings"),
        (NEVER_ASKED, "Not asked yet"),
    ],
)
def test_a_question_says_what_it_cost_and_gave(qtbot: QtBot, desk: Desk, figures: QuestionFigures, said: str) -> None:
    reader = ChecklistReader(desk.theme, desk.words)
    qtbot.addWidget(reader)
    question = Question("q1", "s1", "A1", "i", "Hur planerar ni?", "How do you plan?")
    reader.show_content(
        Content(Checklist("c1", "core", "1"), [Section("s1", "c1", "A", "i")], [question], {"q1": figures}), desk.words
    )
    assert said in [label.text() for label in reader.findChildren(QLabel)]
