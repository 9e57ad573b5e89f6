"""Text files of rows and separators, .csv and .tsv: encoding and separator judged by what they hold."""

import csv
import io
from collections import Counter
from pathlib import Path

from qmsdesk.domain.errors import FileTooLarge, NoChecklistInFile
from qmsdesk.domain.texts import plain_text
from qmsdesk.exchange.sources.layouts import understand_sheets
from qmsdesk.exchange.sources.mappings import Mapping
from qmsdesk.exchange.sources.sheets import MOST_TEXTS, Cancelled, Cell, Progress, Row, Sheet
from qmsdesk.exchange.sources.understandings import Understanding
from qmsdesk.i18n import N_

LARGEST = 50_000_000
SEPARATORS = ";\t,|"
_SAMPLE_LINES, _SAMPLE_CHARS = 200, 60_000
_BOMS = ((b"\xff\xfe\0\0", "utf-32"), (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MOST_CONTROLS = 0.02


def understand_delimited(
    path: Path, mapping: Mapping | None, progress: Progress, cancelled: Cancelled
) -> Understanding:
    """What a text file of rows holds as a checklist. Raises a `Refusal`."""
    return understand_sheets(path.name, [read_delimited(path)], mapping, progress, cancelled)


def read_delimited(path: Path) -> Sheet:
    """The rows of a text file. Raises a `Refusal` for what is no text."""
    if path.stat().st_size > LARGEST:
        raise FileTooLarge(file=path.name)
    text = decoded(path.read_bytes(), path.name)
    rows = _rows(text, separator_of(text), path.name)
    return Sheet("", tuple(rows), unit="line")


def decoded(content: bytes, file: str) -> str:
    """Text in whatever encoding it was saved: by its mark, as UTF-8, as UTF-16 without a mark, else guessed."""
    encoding = next((name for mark, name in _BOMS if content.startswith(mark)), "") or _without_mark(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode(_guessed(content), "replace")
    text = text.removeprefix("\ufeff")
    controls = sum(letter < " " and letter not in "\t\r\n\f\v" for letter in text[:_SAMPLE_CHARS])
    if controls > _MOST_CONTROLS * min(len(text), _SAMPLE_CHARS):
        raise NoChecklistInFile(file=file, reason=N_("it is not text"))
    return text


def separator_of(text: str) -> str:
    """The separator that cuts the most lines into the same number of parts; none where that makes no table."""
    sample = text[:_SAMPLE_CHARS]
    first = sample.split("\n", 1)[0].strip().casefold()
    if first.startswith("sep=") and len(first) == 5:
        return first[4]
    return max(SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(sample: str, separator: str) -> float:
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if any(row)]
    except csv.Error:
        return -1
    rows = rows[:_SAMPLE_LINES]
    counts = Counter(len(row) for row in rows)
    wide = {count: times for count, times in counts.items() if count > 1}
    if not wide:
        return 0
    usual, times = max(wide.items(), key=lambda pair: (pair[1], pair[0]))
    spaced = sum(part.startswith(" ") for row in rows for part in row[1:])
    parts = sum(len(row) - 1 for row in rows)
    return times / len(rows) + 0.02 * min(usual, 12) - (spaced / parts if parts else 0)


def _rows(text: str, separator: str, file: str) -> list[Row]:
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows, line, texts = [], 1, 0
    try:
        for values in reader:
            cells = tuple(Cell(n, held) for n, value in enumerate(values) if (held := plain_text(value).strip()))
            texts += len(cells)
            if texts > MOST_TEXTS:
                raise FileTooLarge(file=file)
            if cells and not (line == 1 and cells[0].text.casefold().startswith("sep=")):
                rows.append(Row(line, cells))
            line = reader.line_num + 1
    except csv.Error:
        return [
            Row(n, (Cell(0, held),))
            for n, value in enumerate(text.splitlines(), 1)
            if (held := plain_text(value).strip())
        ]
    return rows


def _without_mark(content: bytes) -> str:
    even, odd = content[:4000:2].count(0), content[1:4000:2].count(0)
    most = 0.3 * min(len(content), 4000) / 2
    if odd > most and odd > even:
        return "utf-16-le"
    return "utf-16-be" if even > most else "utf-8"


def _guessed(content: bytes) -> str:
    """cp1252 for the letters of Northern Europe, which guessing programs confuse with those of the east."""
    nordic = sum(content.count(letter) for letter in "åäöÅÄÖéÉæøÆØüÜß–—”’•…§°²³½×€«»".encode("cp1252"))
    high = sum(byte > 0x7F for byte in content[:200_000])
    if nordic >= 0.8 * min(high, nordic + high):
        return "cp1252"
    from charset_normalizer import from_bytes  # 30 ms that most files do not need

    best = from_bytes(content[:200_000]).best()
    return best.encoding if best else "cp1252"
