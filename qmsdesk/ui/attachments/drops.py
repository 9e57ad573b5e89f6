"""Dropping and pasting: files and pictures over a page, a card or a text field become evidence, text stays text."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from qmsdesk.ui.attachments.intake import holds_evidence
from qmsdesk.ui.theme.theme import Theme


class Drops(QObject):
    """Lets a widget take what is dropped on it; while something is held over it, it says so. `take` gets the MIME data.

    `say` gives the words for it, or nothing where there is nowhere to put evidence now.
    """

    def __init__(
        self, theme: Theme, target: QWidget, say: Callable[[], str], take: Callable[[QMimeData], None]
    ) -> None:
        super().__init__(target)
        self._say = say
        self._take = take
        self._veil = Veil(theme, target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._on_focus)

    @property
    def _target(self) -> QWidget:
        """Asked for each time: who holds its holder lives on with it."""
        return cast(QWidget, self.parent())

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A text field claims Ctrl+V always; a picture in the clipboard is for the page."""
        if isinstance(new, QPlainTextEdit | QLineEdit) and self._target.isAncestorOf(new):
            new.removeEventFilter(self)
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return watched is not self._target and _gives_way(event)
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and self._takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._veil.show_text(self._say())
            return True
        if kind == QEvent.Type.DragLeave:
            self._veil.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._veil.hide()
            if self._takes(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self._take(event.mimeData())
                return True
        return False

    def _takes(self, mime: QMimeData) -> bool:
        return holds_evidence(mime) and bool(self._say())


def _gives_way(event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Paste) and holds_evidence(QGuiApplication.clipboard().mimeData()):
        event.ignore()
        return True
    return False


class Veil(QLabel):
    """Lies over a page while something is held over it, and says where it will go."""

    def __init__(self, theme: Theme, target: QWidget) -> None:
        super().__init__(target)
        self._theme = theme
        self.setProperty("kind", "heading")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_text(self, text: str) -> None:
        parent = self.parentWidget()
        assert parent is not None
        if self.isVisible() and self.text() == text:
            return
        inset, colours = self._theme.px(8), self._theme.colours
        ground = self._theme.colour("accent_soft")
        self.setStyleSheet(
            f"background:rgba({ground.red()},{ground.green()},{ground.blue()},225);color:{colours.accent_ink};"
            f"border:{self._theme.px(2)}px dashed {colours.accent};border-radius:{self._theme.px(10)}px;"
        )
        self.setText(text)
        self.setGeometry(parent.rect().adjusted(inset, inset, -inset, -inset))
        self.raise_()
        self.show()
