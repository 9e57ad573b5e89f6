"""The report as HTML and as a Word file: all that the blocks say, once and in order, and nothing else."""

import datetime as dt
import importlib
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from justhtml import JustHTML
from lxml import etree
from PIL import Image

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.report import design, html, html_style, word
from qmsdesk.report.audits import report_blocks
from qmsdesk.report.cards import Callout, Card
from qmsdesk.report.figures import Figure
from qmsdesk.report.forms import AskedQuestion, Blanks, WritingRoom
from qmsdesk.report.grids import Grid
from qmsdesk.report.html import audit_html
from qmsdesk.report.pages import Block, Pages
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.photos import Photo
from qmsdesk.report.plain_text import plain, plain_line
from qmsdesk.report.remarks import Numbered
from qmsdesk.report.signatures import Signature
from qmsdesk.report.tables import Cell, Table
from qmsdesk.report.word import audit_word
from tests.report import sample_dossiers
from tests.report.sample_dossiers import STAMP

SAMPLES = ("empty", "typical", "signed", "overfull")
ONLY_ON_PAPER = {AskedQuestion}
"""The printed checklist is filled in by hand."""
FORMS = tuple(ReportForm)
NASTY = st.text(
    st.sampled_from("aå <>&\"'=\\/\n\t\x00\x07\x1b\x85\u2028\u202e\u2066\u05d0\u0645😀\U0001f44d\ufe0f\ufffe{}%;-]"),
    max_size=40,
)


def sample(name: str) -> Dossier:
    return getattr(sample_dossiers, name)()


def pressed(text: str) -> str:
    """Text without its spaces, which every format sets anew."""
    return re.sub(r"[\s\xa0]+", "", text)


# --- what the blocks say ---


def said_by(block: Block) -> Iterator[str]:
    """Every text of a block, in the order it is read."""
    if isinstance(block, Numbered):
        yield block.label
        yield from said_by(block.block)
    elif isinstance(block, Heading | Callout):
        yield plain_line(block.text) or "–"
    elif isinstance(block, Paragraph):
        yield f"{block.lead_in} {block.text}"
    elif isinstance(block, Bullets | Blanks):
        yield from block.texts if isinstance(block, Bullets) else block.names
    elif isinstance(block, Grid):
        yield from pairs(block.pairs)
    elif isinstance(block, Table):
        yield from (plain_line(column.title) or "–" for column in block.columns)
        yield from (held.text if isinstance(held, Cell) else held for row in block.rows for held in row)
    elif isinstance(block, Card):
        yield from (plain_line(block.kind) or "–", plain_line(block.title) or "–", *pairs(block.parts))
    elif isinstance(block, Figure | Photo):
        yield block.caption
    elif isinstance(block, Signature):
        yield from (block.statement, "" if block.strokes else block.typed, *block.names)
    else:
        assert isinstance(block, WritingRoom), type(block)


