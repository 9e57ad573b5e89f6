"""Kills: a program that is ended in the middle of its work loses nothing it had acknowledged."""

import random
import subprocess
import sys
import threading
from pathlib import Path

from qmsdesk.store.changes import broken_chains, history
from qmsdesk.store.drafts import drafts
from qmsdesk.store.register import Register
from tests.store.conftest import DEVICE
from tests.store.state import rows
from tests.store.town import ANNA, TOWN, creations

KILLS = 20

WRITER = """
import sys
from itertools import count
from pathlib import Path
from qmsdesk.domain.changes import Edit
from qmsdesk.store.register import Register

register = Register(Path(sys.argv[1]), sys.argv[2])
for number in count(int(sys.argv[3])):
    note = Edit("note", "n1", "text", f"text {number}", "a1")
    register.write([note, Edit("finding", "f1", "title", f"title {number}", "a1")])
    print("written", number, flush=True)
    draft = Edit("finding", "f1", "statement", f"draft {number}", "a1")
    register.keep_draft(draft)
    print("draft", number, flush=True)
    if number % 3 == 0:
        register.seal(draft)
        print("sealed", number, flush=True)
"""


def run_and_kill(path: Path, start: int, seconds: float) -> list[tuple[str, int]]:
    """What the writer acknowledged until it was killed."""
    command = [sys.executable, "-c", WRITER, str(path), DEVICE, str(start)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    killer = threading.Timer(seconds, process.kill)
    killer.start()
    said = [first, *process.stdout]
    process.wait()
    killer.join()
    process.stdout.close()
    whole = [line.split() for line in said if line.endswith("\n")]
    return [(what, int(number)) for what, number in whole]


def test_what_was_acknowledged_survives_every_kill(path: Path) -> None:
    chance = random.Random(2026)
    register = Register(path, DEVICE, create=True)
    register.set_owner(ANNA.id)
    register.write(creations(TOWN))
    register.close()
    number = 0
    for _ in range(KILLS):
        acknowledged = run_and_kill(path, number + 1, chance.uniform(0, 0.02))
        number = acknowledged[-1][1] + 1

        register = Register(path, DEVICE)
        texts = {field: {change.value for change in history(register.db, entity, field)} for entity, field in FIELDS}
        for what, done in acknowledged:
            if what == "written":
                assert f"text {done}" in texts["text"]
                assert f"title {done}" in texts["title"]
        if acknowledged[-1][0] != "written":
            assert f"draft {acknowledged[-1][1]}" in texts["statement"]
        assert drafts(register.db) == []
        assert broken_chains(register.db) == []
        assert (register.db.execute("PRAGMA integrity_check").fetchone(),) == (("ok",),)
        register.close()

    register = Register(path, DEVICE)
    step_by_step = rows(register.db)
    register.rebuild()
    assert rows(register.db) == step_by_step
    register.close()


FIELDS = (("n1", "text"), ("f1", "title"), ("f1", "statement"))
