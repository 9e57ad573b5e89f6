"""The real program in a process of its own, with somebody who types without end; tells what can be relied upon.

`python -m tests.journeys.typist FIELD SEED REGISTER` prints `shown PLACE NOTES LENGTH` for what it comes back to,
`typing N` before the Nth character is typed, and `kept N` when the disk holds N of them. FIELD is `note`, where each
start writes on, or `quick`, where each begins a new one.
"""

import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from qmsdesk.__main__ import main
from qmsdesk.domain.progress import unsorted_notes
from qmsdesk.store.database import Connection
from qmsdesk.store.register import open_reader
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.window import MainWindow
from tests.journeys.sitter import end_at_a_box

SHORT_MS, LONG_MS = 2, 330
"""A key, and a pause in which the program puts what was typed on the disk."""


def character(number: int) -> str:
    """The text that is typed, one character by its place: numbers in words, so that no part of it comes twice."""
    word, place = divmod(number, 6)
    return f"{word:05d} "[place]


def text(length: int) -> str:
    return "".join(character(number) for number in range(length))


class Typist(QObject):
    def __init__(self, register: Path, field: str, seed: int) -> None:
        super().__init__()
        self._register = register
        self._field = field
        self._chance = random.Random(seed)
        self._reader: Connection | None = None
        self._editor: QLineEdit | QPlainTextEdit | None = None
        self._page: ConductPage
        self._count = 0
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        if self._editor is None:
            self._sit_down()
            return
        for _ in range(self._chance.randint(1, 4)):
            print("typing", self._count + 1, flush=True)
            QTest.keyClicks(self._editor, character(self._count))
            self._count += 1
        self._timer.setInterval(LONG_MS if self._chance.random() < 0.05 else SHORT_MS)

    def _sit_down(self) -> None:
        window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None)
        if window is None or not isinstance(window.page, AuditPage) or not window.isActiveWindow():
            return
        page = window.page.step
        assert isinstance(page, ConductPage), "the program did not come back to where it was"
        self._reader, self._page = open_reader(self._register), page
        window._desk.session.saved.connect(self._tell_kept)
        own = page.questions.card.notes.editors[-1]
        self._editor = page.quick.editor if self._field == "quick" else own
        self._editor.setFocus()
        QTest.keyClick(self._editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        found = self._unsorted(page) if self._field == "quick" else [own.toPlainText()]
        assert all(said == text(len(said)) for said in found), "this was never typed"
        place = page.day.dossier.numbers[page.questions.current.id] if page.questions.current else ""
        print("cpu", time.process_time(), flush=True)
        print("shown", place, len(found), len(found[-1]) if found else 0, flush=True)
        self._count = len(found[-1]) if self._field == "note" else 0

    def _unsorted(self, page: ConductPage) -> list[str]:
        """The notes that wait beside the questions, where they can be read, in the order they were begun."""
        notes = [note for note in unsorted_notes(page.day.dossier) if note.text]
        assert all(page.side.waiting(note.id)._text.text() == note.text.strip() for note in notes)
        return [note.text for note in notes]

    def _tell_kept(self) -> None:
        """Everything is on the disk, says the program: look whether it is, as a row or as a draft."""
        assert self._reader is not None
        note = self._page.quick.note if self._field == "quick" else self._page.questions.card.notes.chosen()
        (kept,) = self._reader.execute(
            "SELECT coalesce((SELECT length(value) FROM draft WHERE entity = ?1 AND field = 'text'),"
            " (SELECT length(text) FROM note WHERE id = ?1), 0)",
            (note.id if note else "",),
        ).fetchone()
        print("kept", kept, flush=True)


if __name__ == "__main__":
    field, seed, register = sys.argv[1:4]
    end_at_a_box()
    application = QApplication(["qmsdesk"])
    typist = Typist(Path(register), field, int(seed))
    sys.exit(main(["--register", register, "--lang", "en"]))
