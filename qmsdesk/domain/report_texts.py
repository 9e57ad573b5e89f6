"""The texts that people wrote for a report, each with what it is: to read and mark what a copy is to leave out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qmsdesk.domain.audits import AuditKind
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.domain.masking import seen
from qmsdesk.domain.texts import plain_text
from qmsdesk.i18n import Words


@dataclass(frozen=True, slots=True)
class ReportText:
    """A text as it is read; `part` is the part of the report it stands in, `name` what it is there."""

    part: str
    name: str
    text: str


def texts_of(dossier: Dossier, _: Words) -> list[ReportText]:
    """Roughly in the order of the report. The language of `words` is that of the report."""
    return [
        ReportText(part, name, plain)
        for part, texts in _parts(dossier, _)
        for name, text in texts
        if (plain := plain_text(seen(text)).strip())
    ]


Texts = Iterable[tuple[str, str]]


def _parts(dossier: Dossier, _: Words) -> Iterator[tuple[str, Texts]]:
    yield _("Summary"), _summary(dossier, _)
    is_day = dossier.audit.kind is AuditKind.IMPROVEMENT_DAY
    yield _("About the day") if is_day else _("About the audit"), _about(dossier, _)
    for finding in dossier.findings:
        yield f"{finding.number} · {_(TYPE_NAMES[finding.type])}", _finding(dossier, finding, _)
    yield _("Questions and answers"), _answers(dossier, _)
    yield _("Photos and documents"), ((each.name, each.caption) for each in dossier.attachments)
    yield _("Day plan"), (text for slot in dossier.plan for text in (("", slot.what), ("", slot.who), ("", slot.place)))
    yield _("Signatures"), (text for each in dossier.sign_offs for text in ((each.role, each.name), ("", each.what)))


def _summary(dossier: Dossier, _: Words) -> Texts:
    yield "", dossier.audit.summary
    for message in dossier.main_messages:
        yield _("Main message"), message.text


def _about(dossier: Dossier, _: Words) -> Texts:
    """A unit's name in both languages: it is one name, and the copy may be asked for in either."""
    for name, record in ((_("Department"), dossier.department), (_("Unit"), dossier.unit)):
        yield from ((name, text) for text in dict.fromkeys((record.name_sv, record.name_en)))
    audit = dossier.audit
    yield from ((_("Objective"), audit.objective), (_("Scope"), audit.scope), (_("Criteria"), audit.criteria))
    for member in dossier.team:
        person = dossier.person(member.person_id)
        yield _("Auditor"), person.name if person else ""
    yield from ((_("Participants"), each.role) for each in dossier.participants)
    for document in dossier.documents:
        yield from ((_("Document"), text) for text in (document.title, document.reference, document.remark))
    yield from ((_("Obstacle"), each.text) for each in dossier.obstacles)


def _finding(dossier: Dossier, finding: Finding, _: Words) -> Texts:
    yield _("Title"), finding.title
    yield _("Requirement"), finding.requirement
    yield _("What we saw"), finding.statement
    yield _("Evidence"), finding.evidence
    yield _("Consequence"), finding.consequence
    yield _("Confirmed by"), finding.confirmed_by
    yield _("Contact"), finding.contact_role
    yield _("Diverging opinion"), finding.diverging_opinion
    yield from ((_("Grade"), each.reason) for each in dossier.regradings if each.finding_id == finding.id)
    for action in dossier.actions_of(finding):
        yield _("Action"), action.text
        yield _("Owner"), action.owner
        yield _("What was done"), action.done
        yield _("Reason"), action.reply_reason
        yield _("Remark"), action.remark


def _answers(dossier: Dossier, _: Words) -> Texts:
    for question in dossier.chosen_questions:
        answer = dossier.standing.get(question.id)
        samples = (sample.what for sample in dossier.samples if sample.question_id == question.id)
        for text in (answer.reason if answer else "", *samples):
            yield f"{dossier.numbers[question.id]} {_.pick(question, 'text')}", text
