"""The masked copy: nothing that was masked is anywhere in the file, whatever its format, and its mark is."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from typing import NamedTuple

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.masking import masked
from qmsdesk.domain.masks import Covers, Mask
from qmsdesk.domain.notes import Note
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from qmsdesk.report.html import audit_html
from qmsdesk.report.masks import masked_notice
from qmsdesk.report.word import audit_word
from qmsdesk.report.workbook import audit_workbook
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults
from tests.report.random_dossiers import Filled, filled
from tests.report.reading import printed_pages, spoken
from tests.report.sample_dossiers import STAMP
from tests.report.test_whole_reports import make_pictures

WORD = re.compile(r"q\d{5}z")


class Masked(NamedTuple):
    """An audit with its masks, and the words that nobody may read because of each."""

    dossier: Dossier
    files: dict[str, Path]
    secrets: dict[str, set[str]]

    @property
    def all_secrets(self) -> set[str]:
        return set().union(*self.secrets.values())


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return make_pictures(tmp_path_factory.mktemp("photos"))


def mask_some(each: Filled, chance: Random, pictures: list[Path]) -> Masked:
    """Some findings, photos and words, each by a reason of its own."""
    dossier = each.dossier
    told = [(Covers.FINDING, finding.id) for finding in dossier.findings]
    told += [(Covers.ATTACHMENT, attachment.id) for attachment in dossier.attachments]
    masks = [Mask(f"m-{id_}", "a", covers, id_) for covers, id_ in told if chance.random() < 0.3]
    for word in sorted(words_in(replace(dossier, notes=()))):
        if chance.random() < 0.2:
            said = f" {word.upper()} " if chance.random() < 0.5 else word
            masks.append(Mask(f"m-{word}", "a", Covers.PASSAGE, passage=said))
    masks = [replace(mask, reason=f"§{n:04d}§") for n, mask in enumerate(masks)]
    secrets = {mask.reason: secrets_of(dossier, mask) for mask in masks}
    files = {key: pictures[n % len(pictures)] for n, key in enumerate(each.pictured)}
    return Masked(replace(dossier, masks=tuple(masks)), files, secrets)


def words_in(*held: object) -> set[str]:
    return set(WORD.findall(repr(held)))


def secrets_of(dossier: Dossier, mask: Mask) -> set[str]:
    if mask.covers is Covers.PASSAGE:
        return words_in(mask.passage.strip().lower())
    if mask.covers is Covers.ATTACHMENT:
        return words_in(*(each for each in dossier.attachments if each.id == mask.target_id))
    finding = next(each for each in dossier.findings if each.id == mask.target_id)
    files = [each for each in dossier.attachments if each.finding_id == finding.id]
    return words_in(finding, *dossier.actions_of(finding), *files)


def bytes_of(pdf: bytes) -> Iterator[bytes]:
    """All that a PDF holds: its streams unpacked, its strings decoded, its text as fonts and readers have it."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for held in file.objects:
            if isinstance(held, pikepdf.Stream) and held.get("/Subtype") != "/Image":
                yield held.read_bytes()
            yield from strings_of(held, 0)
    yield pdf
    yield "\n".join(text for _, text in spoken(pdf)).encode("utf-8", "replace")
    yield "\n".join(printed_pages(pdf)).encode("utf-8", "replace")


def strings_of(held: object, depth: int) -> Iterator[bytes]:
    if isinstance(held, pikepdf.String):
        yield str(held).encode("utf-8", "replace")
    elif depth and isinstance(held, pikepdf.Object) and held.is_indirect:
        return
    elif isinstance(held, pikepdf.Array):
        for each in held:
            yield from strings_of(each, depth + 1)
    elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        for each in dict(held.items()).values():
            yield from strings_of(each, depth + 1)


def unpacked(file: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def told(pdf: bytes) -> str:
    return "\n".join(text for _, text in spoken(pdf))


def images(pdf: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(pdf)) as file:
        streams = [held for held in file.objects if isinstance(held, pikepdf.Stream)]
        return [held.read_raw_bytes() for held in streams if held.get("/Subtype") == "/Image"]


@settings(max_examples=12, deadline=None, derandomize=True)
@given(each=filled(), seed=st.integers(0, 2**32), language=st.sampled_from(["sv", "en"]))
def test_what_is_masked_is_nowhere_and_its_mark_in_its_place(
    each: Filled, seed: int, language: str, pictures: list[Path]
) -> None:
    case, _ = mask_some(each, Random(seed), pictures), words(language)
    pdf = audit_report(case.dossier, _, stamp=STAMP, form=ReportForm.MASKED, photos=case.files)
    for held in bytes_of(pdf):
        assert not case.all_secrets & {found.decode() for found in re.findall(rb"q\d{5}z", held)}
        assert not case.all_secrets & {found.decode() for found in re.findall(rb"q\d{5}z", held.replace(b"\0", b""))}
    assert faults(pdf) == []
    original, copy = told(audit_report(case.dossier, _, stamp=STAMP, photos=case.files)), told(pdf)
    for mask in case.dossier.masks:
        printed = {word for word in case.secrets[mask.reason] if word in original}
        if mask.covers is Covers.PASSAGE:
            gone_with_more = any(printed & words for key, words in case.secrets.items() if key != mask.reason)
            expected = sum(original.count(word) for word in printed)
            assert gone_with_more or copy.count(mask.reason) == expected
        else:
            assert mask.reason in copy or not printed
    assert "§0" not in original


@settings(max_examples=8, deadline=None, derandomize=True)
@given(each=filled(5), seed=st.integers(0, 2**32))
def test_nor_is_it_in_other_formats(each: Filled, seed: int, pictures: list[Path]) -> None:
    case, _ = mask_some(each, Random(seed), pictures), words("sv")
    given = {"stamp": STAMP, "form": ReportForm.MASKED, "photos": case.files}
    copies = (
        audit_html(case.dossier, _, **given).encode(),  # type: ignore[arg-type]
        unpacked(audit_word(case.dossier, _, **given)),  # type: ignore[arg-type]
        unpacked(audit_workbook(masked(case.dossier, _), _, stamp=STAMP, form=ReportForm.MASKED)),
    )
    for copy in copies:
        assert not case.all_secrets & {found.decode() for found in re.findall(rb"q\d{5}z", copy)}
    shown = [mask.reason for mask in case.dossier.masks if mask.covers is Covers.FINDING]
    assert all(reason.encode() in copy for reason in shown for copy in copies)
    assert all(masked_notice(_).encode() in copy for copy in copies)


def full_of_masks(tmp_path: Path) -> tuple[Dossier, dict[str, Path]]:
    base, (picture, other, *_rest) = samples.typical(), make_pictures(tmp_path)
    attachments = (
        Attachment("one", "a", "1" * 64, "image/jpeg", 9, "Skåpet i hallen", finding_id="f-A-04"),
        Attachment("two", "a", "2" * 64, "image/jpeg", 9, "Köket"),
        Attachment("three", "a", "3" * 64, "application/pdf", 9, "Rutinen", name="Rutin 2.3.pdf"),
    )
    masks = (
        Mask("m1", "a", Covers.ATTACHMENT, "one", reason="OSL 18:8"),
        Mask("m2", "a", Covers.ATTACHMENT, "three", reason="OSL 21:7"),
        Mask("m3", "a", Covers.PASSAGE, passage="karin  HOLM", reason="OSL 39:1"),
        Mask("m4", "a", Covers.PASSAGE, passage="Hemtjänst Öster", reason="OSL 26:1"),
        Mask("m5", "a", Covers.FINDING, "f-A-04", reason="OSL 26:1"),
    )
    return replace(base, attachments=attachments, masks=masks), {"one": picture, "two": other}


def test_a_masked_photo_leaves_its_number_and_its_mark(tmp_path: Path) -> None:
    dossier, files = full_of_masks(tmp_path)
    pdf = audit_report(dossier, words("en"), stamp=STAMP, form=ReportForm.MASKED, photos=files)
    copy = " ".join(told(pdf).split())
    assert "Photo 1. [Masked: OSL 18:8]" in copy
    assert "Photo 2. Köket" in copy
    assert "cannot be shown" not in copy
    assert "Rutin 2.3" not in copy
    original = images(audit_report(dossier, words("en"), stamp=STAMP, photos=files))
    assert len(set(original) - set(images(pdf))) == 1
    assert failures(pdf) == []
    assert faults(pdf) == []


def test_title_bookmarks_metadata_and_data_say_no_more_than_the_pages(tmp_path: Path) -> None:
    dossier, files = full_of_masks(tmp_path)
    pdf = audit_report(dossier, words("sv"), stamp=STAMP, form=ReportForm.MASKED, photos=files)
    for held in bytes_of(pdf):
        for secret in ("Hemtjänst Öster", "Karin Holm"):
            assert secret.encode() not in held
            assert secret.encode("utf-16-be") not in held
    with pikepdf.open(BytesIO(pdf)) as file:
        assert "[Maskat: OSL 26:1]" in str(file.docinfo.get("/Title", file.open_metadata().get("dc:title")))


def test_the_copy_says_what_it_is_before_the_rest(tmp_path: Path) -> None:
    dossier, files = full_of_masks(tmp_path)
    _ = words("sv")
    whole = audit_report(dossier, _, stamp=STAMP, photos=files)
    copy = audit_report(dossier, _, stamp=STAMP, form=ReportForm.MASKED, photos=files)

    assert failures(copy) == []
    assert masked_notice(_) in " ".join(printed_pages(copy)[1].split())
    assert masked_notice(_) not in " ".join(" ".join(printed_pages(whole)).split())


def test_words_hide_behind_nothing_that_is_not_seen() -> None:
    hidden = ("An\u00adna Berg", "ANNA\u00a0BERG", "A\u200bnna\nBerg", "Anna\r\nBerg", "\u202aAnn\x07a B\ufe0ferg")
    base = samples.typical()
    findings = tuple(
        replace(each, statement=f"Talade med {said}.") for each, said in zip(base.findings, hidden, strict=False)
    )
    mask = Mask("m", "a", Covers.PASSAGE, passage="Anna Berg", reason="§")
    dossier = replace(base, findings=findings, masks=(mask,), notes=(Note("n", "a", "p1", STAMP, "Anna Berg"),))
    pdf = audit_report(dossier, words("sv"), stamp=STAMP, form=ReportForm.MASKED)
    for held in bytes_of(pdf):
        assert b"berg." not in held.lower()
    assert [each.statement for each in masked(dossier, words("en")).findings] == ["Talade med [Masked: §]."] * 5
