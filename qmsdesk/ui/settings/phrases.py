"""The phrases that are kept: how many, and the way to look through them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from qmsdesk.store.phrases import list_phrases
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import muted, subheading
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.tokens import SPACE


class PhrasesCard(Card):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self.told = muted("")
        self.look = Button(desk.theme, self._("Look through the phrases…"), "secondary", "notebook-pen")
        self.look.clicked.connect(self.open)
        self.body.addWidget(subheading(self._("Phrases")))
        self.body.addWidget(self.told)
        flow = FlowLayout(desk.theme, gap=SPACE["small"])
        flow.addWidget(self.look)
        self.body.addLayout(flow)

    def reload(self) -> None:
        count = len(list_phrases(self._desk.session.db))
        self.told.setText(
            self._.plural(
                "{count} text to use again when findings are written.",
                "{count} texts to use again when findings are written.",
                count,
            )
        )

    def open(self) -> QWidget:
        from qmsdesk.ui.phrases.dialog import PhrasesDialog  # only where it is wanted

        dialog = PhrasesDialog(self._desk, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.reload)
        dialog.open()
        return dialog
