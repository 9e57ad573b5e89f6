"""Search in the report: a line above its pages, the hits marked on them, one after the other."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit
from shiboken6 import isValid

from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.hits import MOST, Hit, PageText, hits_of, texts_of
from qmsdesk.ui.reports.preview import Preview
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.clearing import make_clearable
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import row

SETTLE_MS = 120
WIDTH = 320


class Found(NamedTuple):
    """What was found of what in which report."""

    pdf: bytes
    wanted: str
    texts: list[PageText]
    hits: list[Hit]


class SearchStrip(QFrame):
    """Hidden until `start`; `found` follows every search, `left` says that one has gone back to the report."""

    found = Signal()
    left = Signal()

    def __init__(self, desk: Desk, preview: Preview) -> None:
        super().__init__()
        self._ = desk.words
        self._theme = desk.theme
        self._jobs = desk.jobs
        self._preview = preview
        self._pdf = b""
        self._texts: tuple[bytes, list[PageText]] | None = None
        self.hits: list[Hit] = []
        self.at = -1
        self.setProperty("kind", "bar")
        self.line = QLineEdit()
        self._count = label("", "muted")
        self._count.setAccessibleName(self._("Hits"))
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self._arrange()
        self._wire()
        self.hide()

    def _arrange(self) -> None:
        layout = row(self._theme, self, margins=(24, 6, 24, 6), gap=8)
        self.line.setPlaceholderText(self._("Search in the report"))
        self.line.setAccessibleName(self._("Search in the report"))
        self.line.setMaxLength(200)
        make_clearable(self._theme, self.line)
        self._theme.size(self.line, max_width=WIDTH)
        self.previous = self._tool("chevron-up", self._("Previous hit"), key_of("report", "previous_hit"))
        self.next = self._tool("chevron-down", self._("Next hit"), key_of("report", "next_hit"))
        self.close_button = self._tool("x", self._("End the search"), key_of("report", "leave"))
        layout.addWidget(self.line, 1)
        for part in (self.previous, self.next, self._count):
            layout.addWidget(part)
        layout.addStretch()
        layout.addWidget(self.close_button)

    def _wire(self) -> None:
        self.line.textChanged.connect(lambda _: self._settle.start())
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.leave)

    def _tool(self, icon: str, text: str, key: str) -> Button:
        button = Button(self._theme, "", "quiet", icon)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({key})")
        return button

    def start(self) -> None:
        """Come to the line, with what was sought last."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        if self.line.text().strip() and not self.hits:
            self._look()

    def leave(self) -> None:
        """Back to the report, at the place one came to; what was sought is kept for the next time."""
        self._settle.stop()
        self.hide()
        self._show([], -1)
        self.left.emit()

    def show_pdf(self, pdf: bytes) -> None:
        """The report has been made anew."""
        self._pdf = pdf
        self._texts = None
        if self.isVisible():
            self._look()

    def step(self, way: int) -> None:
        """To the next hit (1) or the one before (-1), around the ends."""
        if not self.isVisible():
            self.start()
        elif self._settle.isActive():
            self._look()
        elif self.hits:
            self._go_to((self.at + way) % len(self.hits))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        """Find what stands in the line, off the window's thread; an answer to something else is let go."""
        self._settle.stop()
        pdf, wanted = self._pdf, self.line.text()
        texts = self._texts[1] if self._texts else None
        if not wanted.strip() or not pdf:
            self._show([], -1)
            return

        def look() -> Found:
            held = texts_of(pdf) if texts is None else texts
            return Found(pdf, wanted, held, hits_of(pdf, held, wanted))

        self._jobs.run(look, self._on_found, self._on_failed)

    def _on_found(self, found: Found) -> None:
        if not isValid(self) or found.pdf is not self._pdf:
            return
        self._texts = found.pdf, found.texts
        if found.wanted == self.line.text() and self.isVisible():
            self._show(found.hits, self._nearest(found.hits))
            self.found.emit()

    def _on_failed(self, error: Exception) -> None:
        """The report stays to be read; a bug goes on to the crash path."""
        raise error

    def _nearest(self, hits: Sequence[Hit]) -> int:
        """The first hit from the page one reads."""
        page = self._preview.sheets.page
        return next((n for n, hit in enumerate(hits) if hit.page >= page), 0 if hits else -1)

    def _show(self, hits: list[Hit], at: int) -> None:
        self.hits = hits
        self._preview.thumbnails.show_hits(Counter(hit.page for hit in hits))
        for button in (self.previous, self.next):
            button.setEnabled(bool(hits))
        if hits:
            self._go_to(at)
        else:
            self.at = -1
            self._preview.sheets.show_marks({})
            self._say("" if not self.line.text().strip() or not self.isVisible() else self._("Nothing found"))

    def _go_to(self, at: int) -> None:
        self.at = at
        hit = self.hits[at]
        marks: dict[int, list[Sequence[QRectF]]] = defaultdict(list)
        for each in self.hits:
            marks[each.page].append(each.places)
        self._preview.sheets.show_marks(marks, hit.page, hit.places)
        if hit.places:
            self._preview.sheets.bring(hit.page, hit.places[0])
        many = f"{MOST}+" if len(self.hits) >= MOST else len(self.hits)
        self._say(self._("{number} of {count}", number=at + 1, count=many))

    def _say(self, text: str) -> None:
        self._count.setText(text)
        self._count.setAccessibleName(text or self._("Hits"))
