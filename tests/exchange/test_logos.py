"""Logos on their way in: crisp on white, small, without anything else; what is no logo is refused in a sentence."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from qmsdesk.domain.errors import (
    EvidenceIsEmpty,
    EvidenceNotReadable,
    LogoIsTooLarge,
    NotALogo,
    PhotoIsDamaged,
    PhotoIsTooLarge,
    PhotoMoves,
    Refusal,
)
from qmsdesk.exchange.logos import LONG_SIDE, MEGABYTES, make_logo, read_logo
from qmsdesk.i18n import words
from qmsdesk.report.logos import read_logo as printed_logo


def png(picture: Image.Image, **given: object) -> bytes:
    sink = BytesIO()
    picture.save(sink, "PNG", **given)
    return sink.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_a_transparent_logo_stands_on_white_to_the_pixel(tmp_path: Path) -> None:
    drawn = Image.new("RGBA", (400, 100), (0, 0, 0, 0))
    drawn.paste((11, 93, 94, 255), (100, 20, 300, 80))

    kept = opened(make_logo(png(drawn), "logo.png"))

    assert kept.format == "PNG"
    assert kept.mode == "RGB"
    assert sorted(colour for _, colour in kept.getcolors() or []) == [(11, 93, 94), (255, 255, 255)]
    file = tmp_path / "kept"
    file.write_bytes(png(kept))
    assert printed_logo(file) is not None


def test_a_large_one_is_made_small_and_forgets_what_it_knew() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Somebody")

    kept = opened(make_logo(png(Image.new("RGB", (3000, 1000), "navy"), pnginfo=told), "logo.png"))

    assert kept.size == (LONG_SIDE, LONG_SIDE // 3)
    assert kept.info == {}


def moving() -> bytes:
    sink = BytesIO()
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    frames[0].save(sink, "GIF", save_all=True, append_images=frames[1:])
    return sink.getvalue()


def vast() -> bytes:
    """A small file that says it has more than 200 megapixels."""
    content = bytearray(png(Image.new("1", (8, 8))))
    content[16:24] = (20_000).to_bytes(4, "big") + (10_100).to_bytes(4, "big")
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", EvidenceIsEmpty),
        (b"%PDF-1.7\n", NotALogo),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NotALogo),
        (moving(), PhotoMoves),
        (png(Image.new("RGB", (300, 300), "red"))[:200], PhotoIsDamaged),
    ],
)
def test_what_is_no_logo_is_refused_by_its_name(content: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        make_logo(content, "emblem")
    assert "emblem" in refused.value.say(words("en"))


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises((PhotoIsTooLarge, PhotoIsDamaged)) as refused:
        make_logo(vast(), "vast.png")
    assert "vast.png" in refused.value.say(words("en"))


def test_a_file_too_large_or_missing_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(MEGABYTES * 1_000_000 + 1)
    with pytest.raises(LogoIsTooLarge):
        read_logo(large)
    with pytest.raises(EvidenceNotReadable):
        read_logo(tmp_path / "nowhere.png")
