"""The open question: what to ask and listen for, what was found before, the answer, the notes and what came of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.domain.progress import found_before, other_answers
from qmsdesk.domain.references import say_references, say_with_title
from qmsdesk.i18n import Words, words
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.answers import AnswerBar
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.notes import NoteList
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.targets import TallButton
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column, row

BEFORE_SHOWN = 3


class QuestionCard(Card):
    """`finding_chosen` carries the id of a finding made here."""

    finding_chosen = Signal(str)

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__(desk.theme, "accent", margins=(20, 14), gap=10)
        self._desk = desk
        self._ = desk.words
        self._day = day
        self._question: Question | None = None
        self._in_other = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number, self._references = label("", "strong"), label("", "small", wrap=True)
        self._must = Chip(desk.theme, self._("Must ask"), "info", "flag")
        self.language = TallButton(desk.theme, " ", "quiet", "languages")
        self._text = label("", "heading", wrap=True)
        self._listen, self._see = label("", "small", wrap=True), label("", "small", wrap=True)
        self._before, self._others, self._made = Lines(desk), Lines(desk), QWidget()
        self._made_flow = FlowLayout(desk.theme, self._made, gap=6)
        self.answers = AnswerBar(desk)
        self.notes = NoteList(desk, day, self.answers.reason.phrases[-1])
        self.new_note = self._button(self._("New note"), "quiet", "plus", key_of("conduct", "new_note"))
        self.strength = self._button(self._("Strength"), "secondary", "star", key_of("conduct", "strength"))
        self.finding = self._button(self._("Make finding"), "primary", "plus", key_of("conduct", "finding"))
        self._foot = QWidget()
        self._lay_out()
        self.language.clicked.connect(self.toggle_language)
        self.language.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _lay_out(self) -> None:
        head = row(self._desk.theme, gap=10)
        head.addWidget(self._number)
        head.addWidget(self._references, 1)
        head.addWidget(self._must)
        head.addWidget(self.language)
        self.body.addLayout(head)
        for part in (self._before, self._text, self._listen, self._see, self.answers, self._others, self.notes):
            self.body.addWidget(part)
        self._fill_foot(row(self._desk.theme, self._foot, gap=8))
        self.body.addWidget(self._foot)
        self.body.addWidget(self._made)

    def _fill_foot(self, foot: QHBoxLayout) -> None:
        inner = QWidget()
        flow = FlowLayout(self._desk.theme, inner, gap=8)
        for button in (self.finding, self.strength, self.new_note):
            flow.addWidget(button)
        foot.addWidget(inner, 1)

    def _button(self, text: str, kind: str, icon: str, key: str) -> TallButton:
        button = TallButton(self._desk.theme, text, kind, icon, key)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def question(self) -> Question | None:
        return self._question

    @property
    def before_lines(self) -> list[str]:
        """What is said of the last audit."""
        return [" ".join(line) for line in self._before.shown]

    def show_question(self, question: Question) -> None:
        """Open a question, or show the open one as it stands now."""
        if question != self._question:
            self._question = question
            self._in_other = False
            self._show_texts(question)
            self._show_before(question)
        self.show_answer(question)
        self.notes.show_question(question)
        self._show_made(question)
        self._foot.setVisible(not self._day.is_read_only)

    def show_answer(self, question: Question) -> None:
        self.answers.show_answer(self._day.own_answer(question.id), self._day.is_read_only)
        others = other_answers(self._day.dossier, question.id, self._day.author_id)
        lines = []
        for answer in others:
            assert answer.verdict is not None
            person = self._day.dossier.person(answer.author_id)
            who = self._("Agreed") if answer.is_agreed else person.name if person else ""
            lines.append((who, self._(VERDICT_NAMES[answer.verdict]), answer.verdict.value, answer.reason))
        self._others.show_lines(lines)

    def toggle_language(self) -> None:
        """The other language of the question, and back: for whoever is asked."""
        assert self._question is not None
        self._in_other = not self._in_other
        self._show_texts(self._question)

    def _show_texts(self, question: Question) -> None:
        other = words("en" if self._.language == "sv" else "sv")
        said = other if self._in_other else self._
        number = self._day.dossier.numbers[question.id]
        self._number.setText(number)
        references = question.refers_to
        self._references.setText(say_references(references))
        titles = "\n".join(say_with_title(self._day.dossier, each, self._) for each in references)
        self._references.setToolTip(titles)
        self._references.setAccessibleName(titles)
        self._must.setVisible(question.must_ask)
        self._text.setText(said.pick(question, "text"))
        guidance, evidence = said.pick(question, "guidance"), said.pick(question, "evidence")
        self._listen.setText(_say_guidance(said, guidance))
        self._listen.setVisible(bool(guidance))
        self._see.setText(_say_evidence(said, evidence))
        self._see.setVisible(bool(evidence))
        self.setAccessibleName(f"{number} {self._text.text()}")
        self.setAccessibleDescription(" ".join(part.text() for part in (self._listen, self._see)))
        self.language.setText(_name_of_other(said))
        self.language.setAccessibleName(self._("Show the question in the other language"))
        self.language.setToolTip(self.language.accessibleName())
        self.language.setVisible(bool(question.text_sv and question.text_en))

    def _show_before(self, question: Question) -> None:
        earlier = self._day.dossier.earlier
        lines = []
        for finding in found_before(self._day.dossier, question)[:BEFORE_SHOWN]:
            assert earlier is not None
            became = self._became([action.is_open for action in earlier.actions if action.finding_id == finding.id])
            kind = self._(TYPE_NAMES[finding.type])
            lines.append((str(earlier.audit.date.year), kind, TONES[finding.type], f"{finding.title}{became}"))
        self._before.show_lines(lines)

    def _became(self, are_open: list[bool]) -> str:
        if not are_open:
            return ""
        return " – " + (self._("action open") if any(are_open) else self._("action done"))

    def _show_made(self, question: Question) -> None:
        made = [finding for finding in self._day.dossier.findings if finding.question_id == question.id]
        empty(self._made_flow)
        for finding in made:
            self._made_flow.addWidget(self._made_button(finding))
        self._made.setVisible(bool(made))

    def _made_button(self, finding: Finding) -> TallButton:
        text = f"{finding.number} {self._(TYPE_NAMES[finding.type])}"
        button = TallButton(self._desk.theme, text, "quiet", "flag")
        button.setToolTip(finding.title)
        button.setAccessibleName(f"{text}: {finding.title}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.finding_chosen.emit(finding.id))
        return button


class Lines(QWidget):
    """Quiet lines of who or when, a chip, and a remark; hidden where there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._layout = column(desk.theme, self, gap=4)
        self.shown: list[tuple[str, str, str, str]] = []
        self.hide()

    def show_lines(self, lines: list[tuple[str, str, str, str]]) -> None:
        if lines == self.shown:
            return
        self.shown = lines
        empty(self._layout)
        for who, text, tone, remark in lines:
            line = QWidget()
            items = row(self._theme, line, gap=8)
            items.addWidget(label(who, "small"))
            items.addWidget(Chip(self._theme, text, tone))
            items.addWidget(label(remark, "small", wrap=True), 1)
            self._layout.addWidget(line)
        self.setVisible(bool(lines))


def empty(layout: QLayout) -> None:
    """Take out of a layout what it holds."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _say_evidence(_: Words, evidence: str) -> str:
    return _("Ask to see: {evidence}", evidence=evidence)


def _say_guidance(_: Words, guidance: str) -> str:
    """Many texts begin with the words we would put before them."""
    if guidance.casefold().startswith(_("Listen for").casefold()):
        return guidance
    return _("Listen for: {guidance}", guidance=guidance)


def _name_of_other(shown: Words) -> str:
    """A language is named in itself, so that whoever needs it finds it."""
    return "English" if shown.language == "sv" else "Svenska"
