"""The first start of all: who are you, what is audited where, a day that is prepared, held and printed."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from qmsdesk.i18n import words
from qmsdesk.paths import default_register
from qmsdesk.ui.welcome.dialog import WelcomeDialog
from tests.journeys.conftest import Boxes, Program
from tests.journeys.papers import pages_of, text_of
from tests.journeys.person import Person

NOTE = "The routine for incoming invoices is from 2019 and names a system that is gone"


def test_from_nothing_to_a_report_and_back_at_the_same_place(program: Program, boxes: Boxes, tmp_path: Path) -> None:
    paper = tmp_path / "report.pdf"
    boxes.files = [paper]
    assert program.run([], welcome, plan, prepare, conduct, report) == 0

    said = text_of(paper)
    assert pages_of(paper) >= 1
    for part in (NOTE, "Åsa Öberg", "Björkåsens kommun", "Ekonomienheten", "DRAFT"):
        assert part in said, said

    assert program.run([], again) == 0


def welcome(person: Person) -> None:
    assert isinstance(person.window, WelcomeDialog)
    person.click("Svenska")
    person.see(words("sv")("Your name"))
    person.see(words("sv")("Begin"))
    person.click("English")
    person.see("A new register is made here, on this computer alone.")
    person.click("Begin")
    person.see("Write your name.")
    person.write("Your name", "Åsa Öberg")
    assert not person.sees("Write your name.")
    person.see(str(default_register()))
    person.click("Begin")


def plan(person: Person) -> None:
    person.see("Good morning, Åsa")
    person.write("Name of the organisation", "Björkåsens kommun")
    person.click("New audit")
    person.click("Internal audit")
    person.write("Unit", "Ekonomienheten")
    person.write("Department", "Stadsledningskontoret")
    person.find("Checklist").setFocus()
    person.type("ISO")
    assert "ISO 9001" in person.find("Checklist").currentText()
    person.find("Date").setFocus()
    person.type("2026-11-25")
    person.click("Create and prepare")


def stands_in(widget: QWidget) -> bool:
    """The dialog that was there before may give the window back its focus only now."""
    widget.window().activateWindow()
    widget.setFocus()
    return widget.hasFocus()


def prepare(person: Person) -> None:
    person.see("Questions to ask")
    person.see("This does not fit: 67 questions")
    person.click("Take the usual day")
    person.see("Walk-round: follow a case")
    person.settle()
    table = person.find("Questions to ask")
    person.wait(lambda: stands_in(table), "to stand in the table")
    person.press("Down", "Space", "Down", "Space")
    person.see("65 questions")
    person.press("Alt+Home")
    person.click("Start the day")
    person.press("Ctrl+Return")


def conduct(person: Person) -> None:
    person.see("Write what you hear and see")
    person.press("1", "Down", "2", "Down", "3", "Return")
    person.type(NOTE)
    person.press("Esc", "F")
    person.see("A-01")
    person.press("Esc")
    person.see(NOTE)
    person.settle()


def report(person: Person) -> None:
    person.press("Ctrl+F6")
    person.wait(lambda: person.main_window.page.step.pdf, "the report")
    person.press("Ctrl+S")
    person.see("Saved as")
    person.press("Ctrl+F3")
    person.press("Ctrl+Q")


def again(person: Person) -> None:
    person.see("Ekonomienheten")
    person.see(NOTE)
