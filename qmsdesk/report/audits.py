"""The report of one audit or improvement day."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from qmsdesk.domain.audits import ISSUED, KIND_NAMES, STATE_NAMES, AuditKind, AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import Words
from qmsdesk.report.actions import action_plan, earlier_findings, trend
from qmsdesk.report.answers import all_questions, overall_assessment
from qmsdesk.report.covers import Cover
from qmsdesk.report.data import data_enclosure
from qmsdesk.report.facts import audit_facts
from qmsdesk.report.findings import diverging_opinions, finding_cards
from qmsdesk.report.furniture import Furniture
from qmsdesk.report.metadata import LANGUAGE_TAGS, About
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Heading
from qmsdesk.report.photos import photo_blocks
from qmsdesk.report.printing import print_into
from qmsdesk.report.signatures import signatures
from qmsdesk.report.steps import next_steps
from qmsdesk.report.summaries import summary
from qmsdesk.report.text import clean_line
from qmsdesk.report.versions import what_changed

NONCONFORMITIES = (FindingType.NONCONFORMITY_MAJOR, FindingType.NONCONFORMITY_MINOR)

Chapter = tuple[Heading, list[Block]]


class ReportBlocks(NamedTuple):
    """A report before it is set: what it is, what stands round each page, its cover and what follows."""

    about: About
    furniture: Furniture
    cover: Cover
    blocks: list[Block]


def audit_report(
    dossier: Dossier,
    words: Words,
    *,
    stamp: dt.datetime,
    form: ReportForm = ReportForm.FULL,
    photos: Mapping[str, Path] | None = None,
    logo: Path | None = None,
) -> bytes:
    """The report as a tagged, archivable PDF in the language of `words`; a draft until the audit is final.

    `photos` says where the picture of each attachment lies, by its id, with what was drawn over it; `logo` where that
    of the organisation does.
    """
    sink = BytesIO()
    write_audit_report(sink, dossier, words, stamp=stamp, form=form, photos=photos, logo=logo)
    return sink.getvalue()


def write_audit_report(
    sink: BinaryIO,
    dossier: Dossier,
    words: Words,
    *,
    stamp: dt.datetime,
    form: ReportForm = ReportForm.FULL,
    photos: Mapping[str, Path] | None = None,
    logo: Path | None = None,
) -> None:
    """The same into a file, which needs no more memory for a hundred photos than for one."""
    report = report_blocks(dossier, words, stamp=stamp, form=form, photos=photos, logo=logo)
    print_into(sink, report.about, report.furniture, [report.cover, *report.blocks])


def report_blocks(
    dossier: Dossier,
    words: Words,
    *,
    stamp: dt.datetime,
    form: ReportForm = ReportForm.FULL,
    photos: Mapping[str, Path] | None = None,
    logo: Path | None = None,  # noqa: ARG001
) -> ReportBlocks:
    """The same content as blocks, for writers of other formats."""
    kind, unit = words(KIND_NAMES[dossier.audit.kind]), words.pick(dossier.unit, "name")
    owner = clean_line(dossier.organisation.name) or "–"
    title = clean_line(f"{kind}: {unit}, {words.date(dossier.audit.date)}")
    chapters = list(_chapters(dossier, words, stamp, photos or {}))
    furniture = Furniture(
        f"{kind} · {unit}", _running_facts(dossier), _status(dossier, words, stamp), _watermark(dossier, words)
    )
    cover = _cover(dossier, words, stamp, [heading for heading, _ in chapters])
    body = [block for heading, blocks in chapters for block in (heading, *blocks)]
    data = data_enclosure(dossier, words, stamp=stamp, form=form)
    return ReportBlocks(About(title, owner, LANGUAGE_TAGS[words.language], stamp, (data,)), furniture, cover, body)


def _chapters(dossier: Dossier, _: Words, stamp: dt.datetime, photos: Mapping[str, Path]) -> Iterator[Chapter]:
    """The chapters in the order that readers in a municipality are used to: the whole first, proof last."""
    yield _chapter("summary", _("Summary"), [*what_changed(dossier, _), *summary(dossier, _)])
    about = _("About the day") if _is_day(dossier) else _("About the audit")
    yield _chapter("about", about, audit_facts(dossier, _), opens_page=bool(dossier.findings))
    if dossier.earlier:
        yield _chapter("earlier", _("Since last time"), [*earlier_findings(dossier.earlier, _), *trend(dossier, _)])
    if dossier.findings or not dossier.audit.is_ahead:
        yield from _outcome(dossier, _, stamp)
    pictures = photo_blocks(_without_withdrawn(dossier), photos, _)
    if pictures:
        yield _chapter("photos", _("Appendix: photos"), pictures, opens_page=True)
    questions = all_questions(dossier, _)
    yield _chapter("questions", _("Appendix: questions and answers"), questions, opens_page=bool(dossier.questions))


def _outcome(dossier: Dossier, _: Words, stamp: dt.datetime) -> Iterator[Chapter]:
    """What came out of the day; a day that is still ahead has none of it."""
    yield from _finding_chapters(dossier, _)
    yield _chapter("assessment", _("Overall assessment"), overall_assessment(dossier, _))
    diverging = diverging_opinions(dossier, _)
    if diverging:
        yield _chapter("diverging", _("Diverging opinions"), diverging)
    yield _chapter("plan", _("Action plan"), action_plan(dossier, stamp.date(), _))
    yield _chapter(
        "next", _("Conclusion and next steps"), next_steps(dossier, stamp.date(), dossier.audit.state in ISSUED, _)
    )
    yield _chapter("signatures", _("Signatures"), signatures(dossier, _))


def _chapter(key: str, title: str, blocks: list[Block], opens_page: bool = False) -> Chapter:
    return Heading(title, 2, key, opens_page), blocks


def _finding_chapters(dossier: Dossier, _: Words) -> Iterator[Chapter]:
    for key, title, types, nothing in (
        ("strengths", _("Strengths"), (FindingType.STRENGTH,), _("No strengths were noted.")),
        ("nonconformities", _("Nonconformities"), NONCONFORMITIES, _("No nonconformities were noted.")),
        ("observations", _("Observations"), (FindingType.OBSERVATION,), _("No observations were noted.")),
        (
            "improvements",
            _("Improvement proposals"),
            (FindingType.IMPROVEMENT,),
            _("No improvement proposals were noted."),
        ),
    ):
        if key != "observations" or any(finding.type in types for finding in dossier.findings):
            yield _chapter(key, title, finding_cards(dossier, types, nothing, _))


def _without_withdrawn(dossier: Dossier) -> Dossier:
    """What hangs on a note that somebody took back is gone with it, unless a finding or question holds it too."""
    withdrawn = {note.id for note in dossier.notes if note.is_withdrawn}
    kept = [
        each
        for each in dossier.attachments
        if each.note_id not in withdrawn or each.finding_id is not None or each.question_id is not None
    ]
    return replace(dossier, attachments=tuple(kept)) if len(kept) < len(dossier.attachments) else dossier


def _is_day(dossier: Dossier) -> bool:
    return dossier.audit.kind is AuditKind.IMPROVEMENT_DAY


def _status(dossier: Dossier, _: Words, stamp: dt.datetime) -> str:
    """What a reader must know of the report's standing; nothing once it is final."""
    if dossier.audit.state in ISSUED:
        return ""
    if dossier.audit.state is AuditState.CANCELLED:
        return _(STATE_NAMES[AuditState.CANCELLED])
    return _("Draft {date}", date=f"{stamp:%Y-%m-%d}")


