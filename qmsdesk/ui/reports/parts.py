"""The panel of parts beside a report: what is in it, in which order, and the standing sentences of this one."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.records import edit_of
from qmsdesk.domain.report_parts import DEFAULT_PARTS, ReportPart, read_parts, write_parts
from qmsdesk.domain.reports import ReportForm
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.rows import referred
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.languages import report_language
from qmsdesk.ui.reports.part_list import PartOrder
from qmsdesk.ui.reports.ready_texts import ReadyTextForm
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import heading, label, subheading
from qmsdesk.ui.theme.layouts import column, row, rule
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.turns import Turns

KINDS = frozenset({"audit", "organisation", "ready_text"})


class PartsPanel(QWidget):
    """`closed` is the wish to be taken away."""

    closed = Signal()

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._audit = referred(desk.session.db, Audit, audit_id)
        self._is_stale = False
        self.turns = Turns(self, self._build(), at_once=2)

    def _build(self) -> Iterator[None]:
        """The texts come when the list is there."""
        theme = self._desk.theme
        self.close_button = Button(theme, "", "quiet", "x")
        self.close_button.setAccessibleName(self._("Close the panel"))
        self.close_button.setToolTip(" ".join((self._("Close the panel"), "(Esc)")))
        self.close_button.clicked.connect(self.closed)
        head = row(theme, margins=(16, 10, 10, 6), gap=SPACE["small"])
        head.addWidget(heading(self._("Parts and texts")), 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.locked = Banner(theme)
        self._scroll = PageScroll(theme, margins=(16, 4, 16, 16), gap=SPACE["small"])
        self._scroll.content.setAutoFillBackground(False)  # Qt has switched it on: the side has a ground of its own
        self._scroll.body.addWidget(self.locked)
        layout = column(theme, self, gap=0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        yield
        self.order = PartOrder(theme, self._, self._("As the organisation's"))
        self.order.chosen.connect(lambda parts: self._write(write_parts(parts, self._audit.report_parts)))
        self.order.reset_wanted.connect(lambda: self._write(""))
        for each in (
            subheading(self._("What is in this report")),
            label(self._("A short report takes of these what it has room for."), "muted", wrap=True),
            self.order,
        ):
            self._scroll.body.addWidget(each)
        self._scroll.body.addStretch()
        self._show_parts()
        self._desk.session.changed.connect(self._on_changed)
        yield
        self.texts = ReadyTextForm(self._desk, self._audit_id, report_language(self._desk, self._audit_id))
        below: tuple[QWidget, ...] = (rule(), subheading(self._("Texts of this report")), self._about(), self.texts)
        for place, part in enumerate(below, self._scroll.body.count() - 1):
            self._scroll.body.insertWidget(place, part)
        yield
        self._show_texts()

    def _about(self) -> QWidget:
        return label(self._("An empty field is printed as it shows in grey."), "muted", wrap=True)

    @property
    def parts(self) -> tuple[ReportPart, ...]:
        """Those of this report, as the audit says, else its organisation, else as usual."""
        said = (self._audit.report_parts, the_organisation(self._desk.session.db).report_parts)
        return next(filter(None, map(read_parts, said)), DEFAULT_PARTS[ReportForm.FULL])

    def showEvent(self, event: QShowEvent) -> None:
        """The language of the report may have been chosen anew."""
        if self.turns.is_finished:
            self.texts.show_language(report_language(self._desk, self._audit_id))
        if self._is_stale:
            self._reload()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        self._audit = referred(self._desk.session.db, Audit, self._audit_id)
        self._show_parts()
        if self.turns.is_finished:
            self._show_texts()

    def _show_texts(self) -> None:
        self.texts.set_read_only(self._audit.is_locked)
        self.texts.reload()

    def _show_parts(self) -> None:
        is_locked = self._audit.is_locked
        self.order.show_parts(self.parts, bool(self._audit.report_parts), is_locked)
        if is_locked:
            is_cancelled = self._audit.state is AuditState.CANCELLED
            cancelled, final = (
                self._("This audit is cancelled and read-only."),
                self._("Read-only: the report is final."),
            )
            self.locked.show_message(cancelled if is_cancelled else final)
        else:
            self.locked.hide()

    def _write(self, said: str) -> None:
        if said == self._audit.report_parts or self._audit.is_locked:
            return
        before, self._audit = self._audit, replace(self._audit, report_parts=said)
        self._desk.session.write([edit_of(before, "report_parts", said)])
