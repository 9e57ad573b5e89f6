"""Messages: the only place that opens a message box, so that the words for trouble have one tone."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qmsdesk.domain.errors import Refusal
from qmsdesk.i18n import Words
from qmsdesk.log import logger

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Messages:
    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._ = words
        self.parent = parent

    def refuse(self, refusal: Refusal) -> None:
        """Say what could not be done and what to do about it."""
        logger.info("refused: %s", type(refusal).__name__)
        self._box("Warning", refusal.say(self._)).exec()

    def tell(self, sentence: str) -> None:
        self._box("Information", sentence).exec()

    def ask(self, question: str, yes: str, no: str, *, is_risky: bool = False) -> bool:
        """Whether the person chose `yes`; both are verbs that say what happens. A risky yes is not the default."""
        box = self._box("Question", question)
        accept = box.addButton(yes, box.ButtonRole.AcceptRole)
        reject = box.addButton(no, box.ButtonRole.RejectRole)
        box.setDefaultButton(reject if is_risky else accept)
        box.exec()
        return box.clickedButton() is accept

    def _box(self, icon: str, sentence: str) -> "QMessageBox":
        from PySide6.QtWidgets import QMessageBox  # a millisecond of every start, for what most days never show

        box = QMessageBox(self.parent)
        box.setIcon(box.Icon[icon])
        box.setWindowTitle("qmsdesk")
        box.setText(sentence)
        return box
