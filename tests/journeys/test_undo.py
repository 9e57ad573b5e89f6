"""Taking back a whole story, step by step across its fields, and doing it again; what happened stays in the history."""

from collections.abc import Callable
from pathlib import Path

from qmsdesk.domain.records import KINDS
from qmsdesk.store.database import Connection
from qmsdesk.store.register import open_reader
from tests.journeys.conftest import Program
from tests.journeys.person import Person

MOST_STEPS = 60
STATE_COLUMNS = "SELECT * FROM {kind} WHERE is_deleted = 0 ORDER BY id"


def test_everything_can_be_taken_back_and_done_again(program: Program, demo: Path) -> None:
    def day(person: Person) -> None:
        person.main_window.resize(1366, 768)
        reader = open_reader(demo)
        before, lengths = state(reader), [history_length(reader)]
        person.click("Start the day")
        person.press("Ctrl+Return")
        person.settle()
        hold_the_day(person)
        person.see("3 of 33 answered")
        after, screen = state(reader), person.screen()
        assert after != before
        lengths.append(history_length(reader))

        steps = repeat(person, "Ctrl+Z", lambda: person.main_window._desk.session.can_undo)
        assert differences(before, state(reader)) == []
        lengths.append(history_length(reader))

        assert repeat(person, "Ctrl+Shift+Z", lambda: person.main_window._desk.session.can_redo) == steps
        assert differences(after, state(reader)) == []
        person.wait(lambda: person.screen() == screen, "the same screen again")
        lengths.append(history_length(reader))
        assert lengths == sorted(set(lengths)), "history only grows"
        reader.close()

    assert program.open(demo, day) == 0


def hold_the_day(person: Person) -> None:
    person.press("1", "Down", "2", "Down", "4")
    person.type("Another unit does this")
    person.press("Esc", "Return")
    person.type("The binder is from 2019")
    person.press("Esc", "F")
    person.see("A-01")
    person.click("Improvement proposal")
    person.tab_to("What is to be done")
    person.type("Throw the binder away")
    person.tab_to("Owner (role)")
    person.type("Unit manager")
    person.press("Esc", "Ctrl+Space")
    person.type("+Ask the newcomers")
    person.press("Return")
    person.settle()
    person.press("Esc")
    person.settle()


def repeat(person: Person, key: str, goes_on: Callable[[], bool]) -> int:
    steps = 0
    while goes_on():
        person.press(key)
        person.settle()
        steps += 1
        assert steps < MOST_STEPS
    return steps


def state(db: Connection) -> dict[str, list[tuple[object, ...]]]:
    """What there is, of every kind; what is deleted is not there."""
    return {kind: db.execute(STATE_COLUMNS.format(kind=kind)).fetchall() for kind in KINDS}


def differences(one: dict[str, list[tuple[object, ...]]], other: dict[str, list[tuple[object, ...]]]) -> list[object]:
    return [(kind, *(set(one[kind]) ^ set(other[kind]))) for kind in one if one[kind] != other[kind]]


def history_length(db: Connection) -> int:
    (length,) = db.execute("SELECT count(*) FROM change").fetchone()
    return int(length)
