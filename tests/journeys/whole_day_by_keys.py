"""The whole day by the keyboard alone: nothing is clicked."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from qmsdesk.ui.openings.cards import ScriptButton
from tests.journeys.person import Person
from tests.journeys.whole_day import (
    ASKED,
    CAPTIONS,
    DUE,
    MANAGER,
    MESSAGES,
    NONCONFORMITY_AT,
    NOTES,
    ORDER,
    OWNER,
    PASTE_AT,
    PHOTO_AT,
    QUICK,
    REASONS,
    REQUIREMENT,
    SORTED,
    STATEMENTS,
    STRENGTH_AT,
    UNASKED,
    VERDICTS,
    copy_photo,
    give_caption,
    presentation_of,
    report_of,
    wait_for_form,
)


class ByKeys:
    """The day by the keyboard alone."""

    def start(self, person: Person) -> None:
        person.tab_to("Start the day")
        person.press("Space")

    def opening(self, person: Person) -> None:
        person.see_whole()
        while isinstance(QApplication.focusWidget(), ScriptButton):
            person.press("Space")
        person.press("Ctrl+Return")

    def questions(self, person: Person) -> None:
        for place in range(ASKED):
            person.press("123456"[list(ORDER).index(VERDICTS.get(place, "fulfilled"))])
            if place in REASONS:
                person.type(REASONS[place])
                person.press("Ctrl+Return")
                continue
            if place in NOTES:
                person.press("Return")
                person.type(NOTES[place])
            self._take_further(person, place)
            person.press("Ctrl+Return")

    def _take_further(self, person: Person, place: int) -> None:
        if place == NONCONFORMITY_AT:
            person.press("Ctrl+I")
            wait_for_form(person)
            person.tab_to("Minor nonconformity", key="Shift+Tab")
            person.press("Space")
            person.tab_to("What we saw")
            person.type(STATEMENTS[0])
            person.press("Esc")
        elif place == STRENGTH_AT:
            person.press("Ctrl+Shift+I")
            wait_for_form(person)
            person.press("Esc")
        if place == PHOTO_AT:
            person.press("Ctrl+Shift+P")
            give_caption(person, CAPTIONS[0])
            person.press("Return")
        if place == PASTE_AT:
            copy_photo()
            person.press("Esc", "Ctrl+V")
            give_caption(person, CAPTIONS[1])
            person.press("Return")
            person.press("F")
            wait_for_form(person)
            person.press("Esc")

    def quick_notes(self, person: Person) -> None:
        person.press("Ctrl+Space")
        for line in (*QUICK, *SORTED):
            person.type(line)
            person.press("Return")
        person.settle()
        person.press("Alt+U")
        for number in SORTED.values():
            person.press(*number, "Return")
            person.settle()

    def agreement(self, person: Person) -> None:
        person.press("Ctrl+F4")
        person.tab_to("Begin to confer", key="Shift+Tab")
        person.press("Space")
        person.settle()
        person.press("A")
        person.settle()
        person.press("N")
        person.type(UNASKED)
        person.press("Return")
        person.settle()

    def findings(self, person: Person) -> None:
        person.press("Ctrl+2")
        while "templates" not in QApplication.focusWidget().accessibleName():
            person.press("Down")
        person.press("Return")
        person.tab_to("Requirement")
        person.type(REQUIREMENT)
        person.tab_to("What we saw")
        person.type(STATEMENTS[1])
        person.press("Esc")
        person.settle()
        person.press("A")
        person.settle()

    def messages(self, person: Person) -> None:
        person.press("Ctrl+3")
        for number, text in enumerate(MESSAGES, 1):
            person.tab_to("Main message {number}", number=number)
            person.type(text)
            person.settle()
        person.press("Ctrl+Shift+Return")

    def presentation(self, person: Person) -> None:
        person.press("F5")
        shown = presentation_of(person)
        while shown.finding is None or shown.finding.title != QUICK[1][2:]:
            person.press("Space")
        person.press("A")
        person.type(OWNER)
        person.tab_to("Due date")
        person.type(DUE)
        person.press("Esc", "Esc")

    def signing(self, person: Person) -> None:
        person.press("S")
        person.type(MANAGER)
        person.press("Return")
        person.settle()
        person.press("S", "Return")
        person.settle()

    def end(self, person: Person) -> None:
        person.press("Ctrl+E")
        person.wait(lambda: report_of(person), "the report")

    @property
    def parts(self) -> tuple[Callable[[Person], None], ...]:
        return (
            *(self.start, self.opening, self.questions, self.quick_notes, self.agreement, self.findings),
            *(self.messages, self.presentation, self.signing, self.end),
        )
