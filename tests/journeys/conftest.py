"""What the stories stand on: the program started through its own `main()`, and a person who uses it."""

import datetime as dt
import logging
import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QMessageBox, QPushButton, QWidget

from qmsdesk.__main__ import main
from qmsdesk.exchange.demo import fill_demo
from qmsdesk.i18n import words
from qmsdesk.settings import Settings, save_settings
from qmsdesk.store.register import Register
from qmsdesk.ui.app import App
from qmsdesk.ui.closings.presentation import Presentation
from qmsdesk.ui.window import MainWindow
from tests.journeys.person import Person, pause

NOW = dt.datetime(2026, 11, 25, 8, 12, tzinfo=dt.timezone(dt.timedelta(hours=1)))
DEVICE = "0123456789abcdef"
TICK_MS = 5
Act = Callable[[Person], None]
INTERNET = (socket.AF_INET, socket.AF_INET6)
called: list[str] = []
"""What of Python's network was used since a test began."""


def _note_calls(event: str, args: tuple[object, ...]) -> None:
    if (event == "socket.__new__" and args[1] in INTERNET) or event in ("socket.getaddrinfo", "socket.gethostbyname"):
        called.append(f"{event} {args[1:]}")


sys.addaudithook(_note_calls)


def open_ports() -> set[str]:
    """The Internet sockets that this process has open, whoever in it made them; known on Linux."""
    held = {os.readlink(each) for each in Path("/proc/self/fd").glob("*") if each.is_symlink()}  # noqa: PTH115
    tables = [Path("/proc/self/net", kind) for kind in ("tcp", "tcp6", "udp", "udp6")]
    lines = (line.split() for table in tables if table.exists() for line in table.read_text().splitlines()[1:])
    return held & {f"socket:[{fields[9]}]" for fields in lines}


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """In no story does the program use the network or open a port."""
    called.clear()
    yield
    assert called == []
    assert open_ports() == set()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo register in Swedish with its improvement day on `NOW`; copy it, never open it."""
    return new_demo(tmp_path_factory.mktemp("demo") / "demo.qmsdesk", "sv")


def new_demo(path: Path, language: str) -> Path:
    register = Register(path, DEVICE, create=True)
    fill_demo(register, NOW.date(), language)
    register.close()
    return path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> Path:
    """A demo register of one's own."""
    return Path(shutil.copyfile(demo_file, tmp_path / "demo.qmsdesk"))


class Boxes:
    """The system's dialogs. Message boxes are answered at once, by `answers` or their default; `said` is what they
    said. Files are chosen from `files`. A box nobody took note of is a fault."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.answers: list[str] = []
        self.files: list[Path] = []

    def take(self) -> list[str]:
        """What the boxes said until now; it is heard."""
        said, self.said = self.said, []
        return said

    def answer(self, box: QMessageBox) -> int:
        self.said.append("\n".join(filter(None, (box.text(), box.informativeText()))))
        buttons = [button for button in box.buttons() if isinstance(button, QPushButton)]
        if buttons:
            wanted = self.answers.pop(0) if self.answers else ""
            chosen = [button for button in buttons if button.text().replace("&", "") == wanted]
            assert chosen or not wanted, f"no button {wanted!r} among {[button.text() for button in buttons]}"
            (chosen or [box.defaultButton() or buttons[0]])[0].click()
        return int(QDialog.DialogCode.Accepted)

    def choose_file(self) -> tuple[str, str]:
        return str(self.files.pop(0)) if self.files else "", ""

    def choose_files(self) -> tuple[list[str], str]:
        chosen, filter_ = self.choose_file()
        return [chosen] if chosen else [], filter_


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Boxes]:
    held = Boxes()
    answer_boxes(monkeypatch, held)
    yield held
    assert held.said == [], "nobody expected these boxes"


def answer_boxes(monkeypatch: pytest.MonkeyPatch, held: Boxes) -> None:
    """Put ours in place of the system's."""
    monkeypatch.setattr(QMessageBox, "exec", lambda box: held.answer(box))  # noqa: PLW0108 - must become a method
    for asks in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, asks, lambda *_, **__: held.choose_file())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: held.choose_files())


class Flashes(QObject):
    """Notices windows that are none: a widget shown before it has a parent flashes up and takes the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and _is_stray(watched):
            self.seen.append(repr(watched))
        return False


def _is_stray(widget: QWidget) -> bool:
    return (
        widget.isWindow()
        and widget.windowType() is Qt.WindowType.Window
        and not isinstance(widget, QMainWindow | Presentation)
    )


class Program:
    """`run(words, act, …)` starts the program and returns its exit code when it has ended. Each act is played when a
    window stands before the person; after the last one the person quits."""

    def __init__(self, qt: QApplication) -> None:
        self._qt = qt
        self._acts: list[Act] = []
        self._trouble: BaseException | None = None
        self._is_playing = False
        self.language = "en"

    def run(self, argv: Sequence[object], *acts: Act) -> int:
        self._acts, self._trouble = list(acts), None
        ticks, flashes = QTimer(interval=TICK_MS), Flashes()
        ticks.timeout.connect(self._tick)
        ticks.start()
        self._qt.installEventFilter(flashes)
        try:
            code = main([str(word) for word in argv])
        finally:
            ticks.stop()
            self._qt.removeEventFilter(flashes)
        if self._trouble is not None:
            raise self._trouble
        assert flashes.seen == []
        assert not self._acts, f"the program ended with {len(self._acts)} acts to play"
        return code

    def open(self, register: Path, *acts: Act, language: str = "en") -> int:
        """Run it on a register, in a language."""
        self.language = language
        return self.run(["--register", register, "--lang", language], *acts)

    def _tick(self) -> None:
        front = _front()
        if self._is_playing or front is None:
            return
        self._is_playing = True
        try:
            if not front.isActiveWindow():
                front.activateWindow()
                pause(1)
            self._acts.pop(0)(Person(words(self.language)))
        except BaseException as trouble:  # handed on by `run`, out of Qt's hands
            self._trouble = trouble
            self._acts.clear()
        finally:
            self._is_playing = False
        if not self._acts:
            self._leave()

    def _leave(self) -> None:
        """Close what is open, the dialogs first; with its last window the program ends. In trouble it ends at once:
        a window that asks whether to stay would stay for ever."""
        while self._trouble is None and (front := _front()) is not None:
            front.close()
        if self._trouble is not None:
            QApplication.exit(1)


def _front() -> QWidget | None:
    modal = QApplication.activeModalWidget()
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible())
    return modal or next(shown, None)


def settle_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock and choose the look."""
    monkeypatch.setattr(App.__init__, "__defaults__", (lambda: NOW,))
    save_settings(Settings(language="en", mode="light", device=DEVICE))


@pytest.fixture
def program(qapp: QApplication, boxes: Boxes, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program with a clock that stands at `NOW`, and a home with nothing in it but the choice of the light look."""
    settle_in(monkeypatch)
    hook, locale = sys.excepthook, QLocale()
    yield Program(qapp)
    sys.excepthook = hook
    QLocale.setDefault(locale)
    qapp.setStyleSheet("")
    for handler in logging.getLogger("qmsdesk").handlers[:]:
        if isinstance(handler, logging.FileHandler):
            logging.getLogger("qmsdesk").removeHandler(handler)
            handler.close()
