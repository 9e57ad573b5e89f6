"""The table of questions as it is seen and worked: as high as its rows, by keyboard alone or by mouse."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qmsdesk.i18n import Words
from qmsdesk.ui.audits.preparing.question_table import AUDITOR, MINUTES, REASON, TEXT, QuestionTable, Row
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.tables import PlainTable

ROW_HEIGHT, AROUND = 44, 20
BESIDE_TEXT, BESIDE_REASON = 54, 24
WIDTHS = {MINUTES: 72, AUDITOR: 88, REASON: 232}
SHARES = {MINUTES: 0.14, AUDITOR: 0.14, REASON: 0.25}
LONGEST_REASON = 500
AT_A_TIME = 150
"""Rows that are measured in one turn."""


class QuestionView(PlainTable):
    """`given` carries the place of an auditor in the team, 0 for nobody; `choice_requested` the row to choose for."""

    given = Signal(int)
    choice_requested = Signal(QModelIndex)

    def __init__(self, desk: Desk, table: QuestionTable) -> None:
        super().__init__(desk.theme)
        self._table = table
        self._heights: dict[tuple[str, int, bool], int] = {}
        self._is_fitted = False
        self.setAccessibleName(desk.words("Questions to ask"))
        self.setModel(table)
        self.setItemDelegateForColumn(REASON, ReasonDelegate(desk.words, self))
        self.setWordWrap(True)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.SelectedClicked)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.modelReset.connect(self.fit)
        table.dataChanged.connect(self.fit)
        self.clicked.connect(self._on_clicked)
        desk.theme.changed.connect(self._forget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Each key does what it says wherever in the row one stands."""
        index, key = self.currentIndex(), event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not (index.isValid() and plain):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._toggle(index.siblingAtColumn(TEXT))
        elif key == Qt.Key.Key_F2:
            self.edit(index.siblingAtColumn(REASON))
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.given.emit(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choice_requested.emit(index.siblingAtColumn(AUDITOR))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_fitted:
            self.fit()

    def fit(self) -> None:
        """Widths that leave the questions most of the room, and rows as high as their texts, once it is seen."""
        self._is_fitted = self.isVisible()
        if not self._is_fitted:
            return
        header, widths = self.horizontalHeader(), self._widths()
        for column, width in widths.items():
            header.resizeSection(column, width)
        heights = self._row_heights(self._table.rows, widths)
        for place, height in enumerate(heights):
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)
        size = sum(heights) + header.sizeHint().height() + 2 * self._theme.px(4)
        if size != self.height():
            self.setFixedHeight(size)

    def measure(self, rows: Sequence[Row]) -> Iterator[None]:
        """In turns, rows that will come: so `fit` knows how high they are."""
        for first in range(0, len(rows), AT_A_TIME):
            self._row_heights(rows[first : first + AT_A_TIME], self._widths())
            yield

    def _widths(self) -> dict[int, int]:
        whole = self.viewport().width()
        widths = {column: min(self._theme.px(most), int(whole * SHARES[column])) for column, most in WIDTHS.items()}
        return widths | {TEXT: whole - sum(widths.values())}

    def _row_heights(self, rows: Sequence[Row], widths: dict[int, int]) -> list[int]:
        px, text = self._theme.px, self._table.text
        least, around = px(ROW_HEIGHT), px(AROUND)
        rooms = ((TEXT, widths[TEXT] - px(BESIDE_TEXT)), (REASON, widths[REASON] - px(BESIDE_REASON)))
        return [
            max(least, around + max(self._text_height(text(row, part), room, row.is_section) for part, room in rooms))
            for row in rows
        ]

    def _text_height(self, text: str, width: int, is_strong: bool) -> int:
        key = (text, width, is_strong)
        if key not in self._heights:
            metrics = QFontMetrics(self._theme.font("strong" if is_strong else "body"))
            room = QRect(0, 0, max(width, 1), 100_000)
            self._heights[key] = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
        return self._heights[key]

    def _forget(self) -> None:
        self._heights.clear()
        self.fit()

    def _toggle(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self._table.setData(index, None, Qt.ItemDataRole.CheckStateRole)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == AUDITOR:
            self.choice_requested.emit(index)


class ReasonDelegate(QStyledItemDelegate):
    """The line in which one writes why a question is left out."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = words

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(LONGEST_REASON)
        editor.setPlaceholderText(self._("Write why, then Enter"))
        editor.setAccessibleName(self._("Why left out"))
        return editor
