"""The requirement sources there are: how many, and the way to them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from qmsdesk.store.requirements import list_sources
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import muted, subheading
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.tokens import SPACE


class RequirementsCard(Card):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self.told = muted("")
        self.look = Button(desk.theme, self._("Look through the sources…"), "secondary", "scale")
        self.look.clicked.connect(self.open)
        self.body.addWidget(subheading(self._("Requirement sources")))
        self.body.addWidget(self.told)
        flow = FlowLayout(desk.theme, gap=SPACE["small"])
        flow.addWidget(self.look)
        self.body.addLayout(flow)

    def reload(self) -> None:
        count = len(list_sources(self._desk.session.db))
        self.told.setText(
            self._.plural(
                "{count} law, standard or routine to refer to.",
                "{count} laws, standards and routines to refer to.",
                count,
            )
        )

    def open(self) -> QWidget:
        from qmsdesk.ui.requirements.dialog import RequirementsDialog  # only where it is wanted

        dialog = RequirementsDialog(self._desk, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.reload)
        dialog.open()
        return dialog
