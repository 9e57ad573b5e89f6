"""Sheets: the frame that papers beside the report share, from their heading to their last page."""

import datetime as dt
from collections.abc import Iterable

from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.furniture import Furniture
from qmsdesk.report.metadata import LANGUAGE_TAGS, About
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Heading, Paragraph
from qmsdesk.report.printing import print_blocks
from qmsdesk.report.text import clean_line

KICKER = Style(11, 15, design.SEMIBOLD, design.ACCENT)
TITLE = Style(24, 29, design.BOLD, before=2, after=12)
PART = Style(16, 20, design.BOLD, before=26, after=8)


def heading(kicker: str, title: str) -> list[Block]:
    """What stands first on a sheet."""
    return [
        Paragraph(clean_line(kicker), KICKER, keeps_next=True),
        Heading(clean_line(title) or "–", 1, "title", look=TITLE),
    ]


def print_sheet(
    name: str, about: str, organisation: str, blocks: Iterable[Block], words: Words, stamp: dt.datetime
) -> bytes:
    """Blocks as a tagged, archivable PDF; `name` is what the sheet is, `about` what or whom it is about."""
    _, owner = words, clean_line(organisation)
    title = clean_line(f"{name}: {about}" if about else name)
    made = _.date(stamp.date())
    foot = " · ".join(part for part in (owner, name, made) if part)
    head = " · ".join(part for part in (name, clean_line(about)) if part)
    return print_blocks(About(title, owner or "–", LANGUAGE_TAGS[_.language], stamp), Furniture(head, foot), [*blocks])


def sentence(text: str) -> str:
    """A text with its full stop, so that another can follow it."""
    return text if not text or text.endswith((".", "?", "!", "…")) else f"{text}."
