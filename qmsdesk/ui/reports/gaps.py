"""What a report still lacks, in one calm line."""

from collections.abc import Iterator

from qmsdesk.domain.attachments import without_caption
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import PART_NAMES, Finding, missing_parts
from qmsdesk.i18n import Words


def say_gaps(dossier: Dossier, _: Words) -> str:
    """The sentence, or nothing where the report has all it needs or can change no more."""
    if dossier.audit.is_locked:
        return ""
    if dossier.audit.is_ahead and not dossier.answers and not dossier.findings:
        return _("The day has not begun. The report fills as you go.")
    gaps = list(_gaps(dossier, _))
    return _("Still open: {gaps}.", gaps=", ".join(gaps)) if gaps else ""


def _gaps(dossier: Dossier, _: Words) -> Iterator[str]:
    answers = [dossier.standing.get(question.id) for question in dossier.asked_questions]
    lacking_reason = sum(answer is not None and answer.lacks_reason for answer in answers)
    unanswered = sum(answer is None or not answer.is_settled for answer in answers) - lacking_reason
    incomplete = [finding for finding in dossier.findings if missing_parts(finding)]
    if unanswered:
        yield _.plural("{count} question has no answer", "{count} questions have no answer", unanswered)
    if lacking_reason:
        yield _.plural("{count} answer lacks its reason", "{count} answers lack their reason", lacking_reason)
    if len(incomplete) == 1:
        yield _say_missing(incomplete[0], _)
    elif incomplete:
        yield _.plural("{count} finding is incomplete", "{count} findings are incomplete", len(incomplete))
    yield from _say_captions(dossier, _)


def _say_captions(dossier: Dossier, _: Words) -> Iterator[str]:
    """A caption is what those hear who cannot see the picture."""
    lacking = len(without_caption(dossier.attachments))
    if lacking:
        yield _.plural(
            "{count} photo or document has no caption", "{count} photos or documents have no caption", lacking
        )


def _say_missing(finding: Finding, _: Words) -> str:
    parts = ", ".join(_(PART_NAMES[part]) for part in missing_parts(finding))
    return _("finding {number} lacks {parts}", number=finding.number, parts=parts)
