"""The bundle that `make bundle` left in out/bundle: its start against the same program from .venv, and its size."""

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.rows import Row
from tests.bench.screens import own_screen
from tests.bench.startup import OURS, home_with, start
from tests.bench.ten_years import ten_years

ROUNDS = 9
OUT = Path(__file__).resolve().parents[2] / "out"


def rows() -> list[Row]:
    bundles = sorted((OUT / "bundle").glob("qmsdesk-*/qmsdesk"), key=lambda path: path.stat().st_mtime)
    if not bundles:
        print("There is no bundle in out/bundle to measure; make bundle makes it.", file=sys.stderr)
        return []
    folder = bundles[-1].parent
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    packed = [
        Row(f"Packed: {path.name}", "", path.stat().st_size / 1e6, 36, unit="MB")
        for path in sorted((OUT / "installers").glob("*"))
        if path.name.startswith(folder.name) or path.suffix == ".deb"
    ]
    return [*_starts([str(bundles[-1])]), Row("Bundle on disk", "", size, 140, unit="MB"), *packed]


def _starts(bundle: list[str]) -> list[Row]:
    with own_screen() as screen, tempfile.TemporaryDirectory() as folder:
        home = home_with(Path(folder) / "old", ten_years())
        start(OURS, screen, home)  # compiles the modules, as an installation has them
        start(bundle, screen, home)
        pairs = [(start(bundle, screen, home), start(OURS, screen, home)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(pair[place].cpu for pair in pairs) * 1e3 for place in (0, 1))
    ratio = statistics.median(one.cpu / other.cpu for one, other in pairs)
    painted = statistics.median(one.painted / other.painted for one, other in pairs)
    return [
        Row(
            "CPU to painted window, bundle",
            "the program from .venv",
            ratio,
            1.0,
            detail=f"{ours:.0f} / {theirs:.0f} ms",
        ),
        Row("Start to painted window, bundle", "the program from .venv", painted, None),
    ]
