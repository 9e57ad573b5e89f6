"""The six answers, and the reason that two of them ask for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.answers import VERDICT_NAMES, Answer, Verdict
from qmsdesk.i18n import N_
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.targets import TallButton, TallLine
from qmsdesk.ui.theme.buttons import AnswerButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import EvenFlow, FlowLayout, column
from qmsdesk.ui.undo import TypingUndo

PHRASES = {
    Verdict.NOT_APPLICABLE: (
        N_("Does not apply to this unit"),
        N_("Another unit does this"),
        N_("Has not occurred"),
    ),
    Verdict.NOT_ASKED: (
        N_("No time left"),
        N_("The right person was not there"),
        N_("Came up under another question"),
    ),
}


class AnswerBar(QWidget):
    """`chosen` carries the `Verdict` that was pressed, the chosen one too: that takes it back."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._buttons: dict[Verdict, AnswerButton] = {}
        self._reason = ReasonLine(desk)
        layout = column(desk.theme, self, gap=8)
        flow = EvenFlow(desk.theme, gap=8)
        for verdict, name in VERDICT_NAMES.items():
            text = desk.words(name)
            button = AnswerButton(desk.theme, text, verdict.value, key_of("conduct", verdict.value))
            button.setAccessibleName(text)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, verdict=verdict: self.chosen.emit(verdict))
            self._buttons[verdict] = button
            flow.addWidget(button)
        layout.addLayout(flow)
        layout.addWidget(self._reason)

    def show_answer(self, answer: Answer | None, is_read_only: bool) -> None:
        verdict = answer.verdict if answer else None
        for each, button in self._buttons.items():
            button.setChecked(each is verdict)
            button.setEnabled(not is_read_only)
        self._reason.show_answer(answer, is_read_only)

    def button(self, verdict: Verdict) -> AnswerButton:
        return self._buttons[verdict]

    @property
    def reason(self) -> "ReasonLine":
        return self._reason


class ReasonLine(QWidget):
    """Why a question does not apply or was not asked: a line to write in, and phrases that are ready."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self.editor = TallLine(desk.theme)
        self.editor.setPlaceholderText(self._("Why? A few words are enough"))
        self.editor.setAccessibleName(self._("Reason"))
        self._field = Field(desk.session, self.editor)
        TypingUndo(self.editor)
        self._hint = label(self._("Counts as unanswered until the reason is written."), "small", wrap=True)
        self._chips = {verdict: self._phrases(phrases) for verdict, phrases in PHRASES.items()}
        layout = column(desk.theme, self, gap=6)
        layout.addWidget(self.editor)
        for chips in self._chips.values():
            layout.addWidget(chips)
        layout.addWidget(self._hint)
        self.editor.textChanged.connect(self._show_hint)
        self.hide()

    def show_answer(self, answer: Answer | None, is_read_only: bool) -> None:
        if answer is None or answer.verdict is None or not answer.verdict.needs_reason:
            self._field.clear()
            self.hide()
            return
        self._field.show_record(answer, "reason")
        self.editor.setReadOnly(is_read_only)
        for verdict, chips in self._chips.items():
            chips.setVisible(verdict is answer.verdict and not is_read_only)
        self._show_hint()
        self.show()

    def seal(self) -> None:
        self._field.seal()

    @property
    def phrases(self) -> list[TallButton]:
        """The ready phrases of both answers."""
        return [button for chips in self._chips.values() for button in chips.findChildren(TallButton)]

    def _phrases(self, phrases: tuple[str, ...]) -> QWidget:
        chips = QWidget()
        flow = FlowLayout(self._desk.theme, chips, gap=6)
        for phrase in phrases:
            button = TallButton(self._desk.theme, self._(phrase), "secondary")
            button.clicked.connect(lambda _=False, phrase=phrase: self._take(self._(phrase)))
            flow.addWidget(button)
        return chips

    def _take(self, phrase: str) -> None:
        self.editor.setText(phrase)
        self._field.seal()

    def _show_hint(self) -> None:
        self._hint.setVisible(not self.editor.text().strip())
