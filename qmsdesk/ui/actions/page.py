"""The Actions page: what is to be done, by whom and until when, of one audit or of all."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from qmsdesk.domain.actions import Action, ActionState, Gathering, ProposalReply
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of
from qmsdesk.store.audits import unit_of
from qmsdesk.store.follow_up import FollowUpLine, Wanted, count_follow_up, follow_up
from qmsdesk.store.rows import get
from qmsdesk.ui.actions.filters import Filters
from qmsdesk.ui.actions.lines import ActionLines
from qmsdesk.ui.actions.panel import ActionPanel
from qmsdesk.ui.actions.table import ActionsTable
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.papers.button import PapersButton
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.turns import Turns

KINDS = frozenset({"action", "finding", "audit", "unit", "person"})
OF_ALL = (Gathering.OPEN, Gathering.OVERDUE, Gathering.AWAITING, Gathering.CLOSED, Gathering.ALL)
OF_ONE = (Gathering.NO_ACTION, *OF_ALL)
SIDE_BY_SIDE = 880
PANEL = 404
WIDEST = 16_777_215


class ActionsPage(QWidget):
    """`audit_requested` carries the id of an audit and one of its steps."""

    audit_requested = Signal(str, str)

    def __init__(self, desk: Desk, audit_id: str | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._order, self._is_descending = "", False
        self._key = ""
        self._goes_to_form, self._is_in_form, self._is_filling = False, False, False
        self._is_whole = False
        self._shown: Wanted | None = None
        self._body, self._left = QFrame(), QStackedWidget()
        self.turns = Turns(self, self._build())

    def _build(self) -> Iterator[None]:
        desk, has_audit = self._desk, self._audit_id is None
        self.lines = ActionLines(self._, desk.today, self)
        self.table = ActionsTable(desk.theme, self._, self.lines, has_units=has_audit)
        usual = Gathering.OPEN if has_audit else Gathering.ALL
        self.papers = PapersButton(desk.theme, self._)
        self.filters = Filters(desk.theme, self._, OF_ALL if has_audit else OF_ONE, usual, self.papers)
        self.panel = ActionPanel(desk, has_audit)
        self._empty = EmptyState(desk.theme, "circle-check-big", "")
        self._arrange()
        self._wire()
        yield
        yield from self.panel.build()
        self._is_whole = True
        self.reload()

    def _arrange(self) -> None:
        theme = self._desk.theme
        layout = column(theme, self, gap=0)
        if self._audit_id is None:
            layout.addWidget(PageBar(theme, self._("Actions"), self._("of all audits")))
        layout.addWidget(self.filters)
        self._left.addWidget(self.table)
        self._left.addWidget(self._empty)
        self._left.setMinimumHeight(1)  # or Qt takes room for a text that is not shown from the bar above
        halves = row(theme, self._body, gap=0)
        halves.addWidget(self._left, 1)
        halves.addWidget(self.panel)
        layout.addWidget(self._body, 1)

    def _wire(self) -> None:
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.reload)
        self._desk.session.changed.connect(self._on_changed)
        self._desk.theme.changed.connect(self._show_halves)
        self.filters.changed.connect(self._on_filtered)
        self.lines.order_chosen.connect(self._on_order)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(self._go_to_form)
        self.table.clicked.connect(self._on_clicked)
        self.panel.back.clicked.connect(self._go_to_list)
        self.panel.audit_requested.connect(lambda audit_id: self.audit_requested.emit(audit_id, "follow_up"))
        self.panel.reply_chosen.connect(self._add_action)
        runs = {"new_action": self._add_action, "search": self._search, "list": self._go_to_list}
        runs |= {"print_list": self._print_list, "replies": self._print_replies}
        commands = bind(self, "actions", self._, runs)
        self.papers.offer(commands["print_list"], commands["replies"])

    # Reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown != self._wanted():
            self.reload()
        if not event.spontaneous():  # a window that comes back from the task bar keeps its focus
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._shown = None
            if self.isVisible():
                self._late.start()

    def reload(self) -> None:
        """Read the list and the chosen line anew."""
        self._late.stop()
        wanted = self._wanted()
        self.filters.show_counts(count_follow_up(self._desk.session.db, wanted))
        self._show_lines(follow_up(self._desk.session.db, wanted))
        self._shown = self._wanted()

    def _wanted(self) -> Wanted:
        return Wanted(
            self._desk.today,
            self._audit_id,
            self.filters.gathering,
            self.filters.search.text(),
            self._order,
            self._is_descending,
            kept=self._key,
        )

    def _show_lines(self, lines: list[FollowUpLine]) -> None:
        """Keep the chosen line; where it is gone, choose its neighbour."""
        was = max(0, self.table.currentIndex().row()) if self._key else 0
        self._is_filling = True
        self.lines.show_lines(lines)
        place = self.lines.row_of(self._key)
        if place < 0 and lines:
            place = min(was, len(lines) - 1)
        if place >= 0:
            self.table.setCurrentIndex(self.lines.index(place, 1))
        self._is_filling = False
        self._left.setCurrentWidget(self.table if lines else self._empty)
        self._empty.set_sentence(self._nothing())
        self._show_line(lines[place] if lines else None)

    def _show_line(self, line: FollowUpLine | None) -> None:
        if not self._is_whole:
            return
        db = self._desk.session.db
        finding = get(db, Finding, line.finding_id) if line else None
        audit = get(db, Audit, line.audit_id) if line else None
        self._key = line.key if line else ""
        if line is None or finding is None or audit is None:
            self.panel.show_nothing()
            return
        action = get(db, Action, line.action_id) if line.action_id else None
        self.panel.show_line(action, finding, audit, unit_of(db, audit))
        if self._goes_to_form and action is not None:
            self._goes_to_form = False
            self._go_to_form()

    def _nothing(self) -> str:
        if self.filters.search.text().strip():
            return self._("Nothing here contains what you search for.")
        return {
            Gathering.NO_ACTION: self._("Every finding has its action."),
            Gathering.OVERDUE: self._("No action is overdue."),
            Gathering.OPEN: self._("No action is open."),
            Gathering.AWAITING: self._("No effect waits to be checked."),
            Gathering.CLOSED: self._("No action is closed yet."),
            Gathering.ALL: self._("There are no actions yet. They come from the findings of an audit."),
        }[self.filters.gathering]

    # Choosing

    def _on_filtered(self) -> None:
        """What is asked for anew shows only what belongs."""
        self._key, self._is_in_form = "", False
        self._show_halves()
        self.reload()

    def _on_order(self, column: str, is_descending: bool) -> None:
        self._order = f"unit_{self._.language}" if column == "unit" else column
        self._is_descending = is_descending
        self.reload()

    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._is_filling:
            self._show_line(self.lines.line(now.row()))

    def _on_clicked(self) -> None:
        if self.panel.isHidden():
            self._go_to_form()

    def _go_to_form(self) -> None:
        self._is_in_form = True
        self._show_halves()
        self.panel.focus_form()

    def _go_to_list(self) -> None:
        self._is_in_form = False
        self._show_halves()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search(self) -> None:
        self._go_to_list()
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    # Printing

    def _print_list(self) -> None:
        from qmsdesk.ui.papers.orders import ask_action_list  # only where it is wanted

        self._desk.session.flush()
        ask_action_list(self._desk, replace(self._wanted(), kept=""), self)

    def _print_replies(self) -> None:
        """Of the audit of the page, else of the chosen line's."""
        from qmsdesk.ui.papers.orders import ask_replies  # as above

        place = self.table.currentIndex().row()
        chosen = self.lines.line(place).audit_id if 0 <= place < self.lines.rowCount() else ""
        audit = get(self._desk.session.db, Audit, self._audit_id or chosen)
        if audit is not None:
            self._desk.session.flush()
            ask_replies(self._desk, audit, self)

    # Changing

    def _add_action(self, reply: ProposalReply | None = None) -> None:
        """A new action for the finding of the chosen line."""
        place = self.table.currentIndex().row()
        if not 0 <= place < self.lines.rowCount():
            return
        line = self.lines.line(place)
        state = ActionState.DECLINED if reply is ProposalReply.NO else ActionState.PROPOSED
        action = Action(new_id(), line.audit_id, line.finding_id, state=state, reply=reply)
        self._key, self._goes_to_form = action.id, True
        self._desk.session.write(creation_of(action))

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_halves()
        super().resizeEvent(event)

    def _show_halves(self) -> None:
        """List and form side by side, or one at a time where it is narrow."""
        px = self._desk.theme.px
        is_wide = self.width() >= px(SIDE_BY_SIDE)
        self.panel.setMinimumWidth(px(PANEL) if is_wide else 0)
        self.panel.setMaximumWidth(px(PANEL) if is_wide else WIDEST)
        self.panel.back.setVisible(not is_wide)
        self.panel.setVisible(is_wide or self._is_in_form)
        for part in (self.filters, self._left):
            part.setVisible(is_wide or not self._is_in_form)
