"""Photos and documents on their way in: turned, shrunk and stripped, so that they tell nothing but the picture.

And on their way to paper: with what was drawn over them, as JPEG files.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.errors import (
    EvidenceIsEmpty,
    EvidenceIsTooLarge,
    EvidenceNotReadable,
    NotEvidence,
    PhotoIsDamaged,
    PhotoIsHeic,
    PhotoIsTooLarge,
    PhotoMoves,
    ProgramIsNoEvidence,
    reason_of,
)
from qmsdesk.domain.layers import Layer, parse_layer
from qmsdesk.exchange.layers import draw_layer
from qmsdesk.store.attachments import file_of

LONG_SIDE, QUALITY = 2000, 85
MEGAPIXELS = 120
PHOTO_MEGABYTES, DOCUMENT_MEGABYTES = 100, 25
SCREEN_COLOURS = 20_000
"""A picture of a screen has fewer, and is clearer as PNG; it may be twice as large for that."""

PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".heif")
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
DOCUMENTS = {
    ".pdf": (b"%PDF-", "application/pdf"),
    ".docx": (b"PK\x03\x04", f"{_OFFICE}wordprocessingml.document"),
    ".xlsx": (b"PK\x03\x04", f"{_OFFICE}spreadsheetml.sheet"),
    ".pptx": (b"PK\x03\x04", f"{_OFFICE}presentationml.presentation"),
    ".odt": (b"PK\x03\x04", f"{_OPEN}text"),
    ".ods": (b"PK\x03\x04", f"{_OPEN}spreadsheet"),
    ".odp": (b"PK\x03\x04", f"{_OPEN}presentation"),
    ".doc": (b"\xd0\xcf\x11\xe0", "application/msword"),
    ".xls": (b"\xd0\xcf\x11\xe0", "application/vnd.ms-excel"),
    ".rtf": (b"{\\rtf", "application/rtf"),
    ".txt": (b"", "text/plain"),
    ".csv": (b"", "text/csv"),
}
"""What a document of each ending begins with, and what it is called; those of text may begin with anything."""
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
_PROGRAM_ENDINGS = frozenset(
    (".exe", ".com", ".scr", ".msi", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jar", ".lnk", ".sh", ".py", ".appimage")
)
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
Image.MAX_IMAGE_PIXELS = MEGAPIXELS * 1_000_000


class Evidence(NamedTuple):
    """A file as it is to be kept; `width` and `height` are those of a photo."""

    content: bytes
    media_type: str
    name: str = ""
    taken_on: dt.date | None = None
    width: int | None = None
    height: int | None = None


def read_evidence(path: Path, longest: int | None = None) -> Evidence:
    """A file as evidence, told by its content; a photo is `longest` pixels or as usual. Raises a `Refusal`."""
    try:
        size = path.stat().st_size
        if size > PHOTO_MEGABYTES * 1_000_000:
            raise EvidenceIsTooLarge(file=path.name, megabytes=size // 1_000_000, limit=PHOTO_MEGABYTES)
        content = path.read_bytes()
    except OSError as error:
        raise EvidenceNotReadable(file=path.name, reason=reason_of(error)) from error
    return make_evidence(content, path.name, longest)


def make_evidence(content: bytes, name: str, longest: int | None = None) -> Evidence:
    """The same of a content, such as a picture from the clipboard."""
    if not content:
        raise EvidenceIsEmpty(file=name)
    ending = Path(name).suffix.lower()
    if content.startswith(_PROGRAMS) or ending in _PROGRAM_ENDINGS:
        raise ProgramIsNoEvidence(file=name)
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        raise PhotoIsHeic(file=name)
    return _document(content, ending, name) or _photo(content, name, longest or LONG_SIDE)


def _document(content: bytes, ending: str, name: str) -> Evidence | None:
    """A PDF is one whatever it is called; the others are what they are called if they begin so."""
    ending = ".pdf" if content.startswith(b"%PDF-") else ending
    if ending not in DOCUMENTS:
        return None
    start, media_type = DOCUMENTS[ending]
    if not content.startswith(start) or (not start and b"\0" in content):
        raise NotEvidence(file=name)
    if len(content) > DOCUMENT_MEGABYTES * 1_000_000:
        raise EvidenceIsTooLarge(file=name, megabytes=len(content) // 1_000_000, limit=DOCUMENT_MEGABYTES)
    return Evidence(content, media_type, name)


# Photos


def _photo(content: bytes, name: str, longest: int) -> Evidence:
    with still_picture(content, name) as photo:
        taken_on = _taken_on(photo)
        clean = clean_picture(photo, longest)
        is_drawn = photo.format in ("PNG", "BMP", "GIF") and clean.getcolors(SCREEN_COLOURS) is not None
    kept, media_type = _encoded(clean, is_drawn)
    return Evidence(kept, media_type, "", taken_on, clean.width, clean.height)


@contextmanager
def still_picture(content: bytes, name: str) -> Iterator[Image.Image]:
    """A picture that does not move, for as long as it is open. Raises a `Refusal` that names it, also in the body."""
    try:
        with _opened(content, name) as photo:
            is_moving = getattr(photo, "is_animated", False)
            if is_moving and photo.format != "MPO":  # some phones write a second, hidden view
                raise PhotoMoves(file=name)
            yield photo
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, MemoryError) as error:
        raise PhotoIsDamaged(file=name) from error


def _opened(content: bytes, name: str) -> Image.Image:
    """The picture with its size known and nothing of it unpacked yet."""
    try:
        photo = Image.open(BytesIO(content), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoIsTooLarge(file=name, megapixels=f"{MEGAPIXELS}+", limit=MEGAPIXELS) from error
    except UnidentifiedImageError as error:
        is_cut = content.startswith((b"\xff\xd8\xff", b"\x89PNG"))
        raise (PhotoIsDamaged if is_cut else NotEvidence)(file=name) from error
    megapixels = photo.width * photo.height / 1_000_000
    if megapixels > MEGAPIXELS:
        photo.close()
        raise PhotoIsTooLarge(file=name, megapixels=round(megapixels), limit=MEGAPIXELS)
    return photo


def _taken_on(photo: Image.Image) -> dt.date | None:
    with suppress(Exception):  # what a camera writes there is beyond any list of errors, and never worth a photo
        exif = photo.getexif()
        said = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
        return dt.datetime.strptime(str(said)[:10], "%Y:%m:%d").replace(tzinfo=dt.UTC).date()
    return None


def clean_picture(photo: Image.Image, longest: int = LONG_SIDE) -> Image.Image:
    """Upright, no longer than we keep, in sRGB on white, and a new picture that knows nothing else."""
    photo.draft("RGB", (longest, longest))
    photo.load()
    shrunk = _on_white(photo).copy()
    shrunk.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    plain = _in_srgb(_turned(shrunk, photo), photo.info.get("icc_profile")).convert("RGB")
    clean = Image.new("RGB", plain.size)
    clean.paste(plain)
    return clean


def _turned(shrunk: Image.Image, photo: Image.Image) -> Image.Image:
    with suppress(Exception):  # see `_taken_on`
        turn = _TURNS.get(photo.getexif().get(ExifTags.Base.Orientation, 1))
        return shrunk if turn is None else shrunk.transpose(turn)
    return shrunk


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _in_srgb(photo: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as they are meant; those of a profile nobody can read are taken as they are."""
    if not profile or photo.mode not in ("RGB", "CMYK", "L"):
        return photo
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        if ImageCms.getProfileDescription(own).startswith("sRGB"):
            return photo
        turned = ImageCms.profileToProfile(photo, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return photo
    return turned or photo


def _on_white(photo: Image.Image) -> Image.Image:
    """In a mode that can be shrunk, without transparency."""
    if photo.mode in ("I", "F") or photo.mode.startswith("I;16"):
        grey = photo.convert("F")
        least, most = grey.getextrema()
        span = float(most) - float(least) or 1.0  # type: ignore[arg-type]  # of one band
        return grey.point(lambda value: value * (255 / span) - float(least) * 255 / span).convert("L")  # type: ignore[arg-type]
    if photo.has_transparency_data:
        seen = photo.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")
    return photo if photo.mode in ("RGB", "CMYK", "L") else photo.convert("RGB")


def _encoded(clean: Image.Image, is_drawn: bool) -> tuple[bytes, str]:
    jpeg = _as_jpeg(clean)
    if is_drawn:
        sink = BytesIO()
        clean.save(sink, "PNG", optimize=True)
        if len(sink.getvalue()) <= 2 * len(jpeg):
            return sink.getvalue(), "image/png"
    return jpeg, "image/jpeg"


def _as_jpeg(photo: Image.Image) -> bytes:
    sink = BytesIO()
    photo.save(sink, "JPEG", quality=QUALITY, optimize=True)
    return sink.getvalue()


# Shown and printed


def shown_photo(path: Path, attachment: Attachment, longest: int) -> Image.Image:
    """A photo as it is to be seen, with its layer, no longer than that. Raises OSError where it cannot be read."""
    with Image.open(path, formats=("JPEG", "PNG")) as photo:
        size = photo.size
        photo.draft("RGB", (longest, longest))
        photo.load()
        small = photo.convert("RGB")
    small.thumbnail((longest * 2, longest * 2), Image.Resampling.BOX)
    drawn = draw_layer(small, parse_layer(attachment.layer), size)
    drawn.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return drawn


def shown_file(path: Path, longest: int) -> Image.Image:
    """A picture that is not ours yet, upright and small, to choose it by. Raises OSError where it cannot be read."""
    try:
        with Image.open(path, formats=_FORMATS) as photo:
            if photo.width * photo.height > MEGAPIXELS * 1_000_000:
                raise OSError(path.name)
            photo.draft("RGB", (longest, longest))
            photo.load()
            small = _on_white(photo).convert("RGB")
            small.thumbnail((longest, longest), Image.Resampling.BOX)
            return _turned(small, photo)
    except (SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise OSError(path.name) from error


def print_photos(register: Path, attachments: Iterable[Attachment], folder: Path) -> dict[str, Path]:
    """Where the picture to be printed lies, by the attachment's id: the file itself, or one made in `folder`.

    A photo whose file is missing or damaged is not among them.
    """
    photos: dict[str, Path] = {}
    for attachment in attachments:
        path = file_of(register, attachment.sha256) if attachment.is_photo else None
        if path is None:
            continue
        layer = parse_layer(attachment.layer)
        if not layer and attachment.media_type == "image/jpeg":
            photos[attachment.id] = path
            continue
        with suppress(OSError, SyntaxError, ValueError):
            photos[attachment.id] = _printed(path, layer, attachment, folder)
    return photos


def _printed(path: Path, layer: Layer, attachment: Attachment, folder: Path) -> Path:
    made = folder / f"{attachment.sha256}-{sha256(attachment.layer.encode()).hexdigest()[:16]}.jpg"
    if not made.exists():
        with Image.open(path, formats=("JPEG", "PNG")) as photo:
            made.write_bytes(_as_jpeg(draw_layer(photo, layer)))
    return made
