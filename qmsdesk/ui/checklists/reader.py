"""One checklist to read: its sections and questions with guidance, evidence and references."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qmsdesk.domain.checklists import Checklist, Question, Section, numbers_of
from qmsdesk.domain.condition_texts import say_conditions
from qmsdesk.domain.question_figures import QuestionFigures, say_found
from qmsdesk.domain.references import say_references
from qmsdesk.i18n import Words
from qmsdesk.ui.dates import say_minutes
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label, muted, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, column, rule
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.turns import BREATH_MS


@dataclass(frozen=True, slots=True)
class Content:
    """A checklist as it is read."""

    checklist: Checklist
    sections: Sequence[Section]
    questions: Sequence[Question]
    figures: Mapping[str, QuestionFigures] = field(default_factory=dict)


class ChecklistReader(PageScroll):
    """`show_content` in a language of its own, with the questions that hold every word of a search."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme, margins=(24, 16, 24, 24), gap=SPACE["medium"])
        self._theme = theme
        self._ = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nothing in it can be reached, so the keys scroll it
        self.setAccessibleName(self._("Questions of the checklist"))
        self._pages = QWidget()
        self.body.addWidget(self._pages)
        self.body.addStretch()
        self._waiting: Iterator[None] = iter(())
        self._conditions: Mapping[str, str] = {}
        self._next = QTimer(self, interval=BREATH_MS)
        self._next.timeout.connect(self._add_some)
        self.found = 0

    def show_content(self, content: Content, language: Words, search: str = "") -> None:
        """Section by section, so that a long checklist does not hold up the window."""
        self._pages.hide()
        self._pages.deleteLater()
        self._pages = QWidget()
        layout = column(self._theme, self._pages, gap=SPACE["large"])
        self.found = sum(has_words(question, search) for question in content.questions)
        if not self.found:
            layout.addWidget(muted(self._("No question holds these words.")))
        layout.addStretch()
        self.body.insertWidget(0, self._pages)
        self._waiting = self._sections(layout, content, language, search)
        self._add_some()
        self._next.start()

    def _add_some(self) -> None:
        try:
            next(self._waiting)
        except StopIteration:
            self._next.stop()

    def _sections(self, layout: QVBoxLayout, content: Content, language: Words, search: str) -> Iterator[None]:
        """Each is made in one turn and shown in the next."""
        numbers = numbers_of(content.sections, content.questions)
        self._conditions = say_conditions(content.questions, numbers, self._)
        for number, section in enumerate(content.sections, 1):
            card = self._section(content, section, number, language, search)
            if card:
                for each in card.findChildren(QWidget):
                    each.ensurePolished()
                yield
                layout.insertWidget(layout.count() - 1, card)
                card.show()
                self.settle(self._pages)
                yield

    def _section(self, content: Content, section: Section, number: int, language: Words, search: str) -> Card | None:
        questions = [question for question in content.questions if question.section_id == section.id]
        shown = [(n, q) for n, q in enumerate(questions, 1) if has_words(q, search)]
        if not shown:
            return None
        card = Card(self._theme, gap=SPACE["medium"])
        card.setParent(self._pages)
        card.body.addWidget(subheading(f"{number}  {language.pick(section, 'title')}"))
        for place, (n, question) in enumerate(shown):
            if place:
                card.body.addWidget(rule())
            figures = content.figures.get(question.id)
            card.body.addWidget(self._question(f"{number}.{n}", question, language, figures))
        return card

    def _question(
        self, number: str, question: Question, language: Words, figures: QuestionFigures | None = None
    ) -> QWidget:
        held = QWidget()
        layout = column(self._theme, held, gap=SPACE["tight"])
        layout.addWidget(label(f"{number}  {language.pick(question, 'text')}", "strong", wrap=True))
        for text in (
            language.pick(question, "guidance"),
            self._evidence(language.pick(question, "evidence")),
            self._only_if(self._conditions.get(question.id, "")),
        ):
            if text:
                layout.addWidget(muted(text))
        marks = FlowLayout(self._theme, gap=SPACE["small"])
        marks.addWidget(Chip(self._theme, say_minutes(self._, question.minutes), "neutral", "clock"))
        if question.must_ask:
            marks.addWidget(Chip(self._theme, self._("Must be asked"), "info", "flag"))
        marks.addWidget(label(say_references(question.refers_to), "small"))
        layout.addLayout(marks)
        if figures:
            layout.addWidget(label(self._say(figures), "small", wrap=True))
        return held

    def _say(self, figures: QuestionFigures) -> str:
        if not figures.asked:
            return self._("Not asked yet")
        asked = self._.plural("Asked {count} time", "Asked {count} times", figures.asked)
        return f"{asked} · {say_minutes(self._, figures.minutes)} · {say_found(figures, self._)}"

    def _only_if(self, condition: str) -> str:
        return self._("Only if: {condition}", condition=condition) if condition else ""

    def _evidence(self, evidence: str) -> str:
        return self._("Evidence: {evidence}", evidence=evidence) if evidence else ""


def has_words(question: Question, search: str) -> bool:
    """Whether a question holds every word of a search, in either language."""
    said = " ".join(
        (
            *(question.text_sv, question.text_en, question.guidance_sv, question.guidance_en),
            *(question.evidence_sv, question.evidence_en, question.code, *question.refers_to),
        )
    ).casefold()
    return all(word in said for word in search.casefold().split())
