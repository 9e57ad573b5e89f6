"""The head of Prepare: what is left before the day, in a line, and a way to each card of the long page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.matters import MATTER_NAMES, Matter, left_to_settle
from qmsdesk.i18n import N_
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.tokens import SPACE

EARLIER, INVITATION = "earlier", "invitation"
WAYS = {
    Matter.DAY: MATTER_NAMES[Matter.DAY],
    Matter.TEAM: MATTER_NAMES[Matter.TEAM],
    EARLIER: N_("Last time"),
    Matter.PLAN: MATTER_NAMES[Matter.PLAN],
    INVITATION: N_("Invitation"),
    Matter.QUESTIONS: MATTER_NAMES[Matter.QUESTIONS],
}
ICONS = {EARLIER: "history", INVITATION: "mail"}


class MattersStrip(QWidget):
    """`wanted` carries the key of a way: a matter, `EARLIER` or `INVITATION`. A mark says what is settled."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._left: list[Matter] = []
        self.told = label("", "strong", wrap=True)
        self.ways = {str(key): self._way(str(key), text) for key, text in WAYS.items()}
        layout = column(desk.theme, self, gap=SPACE["tight"])
        layout.addWidget(self.told)
        flow = FlowLayout(desk.theme, gap=SPACE["tight"])
        for button in self.ways.values():
            flow.addWidget(button)
        layout.addLayout(flow)

    def show_dossier(self, dossier: Dossier) -> None:
        audit = dossier.audit
        self.told.setHidden(audit.is_locked)
        self._left = left = left_to_settle(dossier, self._desk.today) if audit.is_ahead else []
        for matter in Matter:
            self._mark(matter, matter not in left)
        if not audit.is_ahead:
            self.told.setText(self._("The day has begun. What you change here saves itself."))
        elif left:
            matters = ", ".join(self._(MATTER_NAMES[matter]).lower() for matter in left)
            self.told.setText(self._("Left before the day: {matters}. Everything saves itself.", matters=matters))
        else:
            self.told.setText(self._("Ready for the day. When it comes, go on to Open."))

    @property
    def first(self) -> Button:
        """The way to what is left, or to the top of the page."""
        return next((self.ways[matter] for matter in self._left), self.ways[Matter.DAY])

    def _way(self, key: str, text: str) -> Button:
        button = Button(self._desk.theme, self._(text), "quiet", ICONS.get(key, "circle"))
        button.clicked.connect(lambda: self.wanted.emit(key))
        return button

    def _mark(self, matter: Matter, is_settled: bool) -> None:
        button, name = self.ways[matter], self._(MATTER_NAMES[matter])
        icon = ("circle-check-big", "fulfilled") if is_settled else ("circle", "warning")
        button.setIcon(self._desk.theme.icon(*icon))
        said = self._("{matter}, settled", matter=name) if is_settled else self._("{matter}, left to do", matter=name)
        button.setAccessibleName(said)
