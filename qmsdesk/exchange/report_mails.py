"""The report as a mail that is still to be sent: what it is, what is asked for, and the file."""

import datetime as dt
from collections.abc import Iterator

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.i18n import Words


def mail_subject(dossier: Dossier, form: ReportForm, _: Words) -> str:
    said = {"number": dossier.audit.number, "unit": _.pick(dossier.unit, "name")}
    if form is ReportForm.FACT_CHECK:
        return _("Please check the facts: report {number}, {unit}", **said)
    return _("Report {number}, {unit}", **said)


def mail_text(
    dossier: Dossier, form: ReportForm, _: Words, *, today: dt.date, issue: ReportIssue | None, sender: str
) -> str:
    """A short text in the language of the report, to be changed by whoever sends it."""
    parts = [_("Hello,"), *_said(dossier, form, today, issue, _)]
    return "\n\n".join([*parts, "\n".join(part for part in (_("Kind regards"), sender) if part)]) + "\n"


def _said(dossier: Dossier, form: ReportForm, today: dt.date, issue: ReportIssue | None, _: Words) -> Iterator[str]:
    said = {"unit": _.pick(dossier.unit, "name"), "date": _.date(dossier.audit.date)}
    if form is ReportForm.FACT_CHECK:
        yield _("Here is the draft of the report from {unit}, {date}.", **said)
        yield _asked(today, _)
    else:
        yield _("Here is the report from {unit}, {date}.", **said)
    if form is ReportForm.SHORT:
        yield _("It is the short report; the full one can be had on request.")
    if form is ReportForm.MASKED:
        yield _("What may not be handed out is masked in this copy.")
    if issue is not None:
        yield _("It is version {version}. SHA-256 {sha256}.", version=issue.version, sha256=issue.sha256)
    elif form is not ReportForm.FACT_CHECK and not dossier.audit.is_locked:
        yield _("It is a draft and may still change.")


def _asked(today: dt.date, _: Words) -> str:
    from qmsdesk.report.remarks import COMMENTS_WITHIN  # brings in ReportLab, which a start does without

    return _(
        "Please read it and answer by {date} at the latest: which facts are wrong, and what is missing. Give the "
        "number in the margin. You need not agree with every assessment.",
        date=_.date(today + COMMENTS_WITHIN),
    )


def mail_draft(subject: str, text: str, name: str, pdf: bytes) -> bytes:
    """A mail without sender and receivers, which X-Unsent has a mail program open to be written on."""
    from email.message import EmailMessage  # 15 ms that only who sends a report needs
    from email.policy import SMTP

    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = subject
    mail["X-Unsent"] = "1"
    mail.set_content(text)
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return mail.as_bytes()
