"""Full-text search in ten years: what the palette asks of the register, against the bare query of SQLite."""

import time
from collections.abc import Callable

from qmsdesk.store.database import Connection
from qmsdesk.store.register import open_reader
from qmsdesk.store.searches import find_texts
from tests.bench.rows import Row, paired
from tests.bench.ten_years import ten_years

ROUNDS = 15
LIMIT = 40
FRAME_MS = 16.7
SAID = {"a rare word": ("vikarie", "vikarie"), "a word of every note": ("loggas", "loggas")}
BARE = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?"


def rows() -> list[Row]:
    db = open_reader(ten_years())
    try:
        return [row for name, (said, bare) in SAID.items() for row in _rows(db, name, said, bare)]
    finally:
        db.close()


def _rows(db: Connection, name: str, said: str, bare: str) -> list[Row]:
    ours, theirs, ratio = paired(
        ROUNDS,
        lambda: _took(lambda: find_texts(db, said, LIMIT)),
        lambda: _took(lambda: db.execute(BARE, (f'"{bare}"*', LIMIT)).fetchall()),
    )
    detail = f"{ours * 1e3:.1f} / {theirs * 1e3:.1f} ms"
    return [
        Row(f"Search in ten years, {name}", "the bare FTS5 query", ratio, 3, detail=detail),
        Row(f"Search in ten years, {name}", "one frame", ours * 1e3, FRAME_MS, "ms"),
    ]


def _took(search: Callable[[], object]) -> float:
    began = time.perf_counter()
    search()
    return time.perf_counter() - began
