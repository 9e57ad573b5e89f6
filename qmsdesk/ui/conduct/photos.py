"""Photos on Conduct: they go to the open question, or to the finding that is being written."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from qmsdesk.ui.attachments.drops import Drops
from qmsdesk.ui.attachments.strip import PhotoStrip
from qmsdesk.ui.conduct.card import QuestionCard
from qmsdesk.ui.conduct.middle import Middle
from qmsdesk.ui.theme.theme import Theme


class Photos(QObject):
    """`runs` are its commands by name. What is dropped anywhere on `page` comes here."""

    def __init__(self, theme: Theme, page: QWidget, card: QuestionCard, middle: Middle) -> None:
        super().__init__(page)
        self._card = card
        self._middle = middle
        self.drops = Drops(theme, page, self._say_drop, self._take)
        card.photos.settled.connect(card.setFocus)

    @property
    def strip(self) -> PhotoStrip:
        """Where photos go now."""
        return self._middle.form.photos if self._middle.is_at_form else self._card.photos

    @property
    def runs(self) -> Mapping[str, Callable[[], object]]:
        return {"add_photo": self._add, "paste_photo": self._paste}

    def _say_drop(self) -> str:
        return self.strip.say_drop()

    def _take(self, mime: QMimeData) -> None:
        self.strip.take_mime(mime)

    def _add(self) -> None:
        if self.strip.is_open:
            self.strip.ways.choose_files()

    def _paste(self) -> None:
        if self.strip.is_open:
            self.strip.ways.paste()
