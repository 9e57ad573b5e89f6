"""Attachments: photos and other evidence, kept as files named by their content."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from qmsdesk.domain.errors import Refusal
from qmsdesk.i18n import N_


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
    def lacks_caption(self) -> bool:
        return not self.caption.strip()


def without_caption(attachments: Iterable[Attachment]) -> list[Attachment]:
    return [attachment for attachment in attachments if attachment.lacks_caption]


class EvidenceIsEmpty(Refusal):
    sentence = N_("{file} is empty. Choose another file, or take the picture again.")


class EvidenceNotReadable(Refusal):
    sentence = N_("{file} could not be read: {reason}. Copy it to this computer first, and try again.")


class NotEvidence(Refusal):
    sentence = N_(
        "{file} is neither a picture nor a document. Choose a picture (JPEG, PNG), a PDF or an office document."
    )


class ProgramIsNoEvidence(Refusal):
    sentence = N_("{file} is a program and is not taken in. Take a picture of the screen instead.")


class PhotoIsDamaged(Refusal):
    sentence = N_("The picture {file} is damaged or not whole. Copy it again from where it comes.")


class PhotoIsTooLarge(Refusal):
    sentence = N_("The picture {file} has {megapixels} megapixels, and {limit} are the most. Make it smaller first.")


class PhotoMoves(Refusal):
    sentence = N_("{file} is a moving picture. Save the moment you mean as a still picture.")


class PhotoIsHeic(Refusal):
    sentence = N_(
        "{file} is a HEIC picture, which cannot be read here. Choose “Most compatible” (JPEG) in the phone's camera "
        "settings, or send the picture as JPEG."
    )


class EvidenceIsTooLarge(Refusal):
    sentence = N_("{file} has {megabytes} MB, and {limit} are the most. Attach only the pages that matter.")
