"""The hands of whoever plays the day: chance, keys, and the way to each page of the real window."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.fields import PAUSE_MS
from qmsdesk.ui.window import MainWindow
from tests.soak.witness import Witness

KEY_MS, BEAT_MS = 2, 15
HEARD = (
    "handläggaren överlämning svar väntetid mall avgift schema tavla nyckel rutin ärende möte fråga råd 5 av 20"
    " Ja, – „så“ är det. Åh! ½ § 7.5.3 café 日本 🙂 e\u0301t checklist minutes, owner; 100 % signed"
)
WORDS = tuple(HEARD.split())
Thing = TypeVar("Thing")
Act = Iterator[int]
"""Something somebody does, a little at a time: each step says how many milliseconds pass before the next."""


class Hands:
    def __init__(
        self, window: MainWindow, witness: Witness, chance: random.Random, audit_id: str, photos: Path
    ) -> None:
        self.window = window
        self.chance = chance
        self.audit_id = audit_id
        self._witness = witness
        self._photos = sorted(photos.iterdir())

    # Chance

    def pick(self, things: Sequence[Thing]) -> Thing:
        return self.chance.choice(things)

    def is_likely(self, share: float) -> bool:
        return self.chance.random() < share

    def words(self, most: int = 6) -> str:
        return " ".join(self.pick(WORDS) for _ in range(self.chance.randint(1, most)))

    def photo(self) -> Path:
        return self.pick(self._photos)

    # Places

    @property
    def audit_page(self) -> AuditPage:
        page = self.window.page
        assert isinstance(page, AuditPage), f"the window shows {page}"
        return page

    def at(self, step: str) -> QWidget:
        """The page of a step, brought to the front where another is."""
        if not isinstance(self.window.page, AuditPage):
            self.window.open_place(f"audit/{self.audit_id}/{step}")
        elif self.audit_page.step_key != step:
            self.audit_page.show_step(step)
        return self.audit_page.step

    # Keys

    def type(self, editor: QLineEdit | QPlainTextEdit, text: str) -> Act:
        """Some keys at a time, now and then with a pause in which the program puts it on the disk."""
        editor.setFocus()
        left = text
        while left:
            count = self.chance.randint(1, 5)
            for letter in left[:count]:
                press(editor, letter)
            left = left[count:]
            self._witness.watch(editor)
            yield PAUSE_MS + 40 if self.is_likely(0.04) else KEY_MS
        yield PAUSE_MS + 60 if self.is_likely(0.3) else BEAT_MS

    def write(self, editor: QLineEdit | QPlainTextEdit, text: str, longest: int = 160) -> Act:
        """Behind what stands there; what has become long is written anew."""
        editor.setFocus()
        is_line = isinstance(editor, QLineEdit)
        held = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
        if len(held) > longest or (held and self.is_likely(0.15)):
            editor.selectAll()
        else:
            key(
                editor,
                Qt.Key.Key_End,
                Qt.KeyboardModifier.NoModifier if is_line else Qt.KeyboardModifier.ControlModifier,
            )
            text = f" {text}" if held else text
        yield from self.type(editor, text)


def press(target: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(target, event)


def key(target: QWidget, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, which, modifiers))
