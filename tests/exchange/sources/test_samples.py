"""Checklists that people really have, read with the figures a careful person would give."""

from pathlib import Path
from typing import Any

import pytest

from qmsdesk.exchange.sources.files import understand
from qmsdesk.exchange.yaml_files import read_yaml
from qmsdesk.i18n import words

SAMPLES = Path(__file__).parents[2] / "samples" / "checklists"
FIGURES: dict[str, list[Any]] = read_yaml(SAMPLES / "figures.yaml")


@pytest.mark.parametrize("name", FIGURES)
def test_a_sample_is_understood(name: str) -> None:
    least, most, questions, first, last = FIGURES[name]
    understood = understand(SAMPLES / name)
    asked = [words("en").pick(question, "text") for question in understood.content.questions]
    assert (len(asked), asked[0][: len(first)], asked[-1][: len(last)]) == (int(questions), first, last)
    assert int(least) <= understood.sections <= int(most)
