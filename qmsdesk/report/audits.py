"""The report of one audit or improvement day, in each of its forms."""

import datetime as dt
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from qmsdesk.domain.audits import ISSUED, KIND_NAMES, STATE_NAMES, AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.masking import masked
from qmsdesk.domain.report_parts import parts_of
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import Words
from qmsdesk.report.cards import Callout
from qmsdesk.report.chapters import Chapter, Telling, chapters
from qmsdesk.report.covers import Cover
from qmsdesk.report.data import data_enclosure
from qmsdesk.report.furniture import Furniture
from qmsdesk.report.logos import read_logo
from qmsdesk.report.masks import masked_notice
from qmsdesk.report.mastheads import Masthead
from qmsdesk.report.metadata import LANGUAGE_TAGS, About
from qmsdesk.report.pages import Block
from qmsdesk.report.palettes import palette_of
from qmsdesk.report.paragraphs import Heading
from qmsdesk.report.printing import no_search_for_garbage, print_into
from qmsdesk.report.remarks import asking_for_comments, numbered, room_for_remarks
from qmsdesk.report.text import clean_line


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
    with no_search_for_garbage():
        report = report_blocks(dossier, words, stamp=stamp, form=form, photos=photos, logo=logo)
        first = Masthead(report.cover) if form is ReportForm.SHORT else report.cover
        print_into(sink, report.about, report.furniture, [first, *report.blocks])


def report_blocks(
    dossier: Dossier,
    words: Words,
    *,
    stamp: dt.datetime,
    form: ReportForm = ReportForm.FULL,
    photos: Mapping[str, Path] | None = None,
    logo: Path | None = None,
) -> ReportBlocks:
    """The same content as blocks, for writers of other formats."""
    if form is ReportForm.MASKED:
        dossier = masked(dossier, words)
        shown = {attachment.id for attachment in dossier.attachments if not attachment.is_masked}
        photos = {key: path for key, path in (photos or {}).items() if key in shown}
    palette = palette_of(dossier.organisation.accent)
    telling = Telling(dossier, words, stamp, parts_of(dossier, form), form, photos, palette)
    blocks = list(_body(telling, list(chapters(telling))))
    headings = [block for block in blocks if isinstance(block, Heading) and block.key]
    return ReportBlocks(_about(telling), _furniture(telling), _cover(telling, headings, logo), blocks)


def _body(telling: Telling, told: list[Chapter]) -> Iterator[Block]:
    blocks = (block for chapter in told for block in (chapter.heading, *chapter.blocks))
    if telling.form is not ReportForm.FACT_CHECK:
        yield from islice(blocks, 1)
        if telling.form is ReportForm.MASKED:
            yield Callout(masked_notice(telling.words))
        yield from blocks
        return
    yield from asking_for_comments(telling.dossier, telling.stamp.date(), telling.chapter_style, telling.words)
    yield from numbered(blocks, telling.words)
    yield from room_for_remarks(telling.chapter_style, telling.words)


def _about(telling: Telling) -> About:
    dossier, _ = telling.dossier, telling.words
    owner = clean_line(dossier.organisation.name) or "–"
    kind, unit = _(KIND_NAMES[dossier.audit.kind]), _.pick(dossier.unit, "name")
    title = clean_line(f"{kind}: {unit}, {_.date(dossier.audit.date)}")
    data = data_enclosure(dossier, _, stamp=telling.stamp, form=telling.form)
    return About(title, owner, LANGUAGE_TAGS[_.language], telling.stamp, (data,))


def _furniture(telling: Telling) -> Furniture:
    dossier, _ = telling.dossier, telling.words
    header = f"{_(KIND_NAMES[dossier.audit.kind])} · {_.pick(dossier.unit, 'name')}"
    return Furniture(header, _running_facts(dossier), _status(telling), _watermark(telling))


def _status(telling: Telling) -> str:
    """What a reader must know of the standing of this copy; nothing of a final report."""
    _, state = telling.words, telling.dossier.audit.state
    if telling.form is ReportForm.FACT_CHECK:
        return _("Fact check, draft {date}", date=f"{telling.stamp:%Y-%m-%d}")
    standing = "" if state in ISSUED else _("Draft {date}", date=f"{telling.stamp:%Y-%m-%d}")
    if state is AuditState.CANCELLED:
        standing = _(STATE_NAMES[AuditState.CANCELLED])
    copy = _("Masked copy") if telling.form is ReportForm.MASKED else ""
    return " · ".join(part for part in (copy, standing) if part)


def _watermark(telling: Telling) -> str:
    is_done = telling.dossier.audit.state in (*ISSUED, AuditState.CANCELLED)
    return "" if is_done and telling.form is not ReportForm.FACT_CHECK else telling.words("Draft")


def _running_facts(dossier: Dossier) -> str:
    facts = (dossier.organisation.name, dossier.audit.number, dossier.audit.registration_number)
    return " · ".join(fact for fact in facts if fact.strip())


def _cover(telling: Telling, headings: list[Heading], logo: Path | None) -> Cover:
    dossier, _ = telling.dossier, telling.words
    audit = dossier.audit
    facts = [
        (_("Report"), audit.number),
        (_("Registration number"), audit.registration_number or _("not yet given")),
        (_("Version"), _version(telling)),
        (_("State"), _(STATE_NAMES[audit.state])),
        (_("Lead auditor"), dossier.lead.name if dossier.lead else "–"),
    ]
    return Cover(
        owner=dossier.organisation.name,
        kind=_(KIND_NAMES[audit.kind]),
        title=_.pick(dossier.unit, "name"),
        under=[_.date(audit.date), _.pick(dossier.department, "name")],
        status=_status(telling),
        facts=facts,
        contents_title=_("Contents"),
        headings=headings,
        notice=_("This is not a report of the municipality's elected auditors."),
        palette=telling.palette,
        logo=read_logo(logo),
        logo_alt=_("Logo of {organisation}", organisation=clean_line(dossier.organisation.name) or "–"),
    )


def _version(telling: Telling) -> str:
    dossier, _, stamp = telling.dossier, telling.words, telling.stamp
    issued = max((issue.version for issue in dossier.report_issues), default=0)
    if dossier.audit.state in ISSUED:
        return _("{version}, {date}", version=issued or 1, date=_.date(stamp.date()))
    return _("draft of {date} {time}", date=_.date(stamp.date()), time=_.time(stamp))
