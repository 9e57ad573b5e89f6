"""Texts on the screen: plain labels that the style sheet dresses by their kind."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSizePolicy

UNREAD = "qt_rubberband"
"""Qt tells screen readers nothing of a widget with this name: for what only repeats or adorns."""


BREAK = "\u200b"
LONGEST = 20
_WORD, _PIECE = re.compile(r"\S+"), re.compile(r"\S{1,7}")
_PART = re.compile(r"[^\s/\\_@.-]*[/\\_@.-]*")


class WrappedLabel(QLabel):
    """Breaks words that are wider than a column could be, where Qt would let them push everything aside."""

    def __init__(self, text: str, longest: int) -> None:
        super().__init__()
        self._said = ""
        self._longest = longest
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._said = text
        super().setText(_WORD.sub(lambda word: _with_breaks(word[0], self._longest), text))

    def text(self) -> str:
        """As it was given."""
        return self._said


def _with_breaks(word: str, longest: int) -> str:
    """Where it has parts, as a path has, after each of them; within those only that are too long themselves."""
    if len(word) <= longest:
        return word
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
