"""Jobs run beside the window, and nothing looks for rubbish meanwhile."""

import gc
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from qmsdesk.ui import collector
from qmsdesk.ui.jobs import Jobs


def test_rubbish_is_looked_for_when_no_job_runs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "EVERY_MS", 5)
    jobs, may_end, seen = Jobs(), Event(), []
    jobs.run(may_end.wait, seen.append, seen.append)
    qtbot.waitUntil(lambda: jobs.is_busy)
    watcher = collector.Collector(jobs)
    gc.callbacks.append(told := lambda phase, info: seen.append(phase))
    try:
        qtbot.wait(50)
        assert seen == []
        may_end.set()
        qtbot.waitUntil(lambda: "stop" in seen)
    finally:
        gc.callbacks.remove(told)
        watcher.stop()
        jobs.wait()
