"""Every page in both languages: no text of the program stands there untranslated, and none in the other language."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from tests.journeys.conftest import Program, new_demo
from tests.journeys.person import Person, texts_of
from tools import catalogues

PLACES = ("today", "programme", "checklists", "actions", "settings")
STEPS = ("prepare", "open", "conduct", "agree", "close", "report", "follow_up")
SAME = frozenset({"English", "Svenska"})
"""Each language is named in itself."""


def translations() -> dict[str, str]:
    """Every text of the code that has no fields, with its Swedish, empty where it has none yet."""
    catalogue = catalogues.read(catalogues.LOCALE / "sv" / "LC_MESSAGES" / "qmsdesk.po")
    known: dict[str, str] = {}
    for message in catalogue:
        known.update(zip(catalogues.forms(message.id), catalogues.forms(message.string), strict=False))
    texts = (form for message in catalogues.extract() if message.id for form in catalogues.forms(message.id))
    return {text: known.get(text, "") for text in texts if "{" not in text}


def shown(program: Program, demo: Path, language: str) -> set[str]:
    """What stands on the screen, page by page, with what unfolds there."""
    seen: set[str] = set()

    def walk(person: Person) -> None:
        window = person.main_window
        window.resize(1366, 768)
        audit = window._desk.session.db.execute("SELECT id FROM audit WHERE number = '2026-05'").fetchone()[0]
        for place in (*PLACES, *(f"audit/{audit}/{step}" for step in STEPS)):
            window.open_place(place)
            person.rest(60)
            for widget in person.visible():
                seen.update(texts_of(widget))
                seen.add(widget.toolTip())
        person.press("Ctrl+F3", "F")
        person.see("A-01")
        seen.update(text for widget in person.visible() for text in texts_of(widget))
        seen.update(button.text() for button in window.findChildren(QPushButton))

    assert program.open(demo, walk, language=language) == 0
    return seen


def test_nothing_is_left_in_english_on_a_swedish_screen(program: Program, demo: Path) -> None:
    held = translations()
    english = held.keys() - set(held.values()) - SAME
    seen = shown(program, demo, "sv")
    assert len(seen & set(held.values())) > 100
    assert sorted(seen & english) == []


def test_nothing_is_left_in_swedish_on_an_english_screen(program: Program, tmp_path: Path) -> None:
    held = translations()
    swedish = set(held.values()) - held.keys() - SAME
    seen = shown(program, new_demo(tmp_path / "demo.qmsdesk", "en"), "en")
    assert len(seen & held.keys()) > 100
    assert sorted(seen & swedish) == []
