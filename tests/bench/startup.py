"""Start-up and memory, against a bare PySide6 window in the same run; an old register against an empty one.

Both are seen from outside: started as a person starts them, painted when their window stands on the screen, with the
processor time that had passed by then, and the memory in use when they have come to rest.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qmsdesk.store.register import Register
from tests.bench.rows import Row
from tests.bench.screens import Screen, own_screen
from tests.bench.ten_years import ten_years

ROUNDS = 11
ROUNDS_AT_REST = 3
REST_S = 1.5  # the daily backup, which is no part of resting, begins after two seconds
OURS = [sys.executable, "-m", "qmsdesk"]
BARE = [sys.executable, str(Path(__file__).with_name("bare_window.py"))]


@dataclass(frozen=True, slots=True)
class Start:
    """What one start took: seconds to the painted window, seconds of processor, and KiB at rest if waited for."""

    painted: float
    cpu: float
    memory: float


def rows() -> list[Row]:
    with own_screen() as screen, tempfile.TemporaryDirectory() as folder:
        old, empty = home_with(Path(folder) / "old", ten_years()), home_with(Path(folder) / "empty", None)
        for home in (old, empty):
            start(OURS, screen, home)  # compiles the modules, as an installation has them
        starts = [
            (start(OURS, screen, old), start(BARE, screen, old), start(OURS, screen, empty)) for _ in range(ROUNDS)
        ]
        resting = [(start(OURS, screen, old, REST_S), start(BARE, screen, old, REST_S)) for _ in range(ROUNDS_AT_REST)]
    pairs = [(old, bare) for old, bare, _ in starts]
    return [
        _row("Start to painted window, ten years", pairs, lambda start: start.painted),
        _row("CPU to painted window, ten years", pairs, lambda start: start.cpu),
        _row("Memory at rest, ten years", resting, lambda start: start.memory, "{:.0f} / {:.0f} MB", 1 / 1024),
        Row(
            "Start with ten years",
            "an empty register",
            statistics.median(old.painted / empty.painted for old, _, empty in starts),
            1.1,
        ),
    ]


def _row(
    what: str,
    pairs: list[tuple[Start, Start]],
    of: Callable[[Start], float],
    form: str = "{:.0f} / {:.0f} ms",
    factor: float = 1e3,
) -> Row:
    ours, bare = (statistics.median(of(pair[place]) for pair in pairs) * factor for place in (0, 1))
    ratio = statistics.median(of(one) / of(other) for one, other in pairs)
    return Row(what, "a bare PySide6 window", ratio, 1.3, detail=form.format(ours, bare))


def home_with(home: Path, register: Path | None) -> Path:
    """A user's home whose settings name the register; without one, an empty register is made."""
    (home / "settings").mkdir(parents=True)
    if register is None:
        register = home / "empty.qmsdesk"
        Register(register, "bench", create=True).close()
    settings = {"language": "sv", "register": str(register), "device": "bench", "mode": "light", "text_scale": 100}
    (home / "settings" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    return home


def start(what: list[str], screen: Screen, home: Path, rest: float = 0) -> Start:
    environment = os.environ | {
        "QMSDESK_HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "DISPLAY": screen.display,
        "PYTHONPYCACHEPREFIX": str(home.parent / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    screen.wait_until_empty()
    began = time.perf_counter()
    process = subprocess.Popen(what, env=environment)
    try:
        while not screen.is_painted():
            if process.poll() is not None or time.perf_counter() > began + 60:
                raise RuntimeError(f"{what} showed no window")
            time.sleep(0.0005)
        painted = time.perf_counter() - began
        cpu = _cpu(process.pid)
        time.sleep(rest)
        return Start(painted, cpu, _resident(process.pid))
    finally:
        process.terminate()
        process.wait()


def _cpu(pid: int) -> float:
    """Seconds of processor of all its threads; the kernel's own sums come in steps of 10 ms."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9


def _resident(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return float(next(line for line in lines if line.startswith("VmRSS")).split()[1])
