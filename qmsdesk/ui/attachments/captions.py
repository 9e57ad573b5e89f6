"""The line under the photos: the caption of the one that is chosen, and what one does with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.attachments import Attachment
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.targets import TallButton, TallLine
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.undo import TypingUndo


class CaptionRow(QWidget):
    """Hidden until there is something to write a caption for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._ = desk.words
        self.line = CaptionLine(desk)
        self.line.setAccessibleName(self._("Caption"))
        self._field = Field(desk.session, self.line)
        TypingUndo(self.line)
        self.open_button = _small_button(desk, "eye", self._("Look closer and draw"))
        self.remove_button = _small_button(desk, "trash-2", self._("Remove from here"))
        layout = row(desk.theme, self, gap=4)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.open_button)
        layout.addWidget(self.remove_button)
        self.hide()

    def show_attachment(self, attachment: Attachment) -> None:
        self._field.show_record(attachment, "caption")
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)
        is_photo = attachment.is_photo
        asks = self._("What does the picture show?") if is_photo else self._("What does the document say?")
        self.line.setPlaceholderText(asks)
        opens = self._("Look closer and draw") if is_photo else self._("Open the document")
        self.open_button.setAccessibleName(opens)
        self.open_button.setToolTip(opens)

    def set_read_only(self, on: bool) -> None:
        self.line.setReadOnly(on)
        self.remove_button.setVisible(not on)

    def clear(self) -> None:
        """Nothing to write a caption for."""
        self._field.clear()

    def seal(self) -> None:
        """Hand in what is being typed."""
        self._field.seal()


class CaptionLine(TallLine):
    """`left` says that Esc was pressed: the caption may wait."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _small_button(desk: Desk, icon: str, spoken: str) -> TallButton:
    button = TallButton(desk.theme, "", "quiet", icon)
    button.setAccessibleName(spoken)
    button.setToolTip(spoken)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
