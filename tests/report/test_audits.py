"""The report of an audit, read back from its bytes."""

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingState, FindingType
from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults, tags
from tests.report.reading import printed_pages

TEXTS = st.text(max_size=60) | st.sampled_from(
    ["x" * 3000, "😀👍🏽🇸🇪", "a\u0301ß\ufb01\u202eabc", "<b>&\"'", "\ud800", "中文", "  \n\n "]
)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "state", [AuditState.DRAFT_REPORT, AuditState.FACT_CHECK, AuditState.FINAL, AuditState.CANCELLED]
)
def test_a_day_is_accessible_and_archivable(language: str, state: AuditState) -> None:
    pdf = audit_report(samples.typical(state), words(language), stamp=samples.STAMP)
    assert failures(pdf) == []
    assert faults(pdf) == []


@pytest.mark.parametrize("dossier", [samples.empty(), samples.overfull()], ids=["empty", "overfull"])
def test_extremes_are_accessible_and_archivable(dossier: Dossier) -> None:
    pdf = audit_report(dossier, words("sv"), stamp=samples.STAMP)
    assert failures(pdf) == []
    assert faults(pdf) == []


def test_the_walk_sees_what_lacks_a_tag() -> None:
    """The walk above must be able to fail: a page number without its mark is found."""
    pdf = audit_report(samples.empty(), words("en"), stamp=samples.STAMP)
    with pikepdf.open(BytesIO(pdf)) as file:
        stream = file.pages[0].Contents
        stream.write(stream.read_bytes() + b" 0 0 9 9 re f")
        out = BytesIO()
        file.save(out)
    assert faults(out.getvalue()) == ["drawn outside the structure: f"]


def test_a_draft_says_so_and_a_final_report_does_not() -> None:
    draft = printed_pages(audit_report(samples.typical(), words("en"), stamp=samples.STAMP))
    final = printed_pages(audit_report(samples.typical(AuditState.FINAL), words("en"), stamp=samples.STAMP))
    assert all("DRAFT" in text for text in draft)
    assert not any("DRAFT" in text for text in final)


def test_chapters_come_in_the_order_of_the_contents() -> None:
    text = "\n".join(printed_pages(audit_report(samples.typical(), words("en"), stamp=samples.STAMP))[1:])
    titles = ["Summary", "About the day", "Since last time", "Strengths", "Nonconformities", "Observations"]
    titles += [
        "Improvement proposals",
        "Overall assessment",
        "Diverging opinions",
        "Action plan",
        "Signatures",
        "Appendix",
    ]
    places = [text.index(f"\n{title}") for title in titles]
    assert places == sorted(places)


def test_contents_and_footers_know_their_pages() -> None:
    pages = printed_pages(audit_report(samples.typical(), words("en"), stamp=samples.STAMP))
    for number, text in enumerate(pages, 1):
        assert f"{number} ({len(pages)})" in text
    listed = dict(line.rsplit(" ", 1) for line in pages[0].splitlines() if line.rsplit(" ", 1)[-1].isdigit())
    for title, number in listed.items():
        if title in ("Strengths", "Action plan", "Signatures"):
            assert f"\n{title}" in "\n" + pages[int(number) - 1]


def test_bookmarks_lead_to_the_chapters() -> None:
    document = pypdfium2.PdfDocument(audit_report(samples.typical(), words("en"), stamp=samples.STAMP))
    marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert ("Summary", 1) in marks
    assert [index for _, index in marks] == sorted(index for _, index in marks)
    document.close()


def test_every_finding_prints_what_was_seen() -> None:
    dossier = samples.typical()
    text = " ".join(" ".join(printed_pages(audit_report(dossier, words("sv"), stamp=samples.STAMP))).split())
    for finding in dossier.findings:
        assert finding.number in text
        assert finding.title in text


def test_typed_signs_are_printed_as_typed() -> None:
    finding = Finding(
        "f", "a", "A-01", FindingType.STRENGTH, "<b>Tvål & vatten</b> \"ja\" 'nej'", evidence="rad ett\nrad två"
    )
    dossier = replace(samples.typical(), findings=(finding,), actions=())
    text = "\n".join(printed_pages(audit_report(dossier, words("sv"), stamp=samples.STAMP)))
    assert "<b>Tvål & vatten</b> \"ja\" 'nej'" in text
    assert "rad ett\nrad två" in text


def test_a_planned_day_promises_nothing() -> None:
    kinds = tags(audit_report(samples.empty(), words("en"), stamp=samples.STAMP))
    text = "\n".join(printed_pages(audit_report(samples.empty(), words("en"), stamp=samples.STAMP)))
    assert "H2" in kinds
    assert "No nonconformities" not in text
    assert "is planned at Home care East" in text


def test_the_same_dossier_is_the_same_file() -> None:
    one, other = (audit_report(samples.typical(), words("en"), stamp=samples.STAMP) for _ in range(2))
    assert one == other


def test_overdue_is_judged_on_the_day_of_printing() -> None:
    action = Action("x", "a", "f-A-03", "Gör", "Chef", due_on=samples.DAY)
    dossier = replace(samples.typical(), actions=(action,))
    today, later = samples.STAMP, samples.STAMP + dt.timedelta(days=1)
    assert "Overdue" not in "".join(printed_pages(audit_report(dossier, words("en"), stamp=today)))
    late = "".join(printed_pages(audit_report(dossier, words("en"), stamp=later)))
    assert "Overdue" in late
    assert "1 action is overdue." in late


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    finding = st.builds(
        Finding,
        id=st.uuids().map(str),
        audit_id=st.just("a"),
        number=TEXTS,
        type=st.sampled_from(FindingType),
        **dict.fromkeys(
            ("title", "requirement", "evidence", "statement", "consequence", "confirmed_by", "diverging_opinion"), TEXTS
        ),
        state=st.sampled_from(FindingState),
    )
    findings = tuple(draw(st.lists(finding, max_size=6)))
    actions = tuple(
        Action(
            f"x{n}",
            "a",
            each.id,
            draw(TEXTS),
            draw(TEXTS),
            due_on=samples.DAY,
            state=draw(st.sampled_from(ActionState)),
        )
        for n, each in enumerate(findings)
    )
    base = samples.typical(draw(st.sampled_from(AuditState)))
    unit = replace(base.unit, name_sv=draw(TEXTS), name_en="")
    audit = replace(
        base.audit, number=draw(TEXTS), summary=draw(TEXTS), scope=draw(TEXTS), registration_number=draw(TEXTS)
    )
    questions = base.questions[: draw(st.integers(0, 4))]
    organisation = replace(base.organisation, name=draw(TEXTS))
    return replace(
        base, findings=findings, actions=actions, unit=unit, audit=audit, questions=questions, organisation=organisation
    )


@settings(max_examples=100, deadline=None, derandomize=True)
@given(dossiers(), st.sampled_from(["sv", "en"]))
def test_whatever_is_typed_the_report_is_valid(dossier: Dossier, language: str) -> None:
    pdf = audit_report(dossier, words(language), stamp=samples.STAMP)
    assert failures(pdf) == []
    assert faults(pdf) == []
