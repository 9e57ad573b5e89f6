"""A whole day with the program killed again and again: nothing it called saved may ever be lost.

`python -m tests.soak day [KILLS] [SEED]` plays it, 500 kills unless told.
"""

import datetime as dt
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from qmsdesk.exchange.demo import fill_demo
from qmsdesk.settings import Settings, save_settings
from qmsdesk.store.register import Register
from tests.soak.promises import MISSING, Promises, key_of
from tests.store.state import rows

DEVICE = "0123456789abcdef"
USUAL_S, LONG_S, EARLY = 1.0, 3.0, 0.1
PATIENCE_S = 40
EVERY_REBUILT = 25
PHOTOS = 24
TOLD_LINES = 400


class Lost(AssertionError):
    """A promise was broken; the message is the whole story."""


@dataclass
class Day:
    """The register, what was promised of it, and how far the day has come."""

    folder: Path
    seed: str
    audit_id: str = ""
    number: int = 0
    kills: int = 0
    killed_early: int = 0
    looked_up: int = 0
    rebuilt: int = 0
    promises: Promises = field(default_factory=Promises)
    acts: Counter[str] = field(default_factory=Counter)
    story: deque[str] = field(default_factory=lambda: deque(maxlen=TOLD_LINES))

    @property
    def register(self) -> Path:
        return self.folder / "day.qmsdesk"


def play(kills: int, seed: str = "") -> Day:
    """Play a day until it was killed so often, and read the register once more in peace."""
    seed = seed or str(random.randrange(10**6))
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="qmsdesk-day-") as folder:
        os.environ["QMSDESK_HOME"] = str(Path(folder) / "home")
        day = Day(Path(folder), seed)
        begin(day)
        print(f"  seed {seed}", flush=True)
        while day.kills < kills:
            live(day, chance)
            if day.kills % EVERY_REBUILT == 0:
                _check_rebuilt(day)
            if day.kills % 50 == 0:
                print(f"  {day.kills} kills, {day.promises.made} promises, {day.number} acts", flush=True)
        live(day, chance, is_last=True)
        _check_rebuilt(day)
        return day


def begin(day: Day) -> None:
    """The demo municipality on its day, and some photos."""
    save_settings(Settings(language="en", mode="light", device=DEVICE))
    register = Register(day.register, DEVICE, create=True)
    today = dt.datetime.now().astimezone().date()
    fill_demo(register, today, "sv")
    (day.audit_id,) = register.db.execute("SELECT id FROM audit WHERE date = ?", (today.isoformat(),)).fetchone()
    register.close()
    photos = day.folder / "photos"
    photos.mkdir()
    for number in range(PHOTOS):
        colour = (number * 10 % 256, number * 37 % 256, 255 - number * 10)
        Image.new("RGB", (120 + number, 90), colour).save(photos / f"{number}.jpg")


def live(day: Day, chance: random.Random, is_last: bool = False) -> None:
    """One life: looked at, played on, and ended at some moment, now and then before its window is there."""
    is_early = not is_last and chance.random() < EARLY
    seconds = (
        chance.uniform(0.05, 0.9) if is_early else chance.uniform(0, LONG_S if chance.random() < 0.04 else USUAL_S)
    )
    day.story.append(
        f"--- life {day.kills + 1}, to be killed {'from its start on ' if is_early else ''}in {seconds:.3f} s"
    )
    process = _start(day)
    killer, watchdog = threading.Timer(seconds, process.kill), threading.Timer(PATIENCE_S, process.kill)
    watchdog.start()
    if is_early:
        killer.start()
    was_here, lost = False, []
    for word, held in _lines(process, day):
        if word == "here":
            was_here = True
            day.looked_up += held[1]
            if is_last:
                process.kill()
            elif not is_early:
                killer.start()
        elif word in ("lost", "trouble"):
            lost.append(str(held))
        else:
            _take(day, word, held)
    process.wait()
    watchdog.cancel()
    killer.cancel()
    day.kills += not is_last
    day.killed_early += not was_here
    _refuse_loss(day, process, lost, was_here or is_early)


def _lines(process: "subprocess.Popen[str]", day: Day) -> Iterator[tuple[str, Any]]:
    """What the process told; a line that the kill has cut off was not told."""
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            if line.endswith("\n"):
                day.story.append(line.rstrip())
                word, said = line.split(" ", 1)
                yield word, json.loads(said)


def _refuse_loss(day: Day, process: "subprocess.Popen[str]", lost: list[str], got_there: bool) -> None:
    assert process.stderr is not None
    with process.stderr:
        complaint = process.stderr.read()
    if lost or not got_there or process.returncode != -signal.SIGKILL or "Traceback" in complaint:
        kept = day.folder.with_name(f"{day.folder.name}-lost")
        shutil.copytree(day.folder, kept, dirs_exist_ok=True)
        ended = f"ended with {process.returncode}, seed {day.seed}, the register is kept in {kept}"
        raise Lost("\n".join((*day.story, *lost, complaint, ended)))


def _take(day: Day, word: str, said: Any) -> None:
    promises = day.promises
    if word == "act":
        day.number = said[0] + 1
        day.acts[said[1]] += 1
    elif word == "will":
        promises.attempt(key_of(said), said[-1])
    elif word == "kept":
        for each in said:
            promises.keep(key_of(each), each[-1])
    elif word == "found" and said[-1] != MISSING:
        promises.take_found(key_of(said), said[-1])
    else:
        assert word in ("found", "unsure"), word
        promises.doubt(key_of(said))


def _start(day: Day) -> "subprocess.Popen[str]":
    ledger = day.folder / "promises.json"
    day.promises.save(ledger)
    command = [sys.executable, "-m", "tests.soak.player", str(day.register), str(ledger), str(day.folder / "photos")]
    command += [day.audit_id, day.seed, str(day.number)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def _check_rebuilt(day: Day) -> None:
    """Of a copy of the file as the kill has left it: the tables made anew from the log say the same."""
    copy = day.folder / "copy.qmsdesk"
    for end in ("", "-wal"):
        if Path(f"{day.register}{end}").exists():
            shutil.copyfile(f"{day.register}{end}", f"{copy}{end}")
    register = Register(copy, DEVICE)
    step_by_step = rows(register.db)
    register.rebuild()
    if rows(register.db) != step_by_step:
        raise Lost("\n".join([*day.story, "a rebuild gives other rows", f"seed {day.seed}"]))
    register.close()
    day.rebuilt += 1
    for end in ("", "-wal", "-shm", ".lock"):
        Path(f"{copy}{end}").unlink(missing_ok=True)


def told(kills: int, seed: str = "") -> int:
    """Play a day and print what came of it; 1 where something was lost."""
    began = time.monotonic()
    try:
        day = play(kills, seed)
    except Lost as lost:
        print(lost)
        return 1
    print(
        f"  {day.kills} kills in {time.monotonic() - began:.0f} s, {day.killed_early} of them before the window stood"
    )
    print(f"  {day.number} acts begun: " + ", ".join(f"{name} {count}" for name, count in day.acts.most_common()))
    print(f"  {day.promises.made} promises made of {len(day.promises.kept)} fields, looked up {day.looked_up} times")
    print(f"  all kept; {day.rebuilt} rebuilds gave the same rows", flush=True)
    return 0
