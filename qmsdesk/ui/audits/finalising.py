"""Making a report final: what is still open, the registration number, what changed; then it is made and kept."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.reports import ReportIssue, standing_issue
from qmsdesk.domain.versions import LONGEST_CHANGES, as_final, next_final
from qmsdesk.exchange.reports import make_report
from qmsdesk.exchange.versions import proposed_changes
from qmsdesk.i18n import words
from qmsdesk.store.report_issues import keep_report
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.reports.gaps import say_gaps
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.dialog_body import DialogBody
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label, title

WIDTH = 520
LONGEST_NUMBER = 60


class FinalDialog(QDialog):
    """Accepted when the report is made and its bytes are kept, as `issue` says; that is still to be written."""

    def __init__(self, desk: Desk, dossier: Dossier, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ = desk.words
        self._desk = desk
        self._dossier = dossier
        self._language = language
        self._before = standing_issue(dossier.report_issues)
        self._is_making = False
        self.issue: ReportIssue | None = None
        self.setWindowTitle(self._("Make the report final"))
        self.setProperty("kind", "page")
        self.number = QLineEdit(dossier.audit.registration_number)
        self.number.setMaxLength(LONGEST_NUMBER)
        self.number.setPlaceholderText(self._("as the registry gave it"))
        self.changes = GrowingEdit(desk.theme, min_lines=3)
        self.told = Banner(desk.theme)
        self._arrange()
        self.number.setFocus()
        if self._before:
            self.changes.textChanged.connect(self._show_readiness)
            self._show_readiness()
            self._propose(self._before)

    def reject(self) -> None:
        """Not while the report is being made, which takes a moment."""
        if not self._is_making:
            super().reject()

    def _arrange(self) -> None:
        theme = self._desk.theme
        self._body = DialogBody(theme, self, WIDTH)
        layout = self._body.body
        layout.addWidget(title(self._("Make the report final")))
        told = self._(
            "A final report is read only and a public record. Only the lead auditor can open it again, with a reason."
        )
        layout.addWidget(label(told, wrap=True))
        gaps = say_gaps(self._dossier, self._)
        if gaps:
            layout.addWidget(Banner(theme, gaps, "warning"))
        layout.addLayout(labelled(theme, self._("Registration number"), self.number))
        if self._before:
            asked = self._("What changed since version {version}", version=self._before.version)
            layout.addLayout(labelled(theme, asked, self.changes))
            hint = self._("Readers of the earlier version see this first. It is a proposal: correct it.")
            layout.addWidget(label(hint, "muted", wrap=True))
        layout.addWidget(self.told)
        self._add_buttons()
        self._body.fit()

    def _tell(self, sentence: str, tone: str) -> None:
        self.told.show_message(sentence, tone)
        self._body.fit()

    def _add_buttons(self) -> None:
        buttons = self._body.foot
        self._stay = Button(self._desk.theme, self._("Not yet"))
        self._stay.setAutoDefault(False)
        self._stay.clicked.connect(self.reject)
        self.accept_button = Button(self._desk.theme, self._("Make final"), "primary", "lock")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._make)
        buttons.addStretch()
        buttons.addWidget(self._stay)
        buttons.addWidget(self.accept_button)

    def _said(self) -> str:
        return self.changes.toPlainText().strip()[:LONGEST_CHANGES] if self._before else ""

    def _show_readiness(self) -> None:
        is_told = self._before is None or bool(self._said())
        self.accept_button.setEnabled(is_told and not self._is_making)
        self._stay.setEnabled(not self._is_making)

    def _propose(self, before: ReportIssue) -> None:
        """Say what differs from the version before, unless the person was quicker."""
        dossier, language, register = self._dossier, self._language, self._desk.session.path

        def show(proposal: str) -> None:
            if not self._said():
                self.changes.setPlainText(proposal)

        self._desk.jobs.run(lambda: proposed_changes(register, dossier, before, words(language)), show, self._on_unread)

    def _on_unread(self, error: Exception) -> None:
        """A version without a proposal is written by hand; what kept it from being made is a bug."""
        raise error

    def _make(self) -> None:
        """Make the report as it will be and put its bytes on the disk; only then is there something final."""
        issue = next_final(self._dossier, self._language, self._desk.now(), self.number.text().strip(), self._said())
        dossier, register = as_final(self._dossier, issue), self._desk.session.path

        def make() -> ReportIssue:
            pdf = make_report(register, dossier, words(issue.language), stamp=issue.issued_at)
            return keep_report(register, issue, pdf)

        self._is_making = True
        self._show_readiness()
        self._tell(self._("Making the report…"), "info")
        self._desk.jobs.run(make, self._on_made, self._on_failed)

    def _on_made(self, issue: ReportIssue) -> None:
        self._is_making = False
        self.issue = issue
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        """Say it here; a bug goes on to the crash path as well."""
        self._is_making = False
        self._show_readiness()
        is_refusal = isinstance(error, Refusal)
        said = error.say(self._) if isinstance(error, Refusal) else ""
        self._tell(said or self._("The report could not be made, and nothing was changed."), "danger")
        if not is_refusal:
            raise error
