"""Killed while typing: the real program, ended without a warning at random moments, comes back where it was with all
that it had said was saved. QMSDESK_KILLS=200 kills more often than the normal run."""

import os
import random
import shutil
import statistics
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from qmsdesk.store.changes import broken_chains
from qmsdesk.store.drafts import drafts
from qmsdesk.store.register import Register
from tests.journeys.conftest import DEVICE, Program
from tests.journeys.person import Person
from tests.journeys.typist import text
from tests.store.state import rows

KILLS = int(os.environ.get("QMSDESK_KILLS", "16")) // 2
LONGEST_S = 0.7
START_CPU_S = 1.0
PATIENCE_S = 30
PLACE = "2.3"


@dataclass
class Life:
    """What one start of the program showed, and what it said until it was killed."""

    cpu: float = 0
    place: str = ""
    notes: int = 0
    shown: int = -1
    typed: int = 0
    kept: int = 0


@pytest.mark.parametrize("field", ["note", "quick"])
def test_what_the_program_called_saved_survives_every_kill(
    program: Program, demo_file: Path, tmp_path: Path, field: str
) -> None:
    chance = random.Random(field)
    path = tmp_path / "demo.qmsdesk"
    shutil.copyfile(demo_file, path)
    program.open(path, go_to_the_place)
    before, lives = Life(), []
    for n in range(KILLS):
        life = live_and_be_killed(path, field, n, chance.uniform(0.05, LONGEST_S))
        lives.append(life)
        assert life.place == PLACE
        assert before.notes <= life.notes <= before.notes + 1
        if life.notes > before.notes or field == "note":
            assert before.kept <= life.shown <= before.typed, lives
        else:
            assert before.kept == 0, lives
        before = life
        if field == "note":
            before.kept, before.typed = max(life.kept, life.shown), max(life.typed, life.shown)
    check_register(path, lives, field)
    assert statistics.median(life.cpu for life in lives) < START_CPU_S, [life.cpu for life in lives]


def go_to_the_place(person: Person) -> None:
    """Open the question at which the typing will be, and leave in peace."""
    person.click("Start the day")
    person.press("Ctrl+Return")
    person.press("G")
    person.type(PLACE)
    person.press("Return")
    person.settle()
    person.press("Ctrl+Q")


def live_and_be_killed(path: Path, field: str, seed: int, seconds: float) -> Life:
    command = [sys.executable, "-m", "tests.journeys.typist", field, str(seed), str(path)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    assert process.stderr is not None
    life, killer = Life(), threading.Timer(seconds, process.kill)
    watchdog = threading.Timer(PATIENCE_S, process.kill)
    watchdog.start()
    for line in process.stdout:
        what, *said = line.split(" ", 3)
        if what == "cpu":
            life.cpu = float(said[0])
        elif what == "shown":
            life.place, life.notes, life.shown = said[0], int(said[1]), int(said[2])
            killer.start()
        elif line.endswith("\n"):
            setattr(life, {"typing": "typed", "kept": "kept"}[what], int(said[0]))
    process.wait()
    watchdog.cancel()
    assert life.shown >= 0, process.stderr.read()
    killer.join()
    process.stdout.close()
    process.stderr.close()
    return life


def check_register(path: Path, lives: list[Life], field: str) -> None:
    """Nothing twice, nothing half, and the log tells the same as the tables."""
    register = Register(path, DEVICE)
    assert drafts(register.db) == []
    assert broken_chains(register.db) == []
    notes = [said for (said,) in register.db.execute("SELECT text FROM note WHERE text GLOB '0000*'")]
    assert len(notes) in ((1,) if field == "note" else (lives[-1].notes, lives[-1].notes + 1))
    assert all(said == text(len(said)) for said in notes)
    step_by_step = rows(register.db)
    register.rebuild()
    assert rows(register.db) == step_by_step
    register.close()
