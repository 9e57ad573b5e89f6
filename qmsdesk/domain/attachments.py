"""Attachments: photos and other evidence, kept as files named by their content."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file by its SHA-256; the caption is mandatory in a report, because it is the text alternative.

    `layer` holds what was drawn over a photo as JSON (see `domain.layers`); the file itself stays whole. `width` and
    `height` are pixels of a photo as it lies there, None for any other file.
    """

    id: str
    audit_id: str
    sha256: str
    media_type: str
    size_bytes: int
    caption: str = ""
    taken_on: dt.date | None = None
    author_id: str | None = None
    note_id: str | None = None
    finding_id: str | None = None
    question_id: str | None = None
    name: str = ""
    width: int | None = None
    height: int | None = None
    layer: str = ""

    @property
    def is_photo(self) -> bool:
        return self.media_type.startswith("image/")

    @property
    def is_masked(self) -> bool:
        """Whether this is what a mask has left of it: no file, and the mark as its caption."""
        return not self.sha256

    @property
    def lacks_caption(self) -> bool:
        return not self.caption.strip()


def without_caption(attachments: Iterable[Attachment]) -> list[Attachment]:
    return [attachment for attachment in attachments if attachment.lacks_caption]
