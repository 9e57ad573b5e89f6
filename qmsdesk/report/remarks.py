"""What a copy for a fact check has besides: numbered paragraphs, room for remarks, and what it asks for."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.cards import Callout, Card
from qmsdesk.report.design import Style
from qmsdesk.report.forms import Blanks, WritingRoom
from qmsdesk.report.grids import Grid
from qmsdesk.report.pages import Block, Pages
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph, baseline, one_line
from qmsdesk.report.tables import Table

COMMENTS_WITHIN = dt.timedelta(days=7)
NUMBER = Style(8.5, 15.5, design.SEMIBOLD, design.MUTED)
MARGIN = 10.0
NUMBERED = (Paragraph, Bullets, Grid, Table, Card, Callout)
LINES_PER_FINDING, LINES_AT_END = 2, 8


@dataclass
class Numbered:
    """A block with its number in the margin, by which the unit can refer to it."""

    number: int
    block: Block

    @property
    def before(self) -> float:
        return self.block.before

    @property
    def after(self) -> float:
        return self.block.after

    @property
    def keeps_next(self) -> bool:
        return self.block.keeps_next

    @property
    def label(self) -> str:
        return f"§ {self.number}"

    def lead(self, pages: Pages) -> float:
        return self.block.lead(pages)

    def pour(self, pages: Pages) -> None:
        canvas, line = pages.canvas, one_line(self.label, NUMBER, design.LEFT)
        with canvas.tagged(canvas.structure.add("P")):
            x = pages.left - MARGIN - line.width * NUMBER.size / 1000
            canvas.text([line], x, baseline(pages.y, NUMBER), NUMBER)
        self.block.pour(pages)


def asking_for_comments(dossier: Dossier, today: dt.date, look: Style, _: Words) -> list[Block]:
    """What the unit is asked for, by when, and to whom it answers.

    A draft that is sent for comments is not yet an official document; one sent for information would be.
    """
    by = _.date(today + COMMENTS_WITHIN)
    lead = dossier.lead.name if dossier.lead else _("the lead auditor")
    return [
        Heading(_("We ask for your comments"), 2, "comments", look=look),
        Callout(
            _(
                "This is a draft, sent to you for comments on its facts. It is working material and is not final. "
                "Please send your comments to {lead} by {date}.",
                lead=lead,
                date=by,
            ),
            design.DRAFT,
            design.DRAFT_GROUND,
        ),
        Bullets(
            [
                _("Is anything wrong? Say what, and what is right."),
                _("Is anything missing that one must know to understand a finding?"),
                _("Do you see something differently? Then your opinion stands in the report beside ours."),
            ]
        ),
        Paragraph(_("Refer to the numbers in the margin, such as § 14. There is room to write below each finding.")),
    ]


def numbered(blocks: Iterable[Block], _: Words) -> Iterator[Block]:
    """The blocks with numbers, and room for a remark below each finding."""
    number = 0
    for block in blocks:
        if not isinstance(block, NUMBERED):
            yield block
            continue
        number += 1
        yield Numbered(number, block)
        if isinstance(block, Card):
            block.after, block.keeps_next = 6.0, True
            yield Paragraph(_("Your remarks on § {number}", number=number), design.KICKER, keeps_next=True)
            yield WritingRoom(LINES_PER_FINDING)


def room_for_remarks(look: Style, _: Words) -> list[Block]:
    """The end of the copy: whatever else the unit wants to say, and who says it."""
    return [
        Heading(_("Other remarks"), 2, "remarks", look=look),
        Blanks([_("Name and role"), _("Date")]),
        WritingRoom(LINES_AT_END, fills_page=True),
    ]
