"""Photos on their way in: upright, small, silent about who took them where; and what is refused, in one sentence."""

import datetime as dt
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from qmsdesk.domain import errors as known
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.layers import Blur, Crop, Layer, write_layer
from qmsdesk.exchange.photos import Evidence, make_evidence, print_photos, read_evidence, shown_photo
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.store.attachments import keep_file

SECRETS = (b"Exif", b"GPS", b"http://ns.adobe.com", b"Karin", b"Kamera", b"xmpmeta", b"ICC_PROFILE", b"2026:11")
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Karin</x:xmpmeta>"


def landscape(width: int = 400, height: int = 300) -> Image.Image:
    """Red in the upper left quarter, so that it can be seen how it was turned; soft elsewhere, as a photo is."""
    photo = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    ImageDraw.Draw(photo).rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill="#e00000")
    return photo


def exif(orientation: int = 1, taken: str = "2026:11:25 09:41:00") -> Image.Exif:
    made = Image.Exif()
    made[ExifTags.Base.Orientation] = orientation
    made[ExifTags.Base.Model] = "Kamera 4711"
    made[ExifTags.Base.Artist] = "Karin"
    made.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    made.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (60.0, 40.0, 12.0), 3: "E", 4: (17.0, 8.0, 30.0)})
    return made


def encoded(photo: Image.Image, form: str = "JPEG", **rest: object) -> bytes:
    sink = BytesIO()
    photo.save(sink, form, **rest)
    return sink.getvalue()


def opened(evidence: Evidence) -> Image.Image:
    return Image.open(BytesIO(evidence.content))


def opened_file(path: Path) -> tuple[tuple[int, int], str | None]:
    with Image.open(path) as photo:
        return photo.size, photo.format


def refused(content: bytes, name: str = "bild.jpg") -> str:
    with pytest.raises(Refusal) as caught:
        make_evidence(content, name)
    for language in LANGUAGES:
        assert name in caught.value.say(words(language))
    return type(caught.value).__name__


# What is kept


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_nothing_of_camera_place_or_person_is_kept(form: str) -> None:
    rest = {"pnginfo": PngInfo()} if form == "PNG" else {}
    if form == "PNG":
        rest["pnginfo"].add_text("Author", "Karin")
    content = encoded(landscape(), form, exif=exif(), xmp=XMP, comment=b"Karin", **rest)
    assert b"Karin" in content

    kept = make_evidence(content, f"bild.{form.lower()}")

    assert [secret for secret in SECRETS if secret in kept.content] == []
    assert not opened(kept).getexif()
    assert set(opened(kept).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert kept.name == ""
    assert kept.taken_on == (None if form == "TIFF" else dt.date(2026, 11, 25)), "Pillow writes no date into a TIFF"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright(orientation: int) -> None:
    """Seen through its orientation, each of these has its red quarter in the upper left."""
    back = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90"}
    back |= {7: "TRANSVERSE", 8: "ROTATE_270"}
    lying = landscape()
    if orientation > 1:
        lying = lying.transpose(Image.Transpose[back[orientation]])

    kept = make_evidence(encoded(lying, exif=exif(orientation)), "bild.jpg")

    assert (kept.width, kept.height) == opened(kept).size == (400, 300)
    red, green, _ = opened(kept).convert("RGB").getpixel((40, 40))
    assert red > 180
    assert green < 60


@pytest.mark.parametrize(
    ("size", "expected"), [((4000, 3000), (2000, 1500)), ((900, 5000), (360, 2000)), ((80, 60), (80, 60))]
)
def test_a_large_photo_is_shrunk_and_a_small_one_left(size: tuple[int, int], expected: tuple[int, int]) -> None:
    kept = make_evidence(encoded(landscape(*size)), "bild.jpg")

    assert opened(kept).size == expected
    assert kept.media_type == "image/jpeg"


def test_a_picture_of_the_screen_stays_png_and_a_photo_does_not() -> None:
    screen = Image.new("RGB", (900, 600), "white")
    for line in range(20, 580, 24):
        ImageDraw.Draw(screen).text((20, line), "Rutin för nycklar, version 3", fill="#203040")

    kept = make_evidence(encoded(screen, "PNG"), "skärm.png")
    assert kept.media_type == "image/png"
    assert opened(kept).convert("RGB").tobytes() == screen.tobytes()

    noise = Image.effect_noise((600, 400), 80).convert("RGB")
    noise.paste(landscape(300, 400))
    assert (
        make_evidence(
            encoded(Image.merge("RGB", (*noise.split()[:2], Image.effect_noise((600, 400), 90))), "PNG"), "f.png"
        ).media_type
        == "image/jpeg"
    )


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "RGBA", "1", "LA", "I;16"])
def test_every_kind_of_picture_becomes_plain_colours(mode: str) -> None:
    photo = landscape().convert("L").convert("I;16") if mode == "I;16" else landscape().convert(mode)
    form = "TIFF" if mode in ("CMYK", "I;16") else "PNG"

    kept = make_evidence(encoded(photo, form), "bild")

    assert opened(kept).mode in ("RGB", "P")
    assert opened(kept).size == (400, 300)


