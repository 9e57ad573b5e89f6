"""One line of the times: what one side spent in one phase, as proposed or as put right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from qmsdesk.domain.times import SIDE_NAMES, Figure, Share
from qmsdesk.i18n import Words
from qmsdesk.ui.dates import say_minutes
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.times.minutes import StepBox

MOST_MINUTES, MOST_PEOPLE, STEP = 9999, 999, 5
RING_ROOM = 4
NARROW = 620


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
        self._is_narrow: bool | None = None
        self._figure = figure
        self.minutes, self.people = StepBox(MOST_MINUTES, STEP), StepBox(MOST_PEOPLE)
        self.minutes.setSuffix(" " + _("min"))
        self.total = label("", "strong")
        self.source = label("", "small")
        self.back = Button(desk.theme, "", "quiet", "undo-2")
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(narrow=self.width() < self._desk.theme.px(NARROW))
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self._named, self._boxes, self._said = QWidget(), QWidget(), QWidget()
        theme.size(self._named, min_width=140)
        theme.size(self.minutes, width=124)
        theme.size(self.people, width=76)
        theme.size(self.total, min_width=88)
        for holder, parts in (
            (self._named, (label(self._side),)),
            (self._boxes, (self.minutes, label("×", "muted"), self.people, label("=", "muted"), self.total)),
            (self._said, (self.source, self.back)),
        ):
            inner = row(theme, holder, margins=RING_ROOM, gap=SPACE["small"])
            for part in parts:
                inner.addWidget(part)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(2, 1)
        theme.space(self._grid, (0, 0, 0, 0), 0)
        self._place(narrow=True)

    def _place(self, narrow: bool) -> None:
        """In one line, or the boxes below where there is no room."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        side = Qt.AlignmentFlag.AlignRight if narrow else Qt.AlignmentFlag.AlignLeft
        for held in (self._named, self._boxes, self._said):
            self._grid.removeWidget(held)
        self._grid.addWidget(self._named, 0, 0)
        self._grid.addWidget(self._boxes, *((1, 0, 1, 3) if narrow else (0, 1, 1, 1)), Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self._said, 0, 2, side | Qt.AlignmentFlag.AlignVCenter)

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
        self.back.setVisible(differs and not self.minutes.isReadOnly())
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
