"""The window's part of the self-test: the program on a register, painted once."""

import os
import sys
from pathlib import Path

COLOURS = 6
"""An empty or half painted window has fewer."""


def paint_window(register: Path, language: str) -> tuple[str, int, int]:
    """Open the window on a register, and say by which platform it was painted, and how large. Raises where it was not.

    Without a screen it is painted out of sight.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from qmsdesk.settings import Settings
    from qmsdesk.ui.app import App

    qt = QApplication.instance() or QApplication(["qmsdesk", "-style", "Fusion"])
    assert isinstance(qt, QApplication)
    app = App(qt, Settings(language=language, mode="light", device="self-test"))
    try:
        app.open(register)
        qt.processEvents()
        assert app.window is not None
        picture = app.window.grab().toImage()
        across, down = range(0, picture.width(), 4), range(0, picture.height(), 4)
        if len({picture.pixel(x, y) for y in down for x in across}) < COLOURS:
            raise RuntimeError("the window stayed empty")
        return qt.platformName(), picture.width(), picture.height()
    finally:
        app.close()
