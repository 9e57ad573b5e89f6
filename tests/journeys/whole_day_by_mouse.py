"""The whole day by the mouse alone: only texts are typed."""

from collections.abc import Callable

from qmsdesk.ui.closings.signature import SignDialog
from qmsdesk.ui.conduct.keycard import KeyCard
from qmsdesk.ui.conduct.sections import SectionEntry
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
    SAID,
    SORTED,
    STATEMENTS,
    STRENGTH_AT,
    VERDICTS,
    agreement_of,
    conduct_of,
    copy_photo,
    give_caption,
    presentation_of,
    report_of,
    seen,
    wait_for_form,
)


class ByMouse:
    """The day by the mouse alone."""

    def start(self, person: Person) -> None:
        person.click("Start the day")

    def opening(self, person: Person) -> None:
        person.see_whole()
        for _ in seen(person, ScriptButton):
            person.click("Said, next")
        person.click("We begin now")

    def questions(self, person: Person) -> None:
        for place in range(ASKED):
            if place:
                self._go_to(person, place)
            person.click(SAID[ORDER.index(VERDICTS.get(place, "fulfilled"))])
            if place in REASONS:
                person.click("Reason")
                person.type(REASONS[place])
            if place in NOTES:
                person.click("Note")
                person.type(NOTES[place])
            self._take_further(person, place)

    def _go_to(self, person: Person, place: int) -> None:
        """By its row, or by its section where that is another one."""
        asked = conduct_of(person).day.dossier.asked_questions
        target, before = asked[place], asked[place - 1]
        if target.section_id == before.section_id:
            self._click_row(person, target.id)
        else:
            sections = [section.id for section in conduct_of(person).day.dossier.sections]
            person.click_on(seen(person, SectionEntry)[sections.index(target.section_id)])
        person.wait(lambda: conduct_of(person).questions.current == target, "the next question")

    def _click_row(self, person: Person, question_id: str) -> None:
        """The wheel brings it into sight where the open question fills the page."""
        view = conduct_of(person).questions
        while (found := view.rows.row_of(question_id)) is None:
            person.roll(view.view)
        person.click_on(found)

    def _take_further(self, person: Person, place: int) -> None:
        if place == NONCONFORMITY_AT:
            person.click("Make finding")
            wait_for_form(person)
            person.click("Minor nonconformity")
            person.click("What we saw")
            person.type(STATEMENTS[0])
            person.click("Back to the question")
        elif place == STRENGTH_AT:
            person.click("Strength")
            wait_for_form(person)
            person.click("Back to the question")
        if place == PHOTO_AT:
            person.click("Add photo")
            give_caption(person, CAPTIONS[0])
        if place == PASTE_AT:
            copy_photo()
            person.click("More ways to add")
            person.pick("Paste photo")
            give_caption(person, CAPTIONS[1])
            person.click("Make finding")
            wait_for_form(person)
            person.click("Back to the question")

    def quick_notes(self, person: Person) -> None:
        for line in (*QUICK, *SORTED):
            person.click("Quick note")
            person.type(line)
            person.click("Add the note")
        person.settle()
        for text, number in SORTED.items():
            page = conduct_of(person)
            asked = page.day.dossier.asked_questions
            place = next(n for n, question in enumerate(asked) if page.day.dossier.numbers[question.id] == number)
            self._open(person, place)
            cards = [card for card in seen(person, KeyCard) if card.accessibleName().startswith(text)]
            person.click_on(cards[0])
            person.pick("Link to question {number}", number=number)
            person.settle()

    def _open(self, person: Person, place: int) -> None:
        """By its section, and from there by its row."""
        dossier = conduct_of(person).day.dossier
        target = dossier.asked_questions[place]
        sections = [section.id for section in dossier.sections]
        person.click_on(seen(person, SectionEntry)[sections.index(target.section_id)])
        if conduct_of(person).questions.current != target:
            self._click_row(person, target.id)

    def agreement(self, person: Person) -> None:
        person.click("Agree")
        person.click("Begin to confer")
        person.settle()
        person.click_on(agreement_of(person).answers.agree_all)
        person.settle()
        person.click("Show them")
        person.click("No time left")
        person.click_on(agreement_of(person).answers.unasked.accept)
        person.settle()

    def findings(self, person: Person) -> None:
        person.click("On to the findings")
        number = next(f.number for f in agreement_of(person).conferring.dossier.findings if f.title == QUICK[0][2:])
        person.click("Open finding {number}", number=number)
        person.click("Requirement")
        person.type(REQUIREMENT)
        person.click("What we saw")
        person.type(STATEMENTS[1])
        person.click("Back to the findings")
        person.settle()
        person.click_on(agreement_of(person).findings.agree_all)
        person.settle()

    def messages(self, person: Person) -> None:
        person.click_on(agreement_of(person).strip.buttons["messages"])
        for number, text in enumerate(MESSAGES, 1):
            person.click("Main message {number}", number=number)
            person.type(text)
        person.click("Ready for the closing meeting")

    def presentation(self, person: Person) -> None:
        person.click("Show what you saw")
        shown = presentation_of(person)
        while shown.finding is None or shown.finding.title != QUICK[1][2:]:
            person.click("Next slide")
        person.click("First improvement")
        person.click("Owner (role)")
        person.type(OWNER)
        person.click("Due date")
        person.type(DUE)
        person.click("Done")
        person.click("Leave")

    def signing(self, person: Person) -> None:
        person.click("Sign")
        person.type(MANAGER)
        self._sign(person)
        person.click("Sign")
        self._sign(person)

    def _sign(self, person: Person) -> None:
        """The form has the name of the button that opens it."""
        person.wait(lambda: isinstance(person.window, SignDialog), "the form")
        person.click("Sign")
        person.settle()

    def end(self, person: Person) -> None:
        person.click("End the day")
        person.wait(lambda: report_of(person), "the report")

    @property
    def parts(self) -> tuple[Callable[[Person], None], ...]:
        return (
            *(self.start, self.opening, self.questions, self.quick_notes, self.agreement, self.findings),
            *(self.messages, self.presentation, self.signing, self.end),
        )
