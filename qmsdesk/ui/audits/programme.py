"""The programme: every audit there is, newest first, found by words, year, unit and state."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QFrame, QHeaderView, QLineEdit, QStackedWidget, QWidget

from qmsdesk.domain.audits import STATE_NAMES, AuditState
from qmsdesk.domain.changes import Changed
from qmsdesk.store.audits import count_audits
from qmsdesk.store.organisation import list_units
from qmsdesk.store.programmes import ProgrammeLine, Sought, audit_years, seek_audits
from qmsdesk.ui.audits.audit_table import UNIT, AuditTable
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.commands import bind, key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.papers.button import PapersButton
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.clearing import make_clearable
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tables import PlainTable
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.turns import Turns

KINDS = frozenset({"action", "audit", "finding", "unit"})
PAUSE_MS = 150
WIDTHS = {0: 100, 1: 130, 3: 150, 4: 140, 5: 100, 6: 120}
NEEDED = {0: 520, 3: 780, 5: 980, 6: 900}
EVERY = ""
NARROW = 720


class ProgrammePage(QWidget):
    """`audit_requested` carries an audit id and the step to open it at, empty for the usual one."""

    audit_requested = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._is_stale = False
        self.setProperty("kind", "page")
        self.turns = Turns(self, self._build())

    def _build(self) -> Iterator[None]:
        """The audits come when the page is there: there may be ten years of them."""
        desk = self._desk
        self.table = AuditTable(self._)
        self.view = PlainTable(desk.theme)
        self.search, self._pause = QLineEdit(), QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.year, self.unit = ChoiceBox(self._("Year")), ChoiceBox(self._("Unit"))
        self.state = ChoiceBox(self._("State"))
        self.new = Button(desk.theme, self._("New audit"), "primary", "plus")
        self.papers = PapersButton(desk.theme, self._)
        self.reports = Button(desk.theme, self._("Reports…"), "secondary", "file-text", key_of("programme", "reports"))
        self._bar = PageBar(desk.theme, self._("Programme"))
        self._none = EmptyState(desk.theme, "clipboard-list", "")
        self._filter_row = QFrame()
        self._filter_lines = row(desk.theme, self._filter_row, margins=(4, 0), gap=SPACE["small"])
        self._lay_out()
        self._wire()
        yield
        self._reload()

    def _lay_out(self) -> None:
        self._bar.items.addWidget(self.reports)
        self._bar.items.addWidget(self.papers)
        self._bar.items.addWidget(self.new)
        card = Card(self._desk.theme, margins=(12, 12, 12, 8))
        card.body.addWidget(self._filters())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none)
        card.body.addWidget(self._stack, 1)
        inner = column(self._desk.theme, margins=SPACE["wide"])
        inner.addWidget(card)
        layout = column(self._desk.theme, self, gap=0)
        layout.addWidget(self._bar)
        layout.addLayout(inner, 1)
        self.view.setAccessibleName(self._("Audits"))
        self.view.setModel(self.table)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._say_count())
        header = self.view.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(UNIT, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(self._desk.theme.px(60))
        self._set_widths()

    def _filters(self) -> QWidget:
        held, line = self._filter_row, self._filter_lines
        self.search.setPlaceholderText(self._("Search number, unit or registration number"))
        self.search.setAccessibleName(self._("Search audits"))
        make_clearable(self._desk.theme, self.search)
        line.addWidget(self.search, 3)
        boxes = row(self._desk.theme, gap=SPACE["small"])
        for box, share in ((self.year, 1), (self.unit, 2), (self.state, 2)):
            boxes.addWidget(box, share)
        line.addLayout(boxes, 5)
        self.state.set_choices(
            [Choice(EVERY, self._("All states")), *(Choice(s.value, self._(name)) for s, name in STATE_NAMES.items())]
        )
        self.state.setCurrentIndex(0)
        return held

    def _wire(self) -> None:
        self.new.clicked.connect(self._open_new)
        commands = bind(self, "papers", self._, {"year": self._print_year, "handover": self._print_handover})
        commands |= bind(self, "programme", self._, {"reports": self._make_reports})
        self.papers.offer(*commands.values())
        self.reports.clicked.connect(self._make_reports)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._seek)
        for box in (self.year, self.unit, self.state):
            box.chosen.connect(lambda _: self._seek())
        self.view.doubleClicked.connect(self._open)
        self.view.installEventFilter(self)
        self.search.installEventFilter(self)
        self._desk.session.changed.connect(self._on_changed)
        self._desk.theme.changed.connect(self._set_widths)

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._reload()
        super().showEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes to the page stands on an audit, which Enter opens."""
        super().focusInEvent(event)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page keeps what an audit is found by, and lets go what it counts."""
        for place, needed in NEEDED.items():
            self.view.setColumnHidden(place, self.width() < self._desk.theme.px(needed))
        ways, is_narrow = QBoxLayout.Direction, self.width() < self._desk.theme.px(NARROW)
        self._filter_lines.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self.reports.setHidden(is_narrow)  # it is among the papers too
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the audit one stands on; Down leads from the search into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.view:
                self._open(self.view.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Down and watched is self.search and self.table.lines:
                self.view.setFocus()
                self.view.selectRow(0)
                return True
        return False

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        db = self._desk.session.db
        years = [Choice(EVERY, self._("All years")), *(Choice(str(y), str(y)) for y in audit_years(db))]
        units = [Choice(EVERY, self._("All units")), *(Choice(u.id, self._.pick(u, "name")) for u in list_units(db))]
        for box, choices in ((self.year, years), (self.unit, units)):
            current = box.current()
            box.set_choices(choices, current)
            box.setCurrentIndex(max(0, box.currentIndex()))
        self._seek()

    def _seek(self) -> None:
        db, current = self._desk.session.db, self._current_id()
        selected = {line.audit.id for line in self.selected}
        year, state = self.year.current(), self.state.current()
        sought = Sought(
            self.search.text(), int(year) if year else None, self.unit.current(), AuditState(state) if state else None
        )
        self.table.show_lines(seek_audits(db, sought))
        self._select(current, selected)
        total = count_audits(db)
        shown = len(self.table.lines)
        self._say_count()
        self.reports.setEnabled(shown > 0)
        self._none.set_sentence(
            self._("No audit matches. Remove a filter or a word.")
            if total
            else self._("No audit has been planned yet.") + " " + self._("Plan the first one with “New audit”.")
        )
        self._filter_row.setVisible(total > 0)
        self._stack.setCurrentIndex(0 if shown else 1)

    @property
    def selected(self) -> list[ProgrammeLine]:
        """The lines that are selected, from top to bottom."""
        return [self.table.lines[row] for row in sorted({i.row() for i in self.view.selectionModel().selectedRows()})]

    def _select(self, current: str, selected: Collection[str]) -> None:
        """What was selected before the list was read anew, else one line."""
        flags, model = QItemSelectionModel.SelectionFlag, self.view.selectionModel()
        rows = [row_ for row_ in map(self.table.row_of, selected) if row_ >= 0]
        if len(rows) < 2:
            self.view.selectRow(max(0, self.table.row_of(current)))
            return
        model.clearSelection()
        model.setCurrentIndex(self.table.index(max(self.table.row_of(current), rows[0]), 0), flags.NoUpdate)
        for row_ in rows:
            model.select(self.table.index(row_, 0), flags.Select | flags.Rows)

    def _say_count(self) -> None:
        shown, selected = len(self.table.lines), len(self.view.selectionModel().selectedRows())
        count = self._.plural("{count} audit", "{count} audits", shown)
        ways = self._("a double-click or Enter opens")
        if selected > 1:
            ways = self._("{count} selected", count=selected)
        self._bar.set_texts(self._("Programme"), f"{count} · {ways}" if shown else count)

    def _make_reports(self) -> None:
        from qmsdesk.ui.reports.batch import BatchDialog  # as above

        if self.table.lines:
            dialog = BatchDialog(self._desk, self.selected, self.table.lines, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _current_id(self) -> str:
        index = self.view.currentIndex()
        return self.table.lines[index.row()].audit.id if 0 <= index.row() < len(self.table.lines) else ""

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.audit_requested.emit(self.table.lines[index.row()].audit.id, "")

    def _open_new(self) -> None:
        from qmsdesk.ui.audits.new import NewAuditDialog  # only where it is wanted

        dialog = NewAuditDialog(self._desk, self)
        dialog.created.connect(self._prepare)
        dialog.open()

    def _print_year(self) -> None:
        from qmsdesk.ui.papers.orders import ask_year  # as above

        year = self.year.current()
        ask_year(self._desk, int(year) if year else None, self)

    def _print_handover(self) -> None:
        """Of the unit of the filter, else of the audit one stands on."""
        from qmsdesk.ui.papers.orders import ask_handover  # as above

        at = self.view.currentIndex().row()
        chosen = self.table.lines[at].unit.id if 0 <= at < len(self.table.lines) else ""
        ask_handover(self._desk, self.unit.current() or chosen, self)

    def _prepare(self, audit_id: str) -> None:
        self.audit_requested.emit(audit_id, "prepare")

    def _set_widths(self) -> None:
        for place, width in WIDTHS.items():
            self.view.setColumnWidth(place, self._desk.theme.px(width))
