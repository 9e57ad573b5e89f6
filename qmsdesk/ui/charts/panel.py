"""A chart under its name, with a button that shows its numbers as a table instead."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QWidget

from qmsdesk.i18n import Words
from qmsdesk.report.drawings import Chart
from qmsdesk.ui.charts.view import ChartView
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tables import PlainTable
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE

NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
FRAME = 2


class ChartPanel(QWidget):
    """The table is made when it is first wanted."""

    def __init__(self, theme: Theme, words: Words, chart: Chart) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._chart = chart
        self._name = label(chart.name, "strong", wrap=True)
        self.view = ChartView(theme, chart)
        self.table: ChartTable | None = None
        self.switch = Button(theme, words("Show as a table"), "quiet")
        self.switch.clicked.connect(self._turn)
        head = row(theme, gap=SPACE["small"])
        head.addWidget(self._name, 1)
        head.addWidget(self.switch)
        self._layout = column(theme, self, gap=SPACE["small"])
        self._layout.addLayout(head)
        self._layout.addWidget(self.view)
        self._name_switch()

    def show_chart(self, chart: Chart) -> None:
        """Show other numbers; nothing is drawn anew where they are the same."""
        if chart.rows == self._chart.rows and chart.alt == self._chart.alt:
            return
        self._chart = chart
        self._name.setText(chart.name)
        self.view.show_chart(chart)
        if self.table is not None:
            self.table.show_chart(chart)
        self._name_switch()

    def _turn(self) -> None:
        if self.table is None:
            self.table = ChartTable(self._theme, self._chart)
            self.table.hide()
            self._layout.addWidget(self.table)
        was_chart = self.table.isHidden()
        self.table.setHidden(not was_chart)
        self.view.setHidden(was_chart)
        self._name_switch()

    def _name_switch(self) -> None:
        is_table = self.table is not None and not self.table.isHidden()
        text = self._("Show as a chart") if is_table else self._("Show as a table")
        self.switch.setText(text)
        self.switch.setAccessibleName(f"{text}: {self._chart.name}")
        self.switch.setAccessibleDescription(self._chart.alt)


class ChartTable(PlainTable):
    """As high as its rows."""

    def __init__(self, theme: Theme, chart: Chart) -> None:
        super().__init__(theme)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setStretchLastSection(False)
        theme.changed.connect(self._fit)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        self.setAccessibleName(chart.name)
        self._rows.clear()
        self._rows.setHorizontalHeaderLabels([" ".join(title.split()) for title in chart.titles])
        for name, *numbers in chart.rows:
            self._rows.appendRow([QStandardItem(name), *(_number(each) for each in numbers)])
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in range(1, len(chart.titles)):
            self._rows.setHeaderData(place, Qt.Orientation.Horizontal, NUMBERS, Qt.ItemDataRole.TextAlignmentRole)
        self._fit()

    def _fit(self) -> None:
        rows = self._rows.rowCount() * self.verticalHeader().defaultSectionSize()
        head = self.horizontalHeader()
        bar = self.horizontalScrollBar().sizeHint().height() if head.length() > self.viewport().width() else 0
        self.setFixedHeight(head.sizeHint().height() + rows + bar + FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _number(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setTextAlignment(NUMBERS)
    return item
