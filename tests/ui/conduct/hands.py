"""What hands do at the Conduct page: press keys where the focus is, click, and wait until all is on the disk."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.domain.answers import Answer
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.notes import Note
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    QTest.keyClick(focus, key, modifiers)


def type_text(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    for character in text:
        if character.isascii():
            QTest.keyClicks(focus, character)
        else:  # QTest knows no key for it and aborts
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, character)
            QApplication.sendEvent(focus, event)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def settle(desk: Desk) -> None:
    """Wait until everything is on the disk and shown."""
    desk.session.flush()
    QApplication.processEvents()


def quick(page: ConductPage, desk: Desk, text: str) -> None:
    """Write a line on the quick note and enter it."""
    page.start_quick_note()
    type_text(text)
    press(Qt.Key.Key_Return)
    settle(desk)


def answer_of(page: ConductPage) -> Answer | None:
    """One's own answer to the open question, as it is on the disk."""
    assert page.questions.current is not None
    return page.day.own_answer(page.questions.current.id)


def number_of(page: ConductPage) -> str:
    """The number of the open question."""
    assert page.questions.current is not None
    return page.day.dossier.numbers[page.questions.current.id]


def notes(page: ConductPage) -> list[Note]:
    return [note for note in page.day.dossier.notes if note.text]


def findings(page: ConductPage) -> tuple[Finding, ...]:
    return page.day.dossier.findings
