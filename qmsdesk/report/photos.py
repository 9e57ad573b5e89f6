"""Photos with their captions, which are their text alternatives too; other evidence by name."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.cards import Callout
from qmsdesk.report.design import FIELD
from qmsdesk.report.jpeg import Jpeg, read_jpeg
from qmsdesk.report.pages import Block, Pages
from qmsdesk.report.paragraphs import Bullets, Heading, pour_lines, set_text
from qmsdesk.report.tags import text_string
from qmsdesk.report.text import clean_line

logger = logging.getLogger(__name__)

TALLEST = 262.0
GAP = 6.0
POINTS_PER_PIXEL = 1.0  # a picture of few pixels is not blown up


@dataclass
class Photo:
    """A picture as wide as the column, or as tall as a third of the page, and its caption."""

    path: Path
    jpeg: Jpeg
    caption: str
    keeps_next: bool = False
    before: float = 6.0
    after: float = 18.0

    def lead(self, pages: Pages) -> float:
        lines = set_text(self.caption, design.CAPTION, pages.width, pages.hyphens)
        return self._size(pages)[1] + GAP + len(lines) * design.CAPTION.leading

    def pour(self, pages: Pages) -> None:
        canvas, (width, height) = pages.canvas, self._size(pages)
        y = pages.y - height
        box = f"{pages.left:.1f} {y:.1f} {pages.left + width:.1f} {pages.y:.1f}"
        layout = f"/Alt {text_string(clean_line(self.caption))}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        with canvas.tagged(canvas.structure.add("Figure", layout)):
            canvas.photo(self.path, pages.left, y, width, height)
        pages.down(height + GAP)
        lines = set_text(self.caption, design.CAPTION, pages.width, pages.hyphens)
        pour_lines(pages, lines, design.CAPTION, canvas.structure.add("Caption"))

    def _size(self, pages: Pages) -> tuple[float, float]:
        scale = min(pages.width / self.jpeg.width, TALLEST / self.jpeg.height, POINTS_PER_PIXEL)
        return self.jpeg.width * scale, self.jpeg.height * scale


def photo_blocks(dossier: Dossier, photos: Mapping[str, Path], _: Words) -> list[Block]:
    """The photos, numbered, with a frame in place of one that cannot be shown; then the other evidence by name."""
    blocks: list[Block] = []
    for attachment in dossier.attachments:
        if attachment.is_photo:
            caption = _say_caption(dossier, attachment, _)
            caption = _("Photo {number}. {caption}", number=len(blocks) + 1, caption=caption)
            blocks.append(_picture(attachment, photos.get(attachment.id), caption, _))
    others = [_say_other(dossier, each, _) for each in dossier.attachments if not each.is_photo]
    if others:
        blocks += [Heading(_("Other evidence"), 3), Bullets(others, FIELD)]
    return blocks


def _picture(attachment: Attachment, path: Path | None, caption: str, _: Words) -> Block:
    if attachment.is_masked:
        return Callout(caption, design.MUTED)
    jpeg = read_jpeg(path) if path else None
    if path and jpeg:
        return Photo(path, jpeg, caption)
    logger.warning("photo %s of attachment %s cannot be printed", attachment.sha256[:12], attachment.id)
    return Callout("\n".join((caption, _("The photo cannot be shown: its file is missing or damaged."))), design.MUTED)


def _say_caption(dossier: Dossier, attachment: Attachment, _: Words) -> str:
    """What one sees and what it belongs to; a draft says in so many words that a caption is still to be written."""
    missing = _("No caption.") if dossier.audit.is_locked else _("CAPTION MISSING.")
    said = attachment.caption.strip() or missing
    return f"{said} {place}" if (place := _say_place(dossier, attachment, _)) else said


def _say_place(dossier: Dossier, attachment: Attachment, _: Words) -> str:
    standing_id = dossier.standing_id(attachment.finding_id)
    finding = next((each for each in dossier.findings if each.id == standing_id), None)
    if finding is not None:
        return _("(Finding {number})", number=finding.number)
    number = dossier.numbers.get(attachment.question_id or "")
    return _("(Question {number})", number=number) if number else ""


def _say_other(dossier: Dossier, attachment: Attachment, _: Words) -> str:
    said = _say_caption(dossier, attachment, _)
    return f"{attachment.name}: {said}" if attachment.name else said
