"""What hindered the audit: lines of text, with the usual phrases one press away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.plan import USUAL_OBSTACLES, Obstacle
from qmsdesk.domain.records import creation_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.edits import LongLine
from qmsdesk.ui.theme.labels import small, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.tokens import SPACE


class ObstaclesCard(Card):
    """They lower the reliability of the audit, so they stand in its report.

    Folded, the usual phrases come up when somebody wants to note one.
    """

    def __init__(self, desk: Desk, is_folded: bool = False) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = desk.words
        self._audit_id = ""
        self.rows: dict[str, ObstacleRow] = {}
        self._awaited = ""
        self._order: list[str] = []
        self.body.addWidget(subheading(self._("Obstacles")))
        self.body.addWidget(small(self._("What made the audit less reliable. It goes into the report.")))
        self._at_rows = self.body.count()
        self.phrases: dict[str, Button] = {}
        flow = FlowLayout(desk.theme, gap=SPACE["tight"])
        for text in USUAL_OBSTACLES:
            self.phrases[text] = self._phrase(self._(text))
            flow.addWidget(self.phrases[text])
        self.other = Button(desk.theme, self._("Something else"), "quiet", "plus")
        self.other.clicked.connect(lambda: self._add(""))
        flow.addWidget(self.other)
        self._usual = QWidget()
        self._usual.setLayout(flow)
        self._usual.setHidden(is_folded)
        self.unfold = Button(desk.theme, self._("Note an obstacle"), "quiet", "plus")
        if not is_folded:
            self.unfold.hide()
        self.unfold.clicked.connect(self._unfold)
        self.body.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._usual)

    def show_dossier(self, dossier: Dossier) -> None:
        self._audit_id = dossier.audit.id
        for gone in self.rows.keys() - {obstacle.id for obstacle in dossier.obstacles}:
            held = self.rows.pop(gone)
            held.hide()
            held.deleteLater()
        for place, obstacle in enumerate(dossier.obstacles):
            if obstacle.id not in self.rows:
                self.rows[obstacle.id] = self._new_row(obstacle.id)
                self.body.insertWidget(self._at_rows + place, self.rows[obstacle.id])
            self.rows[obstacle.id].show_obstacle(obstacle, place + 1)
        self._order = [obstacle.id for obstacle in dossier.obstacles]
        said = {obstacle.text for obstacle in dossier.obstacles}
        for text, button in self.phrases.items():
            button.setVisible(self._(text) not in said)
        if self._awaited in self.rows:
            self.rows[self._awaited].edit.setFocus()
            self._awaited = ""

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        rows = [self.rows[id_] for id_ in self._order]
        return [*(stop for shown in rows for stop in shown.stops), self.unfold, *self.phrases.values(), self.other]

    def _unfold(self) -> None:
        self._usual.show()
        next(button for button in (*self.phrases.values(), self.other) if button.isVisible()).setFocus()
        self.unfold.hide()

    def _phrase(self, text: str) -> Button:
        button = Button(self._desk.theme, text, "quiet", "plus")
        button.clicked.connect(lambda: self._add(text))
        return button

    def _add(self, text: str) -> None:
        obstacle = Obstacle(new_id(), self._audit_id, text)
        self._awaited = "" if text else obstacle.id
        self._desk.session.write(creation_of(obstacle))

    def _new_row(self, id_: str) -> "ObstacleRow":
        made = ObstacleRow(self._desk)
        made.removal_requested.connect(
            lambda: self._desk.session.write([Edit("obstacle", id_, DELETED, 1, self._audit_id)])
        )
        return made


class ObstacleRow(QWidget):
    removal_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._ = _ = desk.words
        self.edit = LongLine(desk.theme, _("What hindered the audit?"))
        self.field = Field(desk.session, self.edit)
        self.remove = Button(desk.theme, "", "quiet", "x")
        self.remove.setToolTip(_("Remove this obstacle"))
        self.remove.clicked.connect(self.removal_requested)
        layout = row(desk.theme, self, gap=SPACE["small"])
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def stops(self) -> tuple[QWidget, QWidget]:
        """Its controls in the order of the Tab key."""
        return self.edit, self.remove

    def show_obstacle(self, obstacle: Obstacle, number: int) -> None:
        for control, name in ((self.edit, self._("Obstacle")), (self.remove, self._("Remove"))):
            control.setAccessibleName(self._("{name}, line {number}", name=name, number=number))
        self.field.show_record(obstacle, "text")
