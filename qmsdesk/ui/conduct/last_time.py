"""Last time, beside the question: one quiet line of what it gave in this unit, which opens to more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from qmsdesk.domain.actions import ACTION_STATE_NAMES, Action
from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.domain.progress import found_before
from qmsdesk.domain.references import say_reference
from qmsdesk.domain.repeats import OUTCOME_NAMES, LastTime, Outcome, repeat_among
from qmsdesk.store.repeats import last_time_of
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.lines import empty
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.one_line import OneLine

NARROW = 460
NEIGHBOURS = 3
TONE_OF_OUTCOME = {
    Outcome.OVERDUE: "warning",
    Outcome.OPEN: "info",
    Outcome.NO_EFFECT: "warning",
    Outcome.NO_ACTION: "warning",
    Outcome.HELPED: "success",
}
OF_LAST_TIME = frozenset({"action", "finding", "audit"})


class LastTimeLine(QWidget):
    """`again_wanted` says that what was found then is found again. Hidden where the question was never asked here."""

    again_wanted = Signal()

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._day = day
        self._question: Question | None = None
        self._shown: object = self
        self.last_time: LastTime | None = None
        self._when, self._title = label("", "small"), OneLine(desk.theme)
        self._chip = Chip(desk.theme, "")
        self.again = TallButton(desk.theme, self._("Again"), "quiet", "repeat", key_of("conduct", "again"))
        self.again.setAccessibleName(self._("Again: make the finding of last time anew"))
        self.again.setToolTip(self._("Same as last time? Title and requirement are taken along"))
        self.more = TallButton(desk.theme, "", "quiet", "chevron-down")
        self.more.setCheckable(True)
        self._details = QWidget()
        self._lay_out()
        self.again.clicked.connect(self.again_wanted)
        self.more.toggled.connect(self._open)
        for button in (self.again, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        desk.session.changed.connect(self._on_changed)
        self.hide()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        layout = column(theme, self, gap=2)
        self._line = row(theme, gap=8)
        said = row(theme, gap=8)
        said.addWidget(self._when)
        said.addWidget(self._chip)
        said.addWidget(self._title, 1)
        buttons = row(theme, gap=0)
        buttons.addWidget(self.again)
        buttons.addWidget(self.more)
        buttons.addStretch()
        self._line.addLayout(said, 1)
        self._line.addLayout(buttons)
        layout.addLayout(self._line)
        layout.addWidget(self._details)
        column(theme, self._details, margins=(0, 0, 0, 6), gap=4)
        self._details.hide()

    def show_question(self, question: Question) -> None:
        """Read what it gave; a line that was opened stays open only for the same question."""
        if self._question is None or question.id != self._question.id:
            self.more.setChecked(False)
        self._question = question
        self.last_time = last_time_of(self._desk.session.db, self._day.dossier.audit, question)
        neighbours = self._neighbours(question)
        now = (self.last_time, neighbours, self._day.is_read_only)
        if now != self._shown:
            self._shown = now
            self._show(neighbours)

    @property
    def text(self) -> str:
        """What the closed line says."""
        return " ".join(part.text() for part in (self._when, self._chip, self._title) if part.text())

    @property
    def details(self) -> list[str]:
        """What it says when opened."""
        return [part.text() for part in self._details.findChildren(type(self._when)) if part.text()]

    def repeated(self) -> Finding | None:
        """The finding of today that says already that the one of last time has come back."""
        earlier = self.last_time.repeatable if self.last_time else None
        return repeat_among(self._day.dossier.findings, earlier) if earlier else None

    def _neighbours(self, question: Question) -> tuple[Finding, ...]:
        """What the last audit found at the same requirement, under another question."""
        own = {finding.id for finding in self.last_time.findings} if self.last_time else set()
        return tuple(f for f in found_before(self._day.dossier, question) if f.id not in own)[:NEIGHBOURS]

    def _show(self, neighbours: tuple[Finding, ...]) -> None:
        last_time, earlier = self.last_time, self._day.dossier.earlier
        if last_time is not None:
            self._show_line(last_time)
        elif neighbours and earlier is not None:
            first = neighbours[0]
            self._say(str(earlier.audit.date.year), self._(TYPE_NAMES[first.type]), TONES[first.type], first.title)
        can_repeat = last_time is not None and last_time.repeatable is not None
        self.again.setVisible(can_repeat and not self._day.is_read_only)
        self._turn()
        self._fill(neighbours)
        self.setVisible(last_time is not None or bool(neighbours))

    def _show_line(self, last_time: LastTime) -> None:
        """The finding before the answer: it says more."""
        year, found, answer = str(last_time.audit.date.year), last_time.weightiest, last_time.answer
        if found is not None:
            became = self._became(last_time, found)
            self._say(
                year, self._(TYPE_NAMES[found.type]), TONES[found.type], " · ".join(filter(None, (became, found.title)))
            )
        elif answer is not None and answer.verdict is not None:
            self._say(year, self._(VERDICT_NAMES[answer.verdict]), answer.verdict.value, answer.reason)

    def _say(self, when: str, chip: str, tone: str, title: str) -> None:
        self._when.setText(when)
        self._chip.setText(chip)
        self._chip.set_tone(tone)
        self._title.setText(title)
        self._title.setToolTip(title)
        said = self._("Last time, {year}: {what}", year=when, what=" ".join((chip, title)).strip())
        self.setAccessibleName(said)
        self.more.setAccessibleName(self._("Last time: read more"))
        self.more.setToolTip(said)

    def _became(self, last_time: LastTime, finding: Finding) -> str:
        outcome = last_time.outcome_of(finding, self._desk.today)
        return self._(OUTCOME_NAMES[outcome]) if outcome else ""

    # Opened

    def _open(self, on: bool) -> None:
        self._details.setVisible(on)
        self.more.setIcon(self._desk.theme.icon("chevron-up" if on else "chevron-down", "accent_ink"))

    def _fill(self, neighbours: tuple[Finding, ...]) -> None:
        layout = self._details.layout()
        assert layout is not None
        empty(layout)
        last_time = self.last_time
        if last_time is not None:
            answer = last_time.answer
            if answer is not None and answer.verdict is not None:
                layout.addWidget(
                    self._chips((last_time.audit.number, self._(VERDICT_NAMES[answer.verdict]), answer.verdict.value))
                )
                self._tell(answer.reason)
            for finding in last_time.findings:
                self._tell_finding(last_time, finding)
        for finding in neighbours:
            kind = (say_reference(finding.requirement), self._(TYPE_NAMES[finding.type]), TONES[finding.type])
            layout.addWidget(self._chips(kind))
            self._tell(finding.title)
        self.more.setVisible(layout.count() > 1)

    def _tell_finding(self, last_time: LastTime, finding: Finding) -> None:
        layout = self._details.layout()
        assert layout is not None
        chips = [(finding.number, self._(TYPE_NAMES[finding.type]), TONES[finding.type])]
        outcome = last_time.outcome_of(finding, self._desk.today)
        if outcome is not None:
            chips.append(("", self._(OUTCOME_NAMES[outcome]), TONE_OF_OUTCOME.get(outcome, "neutral")))
        layout.addWidget(self._chips(*chips))
        self._tell(finding.title)
        self._tell(finding.statement)
        for action in last_time.actions_of(finding):
            self._tell(self._say_action(action))

    def _say_action(self, action: Action) -> str:
        parts = (self._(ACTION_STATE_NAMES[action.state]), action.text, action.owner)
        return self._("Action: {what}", what=" · ".join(filter(None, parts)))

    def _tell(self, text: str) -> None:
        layout = self._details.layout()
        if text.strip() and layout is not None:
            layout.addWidget(label(text, "small", wrap=True))

    def _chips(self, *chips: tuple[str, str, str]) -> QWidget:
        held = QWidget()
        flow = FlowLayout(self._desk.theme, held, gap=8)
        for before, text, tone in chips:
            if before:
                flow.addWidget(label(before, "small"))
            flow.addWidget(Chip(self._desk.theme, text, tone))
        return held

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & OF_LAST_TIME and self._question is not None and self.isVisible():
            self.show_question(self._question)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def _turn(self) -> None:
        """Where it is narrow the buttons go below; the one that opens it alone has room beside."""
        is_narrow = self.width() < self._desk.theme.px(NARROW) and not self.again.isHidden()
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
