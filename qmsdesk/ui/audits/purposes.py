"""Objective, scope and criteria of a day that is not in the register yet: suggested, until somebody writes."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.renewals import TEXTS
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.tokens import SPACE


class PurposeForm(QWidget):
    """`refused` carries the refusal of a text that has no room."""

    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        _ = desk.words
        names = dict(zip(TEXTS, (_("Objective"), _("Scope"), _("Criteria")), strict=True))
        self._suggested = dict.fromkeys(TEXTS, "")
        self.edits: dict[str, GrowingEdit] = {}
        layout = column(desk.theme, self, gap=SPACE["large"])
        for key, name in names.items():
            self.edits[key] = edit = GrowingEdit(desk.theme, min_lines=1)
            edit.refused.connect(self.refused)
            layout.addLayout(labelled(desk.theme, name, edit))

    def suggest(self, texts: Mapping[str, str]) -> None:
        """What somebody has written stays."""
        for key, text in texts.items():
            if self.edits[key].toPlainText() == self._suggested[key]:
                self.edits[key].setPlainText(text)
            self._suggested[key] = text

    def texts(self) -> dict[str, str]:
        return {key: edit.toPlainText().strip() for key, edit in self.edits.items()}
