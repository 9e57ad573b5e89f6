"""Texts on the screen: plain labels that the style sheet dresses by their kind."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

UNREAD = "qt_rubberband"
"""Qt tells screen readers nothing of a widget with this name: for what only repeats or adorns."""


BREAK = "\u200b"
_LONG, _PIECE = re.compile(r"\S{21,}"), re.compile(r"\S{1,7}")


class WrappedLabel(QLabel):
    """Breaks words that are wider than a column could be, where Qt would let them push everything aside."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._said = ""
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._said = text
        super().setText(_LONG.sub(lambda word: BREAK.join(_PIECE.findall(word[0])), text))

    def text(self) -> str:
        """As it was given."""
        return self._said


def label(text: str, kind: str = "body", wrap: bool = False) -> QLabel:
    """Kinds: huge, figure, title, heading, subheading, aloud, strong, body, muted, small, key. Never HTML.

    `aloud` is what is read to others, who may see it too.
    """
    made = WrappedLabel(text) if wrap else QLabel(text)
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


_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def say_key(text: str) -> str:
    """A key as its cap shows it: arrows are drawn, as on the keyboard."""
    return "+".join(_ARROWS.get(key, key) for key in text.split("+"))


def key_hint(text: str) -> QLabel:
    """A small key cap, `key_hint("Ctrl+K")`; not for screen readers, which read the key as the button's description."""
    cap = label(say_key(text), "key")
    cap.setObjectName(UNREAD)
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return cap
