"""Boxes to choose from: what one types finds the entry, the wheel scrolls the page, and entries can be barred."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QStyle, QStyleOptionComboBox, QWidget

from qmsdesk.ui.theme.buttons import restyle


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry; with a `bar` it cannot be chosen, and the bar says why."""

    id: str
    text: str
    bar: str = ""


class ChoiceBox(QComboBox):
    """`chosen` carries the id a person chose; `typed` and `entered` (Enter) are for boxes one may type in."""

    chosen = Signal(str)
    typed = Signal()
    entered = Signal()

    def __init__(self, name: str, may_type: bool = False, placeholder: str = "") -> None:
        super().__init__()
        self.is_read_only = False
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))
        if may_type:
            self._let_type(name, placeholder)
        pass_wheel(self)

    def setAccessibleName(self, name: str) -> None:
        """Said again as the description: on Linux Qt gives the entry that is shown as the name."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    def set_read_only(self, on: bool) -> None:
        """To be reached and read, but not changed; a disabled box would be neither."""
        if on != self.is_read_only:
            self.is_read_only = on
            self.setProperty("readOnly", on)
            restyle(self)

    def showPopup(self) -> None:
        if not self.is_read_only:
            super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_read_only:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.is_read_only:
            event.ignore()
        else:
            super().wheelEvent(event)

    def set_choices(self, choices: Iterable[Choice], current: str = "") -> None:
        """New entries; what was typed stays, what was chosen gives way to `current`."""
        typed = self.currentText() if self.isEditable() else ""
        model = QStandardItemModel(self)
        for choice in choices:
            item = QStandardItem(f"{choice.text} – {choice.bar}" if choice.bar else choice.text)
            item.setData(choice.id, Qt.ItemDataRole.UserRole)
            item.setEnabled(not choice.bar)
            model.appendRow(item)
        self.blockSignals(True)
        self.setModel(model)
        self._show(current, typed)
        self.blockSignals(False)

    def set_current(self, id_: str) -> None:
        self.blockSignals(True)
        self._show(id_, "")
        self.blockSignals(False)

    def current(self) -> str:
        """The id of the entry that is shown, empty where there is none or something else was typed."""
        place = self.currentIndex()
        if self.isEditable():
            place = self.findText(self.text(), Qt.MatchFlag.MatchFixedString)
        return self.itemData(place) if place >= 0 else ""

    def text(self) -> str:
        return self.currentText().strip()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Text that has no room ends in three dots instead of half a letter, and is whole in the tooltip."""
        super().initStyleOption(option)
        whole = self.currentText()
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        told = whole if option.currentText != whole else ""
        if self.toolTip() != told:
            self.setToolTip(told)

    def _show(self, id_: str, typed: str) -> None:
        self.setCurrentIndex(self.findData(id_) if id_ else -1)
        if self.isEditable() and not id_:
            self.setEditText(typed)

    def _let_type(self, name: str, placeholder: str) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer, line = self.completer(), self.lineEdit()
        assert completer, "an editable box has one"
        assert line, "an editable box has one"
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setPlaceholderText(placeholder)
        line.setAccessibleName(name)
        line.setMaxLength(200)
        line.returnPressed.connect(self.entered)
        self.editTextChanged.connect(lambda _: self.typed.emit())


class _WheelPasser(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def pass_wheel(widget: QWidget) -> None:
    """Let the wheel scroll the page over a box or date, unless somebody is in it: values must not change unseen."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_WheelPasser(widget))
