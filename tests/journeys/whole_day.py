"""What is said, found and agreed on a whole day, and what any way of working through it asks of the screen."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.closings.presentation import Presentation
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.reports.page import ReportPage
from tests.journeys.person import Person

W = TypeVar("W", bound=QWidget)

AUDIT = "2026-05"
MOST = 260
"""So many keys and clicks a day may ask for."""
ASKED = 30
ORDER = ("fulfilled", "partly", "not_fulfilled", "not_applicable", "not_asked", "parked")
SAID = ("Fulfilled", "Partly", "Not fulfilled", "Not applicable", "Not asked", "Park")
VERDICTS = {5: "partly", 9: "not_fulfilled", 14: "partly", 20: "not_applicable", 21: "not_asked", 25: "partly"}
REASONS = {20: "The service centre does this", 21: "The case officer was ill"}
NOTES = {
    0: "Everybody described the mission alike",
    4: "The map of the work hangs in the coffee room",
    5: "5 of 20 cases lacked a telephone number",
    9: "Two of four did not know who decides on opening hours",
    14: "The goals are read out once a year",
    25: "Two screens at the reception can be read from the queue",
}
QUICK = (
    "! Seven of ten answer templates had old fees",
    "+ Show the waiting time on the web",
    "* The morning meeting at the board takes seven minutes",
    "#2.4 The template is from 2023",
)
SORTED = {"Temps would like a cheat sheet": "3.3", "The phone is answered within a minute": "6.1"}
REQUIREMENT = "ISO9001:7.5.3"
STATEMENTS = ("Cases are handed over without what the next one needs", "Nobody is named to review the templates")
CAPTIONS = ("The board with the goals of the week", "The queue seen from the door")
UNASKED = "No time left"
MESSAGES = (
    "The morning meeting is worth copying",
    "The answer templates need an owner",
    "Cases are handed over without telephone numbers",
)
OWNER = "Head of the contact centre"
DUE = "2026-12-18"
MANAGER = "Karin Ek"
PHOTO_AT, PASTE_AT, NONCONFORMITY_AT, OBSERVATION_AT, STRENGTH_AT = 14, 25, 5, 25, 0


class Counted(NamedTuple):
    """What the hands did in each part of the day."""

    parts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.parts.values())


def make_photo(path: Path) -> Path:
    path.write_bytes(_jpeg())
    return path


def _jpeg() -> bytes:
    held = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").resize((640, 480)).save(held, "JPEG")
    return held.getvalue()


def walk(person: Person, parts: tuple[Callable[[Person], None], ...]) -> Counted:
    """One part of the day after the other."""
    person.main_window.resize(1366, 768)
    counted = {}
    for part in parts:
        before = person.hands
        part(person)
        person.settle()
        counted[part.__name__] = person.hands - before
    return Counted(counted)


def conduct_of(person: Person) -> ConductPage:
    step = step_of(person)
    assert isinstance(step, ConductPage)
    return step


def step_of(person: Person) -> QWidget:
    page = person.main_window.page
    assert isinstance(page, AuditPage)
    return page.step


def copy_photo() -> None:
    QGuiApplication.clipboard().setImage(QImage.fromData(_jpeg()))


def named(widget: QWidget | None) -> str:
    return widget.accessibleName() if widget else ""


def seen(person: Person, kind: type[W]) -> list[W]:
    return [widget for widget in person.visible(kind) if isinstance(widget, kind)]


def agreement_of(person: Person) -> AgreementPage:
    step = step_of(person)
    assert isinstance(step, AgreementPage)
    return step


def report_of(person: Person) -> bytes:
    """The report that is shown; nothing before it is drawn."""
    step = step_of(person)
    return step.pdf if isinstance(step, ReportPage) else b""


def wait_for_form(person: Person) -> None:
    person.wait(lambda: conduct_of(person).middle.is_at_form, "the finding that was made")


def give_caption(person: Person, text: str) -> None:
    """The photo that came in asks for one."""
    person.wait(lambda: person._("Caption") in named(QApplication.focusWidget()), "a caption asked for")
    person.type(text)


def presentation_of(person: Person) -> Presentation:
    person.wait(lambda: isinstance(person.window, Presentation), "the presentation")
    shown = person.window
    assert isinstance(shown, Presentation)
    person.wait(lambda: not shown._rest.isActive(), "the presentation drawn for its screen")
    return shown
