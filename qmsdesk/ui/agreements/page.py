"""Agree: the auditors confer. Answers side by side, findings weighed and merged, three messages for the closing."""

from collections.abc import Callable, Iterator
from functools import cached_property

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.audits import AuditState
from qmsdesk.ui.agreements.answers import AnswersPart
from qmsdesk.ui.agreements.conferring import Conferring
from qmsdesk.ui.agreements.findings import FindingsPart
from qmsdesk.ui.agreements.messages import MessagesPart
from qmsdesk.ui.agreements.strip import PARTS, PartStrip
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.measure import keep_measure
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.turns import Turns

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class AgreementPage(QWidget):
    """`place_requested` asks for another step of the day."""

    place_requested = Signal(str)

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._is_stale = False
        self.conferring = Conferring(desk, audit_id, self)
        self.begin = TallButton(desk.theme, self._("Begin to confer"), "primary", "users")
        self._state = Banner(
            desk.theme, self._("Withdraw, only you auditors, before the closing meeting."), "info", self.begin
        )
        self._locked = Banner(desk.theme, tone="neutral")
        self.strip = PartStrip(desk)
        self._stack = QStackedWidget()
        self.turns = Turns(self, self._build())

    def _build(self) -> Iterator[None]:
        self._lay_out()
        self._show_words()
        yield
        self.show_part("answers", with_focus=False)
        self._wire()
        if self.isVisible():
            self._take_focus()

    # The other two are made when they are first wanted: to open the page is to look at the answers.

    @cached_property
    def answers(self) -> AnswersPart:
        part = AnswersPart(self._desk, self.conferring)
        self._stack.addWidget(part)
        return part

    @cached_property
    def findings(self) -> FindingsPart:
        part = FindingsPart(self._desk, self.conferring)
        self._stack.addWidget(part)
        return part

    @cached_property
    def messages(self) -> MessagesPart:
        part = MessagesPart(self._desk, self.conferring)
        self._stack.addWidget(part)
        return part

    def _part(self, key: str) -> AnswersPart | FindingsPart | MessagesPart:
        if key == "findings":
            return self.findings
        return self.messages if key == "messages" else self.answers

    def _lay_out(self) -> None:
        layout = column(self._desk.theme, self, gap=0)
        layout.addWidget(self.strip)
        self._told = QWidget()
        self._told_layout = column(self._desk.theme, self._told)
        self._told_layout.addWidget(self._state)
        self._told_layout.addWidget(self._locked)
        layout.addWidget(self._told)
        layout.addWidget(self._stack, 1)
        lead_tab(self.strip.buttons["messages"], (self.strip.ready, self.begin))
        self.strip.chosen.connect(self.show_part)

    def _wire(self) -> None:
        self.conferring.changed.connect(self._on_changed)
        self.begin.clicked.connect(self.conferring.begin)
        self.strip.ready.clicked.connect(self._go_on)
        self.answers.done.connect(lambda: self.show_part("findings"))
        bind(self, "agreement", self._, self._runs())

    def _runs(self) -> dict[str, Callable[[], object]]:
        verdicts: dict[str, Callable[[], object]] = {each.value: self._decider(each) for each in Verdict}
        shown: dict[str, Callable[[], object]] = {key: self._shower(key) for key in PARTS}
        return (
            shown
            | verdicts
            | {
                "agree_all": self._agree_all,
                "agree": self._agree,
                "left": lambda: self._take(0),
                "right": lambda: self._take(-1),
                "not_asked_all": lambda: self._at("answers", self.answers.start_unasked),
                "next": lambda: self._step(1),
                "previous": lambda: self._step(-1),
                "open": lambda: self._at_findings(FindingsPart.open_current),
                "compare": lambda: self._at_findings(FindingsPart.compare_next),
                "merge": lambda: self._at_findings(FindingsPart.merge_current),
                "up": lambda: self._at("messages", lambda: self.messages.move_message(-1)),
                "down": lambda: self._at("messages", lambda: self.messages.move_message(1)),
                "ready": self._go_on,
            }
        )

    # What a person does

    @property
    def part(self) -> str:
        """The key of the part that is shown."""
        shown = self._stack.currentWidget()
        if shown is self.answers:
            return "answers"
        return "findings" if isinstance(shown, FindingsPart) else "messages"

    def show_part(self, key: str, with_focus: bool = True) -> None:
        self._desk.session.flush()
        self._stack.setCurrentWidget(self._part(key))
        self.strip.buttons[key].setChecked(True)
        if with_focus:
            self._part(key).start()

    def _shower(self, key: str) -> Callable[[], None]:
        return lambda *_: self.show_part(key)

    def _decider(self, verdict: Verdict) -> Callable[[], None]:
        return lambda: self._at("answers", lambda: self.answers.decide(verdict))

    def _at(self, key: str, then: Callable[[], object]) -> None:
        if self.part == key:
            then()

    def _at_findings(self, then: Callable[[FindingsPart], object]) -> None:
        self._at("findings", lambda: then(self.findings))

    def _agree_all(self) -> None:
        self._at("answers", self.answers.agree_on_alike)
        if self.part == "findings" and self.findings.is_at_list:
            self.conferring.agree_on_complete()

    def _agree(self) -> None:
        self._at("answers", self.answers.agree)
        self._at_findings(FindingsPart.agree_current)

    def _take(self, place: int) -> None:
        self._at("answers", lambda: self.answers.take(place))
        if self.part == "findings" and self.findings.currentWidget() is self.findings.pair:
            self.findings.pair.keep(place)

    def _step(self, way: int) -> None:
        if self.part == "answers":
            self.answers.questions.step(way)
        elif self.part == "findings":
            self.findings.step(way)

    def _go_on(self) -> None:
        self._desk.session.flush()
        self.place_requested.emit("close")

    # Showing

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and self.turns.is_finished:
            self._show(kinds)
        else:
            self._is_stale = True

    def _show(self, kinds: frozenset[str]) -> None:
        self.answers.refresh()
        made = [self._stack.widget(n) for n in range(self._stack.count())]
        for part in made if kinds != {"answer"} else []:
            if isinstance(part, FindingsPart | MessagesPart):
                part.refresh()
        self._show_words()

    def _show_words(self) -> None:
        dossier = self.conferring.dossier
        self._state.setVisible(self.conferring.may_begin)
        is_cancelled = dossier.audit.state is AuditState.CANCELLED
        final, cancelled = self._("Read-only: the report is final."), self._("This audit is cancelled and read-only.")
        self._locked.show_message(cancelled if is_cancelled else final, "neutral")
        self._locked.setVisible(self.conferring.is_read_only)
        self._told.setVisible(self.conferring.may_begin or self.conferring.is_read_only)
        self.strip.show_progress(self.conferring)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in _ENTER and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        if self.part == "findings" and not self.findings.is_at_list:
            self.findings.leave()
        elif self.part == "findings":
            self.findings.leave()
            self.findings.start()
        elif self.part == "answers":
            self.answers.start()

    def event(self, event: QEvent) -> bool:
        """Enter presses a button or ends a line before it opens a finding; arrows move where there is a choice."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _belongs_to_focus(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        keep_measure(self._desk.theme, self._told_layout, self.width(), (18, 14, 0), 8)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.conferring.refresh()
            self._show(frozenset({"audit"}))
        if self.turns.is_finished:
            self._take_focus()
        else:
            self.setFocus()  # or the first button takes the keys meanwhile

    def _take_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus in (None, self) or not self.isAncestorOf(focus):
            self._part(self.part).start()


def _belongs_to_focus(event: QKeyEvent) -> bool:
    key, focus = event.key(), QApplication.focusWidget()
    if event.modifiers() not in _PLAIN:
        return False
    if key in _ENTER:
        return isinstance(focus, QAbstractButton | QLineEdit | QPlainTextEdit)
    is_choice = isinstance(focus, QAbstractButton) and focus.autoExclusive()
    return key in _ARROWS and (is_choice or isinstance(focus, QLineEdit | QPlainTextEdit))
