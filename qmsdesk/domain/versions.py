"""Versions: what makes a report final, and what a new final report changes in the one before."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from qmsdesk.domain.audits import ISSUED, Audit, AuditState
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import CopyWithoutMasks, CopyWithoutReceiver
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.reports import ReportForm, ReportIssue, standing_issue
from qmsdesk.i18n import Words

LONGEST_CHANGES = 1200
"""What a reader takes in before the report itself."""

Data = Mapping[str, Any]


def next_final(dossier: Dossier, language: str, at: dt.datetime, number: str, changes: str = "") -> ReportIssue:
    """The record of the final report that is about to be made; its bytes are still to come."""
    before = standing_issue(dossier.report_issues)
    return ReportIssue(
        new_id(),
        dossier.audit.id,
        before.version + 1 if before else 1,
        ReportForm.FULL,
        language,
        at,
        sha256="",
        is_final=True,
        registration_number=number,
        changes=changes.strip(),
    )


def next_copy(dossier: Dossier, form: ReportForm, language: str, at: dt.datetime) -> ReportIssue | None:
    """The record of a copy in another form or language; None where nothing has been issued."""
    standing = standing_issue(dossier.report_issues)
    if standing is None:
        return None
    return replace(standing, id=new_id(), form=form, language=language, issued_at=at, sha256="", is_final=False)


def next_masked(dossier: Dossier, language: str, at: dt.datetime, given_to: str) -> ReportIssue:
    """The record of a masked copy that is handed out; of a draft it has version 0.

    Raises `CopyWithoutMasks`, or `CopyWithoutReceiver` for a copy that nobody is said to get.
    """
    if not dossier.masks:
        raise CopyWithoutMasks()
    if not given_to.strip():
        raise CopyWithoutReceiver()
    draft = ReportIssue(new_id(), dossier.audit.id, 0, ReportForm.MASKED, language, at, sha256="")
    issued = next_copy(dossier, ReportForm.MASKED, language, at) if dossier.audit.state in ISSUED else None
    return replace(issued or draft, given_to=given_to.strip(), changes="")


def as_final(dossier: Dossier, issue: ReportIssue) -> Dossier:
    """The audit as it will be once that report is issued."""
    audit = replace(dossier.audit, registration_number=issue.registration_number, state=AuditState.FINAL)
    return replace(dossier, audit=audit, report_issues=(*dossier.report_issues, issue))


def finalising(audit: Audit, issue: ReportIssue) -> list[Edit]:
    """All that is written when a report becomes final, to be written at once."""
    return [
        *creation_of(issue),
        edit_of(audit, "registration_number", issue.registration_number),
        edit_of(audit, "state", AuditState.FINAL),
    ]


def propose_changes(before: Data, now: Data, reasons: Sequence[str], _: Words) -> str:
    """What differs between the data of two reports, in lines; `reasons` are why the first one was opened again."""
    return "\n".join([*(reason.strip() for reason in reasons if reason.strip()), *_differences(before, now, _)])


def _differences(before: Data, now: Data, _: Words) -> Iterator[str]:
    added, gone, changed = _compared(before, now, "findings", "number")
    if added:
        yield _("Findings added: {numbers}.", numbers=", ".join(added))
    if gone:
        yield _("Findings taken out: {numbers}.", numbers=", ".join(gone))
    if changed:
        yield _("Findings changed: {numbers}.", numbers=", ".join(changed))
    answers = [number for each in _compared(before, now, "answers", "question_number") for number in each]
    if answers:
        yield _("Answers changed: {numbers}.", numbers=", ".join(answers))
    if before.get("actions") != now.get("actions"):
        yield _("The action plan was changed.")
    if any(before.get(name) != now.get(name) for name in ("summary", "main_messages")):
        yield _("The summary or the main messages were changed.")
    if any(before.get(name) != now.get(name) for name in _FACTS):
        yield _("Facts about the day were changed.")


_FACTS = ("starts_at", "ends_at", "objective", "scope", "criteria", "team", "participants", "obstacles", "documents")


def _compared(before: Data, now: Data, name: str, key: str) -> tuple[list[str], list[str], list[str]]:
    """The keys of what came, what went and what differs in one of the lists."""
    old, new = ({each[key]: each for each in data.get(name, ())} for data in (before, now))
    return (
        [each for each in new if each not in old],
        [each for each in old if each not in new],
        [each for each in new if each in old and new[each] != old[each]],
    )
