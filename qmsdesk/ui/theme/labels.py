"""Texts on the screen: plain labels that the style sheet dresses by their kind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

UNREAD = "qt_rubberband"
"""Qt tells screen readers nothing of a widget with this name: for what only repeats or adorns."""


def label(text: str, kind: str = "body", wrap: bool = False) -> QLabel:
    """Kinds: huge, figure, title, heading, subheading, aloud, strong, body, muted, small, key. Never HTML.

    `aloud` is what is read to others, who may see it too.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
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


def key_hint(text: str) -> QLabel:
    """A small key cap, `key_hint("Ctrl+K")`; not for screen readers, which read the key as the button's description."""
    cap = label("+".join(_ARROWS.get(key, key) for key in text.split("+")) or text, "key")
    cap.setObjectName(UNREAD)
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return cap
