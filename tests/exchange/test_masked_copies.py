"""Masked copies that are handed out: kept to the byte, logged, and never given to the next who asks."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import CopyWithoutMasks, CopyWithoutReceiver
from qmsdesk.domain.masks import Covers, Mask
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.domain.versions import finalising, next_final
from qmsdesk.exchange.reports import Report, make_report, masked_copy, report_of
from qmsdesk.exchange.verifying import Standing, verify
from qmsdesk.i18n import words
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.register import Register
from qmsdesk.store.report_issues import issue_report, kept_report
from tests.report.reading import printed_pages
from tests.store.town import ANNA, TOWN, creations

AT = dt.datetime(2026, 11, 25, 14, 42, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(days=40)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A town whose audit has one finding masked."""
    held = Register(tmp_path / "town.qmsdesk", "laptop-1", create=True)
    held.set_owner(ANNA.id)
    held.write(creations([each for each in TOWN if not isinstance(each, ReportIssue | Mask)]))
    mask_finding(held, 0)
    yield held
    held.close()


def dossier_of(register: Register) -> Dossier:
    return load_dossier(register.db, "a1")


def mask_finding(register: Register, number: int) -> None:
    finding = dossier_of(register).findings[number]
    mask = Mask(f"m{number}", "a1", Covers.FINDING, finding.id, reason="OSL 26:1")
    register.write(creation_of(mask))


def issue(register: Register) -> None:
    dossier = dossier_of(register)
    final = next_final(dossier, "sv", AT, "VON 2026-7")
    pdf = make_report(register.path, dossier, words("sv"), stamp=AT)
    issue_report(register, final, pdf, finalising(dossier.audit, final)[-2:])


def hand_out(register: Register, given_to: str) -> Report:
    copy = masked_copy(register.path, dossier_of(register), words("sv"), now=LATER, given_to=given_to)
    assert copy.issue
    register.write(creation_of(copy.issue))
    return copy


def test_a_copy_is_kept_and_logged_with_the_version_it_is_of(register: Register, tmp_path: Path) -> None:
    issue(register)
    pdf, logged = hand_out(register, " Lokaltidningen ")
    assert logged in dossier_of(register).report_issues
    assert logged
    assert (logged.form, logged.version, logged.given_to) == (ReportForm.MASKED, 1, "Lokaltidningen")
    assert (logged.issued_at, logged.is_final, logged.size_bytes) == (LATER, False, len(pdf))
    assert kept_report(register.path, logged) == pdf
    (tmp_path / "copy.pdf").write_bytes(pdf)
    verdict = verify(register.db, tmp_path / "copy.pdf")
    assert (verdict.standing, verdict.issue) == (Standing.ISSUED, logged)


def test_the_next_copy_is_made_by_the_masks_there_are_then(register: Register) -> None:
    issue(register)
    first, _ = hand_out(register, "Lokaltidningen")
    title = dossier_of(register).audit.objective.split()[0]
    assert title in "".join(printed_pages(first))
    register.write(creation_of(Mask("word", "a1", Covers.PASSAGE, passage=title, reason="OSL 21:7")))
    second, _ = hand_out(register, "En förening")
    assert title not in "".join(printed_pages(second))
    preview = report_of(register.path, dossier_of(register), words("sv"), now=LATER, form=ReportForm.MASKED)
    assert preview.pdf == second


def test_copies_of_a_draft_have_no_version_and_take_none(register: Register) -> None:
    register.write([edit_of(dossier_of(register).audit, "state", AuditState.DRAFT_REPORT)])
    logged = hand_out(register, "IVO").issue
    assert logged
    assert logged.version == 0
    assert next_final(dossier_of(register), "sv", AT, "").version == 1


def test_nobody_and_nothing_is_refused(register: Register) -> None:
    with pytest.raises(CopyWithoutReceiver):
        hand_out(register, " ")
    bare = replace(dossier_of(register), masks=())
    with pytest.raises(CopyWithoutMasks):
        masked_copy(register.path, bare, words("sv"), now=LATER, given_to="IVO")