def test_what_is_transparent_is_white() -> None:
    kept = make_evidence(encoded(Image.new("RGBA", (90, 90), (0, 0, 0, 0)), "PNG"), "bild.png")

    assert opened(kept).convert("RGB").getpixel((40, 40)) == (255, 255, 255)


def test_a_colour_profile_is_turned_into_srgb_and_a_broken_one_is_ignored() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for held in (profile, b"no profile at all"):
        kept = make_evidence(encoded(landscape(), icc_profile=held), "bild.jpg")
        assert "icc_profile" not in opened(kept).info


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "igår", "", "2026:13:40"])
def test_a_date_that_is_none_is_none(taken: str) -> None:
    assert make_evidence(encoded(landscape(), exif=exif(taken=taken)), "bild.jpg").taken_on is None


def test_a_second_hidden_view_of_a_phone_is_no_animation() -> None:
    content = encoded(landscape(), "MPO", save_all=True, append_images=[landscape()])

    assert make_evidence(content, "bild.jpg").media_type == "image/jpeg"


# What is refused


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(99))),
        (b"IEND", b""),
    ]
    chunks = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def animated() -> bytes:
    return encoded(landscape(), "GIF", save_all=True, append_images=[Image.new("RGB", (400, 300), "blue")])


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (bytes, "EvidenceIsEmpty"),
    "no picture": (lambda: b"hej" * 400, "NotEvidence"),
    "half": (lambda: encoded(landscape())[:2000], "PhotoIsDamaged"),
    "a head alone": (lambda: encoded(landscape())[:40], "PhotoIsDamaged"),
    "half a PNG": (lambda: encoded(landscape(), "PNG")[:400], "PhotoIsDamaged"),
    "200 megapixels": (lambda: bomb(20_000, 10_000), "PhotoIsTooLarge"),
    "a bomb": (lambda: bomb(2_000_000, 2_000_000), "PhotoIsTooLarge"),
    "moving": (animated, "PhotoMoves"),
    "HEIC": (lambda: b"\0\0\0\x18ftypheic" + bytes(90), "PhotoIsHeic"),
    "a program": (lambda: b"MZ" + bytes(900), "ProgramIsNoEvidence"),
    "a script": (lambda: b"#!/bin/sh\nrm -rf /\n", "ProgramIsNoEvidence"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_in_one_sentence(name: str) -> None:
    make, expected = BAD[name]

    assert refused(make()) == expected


def test_a_picture_cut_anywhere_is_refused_or_whole() -> None:
    content = encoded(landscape(200, 150), exif=exif())
    for length in range(1, len(content) - 30, max(1, len(content) // 60)):
        assert refused(content[:length]) in ("PhotoIsDamaged", "NotEvidence"), length


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "borta.jpg"):
        with pytest.raises(known.EvidenceNotReadable):
            read_evidence(path)


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.jpg"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(known.EvidenceIsTooLarge):
        read_evidence(path)


# Documents


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"%PDF-1.7 rest", "Rutin för nycklar.pdf", "application/pdf"),
        (b"%PDF-1.7 rest", "utan ändelse", "application/pdf"),
        (b"PK\x03\x04rest", "Logg.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("Åtta av tio".encode(), "räknat.txt", "text/plain"),
    ],
)
def test_a_document_is_kept_as_it_is(content: bytes, name: str, media_type: str) -> None:
    assert make_evidence(content, name) == Evidence(content, media_type, name)


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"MZ" + bytes(99), "faktura.pdf", "ProgramIsNoEvidence"),
        (b"PK\x03\x04rest", "start.jar", "ProgramIsNoEvidence"),
        (b"nothing of the kind", "rutin.docx", "NotEvidence"),
        (b"a\0b", "rutin.txt", "NotEvidence"),
        (b"%PDF-" + bytes(26_000_000), "pärm.pdf", "EvidenceIsTooLarge"),
    ],
)
def test_a_document_that_is_none_is_refused(content: bytes, name: str, expected: str) -> None:
    assert refused(content, name) == expected


