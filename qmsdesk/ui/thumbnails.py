"""Small pictures of photos, made beside the window when they are first wanted, the last wish first."""

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap
from shiboken6 import isValid

from qmsdesk.domain.attachments import Attachment
from qmsdesk.store.attachments import file_of
from qmsdesk.ui.desk import Desk

KEPT = 400
Key = tuple[str, str, int]


class Thumbnails(QObject):
    """`made` carries the id of an attachment whose picture is there now, or is known to be missing."""

    made = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._held: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._wanted: dict[Key, Attachment] = {}
        self._is_busy = False

    def picture(self, attachment: Attachment, longest: int) -> QPixmap | None:
        """A photo with its layer, no longer than so many pixels; nothing yet, or nothing at all where it is missing."""
        key = (attachment.sha256, attachment.layer, longest)
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        self._wanted.pop(key, None)
        self._wanted[key] = attachment
        self._start()
        return None

    def is_missing(self, attachment: Attachment, longest: int) -> bool:
        """Whether there is no picture to be had; asked after `made`."""
        key = (attachment.sha256, attachment.layer, longest)
        return key in self._held and self._held[key] is None

    def _start(self) -> None:
        """One at a time, so that other jobs come between."""
        if self._is_busy or not self._wanted:
            return
        self._is_busy = True
        key, attachment = self._wanted.popitem()
        path = self._desk.session.path
        self._desk.jobs.run(
            lambda: read_picture(path, attachment, key[2]),
            lambda image: self._take(key, attachment, image),
            lambda error: self._fail(key, attachment, error),
        )

    def _take(self, key: Key, attachment: Attachment, image: QImage | None) -> None:
        if not isValid(self):
            return
        self._is_busy = False
        self._held[key] = None if image is None else QPixmap.fromImage(image)
        while len(self._held) > KEPT:
            self._held.popitem(last=False)
        self.made.emit(attachment.id)
        self._start()

    def _fail(self, key: Key, attachment: Attachment, error: Exception) -> None:
        self._take(key, attachment, None)
        raise error


def read_picture(register: Path, attachment: Attachment, longest: int) -> QImage | None:
    """A photo of a register with its layer; nothing where its file is missing or damaged. For a job."""
    from qmsdesk.exchange.photos import shown_photo  # brings in Pillow, which a start does without

    path = file_of(register, attachment.sha256)
    if path is None:
        return None
    try:
        photo = shown_photo(path, attachment, longest)
    except (OSError, SyntaxError, ValueError):
        return None
    width, height = photo.size
    return QImage(photo.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()
