"""The original as a table: the current cell says which row and column a correction is about."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from qmsdesk.exchange.sources.mappings import Mapping, Mark
from qmsdesk.exchange.sources.sheets import Sheet
from qmsdesk.i18n import Words
from qmsdesk.ui.checklists.importing.lines import LOOKS, Index, OriginalLines
from qmsdesk.ui.theme.tables import PlainTable
from qmsdesk.ui.theme.theme import Theme

ROW = 34
NARROWEST, WIDEST, MARK_WIDTH = 84, 340, 156
LETTER = 8
ICON = 15
JUDGED = 200


class MarkHeader(QHeaderView):
    """The heads of the rows: number, and what the row became by symbol, word and colour."""

    def __init__(self, theme: Theme, lines: OriginalLines) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme
        self._lines = lines

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        px, mark = self._theme.px, self._lines.mark(section)
        tone, icon = LOOKS[mark] if mark else ("neutral", "")
        painter.save()
        is_taken = mark not in (None, Mark.LEFT_OUT)
        painter.fillRect(rect, self._theme.colour(f"{tone}.soft" if is_taken else "surface"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if icon:
            drawn = self._theme.pixmap(icon, f"{tone}.text", ICON, self.devicePixelRatioF())
            painter.drawPixmap(rect.left() + px(10), rect.center().y() - px(ICON) // 2, drawn)
        painter.setPen(self._theme.colour(f"{tone}.text" if is_taken else "muted"))
        painter.setFont(self._theme.font("small"))
        room = rect.adjusted(px(ICON + 18), 0, -px(6), 0)
        said = str(self._lines.headerData(section, Qt.Orientation.Vertical))
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


class OriginalTable(PlainTable):
    """`moved` when another cell is the current one; `column_pressed` carries the column whose head was pressed."""

    moved = Signal()
    column_pressed = Signal(int)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme)
        self._theme = theme
        self.lines = OriginalLines(theme, words)
        self.setVerticalHeader(MarkHeader(theme, self.lines))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(self.lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._press)
        self.setAccessibleName(words("The original"))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))

    @property
    def sheet(self) -> Sheet:
        return self.lines.sheet

    @property
    def row_number(self) -> int:
        """The number of the current row in the file, 0 where there is none."""
        place = self.currentIndex().row()
        return self.sheet.rows[place].number if 0 <= place < len(self.sheet.rows) else 0

    @property
    def column(self) -> int:
        """The current column of the sheet, -1 where none is."""
        return self.currentIndex().column()

    def show_sheet(self, sheet: Sheet, marks: dict[tuple[str, int], Mark], mapping: Mapping) -> None:
        """Another sheet, from its first question on."""
        self.lines.show_sheet(sheet, marks)
        asked = next((n for n, row in enumerate(sheet.rows) if marks.get((sheet.name, row.number)) is Mark.QUESTION), 0)
        self.lines.show_table(mapping, asked)
        self._fit_columns()
        self.setCurrentIndex(self.lines.index(asked, self._main(mapping)))

    def show_marks(self, marks: dict[tuple[str, int], Mark], mapping: Mapping) -> None:
        """The same sheet, understood in another way; the current cell stays."""
        self.lines.show_marks(marks)
        self.lines.show_table(mapping, self.currentIndex().row())
        for column in range(self.sheet.columns):
            self.setColumnWidth(column, max(self.columnWidth(column), self._head_width(column)))

    def go_to(self, number: int, column: int = -1) -> None:
        """Make a row the current one, in the middle of what is seen."""
        index = self.lines.index(self.lines.place(number), column if column >= 0 else self._shown_column())
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def _shown_column(self) -> int:
        return max(self.currentIndex().column(), 0)

    def _main(self, mapping: Mapping) -> int:
        table = self.lines.table
        asked = [column for column, role in table.roles if role.startswith("question")] if table else []
        return min(asked, default=0)

    def _press(self, section: int) -> None:
        self.setCurrentIndex(self.lines.index(max(self.currentIndex().row(), 0), section))
        self.column_pressed.emit(section)

    def _fit_columns(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.verticalHeader().setFixedWidth(px(MARK_WIDTH))
        longest: dict[int, int] = {}
        for row in self.sheet.rows[:JUDGED]:
            for cell in row.cells:
                longest[cell.column] = max(longest.get(cell.column, 0), len(cell.text))
        for column in range(self.sheet.columns):
            width = px(min(max(longest.get(column, 0) * LETTER, NARROWEST), WIDEST))
            self.setColumnWidth(column, max(width, self._head_width(column)))

    def _head_width(self, column: int) -> int:
        return self._theme.px((len(self.lines.column_name(column)) + 3) * LETTER)
