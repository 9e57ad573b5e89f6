"""A checklist by itself as PDF: everything it asks is in it, and the file is accessible and archivable."""

import datetime as dt

import pytest

from qmsdesk.domain.checklists import Checklist, Commonality, Question, Section
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.report.checklists import checklist_paper
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages

STAMP = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
CHECKLIST = Checklist("c", "kitchen", "2.0", title_sv="Kök", title_en="Kitchen")
SECTIONS = [Section("s", "c", "cold", "a", "Kyla", "Cold"), Section("t", "c", "empty", "b", "Tomt", "Empty")]
QUESTION = Question(
    "q",
    "s",
    "cold-1",
    "a",
    *("Hur kallt är det?", "How cold is it?", "Läs av.", "Read it.", "Logg", "Log"),
    refers_to=("LIVS:1",),
    minutes=4,
    must_ask=True,
    condition="kök",
    commonality=Commonality.PARAMETER,
    parameter="grader",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_checklist_is_printed_whole(language: str) -> None:
    pdf = checklist_paper(CHECKLIST, SECTIONS, [QUESTION], words(language), organisation="Granåsa", stamp=STAMP)

    _ = words(language)
    told = " ".join(" ".join(printed_pages(pdf)).split())
    for text in (*(_.pick(QUESTION, name) for name in ("text", "guidance", "evidence")), "LIVS:1", "cold-1", "kök"):
        assert text in told
    assert f"1 {_.pick(SECTIONS[0], 'title')}" in told
    assert _.pick(SECTIONS[1], "title") not in told
    assert (failures(pdf), faults(pdf)) == ([], [])
