"""Bars: the strip at the top of every page, with what the page is and where one stands."""

from abc import abstractmethod

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.theme import Theme

HEIGHT = 56
SHORTEST = 96


class Foldable(QWidget):
    """A row of things that can also be shown as one."""

    @abstractmethod
    def fold(self, on: bool) -> None:
        """Show one thing that opens the rest, or all of them."""

    @abstractmethod
    def full_width(self) -> int:
        """What all of them side by side need, in pixels."""


class PageBar(QFrame):
    """A title, a quiet line beside it, and room at the right; further widgets go into `items`."""

    def __init__(self, theme: Theme, title: str, remark: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        theme.size(self, min_height=HEIGHT)
        self.items: QHBoxLayout = row(theme, self, margins=(24, 6, 24, 6), gap=14)
        self._title, self._remark = Title(theme), label("", "muted")
        self.search: QWidget | None = None
        self._foldable: Foldable | None = None
        self.items.addWidget(self._title)
        self.items.addWidget(self._remark)
        self.items.addStretch(1)
        self.set_texts(title, remark)

    def set_texts(self, title: str, remark: str = "") -> None:
        self._title.set_title(title)
        self._remark.setText(remark)

    def add_foldable(self, row: Foldable) -> None:
        """A row at the right that is folded where it would leave nothing of the title."""
        self._foldable = row
        self.items.addWidget(row)
        self._fit()

    def add_search(self, search: QWidget) -> None:
        """A way to the palette at the far right, where there is room; without it there is its key."""
        stops = [each for each in self.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        self.search = search
        self.items.addWidget(search)
        if stops:
            QWidget.setTabOrder(stops[-1], search)  # else Tab would come back to the bar after the page
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """What lies in the bar has changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """The title is whole if it can be; the row folds before nothing is left of it, remark and search give way."""
        room = self._room()
        if self._foldable is not None:
            self._foldable.fold(room < self._title.minimumSizeHint().width() + self._foldable.full_width())
            room -= self._taken(self._foldable)
        room -= self._title.sizeHint().width()
        for part in (self.search, self._remark):
            if part is not None:
                part.setVisible(self._taken(part) <= room and (part is self.search or bool(self._remark.text())))
                room -= self._taken(part) if part.isVisibleTo(self) else 0

    def _room(self) -> int:
        """What is left for the title and all that gives way for it."""
        yielding = (None, self._title, self._remark, self.search, self._foldable)
        items = (item.widget() for n in range(self.items.count()) if (item := self.items.itemAt(n)) is not None)
        fixed = sum(self._taken(widget) for widget in items if widget is not None and widget not in yielding)
        margins = self.items.contentsMargins()
        return self.width() - margins.left() - margins.right() - fixed

    def _taken(self, widget: QWidget) -> int:
        return max(widget.sizeHint().width(), widget.minimumWidth()) + self.items.spacing()


class WrappingBar(QFrame):
    """A strip whose parts wrap to the next line, never lower than they need; lay them in a `FlowLayout`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Its parts have changed their size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """Qt gives a page that lacks room less than its wrapped lines need."""
        needed = self.heightForWidth(self.width())
        if needed > 0 and needed != self.minimumHeight():
            self.setMinimumHeight(needed)


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
