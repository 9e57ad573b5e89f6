"""What a report says as data: all of it, nothing more, and as its schema describes it."""

import datetime as dt
import json
from dataclasses import replace
from io import BytesIO

import jsonschema
import pikepdf
import pytest

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.notes import Note
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.i18n import words
from qmsdesk.paths import resource
from qmsdesk.report.audits import audit_report
from qmsdesk.report.data import FILE_NAME, SCHEMA, report_data
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages

DESCRIBED = json.loads(resource("schemas", f"{SCHEMA}.schema.json").read_text(encoding="utf-8"))
FIRST = ReportIssue("r1", "a", 1, ReportForm.FULL, "sv", samples.STAMP, "ab" * 32, is_final=True)
SECOND = replace(FIRST, id="r2", version=2, changes="Ett datum är rättat.", issued_at=samples.STAMP)


def data_of(dossier: Dossier, form: ReportForm = ReportForm.FULL, language: str = "sv") -> dict[str, object]:
    """The data as it stands in a file."""
    held = report_data(dossier, words(language), stamp=samples.STAMP, form=form)
    return json.loads(json.dumps(held))  # type: ignore[no-any-return]


def strict(schema: object) -> object:
    """The schema without room for what it does not name."""
    if isinstance(schema, dict):
        closed = {"additionalProperties": False} if "properties" in schema else {}
        return {name: strict(held) for name, held in schema.items()} | closed
    return [strict(held) for held in schema] if isinstance(schema, list) else schema


def test_the_schema_is_one_and_says_what_each_field_is() -> None:
    jsonschema.Draft202012Validator.check_schema(DESCRIBED)

    def told(schema: dict[str, object]) -> None:
        assert schema.get("description"), schema
        for each in schema.get("properties", {}).values():  # type: ignore[attr-defined]
            told(each)
        if "items" in schema:
            told(schema["items"])  # type: ignore[arg-type]

    told(DESCRIBED)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("form", [ReportForm.FULL, ReportForm.SHORT, ReportForm.FACT_CHECK])
def test_every_report_is_as_the_schema_says(form: ReportForm, language: str) -> None:
    checker = jsonschema.Draft202012Validator(strict(DESCRIBED), format_checker=jsonschema.FormatChecker())
    opened = dt.datetime(2026, 11, 25, 7, 34, 5, 123000, tzinfo=dt.UTC)
    typical = samples.typical(AuditState.FINAL)
    final = replace(typical, report_issues=(FIRST, SECOND), audit=replace(typical.audit, opened_at=opened))
    for dossier in (samples.empty(), samples.typical(), final, samples.signed(), samples.overfull()):
        assert [error.message for error in checker.iter_errors(data_of(dossier, form, language))] == []


def test_the_data_says_what_the_report_says() -> None:
    dossier = replace(samples.typical(AuditState.FINAL), report_issues=(FIRST, SECOND))
    data = report_data(dossier, words("sv"), stamp=samples.STAMP)

    assert [finding["number"] for finding in data["findings"]] == [finding.number for finding in dossier.findings]
    assert data["report"] == {
        "form": "full",
        "language": "sv",
        "is_final": True,
        "version": 2,
        "changes": "Ett datum är rättat.",
        "stamp": "2026-11-25T15:42:00+01:00",
    }
    assert data["team"][0] == {"role": "lead", "name": "Karin Holm"}
    assert data["audit"]["registration_number"] == "ON 2026/00131"
    assert data["counts"]["questions"] == len(dossier.asked_questions) == len(data["answers"])
    printed = " ".join(" ".join(printed_pages(audit_report(dossier, words("sv"), stamp=samples.STAMP))).split())
    for each in (*data["findings"], *data["actions"]):
        assert " ".join(each.get("title", each.get("text")).split()) in printed
    assert "Version 2" in printed
    assert "Ett datum är rättat." in printed


def test_a_draft_has_no_version() -> None:
    data = report_data(replace(samples.typical(), report_issues=(FIRST,)), words("en"), stamp=samples.STAMP)
    assert (data["report"]["is_final"], data["report"]["version"]) == (False, None)


def test_a_short_report_carries_no_more_than_it_says() -> None:
    data = report_data(samples.typical(), words("en"), stamp=samples.STAMP, form=ReportForm.SHORT)
    assert "answers" not in data
    assert "team" not in data
    assert data["findings"]


def test_what_is_not_printed_is_not_in_the_data_either() -> None:
    at = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)
    dossier = replace(
        samples.typical(),
        notes=(Note("n1", "a", "p1", at, "HEMLIGT ord"), Note("n2", "a", "p1", at, "TILLBAKA", is_withdrawn=True)),
        attachments=(Attachment("at1", "a", "0" * 64, "application/pdf", 9, "TILLBAKA fil", note_id="n2"),),
        merged=(Finding("f-m", "a", "B-09", title="Uppgick i en annan", merged_into_id="f-A-03"),),
    )
    text = json.dumps(report_data(dossier, words("sv"), stamp=samples.STAMP), ensure_ascii=False)
    for silent in ("HEMLIGT", "TILLBAKA", "Uppgick", "B-09", "Bra fika"):
        assert silent not in text


def test_the_report_carries_its_data_and_stays_valid() -> None:
    dossier = replace(samples.typical(AuditState.FINAL), report_issues=(FIRST, SECOND))
    pdf = audit_report(dossier, words("sv"), stamp=samples.STAMP)
    assert failures(pdf) == []
    assert faults(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        carried = json.loads(file.attachments[FILE_NAME].get_file().read_bytes())
    assert carried == data_of(dossier)


def test_the_same_input_is_the_same_file_but_for_its_stamp() -> None:
    later = samples.STAMP + dt.timedelta(seconds=1)
    one, again, other = (
        audit_report(samples.typical(), words("sv"), stamp=stamp) for stamp in (samples.STAMP, samples.STAMP, later)
    )
    assert one == again
    assert one != other
    unlike = [(a, b) for a, b in zip(objects(one), objects(other), strict=True) if a != b]
    assert 0 < len(unlike) <= 4  # its data, what holds their sum, its metadata and its facts


def objects(pdf: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [each.read_bytes() if isinstance(each, pikepdf.Stream) else each.unparse() for each in file.objects]
