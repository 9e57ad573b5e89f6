"""Start-up and memory, against a bare PySide6 window in the same run; an old register against an empty one."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qmsdesk.store.register import Register
from tests.bench.rows import Row, paired
from tests.bench.ten_years import ten_years

ROUNDS = 7


def rows() -> list[Row]:
    with _screen() as screen, tempfile.TemporaryDirectory() as folder:
        old, empty = _home(Path(folder) / "old", ten_years()), _home(Path(folder) / "empty", None)
        for home in (old, empty):
            _start("qmsdesk", screen, home)
        ours, theirs, ratio = paired(
            ROUNDS, lambda: _start("qmsdesk", screen, old)["cpu"], lambda: _start("bare", screen, old)["cpu"]
        )
        shown, bare_shown, paint = paired(
            ROUNDS, lambda: _start("qmsdesk", screen, old)["paint"], lambda: _start("bare", screen, old)["paint"]
        )
        memory, bare_memory, weight = paired(
            3, lambda: _start("qmsdesk", screen, old)["memory"], lambda: _start("bare", screen, old)["memory"]
        )
        _, _, age = paired(
            ROUNDS, lambda: _start("qmsdesk", screen, old)["paint"], lambda: _start("qmsdesk", screen, empty)["paint"]
        )
    bare = "a bare PySide6 window"
    return [
        Row("Start to painted window, ten years", bare, paint, 1.3, detail=_both(shown, bare_shown)),
        Row("CPU to painted window, ten years", bare, ratio, 1.3, detail=_both(ours, theirs)),
        Row("Memory at rest", bare, weight, 1.3, detail=f"{memory / 1024:.0f} / {bare_memory / 1024:.0f} MB"),
        Row("Start with ten years", "an empty register", age, 1.1),
    ]


def _both(ours: float, theirs: float) -> str:
    return f"{ours * 1e3:.0f} / {theirs * 1e3:.0f} ms"


@contextmanager
def _screen() -> Iterator[str]:
    """A screen of one's own, where there is an X server for it; else Qt's offscreen platform."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"]
    try:
        server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        yield ""
        return
    os.close(write)
    with os.fdopen(read) as pipe:
        display = f":{pipe.readline().strip()}"
    try:
        yield display
    finally:
        server.terminate()
        server.wait()


def _home(home: Path, register: Path | None) -> Path:
    """A user's home whose settings name the register; without one, an empty register is made."""
    (home / "settings").mkdir(parents=True)
    if register is None:
        register = home / "empty.qmsdesk"
        Register(register, "bench", create=True).close()
    settings = {"language": "sv", "register": str(register), "device": "bench", "mode": "light", "text_scale": 100}
    (home / "settings" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    return home


def _start(what: str, display: str, home: Path) -> dict[str, float]:
    environment = os.environ | {"QMSDESK_HOME": str(home), "QT_QPA_PLATFORM": "xcb" if display else "offscreen"}
    if display:
        environment["DISPLAY"] = display
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.first_paint", what],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    said = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    painted, cpu = (float(part) for part in said["painted"].split())
    return {"paint": painted - began, "cpu": cpu, "memory": float(said["resident"])}
