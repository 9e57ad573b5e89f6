"""The hands: how many keys or clicks a whole day asks for, from Today to the report. (A count; no time is taken.)"""

import json
import os
import subprocess
import sys
import tempfile

from tests.bench.rows import Row
from tests.journeys.whole_day import MOST

WAYS = {"keys": "A whole day by the keyboard alone", "clicks": "A whole day by the mouse alone"}
DAY = "30 questions, 12 notes, 6 findings"


def rows() -> list[Row]:
    return [_row(way) for way in WAYS]


def _row(way: str) -> Row:
    parts = _walked(way)
    detail = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in parts.items())
    return Row(WAYS[way], DAY, sum(parts.values()), MOST, way, detail)


def _walked(way: str) -> dict[str, int]:
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.hands_day", way, home],
            env=os.environ | {"QMSDESK_HOME": home, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=120,
            check=True,
        )
    counted: dict[str, int] = json.loads(done.stdout)
    return counted
