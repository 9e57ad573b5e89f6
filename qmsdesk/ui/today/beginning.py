"""What to do first in a register that holds no audit yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qmsdesk.domain.organisation import Organisation
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label, muted, title
from qmsdesk.ui.theme.layouts import column, row, rule
from qmsdesk.ui.theme.tokens import SPACE


class BeginningCard(Card):
    """Two steps: name the organisation, plan the first audit."""

    new_requested = Signal()

    def __init__(self, desk: Desk, organisation: Organisation) -> None:
        super().__init__(desk.theme, "accent", margins=(24, 22), gap=SPACE["large"])
        self._desk = desk
        self._ = desk.words
        self.body.addWidget(title(self._("Two steps to the first day")))
        self.body.addWidget(muted(self._("The checklists are in place. Everything saves itself on this computer.")))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self._("For example Granälva kommun"))
        self.name.setAccessibleName(self._("Name of the organisation"))
        self.name.setMaxLength(200)
        desk.theme.size(self.name, max_width=420)
        self._field = Field(desk.session, self.name)
        self._field.show_record(organisation, "name")
        self._step(1, self._("Name the organisation"), self._("It appears on every report."), self.name)
        self.body.addWidget(rule())
        new = Button(desk.theme, self._("New audit"), "primary", "plus")
        new.clicked.connect(self.new_requested)
        told = self._("Choose a unit, a date and a checklist. You can add the unit as you go.")
        self._step(2, self._("Plan the first day"), told, new)

    def _step(self, number: int, name: str, told: str, control: QWidget) -> None:
        line = row(self._desk.theme, gap=SPACE["large"])
        line.addWidget(Chip(self._desk.theme, str(number), "info", ""), 0, Qt.AlignmentFlag.AlignTop)
        texts = column(self._desk.theme, gap=SPACE["small"])
        texts.addWidget(label(name, "strong"))
        texts.addWidget(muted(told))
        beside = row(self._desk.theme, gap=0)
        beside.addWidget(control, int(isinstance(control, QLineEdit)))
        beside.addStretch()
        texts.addLayout(beside)
        line.addLayout(texts, 1)
        self.body.addLayout(line)
