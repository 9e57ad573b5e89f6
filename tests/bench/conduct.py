"""The Conduct page under a person's hands: 500 questions, 300 notes, 200 photos, ten years behind, a slow disk."""

import datetime as dt
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from qmsdesk.exchange.demo import fill_demo
from qmsdesk.store.register import Register
from tests.bench.big_audit import make_big_audit
from tests.bench.rows import Row, percentile
from tests.bench.screens import Screen, own_screen
from tests.bench.ten_years import TODAY, ten_years

RUNS = 3
ANSWERS = 60
SLOWER_MS = 30
OPENINGS = 7
WAY = "key press to painted picture"


def rows() -> list[Row]:
    with own_screen() as screen, tempfile.TemporaryDirectory() as folder:
        return [*_day_rows(screen, Path(folder)), _opening_row(screen, Path(folder))]


def _day_rows(screen: Screen, folder: Path) -> list[Row]:
    made = folder / "big.qmsdesk"
    make_big_audit(made, dt.datetime.now().astimezone().date())
    runs = [
        (_work(screen, made, folder / f"{n}", 0), _work(screen, made, folder / f"{n}s", SLOWER_MS)) for n in range(RUNS)
    ]
    normal, slow = ([pair[place] for pair in runs] for place in (0, 1))
    answers, steps = ([seconds for run in normal for seconds in run[what]] for what in ("answer", "step"))
    keys, slow_keys = (
        [seconds for run in side for what in ("answer", "type", "search") for seconds in run[what]]
        for side in (normal, slow)
    )
    usual, p99, slow_p99 = statistics.median(answers), percentile(keys, 0.99), percentile(slow_keys, 0.99)
    return [
        Row("Answer among 500 questions, median", WAY, usual * 1e3, None, "ms"),
        Row("Answer among 500 questions, p99", WAY, percentile(answers, 0.99) * 1e3, 50, "ms"),
        Row("To the next of 500 questions, median", WAY, statistics.median(steps) * 1e3, None, "ms"),
        Row("To the next of 500 questions, p99", WAY, percentile(steps, 0.99) * 1e3, 50, "ms"),
        Row("Longest the window was blocked", "walking, answering, typing", _blocked(normal), 100, "ms"),
        Row(
            f"Any key p99, writes {SLOWER_MS} ms slower",
            "the same, normal disk",
            slow_p99 / p99,
            1.2,
            detail=f"{slow_p99 * 1e3:.1f} / {p99 * 1e3:.1f} ms, {len(keys)} keys",
        ),
        Row("Audit of 500 questions, opened", "first time in a process", _median_open(normal), None, "ms"),
    ]


def _blocked(runs: list[dict[str, Any]]) -> float:
    """The median of the runs: one stop of a shared machine says nothing of the program."""
    return statistics.median(run["blocked"] for run in runs) * 1e3


def _median_open(runs: list[dict[str, Any]]) -> float:
    return statistics.median(run["open"] for run in runs) * 1e3


def _work(screen: Screen, made: Path, folder: Path, delay_ms: int) -> dict[str, Any]:
    folder.mkdir()
    path = folder / "register.qmsdesk"
    shutil.copyfile(made, path)
    done: dict[str, Any] = _child(screen, folder, "tests.bench.conduct_day", path, ANSWERS, delay_ms)
    return done


def _opening_row(screen: Screen, folder: Path) -> Row:
    empty, old = folder / "empty.qmsdesk", folder / "old.qmsdesk"
    register = Register(empty, "bench", create=True)
    fill_demo(register, TODAY, "sv")
    register.close()
    shutil.copyfile(ten_years(), old)
    pairs = _child(screen, folder, "tests.bench.conduct_opening", old, empty, OPENINGS)
    ours, theirs = (statistics.median(pair[place] for pair in pairs) * 1e3 for place in (0, 1))
    ratio = statistics.median(one / other for one, other in pairs)
    return Row("Conduct page opened, ten years", "the demo alone", ratio, 1.2, detail=f"{ours:.0f} / {theirs:.0f} ms")


def _child(screen: Screen, home: Path, module: str, *words: object) -> Any:
    environment = os.environ | {
        "QMSDESK_HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "DISPLAY": screen.display,
    }
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, words)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=True,
    )
    return json.loads(done.stdout)
