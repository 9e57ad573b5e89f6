"""Run in a process of its own: opens the same audit in two registers by turns; prints the pairs of seconds as JSON.

`python -m tests.bench.conduct_opening OLD EMPTY ROUNDS` on a screen of one's own.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from qmsdesk.store.audits import find_audit
from tests.bench.conduct_day import PaintWatch, open_window

NUMBER = "2026-05"


def opening(path: Path) -> float:
    """Seconds from the wish to the painted Conduct page, the program being warm."""
    desk, window = open_window(path, 0)
    audit = find_audit(desk.session.db, NUMBER)
    began = time.perf_counter()
    window.open_place(f"audit/{audit.id}/conduct")
    watch = PaintWatch(window.page, lambda: True)
    while watch.at is None:
        QApplication.processEvents()
    window.close()
    desk.session.close()
    window.deleteLater()
    QApplication.processEvents()
    return watch.at - began


if __name__ == "__main__":
    application = QApplication(["qmsdesk", "-style", "Fusion"])
    old, empty = Path(sys.argv[1]), Path(sys.argv[2])
    opening(empty)
    print(json.dumps([(opening(old), opening(empty)) for _ in range(int(sys.argv[3]))]))
