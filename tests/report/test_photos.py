"""Photos in a report: there, described, and silent about who took them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from qmsdesk.domain.attachments import Attachment
from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from qmsdesk.report.jpeg import Jpeg, read_jpeg, stripped
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


def test_a_file_that_is_no_photo_is_named(photo: Path, tmp_path: Path) -> None:
    damaged, gone = tmp_path / "cd34", tmp_path / "ef56"
    damaged.write_bytes(photo.read_bytes()[:40])
    pdf, pages = attached("Shelf", ab12=photo, cd34=damaged, ef56=gone)
    assert failures(pdf) == []
    assert " ".join(pages).count("The file cannot be shown.") == 2


def test_the_size_is_read_from_the_file(photo: Path, tmp_path: Path) -> None:
    assert read_jpeg(photo) == Jpeg(640, 480, "/DeviceRGB")
    Image.new("CMYK", (9, 9)).save(tmp_path / "print", "JPEG")
    assert read_jpeg(tmp_path / "print") is None
