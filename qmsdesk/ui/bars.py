"""Bars: the strip at the top of every page, with what the page is and where one stands."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.theme import Theme

HEIGHT = 56
SHORTEST = 96


class PageBar(QFrame):
    """A title, a quiet line beside it, and room at the right; further widgets go into `items`."""

    def __init__(self, theme: Theme, title: str, remark: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        theme.size(self, min_height=HEIGHT)
        self.items: QHBoxLayout = row(theme, self, margins=(24, 6, 24, 6), gap=14)
        self._title, self._remark = Title(theme), label("", "muted")
        self._search: QWidget | None = None
        self.items.addWidget(self._title)
        self.items.addWidget(self._remark)
        self.items.addStretch(1)
        self.set_texts(title, remark)

    def set_texts(self, title: str, remark: str = "") -> None:
        self._title.set_title(title)
        self._remark.setText(remark)

    def add_search(self, search: QWidget) -> None:
        """A way to the palette at the far right, where there is room; without it there is its key."""
        self._search = search
        self.items.addWidget(search)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """The remark and the search are shown if they fit without shortening the title, which goes first."""
        gap = self.items.spacing()
        parts = [part for part in (self._remark, self._search) if part is not None]
        shown = sum(part.sizeHint().width() + gap for part in parts if part.isVisibleTo(self))
        room = self.width() - (self.items.sizeHint().width() - shown)
        for part in parts:
            needed = part.sizeHint().width() + gap
            part.setVisible(needed <= room and (part is self._search or bool(self._remark.text())))
            room -= needed if part.isVisibleTo(self) else 0


class Title(QLabel):
    """A heading that ends in an ellipsis where there is no room for all of it, and tells the rest in its tooltip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._all = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "heading")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def set_title(self, text: str) -> None:
        self._all = text
        self.setAccessibleName(text)
        self._shorten()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._all) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._theme.px(SHORTEST), self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._all, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        fits = shown == self._all or not self.width()
        self.setText(self._all if fits else shown)
        self.setToolTip("" if fits else self._all)
