"""The guide beside the work: contents at the left, the text at the right, a search above it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListWidget, QWidget

from qmsdesk.i18n import LANGUAGES, Words
from qmsdesk.paths import guide
from qmsdesk.ui.help.browser import GuideBrowser
from qmsdesk.ui.help.sections import Section
from qmsdesk.ui.logs import show_log
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.clearing import make_clearable
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.theme import Theme

USUAL, TITLE_BAR = QSize(1040, 720), QSize(24, 64)
CONTENTS, LINE, FIELD = 232, 36, 320
WITH_CONTENTS = 640


class HelpDialog(QDialog):
    """Stays open beside the window, which can be worked in meanwhile."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ = words
        self.setWindowTitle(self._("Help"))
        self.setProperty("kind", "page")
        self.contents = QListWidget()
        self.browser = GuideBrowser(theme, words)
        self.field, self.told = QLineEdit(), label("", "muted")
        self.previous = self._step_button("chevron-up", self._("Previous place"), is_back=True)
        self.next = self._step_button("chevron-down", self._("Next place"), is_back=False)
        self.log = Button(theme, self._("Show the log"), "quiet", "file-text")
        self.log.setAutoDefault(False)
        self._lay_out()
        self._wire()
        self.resize(theme.px(USUAL.width()), theme.px(USUAL.height()))

    def _step_button(self, icon: str, spoken: str, is_back: bool) -> Button:
        button = Button(self._theme, "", "quiet", icon)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._find(is_back))
        return button

    def _lay_out(self) -> None:
        theme = self._theme
        bar = QFrame()
        bar.setProperty("kind", "bar")
        items = row(theme, bar, margins=(16, 8), gap=8)
        self.field.setPlaceholderText(self._("Search in the guide"))
        self.field.setAccessibleName(self._("Search in the guide"))
        make_clearable(theme, self.field)
        theme.size(self.field, max_width=FIELD)
        for part, stretch in ((self.field, 3), (self.previous, 0), (self.next, 0), (self.told, 1)):
            items.addWidget(part, stretch)
        self.contents.setAccessibleName(self._("Contents"))
        self.contents.setProperty("kind", "contents")
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.size(self.contents, width=CONTENTS)
        halves, left = row(theme, gap=0), QFrame()
        left.setProperty("kind", "side")
        side = column(theme, left, margins=(12, 12, 8, 12))
        side.addWidget(self.contents)
        side.addWidget(self.log)
        self._left = left
        halves.addWidget(left)
        halves.addWidget(self.browser, 1)
        layout = column(theme, self, gap=0)
        layout.addWidget(bar)
        layout.addLayout(halves, 1)

    def _wire(self) -> None:
        self.log.clicked.connect(show_log)
        self.contents.itemClicked.connect(lambda _: self.browser.go_to(self.contents.currentRow()))
        self.contents.itemActivated.connect(lambda _: self.browser.go_to(self.contents.currentRow()))
        self.browser.anchorClicked.connect(self._follow)
        self.browser.verticalScrollBar().valueChanged.connect(lambda _: self._show_place())
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(lambda: self._find(is_back=False))
        for key, then in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._start_search),
            (QKeySequence("F3"), lambda: self._find(is_back=False)),
            (QKeySequence("Shift+F3"), lambda: self._find(is_back=True)),
        ):
            QShortcut(key, self).activated.connect(then)
        self._theme.changed.connect(self._fit)
        self._theme.changed.connect(self._space_contents)

    def open_at(self, section: Section) -> None:
        """Show the guide at one of its sections, in front of the window."""
        self._show_guide(guide(self._.language))
        if not self.isVisible():
            self._bound()
            self.show()
        self.raise_()
        self.activateWindow()
        self.browser.go_to(section)
        self._show_place()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bound(self) -> None:
        """No larger than the screen has room for, beside the frame the desktop draws."""
        self.resize(self.size().boundedTo(self.screen().availableSize() - TITLE_BAR))

    def _show_guide(self, path: Path) -> None:
        if path == self.browser.path:
            return
        self.browser.show_guide(path)
        self.contents.clear()
        self.contents.addItems([heading.text() for heading in self.browser.headings])
        self._space_contents()
        self._on_typed(self.field.text())

    def _space_contents(self) -> None:
        for place in range(self.contents.count()):
            self.contents.item(place).setSizeHint(QSize(0, self._theme.px(LINE)))

    def _show_place(self) -> None:
        self.contents.setCurrentRow(self.browser.section)

    def _follow(self, url: QUrl) -> None:
        """Another guide opens here, what lies on the web in the browser, because somebody asked for it."""
        guides = {f"{language}.md": guide(language) for language in LANGUAGES}
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)
        elif url.path() in guides:
            self._show_guide(guides[url.path()])

    # Searching

    def _start_search(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_typed(self, said: str) -> None:
        count = self.browser.mark_all(said.strip())
        found = self._.plural("{count} place", "{count} places", count) if count else self._("Not found")
        self.told.setText(found if said.strip() else "")
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)

    def _find(self, is_back: bool) -> None:
        if self.field.text().strip():
            self.browser.find_next(self.field.text().strip(), is_back)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Where it is narrow the text needs all the room."""
        self._left.setVisible(self.width() >= self._theme.px(WITH_CONTENTS))
