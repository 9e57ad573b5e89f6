"""Spelling: what is known of words, by the dictionaries of this computer, by the register, and by whoever writes."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qmsdesk.domain.glossary import term_names
from qmsdesk.domain.spelling import is_among, plain_words
from qmsdesk.i18n import words
from qmsdesk.log import logger
from qmsdesk.store.database import Connection
from qmsdesk.store.spelling import names_held

if TYPE_CHECKING:
    from qmsdesk.exchange.spelling import Dictionary

MOST = 5


def names_known(db: Connection, language: str) -> Iterator[str]:
    """What no dictionary has to know: the names in the register, and our terms."""
    yield from names_held(db, language)
    yield from map(words(language), term_names())


class Spelling(QObject):
    """What is known of words in each language. Nothing is read before a text rests for the first time."""

    changed = Signal()

    def __init__(self, is_on: bool = True, folders: Iterable[Path] | None = None) -> None:
        super().__init__()
        self.is_on = is_on
        self.names: Callable[[str], Iterable[str]] = lambda _language: ()
        self._folders = folders
        self._found: dict[str, Path] | None = None
        self._read: dict[str, Dictionary | None] = {}
        self._judged: dict[tuple[str, str], bool] = {}
        self._known: dict[str, frozenset[str]] = {}
        self._own: set[str] | None = None

    @property
    def languages(self) -> list[str]:
        """Those there is a dictionary for."""
        return [*self._paths()]

    def checks(self, language: str) -> bool:
        return self.is_on and language in self._paths() and self._read.get(language, "unread") is not None

    def is_read(self, language: str) -> bool:
        return language in self._read

    def is_wrong(self, language: str, word: str) -> bool:
        key = (language, word)
        if key not in self._judged:
            self._judged[key] = not self._is_right(language, word)
        return self._judged[key]

    def suggest(self, language: str, word: str) -> tuple[str, ...]:
        held = self._dictionary(language)
        return held.suggest(word)[:MOST] if held is not None else ()

    def add(self, word: str) -> None:
        """Know a word from now on, on this computer."""
        from qmsdesk.exchange.spelling import add_own_word

        add_own_word(word)
        self._own = None
        self.look_again()

    def set_on(self, is_on: bool) -> None:
        if is_on != self.is_on:
            self.is_on = is_on
            self.look_again()

    def look_again(self) -> None:
        """Names or own words are others than before."""
        self._known.clear()
        self._judged.clear()
        self.changed.emit()

    def _is_right(self, language: str, word: str) -> bool:
        if language not in self._known:
            self._known[language] = plain_words(self.names(language))
        if is_among(word, self._known[language]) or is_among(word, self._own_words()):
            return True
        held = self._dictionary(language)
        return held is None or held.knows(word)

    def _own_words(self) -> set[str]:
        if self._own is None:
            from qmsdesk.exchange.spelling import load_own_words

            self._own = load_own_words()
        return self._own

    def _paths(self) -> dict[str, Path]:
        if self._found is None:
            from qmsdesk.exchange.spelling import dictionary_folders, find_dictionaries

            self._found = find_dictionaries(dictionary_folders() if self._folders is None else self._folders)
        return self._found

    def _dictionary(self, language: str) -> "Dictionary | None":
        if language not in self._read:
            from qmsdesk.exchange.spelling import Dictionary

            try:
                self._read[language] = Dictionary(self._paths()[language])
            except Exception as error:  # whatever is wrong with a file of others, one writes on
                logger.info("no spelling in %s: %s", language, type(error).__name__)
                self._read[language] = None
        return self._read[language]
