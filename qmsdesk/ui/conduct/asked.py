"""What is asked: number, requirements and text of the open question, what to listen for and to ask to see."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.checklists import Question
from qmsdesk.domain.references import say_references, say_with_title
from qmsdesk.i18n import Words, words
from qmsdesk.ui.conduct.conditions import ConditionLine
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row


class AskedQuestion(QWidget):
    """`between` is a column under its head; `spoken` and `described` are what a screen reader says of the card."""

    turned = Signal()

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__()
        self._ = desk.words
        self._day = day
        self._question: Question | None = None
        self._in_other = False
        self._number, self._references = label("", "strong"), label("", "small", wrap=True)
        self._must = Chip(desk.theme, self._("Must ask"), "info", "flag")
        self.language = TallButton(desk.theme, " ", "quiet", "languages")
        self._text = label("", "heading", wrap=True)
        self.condition = ConditionLine(desk, day)
        self._listen, self._see = label("", "small", wrap=True), label("", "small", wrap=True)
        layout = column(desk.theme, self, gap=10)
        head = row(desk.theme, gap=10)
        head.addWidget(self._number)
        head.addWidget(self._references, 1)
        head.addWidget(self._must)
        head.addWidget(self.language)
        self.between = column(desk.theme, gap=6)
        top = column(desk.theme, gap=0)  # both lines are high enough to press, and airy by that
        top.addLayout(head)
        top.addLayout(self.between)
        layout.addLayout(top)
        for part in (self._text, self.condition, self._listen, self._see):
            layout.addWidget(part)
        self.language.clicked.connect(self.toggle_language)
        self.language.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def spoken(self) -> str:
        return f"{self._number.text()} {self._text.text()}"

    @property
    def described(self) -> str:
        return " ".join((self.condition.text, *(part.text() for part in (self._listen, self._see)))).strip()

    def show_question(self, question: Question) -> None:
        self._question = question
        self._in_other = False
        self._show_texts(question)

    def toggle_language(self) -> None:
        """The other language of the question, and back: for whoever is asked."""
        assert self._question is not None
        self._in_other = not self._in_other
        self._show_texts(self._question)
        self.turned.emit()

    def _show_texts(self, question: Question) -> None:
        other = words("en" if self._.language == "sv" else "sv")
        said = other if self._in_other else self._
        self._number.setText(self._day.dossier.numbers[question.id])
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
        self.language.setText(_name_of_other(said))
        self.language.setAccessibleName(self._("Show the question in the other language"))
        self.language.setToolTip(self.language.accessibleName())
        self.language.setVisible(bool(question.text_sv and question.text_en))


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
