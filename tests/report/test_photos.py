"""Photos in a report: there, described, and silent about who took them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageStat

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.layers import Blur, Crop, Layer, write_layer
from qmsdesk.exchange.photos import print_photos
from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from qmsdesk.report.jpeg import CHUNK, Jpeg, packed_jpeg, read_jpeg, stripped
from qmsdesk.store.attachments import keep_file
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages

OWNER = "Kamera 4711 tillhör Karin"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    picture, exif = Image.new("RGB", (640, 480), "#8ab"), Image.Exif()
    exif[0x013B] = OWNER
    path = tmp_path / "bild på skåp (1).jpg"
    picture.save(path, "JPEG", exif=exif, comment=OWNER.encode())
    return path


def attached(caption: str, **files: Path) -> tuple[bytes, list[str]]:
    attachments = tuple(Attachment(name, "a", name, "image/jpeg", 1, caption) for name in files)
    dossier = replace(samples.typical(), attachments=attachments)
    pdf = audit_report(dossier, words("en"), stamp=samples.STAMP, photos=files)
    return pdf, printed_pages(pdf)


def test_a_photo_is_printed_with_its_caption(photo: Path) -> None:
    pdf, pages = attached("The key cabinet stood open 🔑", ab12=photo)
    assert failures(pdf) == []
    assert faults(pdf) == []
    assert any("Photo 1. The key cabinet stood open" in text for text in pages)
    with pikepdf.open(BytesIO(pdf)) as file:
        images = [image for page in file.pages for image in page.get_images().values()]
    assert len(images) == 1


def test_nothing_of_the_camera_reaches_the_report(photo: Path) -> None:
    assert OWNER.encode() in photo.read_bytes()
    pdf, _ = attached("Cabinet", ab12=photo)
    assert OWNER.encode() not in pdf
    clean = Image.open(BytesIO(stripped(photo.read_bytes())))
    assert clean.tobytes() == Image.open(photo).tobytes()


def test_a_large_photo_goes_in_whole_a_piece_at_a_time(photo: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.jpg"
    Image.effect_noise((900, 700), 90).save(large, "JPEG", quality=95, comment=OWNER.encode())
    pieces = list(packed_jpeg(large).pieces())
    assert max(map(len, pieces)) <= CHUNK < large.stat().st_size
    assert b"".join(pieces) == stripped(large.read_bytes())

    pdf, _ = attached("Cabinet", ab12=large)
    assert failures(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        (image,) = (image for page in file.pages for image in page.get_images().values())
        assert image.read_raw_bytes() == b"".join(pieces)


@pytest.mark.expects_log
def test_a_file_that_is_no_photo_is_named(photo: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    damaged, gone = tmp_path / "cd34", tmp_path / "ef56"
    damaged.write_bytes(photo.read_bytes()[:40])
    pdf, pages = attached("Shelf", ab12=photo, cd34=damaged, ef56=gone)
    assert failures(pdf) == []
    assert faults(pdf) == []
    text = " ".join(" ".join(pages).split())
    assert text.count("Shelf The photo cannot be shown: its file is missing or damaged.") == 2
    assert all(f"photo {name} of attachment {name} cannot be printed" in caplog.text for name in ("cd34", "ef56"))


@pytest.mark.expects_log
def test_no_file_is_too_odd_to_print(photo: Path, tmp_path: Path) -> None:
    picture, whole = Image.open(photo), photo.read_bytes()
    files = {
        name: tmp_path / name for name in ("rising", "dot", "wide", "tall", "print", "half", "head", "empty", "text")
    }
    picture.save(files["rising"], "JPEG", progressive=True)
    Image.new("RGB", (1, 1)).save(files["dot"], "JPEG")
    Image.new("RGB", (20_000, 10)).save(files["wide"], "JPEG")
    Image.new("L", (10, 20_000)).save(files["tall"], "JPEG")
    picture.convert("CMYK").save(files["print"], "JPEG")
    for name, content in (("half", whole[: len(whole) // 2]), ("head", whole[:300]), ("empty", b""), ("text", b"hi")):
        files[name].write_bytes(content)
    pdf, pages = attached("Seen", **files)
    assert failures(pdf) == []
    assert faults(pdf) == []
    text = " ".join(pages)
    assert text.count("The photo cannot be shown") == 5
    assert all(f"Photo {n}. Seen" in text for n in range(1, len(files) + 1))


def test_a_caption_stays_with_its_photo(photo: Path) -> None:
    dossier = replace(
        samples.typical(), attachments=tuple(Attachment(f"p{n}", "a", "x", "image/jpeg", 1) for n in range(9))
    )
    pdf = audit_report(dossier, words("en"), stamp=samples.STAMP, photos={f"p{n}": photo for n in range(9)})
    with pikepdf.open(BytesIO(pdf)) as file:
        drawn = [page.Contents.read_bytes().count(b" Do Q") for page in file.pages]
    assert drawn[1:] == [
        text.count("CAPTION MISSING") for text in printed_pages(pdf)[1:]
    ]  # the cover has a picture too
    assert sum(drawn) == 9


def test_the_size_is_read_from_the_file(photo: Path, tmp_path: Path) -> None:
    assert read_jpeg(photo) == Jpeg(640, 480, "/DeviceRGB")
    Image.new("CMYK", (9, 9)).save(tmp_path / "print", "JPEG")
    assert read_jpeg(tmp_path / "print") is None


def test_a_draft_says_where_a_caption_is_missing_and_a_final_report_does_not(photo: Path) -> None:
    for state, said in ((AuditState.DRAFT_REPORT, "CAPTION MISSING"), (AuditState.FINAL, "No caption")):
        dossier = samples.typical()
        attachments = (Attachment("x", "a", "ab", "image/jpeg", 1),)
        dossier = replace(dossier, attachments=attachments, audit=replace(dossier.audit, state=state))
        pdf = audit_report(dossier, words("en"), stamp=samples.STAMP, photos={"x": photo})
        assert failures(pdf) == []
        assert said in " ".join(printed_pages(pdf))


@pytest.mark.expects_log
def test_a_photo_says_what_it_belongs_to_and_documents_stand_by_name(photo: Path) -> None:
    dossier = samples.typical()
    finding = dossier.findings[0]
    attachments = (
        Attachment("x", "a", "ab", "image/jpeg", 1, "The cabinet", finding_id=finding.id),
        Attachment("y", "a", "cd", "application/pdf", 1, "The routine as it hung there", name="Rutin nycklar.pdf"),
        Attachment("z", "a", "ef", "image/jpeg", 1, "Lost on the way"),
    )
    pdf = audit_report(replace(dossier, attachments=attachments), words("en"), stamp=samples.STAMP, photos={"x": photo})
    text = " ".join(" ".join(printed_pages(pdf)).split())
    assert failures(pdf) == []
    assert f"Photo 1. The cabinet (Finding {finding.number})" in text
    assert "Rutin nycklar.pdf: The routine as it hung there" in text
    assert "Photo 2. Lost on the way The photo cannot be shown: its file is missing or damaged." in text


def test_what_is_hidden_or_cut_off_is_not_in_the_bytes_of_the_report(tmp_path: Path) -> None:
    """The secret is a noise that compresses to nothing like itself: if its picture were there, it would be found."""
    register = tmp_path / "r.qmsdesk"
    picture = Image.new("RGB", (800, 600), "#9aa0a6")
    picture.paste(Image.effect_noise((200, 100), 120), (100, 100))
    picture.paste(Image.effect_noise((100, 500), 120), (690, 50))
    sink = BytesIO()
    picture.save(sink, "JPEG", quality=95)
    digest = keep_file(register, sink.getvalue())
    layer = write_layer(Layer((Blur(90, 90, 220, 120), Crop(0, 0, 650, 600))))
    attachment = Attachment("x", "a", digest, "image/jpeg", 1, "Board", width=800, height=600, layer=layer)

    photos = print_photos(register, [attachment], tmp_path)
    dossier = replace(samples.typical(), attachments=(attachment,))
    pdf = audit_report(dossier, words("en"), stamp=samples.STAMP, photos=photos)

    with pikepdf.open(BytesIO(pdf)) as file:
        (image,) = [image for page in file.pages for image in page.get_images().values()]
        shown = pikepdf.PdfImage(image).as_pil_image().convert("L")
    assert shown.size == (650, 600)
    hidden = shown.crop((96, 96, 304, 204))
    assert deviation(hidden) < deviation(picture.convert("L").crop((100, 100, 300, 200))) / 2
    assert sink.getvalue()[600:] not in pdf


def deviation(picture: Image.Image) -> float:
    return ImageStat.Stat(picture).stddev[0]
