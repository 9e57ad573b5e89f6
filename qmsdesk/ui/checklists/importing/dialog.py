"""The dialog in which a file becomes a checklist: the original beside what was understood, until a person agrees."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.checklists import with_core
from qmsdesk.exchange.sources.mappings import Mapping
from qmsdesk.exchange.sources.memories import Unfinished, memory_name, memory_of, text_of
from qmsdesk.exchange.sources.originals import find_text, place_of
from qmsdesk.exchange.sources.sheets import LeftOut
from qmsdesk.ui.checklists.importing.reading import Read, Reading
from qmsdesk.ui.checklists.importing.review import ReviewStep
from qmsdesk.ui.checklists.importing.steps import ReadingStep
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.layouts import column

WIDTH, HEIGHT = 1280, 760
PATIENCE_MS = 250
"""A file that is read faster shows no progress."""


class ImportDialog(QDialog):
    """`imported` carries id and title of the new checklist, `refused` the `Refusal` of a file that holds none.

    `place` is which of how many files this is; of several, `rest_skipped` when those to come are not wanted.
    """

    imported = Signal(str, str)
    refused = Signal(object)
    rest_skipped = Signal()

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None = None, place: tuple[int, int] = (1, 1)) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._read: Read | None = None
        self.setWindowTitle(self._("Import a checklist"))
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reading = Reading(desk, path, self)
        number, count = place
        name = path.name
        if count > 1:
            name = self._("{number} of {count}: {file}", number=number, count=count, file=path.name)
        self.waiting, self.review = ReadingStep(desk.theme, self._, name), ReviewStep(desk, name)
        self.review.show_queue(is_one_of_several=count > 1, left=count - number)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.review)
        column(desk.theme, self, gap=0).addWidget(self._stack)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._wire()
        area = self.screen().availableGeometry()
        self.resize(min(desk.theme.px(WIDTH), area.width()), min(desk.theme.px(HEIGHT), area.height()))

    def _wire(self) -> None:
        self._patience.timeout.connect(self.open)
        self.reading.moved.connect(self.waiting.show_progress)
        self.reading.understood.connect(self._on_understood)
        self.reading.refused.connect(self._on_refused)
        self.reading.corrected.connect(self._on_corrected)
        self.waiting.cancel.clicked.connect(self.reject)
        review = self.review
        review.cancel.clicked.connect(self.reject)
        review.rest.clicked.connect(self._skip_rest)
        review.over.clicked.connect(self._start_over)
        review.agree.clicked.connect(self._agree)
        review.panel.corrected.connect(self._correct)
        review.panel.told.connect(review.tell)
        review.panel.sheet_chosen.connect(self._show_sheet)
        review.original.column_pressed.connect(lambda _: review.focus_column())
        review.left_out.chosen.connect(self._show_left_out)
        review.outline.chosen.connect(self._show_said)
        runs = {
            "original": lambda: review.show_part("original"),
            "result": lambda: review.show_part("outline"),
            "left_out": lambda: review.show_part("left_out"),
            "column": review.focus_column,
            "row": review.focus_row,
            "start": review.panel.start_here,
            "over": self._start_over,
            "agree": review.agree.click,
        }
        bind(review, "importing", self._, runs)

    def start(self) -> None:
        """Read the file; the dialog opens when there is something to see."""
        self._patience.start()
        self.reading.start()

    def done(self, result: int) -> None:
        self._patience.stop()
        self._keep(is_agreed=result == QDialog.DialogCode.Accepted)
        self.reading.cancel()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.review.fit(self.width())

    def _on_understood(self, read: Read) -> None:
        self._patience.stop()
        self._read = read
        self._stack.setCurrentWidget(self.review)
        if read.unfinished:
            self.review.names.take_up(read.unfinished.names, read.unfinished.is_published)
        self.review.show_read(read, is_new=True)
        if read.unfinished:
            told = self._("Your corrections are as you left them. “Start over” takes them away.")
            self.review.tell(told)
        elif read.is_as_last_time:
            self.review.tell(self._("Read as last time: the columns are those you chose for a file of this kind."))
        self.open()
        self.review.original.setFocus()

    def _on_refused(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)
        self.done(QDialog.DialogCode.Rejected)
        self.deleteLater()

    def _skip_rest(self) -> None:
        self.rest_skipped.emit()
        self.reject()

    def _correct(self, mapping: Mapping) -> None:
        if self._read is not None:
            self.reading.correct(self._read, mapping)

    def _on_corrected(self, held: Read | Refusal) -> None:
        if isinstance(held, Refusal):
            self.review.refuse_correction()
            return
        self._read = held
        self.review.show_read(held)
        self._keep()

    def _start_over(self) -> None:
        """As the program understood the file by itself."""
        if self._read is None or not self._read.understanding.can_be_corrected:
            return
        self.review.names.reset()
        self.review.names.publish.setChecked(True)
        self.review.tell("")
        self.reading.correct(self._read, self._read.found)

    def _show_sheet(self, place: int) -> None:
        if self._read is not None:
            self.review.show_sheet(self._read.sheets[place])

    def _show_left_out(self, left_out: LeftOut) -> None:
        if self._read is not None:
            self._show_place(place_of(self._read.sheets, left_out), left_out.place.column)

    def _show_said(self, record: object) -> None:
        """The place of a question or a section in the original."""
        if self._read is None:
            return
        texts = [getattr(record, name, "") for name in ("text_sv", "text_en", "title_sv", "title_en")]
        places = (find_text(self._read.sheets, text) for text in texts if text)
        self._show_place(next((place for place in places if place), None))

    def _show_place(self, place: tuple[str, int] | None, column_: int = -1) -> None:
        if place is not None and self._read is not None:
            sheet = next(sheet for sheet in self._read.sheets if sheet.name == place[0])
            self.review.show_sheet(sheet)
            self.review.original.go_to(place[1], column_)

    def _keep(self, is_agreed: bool = False) -> None:
        """What was corrected by hand waits for the next time the file is opened; what is brought in is done with."""
        if self._read is None:
            return
        names, session = self.review.names, self._desk.session
        mapping = self.reading.wanted or self._read.understanding.mapping
        is_plain = mapping == self._read.begun and not names.typed and names.publish.isChecked()
        kept = "" if is_agreed or is_plain else text_of(Unfinished(mapping, names.typed, names.publish.isChecked()))
        if kept or session.bookmark(self._read.name):
            session.set_bookmark(self._read.name, kept)

    def _agree(self) -> None:
        if self._read is None or not self.review.agree.isEnabled():
            return
        content = with_core(self._desk.session.db, self.review.names.named(self._read.understanding.content))
        self._remember(self._read)
        self._desk.session.write([edit for record in content.records for edit in creation_of(record)])
        self.imported.emit(content.checklist.id, self._.pick(content.checklist, "title"))
        self.accept()

    def _remember(self, read: Read) -> None:
        """For the next file of that shape; what the program understood by itself need not be remembered."""
        mapping, name = read.understanding.mapping, memory_name(read.understanding.mapping)
        if name and (mapping != read.found or self._desk.session.bookmark(name)):
            self._desk.session.set_bookmark(name, memory_of(mapping) if mapping != read.found else "")
