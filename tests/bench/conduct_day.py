"""Run in a process of its own: a person works through a large checklist by the keyboard; prints what it took, as JSON.

`python -m tests.bench.conduct_day REGISTER ROUNDS DELAY_MS` on a screen of one's own; every write takes DELAY_MS more.
"""

import datetime as dt
import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.domain.answers import Verdict
from qmsdesk.i18n import words
from qmsdesk.settings import Settings
from qmsdesk.store.audits import find_audit
from qmsdesk.store.register import Register
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.collector import Collector
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.jobs import Jobs
from qmsdesk.ui.messages import Messages
from qmsdesk.ui.session import Session
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.window import MainWindow
from tests.bench.big_audit import NUMBER

BEAT_S = 0.004
BETWEEN_S = 0.03  # a fast typist's pause from key to key
ANSWERS = (Verdict.FULFILLED, Verdict.PARTLY, Verdict.NOT_FULFILLED)
KEYS = {Verdict.FULFILLED: Qt.Key.Key_1, Verdict.PARTLY: Qt.Key.Key_2, Verdict.NOT_FULFILLED: Qt.Key.Key_3}
NOTE = "Planeraren ringer brukaren. "
SEARCH = "rutin 7.2"


class PaintWatch(QObject):
    """Knows when a widget, in the state that is waited for, was sent to the screen."""

    def __init__(self, widget: QWidget, is_reached: Callable[[], bool]) -> None:
        super().__init__()
        self.at: float | None = None
        self._is_reached = is_reached
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.at is None and self._is_reached():
            QTimer.singleShot(0, self._on_sent)
        return False

    def _on_sent(self) -> None:
        if self.at is None:
            self.at = time.perf_counter()


class Heart(QObject):
    """Beats while the window can be worked with; `longest` is the longest it could not."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=round(BEAT_S * 1000), timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - BEAT_S)
        self._last = now


class Person:
    """At the Conduct page, pressing keys one after the other; `painted` holds the seconds from key to picture."""

    def __init__(self, page: ConductPage) -> None:
        self._page = page
        self.painted: dict[str, list[float]] = {"answer": [], "step": [], "type": [], "search": []}

    def work(self, rounds: int) -> None:
        for turn in range(rounds):
            self._answer(ANSWERS[turn % len(ANSWERS)])
            if turn % 10 == 9:
                self._write_note()
            self._step()
        self._search()

    def _answer(self, verdict: Verdict) -> None:
        button = self._page.questions.card.answers.button(verdict)
        if button.isChecked():
            return
        self._timed("answer", button, button.isChecked, lambda: self._press(KEYS[verdict]))

    def _step(self) -> None:
        """On to the next question: its card is painted, with what was found there before."""
        questions = self._page.questions
        before = questions.current
        self._timed(
            "step", questions.card, lambda: questions.current is not before, lambda: self._press(Qt.Key.Key_Down)
        )

    def _write_note(self) -> None:
        self._press(Qt.Key.Key_Return)
        self._type("type", NOTE)
        self._press(Qt.Key.Key_Escape)

    def _search(self) -> None:
        self._press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        self._pass_time()
        self._type("search", SEARCH)
        self._press(Qt.Key.Key_Escape)
        self._pass_time()

    def _type(self, what: str, text: str) -> None:
        for character in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            seen = focus.viewport() if hasattr(focus, "viewport") else focus
            self._timed(what, seen, lambda: True, lambda focus=focus, it=character: QTest.keyClicks(focus, it))

    def _timed(self, what: str, seen: QWidget, is_reached: Callable[[], bool], act: Callable[[], None]) -> None:
        watch = PaintWatch(seen, is_reached)
        began = time.perf_counter()
        act()
        while watch.at is None and time.perf_counter() < began + 5:
            QApplication.processEvents()
            time.sleep(0.0002)
        assert watch.at is not None, f"{what}: nothing was painted"
        self.painted[what].append(watch.at - began)
        seen.removeEventFilter(watch)
        self._pass_time()

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)

    def _pass_time(self) -> None:
        until = time.perf_counter() + BETWEEN_S
        while time.perf_counter() < until:
            QApplication.processEvents()
            time.sleep(0.0005)


def slow_down(register: Register, seconds: float) -> None:
    """Let every write take longer, as on a slow disk."""
    for name in ("write", "keep_draft", "seal", "set_bookmark"):
        setattr(register, name, _slowed(getattr(register, name), seconds))


def _slowed(write: Callable[..., object], seconds: float) -> Callable[..., object]:
    def slow(*values: object, **named: object) -> object:
        time.sleep(seconds)
        return write(*values, **named)

    return slow


def open_window(path: Path, delay: float) -> tuple[Desk, MainWindow]:
    theme = Theme()
    theme.apply(QApplication.instance())  # type: ignore[arg-type]
    register = Register(path, "bench")
    if delay:
        slow_down(register, delay)
    said = words("sv")
    desk = Desk(Session(register), theme, said, Messages(said), Jobs(), lambda: dt.datetime.now().astimezone())
    window = MainWindow(desk, Settings(language="sv"))
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return desk, window


def main(path: Path, rounds: int, delay: float) -> Iterator[tuple[str, object]]:
    desk, window = open_window(path, delay)
    audit = find_audit(desk.session.db, NUMBER)
    collector = Collector(desk.jobs)
    began = time.perf_counter()
    window.open_place(f"audit/{audit.id}/conduct")
    QApplication.processEvents()
    yield "open", time.perf_counter() - began
    gc.freeze()
    page = window.page
    assert isinstance(page, AuditPage)
    assert isinstance(page.step, ConductPage)
    person = Person(page.step)
    heart = Heart()
    person.work(rounds)
    yield "blocked", heart.longest
    yield from person.painted.items()
    window.close()
    collector.stop()
    desk.session.close()


if __name__ == "__main__":
    application = QApplication(["qmsdesk", "-style", "Fusion"])
    print(json.dumps(dict(main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]) / 1000))))