def pairs(held: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, text in held:
        yield plain_line(name) or "–"
        yield text


def said_by_report(dossier: Dossier, language: str, form: ReportForm, **files: Any) -> str:
    blocks = report_blocks(dossier, words(language), stamp=STAMP, form=form, **files).blocks
    return pressed("".join(plain(text) for block in blocks for text in said_by(block)))


# --- what the files say ---


def said_by_html(page: str) -> str:
    """The text of its main part as a browser shows it."""
    parsed = etree.HTML(page)
    main = parsed.find(".//main")
    etree.strip_elements(main, "svg", with_tail=False)
    return pressed("".join(main.itertext()))


def said_by_word(file: bytes) -> str:
    """The text after the first page, without the symbols, whose colour and name stand beside them."""
    document = docx.Document(BytesIO(file))
    parts: list[str] = []
    has_begun = False
    for element in document.element.body.iterchildren():
        has_begun = has_begun or bool(element.findall(".//" + qn("w:bookmarkStart")))
        if has_begun:
            parts.append(word_text(element))
    return pressed("".join(parts))


def word_text(element: Any) -> str:
    signs = {f"{sign} " for sign in word.SIGNS.values()}
    runs = [run.text or "" for run in element.iter(qn("w:t"))]
    cleaned = []
    for run in runs:
        sign = next((sign for sign in signs if run.startswith(sign)), "")
        cleaned.append(run.removeprefix(sign))
    return "".join(cleaned)


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("photos") / "photo.jpg"
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera Works"
    Image.linear_gradient("L").resize((300, 200)).convert("RGB").save(path, exif=exif)
    return path


def pictured(dossier: Dossier) -> Dossier:
    attachment = Attachment(
        "ph",
        "a",
        "0" * 64,
        media_type="image/jpeg",
        size_bytes=9,
        caption="Nyckelskåpet <öppet> & tomt",
        finding_id="f-A-04",
    )
    return replace(dossier, attachments=(attachment,))


# --- all of it, once, in order ---


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_html_and_word_say_what_the_blocks_say(name: str, language: str, photo: Path) -> None:
    dossier = pictured(sample(name))
    given_to = {"stamp": STAMP, "photos": {"ph": photo}}

    assert said_by_html(audit_html(dossier, words(language), **given_to)) == (
        told := said_by_report(dossier, language, ReportForm.FULL, photos={"ph": photo})
    )
    assert said_by_word(audit_word(dossier, words(language), **given_to)) == told
    assert pressed("Nyckelskåpet <öppet> & tomt") in told


@pytest.mark.parametrize("form", FORMS)
def test_so_they_do_in_every_form(form: ReportForm) -> None:
    dossier = sample("signed" if form is not ReportForm.FACT_CHECK else "typical")
    told = said_by_report(dossier, "sv", form)

    assert told
    assert said_by_html(audit_html(dossier, words("sv"), stamp=STAMP, form=form)) == told
    assert said_by_word(audit_word(dossier, words("sv"), stamp=STAMP, form=form)) == told


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(NASTY, min_size=6, max_size=6))
def test_whatever_is_typed_stands_there_as_it_was_typed(texts: list[str]) -> None:
    title, statement, reason, unit, summary, owner = texts
    base = sample("typical")
    dossier = replace(
        base,
        unit=replace(base.unit, name_sv=unit),
        audit=replace(base.audit, summary=summary, number=owner),
        findings=tuple(replace(each, title=title, statement=statement) for each in base.findings),
        actions=tuple(replace(each, owner=owner) for each in base.actions),
        answers=tuple(replace(each, reason=reason) for each in base.answers),
    )
    told = said_by_report(dossier, "sv", ReportForm.FULL)

    page = audit_html(dossier, words("sv"), stamp=STAMP)
    assert said_by_html(page) == told
    assert faults(page) == []
    assert said_by_word(audit_word(dossier, words("sv"), stamp=STAMP)) == told


def test_every_block_can_be_written() -> None:
    """A new block of the report needs a writer in html.py and in word.py, or has to be one for paper only."""
    known = set(html.write.registry) & set(word.write.registry)
    missing = {each.__name__ for each in block_classes() if each not in known | ONLY_ON_PAPER}

    assert missing == set()


def block_classes() -> Iterator[type]:
    """The blocks of every module that the report is made of; sheets for the wall and the like have their own."""
    code = "import sys, qmsdesk.report.audits; print(*(name for name in sys.modules if 'qmsdesk.report.' in name))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "qmsdesk.report.cards" in loaded.stdout.split()
    for module in loaded.stdout.split():
        for held in vars(importlib.import_module(module)).values():
            if (
                isinstance(held, type)
                and held not in (Block, Pages)
                and hasattr(held, "pour")
                and hasattr(held, "lead")
            ):
                yield held


def test_a_block_that_nobody_can_write_is_told() -> None:
    page: Any = None
    for write in (html.write, word.write):
        with pytest.raises(TypeError, match="object"):
            write(object(), page)


# --- HTML ---


def faults(page: str) -> list[str]:
    """What a strict parser objects to."""
    return [str(error) for error in JustHTML(page, collect_errors=True, sanitize=False).errors]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_is_right_html(name: str, form: ReportForm, photo: Path) -> None:
    page = audit_html(pictured(sample(name)), words("sv"), stamp=STAMP, form=form, photos={"ph": photo})
    parsed = etree.HTML(page)
    ids = parsed.xpath("//@id")

    assert faults(page) == []
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in parsed.xpath("//@href")} <= set(ids)
    assert {name for names in parsed.xpath("//@aria-labelledby") for name in names.split()} <= set(ids)


def test_the_page_needs_nobody_else_and_runs_nothing(photo: Path) -> None:
    page = audit_html(pictured(sample("signed")), words("en"), stamp=STAMP, photos={"ph": photo})
    parsed = etree.HTML(page)

    assert parsed.xpath("//script|//link|//iframe|//form|//@onclick|//@onload") == []
    assert "http" not in page
    assert "url(" not in page
    assert all(source.startswith("data:image/") for source in parsed.xpath("//@src"))
    assert "Secret Camera" not in page


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_can_be_walked_by_its_headings_and_landmarks(name: str) -> None:
    parsed = etree.HTML(audit_html(sample(name), words("sv"), stamp=STAMP))
    levels = [int(each.tag[1]) for each in parsed.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]

    assert parsed.get("lang") == "sv-SE"
    assert parsed.findtext(".//title")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [len(parsed.xpath(f"//body/{mark}")) for mark in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]


