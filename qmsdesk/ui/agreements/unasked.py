"""The questions nobody answered: one reason, and all of them are marked as not asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.answers import Verdict
from qmsdesk.ui.conduct.answers import PHRASES
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton, TallLine
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout


class UnaskedLine(Card):
    """`given` carries the reason."""

    given = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "", margins=(16, 12), gap=8)
        self._ = desk.words
        self._said = label("", wrap=True)
        self.editor = TallLine(desk.theme)
        self.editor.setPlaceholderText(self._("Why? A few words are enough"))
        self.editor.setAccessibleName(self._("Reason"))
        self.accept = TallButton(desk.theme, " ", "primary", "circle-question-mark")
        self.accept.setEnabled(False)
        phrases: QWidget = QWidget()
        flow = FlowLayout(desk.theme, phrases, gap=6)
        for phrase in PHRASES[Verdict.NOT_ASKED]:
            button = TallButton(desk.theme, self._(phrase), "secondary")
            button.clicked.connect(lambda _=False, phrase=phrase: self._take(self._(phrase)))
            flow.addWidget(button)
        for part in (self._said, self.editor, phrases):
            self.body.addWidget(part)
        self.body.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeft)
        self.editor.textChanged.connect(lambda text: self.accept.setEnabled(bool(text.strip())))
        self.editor.returnPressed.connect(self._give)
        self.accept.clicked.connect(self._give)
        self.hide()

    def show_count(self, count: int) -> None:
        """How many questions it is about; hidden where there are none."""
        self.setVisible(count > 0)
        if count:
            self._said.setText(
                self._.plural(
                    "{count} question was not answered by anybody. Why was it not asked?",
                    "{count} questions were not answered by anybody. Why were they not asked?",
                    count,
                )
            )
            text = self._.plural("Mark {count} as not asked", "Mark all {count} as not asked", count)
            self.accept.setText(text)
            self.accept.setAccessibleName(text)

    def start(self) -> None:
        """Write the reason."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self, phrase: str) -> None:
        self.editor.setText(phrase)
        self.accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        reason = self.editor.text().strip()
        if reason and self.isVisible():
            self.editor.clear()
            self.given.emit(reason)
