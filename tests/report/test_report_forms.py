"""The forms of a report and the parts they are made of, read back from their bytes."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.masks import Covers, Mask
from qmsdesk.domain.ready_texts import ReadyPlace, ReadyText
from qmsdesk.domain.report_parts import ReportPart
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report, report_blocks
from qmsdesk.report.paragraphs import Heading
from qmsdesk.report.remarks import Numbered
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults, walk
from tests.report.reading import printed_pages

FORMS = list(ReportForm)
ELECTED = "This is not a report of the municipality's elected auditors."


def small(state: AuditState = AuditState.DRAFT_REPORT) -> Dossier:
    """A day with a little of everything, which is quick to print."""
    whole = samples.typical(state)
    return replace(whole, questions=whole.questions[:6])


def printed(dossier: Dossier, form: ReportForm, language: str = "en") -> list[str]:
    return printed_pages(audit_report(dossier, words(language), stamp=samples.STAMP, form=form))


def joined(dossier: Dossier, form: ReportForm, language: str = "en") -> str:
    return " ".join(" ".join(printed(dossier, form, language)).split())


def with_parts(dossier: Dossier, *parts: ReportPart) -> Dossier:
    return replace(dossier, audit=replace(dossier.audit, report_parts=" ".join(parts)))


def titles(dossier: Dossier, form: ReportForm = ReportForm.FULL) -> list[str]:
    blocks = report_blocks(dossier, words("en"), stamp=samples.STAMP, form=form).blocks
    return [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]


@settings(max_examples=15, deadline=None, derandomize=True)
@given(
    parts=st.lists(st.sampled_from(list(ReportPart)), unique=True),
    form=st.sampled_from(FORMS),
    language=st.sampled_from(["sv", "en"]),
    dossier=st.sampled_from([samples.empty(), small(), replace(small(), findings=(), actions=())]),
)
def test_any_parts_in_any_order_give_a_whole_report(
    parts: list[ReportPart], form: ReportForm, language: str, dossier: Dossier
) -> None:
    pdf = audit_report(with_parts(dossier, *parts), words(language), stamp=samples.STAMP, form=form)
    assert failures(pdf) == []
    assert faults(pdf) == []


@pytest.mark.parametrize("form", [ReportForm.SHORT, ReportForm.FACT_CHECK])
def test_far_too_much_is_accessible_and_archivable(form: ReportForm) -> None:
    whole = samples.overfull()
    dossier = replace(whole, findings=whole.findings[:12], actions=whole.actions[:12])
    pdf = audit_report(dossier, words("sv"), stamp=samples.STAMP, form=form)
    assert failures(pdf) == []
    assert faults(pdf) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_that_it_is_not_of_the_elected_auditors(form: ReportForm) -> None:
    first = " ".join(printed(small(), form)[0].split())
    assert ELECTED in first


def test_parts_come_in_the_order_that_was_chosen() -> None:
    chosen = with_parts(small(), ReportPart.GLOSSARY, ReportPart.ACTION_PLAN, ReportPart.SUMMARY, ReportPart.DAY_PLAN)
    assert titles(chosen) == ["Appendix A. Glossary", "Action plan", "Summary", "Appendix B. Day plan"]


def test_a_short_report_has_three_pages_and_no_cover() -> None:
    pages = printed(samples.typical(), ReportForm.SHORT, "sv")
    assert len(pages) == 3
    assert "Sammanfattning" in pages[0]
    text = " ".join(" ".join(pages).split())
    for finding in samples.typical().findings:
        assert finding.title in text
    assert "Enheten menar att muntlig överenskommelse räcker" in text  # no chapter of its own, so with its finding


def test_the_summary_is_one_page() -> None:
    for language, next_title in (("sv", "Om dagen"), ("en", "About the day")):
        pages = printed(samples.typical(), ReportForm.FULL, language)
        assert pages[2].splitlines()[2:][0].startswith(next_title) or f"\n{next_title}" in pages[2]


def test_a_fact_check_asks_for_comments_on_a_draft() -> None:
    pages = printed(small(AuditState.FINAL), ReportForm.FACT_CHECK)
    assert all("FACT CHECK, DRAFT 2026-11-25" in page for page in pages)
    text = " ".join(" ".join(pages).split())
    assert "Please send your comments to Karin Holm by 2 December 2026." in text
    assert "Signatures" not in titles(small(), ReportForm.FACT_CHECK)
    assert titles(small(), ReportForm.FACT_CHECK)[::20] == ["We ask for your comments"]


def test_a_fact_check_numbers_what_can_be_referred_to() -> None:
    dossier = small()
    blocks = report_blocks(dossier, words("en"), stamp=samples.STAMP, form=ReportForm.FACT_CHECK).blocks
    numbers = [block.number for block in blocks if isinstance(block, Numbered)]
    assert numbers == list(range(1, len(numbers) + 1))
    text = joined(dossier, ReportForm.FACT_CHECK)
    assert all(f"§ {number}" in text for number in numbers)
    assert text.count("Your remarks on §") == len(dossier.findings)


def test_a_masked_copy_says_so_on_every_page_and_hides_what_is_masked(tmp_path: Path) -> None:
    dossier = small(AuditState.FINAL)
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (40, 30), "red").save(photo)
    dossier = replace(
        dossier,
        attachments=(Attachment("at", "a", "0" * 64, "image/jpeg", 9, "Skåpet", finding_id="f-A-04"),),
        masks=(Mask("m", "a", Covers.FINDING, "f-A-04", reason="18:8"),),
    )
    pdf = audit_report(dossier, words("en"), stamp=samples.STAMP, form=ReportForm.MASKED, photos={"at": photo})
    pages = printed_pages(pdf)
    assert all("MASKED COPY" in page for page in pages)
    assert "Nyckelskåpet" not in "".join(pages)
    with pikepdf.open(BytesIO(pdf)) as file:
        assert not any(each.S == "/Figure" and "Skåpet" in str(each.Alt) for each in walk(file.Root.StructTreeRoot.K))
        assert not any(page.get_images() for page in file.pages)


def test_why_a_question_has_no_assessment_is_told_as_it_was() -> None:
    dossier = small()
    parked = Answer("w0", "a", dossier.questions[0].id, "p1", Verdict.PARKED, is_agreed=True)
    told = joined(with_parts(replace(dossier, answers=(parked,)), ReportPart.NOT_EXAMINED), ReportForm.FULL)
    first, second = (told.index(f" 1.{n} ") for n in (1, 2))
    assert "Parked" in told[first:second]
    assert told.count("Not asked") == len(dossier.questions) - 1


def test_ready_texts_replace_the_usual_ones() -> None:
    own = ReadyText("r", ReadyPlace.SAMPLING, "Vi såg fem av fyrtio.", "We saw five of forty.", "a")
    text = joined(replace(small(), ready_texts=(own,)), ReportForm.FULL)
    assert "We saw five of forty." in text
    assert "rests on samples" not in text


def test_the_other_language_of_the_glossary_is_marked() -> None:
    pdf = audit_report(with_parts(small(), ReportPart.GLOSSARY), words("sv"), stamp=samples.STAMP)
    with pikepdf.open(BytesIO(pdf)) as file:
        spoken = {str(each.Lang) for each in walk(file.Root.StructTreeRoot.K) if "/Lang" in each}
    assert spoken == {"en-GB"}


def test_a_short_finding_and_the_room_for_remarks_on_it_stay_on_one_page() -> None:
    base = samples.typical()
    findings = [
        replace(base.findings[n % 5], id=f"f{n}", number=f"A-{n:02d}", statement=samples.LONG[: n * 53 % 400])
        for n in range(60)
    ]
    pages = printed(replace(base, findings=tuple(findings)), ReportForm.FACT_CHECK)

    shown = [re.findall(r"^§ (\d+) .* · A-\d\d\b", page, re.MULTILINE) for page in pages]
    assert sum(map(len, shown)) == len(findings)
    assert shown == [re.findall(r"^Your remarks on § (\d+)$", page, re.MULTILINE) for page in pages]
