"""The window's part of the self-test: the program on a register, painted once, with nobody there to answer it."""

import os
import sys
from pathlib import Path
from typing import NoReturn

COLOURS = 6
"""An empty or half painted window has fewer."""


def paint_window(register: Path, language: str) -> tuple[str, int, int]:
    """Open the window on a register, and say by which platform it was painted, and how large. Raises where it was not.

    Without a screen it is painted out of sight.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from qmsdesk.i18n import words
    from qmsdesk.settings import Settings
    from qmsdesk.ui.app import App
    from qmsdesk.ui.messages import Messages

    class Unasked(Messages):
        """A message box would wait for somebody forever."""

        def _box(self, icon: str, sentence: str) -> NoReturn:
            raise RuntimeError(sentence)

    qt = QApplication.instance() or QApplication(["qmsdesk", "-style", "Fusion"])
    assert isinstance(qt, QApplication)
    hook, errors = sys.excepthook, list[BaseException]()
    app = App(qt, Settings(language=language, mode="light", device="self-test"))
    app.messages = Unasked(words(language))
    sys.excepthook = lambda _kind, error, _trace: errors.append(error)
    try:
        app.open(register)
        qt.processEvents()
        assert app.window is not None
        picture = app.window.grab().toImage()
        across, down = range(0, picture.width(), 4), range(0, picture.height(), 4)
        if errors:
            raise errors[0]
        if len({picture.pixel(x, y) for y in down for x in across}) < COLOURS:
            raise RuntimeError("the window stayed empty")
        return qt.platformName(), picture.width(), picture.height()
    finally:
        app.close()
        sys.excepthook = hook
