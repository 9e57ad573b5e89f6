"""The end of the day: what is still open, with a way to each, and the button that ends it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.closings import OpenPoints, open_points
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, muted, subheading
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE


class EndCard(Card):
    """`place_requested` asks for another step, `finding_requested` for a finding, `ended` for the end of the day."""

    place_requested = Signal(str)
    finding_requested = Signal(str)
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "accent", gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self._points = OpenPoints([], [], [], [])
        self._said = muted("")
        self.lines: dict[str, OpenLine] = {}
        self.body.addWidget(subheading(self._("End the day")))
        self.body.addWidget(self._said)
        lines = column(desk.theme, gap=SPACE["tight"])
        for name, go in self._ways().items():
            self.lines[name] = OpenLine(desk, go)
            lines.addWidget(self.lines[name])
        self.body.addLayout(lines)
        self.end = Button(desk.theme, self._("End the day"), "secondary", "check", key_of("closing", "end"))
        self.end.clicked.connect(self.ended)
        self.report = Button(desk.theme, self._("Go to the report"), "primary", "file-text")
        self.report.clicked.connect(lambda: self.place_requested.emit("report"))
        foot = row(desk.theme)
        foot.addWidget(self.end)
        foot.addWidget(self.report)
        foot.addStretch(1)
        self.body.addLayout(foot)

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return [*(line.button for line in self.lines.values()), self.end, self.report]

    def show_dossier(self, dossier: Dossier) -> None:
        audit, points = dossier.audit, open_points(dossier)
        self._points = points
        for name, line in self.lines.items():
            line.say(self._say(points)[name] if getattr(points, name) else "")
        has_ended = audit.closed_at is not None
        self.end.setVisible(not audit.is_locked and not has_ended)
        self.report.setVisible(has_ended or audit.is_locked)
        self._said.setText(self._say_state(dossier, any(points)))

    def _say_state(self, dossier: Dossier, is_open: bool) -> str:
        if dossier.audit.closed_at is not None:
            time = self._.time(dossier.audit.closed_at)
            return self._("The day ended at {time}. The report is there as a draft.", time=time)
        if is_open:
            return self._("This is still open. You can end the day all the same.")
        return self._("Everything is in place.")

    def _say(self, points: OpenPoints) -> dict[str, str]:
        _ = self._
        return {
            "incomplete": _.plural(
                "{count} finding is incomplete", "{count} findings are incomplete", len(points.incomplete)
            ),
            "ownerless": _.plural(
                "{count} proposal has no owner", "{count} proposals have no owner", len(points.ownerless)
            ),
            "unanswered": _.plural(
                "{count} question has no answer", "{count} questions have no answer", len(points.unanswered)
            ),
            "unsorted": _.plural("{count} note is unsorted", "{count} notes are unsorted", len(points.unsorted)),
        }

    def _ways(self) -> dict[str, Callable[[], None]]:
        return {
            "incomplete": lambda: self.finding_requested.emit(self._points.incomplete[0].id),
            "ownerless": lambda: self.finding_requested.emit(self._points.ownerless[0].id),
            "unanswered": lambda: self.place_requested.emit("conduct"),
            "unsorted": lambda: self.place_requested.emit("conduct"),
        }


class OpenLine(QWidget):
    """One kind of thing that is open, and the way there; hidden where there is none."""

    def __init__(self, desk: Desk, go: Callable[[], None]) -> None:
        super().__init__()
        self.text = label("", wrap=True)
        self.button = Button(desk.theme, desk.words("Show"), "quiet", "arrow-right")
        self.button.clicked.connect(go)
        layout = row(desk.theme, self)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)

    def say(self, text: str) -> None:
        self.text.setText(text)
        self.button.setAccessibleName(f"{self.button.text()}: {text}")
        self.setVisible(bool(text))
