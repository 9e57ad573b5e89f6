"""The phrases to look through: one list, and the chosen one to change in both languages or to take away."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qmsdesk.domain.changes import DELETED, Changed
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.phrases import USE_NAMES, Phrase, PhraseUse, with_words
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.phrases import list_phrases
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.phrases.rows import PhraseList
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.clearing import make_clearable
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import muted, small, title
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tokens import SPACE

WIDTH, HEIGHT = 900, 600
KINDS = frozenset({"phrase"})
PAUSE_MS = 150


class PhrasesDialog(QDialog):
    """Everything saves itself; what is taken away comes back with Undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = _ = desk.words
        self._wanted = ""
        self.setWindowTitle(_("Phrases"))
        self.setProperty("kind", "page")
        self.search, self.list, self.count = QLineEdit(), PhraseList(desk.theme, _), small("")
        self.search.setPlaceholderText(_("Search the phrases"))
        self.search.setAccessibleName(_("Search the phrases"))
        make_clearable(desk.theme, self.search)
        self.use = ChoiceBox(_("Used for"))
        self.use.set_choices(Choice(use.value, _(name)) for use, name in USE_NAMES.items())
        self.swedish, self.english = (GrowingEdit(desk.theme, min_lines=3) for _n in range(2))
        self._fields = {
            "text_sv": Field(desk.session, self.swedish),
            "text_en": Field(desk.session, self.english),
        }
        self.new = Button(desk.theme, _("New phrase"), "secondary", "plus")
        self.remove = Button(desk.theme, _("Remove"), "danger", "trash-2")
        self.leave = Button(desk.theme, _("Done"), "quiet")
        for button in (self.new, self.remove, self.leave):
            button.setAutoDefault(False)
        self._lay_out()
        self._wire()
        self._reload()
        area = self.screen().availableGeometry()
        self.resize(min(desk.theme.px(WIDTH), area.width()), min(desk.theme.px(HEIGHT), area.height()))

    def reject(self) -> None:
        self._seal()
        super().reject()

    def _lay_out(self) -> None:
        theme, _ = self._desk.theme, self._
        layout = column(theme, self, margins=(SPACE["wide"], SPACE["large"]), gap=SPACE["medium"])
        layout.addWidget(title(_("Phrases")))
        about = _("Good texts to use again, when a finding is written: “…” stands where a number or a place goes.")
        layout.addWidget(muted(about))
        left = column(theme, gap=SPACE["small"])
        for widget in (self.search, self.list, self.count):
            left.addWidget(widget)
        scroll = PageScroll(theme, margins=(0, 0, 4, 0), gap=SPACE["medium"])
        controls = ((_("Used for"), self.use), (_("In Swedish"), self.swedish), (_("In English"), self.english))
        for text, control in controls:
            scroll.body.addLayout(labelled(theme, text, control))
        held = FlowLayout(theme, gap=SPACE["small"])
        held.addWidget(self.remove)
        scroll.body.addLayout(held)
        scroll.body.addStretch()
        self._halves = row(theme, gap=SPACE["large"])
        self._halves.addLayout(left, 1)
        self._halves.addWidget(scroll, 1)
        layout.addLayout(self._halves, 1)
        foot = row(theme, gap=SPACE["small"])
        foot.addWidget(self.new)
        foot.addStretch()
        foot.addWidget(self.leave)
        layout.addLayout(foot)

    def _wire(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._reload)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.list.steer_from(self.search)
        self.list.current_changed.connect(self._show)
        self.use.chosen.connect(self._choose_use)
        self.new.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.leave.clicked.connect(self.reject)
        self._desk.session.changed.connect(self._on_changed)

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.kinds & KINDS:
            self._reload()

    def _reload(self) -> None:
        shown = with_words(list_phrases(self._desk.session.db), self.search.text())
        self.list.show_phrases(shown)
        if self._wanted and any(each.id == self._wanted for each in shown):
            self.list.mark_phrase(self._wanted)
            self._wanted = ""
        self.count.setText(self._.plural("{count} phrase", "{count} phrases", len(shown)))

    def _show(self, phrase: Phrase | None) -> None:
        for control in (self.use, self.swedish, self.english, self.remove):
            control.setEnabled(phrase is not None)
        for name, field in self._fields.items():
            field.show_record(phrase, name) if phrase else field.clear()
        self.use.set_current(phrase.use.value if phrase else "")

    def _choose_use(self, use: str) -> None:
        phrase = self.list.current
        if phrase is not None and phrase.use != use:
            self._wanted = phrase.id
            self._desk.session.write([edit_of(phrase, "use", PhraseUse(use))])

    def _add(self) -> None:
        self._seal()
        made = Phrase(new_id(), PhraseUse(self.use.current() or PhraseUse.SENTENCE))
        self._wanted = made.id
        self.search.clear()
        self._desk.session.write(creation_of(made))
        (self.swedish if self._.language == "sv" else self.english).setFocus()

    def _remove(self) -> None:
        self._seal()
        if (phrase := self.list.current) is not None:
            self._desk.session.write([edit_of(phrase, DELETED, 1)])

    def _seal(self) -> None:
        for field in self._fields.values():
            field.seal()
