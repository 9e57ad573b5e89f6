"""On Prepare: that the checklist has a newer edition, and the way to move the audit there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qmsdesk.domain.checklists import Checklist
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.store.checklists import newer_edition
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button


class NewerEdition(QWidget):
    """Shown only where there is one and the audit may still change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._dossier: Dossier | None = None
        self._newer: Checklist | None = None
        self.button = Button(desk.theme, self._("What changed, and move…"), "secondary")
        self.button.clicked.connect(self.open_move)
        self.banner = Banner(desk.theme, button=self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._newer = newer_edition(self._desk.session.db, dossier.checklist)
        if self._newer and not dossier.audit.is_locked:
            said = self._("A newer edition of this checklist is published: {edition}.", edition=self._newer.edition)
            self.banner.show_message(said)
            self.show()
        else:
            self.hide()

    def open_move(self) -> None:
        """What changed, and the button that moves the audit."""
        from qmsdesk.ui.editions import MoveDialog  # only where it is wanted

        if self._dossier and self._newer:
            MoveDialog(self._desk, self._dossier, self._newer, self).open()
