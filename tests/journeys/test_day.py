"""The demo day from Today to the PDF by keyboard alone, in both languages; the register says the same as the paper."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

from qmsdesk.domain.errors import FindingIsIncomplete
from qmsdesk.i18n import words
from tests.journeys.conftest import Boxes, Program
from tests.journeys.papers import text_of
from tests.journeys.person import Person

AUDIT = "2026-05"
DUE = dt.date(2026, 12, 18)


@dataclass(frozen=True)
class Said:
    """What is typed on this day."""

    other_unit: str
    no_time: str
    note: str
    nonconformity: str
    proposal: str
    strength: str
    observation: str
    linked: str
    unsorted: str
    statement: str
    action: str
    owner: str


SAID = {
    "sv": Said(
        "Växeln sköts av kommunens servicecenter",
        "Samtalet om ledning tog längre tid",
        "Överlämning till handläggare: 5 av 20 ärenden saknade telefonnummer",
        "Sju av tio svarsmallar hade gamla avgifter",
        "Visa väntetiden på webben",
        "Morgonmötet vid tavlan tar sju minuter",
        "Två skärmar i receptionen syns från besökskön",
        "Alla beskrev uppdraget likadant",
        "Fikarummet: vikarierna önskar en egen lathund",
        "Svarsmallarna hålls inte aktuella; ingen är utsedd att granska dem",
        "Utse en ansvarig för varje svarsmall",
        "Enhetschef",
    ),
    "en": Said(
        "The switchboard is run by the service centre",
        "The talk about leadership took longer",
        "Hand-over to case officers: 5 of 20 cases lacked a telephone number",
        "Seven of ten answer templates had old fees",
        "Show the waiting time on the web",
        "The morning meeting at the board takes seven minutes",
        "Two screens at the reception can be read from the queue",
        "Everybody described the mission alike",
        "Coffee room: temps would like a cheat sheet",
        "The answer templates are not kept current; nobody is named to review them",
        "Name an owner for each answer template",
        "Unit manager",
    ),
}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_day_by_keyboard_alone(program: Program, boxes: Boxes, demo: Path, tmp_path: Path, language: str) -> None:
    said, paper = SAID[language], tmp_path / "report.pdf"
    boxes.files = [paper]

    def day(person: Person) -> None:
        person.main_window.resize(1366, 768)
        person.tab_to("Start the day")
        person.press("Space", "Ctrl+Return")
        answer(person, said)
        note_quickly(person, said)
        complete(person, said)
        report(person, paper)

    assert program.open(demo, day, language=language) == 0
    check_paper(text_of(paper), said, language)
    check_register(demo, said)


def answer(person: Person, said: Said) -> None:
    """All six ways, two of them with a reason."""
    person.press("1", "Down", "2", "Down", "3", "Down", "4")
    person.type(said.other_unit)
    person.press("Esc", "Down", "5")
    person.type(said.no_time)
    person.press("Esc", "Down", "6", "Return")
    person.type(said.note)
    person.press("Esc")
    person.settle()


def note_quickly(person: Person, said: Said) -> None:
    """Each shorthand, and a line with none."""
    person.press("Ctrl+Space")
    for line in (
        f"!{said.nonconformity}",
        f"+ {said.proposal}",
        f"*{said.strength}",
        f"?{said.observation}",
        f"#1.1 {said.linked}",
        said.unsorted,
    ):
        person.type(line)
        person.press("Return")
        person.settle()
    person.press("Esc")


def complete(person: Person, said: Said) -> None:
    """A nonconformity that lacks parts cannot be agreed; when they are there it can."""
    person.tab_to(f"{person._('Minor nonconformity')} A-01")
    person.press("Return")
    person.tab_to("Agreed")
    person.press("Space")
    person.see(FindingIsIncomplete(number="A-01", parts=["requirement", "what we saw"]).say(person._)[:40])
    person.settle()
    assert not person.find("Agreed").isChecked()
    person.tab_to("Requirement", key="Shift+Tab")
    person.type("ISO9001:7.5.3")
    person.press("Esc")
    person.tab_to("What we saw")
    person.type(said.statement)
    person.tab_to("What is to be done")
    person.type(said.action)
    person.tab_to("Owner (role)")
    person.type(said.owner)
    person.tab_to("Set due date")
    person.press("Space")
    person.settle()
    person.tab_to("Due date", key="Shift+Tab")
    person.type("2026-12-18")
    person.tab_to("Agreed")
    person.press("Space")
    person.settle()
    assert person.find("Agreed").isChecked()
    person.press("Esc")


def report(person: Person, paper: Path) -> None:
    person.press("Ctrl+F6")
    person.wait(lambda: person.main_window.page.step.pdf, "the report")  # type: ignore[attr-defined]
    person.press("Ctrl+S")
    person.see(str(paper))
    person.press("Ctrl+Q")


def check_paper(text: str, said: Said, language: str) -> None:
    for part in (said.nonconformity, said.proposal, said.strength, said.observation, said.statement):
        assert part in text
    for part in (said.other_unit, said.no_time, said.action, said.owner, "7.5.3"):
        assert part in text
    assert words(language)("Draft").upper() in text
    assert words(language).date(DUE, "d MMMM") in text


def check_register(path: Path, said: Said) -> None:
    """What anybody would read who opens the file with the ordinary tools."""
    db = sqlite_utils.Database(path)
    (audit,) = db["audit"].rows_where("number = ?", [AUDIT])
    own = {"where": "audit_id = ?", "where_args": [audit["id"]]}
    assert audit["state"] == "in_progress"
    answers = {row["verdict"]: row["reason"] for row in rows(db, "answer", own)}
    assert answers == {
        "fulfilled": "", "partly": "", "not_fulfilled": "", "parked": "",
        "not_applicable": said.other_unit, "not_asked": said.no_time,
    }  # fmt: skip
    findings = {row["type"]: row for row in rows(db, "finding", own)}
    assert {type_: row["title"] for type_, row in findings.items()} == {
        "nonconformity_minor": said.nonconformity,
        "improvement": said.proposal,
        "strength": said.strength,
        "observation": said.observation,
    }
    assert findings["nonconformity_minor"]["statement"] == said.statement
    assert findings["nonconformity_minor"]["state"] == "agreed"
    (action,) = rows(db, "action", own)
    assert (action["text"], action["owner"], action["due_on"]) == (said.action, said.owner, "2026-12-18")
    notes = {row["text"]: row["id"] for row in rows(db, "note", own)}
    assert {said.note, said.linked, said.unsorted} <= notes.keys()
    linked = {row["note_id"] for row in rows(db, "note_link", own)}
    assert linked == {notes[said.note], notes[said.linked]}
    db.close()


def rows(db: sqlite_utils.Database, table: str, own: dict[str, Any]) -> list[dict[str, Any]]:
    return list(db[table].rows_where(f"{own['where']} AND is_deleted = 0", own["where_args"]))
