"""One line of the times: what one side spent in one phase, as proposed or as put right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.times import SIDE_NAMES, Figure, Share
from qmsdesk.i18n import Words
from qmsdesk.ui.dates import say_minutes
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.targets import TallButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.times.minutes import StepBox

MOST_MINUTES, MOST_PEOPLE, STEP = 9999, 999, 5
RING_ROOM = 4


class TimeLine(QWidget):
    """`corrected` carries the `Share` a person has set; `withdrawn` says that the proposal is to count again."""

    corrected = Signal(object)
    withdrawn = Signal()

    def __init__(self, desk: Desk, figure: Figure, phase: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._side, self._phase = _(SIDE_NAMES[figure.side]), phase
        self._ahead: Share | None = None
        self._figure = figure
        self.minutes, self.people = StepBox(MOST_MINUTES, STEP), StepBox(MOST_PEOPLE)
        self.minutes.setSuffix(" " + _("min"))
        self.total = label("", "strong")
        self.source = label("", "small")
        self.back = TallButton(desk.theme, "", "quiet", "undo-2")
        self.minutes.chosen.connect(lambda minutes: self._correct(Share(minutes, self.people.value())))
        self.people.chosen.connect(lambda people: self._correct(Share(self.minutes.value(), people)))
        self.back.clicked.connect(self._withdraw)
        self._lay_out()
        self._name()

    @property
    def stops(self) -> list[QWidget]:
        return [self.minutes, self.people, self.back]

    @property
    def share(self) -> Share:
        """What is shown; the disk may still be busy with it."""
        return self._ahead or self._figure.share

    def show_figure(self, figure: Figure, is_read_only: bool) -> None:
        self._figure = figure
        if self._ahead == figure.share and figure.is_corrected:
            self._ahead = None
        for box in (self.minutes, self.people):
            box.set_read_only(is_read_only)
        self._show()

    def forget(self) -> None:
        """What was shown ahead of the disk did not get there."""
        self._ahead = None
        self._show()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        name, boxes, said = label(self._side), QWidget(), QWidget()
        theme.size(name, min_width=136)
        theme.size(self.minutes, width=124)
        theme.size(self.people, width=84)
        theme.size(self.total, min_width=88)
        inner = row(theme, boxes, margins=RING_ROOM, gap=SPACE["small"])
        for part in (self.minutes, label("×", "muted"), self.people, label("=", "muted"), self.total):
            inner.addWidget(part)
        outer = row(theme, said, margins=RING_ROOM, gap=0)
        outer.addWidget(self.source)
        outer.addWidget(self.back)
        layout = FlowLayout(theme, self, gap=0)
        for held in (name, boxes, said):
            layout.addWidget(held)

    def _name(self) -> None:
        where = {"phase": self._phase, "side": self._side}
        self.minutes.setAccessibleName(self._("{phase}, {side}: minutes", **where))
        self.people.setAccessibleName(self._("{phase}, {side}: people", **where))

    def _show(self) -> None:
        _, share, proposal = self._, self.share, self._figure.proposal
        self.minutes.show_number(share.minutes)
        self.people.show_number(share.people)
        self.total.setText(say_minutes(_, share.total))
        is_corrected = self._ahead is not None or self._figure.is_corrected
        differs = is_corrected and share != proposal
        self.source.setText("" if differs or not share.total else _("proposed"))
        self.back.setVisible(is_corrected and not self.minutes.isReadOnly())
        self.back.setText(say_share(_, proposal))
        said = _("Back to the proposal: {share}", share=say_share(_, proposal))
        self.back.setToolTip(said)
        self.back.setAccessibleName(f"{said}, {self._phase}, {self._side}")

    def _correct(self, share: Share) -> None:
        self._ahead = share
        self._show()
        self.corrected.emit(share)

    def _withdraw(self) -> None:
        self._ahead = None
        self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.withdrawn.emit()


def say_share(_: Words, share: Share) -> str:
    """As `420 min × 2`; the minutes alone for one."""
    minutes = _("{minutes} min", minutes=share.minutes)
    return minutes if share.people == 1 else f"{minutes} × {share.people}"
