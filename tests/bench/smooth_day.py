"""Run in a process of its own: goes through every page and presses every kind of key; prints how long the window was
busy each time, as JSON.

`python -m tests.bench.smooth_day REGISTER ROUNDS` on a screen of one's own.
"""

import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qmsdesk.store.audits import find_audit
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.collector import Collector
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.window import MainWindow
from tests.bench.big_audit import NUMBER
from tests.bench.conduct_day import NOTE, SEARCH, open_window

REST_S = 0.05
LONGEST_S = 5.0
PLACES = ("today", "programme", "checklists", "actions", "settings")
STEPS = ("prepare", "open", "conduct", "agree", "close", "report", "follow_up")
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SAID = "planerare"
KEYS = {
    "answer": (Qt.Key.Key_1, NONE),
    "next": (Qt.Key.Key_Down, NONE),
    "previous": (Qt.Key.Key_Up, NONE),
    "next unanswered": (Qt.Key.Key_Return, CTRL),
    "note": (Qt.Key.Key_Return, NONE),
    "leave": (Qt.Key.Key_Escape, NONE),
    "palette": (Qt.Key.Key_K, CTRL),
    "search": (Qt.Key.Key_F, CTRL),
}


class Watch:
    """`busy` holds by kind the longest that the window's thread did not come back to its loop after each wish, and
    how much of that was its own processor time."""

    def __init__(self) -> None:
        self.busy: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)

    def time(self, kind: str, wish: Callable[[], object]) -> None:
        began, worked = time.perf_counter(), time.thread_time()
        quiet, until = began, began + LONGEST_S
        wish()
        longest = (0.0, 0.0)
        while began - quiet < REST_S and began < until:
            QApplication.processEvents()
            ended = time.perf_counter()
            longest = max(longest, (ended - began, time.thread_time() - worked))
            if ended - began > IDLE_S:
                quiet = ended
            time.sleep(0.0005)
            began, worked = time.perf_counter(), time.thread_time()
        self.busy[kind].append(longest)


IDLE_S = 0.001
"""A turn of the loop that takes less has done nothing."""


class Walk:
    def __init__(self, window: MainWindow, audit_id: str) -> None:
        self._window = window
        self._audit = f"audit/{audit_id}"
        self.watch = Watch()

    def pages(self, kind: str) -> None:
        """Every page and every step of the day."""
        for place in (*PLACES, *(f"{self._audit}/{step}" for step in STEPS)):
            self.watch.time(f"{kind}: {place.split('/')[-1]}", lambda place=place: self._window.open_place(place))

    def conduct(self, rounds: int) -> None:
        self._window.open_place(f"{self._audit}/conduct")
        self._rest()
        self._repeat(rounds, ("answer", "next"))
        self._repeat(rounds, ("previous",))
        self._repeat(rounds, ("next unanswered",))
        self._repeat(rounds, ("note", "leave", "next"))
        self._press("note")
        self._type("type a note", NOTE * (rounds // len(NOTE) + 1))
        self._press("leave")
        self._press("search")
        self._type("type in the search", SEARCH)
        self._clear()

    def palette(self, rounds: int) -> None:
        for _ in range(rounds):
            self._press("palette")
            self._type("type in the palette", SAID)
            self._press("leave")

    def _repeat(self, rounds: int, kinds: Iterable[str]) -> None:
        for _ in range(rounds):
            for kind in kinds:
                self._press(kind)

    def _press(self, kind: str) -> None:
        key, modifiers = KEYS[kind]
        self.watch.time(kind, lambda: QTest.keyClick(QApplication.focusWidget() or self._window, key, modifiers))

    def _type(self, kind: str, text: str) -> None:
        for character in text:
            self.watch.time(kind, lambda character=character: type_character(character))

    def _clear(self) -> None:
        page = self._window.page
        assert isinstance(page, AuditPage)
        assert isinstance(page.step, ConductPage)
        page.step.finder.clear()
        self._press("leave")

    def _rest(self) -> None:
        self.watch.time("rest", lambda: None)


def type_character(character: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focus, QKeyEvent(kind, Qt.Key.Key_unknown, NONE, character))


def main(path: Path, rounds: int) -> dict[str, list[tuple[float, float]]]:
    desk, window = open_window(path, 0)
    audit = find_audit(desk.session.db, NUMBER)
    collector = Collector(desk.jobs)
    walk = Walk(window, audit.id)
    walk.pages("first")
    gc.freeze()
    walk.pages("again")
    walk.conduct(rounds)
    walk.palette(max(1, rounds // 6))
    walk.pages("after work")
    window.close()
    collector.stop()
    desk.jobs.wait()
    desk.session.close()
    return walk.watch.busy


if __name__ == "__main__":
    application = QApplication(["qmsdesk", "-style", "Fusion"])
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
