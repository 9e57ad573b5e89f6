"""Texts on the screen: plain labels that the style sheet dresses by their kind."""

import re

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

UNREAD = "qt_rubberband"
"""Qt tells screen readers nothing of a widget with this name: for what only repeats or adorns."""


BREAK = "\u200b"
LONGEST = 20
TALL = 1_000_000
_PIECE = re.compile(r"\S{1,7}")
_PART = re.compile(r"[^\s/\\_@.-]*[/\\_@.-]*")


class WrappedLabel(QLabel):
    """Breaks words that are wider than itself, where Qt would let them push everything aside."""

    def __init__(self, text: str, longest: int) -> None:
        super().__init__()
        self._said = ""
        self._long_word = re.compile(rf"\S{{{longest + 1},}}")
        self._longest = longest
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._said = text
        super().setText(self._fitted(self._room(self.width())))

    def text(self) -> str:
        """As it was given."""
        return self._said

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest piece, even while its words stand whole."""
        least = super().minimumSizeHint()
        if self._has_long:
            least.setWidth(self._drawn(0).width() + self.width() - self._room(self.width()))
        return least

    def heightForWidth(self, width: int) -> int:
        if not self._has_long:
            return super().heightForWidth(width)
        return self._drawn(self._room(width)).height() + self.height() - self.contentsRect().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        if self._has_long and super().text() != (fitted := self._fitted(self._room(self.width()))):
            super().setText(fitted)

    @property
    def _has_long(self) -> bool:
        return self._long_word.search(self._said) is not None

    def _room(self, width: int) -> int:
        return width - self.width() + self.contentsRect().width()

    def _drawn(self, room: int) -> QRect:
        flags = Qt.TextFlag.TextWordWrap.value | self.alignment().value
        return self.fontMetrics().boundingRect(QRect(0, 0, room, TALL), flags, self._fitted(room))

    def _fitted(self, room: int) -> str:
        """With places to break in those words that do not fit a line; the others go to the next line whole."""
        metrics = self.fontMetrics()

        def fitted(word: re.Match[str]) -> str:
            return word[0] if metrics.horizontalAdvance(word[0]) <= room else _with_breaks(word[0], self._longest)

        return self._long_word.sub(fitted, self._said)


def _with_breaks(word: str, longest: int) -> str:
    """Where it has parts, as a path has, after each of them; within those only that are too long themselves."""
    parts = filter(None, _PART.findall(word))
    return BREAK.join(BREAK.join(_PIECE.findall(part)) if len(part) > longest else part for part in parts)


def label(text: str, kind: str = "body", wrap: bool = False, longest: int = LONGEST) -> QLabel:
    """Kinds: huge, figure, title, heading, subheading, aloud, strong, body, muted, small, key. Never HTML.

    `aloud` is what is read to others, who may see it too. Words of more than `longest` letters break.
    """
    made = WrappedLabel(text, longest) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    return made


def title(text: str) -> QLabel:
    return label(text, "title", wrap=True)


def heading(text: str) -> QLabel:
    return label(text, "heading", wrap=True)


def subheading(text: str) -> QLabel:
    return label(text, "subheading", wrap=True)


def muted(text: str) -> QLabel:
    return label(text, "muted", wrap=True)


def small(text: str) -> QLabel:
    return label(text, "small", wrap=True)


_ARROWS = {Qt.Key.Key_Left: "←", Qt.Key.Key_Right: "→", Qt.Key.Key_Up: "↑", Qt.Key.Key_Down: "↓"}


def say_key(text: str) -> str:
    """A key as its cap shows it: arrows are drawn, as on the keyboard, whatever the language calls them."""
    native = QKeySequence.SequenceFormat.NativeText
    drawn = {QKeySequence(key).toString(native): arrow for key, arrow in _ARROWS.items()}
    return "+".join(drawn.get(key, key) for key in text.split("+"))


def key_hint(text: str) -> QLabel:
    """A small key cap, `key_hint("Ctrl+K")`; not for screen readers, which read the key as the button's description."""
    cap = label(say_key(text), "key")
    cap.setObjectName(UNREAD)
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return cap
