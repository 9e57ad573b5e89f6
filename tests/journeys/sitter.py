"""The real program in a process of its own, left open: says `open` when its window stands there, and goes on."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from qmsdesk.__main__ import main
from qmsdesk.ui.window import MainWindow


def look() -> None:
    if any(isinstance(each, MainWindow) and each.isVisible() for each in QApplication.topLevelWidgets()):
        timer.stop()
        print("open", flush=True)


if __name__ == "__main__":
    application = QApplication(["qmsdesk"])
    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    sys.exit(main(sys.argv[1:]))
