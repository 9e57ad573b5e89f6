"""Close: show the unit what was found, sign, ask for feedback, and end the day."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.audits import AuditState, refuse_if_locked, refuse_state
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.closings import state_after_day
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.records import edit_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.closings.asking import FeedbackDialog
from qmsdesk.ui.closings.ending import EndCard
from qmsdesk.ui.closings.feedback import FeedbackCard
from qmsdesk.ui.closings.findings import FindingsCard
from qmsdesk.ui.closings.places import other_screen
from qmsdesk.ui.closings.presentation import Presentation
from qmsdesk.ui.closings.signature import SignDialog
from qmsdesk.ui.closings.signing import SignOffCard
from qmsdesk.ui.closings.wording import say_now
from qmsdesk.ui.closings.writing import FindingDialog
from qmsdesk.ui.columns import Columns
from qmsdesk.ui.commands import bind, key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.times.card import TimesCard
from qmsdesk.ui.turns import Turns

KINDS = frozenset(
    {"action", "answer", "audit", "audit_question", "feedback", "finding", "finding_note", "main_message", "note"}
    | {"note_link", "person", "sign_off", "team_member", "unit"}
)


class ClosingPage(QWidget):
    """`place_requested` asks for another step of the audit."""

    place_requested = Signal(str)

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._is_stale = False
        self.dossier: Dossier
        self.presentation: Presentation | None = None
        self.setProperty("kind", "page")
        self._columns = Columns(desk.theme)
        self.turns = Turns(self, self._build())

    def _build(self) -> Iterator[None]:
        self.dossier = load_dossier(self._desk.session.db, self._audit_id)
        self._lay_out()
        self._bind()
        self._show_head()
        yield
        yield from self._build_findings()
        yield from self._build_side()
        self.times = TimesCard(self._desk, self._audit_id)
        self._columns.main.insertWidget(1, self.times)
        self._lead_tab()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.now, self._locked = label("", "subheading", wrap=True), Banner(theme)
        self.present = Button(
            theme, self._("Show what you saw"), "primary", "presentation", key_of("closing", "present")
        )
        self._scroll = scroll = PageScroll(theme)
        head = Card(theme, "accent", gap=SPACE["medium"])
        head.body.addWidget(self.now)
        line = FlowLayout(theme)
        line.addWidget(self.present)
        head.body.addLayout(line)
        scroll.body.addWidget(self._locked)
        scroll.body.addWidget(head)
        self._columns.main.addStretch()
        self._columns.side.addStretch()
        scroll.body.addWidget(self._columns)
        scroll.body.addStretch()
        column(theme, self, gap=0).addWidget(scroll)

    def _bind(self) -> None:
        self.present.clicked.connect(self._present)
        runs = {"present": self._present, "sign": self.open_sign, "feedback": self.open_feedback}
        bind(self, "closing", self._, runs | {"end": self.end_day})
        self._desk.session.changed.connect(self._on_changed)

    def _build_findings(self) -> Iterator[None]:
        self.findings = FindingsCard(self._desk)
        self.findings.shown.connect(self.show_presentation)
        self.findings.opened.connect(self.open_finding)
        self._columns.main.insertWidget(0, self.findings)
        for _ in self.findings.show_in_turns(self.dossier):
            self._scroll.settle(self.findings)
            yield

    def _build_side(self) -> Iterator[None]:
        self.signing, self.feedback = SignOffCard(self._desk), FeedbackCard(self._desk)
        self.signing.sign_requested.connect(self.open_sign)
        self.feedback.ask_requested.connect(self.open_feedback)
        self._place_in_side(self.signing)
        self._place_in_side(self.feedback)
        yield
        self.end = EndCard(self._desk)
        self.end.finding_requested.connect(self.open_finding)
        self.end.place_requested.connect(self.place_requested)
        self.end.ended.connect(self.end_day)
        self._place_in_side(self.end)
        yield

    def _place_in_side(self, card: SignOffCard | FeedbackCard | EndCard) -> None:
        card.show_dossier(self.dossier)
        self._columns.side.insertWidget(self._columns.side.count() - 1, card)

    # Doing

    def show_presentation(self, finding_id: str = "") -> None:
        """Show what was found in a window of its own, from the start or from one finding on."""
        if self.presentation is not None:
            self.presentation.close()
        self.presentation = Presentation(self._desk, self._audit_id, finding_id, self)
        self.presentation.closed.connect(self._on_presentation_closed)
        self.presentation.show_on(other_screen(QGuiApplication.screens(), self.screen()))

    def _present(self) -> None:
        self.show_presentation()

    def _on_presentation_closed(self) -> None:
        self.presentation = None
        self.activateWindow()

    def open_finding(self, finding_id: str) -> None:
        FindingDialog(self._desk, self.dossier, finding_id, self).open()

    def open_sign(self) -> None:
        if not self.dossier.audit.is_locked:
            SignDialog(self._desk, self.dossier, self).open()

    def open_feedback(self) -> None:
        if not self.dossier.audit.is_locked:
            FeedbackDialog(self._desk, self._audit_id, self).open()

    def end_day(self) -> None:
        """The meeting is over: what remains is the report."""
        self._desk.session.flush()
        audit = self.dossier.audit
        later = state_after_day(audit)
        try:
            refuse_if_locked(audit)
            if later is not audit.state:
                refuse_state(audit, later)
        except Refusal as refusal:
            self._desk.messages.refuse(refusal)
            return
        edits = [edit_of(audit, "closed_at", self._desk.now())] if audit.closed_at is None else []
        if later is not audit.state:
            edits.append(edit_of(audit, "state", later))
        if edits:
            self._desk.session.write(edits)
        self.place_requested.emit("report")

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._reload()
        super().showEvent(event)
        if not event.spontaneous():
            self.present.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self.turns.finish()
        self._is_stale = False
        self.dossier = load_dossier(self._desk.session.db, self._audit_id)
        self._show_head()
        for card in (self.findings, self.signing, self.feedback, self.end):
            card.show_dossier(self.dossier)
        self._lead_tab()

    def _show_head(self) -> None:
        audit = self.dossier.audit
        self.now.setText(say_now(self._, self.dossier))
        if audit.state is AuditState.CANCELLED:
            self._locked.show_message(self._("This audit is cancelled, so there is nothing to close."))
        elif audit.is_locked:
            self._locked.show_message(self._("This audit is final, so the closing can only be read."))
        self._locked.setVisible(audit.is_locked)
        self.now.setVisible(not audit.is_locked)

    def _lead_tab(self) -> None:
        signing = (*self.signing.removes, self.signing.sign)
        lead_tab(self.present, (*self.findings.stops, *self.times.stops, *signing, self.feedback.ask, *self.end.stops))
