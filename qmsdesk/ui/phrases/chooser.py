"""The small window in which a phrase is chosen while one writes: type to search, arrows, Enter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qmsdesk.domain.phrases import USE_NAMES, Phrase, with_words
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.phrases.rows import PhraseList
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, small, title
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE

WIDTH, HEIGHT = 620, 460


class PhraseChooser(QDialog):
    """`chosen` carries the text of a phrase, as it was written."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, phrases: Sequence[Phrase], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = _ = desk.words
        self._phrases = [each for each in phrases if _.pick(each, "text")]
        self.setWindowTitle(_("Choose a phrase"))
        self.setProperty("kind", "page")
        self.search, self.list = QLineEdit(), PhraseList(desk.theme, _)
        self.search.setPlaceholderText(_("Search the phrases"))
        self.search.setAccessibleName(_("Search the phrases"))
        self.use, self.whole = small(""), label("", wrap=True)
        self.put_in = Button(desk.theme, _("Put in"), "primary", "check")
        self.cancel = Button(desk.theme, _("Cancel"), "quiet")
        self.put_in.setDefault(True)
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.list.steer_from(self.search)
        self.list.current_changed.connect(self._show_whole)
        self.list.doubleClicked.connect(lambda _: self._choose())
        self.search.textChanged.connect(self._narrow)
        self.put_in.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self._narrow("")
        area = self.screen().availableGeometry()
        self.resize(min(desk.theme.px(WIDTH), area.width()), min(desk.theme.px(HEIGHT), area.height()))
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        layout = column(theme, self, margins=(SPACE["wide"], SPACE["large"]), gap=SPACE["medium"])
        for widget in (title(self._("Choose a phrase")), self.search):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        told = column(theme, gap=SPACE["tight"])
        told.addWidget(self.use)
        told.addWidget(self.whole)
        layout.addLayout(told)
        foot = row(theme, gap=SPACE["small"])
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.put_in)
        layout.addLayout(foot)

    def _narrow(self, search: str) -> None:
        self.list.show_phrases(with_words(self._phrases, search))
        self.list.mark(0)

    def _show_whole(self, phrase: Phrase | None) -> None:
        self.put_in.setEnabled(phrase is not None)
        self.use.setText(self._(USE_NAMES[phrase.use]) if phrase else "")
        self.whole.setText(self._.pick(phrase, "text") if phrase else self._("No phrase holds these words."))

    def _choose(self) -> None:
        if (phrase := self.list.current) is not None:
            self.accept()
            self.chosen.emit(self._.pick(phrase, "text"))
