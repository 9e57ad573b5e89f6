"""Checklists: the editions in the register, one of them to read, and new ones from files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from qmsdesk.domain.changes import Changed
from qmsdesk.domain.checklists import Checklist, ChecklistState
from qmsdesk.domain.question_figures import QuestionFigures
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.store.checklists import list_checklists, questions_of, sections_of
from qmsdesk.store.question_figures import figures_of
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.checklists.drafts import DraftBar
from qmsdesk.ui.checklists.editing.page import EditorPage
from qmsdesk.ui.checklists.editions import EditionList
from qmsdesk.ui.checklists.reader import ChecklistReader, Content
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.commands import bind, key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.clearing import make_clearable
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.toggles import join
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.turns import Turns

KINDS = frozenset({"action", "answer", "audit", "checklist", "finding", "question", "section"})
LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}
NARROW = 560
PATTERNS = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt *.docx *.yaml *.yml *.json *.cklb"
PAUSE_MS = 200
COUNTED_AT_ONCE = 8


class ChecklistsPage(QWidget):
    """`audit_requested` carries the id of an audit that was made with a checklist from here, and its step."""

    audit_requested = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._language = desk.words
        self._current = ""
        self._shown: Content | None = None
        self._is_stale = True
        self.setProperty("kind", "page")
        self.setAcceptDrops(True)
        self._bar = PageBar(desk.theme, self._("Checklists"))
        self.editions, self.reader = EditionList(desk), ChecklistReader(desk.theme, desk.words)
        self.edition = ChoiceBox(self._("Checklist"))
        self.search, self._pause = QLineEdit(), QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.languages = {code: self._language_button(code) for code in LANGUAGES}
        self.use = Button(desk.theme, self._("Use for a new audit"), "primary", "plus")
        self.bring = Button(desk.theme, self._("Import…"), "secondary", "upload")
        self.bring.setAccessibleName(self._("Import…"))
        self.drafts = DraftBar(desk)
        self.editor: EditorPage | None = None
        self.banner = Banner(desk.theme)
        self.first = Button(desk.theme, self._("New checklist"), "secondary", "plus", key_of("checklists", "new"))
        told = self._("There are no checklists yet. Import one from a file, or drop it here.")
        self._none = EmptyState(desk.theme, "list-checks", told, self.first)
        self._turns = Turns(self, iter(()))
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        for button in (self.bring, self.use):
            self._bar.items.addWidget(button)
        right = column(self._desk.theme, gap=0)
        choosing = row(self._desk.theme, margins=(24, 0, 24, 0), gap=0)
        choosing.addWidget(self.edition)
        right.addLayout(choosing)
        right.addLayout(self._tools())
        doing = column(self._desk.theme, margins=(24, 8, 24, 0), gap=0)
        doing.addWidget(self.drafts)
        right.addLayout(doing)
        right.addWidget(self.reader, 1)
        both, self._stack = QWidget(), QStackedWidget()
        columns = row(self._desk.theme, both, gap=0)
        columns.addWidget(self.editions, 2)
        columns.addLayout(right, 5)
        self._stack.addWidget(both)
        self._stack.addWidget(self._none)
        told = column(self._desk.theme, margins=(24, 0, 24, 0), gap=0)
        told.addWidget(self.banner)
        self._rooms, self._browse = QStackedWidget(), QWidget()
        self._rooms.addWidget(self._browse)
        column(self._desk.theme, self, gap=0).addWidget(self._rooms)
        layout = column(self._desk.theme, self._browse, gap=SPACE["small"])
        layout.addWidget(self._bar)
        layout.addLayout(told)
        layout.addWidget(self._stack, 1)

    def _tools(self) -> QHBoxLayout:
        tools = row(self._desk.theme, margins=(24, 8, 24, 0), gap=SPACE["small"])
        self.search.setPlaceholderText(self._("Search the questions"))
        self.search.setAccessibleName(self._("Search the questions"))
        make_clearable(self._desk.theme, self.search)
        tools.addWidget(self.search, 1)
        for button in self.languages.values():
            tools.addWidget(button)
        return tools

    def _language_button(self, code: str) -> Button:
        button = Button(self._desk.theme, LANGUAGE_NAMES[code], "step")
        button.setCheckable(True)
        button.setChecked(code == self._.language)
        button.clicked.connect(lambda: self._choose_language(code))
        return button

    def _wire(self) -> None:
        group = QButtonGroup(self)
        for button in self.languages.values():
            join(group, button)
        self.editions.chosen.connect(self._choose)
        self.edition.chosen.connect(self._choose)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._draw)
        self.use.clicked.connect(self._open_new)
        self.bring.clicked.connect(self._choose_file)
        self.first.clicked.connect(self.drafts.begin)
        self.drafts.edit_requested.connect(self.open_editor)
        runs = {"new": self.drafts.begin, "edit": self.drafts.open_draft, "changes": self.drafts.open_changes}
        bind(self._browse, "checklists", self._, runs)
        bind(self._browse, "checklist_files", self._, {"import": self._choose_file})
        self._desk.session.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, a box stands for the list, and the button for once in a while keeps only its icon."""
        is_narrow = self.width() < self._desk.theme.px(NARROW)
        self.edition.setVisible(is_narrow)
        self.editions.setHidden(is_narrow)
        self.bring.setText("" if is_narrow else self._("Import…"))
        self.bring.set_kind("secondary")  # with a text there is room between it and the icon
        self.bring.setToolTip(self._("Import…") if is_narrow else "")
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._reload()
        super().showEvent(event)

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        self._turns.start(self._read())

    def _read(self) -> Iterator[None]:
        """The editions, then the chosen one: what its questions cost is looked for in every audit there was."""
        db = self._desk.session.db
        lines = list_checklists(db)
        ids = [line.checklist.id for line in lines]
        if self._current not in ids:
            self._current = ids[0] if ids else ""
        self.editions.show_lines(lines, self._current)
        self.edition.set_choices(
            (Choice(line.checklist.id, self._say(line.checklist)) for line in lines), self._current
        )
        stops = (
            *self.editions.cards.values(),
            self.edition,
            self.search,
            *self.languages.values(),
            *self.drafts.stops,
            self.reader,
        )
        lead_tab(self._bar.search or self.use, stops)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._bar.set_texts(self._("Checklists"), self._.plural("{count} edition", "{count} editions", len(lines)))
        line = next((line for line in lines if line.checklist.id == self._current), None)
        self.use.setEnabled(line is not None and line.checklist.state is ChecklistState.PUBLISHED)
        if line:
            checklist = line.checklist
            self.drafts.show_checklist(checklist, line.audits)
            yield
            yield  # the first breath may pass while the page is painted
            questions = questions_of(db, checklist.id)
            figures: dict[str, QuestionFigures] = {}
            for start in range(0, len(questions), COUNTED_AT_ONCE):
                figures |= figures_of(db, questions[start : start + COUNTED_AT_ONCE])
                yield
            self._show(Content(checklist, sections_of(db, checklist.id), questions, figures))

    def _say(self, checklist: Checklist) -> str:
        return f"{self._.pick(checklist, 'title')} ({checklist.edition})"

    def _show(self, content: Content) -> None:
        if content != self._shown:
            is_other = self._shown is None or self._shown.checklist.id != content.checklist.id
            self._shown = content
            self._draw()
            if is_other:
                self.reader.verticalScrollBar().setValue(0)

    def _draw(self) -> None:
        if self._shown:
            self.reader.show_content(self._shown, self._language, self.search.text())

    def open_editor(self, checklist_id: str) -> None:
        """Write in a draft; it is made when it is first wanted."""
        if self.editor is None:
            self.editor = EditorPage(self._desk)
            self.editor.left.connect(self._close_editor)
            self.editor.published.connect(lambda _id: self._close_editor())
            self._rooms.addWidget(self.editor)
        self._current = checklist_id
        self.editor.open_draft(checklist_id)
        self._rooms.setCurrentWidget(self.editor)
        self.editor.view.setFocus()

    def _close_editor(self) -> None:
        self._rooms.setCurrentWidget(self._browse)
        self._reload()
        if card := self.editions.cards.get(self._current):
            card.setFocus()

    def _choose(self, checklist_id: str) -> None:
        self._current = checklist_id
        self._reload()

    def _choose_language(self, code: str) -> None:
        self._language = words(code)
        place = self.reader.verticalScrollBar().value()
        self._draw()
        QTimer.singleShot(0, lambda: self.reader.verticalScrollBar().setValue(place))

    def _open_new(self) -> None:
        from qmsdesk.ui.audits.new import NewAuditDialog  # only where it is wanted

        dialog = NewAuditDialog(self._desk, self, self._current)
        dialog.created.connect(self._prepare)
        dialog.open()

    def _prepare(self, audit_id: str) -> None:
        self.audit_requested.emit(audit_id, "prepare")

    def _choose_file(self) -> None:
        usual, any_ = self._("Checklists"), self._("All files")
        paths, _filter = QFileDialog.getOpenFileNames(
            self, self._("Import a checklist"), "", f"{usual} ({PATTERNS});;{any_} (*)"
        )
        self.import_files([Path(path) for path in paths])

    def import_files(self, paths: Sequence[Path]) -> None:
        """Show what each file holds as a checklist, to be brought in; what is wrong with it is said on the page."""
        from qmsdesk.ui.checklists.importing.queue import ImportQueue  # its readers are needed only here

        if not paths:
            return
        self.banner.hide()
        queue = ImportQueue(self._desk, paths, self)
        queue.imported.connect(self._show_imported)
        queue.ended.connect(self.banner.show_message)
        queue.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_files(event):
            event.acceptProposedAction()
            QTimer.singleShot(0, lambda: self.import_files(paths))  # the program it comes from waits until then

    def _show_imported(self, checklist_id: str, _title: str) -> None:
        self._current = checklist_id


def dropped_files(event: QDropEvent) -> list[Path]:
    """All that is being dragged, where all of it lies on this computer."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []
