"""The choice between an improvement day and an internal audit, as two large cards."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from qmsdesk.domain.audits import KIND_NAMES, AuditKind
from qmsdesk.i18n import N_
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.theme.labels import label, small
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.toggles import join
from qmsdesk.ui.theme.tokens import SPACE

TOLD = {
    AuditKind.IMPROVEMENT_DAY: N_(
        "A conversation about what works and what could be better. Ends in one to three agreed improvements."
    ),
    AuditKind.INTERNAL_AUDIT: N_("Against the requirements of a standard, for units that keep their certificate."),
}


class KindChoice(QWidget):
    """`chosen` says that a person chose another kind."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.cards: dict[AuditKind, CardButton] = {}
        self._group = QButtonGroup(self)
        layout = row(desk.theme, self, gap=SPACE["medium"])
        for kind, told in TOLD.items():
            card = CardButton(desk.theme)
            name, more = label(desk.words(KIND_NAMES[kind]), "strong"), small(desk.words(told))
            card.setAccessibleName(name.text())
            card.setAccessibleDescription(more.text())
            card.setCheckable(True)
            card.body.addWidget(name)
            card.body.addWidget(more)
            card.body.addStretch()
            card.toggled.connect(lambda on, card=card: card.set_look("current" if on else ""))
            card.clicked.connect(self._on_clicked)
            join(self._group, card)
            self.cards[kind] = card
            layout.addWidget(card, 1)
        self.set_kind(AuditKind.IMPROVEMENT_DAY)

    def _on_clicked(self) -> None:
        self.chosen.emit()

    def kind(self) -> AuditKind:
        return next(kind for kind, card in self.cards.items() if card.isChecked())

    def set_kind(self, kind: AuditKind) -> None:
        self.cards[kind].setChecked(True)
