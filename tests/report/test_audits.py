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
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingState, FindingType
from qmsdesk.domain.notes import Note
from qmsdesk.domain.regradings import Regrading
from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults, tags, walk
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


def printed(dossier: Dossier, language: str = "en") -> str:
    return " ".join(" ".join(printed_pages(audit_report(dossier, words(language), stamp=samples.STAMP))).split())


def test_the_main_messages_come_first() -> None:
    text = printed(samples.typical())
    places = [text.index(f"{n}. {message.text}") for n, message in enumerate(samples.typical().main_messages, 1)]
    assert places == sorted(places)
    assert places[-1] < text.index("An improvement day was held")


def test_what_the_day_holds_is_told_by_role_and_number() -> None:
    opened = dt.datetime(2026, 11, 25, 7, 34, tzinfo=dt.UTC)
    dossier = samples.typical()
    audit = replace(dossier.audit, opened_at=opened, closed_at=opened + dt.timedelta(hours=7))
    text = printed(replace(dossier, audit=audit))
    for said in (
        *("Opened 08:34, closed 15:34", "Undersköterskor: 5 Enhetschef: 1 Planerare: 2", "Kvalitetsberättelse 2025"),
        *("Sample: 5 of 40 genomförandeplaner", "Sample: 8 helgändringar", "Säger inget om helger."),
        *("The auditors 17 h (before 3, the day 14)", "The unit 11.1 h"),
        *("Was the day useful to you? 4.3 3", "Was it worth the time? 4.0 3"),
    ):
        assert said in text
    assert "Was the day fair?" not in text  # two answered: one could tell who said what


def test_a_drawn_signature_is_drawn_and_said() -> None:
    pdf = audit_report(samples.signed(), words("en"), stamp=samples.STAMP)
    assert failures(pdf) == []
    assert faults(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        alts = [str(each.Alt) for each in walk(file.Root.StructTreeRoot.K) if each.S == "/Figure"]
        drawn = [page for page in file.pages if b"1 J 1 j" in page.Contents.read_bytes()]
    assert alts[-1] == "Signature of Revisionsledare"
    assert len(drawn) == 1
    assert printed(samples.signed()).count("Maria Öberg") == 2


def test_what_nobody_should_read_is_nowhere() -> None:
    dossier = samples.typical()
    at = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)
    findings = (*dossier.findings, Finding("f-m", "a", "B-09", title="Uppgick i en annan", merged_into_id="f-A-03"))
    dossier = replace(
        dossier,
        notes=(Note("n1", "a", "p1", at, "HEMLIGT ord"), Note("n2", "a", "p1", at, "TILLBAKA ord", is_withdrawn=True)),
        attachments=(Attachment("at1", "a", "0" * 64, "application/pdf", 9, "TILLBAKA fil", note_id="n2"),),
        regradings=(
            Regrading("r", "a", "f-A-03", FindingType.OBSERVATION, FindingType.NONCONFORMITY_MINOR, at, "OMRÖSTAT"),
        ),
        findings=findings[:-1],
        merged=findings[-1:],
        actions=(*dossier.actions, Action("x9", "a", "f-m", "Följ med till den andra")),
    )
    pdf = audit_report(dossier, words("sv"), stamp=samples.STAMP)
    text = printed(dossier, "sv")
    with pikepdf.open(BytesIO(pdf)) as file:
        told = text + "".join(str(each.get("/Alt", "")) for each in walk(file.Root.StructTreeRoot.K))
    for silent in ("HEMLIGT", "TILLBAKA", "Uppgick i en annan", "Bra fika", "B-09"):
        assert silent not in told
    assert "A-03 Följ med till den andra" in text
    assert "Ändrad från observation till mindre avvikelse. OMRÖSTAT" in text


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
