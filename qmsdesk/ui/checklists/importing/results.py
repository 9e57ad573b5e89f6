"""The lists of a result: the sections with their questions, and what was left out with place and reason."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qmsdesk.exchange.checklists import ChecklistContent
from qmsdesk.exchange.sources.sheets import LeftOut
from qmsdesk.i18n import Words
from qmsdesk.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
HEIGHTS = {"section": 40, "question": 36, "left_out": 56}
INDENT = 12
MORE = 20
"""What a second line of a long text takes."""


class Line(NamedTuple):
    """One line of a list: a `kind` of `HEIGHTS`, its text, a quieter line below, and what it stands for."""

    kind: str
    text: str
    below: str
    held: Any


class Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return "\n".join(text for text in (line.text, line.below) if text) if role in wanted else None


class ResultList(QListView):
    """`chosen` carries what the current line stands for; fast for any number of lines."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.model_of_lines = Lines()
        self.setModel(self.model_of_lines)
        self.setItemDelegate(_Painter(theme, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other lines; the place one is at stays."""
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self.model_of_lines.show_lines(lines)
        if 0 <= place < len(lines):
            self.selectionModel().setCurrentIndex(
                self.model_of_lines.index(place), self.selectionModel().SelectionFlag.ClearAndSelect
            )
            self.verticalScrollBar().setValue(scrolled)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Going through with the arrows shows each place at once."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid() and current.row() != previous.row():
            self._choose(current)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(index.data(LINE_ROLE).held)


class _Painter(QStyledItemDelegate):
    """A text of up to two lines, or one with a quieter one below."""

    def __init__(self, theme: Theme, view: ResultList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._widths: dict[tuple[str, float], dict[str, int]] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._view.model_of_lines.lines[index.row()]
        if line.kind == "section":
            return QSize(self._theme.px(80), self._theme.px(HEIGHTS["section"]))
        text, font = (line.below, "small") if line.kind == "left_out" else (line.text, "body")
        indent = 0 if line.kind == "left_out" else INDENT
        room = self._view.viewport().width() - self._theme.px(INDENT + 10 + indent)
        is_long = self._width(text, font) > room
        return QSize(self._theme.px(80), self._theme.px(HEIGHTS[line.kind] + MORE * is_long))

    def _width(self, text: str, font: str) -> int:
        """Asked of every line at each change of width, so each is measured once."""
        held = self._widths.setdefault((font, self._theme.scale), {})
        if text not in held:
            held[text] = QFontMetrics(self._theme.font(font)).horizontalAdvance(text)
        return held[text]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, self._view)
        room = option.rect.adjusted(self._theme.px(INDENT), self._theme.px(4), -self._theme.px(10), -self._theme.px(4))
        painter.save()
        if line.kind == "left_out":
            upper = self._theme.px(HEIGHTS["left_out"] // 2 - 4)
            self._draw(painter, QRect(room.left(), room.top(), room.width(), upper), line.text, "body", "text", 1)
            self._draw(painter, room.adjusted(0, upper, 0, 0), line.below, "small", "muted", 2)
        elif line.kind == "section":
            self._draw(painter, room, line.text, "strong", "text", 1)
        else:
            self._draw(painter, room.adjusted(self._theme.px(INDENT), 0, 0, 0), line.text, "body", "text", 2)
        painter.restore()

    def _draw(self, painter: QPainter, room: QRect, text: str, font: str, role: str, lines: int) -> None:
        painter.setFont(self._theme.font(font))
        painter.setPen(self._theme.colour(role))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        width = room.width() if lines == 1 else int(room.width() * (lines - 0.25))
        shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)
        wrap = Qt.TextFlag.TextWordWrap if lines > 1 else Qt.TextFlag.TextSingleLine
        painter.drawText(room, int(flags) | int(wrap), shown)


def outline_lines(content: ChecklistContent, language: Words) -> list[Line]:
    """Every section with its questions, numbered as in the checklist."""
    asked: dict[str, list[Any]] = {section.id: [] for section in content.sections}
    for question in content.questions:
        asked[question.section_id].append(question)
    lines = []
    for number, section in enumerate(content.sections, 1):
        lines.append(Line("section", f"{number}  {language.pick(section, 'title')}", "", section))
        for n, question in enumerate(asked[section.id], 1):
            lines.append(Line("question", f"{number}.{n}  {language.pick(question, 'text')}", "", question))
    return lines


def left_out_lines(left_out: Sequence[LeftOut], _: Words) -> list[Line]:
    """Everything that is no part of the checklist, with where it stands and why."""
    return [
        Line("left_out", each.text or each.place.say(_), f"{each.place.say(_)} – {_(each.reason)}", each)
        for each in left_out
    ]
