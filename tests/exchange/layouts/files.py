"""Layouts written as text with their truth beside, and made into spreadsheets, text files and Word documents."""

import csv
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from qmsdesk.domain.errors import Refusal
from qmsdesk.exchange.sources.files import understand
from qmsdesk.i18n import words
from tests.exchange.layouts.drawing import _SPAN, Layout, draw, lines_of

Groups = list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Filed:
    """`parts` are sheets by name as in `drawing`, or one text of a document; `truth` has `# section` and questions.

    In a document `=` begins a title, `##` a heading, `-` and `1)` list items, `*` a bold line, `|` a row of a table.
    A truth that begins without a section leaves its title open. `others` are texts that must not be asked.
    """

    name: str
    parts: dict[str, str] | str
    truth: str
    language: str = "sv"

    @property
    def kind(self) -> str:
        return self.name.rpartition(".")[2]


def groups_of(truth: str) -> Groups:
    groups: Groups = []
    for line in filter(None, map(str.strip, truth.split("\n"))):
        if line.startswith("# "):
            groups.append((line[2:], []))
        else:
            if not groups:
                groups.append(("", []))
            groups[-1][1].append(line.replace("\\n", "\n"))
    return groups


def read(path: Path, language: str) -> Groups:
    """What is understood without help, in the form of the truth; nothing where the file is refused."""
    try:
        understood = understand(path)
    except Refusal:
        return []
    _ = words(language)
    content = understood.content
    return [
        (
            _.pick(section, "title") if understood.sections else "",
            [_.pick(each, "text") for each in content.questions if each.section_id == section.id],
        )
        for section in content.sections
    ]


def is_right(found: Groups, truth: Groups) -> bool:
    """A first section without a title of its own may be called anything."""
    if found and truth and not truth[0][0]:
        found = [("", found[0][1]), *found[1:]]
    return found == truth


def make(each: Filed, folder: Path) -> Path:
    path = folder / each.name
    if isinstance(each.parts, str):
        _document(each.parts).save(str(path))
    elif each.kind == "xlsx":
        draw(Layout(path.stem, each.parts, 0, "", ""), folder)
    elif each.kind == "ods":
        _ods(each.parts, path)
    else:
        rows = lines_of(next(iter(each.parts.values())))
        with path.open("w", encoding="cp1252" if each.kind == "csv" else "utf-8", newline="") as file:
            csv.writer(file, delimiter=";" if each.kind == "csv" else "\t").writerows(rows)
    return path


def _document(text: str) -> Any:
    document = Document()
    rows: list[list[str]] = []
    for line in map(str.strip, [*text.strip("\n").split("\n"), ""]):
        if line.startswith("|"):
            rows.append([cell.strip().replace("\\n", "\n") for cell in line[1:].split("|")])
            continue
        if rows:
            _table(document, rows)
            rows = []
        _paragraph(document, line)
    return document


def _paragraph(document: Any, line: str) -> None:
    mark, _, rest = line.partition(" ")
    if mark and set(mark) <= {"=", "#"}:
        document.add_heading(rest, 0 if mark == "=" else len(mark) - 1)
    elif mark == "-":
        document.add_paragraph(rest, style="List Bullet")
    elif mark == "1)":
        document.add_paragraph(rest, style="List Number")
    elif mark == "*":
        document.add_paragraph().add_run(rest).bold = True
    else:
        document.add_paragraph(line)


def _table(document: Any, rows: list[list[str]]) -> None:
    """`>>3` after a text merges three cells, as in a spreadsheet."""
    width = max(map(len, rows))
    table = document.add_table(len(rows), width)
    for n, row in enumerate(rows):
        for m, cell in enumerate(row):
            match = _SPAN.match(cell)
            assert match is not None
            if not match[1]:
                continue
            held = table.cell(n, m)
            if match[2] or match[3]:
                held = held.merge(table.cell(n + int(match[3] or 1) - 1, m + int(match[2] or 1) - 1))
            held.text = match[1].strip("*") if match[1].startswith("**") else match[1]
            for run in held.paragraphs[0].runs if match[1].startswith("**") else ():
                run.bold = True
            if held.text.isupper():
                shade = OxmlElement("w:shd")
                shade.set(qn("w:fill"), "DDDDDD")
                held._tc.get_or_add_tcPr().append(shade)


_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def _ods(sheets: dict[str, str], path: Path) -> None:
    tables = [
        f'<table:table table:name="{escape(name)}">{_ods_rows(text)}</table:table>' for name, text in sheets.items()
    ]
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    start = f'<?xml version="1.0"?><office:document-content {_SPACES} office:version="1.3">'
    content = f"{start}{body}</office:document-content>"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", _ODS, zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)


def _ods_rows(text: str) -> str:
    lines = ("".join(map(_ods_cell, line)) for line in lines_of(text))
    return "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)


def _ods_cell(cell: str) -> str:
    match = _SPAN.match(cell)
    assert match is not None
    if not match[1]:
        return "<table:table-cell/>"
    across = int(match[2] or 1)
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in match[1].split("\n"))
    spanned = f' table:number-columns-spanned="{across}" table:number-rows-spanned="1"' if across > 1 else ""
    return f'<table:table-cell office:value-type="string"{spanned}>{paragraphs}</table:table-cell>'
