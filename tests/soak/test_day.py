"""The scripted day in short: two kills lose nothing, and a promise that is not kept is noticed."""

import random
from pathlib import Path

import pytest

from tests.soak.day import Day, Lost, begin, live
from tests.soak.promises import BOOKMARK, Promises

TITLE = ("finding", "f-1", "title")


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Day:
    monkeypatch.setenv("QMSDESK_HOME", str(tmp_path / "home"))
    day = Day(tmp_path, "a seed")
    begin(day)
    return day


def test_two_kills_lose_nothing_and_a_loss_is_noticed(day: Day) -> None:
    chance = random.Random(1)
    for _ in range(2):
        live(day, chance)
    assert day.kills == 2
    assert day.promises.made
    day.promises.keep((BOOKMARK, "place", "value"), "audit/another/open")
    with pytest.raises(Lost, match="bookmark place value says"):
        live(day, chance, is_last=True)


def test_what_was_kept_may_only_be_what_was_tried_since() -> None:
    promises = Promises()
    assert promises.broken(TITLE, "anything") == ""
    promises.attempt(TITLE, "a")
    promises.keep(TITLE, "a")
    promises.attempt(TITLE, "ab")
    assert promises.broken(TITLE, "a") == promises.broken(TITLE, "ab") == ""
    assert "allowed: ['a', 'ab']" in promises.broken(TITLE, "")
    promises.keep(TITLE, "ab")
    assert promises.broken(TITLE, "a")


def test_promises_outlive_a_file(tmp_path: Path) -> None:
    promises = Promises()
    promises.keep(TITLE, "å 🙂\n")
    promises.attempt(TITLE, None)
    promises.save(tmp_path / "promises.json")
    again = Promises.load(tmp_path / "promises.json")
    assert (again.kept, again.tried) == (promises.kept, promises.tried)
