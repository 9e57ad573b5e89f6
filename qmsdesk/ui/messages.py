"""Messages: the only place that opens a message box, so that the words for trouble have one tone."""

from PySide6.QtWidgets import QMessageBox, QWidget

from qmsdesk.domain.errors import Refusal
from qmsdesk.i18n import Words
from qmsdesk.log import logger


class Messages:
    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._ = words
        self.parent = parent

    def refuse(self, refusal: Refusal) -> None:
        """Say what could not be done and what to do about it."""
        logger.info("refused: %s", type(refusal).__name__)
        self._box(QMessageBox.Icon.Warning, refusal.say(self._)).exec()

    def tell(self, sentence: str) -> None:
        self._box(QMessageBox.Icon.Information, sentence).exec()

    def ask(self, question: str, yes: str, no: str) -> bool:
        """Whether the person chose `yes`; both are verbs that say what will happen."""
        box = self._box(QMessageBox.Icon.Question, question)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(accept)
        box.exec()
        return box.clickedButton() is accept

    def _box(self, icon: QMessageBox.Icon, sentence: str) -> QMessageBox:
        box = QMessageBox(self.parent)
        box.setIcon(icon)
        box.setWindowTitle("qmsdesk")
        box.setText(sentence)
        return box
