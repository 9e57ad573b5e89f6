"""The editor: the outline of a draft at the left, what the chosen row says at the right."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from qmsdesk.domain.changes import Changed
from qmsdesk.domain.checklists import Checklist, Question
from qmsdesk.domain.editions import Edition, publishing
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.outlines import Step, add_question, add_section, drop, indent, join, move, outdent, remove, split
from qmsdesk.store.checklists import edition_before, list_checklists, load_own, questions_of
from qmsdesk.store.rows import get
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.checklists.editing.form import RowForm
from qmsdesk.ui.checklists.editing.outline_table import OutlineTable
from qmsdesk.ui.checklists.editing.outline_view import OutlineView
from qmsdesk.ui.checklists.editing.pairs import OutlineEdit
from qmsdesk.ui.commands import bind
from qmsdesk.ui.dates import say_minutes
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.turns import Turns

KINDS = frozenset({"checklist", "question", "section"})
NARROW, NARROWEST = 760, 620


class EditorPage(QWidget):
    """`left` says that one is done for now; `published` carries the id of what was a draft."""

    left = Signal()
    published = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._edition: Edition | None = None
        self._id = ""
        self._wanted = ""
        self._place = 0
        self._writes_on = ""
        self._is_stale = False
        self.setProperty("kind", "page")
        self.bar = PageBar(desk.theme, "")
        self.banner = Banner(desk.theme)
        self.table = OutlineTable(desk.words, desk.theme.font("strong"))
        self.view = OutlineView(desk, self.table)
        self.back = Button(desk.theme, self._("Checklists"), "quiet", "arrow-left")
        self.changes = Button(desk.theme, self._("What changed…"), "secondary", "history")
        self.publish = Button(desk.theme, self._("Publish…"), "primary")
        self._lay_out()
        self.turns = Turns(self, self._build())

    def _build(self) -> Iterator[None]:
        """The outline stands; then what it says, and the forms beside it."""
        yield
        if self._id:
            self.table.show_edition(load_own(self._desk.session.db, self._id))
        yield
        self.form = RowForm(self._desk)
        self._both.addWidget(self.form)
        self._share_room()
        yield
        yield from self.form.build()
        yield
        self._wire()
        if self._id:
            self._reload()
            self.view.setFocus()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.bar.items.insertWidget(0, self.back)
        for button in (self.changes, self.publish):
            self.bar.items.addWidget(button)
        told = column(theme, margins=(24, 0, 24, 0), gap=0)
        told.addWidget(self.banner)
        self._both = row(theme, gap=0)
        outline = column(theme, margins=(16, 8, 16, 8), gap=0)
        outline.addWidget(self.view)
        self._both.addLayout(outline)
        layout = column(theme, self, gap=SPACE["small"])
        layout.addWidget(self.bar)
        layout.addLayout(told)
        layout.addLayout(self._both, 1)

    def _wire(self) -> None:
        self.back.clicked.connect(self.left)
        self.changes.clicked.connect(self.open_changes)
        self.publish.clicked.connect(self._publish)
        self.table.dropped.connect(lambda row_id, before: self._run(drop, row_id, before))
        self.view.selectionModel().currentRowChanged.connect(lambda now, _then: self._show_row(now.row()))
        self.view.doubleClicked.connect(lambda _: self._write_on())
        for language, edit in self.form.head_edits:
            edit.textChanged.connect(lambda held=language, each=edit: self._show_typed(held, each))
            edit.next_requested.connect(self._add_question)
            edit.join_requested.connect(self._join)
        self._bind()
        self._desk.session.changed.connect(self._on_changed)

    def _bind(self) -> None:
        on_page = {
            "question": self._add_question,
            "section": lambda: self._run(add_section, self._row_id(), writes=True),
            "split": self._split,
            "up": lambda: self._run(move, self._row_id(), -1),
            "down": lambda: self._run(move, self._row_id(), 1),
            "changes": self.open_changes,
            "leave": self._leave,
        }
        in_outline = {
            "question": self._add_question,
            "write": self._write_on,
            "question_level": lambda: self._change_level(indent, forward=True),
            "section_level": lambda: self._change_level(outdent, forward=False),
            "remove": lambda: self._run(remove, self._row_id()),
        }
        bind(self, "editor", self._, on_page)
        bind(self.view, "outline", self._, in_outline)

    def open_draft(self, checklist_id: str) -> None:
        """Show a draft from its top, as soon as the page is built."""
        self._id, self._wanted, self._place = checklist_id, checklist_id, 0
        self.banner.hide()
        if self.turns.is_finished:
            self._reload()
            self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < self._desk.theme.px(NARROW)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self._share_room()
        self._shorten(self.width() < self._desk.theme.px(NARROWEST))
        super().resizeEvent(event)

    def _share_room(self) -> None:
        for place in range(self._both.count()):
            self._both.setStretch(place, 1)

    def _shorten(self, is_short: bool) -> None:
        """Where there is hardly any room, what one may do besides keeps its icon alone."""
        for button, text in ((self.back, self._("Checklists")), (self.changes, self._("What changed…"))):
            button.show_words("" if is_short else text)
            button.setToolTip(text if is_short else "")
            button.setAccessibleName(text)

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        """Back from another page, it may have been changed there."""
        if self._is_stale and self.turns.is_finished:
            self._reload()
        super().showEvent(event)

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        checklist = get(self._desk.session.db, Checklist, self._id)
        if checklist is None:
            self.left.emit()
            return
        self._edition = load_own(self._desk.session.db, self._id)
        at = self.table.rows[self._place].id if self._place < len(self.table.rows) else ""
        self.table.show_edition(self._edition)
        place = max(self.table.place_of(self._wanted), -1)
        place = place if place >= 0 else self.table.place_of(at)
        self.view.stand_on(place if place >= 0 else self._place)
        self._show_row(self.view.current_place())
        self._show_head(self._edition)
        if self._wanted == self._row_id() and self._writes_on:
            self.form.write(self._writes_on)
        self._wanted = self._writes_on = ""

    def _show_head(self, edition: Edition) -> None:
        whole = questions_of(self._desk.session.db, self._id)  # with those of the core
        asked = self._.plural("{count} question", "{count} questions", len(whole))
        minutes = say_minutes(self._, sum(question.minutes for question in whole))
        self.bar.set_texts(self._.pick(edition.checklist, "title"), f"{asked} · {minutes}")
        self.changes.setVisible(edition_before(self._desk.session.db, edition.checklist) is not None)

    def _show_row(self, place: int) -> None:
        if 0 <= place < len(self.table.rows):
            self._place = place
            self.form.show_row(self.table.rows[place], self.table.number_at(place))

    def _show_typed(self, language: str, edit: OutlineEdit) -> None:
        if edit.hasFocus():
            self.table.show_typed(self._place, language, edit.toPlainText())

    # Doing

    def _row_id(self) -> str:
        place = self.view.current_place()
        return self.table.rows[place].id if 0 <= place < len(self.table.rows) else ""

    def _run(self, change: Callable[..., Step], *on: str | int, writes: bool = False) -> bool:
        """Write one step, with what was typed before it; whether there was anything to write."""
        assert self._edition is not None, "shown before it can be worked on"
        step = change(self.form.sealed(self._edition), *on)
        if step.edits:
            self._wanted = step.row_id
            self._writes_on = self._language() if writes else ""
            self._desk.session.write(step.edits)
        return bool(step.edits)

    def _add_question(self) -> None:
        self._run(add_question, self._row_id(), writes=True)

    def _split(self) -> None:
        """Where nobody is in a text, a question is split from nothing: it is a new one."""
        edit = QApplication.focusWidget()
        if isinstance(edit, OutlineEdit) and isinstance(self.table.rows[self._place], Question):
            at = edit.textCursor().position()
            self._run(split, self._row_id(), self._language(), at, writes=True)
        else:
            self._add_question()

    def _join(self) -> None:
        self._run(join, self._row_id(), writes=True)

    def _change_level(self, change: Callable[..., Step], *, forward: bool) -> None:
        """Where a row cannot go further in or out, Tab goes on through the page as everywhere."""
        if not self._run(change, self._row_id()):
            self.focusNextPrevChild(forward)

    def _language(self) -> str:
        """In which language one writes."""
        edit = QApplication.focusWidget()
        return next((language for language, each in self.form.head_edits if each is edit), self._.language)

    def _write_on(self) -> None:
        self.form.write(self._.language)

    def _leave(self) -> None:
        if self.view.hasFocus():
            self.left.emit()
        else:
            self.view.setFocus()

    def open_changes(self) -> None:
        """What differs from the edition before."""
        from qmsdesk.ui.editions import ChangesDialog  # only where it is wanted

        self._desk.session.flush()
        checklist = get(self._desk.session.db, Checklist, self._id)
        before = edition_before(self._desk.session.db, checklist) if checklist else None
        if checklist and before:
            ChangesDialog(self._desk, before, checklist, self).open()

    def _publish(self) -> None:
        self._desk.session.flush()
        db = self._desk.session.db
        edition = load_own(db, self._id)
        checklists = [line.checklist for line in list_checklists(db)]
        core = next((each for each in checklists if each.id == edition.checklist.extends_id), None)
        try:
            edits = publishing(edition, checklists, core, load_own(db, core.id).questions if core else ())
        except Refusal as refusal:
            self.banner.show_message(refusal.say(self._), "danger")
            return
        self.banner.hide()
        asked = self._("A published edition never changes; what is to change comes in the next one. Publish it?")
        if self._desk.messages.ask(asked, self._("Publish it"), self._("Go back")):
            self._desk.session.write(edits)
            self.published.emit(self._id)
