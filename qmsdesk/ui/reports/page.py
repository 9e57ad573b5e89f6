"""The Report page: the report of one audit as a PDF, there at once and always as the records are now."""

from functools import partial
from importlib import import_module

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import ReportForm
from qmsdesk.store.pasts import reported_dossier
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.checks import Checks
from qmsdesk.ui.reports.forms import choose_report_form, report_form
from qmsdesk.ui.reports.gaps import say_gaps
from qmsdesk.ui.reports.issues import say_issue
from qmsdesk.ui.reports.languages import choose_report_language, report_language
from qmsdesk.ui.reports.makings import Shown, Wanted, make_shown
from qmsdesk.ui.reports.notes import Notes
from qmsdesk.ui.reports.outlets import Outlets
from qmsdesk.ui.reports.panels import PANELS, PanelKind, Panels
from qmsdesk.ui.reports.preview import Preview
from qmsdesk.ui.reports.search import SearchStrip
from qmsdesk.ui.reports.toolbar import ReportBar
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.layouts import column

SETTLE_MS = 200
"""Changes that come in a row make one new report."""


class ReportPage(QWidget):
    """`place_requested` carries the step where what is missing can be filled in; `made` follows every new report."""

    place_requested = Signal(str)
    made = Signal()

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._wanted: Wanted | None = None
        self._shown: Shown | None = None
        self._bar = ReportBar(desk.theme, self._, has_mail=not desk.policy.forbids("mail"))
        self._notes = Notes(desk.theme, self._)
        self._preview = Preview(desk.theme, self._, desk.jobs)
        self.search = SearchStrip(desk, self._preview)
        self._trouble = EmptyState(desk.theme, "file-text", "")
        self._stack = QStackedWidget()
        self.panels = Panels(desk.theme, self._reading())
        self.outlets = Outlets(desk, self)
        self.checks = Checks(desk, self)
        self._late = QTimer(self, singleShot=True, interval=SETTLE_MS)
        layout = column(desk.theme, self, gap=0)
        for part in (self._bar, self._notes):
            layout.addWidget(part)
        layout.addWidget(self.panels, 1)
        self._add_panels()
        self._wire()
        self._bind()

    def _reading(self) -> QWidget:
        """The report with the line to search it."""
        self._stack.addWidget(self._preview)
        self._stack.addWidget(self._trouble)
        self._stack.setMinimumHeight(1)  # or Qt takes room for a text that is not shown from the bars
        reading = QWidget()
        layout = column(self._desk.theme, reading, gap=0)
        layout.addWidget(self.search)
        layout.addWidget(self._stack, 1)
        return reading

    def _add_panels(self) -> None:
        for name, kind in PANELS.items():
            self.panels.add(name, partial(self._build, kind))
            self._bar.panels[name][0].clicked.connect(lambda _=False, name=name: self.panels.toggle(name))

    def _build(self, kind: PanelKind) -> QWidget:
        panel: QWidget = getattr(import_module(kind.module), kind.made_by)(self._desk, self._audit_id)
        return panel

    def _wire(self) -> None:
        sheets = self._preview.sheets
        self._late.timeout.connect(self._refresh)
        self._desk.session.changed.connect(self._on_changed)
        self._bar.form_chosen.connect(self._choose_form)
        self._bar.language_chosen.connect(self._choose_language)
        self._preview.failed.connect(self._on_failed)
        for left in (self.search.left, self.panels.left):
            left.connect(lambda: sheets.setFocus(Qt.FocusReason.OtherFocusReason))
        self.panels.shown.connect(self._bar.show_panel)
        self.panels.divided.connect(self._bar.view.setVisible)
        for source in (self.outlets, self.checks):
            source.told.connect(self._notes.tell)
            source.failed.connect(self._hand_on)
        self.outlets.offered.connect(self._notes.offer)
        self._notes.accepted.connect(self.outlets.accept)
        self._notes.to_questions.clicked.connect(lambda: self.place_requested.emit("conduct"))
        sheets.page_changed.connect(lambda page: self._bar.show_place(page, self._preview.pages))
        sheets.zoom_changed.connect(lambda: self._bar.show_zoom(sheets.shown_zoom()))

    def _bind(self) -> None:
        sheets, search = self._preview.sheets, self.search
        runs = {
            "save": self._save,
            "open": self._open,
            "print": self._print,
            "send": self._send,
            "form": self._bar.choose_form,
            "search": search.start,
            "next_hit": lambda: search.step(1),
            "previous_hit": lambda: search.step(-1),
            "parts": lambda: self.panels.toggle("parts"),
            "masks": lambda: self.panels.toggle("masks"),
            "versions": lambda: self.panels.toggle("versions"),
            "check": self.checks.ask,
            "leave": self._leave,
            "next_page": lambda: sheets.go_to(sheets.page + 1),
            "previous_page": lambda: sheets.go_to(sheets.page - 1),
            "zoom_in": lambda: sheets.step_zoom(1),
            "zoom_out": lambda: sheets.step_zoom(-1),
            "fit": sheets.fit,
        }
        bound = bind(self, "report", self._, runs)
        bound["send"].setEnabled(not self._desk.policy.forbids("mail"))
        for name in ("save", "open", "print", "send", "search", "zoom_in", "zoom_out", "fit"):
            getattr(self._bar, name).clicked.connect(lambda _=False, run=runs[name]: run())

    @property
    def pdf(self) -> bytes:
        """The report that is shown."""
        return self._shown.pdf if self._shown else b""

    @property
    def preview(self) -> Preview:
        return self._preview

    @property
    def form(self) -> ReportForm:
        return report_form(self._desk, self._audit_id)

    @property
    def language(self) -> str:
        return report_language(self._desk, self._audit_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._desk.session.flush()
        self._refresh()
        if not event.spontaneous():  # a window that comes back from the task bar keeps its focus
            self._preview.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        self._late.stop()
        super().hideEvent(event)

    def _on_changed(self, _changed: object) -> None:
        if self.isVisible():
            self._late.start()

    def _choose_form(self, form: str) -> None:
        choose_report_form(self._desk, self._audit_id, ReportForm(form))
        self._refresh()

    def _choose_language(self, language: str) -> None:
        choose_report_language(self._desk, self._audit_id, language)
        self._refresh()

    def _refresh(self) -> None:
        """Make the report anew where the records, its form or its language are no longer those of the one shown."""
        self._late.stop()
        wanted = Wanted(reported_dossier(self._desk.session.db, self._audit_id), self.form, self.language)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._bar.show_audit(wanted.dossier)
        self._bar.show_choice(wanted.form, wanted.language)
        self._notes.show_gaps(say_gaps(wanted.dossier, self._))
        self._notes.tell("")
        self._make(wanted)

    def _make(self, wanted: Wanted) -> None:
        now, register = self._desk.now(), self._desk.session.path

        def show(shown: Shown) -> None:
            if isValid(self) and self._wanted is wanted:
                self._show(shown)

        self._desk.jobs.run(lambda: make_shown(register, wanted, now), show, self._on_failed)

    def _show(self, shown: Shown) -> None:
        dossier, before = shown.wanted.dossier, self.pdf
        if shown.issue and shown.issue not in dossier.report_issues:
            self._desk.session.write(creation_of(shown.issue), can_undo=False)  # what was seen once stays as it was
        self._shown = shown
        self._stack.setCurrentWidget(self._preview)
        if shown.pdf != before:
            self._preview.show_pdf(shown.pdf, shown.sizes)
            self.search.show_pdf(shown.pdf)
        self._bar.show_place(self._preview.sheets.page, len(shown.sizes))
        if shown.issue:
            self._notes.tell(say_issue(shown.issue, self._))
        self.made.emit()

    def _on_failed(self, error: Exception) -> None:
        """Say it in the page; a bug goes on to the crash path as well."""
        if not isValid(self):
            return
        self._wanted = self._shown = None
        self._bar.show_place(0, 0)
        is_refusal = isinstance(error, Refusal)
        self._trouble.set_sentence(
            error.say(self._)
            if isinstance(error, Refusal)
            else self._("The report could not be made. What you have written is saved.")
        )
        self._stack.setCurrentWidget(self._trouble)
        if not is_refusal:
            raise error

    def _hand_on(self, error: Exception) -> None:
        """To the crash path; it has been said."""
        raise error

    # What one does with it

    def _save(self) -> None:
        if self._shown:
            self.outlets.save(self._shown)

    def _open(self) -> None:
        if self._shown:
            self._notes.tell("")
            pdf = self._shown.pdf
            self.outlets.open(self._shown.name, lambda: pdf)

    def _print(self) -> None:
        if self._shown:
            self.outlets.print(self._shown)

    def _send(self) -> None:
        if self._shown:
            self.outlets.send(self._shown)

    def _leave(self) -> None:
        """Out of the search, else out of what lies beside the report."""
        if self.search.isVisible():
            self.search.leave()
        else:
            self.panels.close_panel()
