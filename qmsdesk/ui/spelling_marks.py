"""Marks of spelling: what no dictionary knows is underlined when the hands rest, and the menu has words for it."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.spelling import words_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.spelling import Spelling
from qmsdesk.ui.theme.edits import GrowingEdit, units

PAUSE_MS, READING_PAUSE_MS = 700, 1500
TURN_S = 0.004
ROLE = "accent"


class SpellingMarks(QObject):
    """Watches one editor; only what is in view is looked at, a few milliseconds at a time."""

    def __init__(self, desk: Desk, spelling: Spelling, editor: GrowingEdit, language: str) -> None:
        super().__init__(editor)
        self._ = desk.words
        self._messages = desk.messages
        self._spelling = spelling
        self._editor = editor
        self._language = language
        self._work: Iterator[None] = iter(())
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._begin)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        for happens in (editor.textChanged, editor.cursorPositionChanged, editor.shown, spelling.changed):
            happens.connect(self._wait)
        editor.verticalScrollBar().valueChanged.connect(self._wait)
        editor.menu_asked.connect(self._fill_menu)

    def look(self) -> None:
        """At once, whatever the hands do."""
        self._begin()
        while self._turn.isActive():
            self._go_on()

    def _wait(self) -> None:
        """Keys come first: nothing is looked at before they rest, and for longer before a dictionary is read."""
        self._turn.stop()
        self._rest.start(PAUSE_MS if self._spelling.is_read(self._language) else READING_PAUSE_MS)

    def _begin(self) -> None:
        is_wanted = self._editor.isVisible() and not self._editor.isReadOnly()
        if is_wanted and self._spelling.checks(self._language):
            self._work = self._find()
            self._turn.start()
        else:
            self._editor.underline("spelling", [], ROLE)

    def _go_on(self) -> None:
        until = time.perf_counter() + TURN_S
        for _step in self._work:
            if time.perf_counter() > until:
                self._turn.start()
                return
        self._turn.stop()

    def _find(self) -> Iterator[None]:
        """A step for each word; the last shows what was found. The word one is in the middle of waits."""
        editor, stretches = self._editor, []
        at = editor.textCursor().position() if editor.hasFocus() else -1
        for block in self._blocks_in_view():
            text = block.text()
            for place, word in words_of(text):
                start = block.position() + units(text[:place])
                end = start + units(word)
                if not start < at <= end and self._spelling.is_wrong(self._language, word):
                    stretches.append((start, end))
                yield
        editor.underline("spelling", stretches, ROLE)

    def _blocks_in_view(self) -> list[QTextBlock]:
        view = self._editor.viewport().rect()
        block = self._editor.cursorForPosition(view.topLeft()).block()
        last = self._editor.cursorForPosition(view.bottomRight()).blockNumber()
        blocks = []
        while block.isValid() and block.blockNumber() <= last:
            blocks.append(block)
            block = block.next()
        return blocks

    def _fill_menu(self, menu: QMenu, at: QTextCursor) -> None:
        """What could be meant comes first, where the word one points at is underlined or would be."""
        found = self._word_at(at)
        if found is None:
            return
        cursor, word = found
        usual = menu.actions()
        for action in usual:  # what cannot be done now gives way, so that all fits on a small screen
            action.setVisible(action.isEnabled() or action.isSeparator())
        first = next(iter(usual), None)
        made = [self._replacing(menu, cursor, text) for text in self._spelling.suggest(self._language, word)]
        if not made:
            made = [QAction(self._("No suggestions"), menu)]
            made[0].setEnabled(False)
        keep = QAction(self._("Add “{word}” to my words", word=word), menu)
        keep.triggered.connect(lambda: self._keep(word))
        between, after = QAction(menu), QAction(menu)
        for line in (between, after):
            line.setSeparator(True)
        for action in (*made, between, keep, after):
            menu.insertAction(first, action) if first is not None else menu.addAction(action)

    def _word_at(self, at: QTextCursor) -> tuple[QTextCursor, str] | None:
        if self._editor.isReadOnly() or not self._spelling.checks(self._language):
            return None
        block, place = at.block(), at.positionInBlock()
        text = block.text()
        for begin, word in words_of(text):
            start = units(text[:begin])
            if start <= place <= start + units(word) and self._spelling.is_wrong(self._language, word):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + start + units(word), QTextCursor.MoveMode.KeepAnchor)
                return cursor, word
        return None

    def _replacing(self, menu: QMenu, cursor: QTextCursor, text: str) -> QAction:
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(lambda: cursor.insertText(text))
        return action

    def _keep(self, word: str) -> None:
        try:
            self._spelling.add(word)
        except Refusal as refusal:
            self._messages.refuse(refusal)


def watch_spelling(desk: Desk, editor: GrowingEdit, language: str = "") -> None:
    """Underline in an editor what is spelled wrongly in a language, that of the screen where none is said."""
    if desk.spelling is not None:
        SpellingMarks(desk, desk.spelling, editor, language or desk.words.language)
