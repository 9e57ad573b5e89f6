"""Smooth: how long the window is away from its loop after a key press or a change of page, in a large register.

Ten years of audits; the one of today asks 500 questions and has 300 notes, 200 photos and 40 findings.
"""

import datetime as dt
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.big_audit import make_big_audit
from tests.bench.rows import Row, percentile
from tests.bench.screens import own_screen
from tests.bench.ten_years import ten_years

ROUNDS = 60
FINDINGS = 40
MOST_MS = 50
NAMED = 4
Times = dict[str, list[tuple[float, float]]]
WAYS = {
    "Key press on Conduct": ("answer", "next", "previous", "next unanswered", "note", "leave", "type a note", "search"),
    "Palette opened": ("palette",),
    "Key press in the palette": ("type in the palette",),
    "Page opened again": ("again", "after work"),
    "Page opened for the first time": ("first",),
}
WAYS["All key presses and page changes"] = tuple(kind for kinds in WAYS.values() for kind in kinds)


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        busy = _walked(Path(folder))
    return [row for what, kinds in WAYS.items() for row in _rows(what, _of(busy, kinds))]


def _of(busy: Times, kinds: tuple[str, ...]) -> Times:
    return {name: held for name, held in busy.items() if name.partition(":")[0] in kinds}


def _rows(what: str, busy: Times) -> list[Row]:
    walls, own = ([pair[place] * 1e3 for held in busy.values() for pair in held] for place in (0, 1))
    slowest = sorted(busy, key=lambda name: -max(busy[name])[0])[:NAMED]
    named = ", ".join(f"{name.rpartition(': ')[2]} {max(busy[name])[0] * 1e3:.0f}" for name in slowest)
    processor = f"its own processor {statistics.median(own):.0f}, p99 {percentile(own, 0.99):.0f} ms"
    return [
        Row(f"{what}, median", "busy until back at the loop", statistics.median(walls), None, "ms", processor),
        Row(f"{what}, p99", "the same", percentile(walls, 0.99), MOST_MS, "ms", f"longest: {named}"),
    ]


def _walked(folder: Path) -> Times:
    path = folder / "register.qmsdesk"
    shutil.copyfile(ten_years(), path)
    make_big_audit(path, dt.datetime.now().astimezone().date(), FINDINGS)
    # modules are compiled beforehand, as an installation has them; libraries are already
    subprocess.run([sys.executable, "-m", "compileall", "-q", "qmsdesk", "tests/bench"], check=True)
    with own_screen() as screen:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.smooth_day", str(path), str(ROUNDS)],
            env=os.environ | {"QMSDESK_HOME": str(folder), "QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.display},
            stdout=subprocess.PIPE,
            text=True,
            timeout=300,
            check=True,
        )
    times: Times = json.loads(done.stdout)
    return times
