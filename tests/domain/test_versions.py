"""Versions: the next one, and what it changes in the one before."""

import datetime as dt
from dataclasses import replace

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.checklists import Checklist
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.organisation import Department, Organisation, Unit
from qmsdesk.domain.reports import ReportForm, ReportIssue, standing_copy, standing_issue
from qmsdesk.domain.versions import as_final, finalising, next_copy, next_final, propose_changes
from qmsdesk.i18n import words

AT = dt.datetime(2026, 11, 25, 14, 42, tzinfo=dt.UTC)
FIRST = ReportIssue("r1", "a", 1, ReportForm.FULL, "sv", AT, "aa" * 32, is_final=True, registration_number="KS 1")
COPY = replace(FIRST, id="r2", language="en", is_final=False, issued_at=AT + dt.timedelta(days=1))
SECOND = replace(FIRST, id="r3", version=2, changes="Ett datum.", issued_at=AT + dt.timedelta(days=2))
DRAFT = Dossier(
    Organisation("o", "Granälva kommun"),
    Department("d", "Omsorgen"),
    Unit("u", "d", "Hemtjänst Öster"),
    Audit("a", "2026-06", "u", "c", AT.date(), state=AuditState.DRAFT_REPORT),
    Checklist("c", "core", "1"),
)
BEFORE = {
    "findings": [{"number": "A-01", "title": "x"}, {"number": "A-02", "title": "y"}],
    "answers": [{"question_number": "1.1", "verdict": "fulfilled"}, {"question_number": "1.2", "verdict": None}],
    "actions": [],
    "summary": "Bra.",
}


def test_versions_are_counted_by_what_was_final() -> None:
    assert next_final(DRAFT, "sv", AT, "KS 1", " x ").version == 1
    later = replace(DRAFT, report_issues=(FIRST, COPY))
    assert next_final(later, "sv", AT, "KS 1", " Ett datum. ").changes == "Ett datum."
    assert next_final(later, "sv", AT, "KS 1").version == 2


def test_the_newest_final_stands_and_its_copies_are_its_own() -> None:
    issues = (SECOND, FIRST, COPY)
    assert standing_issue(issues) == SECOND
    assert standing_issue([COPY]) is None
    assert standing_copy(issues, ReportForm.FULL, "sv") == SECOND
    assert standing_copy(issues, ReportForm.FULL, "en") is None  # that one is of the first version
    assert standing_copy((FIRST, COPY), ReportForm.FULL, "en") == COPY
    assert standing_copy((FIRST, COPY), ReportForm.SHORT, "sv") is None


def test_a_copy_is_never_the_final_one() -> None:
    assert next_copy(DRAFT, ReportForm.SHORT, "en", AT) is None
    copy = next_copy(replace(DRAFT, report_issues=(FIRST, SECOND)), ReportForm.SHORT, "en", AT)
    assert copy is not None
    assert (copy.version, copy.form, copy.is_final, copy.sha256) == (2, ReportForm.SHORT, False, "")


def test_what_is_final_is_written_at_once() -> None:
    issue = next_final(DRAFT, "sv", AT, "KS 7")
    final = as_final(DRAFT, issue)
    assert (final.audit.state, final.audit.registration_number) == (AuditState.FINAL, "KS 7")
    assert final.report_issues == (issue,)
    edits = finalising(DRAFT.audit, issue)
    assert {(each.kind, each.field, each.value) for each in edits} >= {
        ("audit", "state", "final"),
        ("audit", "registration_number", "KS 7"),
        ("report_issue", "is_final", 1),
    }


def test_a_proposal_names_what_differs() -> None:
    now = {
        "findings": [{"number": "A-01", "title": "z"}, {"number": "A-03", "title": "ny"}],
        "answers": [{"question_number": "1.1", "verdict": "partly"}, {"question_number": "1.2", "verdict": None}],
        "actions": [{"text": "Gör"}],
        "summary": "Bättre.",
        "scope": "Allt",
    }
    assert propose_changes(BEFORE, now, [" Fel datum. ", ""], words("en")).splitlines() == [
        "Fel datum.",
        "Findings added: A-03.",
        "Findings taken out: A-02.",
        "Findings changed: A-01.",
        "Answers changed: 1.1.",
        "The action plan was changed.",
        "The summary or the main messages were changed.",
        "Facts about the day were changed.",
    ]
    assert propose_changes(BEFORE, BEFORE, [], words("sv")) == ""
