"""Another language, darkness and large text in the middle of the day: the window changes, the work does not."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from qmsdesk.i18n import words
from qmsdesk.settings import load_settings
from qmsdesk.store.register import open_reader
from tests.journeys.conftest import Program
from tests.journeys.person import Person

HALF = "The binder is from 2019 and the"
REST = " names are gone"
LINE = "Coffee room: a cheat sheet for"


def test_the_work_stays_while_the_looks_change(program: Program, demo: Path) -> None:
    def day(person: Person) -> None:
        person.main_window.resize(1366, 768)
        begin(person)
        person.click("Settings")
        person.see("How it looks")
        swedish = change_language(person)
        height = swedish.main_window.fontMetrics().height()
        choose(swedish, "Dark")
        swedish.wait(lambda: QApplication.palette().window().color().lightness() < 100, "darkness")
        choose(swedish, "{share}%", share=200)
        swedish.wait(lambda: swedish.find("Settings").fontMetrics().height() > 1.8 * height, "large text")
        come_back(swedish)

    assert program.open(demo, day) == 0
    settings = load_settings()
    assert (settings.language, settings.mode, settings.text_scale) == ("sv", "dark", 200)
    check_register(demo)


def begin(person: Person) -> None:
    person.click("Start the day")
    person.press("Ctrl+Return")
    person.press("1", "Down", "Down", "Ctrl+Space")
    person.type(LINE)
    person.press("Esc", "Return")
    person.type(HALF)


def choose(person: Person, text: str, **fields: object) -> None:
    """A round button of Settings by its text; its name begins with what is chosen."""
    said = person._(text, **fields)
    person.click_on(next(each for each in person.visible() if each.accessibleName().endswith(f": {said}")))


def change_language(person: Person) -> Person:
    before = person.main_window
    choose(person, "Svenska")
    person.wait(lambda: person.main_window is not before, "a window in Swedish")
    swedish = Person(words("sv"))
    swedish.see(words("sv")("How it looks"))
    assert not before.isVisible()
    return swedish


def come_back(person: Person) -> None:
    person.click("Today")
    person.click("Continue the day")
    person.wait(lambda: person.find("Note").toPlainText() == HALF, "the half note")
    assert person.sees("1.3")
    person.press("Return")
    person.type(REST)
    person.click("Findings: {findings}, unsorted notes: {notes}", findings=0, notes=1)
    person.see(LINE)
    person.settle()


def check_register(path: Path) -> None:
    db = open_reader(path)
    notes = db.execute("SELECT text FROM note WHERE text LIKE 'Coffee%' OR text LIKE 'The binder%' ORDER BY text")
    assert [said for (said,) in notes] == [LINE, f"{HALF}{REST}"]
    db.close()
