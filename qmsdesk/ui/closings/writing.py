"""One finding opened at the closing, to complete what it lacks without leaving the page."""

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from qmsdesk.domain.changes import Changed
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.closings.places import settle_size
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.form import FindingForm
from qmsdesk.ui.theme.layouts import column

KINDS = frozenset({"action", "audit", "finding"})
SIZE = (820, 760)


class FindingDialog(QDialog):
    """The form of the Conduct page; it saves itself and closes with its finding."""

    def __init__(self, desk: Desk, dossier: Dossier, finding_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._finding_id = finding_id
        self._audit_id = dossier.audit.id
        self.setWindowTitle(desk.words("Finding"))
        self.setProperty("kind", "page")
        self.form = FindingForm(desk)
        self.form.close_button.setText(desk.words("Back"))
        column(desk.theme, self, gap=0).addWidget(self.form)
        settle_size(desk.theme, self, *SIZE)
        self._show(dossier)
        self.form.closed.connect(self.close)
        desk.session.changed.connect(self._on_changed)
        self.form.start()

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS and self.isVisible():
            self._show(load_dossier(self._desk.session.db, self._audit_id))

    def _show(self, dossier: Dossier) -> None:
        finding = next((each for each in dossier.findings if each.id == self._finding_id), None)
        if finding is None:
            self.close()
        else:
            self.form.show_finding(dossier, finding)

    def reject(self) -> None:
        """Esc closes as the button does."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.seal()
        super().closeEvent(event)
        self.deleteLater()
