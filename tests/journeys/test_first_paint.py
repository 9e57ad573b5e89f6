"""The first paint: what the first window does not need is not brought in before it is painted."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCH = """
import json, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from qmsdesk.__main__ import main
from qmsdesk.ui.today.page import TodayPage

class Watch(QObject):
    painted = None

    def eventFilter(self, watched, event):
        if self.painted is None and event.type() == QEvent.Type.Paint and isinstance(watched, TodayPage):
            self.painted = sorted(sys.modules)
            watched.window().close()
        return False

application = QApplication(["qmsdesk"])
watch = Watch()
application.installEventFilter(watch)
code = main(sys.argv[1:])
print(json.dumps(watch.painted))
sys.exit(code)
"""
LATER = (
    *("sqlite_utils", "reportlab", "PIL", "pypdfium2", "yaml", "babel", "click", "pyphen", "platformdirs"),
    *("qmsdesk.report", "qmsdesk.cli", "qmsdesk.exchange", "qmsdesk.store.migrations", "asyncio", "logging.handlers"),
)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_today_is_painted_before_anything_heavy_is_brought_in(demo: Path, tmp_path: Path, language: str) -> None:
    environment = os.environ | {"QMSDESK_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-c", WATCH, "--register", str(demo), "--lang", language],
        env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "qmsdesk.ui.today.page" in loaded
    assert not loaded & set(LATER)
    assert "pysqlite3" in loaded or "sqlite3" in loaded