# On their way out


def kept_in(register: Path, photo: Image.Image, layer: Layer, form: str = "JPEG") -> Attachment:
    content = encoded(photo, form, **({"quality": 95} if form == "JPEG" else {}))
    digest = keep_file(register, content)
    media_type = f"image/{form.lower()}"
    size = (photo.width, photo.height)
    return Attachment(
        "x",
        "a",
        digest,
        media_type,
        len(content),
        "Nycklar",
        None,
        None,
        None,
        None,
        None,
        "",
        *size,
        write_layer(layer),
    )


def test_what_is_hidden_or_cut_off_is_gone_from_what_is_printed(tmp_path: Path) -> None:
    register = tmp_path / "r.qmsdesk"
    photo = Image.new("RGB", (800, 600), "#808080")
    ImageDraw.Draw(photo).text((310, 210), "19810212-1234", fill="white", font_size=30)
    attachment = kept_in(register, photo, Layer((Blur(300, 200, 300, 60), Crop(100, 100, 600, 400))))
    file_before = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]

    with Image.open(print_photos(register, [attachment], tmp_path)["x"]) as printed:
        assert printed.size == (600, 400)
        hidden = printed.crop((200, 100, 500, 160)).convert("L")
    assert len({hidden.getpixel((x, y)) // 16 for x in range(4, 300, 4) for y in range(4, 60, 4)}) <= 12
    assert file_before[0] in [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]


def test_the_same_file_may_be_printed_with_two_layers(tmp_path: Path) -> None:
    register = tmp_path / "r.qmsdesk"
    plain = kept_in(register, landscape(), Layer())
    cropped = replace(plain, id="y", layer=write_layer(Layer((Crop(0, 0, 100, 100),))))

    printed = print_photos(register, [plain, cropped], tmp_path)

    assert printed["x"] != printed["y"]
    assert opened_file(printed["x"]) == ((400, 300), "JPEG")
    assert opened_file(printed["y"]) == ((100, 100), "JPEG")


def test_a_picture_of_the_screen_is_printed_as_jpeg(tmp_path: Path) -> None:
    register = tmp_path / "r.qmsdesk"
    attachment = kept_in(register, landscape(), Layer(), "PNG")

    assert opened_file(print_photos(register, [attachment], tmp_path)["x"]) == ((400, 300), "JPEG")


def test_a_missing_or_damaged_file_is_left_out(tmp_path: Path) -> None:
    register = tmp_path / "r.qmsdesk"
    drawn = kept_in(register, landscape(), Layer((Crop(0, 0, 100, 100),)))
    damaged = replace(drawn, sha256=keep_file(register, b"no picture"))
    gone, strange = replace(drawn, sha256="ab" * 32), replace(drawn, sha256="../../etc/passwd")

    assert print_photos(register, [damaged, gone, strange], tmp_path) == {}


def test_a_thumbnail_shows_the_layer(tmp_path: Path) -> None:
    register = tmp_path / "r.qmsdesk"
    attachment = kept_in(register, landscape(2000, 1000), Layer((Crop(0, 0, 400, 400),)))
    path = print_photos(register, [replace(attachment, layer="")], tmp_path)["x"]

    small = shown_photo(path, attachment, 160)

    assert max(small.size) <= 160
    assert abs(small.width - small.height) <= 1
