"""A cross in a line that empties it, drawn like every other icon and as large as the texts; the style's own is not."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from qmsdesk.ui.theme.labels import UNREAD
from qmsdesk.ui.theme.theme import Theme

SIDE, ROOM = 16, 30


def make_clearable(theme: Theme, line: QLineEdit) -> None:
    """Give a line that searches its cross."""
    Cross(theme, line)


class Cross(QAbstractButton):
    """At the right end of a line that holds something; for the mouse, as keys have other ways to empty a line."""

    def __init__(self, theme: Theme, line: QLineEdit) -> None:
        super().__init__(line)
        self._theme = theme
        self._line = line
        self.setObjectName(UNREAD)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        line.installEventFilter(self)
        line.textChanged.connect(lambda _: self._place())
        self.clicked.connect(line.clear)
        theme.changed.connect(self._place)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """The text ends before it, whether it is there or not, so that nothing moves when it comes."""
        room = self._theme.px(ROOM)
        self.setGeometry(self._line.width() - room, 0, room, self._line.height())
        self._line.setTextMargins(0, 0, self._theme.px(SIDE), 0)
        self.setVisible(bool(self._line.text()) and not self._line.isReadOnly())

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.px(SIDE)
        icon = QRect(0, 0, side, side)
        icon.moveCenter(self.rect().center())
        with QPainter(self) as painter:
            self._theme.icon("x", "text" if self.underMouse() else "muted").paint(painter, icon)