def test_pictures_and_tables_say_what_they_are(photo: Path) -> None:
    parsed = etree.HTML(audit_html(pictured(sample("signed")), words("en"), stamp=STAMP, photos={"ph": photo}))
    tables = parsed.xpath("//table")

    assert tables
    assert all(table.get("aria-labelledby") for table in tables)
    assert all(each.get("scope") for each in parsed.xpath("//th"))
    assert all(each.get("alt") for each in parsed.xpath("//img"))
    assert parsed.xpath("//svg[@role='img']")
    assert all(each.findtext("title") for each in parsed.xpath("//svg[@role='img']"))
    assert all(each.get("aria-hidden") for each in parsed.xpath("//svg[not(@role)]"))


@pytest.mark.parametrize("colour", sorted({look.colour for look in design.LOOKS.values()} | {"#000000", "#1d2a2f"}))
def test_colours_are_readable_by_night(colour: str) -> None:
    for ground in (html_style.NIGHT_GROUND, html_style.VARIABLES["ground"][1]):
        assert design.contrast(html_style.night(colour), ground) >= 4.5


def test_the_colours_of_the_page_are_readable_by_day_and_by_night() -> None:
    for text, ground in (("ink", "paper"), ("muted", "paper"), ("ink", "ground"), ("draft", "draft-ground")):
        for n in (0, 1):
            assert design.contrast(html_style.VARIABLES[text][n], html_style.VARIABLES[ground][n]) >= 4.5


def test_a_draft_says_so_in_words_and_a_final_report_does_not() -> None:
    draft, final = (audit_html(sample(name), words("en"), stamp=STAMP) for name in ("typical", "signed"))

    assert "Draft 2026-11-25" in etree.HTML(draft).findtext(".//header//p[@class='status']")
    assert 'class="status"' not in final.split("</style>")[1]


# --- Word ---


def test_the_word_file_has_real_styles_and_says_what_it_is(photo: Path) -> None:
    document = docx.Document(
        BytesIO(audit_word(pictured(sample("typical")), words("sv"), stamp=STAMP, photos={"ph": photo}))
    )
    told, used = document.core_properties, {each.style.name for each in document.paragraphs}

    assert (told.title, told.author, told.language) == (
        "Förbättringsdag: Hemtjänst Öster, 25 november 2026",
        "Granälva kommun",
        "sv-SE",
    )
    assert told.created == STAMP.astimezone(dt.UTC)
    assert {"Title", "Heading 1", "Heading 2", "List Bullet", "List Number", "Caption"} <= used
    assert document.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "sv-SE"
    assert "UTKAST" in document.sections[0].header.paragraphs[0].text
    assert [each.get(qn("w:instr")) for each in document.sections[0].footer._element.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]


def test_its_tables_have_heads_and_its_pictures_words(photo: Path) -> None:
    document = docx.Document(
        BytesIO(audit_word(pictured(sample("signed")), words("en"), stamp=STAMP, photos={"ph": photo}))
    )

    assert document.tables
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert len(pictures) >= 3
    assert all(each.get("descr") for each in pictures)
    assert all(Image.open(BytesIO(part.blob)).size for part in document.part.package.image_parts)


def test_each_numbered_list_begins_at_one() -> None:
    dossier = sample("typical")
    document = docx.Document(BytesIO(audit_word(dossier, words("en"), stamp=STAMP)))
    numbered = [each for each in document.paragraphs if each.style.name == "List Number"]
    own = numbered[0]._p.pPr.numPr.numId.val

    assert own != document.styles["List Number"].element.pPr.numPr.numId.val
    assert document.part.numbering_part.element.num_having_numId(own).lvlOverride_lst[0].startOverride.val == 1


def test_the_contents_lead_to_the_chapters() -> None:
    document = docx.Document(BytesIO(audit_word(sample("typical"), words("en"), stamp=STAMP)))
    places = {each.get(qn("w:name")) for each in document.element.body.iter(qn("w:bookmarkStart"))}
    links = [each.get(qn("w:anchor")) for each in document.element.body.iter(qn("w:hyperlink"))]

    assert links
    assert set(links) <= places


def test_the_same_report_is_the_same_file() -> None:
    one, other = (audit_word(sample("signed"), words("sv"), stamp=STAMP) for _n in range(2))

    assert one == other
    assert audit_html(sample("signed"), words("sv"), stamp=STAMP) == audit_html(
        sample("signed"), words("sv"), stamp=STAMP
    )
    assert not any("thumbnail" in name for name in zipfile.ZipFile(BytesIO(one)).namelist())
