"""The strip over Agree: its three parts with what is left of each, and the way on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from qmsdesk.domain.agreements import Likeness, count_by_likeness
from qmsdesk.domain.findings import FindingState
from qmsdesk.domain.main_messages import USUAL_MESSAGES, said
from qmsdesk.i18n import N_
from qmsdesk.ui.agreements.conferring import Conferring
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.toggles import join

PARTS = {"answers": N_("Answers"), "findings": N_("Findings"), "messages": N_("Main messages")}


class PartStrip(QFrame):
    """`chosen` carries the key of a part."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._ = desk.words
        self.setProperty("kind", "bar")
        self.ready = TallButton(desk.theme, self._("Ready for the closing meeting"), "secondary", "arrow-right")
        self.buttons = {key: self._button(key) for key in PARTS}
        line = row(desk.theme, self, margins=(18, 6), gap=8)
        parts, group = QWidget(), QButtonGroup(self)
        flow = FlowLayout(desk.theme, parts, gap=8)
        for button in self.buttons.values():
            join(group, button)
            flow.addWidget(button)
        line.addWidget(parts, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.ready)

    def _button(self, key: str) -> Button:
        button = PartButton(self._theme, self._(PARTS[key]), "step")
        button.setCheckable(True)
        button.setToolTip(key_of("agreement", key))
        button.clicked.connect(lambda: self.chosen.emit(key))
        return button

    def show_progress(self, conferring: Conferring) -> None:
        """What is left of each part; the way on stands out when nothing is."""
        dossier = conferring.dossier
        left = len(conferring.comparisons) - count_by_likeness(conferring.comparisons)[Likeness.AGREED]
        open_ = sum(finding.state is not FindingState.AGREED for finding in dossier.findings)
        written = len(said(dossier.main_messages))
        self._name("answers", self._("{count} left", count=left) if left else "")
        self._name("findings", self._("{count} left", count=open_) if open_ else "")
        self._name("messages", self._("{done} of {total}", done=written, total=USUAL_MESSAGES))
        self._fold()
        self.ready.set_kind("primary" if not left and not open_ and written else "secondary")

    def _name(self, key: str, remark: str) -> None:
        self.buttons[key].setText(" · ".join(part for part in (self._(PARTS[key]), remark) if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def _fold(self) -> None:
        """The way on keeps its words as long as the strip fits on one line."""
        text, gap = self._("Ready for the closing meeting"), self._theme.px(8)
        self.ready.setText(text)
        needed = sum(each.sizeHint().width() + gap for each in (*self.buttons.values(), self.ready))
        if self.width() < needed + self._theme.px(36):
            self.ready.setText("")
        self.ready.setAccessibleName(text)
        self.ready.setToolTip(f"{text} ({key_of('agreement', 'ready')})")


class PartButton(Button):
    """As wide as when it is chosen and its text bold."""

    def sizeHint(self) -> QSize:
        bold, plain = (
            QFontMetrics(self._theme.font(role)).horizontalAdvance(self.text()) for role in ("strong", "body")
        )
        return super().sizeHint() + QSize(max(0, bold - plain), 0)