def _watermark(dossier: Dossier, _: Words) -> str:
    return "" if dossier.audit.state in ISSUED or dossier.audit.state is AuditState.CANCELLED else _("Draft")


def _running_facts(dossier: Dossier) -> str:
    facts = (dossier.organisation.name, dossier.audit.number, dossier.audit.registration_number)
    return " · ".join(fact for fact in facts if fact.strip())


def _cover(dossier: Dossier, _: Words, stamp: dt.datetime, headings: list[Heading]) -> Cover:
    audit = dossier.audit
    facts = [
        (_("Report"), audit.number),
        (_("Registration number"), audit.registration_number or _("not yet given")),
        (_("Version"), _version(dossier, _, stamp)),
        (_("State"), _(STATE_NAMES[audit.state])),
        (_("Lead auditor"), dossier.lead.name if dossier.lead else "–"),
    ]
    return Cover(
        owner=dossier.organisation.name,
        kind=_(KIND_NAMES[audit.kind]),
        title=_.pick(dossier.unit, "name"),
        under=[_.date(audit.date), _.pick(dossier.department, "name")],
        status=_status(dossier, _, stamp),
        facts=facts,
        contents_title=_("Contents"),
        headings=headings,
        notice=_("This is not a report of the municipality's elected auditors."),
    )


def _version(dossier: Dossier, _: Words, stamp: dt.datetime) -> str:
    issued = max((issue.version for issue in dossier.report_issues), default=0)
    if dossier.audit.state in ISSUED:
        return _("{version}, {date}", version=issued or 1, date=_.date(stamp.date()))
    return _("draft of {date} {time}", date=_.date(stamp.date()), time=_.time(stamp))
