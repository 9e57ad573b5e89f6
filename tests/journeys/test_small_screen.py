"""A small screen and large letters: every page can be reached, nothing is wider than the window, all can be pressed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QPushButton, QScrollArea, QWidget

from qmsdesk.settings import Settings, save_settings
from tests.journeys.conftest import DEVICE, Program
from tests.journeys.person import Person, names_of, reveal

PLACES = ("today", "programme", "checklists", "actions", "settings")
STEPS = ("prepare", "open", "conduct", "agree", "close", "report", "follow_up")
SIZES = [(1024, 600, 100), (1366, 768, 200)]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_fits(program: Program, demo: Path, language: str, width: int, height: int, scale: int) -> None:
    save_settings(Settings(language=language, mode="light", text_scale=scale, device=DEVICE))
    troubles: list[str] = []

    def look_around(person: Person) -> None:
        window = person.main_window
        window.resize(width, height)
        audit = person.main_window._desk.session.db.execute("SELECT id FROM audit WHERE number = '2026-05'").fetchone()
        for place in (*PLACES, *(f"audit/{audit[0]}/{step}" for step in STEPS)):
            window.open_place(place)
            person.rest(60)
            person.see_whole()
            if place.endswith("report"):
                person.wait(lambda: window.page.step.pdf, "the report")
            troubles.extend(f"{place}: {trouble}" for trouble in troubles_of(person, width, height))
        assert (window.width(), window.height()) == (width, height)

    assert program.open(demo, look_around, language=language) == 0
    assert troubles == []


def troubles_of(person: Person, width: int, height: int) -> Iterator[str]:
    for widget in person.visible():
        if type(widget) is QWidget or is_list_content(widget):  # a plain widget draws nothing, it only holds others
            continue
        left = widget.mapTo(person.window, widget.rect().topLeft()).x()
        if left < 0 or left + widget.width() > width:
            yield f"{told(widget)} reaches from {left} to {left + widget.width()}"
    for button in [each for each in person.visible(QAbstractButton) if each.isEnabled()]:
        if not is_list_content(button):
            reveal(button)
            if button.visibleRegion().isEmpty():
                yield f"{told(button)} cannot be scrolled to"
            if isinstance(button, QPushButton) and button.width() < button.minimumSizeHint().width():
                yield f"{told(button)} is cut off"


def is_list_content(widget: QWidget) -> bool:
    """What lies within lists and previews scrolls by itself, sideways too."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea) and not isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def told(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {(names_of(widget) or [text])[0]!r}"
