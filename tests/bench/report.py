"""Reports: processor time against the least that any program must do and against ReportLab's stock way; memory."""

import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import words
from qmsdesk.report import paragraphs, writer
from qmsdesk.report.audits import audit_report
from qmsdesk.report.fonts import Face
from qmsdesk.report.metadata import About
from qmsdesk.report.printing import print_blocks
from qmsdesk.report.tables import Column, Table
from tests.bench.big_dossiers import big_dossier
from tests.bench.rows import Row, paired
from tests.bench.stock_report import register_fonts, stock_report
from tests.report.sample_dossiers import LONG, STAMP

ROUNDS = 7
STOCK_ROUNDS = {60: 5, 500: 3}
FLOOR = "deflate the same bytes, break the lines"
STOCK = "Platypus multiBuild, same texts"
REACH = {60: 1 / 5, 500: 1 / 9}
ROWS = (10_000, 1_000)
PREVIEW_WIDTH = 900


def rows() -> list[Row]:
    register_fonts()
    made = [row for findings in (60, 500) for row in _size_rows(findings)]
    return [*made, _growth_row(), *_memory_rows(), _table_row(), _preview_row()]


def _size_rows(findings: int) -> list[Row]:
    dossier = big_dossier(findings)
    floor = Floor(dossier)
    ours, least, ratio = paired(ROUNDS, lambda: _cpu(lambda: _report(dossier)), lambda: _cpu(floor.do))
    mine, stock, share = paired(
        STOCK_ROUNDS[findings], lambda: _cpu(lambda: _report(dossier)), lambda: _cpu(lambda: stock_report(dossier))
    )
    what = f"Report of {findings} findings, CPU"
    return [
        Row(what, FLOOR, ratio, 5, detail=f"{ours * 1e3:.0f} / {least * 1e3:.0f} ms, {floor.size // 1024} kB"),
        Row(what, STOCK, share, REACH[findings], detail=f"{mine * 1e3:.0f} / {stock * 1e3:.0f} ms"),
    ]


def _report(dossier: Dossier) -> bytes:
    return audit_report(dossier, words("sv"), stamp=STAMP)


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


class Floor:
    """What no program can do without: pack and write the bytes of a report, and find the line breaks of its texts."""

    def __init__(self, dossier: Dossier) -> None:
        self._contents: list[bytes] = []
        self._texts: list[tuple[list[tuple[Face, str]], float]] = []
        compress, break_lines = zlib.compress, paragraphs.break_lines

        def noted(content: bytes) -> bytes:
            self._contents.append(content)
            return compress(content)

        def noted_lines(spans: Any, size: float, width: float, *more: Any) -> Any:
            held = list(spans)
            self._texts.append((held, width * 1000 / size))
            return break_lines(held, size, width, *more)

        writer.zlib.compress, paragraphs.break_lines = noted, noted_lines  # type: ignore[assignment]
        try:
            self.size = len(_report(dossier))
        finally:
            writer.zlib.compress, paragraphs.break_lines = compress, break_lines  # type: ignore[assignment]
        self._widths = {
            (face, word): face.width(word) for spans, _ in self._texts for face, text in spans for word in text.split()
        }

    def do(self) -> None:
        sink = BytesIO()
        for content in self._contents:
            sink.write(zlib.compress(content))
        for spans, limit in self._texts:
            self._break(spans, limit)

    def _break(self, spans: list[tuple[Face, str]], limit: float) -> list[str]:
        lines, line, used = [], [], 0.0
        for face, text in spans:
            for word in text.split():
                wide = self._widths[face, word]
                if line and used + face.space + wide > limit:
                    lines.append(" ".join(line))
                    line, used = [], 0.0
                used += wide + (face.space if line else 0.0)
                line.append(word)
        lines.append(" ".join(line))
        return lines


def _memory_rows() -> list[Row]:
    alone = "in a process of its own"
    return [
        Row("Peak memory, report of 500 findings", alone, _memory(500), 70, "MB"),
        Row("Peak memory, 80 MB of photos", alone, _memory(8, 40), 45, "MB", f"160 MB: {_memory(8, 80):.0f} MB"),
    ]


def _memory(*sizes: int) -> float:
    command = [sys.executable, "-m", "tests.bench.report_memory", *map(str, sizes)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=60)
    return float(done.stdout)


def _growth_row() -> Row:
    """Twice as many findings, questions and answers should take twice as long."""
    few, many = big_dossier(250), big_dossier(500)
    more, less, ratio = paired(5, lambda: _cpu(lambda: _report(many)), lambda: _cpu(lambda: _report(few)))
    return Row(
        "Report of 500 findings, CPU", "250 findings", ratio, 2.2, detail=f"{more * 1e3:.0f} / {less * 1e3:.0f} ms"
    )


def _table_row() -> Row:
    many, few = ROWS
    ours, less, ratio = paired(5, lambda: _cpu(lambda: _table(many)), lambda: _cpu(lambda: _table(few)))
    detail = f"{ours * 1e3:.0f} / {less * 1e3:.0f} ms"
    return Row("Table of 10,000 tagged rows, CPU", "1,000 rows", ratio, 10.5, detail=detail)


def _table(count: int) -> bytes:
    columns = [Column("Nr", 1), Column("Fråga", 6), Column("Svar", 3)]
    lines = ((str(n), f"{LONG[: 60 + n % 60]} {n}", "Uppfylls delvis") for n in range(count))
    about = About("Tabell", "Granälva kommun", "sv-SE", STAMP)
    return print_blocks(about, lambda _: None, [Table(columns, lines)])


def _preview_row() -> Row:
    from pypdfium2 import PdfDocument

    dossier = big_dossier(60)

    def first_page() -> float:
        began = time.perf_counter()
        document = PdfDocument(_report(dossier))
        page = document[0]
        page.render(scale=PREVIEW_WIDTH / page.get_width())
        took = time.perf_counter() - began
        document.close()
        return took

    first_page()
    median, _, _ = paired(ROUNDS, first_page, lambda: 1.0)
    return Row("First page of 60 findings on the screen", "click to picture, warm", median * 1e3, 300, "ms")
