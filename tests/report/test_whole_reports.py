"""Whatever an audit holds: all that belongs in its report is there once and in order, and nothing that does not."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from qmsdesk.domain.attachments import Attachment
from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from qmsdesk.report.text import clean
from tests.report.pdf_walk import failures, faults
from tests.report.random_dossiers import Filled, fill, filled
from tests.report.reading import spoken
from tests.report.sample_dossiers import STAMP

FILES = 12
VALIDATED = 1, 8  # of so many reports this many are validated too, which takes most of the time

Print = Callable[[Filled, str], bytes]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return make_pictures(tmp_path_factory.mktemp("photos"))


def make_pictures(folder: Path) -> list[Path]:
    """Small photos; the last is never printed unless something withdrawn is."""
    paths = [folder / f"{n}.jpg" for n in range(FILES)]
    for n, path in enumerate(paths):
        Image.frombytes("RGB", (8, 6), Random(n).randbytes(8 * 6 * 3)).save(path, "JPEG", quality=95)
    return paths


@settings(max_examples=60, deadline=None, derandomize=True)
@given(each=filled(), language=st.sampled_from(["sv", "en"]))
def test_whatever_an_audit_holds_its_report_holds_once_and_in_order(
    each: Filled, language: str, pictures: list[Path]
) -> None:
    check(each, language, pictures)


@pytest.mark.parametrize(("findings", "questions", "photos"), [(500, 30, 0), (3, 3, 200), (0, 0, 0)])
def test_neither_too_much_nor_too_little_is_lost(
    findings: int, questions: int, photos: int, pictures: list[Path]
) -> None:
    check(fill(7, findings, questions, photos), "sv", pictures)


def check(each: Filled, language: str, pictures: list[Path]) -> None:
    """All promises at once; reading a report back is what takes time."""
    *shown, hidden = pictures
    kept = {each.id for each in standing(each)}
    files = {key: shown[n % len(shown)] if key in kept else hidden for n, key in enumerate(each.pictured)}
    pdf = audit_report(each.dossier, words(language), stamp=STAMP, photos=files)
    heard = spoken(pdf)
    assert_told_once(each, heard)
    assert_photos(each, heard)
    assert_silent(each, pdf, hidden)
    assert faults(pdf) == []
    few, many = VALIDATED
    if len(pdf) % many < few and len(each.dossier.findings) < 100:
        assert failures(pdf) == []


def assert_told_once(each: Filled, heard: list[tuple[str, str]]) -> None:
    dossier = each.dossier
    for type_ in {finding.type for finding in dossier.findings}:
        findings = [finding for finding in dossier.findings if finding.type is type_]
        assert places([finding.title for finding in findings], only(heard, "/H3"), often=True)
        for part in ("statement", "evidence", "consequence", "confirmed_by"):
            assert places([getattr(finding, part) for finding in findings], only(heard, "/LBody"))
    backwards = only(heard, "/TD")[::-1]  # the appendix comes last; what was not asked is told before it too
    questions = dossier.questions[::-1]
    assert places([question.text_sv for question in questions], backwards, often=True)
    reasons = [dossier.standing[each.id].reason for each in questions if each.id in dossier.standing]
    assert places(reasons, backwards, often=True)
    assert places([action.text for action in dossier.actions], only(heard, "/TD"))
    if not dossier.audit.is_ahead:
        assert places([dossier.audit.summary], only(heard, "/P"))


def assert_photos(each: Filled, heard: list[tuple[str, str]]) -> None:
    captions = [attachment.caption for attachment in standing(each)]
    assert places(captions, only(heard, "/Caption"))
    assert places(captions, only(heard, "/Figure"))


def assert_silent(each: Filled, pdf: bytes, hidden: Path) -> None:
    """Nothing secret is in any stream, any string or any picture, however it is written down."""
    held = b"\n".join(every_byte(pdf))
    found = {word for secret in each.secrets for word in forms(secret) if word in held}
    assert not found
    assert hidden.read_bytes()[-40:] not in held


def forms(word: str) -> tuple[bytes, ...]:
    wide = word.encode("utf-16-be")
    return word.encode(), wide, wide.hex().encode(), wide.hex().upper().encode()


def every_byte(pdf: bytes) -> Iterator[bytes]:
    with pikepdf.open(BytesIO(pdf)) as file:
        for held in file.objects:
            yield held.unparse()
            if isinstance(held, pikepdf.Stream):
                image = held.get("/Subtype") == "/Image"
                yield held.read_raw_bytes() if image else held.read_bytes()


def standing(each: Filled) -> list[Attachment]:
    """The attachments that nobody took back."""
    withdrawn = {note.id for note in each.dossier.notes if note.is_withdrawn}
    return [
        attachment
        for attachment in each.dossier.attachments
        if attachment.note_id not in withdrawn or attachment.finding_id is not None
    ]


def only(heard: list[tuple[str, str]], tag: str) -> list[str]:
    return [pressed(text) for kind, text in heard if kind == tag]


@cache
def pressed(text: str) -> str:
    """A text without the spaces and line breaks that setting it may alter."""
    return "".join(clean(text).split())


def places(texts: Iterable[str], heard: list[str], often: bool = False) -> bool:
    """Whether each text stands whole in what is heard, in order and once; `often` where other places repeat it."""
    wanted = [pressed(text) for text in texts if text.strip()]
    found = [[n for n, said in enumerate(heard) if text in said] for text in wanted]
    lost = [text[:60] for text, where in zip(wanted, found, strict=True) if not where or (len(where) > 1 and not often)]
    assert not lost, f"not there once: {lost}"
    firsts = [where[0] for where in found]
    assert firsts == sorted(firsts)
    return True
