"""The organisation's logo on its way in: a still picture on white, small enough, lossless and without anything else."""

from io import BytesIO
from pathlib import Path

from qmsdesk.domain.errors import EvidenceIsEmpty, EvidenceNotReadable, LogoIsTooLarge, NotALogo, NotEvidence, reason_of
from qmsdesk.exchange.photos import clean_picture, still_picture

LONG_SIDE = 1200
"""Sharp in print as wide as a hand."""
MEGABYTES = 25


def read_logo(path: Path) -> bytes:
    """A picture file as the PNG that is kept. Raises a `Refusal` that names it."""
    try:
        size = path.stat().st_size
        if size > MEGABYTES * 1_000_000:
            raise LogoIsTooLarge(file=path.name, megabytes=size // 1_000_000, limit=MEGABYTES)
        content = path.read_bytes()
    except OSError as error:
        raise EvidenceNotReadable(file=path.name, reason=reason_of(error)) from error
    return make_logo(content, path.name)


def make_logo(content: bytes, name: str) -> bytes:
    """The same of a content, such as a picture that was dropped."""
    if not content:
        raise EvidenceIsEmpty(file=name)
    sink = BytesIO()
    try:
        with still_picture(content, name) as picture:
            clean_picture(picture, LONG_SIDE).save(sink, "PNG", optimize=True)
    except NotEvidence as error:
        raise NotALogo(file=name) from error
    return sink.getvalue()
