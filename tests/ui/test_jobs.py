"""Jobs run beside the window and give way to it, and nothing looks for rubbish meanwhile."""

import time
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qmsdesk.pace import give_way
from qmsdesk.ui import collector, courtesy
from qmsdesk.ui.collector import Collector
from qmsdesk.ui.jobs import Jobs


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.wait()


@pytest.fixture
def watcher(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    monkeypatch.setattr(collector, "EVERY_MS", 5)
    made = Collector(jobs)
    yield made
    made.stop()


def test_rubbish_is_looked_for_when_no_job_runs(qtbot: QtBot, jobs: Jobs, watcher: Collector) -> None:
    may_end, ended = Event(), list[object]()
    jobs.run(may_end.wait, ended.append, ended.append)
    before = watcher.turns
    qtbot.wait(50)
    may_end.set()
    assert watcher.turns == before
    qtbot.waitUntil(lambda: watcher.turns > before)


def test_rubbish_is_looked_for_when_hands_rest(
    qtbot: QtBot, watcher: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector, "REST_S", 60)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    before = watcher.turns
    qtbot.waitUntil(lambda: watcher.turns > before)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: field.text() == "a")
    before = watcher.turns
    qtbot.wait(50)
    assert watcher.turns == before
    monkeypatch.setattr(collector, "REST_S", 0.01)
    qtbot.waitUntil(lambda: watcher.turns > before)


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


@pytest.fixture
def steps() -> Iterator[Steps]:
    made = Steps()
    yield made
    made.may_end.set()


def test_a_job_rests_while_the_window_is_at_work(
    qtbot: QtBot, jobs: Jobs, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courtesy, "LONGEST_S", 60)
    ended = list[object]()
    jobs.run(steps, ended.append, ended.append)
    qtbot.waitUntil(lambda: steps.done > 100)
    steps.count(0.05)  # the piece it was at, and what it was allowed before it asked
    assert steps.count(0.2) == 0
    resting = steps.done
    qtbot.waitUntil(lambda: steps.done > resting + 100)
    steps.may_end.set()
    qtbot.waitUntil(lambda: ended == [None])


def test_a_job_goes_on_in_the_end_however_long_the_window_works(
    qtbot: QtBot, jobs: Jobs, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courtesy, "LONGEST_S", 0.02)
    jobs.run(steps, print, print)
    qtbot.waitUntil(lambda: steps.done > 100)
    assert steps.count(0.5) > 20


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
