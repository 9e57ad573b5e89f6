"""Open: a calm page to lead the first quarter of an hour from, and to start the clock."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.changes import Changed
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.columns import Columns
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.openings.present import PresentCard
from qmsdesk.ui.openings.script import Script
from qmsdesk.ui.openings.start import StartBar
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll

KINDS = frozenset({"audit", "opening_check", "participant", "person", "plan_slot", "team_member"})


class OpeningPage(QWidget):
    """`place_requested` asks for another step of the audit. All of it is optional."""

    place_requested = Signal(str)

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._is_stale = False
        self.setProperty("kind", "page")
        self.script, self.present, self.start = Script(desk), PresentCard(desk), StartBar(desk)
        self._locked = Banner(desk.theme)
        self._scroll = PageScroll(desk.theme)
        self._lay_out()
        self.addAction(self.script.commands["begin"])  # works wherever on the page the keyboard is
        self.script.opened.connect(self._follow)
        self.script.begin_requested.connect(self.start.begin)
        self.script.finished.connect(self.start.go.setFocus)
        self.start.begun.connect(lambda: self.place_requested.emit("conduct"))
        desk.session.changed.connect(self._on_changed)
        self._reload()

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._reload()
        super().showEvent(event)
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            (self.script.current or self.start.go).setFocus()

    def _lay_out(self) -> None:
        body = self._scroll.body
        body.addWidget(self._locked)
        columns = Columns(self._desk.theme)
        columns.main.addWidget(self.script)
        columns.side.addWidget(self.present)
        columns.main.addStretch()
        columns.side.addStretch()
        body.addWidget(columns)
        body.addStretch()
        layout = column(self._desk.theme, self, gap=0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.start)

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        dossier = load_dossier(self._desk.session.db, self._audit_id)
        self.script.show_dossier(dossier)
        self.present.show_dossier(dossier)
        self.start.show_audit(dossier.audit)
        lead_tab(list(self.script.cards.values())[-1], (*self.present.stops, *self.start.stops))
        if dossier.audit.is_locked:
            self._say_locked(dossier.audit.state)
        else:
            self._locked.hide()

    def _say_locked(self, state: AuditState) -> None:
        if state is AuditState.CANCELLED:
            self._locked.show_message(self._("This audit is cancelled, so its opening can only be read."))
        else:
            self._locked.show_message(self._("This audit is final, so its opening can only be read."))

    def _follow(self, card: QWidget) -> None:
        """Keep the open card in sight."""
        layout = self._scroll.content.layout()
        assert layout, "the page is laid out when it is made"
        layout.activate()
        self._scroll.ensureWidgetVisible(card, 0, self._desk.theme.px(24))
