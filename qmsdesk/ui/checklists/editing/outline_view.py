"""The outline as it is seen and worked: by its keys, or by dragging its rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from qmsdesk.ui.checklists.editing.outline_table import EN, MINUTES, SV, OutlineTable
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.tables import PlainTable

ROW_HEIGHT, MINUTES_WIDTH, BOTH_FROM = 56, 64, 420


class OutlineView(PlainTable):
    """Rows of two lines; where it is narrow, in the language of the screen alone."""

    def __init__(self, desk: Desk, table: OutlineTable) -> None:
        super().__init__(desk.theme)
        self._language = desk.words.language
        self.setAccessibleName(desk.words("Sections and questions"))
        self.setModel(table)
        self.setWordWrap(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        for place in (SV, EN):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(MINUTES, QHeaderView.ResizeMode.Fixed)

    def _set_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        self.horizontalHeader().resizeSection(MINUTES, self._theme.px(MINUTES_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < self._theme.px(BOTH_FROM)
        self.setColumnHidden(SV, is_narrow and self._language != "sv")
        self.setColumnHidden(EN, is_narrow and self._language != "en")
        self._set_rows()
        super().resizeEvent(event)

    def current_place(self) -> int:
        return self.currentIndex().row()

    def stand_on(self, place: int) -> None:
        """Make a row the current one and bring it into sight."""
        model = self.model()
        assert model is not None, "set when it was made"
        place = max(0, min(place, model.rowCount() - 1))
        shown = EN if self.isColumnHidden(SV) else SV
        self.setCurrentIndex(model.index(place, shown))
        self.scrollTo(model.index(place, shown))
