"""Making a report final: what is still open stands there, and the registration number is asked for."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.reports.gaps import say_gaps
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, title
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE

WIDTH = 520
LONGEST_NUMBER = 60


class FinalDialog(QDialog):
    """Accepted when the person makes the report final; nothing is written here."""

    def __init__(self, desk: Desk, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ = desk.words
        theme = desk.theme
        self.setWindowTitle(self._("Make the report final"))
        self.setProperty("kind", "page")
        self.number = QLineEdit(dossier.audit.registration_number)
        self.number.setMaxLength(LONGEST_NUMBER)
        self.number.setPlaceholderText(self._("as the registry gave it"))
        layout = column(theme, self, margins=(SPACE["wide"], SPACE["wide"]), gap=SPACE["large"])
        layout.addWidget(title(self._("Make the report final")))
        told = self._(
            "A final report is read only and a public record. Only the lead auditor can open it again, with a reason."
        )
        layout.addWidget(label(told, wrap=True))
        gaps = say_gaps(dossier, self._)
        if gaps:
            layout.addWidget(Banner(theme, gaps, "warning"))
        layout.addLayout(labelled(theme, self._("Registration number"), self.number))
        layout.addLayout(self._buttons(desk))
        theme.size(self, min_width=WIDTH)
        self.resize(theme.px(WIDTH), layout.totalHeightForWidth(theme.px(WIDTH)))
        self.number.setFocus()

    def registration_number(self) -> str:
        return self.number.text().strip()

    def _buttons(self, desk: Desk) -> QHBoxLayout:
        buttons = row(desk.theme, gap=SPACE["medium"])
        stay = Button(desk.theme, self._("Not yet"))
        stay.setAutoDefault(False)
        stay.clicked.connect(self.reject)
        self.accept_button = Button(desk.theme, self._("Make final"), "primary", "lock")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        buttons.addStretch()
        buttons.addWidget(stay)
        buttons.addWidget(self.accept_button)
        return buttons
