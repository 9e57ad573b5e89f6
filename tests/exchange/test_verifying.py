"""Whether a file is a report that the register issued: unchanged, signed since, altered, or from elsewhere."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import FileNotFound, FileNotReadable, FileNotWritable
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.domain.versions import as_final, finalising, next_copy, next_final
from qmsdesk.exchange.reports import make_report, report_of
from qmsdesk.exchange.verifying import Standing, carried_data, verify
from qmsdesk.i18n import words
from qmsdesk.store import report_issues
from qmsdesk.store.attachments import file_of, missing_files
from qmsdesk.store.backups import back_up, restore
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.register import Register
from qmsdesk.store.report_issues import issue_report, kept_report
from qmsdesk.store.rows import get
from tests.store.town import ANNA, TOWN, creations

AT = dt.datetime(2026, 11, 25, 14, 42, tzinfo=dt.UTC)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    held = Register(tmp_path / "town.qmsdesk", "laptop-1", create=True)
    held.set_owner(ANNA.id)
    held.write(creations([each for each in TOWN if not isinstance(each, ReportIssue)]))
    yield held
    held.close()


def issued(register: Register, language: str = "sv") -> tuple[bytes, ReportIssue]:
    dossier = load_dossier(register.db, "a1")
    issue = next_final(dossier, language, AT, "VON 2026-7")
    pdf = make_report(register.path, as_final(dossier, issue), words(language), stamp=issue.issued_at)
    return pdf, issue_report(register, issue, pdf, finalising(dossier.audit, issue)[-2:])


def standing(register: Register, pdf: bytes, tmp_path: Path) -> tuple[Standing, int | None]:
    (tmp_path / "file.pdf").write_bytes(pdf)
    verdict = verify(register.db, tmp_path / "file.pdf")
    return verdict.standing, verdict.issue.version if verdict.issue else None


def dossier_of(register: Register) -> Dossier:
    return load_dossier(register.db, "a1")


def test_every_way_a_file_can_stand(register: Register, tmp_path: Path) -> None:
    draft = make_report(register.path, dossier_of(register), words("sv"), stamp=AT)
    pdf, _issue = issued(register)
    saved_again = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.save(saved_again)

    assert standing(register, pdf, tmp_path) == (Standing.ISSUED, 1)
    assert standing(register, pdf + b"more", tmp_path) == (Standing.EXTENDED, 1)
    assert standing(register, saved_again.getvalue(), tmp_path) == (Standing.CHANGED, 1)
    for other in (draft, b"", b"no pdf", b"%PDF-1.7\n", pdf[:-900]):
        assert standing(register, other, tmp_path)[0] is Standing.UNKNOWN
    with pytest.raises(FileNotFound):
        verify(register.db, tmp_path / "none.pdf")
    with pytest.raises(FileNotReadable):
        verify(register.db, tmp_path)


def test_a_report_that_claims_what_was_never_issued_is_unknown(register: Register, tmp_path: Path) -> None:
    dossier = dossier_of(register)
    issue = replace(next_final(dossier, "sv", AT, ""), version=7)
    pdf = make_report(register.path, as_final(dossier, issue), words("sv"), stamp=AT)
    assert carried_data(pdf)
    assert standing(register, pdf, tmp_path) == (Standing.UNKNOWN, None)


def test_what_was_issued_is_what_one_gets_for_ever(register: Register) -> None:
    pdf, issue = issued(register)
    later = AT + dt.timedelta(days=400)
    dossier = dossier_of(register)

    assert dossier.audit.state is AuditState.FINAL
    assert report_of(register.path, dossier, words("sv"), now=later) == (pdf, issue)
    english, no_issue = report_of(register.path, dossier, words("en"), now=later)
    assert no_issue is None
    data = carried_data(english)
    assert data is not None
    assert data["report"]["version"] == 1
    assert data["report"]["stamp"].startswith("2026-11-25")


def test_a_copy_bears_the_version_of_the_final_and_never_takes_its_place(register: Register) -> None:
    _pdf, issue = issued(register)
    copy = next_copy(dossier_of(register), ReportForm.FULL, "en", AT)
    assert copy is not None
    kept = issue_report(register, copy, b"%PDF-1.7 copy")
    dossier = dossier_of(register)
    assert report_of(register.path, dossier, words("en"), now=AT) == (b"%PDF-1.7 copy", kept)
    assert report_of(register.path, dossier, words("sv"), now=AT).issue == issue
    assert next_final(dossier, "sv", AT, "").version == 2


def test_an_altered_kept_file_is_not_passed_off_as_the_issued_one(register: Register) -> None:
    pdf, issue = issued(register)
    kept = file_of(register.path, issue.sha256)
    assert kept is not None
    kept.write_bytes(pdf[:-1] + b"!")
    assert kept_report(register.path, issue) is None
    assert report_of(register.path, dossier_of(register), words("sv"), now=AT).issue is None


def test_without_room_nothing_is_final(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_register: Path, _content: bytes) -> str:
        raise FileNotWritable(path=register.path, reason="full")

    monkeypatch.setattr(report_issues, "keep_file", full)
    with pytest.raises(FileNotWritable):
        issued(register)
    audit = get(register.db, Audit, "a1")
    assert audit is not None
    assert not audit.is_locked
    assert dossier_of(register).report_issues == ()


def test_a_backup_brings_issued_reports_back(register: Register, tmp_path: Path) -> None:
    pdf, issue = issued(register)
    before = missing_files(register.db, register.path)
    backup = back_up(register.db, register.path, "test")
    kept = file_of(register.path, issue.sha256)
    assert kept is not None
    kept.unlink()
    assert missing_files(register.db, register.path) == [*before[:1], issue.sha256, *before[1:]]
    elsewhere = tmp_path / "elsewhere.qmsdesk"
    restore(elsewhere, backup)
    assert kept_report(elsewhere, issue) == pdf
