"""What a change costs on the disk, against the disk's own flush."""

import os
import statistics
import tempfile
import time
from pathlib import Path

from qmsdesk.domain.identity import new_id
from qmsdesk.domain.organisation import Department
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.database import sqlite3
from qmsdesk.store.register import Register
from tests.bench.rows import Row, percentile

WRITES = 600


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.home()) as name:
        folder = Path(name)
        flush, commit, sealed, draft = _interleaved(folder)
    p99 = percentile(sealed, 0.99) / percentile(flush, 0.99)
    medians = {
        what: statistics.median(times)
        for what, times in (("flush", flush), ("commit", commit), ("sealed", sealed), ("draft", draft))
    }
    return [
        Row(
            "Sealed change to disk, median",
            "a bare fdatasync",
            medians["sealed"] / medians["flush"],
            1.5,
            detail=f"{medians['sealed'] * 1e3:.2f} / {medians['flush'] * 1e3:.2f} ms",
        ),
        Row("Sealed change to disk, p99", "a bare fdatasync, p99", p99, 4),
        Row(
            "Typing to disk, median",
            "a bare SQLite commit",
            medians["draft"] / medians["commit"],
            1.5,
            detail=f"{medians['draft'] * 1e3:.2f} / {medians['commit'] * 1e3:.2f} ms",
        ),
    ]


def _interleaved(folder: Path) -> tuple[list[float], ...]:
    """The same number of flushes, bare commits, sealed changes and drafts, turn by turn."""
    register = Register(folder / "register", "bench", create=True)
    department = Department(new_id(), "Omsorgen")
    register.write(creation_of(department))
    bare = sqlite3.connect(folder / "bare", isolation_level=None)
    bare.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, x)"
    )
    bare.execute("INSERT INTO t VALUES (1, '')")
    times: tuple[list[float], ...] = ([], [], [], [])
    with (folder / "plain").open("wb", buffering=0) as plain:
        for turn in range(WRITES):
            text = f"Avvikelser sammanställs inte {turn}"
            edit = edit_of(department, "name_sv", text)
            draft = edit_of(department, "name_en", text, ())
            for kept, job in zip(
                times,
                (
                    lambda: (plain.write(b"x" * 4096), os.fdatasync(plain.fileno())),
                    lambda text=text: bare.execute("UPDATE t SET x = ? WHERE id = 1", (text,)),
                    lambda edit=edit: register.write([edit]),
                    lambda draft=draft: register.keep_draft(draft),
                ),
                strict=True,
            ):
                began = time.perf_counter()
                job()
                kept.append(time.perf_counter() - began)
    register.close()
    return times
