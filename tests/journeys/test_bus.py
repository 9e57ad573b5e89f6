"""The day through the accessibility bus, as a screen reader meets it: every control by role and name, nothing else."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.findings import FindingType
from qmsdesk.exchange.demo import fill_demo
from qmsdesk.store.audits import audits_of_day
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.register import Register, open_reader
from tests.journeys.conftest import DEVICE

HERE = Path(__file__).parent
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
"""The one that knows the bus."""
NEEDED = ("Xvfb", "xvfb-run", "dbus-run-session")
LONGEST_S = 240
SCRIPT = """
{launcher} --launch-immediately &
{program} &
program=$!
{system_python} {day}
code=$?
kill $program
wait $program
exit $code
"""


def lacks_bus() -> bool:
    if not LAUNCHER.exists() or not all(map(shutil.which, NEEDED)):
        return True
    known = "import gi; gi.require_version('Atspi', '2.0')"
    return subprocess.run([SYSTEM_PYTHON, "-c", known], check=False, capture_output=True).returncode != 0


@pytest.mark.skipif(lacks_bus(), reason="no accessibility bus on this system")
def test_a_day_by_role_and_name_alone(tmp_path: Path) -> None:
    path, today = tmp_path / "demo.qmsdesk", dt.datetime.now().astimezone().date()
    register = Register(path, DEVICE, create=True)
    fill_demo(register, today, "en")
    register.close()

    script = SCRIPT.format(
        launcher=LAUNCHER,
        program=f"{sys.executable} -m qmsdesk --register {path} --lang en",
        system_python=SYSTEM_PYTHON,
        day=HERE / "bus_day.py",
    )
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--", "sh", "-c", script],
        env=os.environ
        | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QMSDESK_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-12000:]
    check_register(path, today)


def check_register(path: Path, today: dt.date) -> None:
    db = open_reader(path)
    dossier = load_dossier(db, audits_of_day(db, today)[0].id)
    db.close()
    first, second = (dossier.questions_of(section)[0] for section in dossier.sections[:2])
    assert dossier.audit.state is AuditState.DRAFT_REPORT
    assert dossier.audit.opened_at is not None
    assert dossier.audit.closed_at is not None
    assert [(held.role, held.people) for held in dossier.participants] == [("Manager", 1)]
    assert dossier.standing[first.id].verdict is Verdict.FULFILLED
    assert dossier.standing[first.id].is_agreed
    assert (dossier.standing[second.id].verdict, dossier.standing[second.id].reason) == (
        Verdict.NOT_APPLICABLE,
        "Another unit does that",
    )
    assert [note.text for note in dossier.notes] == ["Everybody described the mission alike"]
    assert {finding.type for finding in dossier.findings} == {FindingType.STRENGTH, FindingType.IMPROVEMENT}
    assert [(action.text, action.owner) for action in dossier.actions] == [
        ("Show the mission on the notice board", "Unit manager")
    ]
    assert [message.text for message in dossier.main_messages if message.text] == ["The mission is known by all"]
    assert [signed.name for signed in dossier.sign_offs] == ["Ingela Forsmyr"]
