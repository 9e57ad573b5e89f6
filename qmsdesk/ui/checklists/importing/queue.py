"""Several files brought in one after the other: each is looked at by itself, and none is passed over in silence."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.errors import Refusal
from qmsdesk.ui.checklists.importing.dialog import ImportDialog
from qmsdesk.ui.desk import Desk


class ImportQueue(QObject):
    """`imported` carries id and title of each new checklist, `ended` what became of them all, and a tone for it."""

    imported = Signal(str, str)
    ended = Signal(str, str)

    def __init__(self, desk: Desk, paths: Sequence[Path], window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._ = desk.words
        self._paths = paths
        self._window = window
        self._next = 0
        self._titles: list[str] = []
        self._refused: list[str] = []

    def start(self) -> None:
        """Show the first file, or the next one; after the last say what became of them."""
        if self._next >= len(self._paths):
            self._end()
            return
        path, self._next = self._paths[self._next], self._next + 1
        dialog = ImportDialog(self._desk, path, self._window, (self._next, len(self._paths)))
        dialog.imported.connect(self._on_imported)
        dialog.refused.connect(self._on_refused)
        dialog.finished.connect(lambda _: QTimer.singleShot(0, self, self.start))
        dialog.rest_skipped.connect(self._skip_rest)
        dialog.start()

    def _on_imported(self, checklist_id: str, title: str) -> None:
        self._titles.append(title)
        self.imported.emit(checklist_id, title)

    def _on_refused(self, refusal: Refusal) -> None:
        self._refused.append(refusal.say(self._))

    def _skip_rest(self) -> None:
        self._next = len(self._paths)

    def _end(self) -> None:
        count, done = len(self._paths), len(self._titles)
        told = [self._("“{title}” is in the register now.", title=title) for title in self._titles]
        if count > 1:
            told = [
                self._.plural(
                    "{done} of {count} file is in the register now.",
                    "{done} of {count} files are in the register now.",
                    count,
                    done=done,
                )
            ]
        if told or self._refused:
            tone = "danger" if self._refused else "success" if done else "info"
            self.ended.emit(" ".join([*told, *self._refused]), tone)
        self.deleteLater()
