"""Papers for the day, read back from their bytes."""

from dataclasses import replace

import pytest

from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.report.papers import Paper, paper
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages

DOSSIERS = {"empty": samples.empty(), "typical": samples.typical(), "overfull": samples.overfull()}


def read(kind: Paper, dossier: Dossier, language: str = "en") -> str:
    text = " ".join(printed_pages(paper(kind, dossier, words(language), stamp=samples.STAMP)))
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Paper)
@pytest.mark.parametrize("name", DOSSIERS)
def test_papers_are_accessible_and_archivable(name: str, kind: Paper, language: str) -> None:
    pdf = paper(kind, DOSSIERS[name], words(language), stamp=samples.STAMP)
    assert failures(pdf) == []
    assert faults(pdf) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklist_asks_every_question_of_the_day(language: str) -> None:
    dossier, _ = samples.typical(), words(language)
    text = read(Paper.CHECKLIST, dossier, language).replace("- ", "")
    for question in dossier.asked_questions:
        start = _.pick(question, "text")[:40].replace("- ", "")
        assert start in text
    assert _.pick(dossier.questions[-1], "text")[:40] not in text
    for name in VERDICT_NAMES.values():
        assert text.count(_(name)) >= len(dossier.asked_questions)


def test_no_answer_of_the_day_stands_on_the_blank_checklist() -> None:
    dossier = samples.typical()
    text = read(Paper.CHECKLIST, dossier)
    assert "Tiden räckte inte till" not in text
    assert not any(finding.title in text for finding in dossier.findings)


def test_shared_questions_carry_the_initials_of_who_asks() -> None:
    shared = samples.typical()
    alone = replace(shared, audit_questions=())
    assert read(Paper.CHECKLIST, shared).count("KH ") > 5
    assert read(Paper.CHECKLIST, alone).count("KH ") == 1


def test_a_question_stays_on_one_page() -> None:
    dossier = samples.typical()
    pages = [
        " ".join(page.split())
        for page in printed_pages(paper(Paper.CHECKLIST, dossier, words("en"), stamp=samples.STAMP))
    ]
    assert sum(page.count("Not applicable") for page in pages) == len(dossier.asked_questions)
    for question in dossier.asked_questions:
        (page,) = [page for page in pages if question.text_en[:30] in page]
        assert question.evidence_en[-20:].split()[-1] in page


def test_the_plan_says_times_people_and_places() -> None:
    dossier = samples.typical()
    text = read(Paper.PLAN, dossier)
    for slot in dossier.plan:
        assert all(part in text for part in (f"{slot.starts_at:%H:%M}", slot.what, slot.who, slot.place))
    assert "Karin Holm, quality coordinator (lead auditor)" in text
    assert "Care Department, Granälva kommun" in text
    assert "The day has no plan yet." in read(Paper.PLAN, samples.empty())


def test_pages_are_numbered() -> None:
    pages = printed_pages(paper(Paper.CHECKLIST, samples.typical(), words("sv"), stamp=samples.STAMP))
    assert all(f"{number} ({len(pages)})" in text for number, text in enumerate(pages, 1))
