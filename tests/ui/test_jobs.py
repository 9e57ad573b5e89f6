"""Jobs run beside the window and give way to it, and nothing looks for rubbish meanwhile."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qmsdesk.pace import give_way
from qmsdesk.ui import collector, courtesy
from qmsdesk.ui.jobs import Jobs


def test_rubbish_is_looked_for_when_no_job_runs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "EVERY_MS", 5)
    jobs, may_end, seen = Jobs(), Event(), []
    jobs.run(may_end.wait, seen.append, seen.append)
    qtbot.waitUntil(lambda: jobs.is_busy)
    with looking_for_rubbish(jobs, seen):
        qtbot.wait(50)
        assert seen == []
        may_end.set()
        qtbot.waitUntil(lambda: "stop" in seen)


def test_rubbish_is_looked_for_when_hands_rest(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "EVERY_MS", 5)
    monkeypatch.setattr(collector, "REST_S", 60)
    jobs, seen, field = Jobs(), list[object](), QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    with looking_for_rubbish(jobs, seen):
        qtbot.waitUntil(lambda: "stop" in seen)
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
        qtbot.waitUntil(lambda: field.text() == "a")
        seen.clear()
        qtbot.wait(50)
        assert seen == []
        monkeypatch.setattr(collector, "REST_S", 0.01)
        qtbot.waitUntil(lambda: "stop" in seen)


@contextmanager
def looking_for_rubbish(jobs: Jobs, seen: list[object]) -> Iterator[None]:
    """Note every search in `seen`."""
    watcher = collector.Collector(jobs)
    gc.callbacks.append(told := lambda phase, info: seen.append(phase))
    try:
        yield
    finally:
        gc.callbacks.remove(told)
        watcher.stop()
        jobs.wait()


class Steps:
    """A job of many small pieces."""

    def __init__(self) -> None:
        self.done = 0
        self.may_end = Event()

    def __call__(self) -> None:
        while not self.may_end.is_set():
            self.done += 1
            give_way()
            time.sleep(0.0005)  # lets go of Python, as it would not by itself

    def count(self, seconds: float) -> int:
        """How many it does while the window's thread is away from its loop for so long."""
        before = self.done
        time.sleep(seconds)
        return self.done - before


def test_a_job_rests_while_the_window_is_at_work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courtesy, "LONGEST_S", 60)
    jobs, steps, ended = Jobs(), Steps(), list[object]()
    jobs.run(steps, ended.append, ended.append)
    qtbot.waitUntil(lambda: steps.done > 100)
    steps.count(0.05)  # the piece it was at, and what it was allowed before it asked
    assert steps.count(0.2) == 0
    resting = steps.done
    qtbot.waitUntil(lambda: steps.done > resting + 100)
    steps.may_end.set()
    qtbot.waitUntil(lambda: ended == [None])


def test_a_job_goes_on_in_the_end_however_long_the_window_works(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courtesy, "LONGEST_S", 0.02)
    jobs, steps = Jobs(), Steps()
    jobs.run(steps, print, print)
    qtbot.waitUntil(lambda: steps.done > 100)
    assert steps.count(0.5) > 20
    steps.may_end.set()
    jobs.wait()


def test_a_job_that_is_waited_for_does_not_rest(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr(courtesy, "LONGEST_S", 60)
    jobs, done = Jobs(), list[int]()

    def job() -> None:
        for n in range(200):
            time.sleep(0.0005)
            give_way()
            done.append(n)

    jobs.run(job, lambda _: None, print)
    time.sleep(0.05)  # by now it rests
    assert len(done) < 100
    jobs.wait()
    assert len(done) == 200
