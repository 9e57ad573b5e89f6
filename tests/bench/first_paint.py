"""Run in a process of its own: say when the first big window was painted, and what memory is in use when at rest.

`python -m tests.bench.first_paint bare` opens the bare window, `… qmsdesk` the program with QMSDESK_HOME's register.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit, QWidget


class Watch(QObject):
    """Prints the monotonic time of the first paint, and later the resident memory in KiB; then ends the program."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.painted and _is_big(watched):
            self.painted = True
            QTimer.singleShot(0, self._tell)
            QTimer.singleShot(1500, self._rest)
        return False

    def _tell(self) -> None:
        print("painted", time.monotonic(), time.process_time(), flush=True)

    def _rest(self) -> None:
        status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        print("resident", next(line for line in status if line.startswith("VmRSS")).split()[1], flush=True)
        QApplication.quit()


def _is_big(watched: QObject) -> bool:
    return isinstance(watched, QWidget) and watched.isWindow() and watched.width() > 300


def bare() -> None:
    """What any program of this kind must do at least: a window with a menu, a status bar and a text."""
    window = QMainWindow()
    window.menuBar().addMenu("File")
    window.statusBar().showMessage("Ready")
    window.setCentralWidget(QTextEdit())
    window.resize(1000, 700)
    window.show()
    QApplication.exec()


if __name__ == "__main__":
    application = QApplication(["qmsdesk"])
    watch = Watch()
    application.installEventFilter(watch)
    if sys.argv[1] == "bare":
        bare()
    else:
        from qmsdesk.__main__ import main

        main([])
