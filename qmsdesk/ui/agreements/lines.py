"""One finding of the day in the list: what it is, what it lacks, how it came to its type, and what it has taken in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from qmsdesk.domain.agreements import taken_in
from qmsdesk.domain.findings import PART_NAMES, TYPE_NAMES, Finding, FindingState, missing_parts
from qmsdesk.ui.agreements.conferring import Conferring
from qmsdesk.ui.conduct.lines import empty
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.regrading import say_regradings
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.buttons import AnswerButton
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column, row

WIDE = 760


class FindingLine(Card):
    """The signals carry the `Finding` as it stands; `brought_back` one that had been taken in."""

    opened = Signal(object)
    agreed = Signal(object)
    merge_wanted = Signal(object)
    brought_back = Signal(object)

    def __init__(self, desk: Desk, conferring: Conferring) -> None:
        super().__init__(desk.theme, "", margins=(16, 12), gap=6)
        self._desk = desk
        self._ = desk.words
        self._conferring = conferring
        self.finding: Finding
        self._taken_shown: list[Finding] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number, self._type = label("", "strong"), Chip(desk.theme, "", "neutral")
        self._missing = Chip(desk.theme, "", "warning")
        self._title, self._history = label("", wrap=True), label("", "small", wrap=True)
        self.open_button = TallButton(desk.theme, self._("Open"), "quiet", "pencil")
        self.merge_button = TallButton(desk.theme, self._("Merge…"), "quiet", "merge")
        self.agree_button = AnswerButton(desk.theme, self._("Agreed"), "fulfilled", icon="handshake")
        self._taken = QWidget()
        self._taken_layout: QVBoxLayout = column(desk.theme, self._taken, gap=2)
        self._lay_out()
        self.open_button.clicked.connect(lambda: self.opened.emit(self.finding))
        self.merge_button.clicked.connect(lambda: self.merge_wanted.emit(self.finding))
        self.agree_button.clicked.connect(lambda: self.agreed.emit(self.finding))

    def _lay_out(self) -> None:
        head = FlowLayout(self._desk.theme, gap=8)
        for part in (self._number, self._type, self._missing):
            head.addWidget(part)
        said = column(self._desk.theme, gap=6)
        said.addLayout(head)
        texts: tuple[QWidget, ...] = (self._title, self._history, self._taken)
        for text in texts:
            said.addWidget(text)
        said.addStretch()
        buttons = row(self._desk.theme, gap=4)
        for button in (self.open_button, self.merge_button, self.agree_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch()
        self._sides: QHBoxLayout = row(self._desk.theme, gap=12)
        self._sides.addLayout(said, 1)
        self._sides.addLayout(buttons)
        self.body.addLayout(self._sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        is_wide = self.width() >= self._desk.theme.px(WIDE)
        self._sides.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        super().resizeEvent(event)

    def show_finding(self, finding: Finding, is_chosen: bool) -> None:
        self.finding = finding
        dossier, is_read_only = self._conferring.dossier, self._conferring.is_read_only
        type_, title = self._(TYPE_NAMES[finding.type]), finding.title.strip() or self._("No title yet")
        missing = ", ".join(self._(PART_NAMES[part]) for part in missing_parts(finding))
        said_missing = self._("Still needed: {parts}", parts=missing) if missing else ""
        person = self._conferring.person(finding.author_id)
        self._number.setText(" · ".join(part for part in (finding.number, person.name if person else "") if part))
        self._type.setText(type_)
        self._type.set_tone(TONES[finding.type])
        self._missing.setText(said_missing)
        self._missing.setVisible(bool(missing))
        self._title.setText(title)
        history = say_regradings(self._, dossier, finding)
        self._history.setText(history)
        self._history.setVisible(bool(history))
        self.agree_button.setChecked(finding.state is FindingState.AGREED)
        for button in (self.agree_button, self.merge_button):
            button.setVisible(not is_read_only)
        self._name_buttons(finding.number)
        self.set_look("current" if is_chosen else "")
        state = self._("Agreed") if finding.state is FindingState.AGREED else said_missing
        self.setAccessibleName(" ".join(part for part in (finding.number, type_, title, state) if part))
        self._show_taken(finding, is_read_only)

    def _name_buttons(self, number: str) -> None:
        self.open_button.setAccessibleName(self._("Open finding {number}", number=number))
        self.merge_button.setAccessibleName(self._("Merge finding {number} with another", number=number))
        self.agree_button.setAccessibleName(self._("Finding {number} agreed", number=number))

    @property
    def missing_text(self) -> str:
        return "" if self._missing.isHidden() else self._missing.text()

    @property
    def history_text(self) -> str:
        return self._history.text()

    @property
    def back_buttons(self) -> list[TallButton]:
        """One for each finding that this one has taken in."""
        return [button for button in self._taken.findChildren(TallButton) if not button.isHidden()]

    def _show_taken(self, finding: Finding, is_read_only: bool) -> None:
        taken = taken_in(self._conferring.dossier, finding)
        if taken != self._taken_shown:
            self._taken_shown = taken
            empty(self._taken_layout)
            for each in taken:
                self._taken_layout.addWidget(self._taken_line(each, is_read_only))
        self._taken.setVisible(bool(taken))

    def _taken_line(self, finding: Finding, is_read_only: bool) -> QWidget:
        held = QWidget()
        line = row(self._desk.theme, held, gap=8)
        text = self._("With it: {number} {title}", number=finding.number, title=finding.title)
        line.addWidget(label(text, "small", wrap=True), 1)
        if not is_read_only:
            back = TallButton(self._desk.theme, self._("Bring back"), "quiet", "undo-2")
            back.setAccessibleName(self._("Bring back finding {number}", number=finding.number))
            back.clicked.connect(lambda: self.brought_back.emit(finding))
            line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return held
