"""Checklists brought in: 5,000 questions, a million empty rows, a large file, in time and memory."""

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from docx.oxml.ns import qn
from xlsxwriter import Workbook

from qmsdesk.exchange.exports.documents import as_document
from qmsdesk.exchange.sources.files import understand
from qmsdesk.i18n import words
from tests.bench.rows import Row

QUESTIONS, EMPTY_ROWS, ROUNDS = 5_000, 1_048_575, 3
TABLES = 1_000
LARGE_ROWS, LARGE_BYTES = 70_000, 45_000_000
_MEASURED = """
import resource, sys, time
from pathlib import Path
from qmsdesk.exchange.sources.files import understand
began = time.perf_counter()
understand(Path(sys.argv[1]))
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def rows() -> Iterator[Row]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        many, text = make_book(folder / "many.xlsx", QUESTIONS), make_text(folder / "many.csv", QUESTIONS)
        yield Row("Understand 5,000 questions in .xlsx", "processor", _seconds(many), 2, "s")
        yield Row("Understand 5,000 questions in .csv", "processor", _seconds(text), 2, "s")
        whole = make_document(folder / "table.docx", 1, QUESTIONS)
        parts = make_document(folder / "tables.docx", TABLES, QUESTIONS // TABLES)
        yield Row("Understand a Word table of 5,000 rows", "processor", _seconds(whole), 2, "s")
        yield Row("Understand 1,000 Word tables of 5 rows", "processor", _seconds(parts), 2, "s")
        content = understand(whole).content
        yield Row(
            "Write 5,000 questions as a Word document",
            "processor",
            _median(lambda: as_document(content, words("sv"))),
            2,
            "s",
        )
        short, long = make_book(folder / "short.xlsx", 50), make_book(folder / "long.xlsx", 50, EMPTY_ROWS)
        empty, plain = _seconds(long), _seconds(short)
        yield Row(
            "50 questions, a million empty rows below", "without them", empty / plain, 1.5, detail=f"{empty:.3f} s"
        )
        large = with_pictures(make_book(folder / "large.xlsx", LARGE_ROWS))
        seconds, megabytes = _apart(large)
        detail = f"{large.stat().st_size / 1e6:.0f} MB, {seconds:.1f} s"
        yield Row("Memory, 70,000 questions and 45 MB of pictures", "-", megabytes, 300, "MB", detail)


def make_book(path: Path, questions: int, last_row: int = 0) -> Path:
    """A checklist of so many questions in sections of twenty; `last_row` ends its used range."""
    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Frågor")
        for at, line in enumerate(_lines(questions)):
            sheet.write_row(at, 0, line)
        if last_row:
            sheet.write_blank(last_row, 5, None, book.add_format({"bg_color": "#eeeeee"}))
    return path


def with_pictures(path: Path) -> Path:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as package:
        package.writestr("xl/media/image1.jpeg", bytes(range(256)) * (LARGE_BYTES // 256))
    return path


def make_text(path: Path, questions: int) -> Path:
    path.write_text("\n".join(";".join(line) for line in _lines(questions)), "utf-8")
    return path


def _lines(questions: int) -> Iterator[list[str]]:
    yield ["Område", "Nr", "Fråga", "Vägledning", "Ja", "Nej", "Kommentar"]
    for at in range(questions):
        yield [
            f"Område {at // 20}",
            str(at),
            f"Hur följs rutin {at} upp under året?",
            f"Be om exempel {at}",
            "",
            "",
            "",
        ]


def make_document(path: Path, tables: int, rows: int) -> Path:
    """Word tables under headings; the rows are copies of the first, since python-docx is slow to add them."""
    document = Document()
    lines = list(_lines(tables * rows))
    for place in range(tables):
        if tables > 1:
            document.add_heading(f"Område {place}", 1)
        table = document.add_table(1, len(lines[0]))
        for cell, text in zip(table.rows[0].cells, lines[0], strict=True):
            cell.text = text
        first = table.rows[0]._tr
        for line in lines[1 + place * rows : 1 + (place + 1) * rows]:
            copy = deepcopy(first)
            for text, said in zip(copy.iter(qn("w:t")), line, strict=True):
                text.text = said
            table._tbl.append(copy)
    document.save(str(path))
    return path


def _seconds(path: Path) -> float:
    return _median(lambda: understand(path))


def _median(work: Callable[[], object]) -> float:
    """Seconds of processor: a wait for others on the machine is not ours."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return sorted(times)[ROUNDS // 2]


def _apart(path: Path) -> tuple[float, float]:
    done = subprocess.run([sys.executable, "-c", _MEASURED, str(path)], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes
