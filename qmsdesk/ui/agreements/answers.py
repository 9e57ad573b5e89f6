"""Answers: only the differences stand out; what all see alike is agreed in one step, and so is what was not asked."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from qmsdesk.domain.agreements import Comparison, Likeness, count_by_likeness
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.i18n import N_
from qmsdesk.ui.agreements.conferring import Conferring
from qmsdesk.ui.agreements.questions import ComparisonList
from qmsdesk.ui.agreements.unasked import UnaskedLine
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import AnswerButton
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.toggles import join

LISTS: dict[str, tuple[Likeness, ...]] = {
    "differs": (Likeness.DIFFERS,),
    "alike": (Likeness.SAME, Likeness.SINGLE),
    "missing": (Likeness.MISSING,),
    "agreed": (Likeness.AGREED,),
}
LIST_NAMES = {
    "differs": N_("To decide"),
    "alike": N_("Alike"),
    "missing": N_("No answer"),
    "agreed": N_("Agreed"),
}
LIST_LOOKS = {
    "differs": ("observation", "scale"),
    "alike": ("fulfilled", "copy"),
    "missing": ("neutral", "circle"),
    "agreed": ("info", "handshake"),
}


class AnswersPart(QWidget):
    """`done` says that the person wants to go on to the findings."""

    done = Signal()

    def __init__(self, desk: Desk, conferring: Conferring) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._conferring = conferring
        self._list = "differs"
        self._buttons: dict[str, AnswerButton] = {}
        self.questions = ComparisonList(desk, conferring)
        self.agree_all = TallButton(desk.theme, " ", "primary", "handshake", key_of("agreement", "agree_all"))
        self.alike = Banner(desk.theme, tone="success", button=self.agree_all)
        self.unasked = UnaskedLine(desk)
        self.on = TallButton(desk.theme, self._("On to the findings"), "primary", "arrow-right")
        self.empty = EmptyState(desk.theme, "handshake", "", self.on)
        self._lay_out()
        self._wire()
        self.refresh()

    def _lay_out(self) -> None:
        top = self.questions.top
        top.addWidget(self.alike)
        flow = FlowLayout(self._desk.theme, gap=8)
        group = QButtonGroup(self)
        for key in LISTS:
            tone, icon = LIST_LOOKS[key]
            button = AnswerButton(self._desk.theme, self._(LIST_NAMES[key]), tone, icon=icon)
            button.clicked.connect(self._shower(key))
            join(group, button)
            self._buttons[key] = button
            flow.addWidget(button)
        top.addLayout(flow)
        top.addWidget(self.unasked)
        self.questions.view.body.insertWidget(1, self.empty)
        column(self._desk.theme, self).addWidget(self.questions)

    def _wire(self) -> None:
        card = self.questions.card
        self.agree_all.clicked.connect(self.agree_on_alike)
        self.on.clicked.connect(self._go_on)
        self.unasked.given.connect(self._mark_unasked)
        card.taken.connect(self._take)
        card.answers.chosen.connect(self.decide)
        card.answers.reason.editor.returnPressed.connect(self._end_reason)

    # What a person does

    def show_list(self, key: str) -> None:
        """Show one of the lists from its top."""
        self.questions.card.answers.reason.seal()
        self._list = key
        self._buttons[key].setChecked(True)
        self.questions.show_comparisons(self._of(key), 0)
        self._show_words()

    def start(self) -> None:
        """Put the focus where the next decision is."""
        stop: QWidget = self.questions.card if self.questions.shown else self.on
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def agree_on_alike(self) -> None:
        self._conferring.agree_on_alike(self._conferring.comparisons)

    def agree(self) -> None:
        """Agree on the open question where all who answered say the same."""
        current = self.questions.current
        if current is not None:
            self._conferring.agree_on_alike([current])

    def decide(self, verdict: Verdict) -> None:
        """Agree on an answer to the open question; where a reason is due, the line for it is next."""
        current = self.questions.current
        if current is None or self._conferring.is_read_only:
            return
        reason = self.questions.card.answers.reason
        reason.seal()
        self._conferring.agree_on(current, verdict)
        if not reason.isHidden() and self.questions.card.question_id == current.question.id:
            reason.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self, place: int) -> None:
        self.questions.card.take(place)

    def start_unasked(self) -> None:
        """Show what nobody answered, and ask why."""
        self.show_list("missing")
        self.unasked.start()

    def _take(self, answer: Answer) -> None:
        current = self.questions.current
        if current is not None and answer.verdict is not None:
            self._conferring.agree_on(current, answer.verdict, answer.reason)

    def _mark_unasked(self, reason: str) -> None:
        self._conferring.mark_not_asked(self._of("missing"), reason)
        self.start()

    def _end_reason(self) -> None:
        self.questions.card.answers.reason.seal()
        self.questions.card.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def refresh(self) -> None:
        """Show everything as it stands now."""
        had_focus = self.questions.card.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.questions.show_comparisons(self._of(self._list))
        self._show_words()
        if had_focus and not self.questions.shown:
            self.start()

    @property
    def list_key(self) -> str:
        return self._list

    def list_button(self, key: str) -> AnswerButton:
        return self._buttons[key]

    def _of(self, key: str) -> list[Comparison]:
        """The questions of a list, and the open one as long as its reason is to be written."""
        current = self.questions.current
        open_id = current.question.id if current and key == self._list else ""
        return [
            each
            for each in self._conferring.comparisons
            if each.likeness in LISTS[key]
            or (each.question.id == open_id and each.agreed is not None and each.agreed.lacks_reason)
        ]

    def _show_words(self) -> None:
        counts = count_by_likeness(self._conferring.comparisons)
        for key, button in self._buttons.items():
            count = sum(counts[each] for each in LISTS[key])
            button.setText(self._("{name} {count}", name=self._(LIST_NAMES[key]), count=count))
            button.setChecked(key == self._list)
        self._show_alike(counts[Likeness.SAME], counts[Likeness.SINGLE])
        missing = counts[Likeness.MISSING]
        self.unasked.show_count(missing if self._list == "missing" and not self._conferring.is_read_only else 0)
        has_none = not self.questions.shown
        self.questions.rows.setVisible(not has_none)
        self.empty.setVisible(has_none)
        self.empty.set_sentence(self._say_none(counts))
        self.on.setText(self._("Show them") if self._leads_to_unasked(counts) else self._("On to the findings"))

    def _show_alike(self, same: int, single: int) -> None:
        count = same + single
        is_shown = count > 0 and not self._conferring.is_read_only
        self.alike.setVisible(is_shown)
        if is_shown:
            self.agree_all.setText(self._.plural("Agree on {count}", "Agree on all {count}", count))
            self.alike.show_message(self._say_alike(same, single), "success")

    def _say_alike(self, same: int, single: int) -> str:
        authors = [self._conferring.person(key) for key in self._conferring.authors]
        if len(authors) == 1:
            name = authors[0].name if authors[0] else self._("one auditor")
            return self._.plural(
                "{count} question is answered by {name} alone.",
                "{count} questions are answered by {name} alone.",
                single,
                name=name,
            )
        parts = []
        if same:
            parts.append(
                self._.plural("{count} question is answered alike.", "{count} questions are answered alike.", same)
            )
        if single:
            parts.append(
                self._.plural("{count} was answered by one only.", "{count} were answered by one only.", single)
            )
        return " ".join(parts)

    def _say_none(self, counts: dict[Likeness, int]) -> str:
        if not self._conferring.comparisons:
            return self._("This day has no questions.")
        if counts[Likeness.AGREED] == len(self._conferring.comparisons):
            return self._("You agree on every answer.")
        if self._leads_to_unasked(counts):
            return self._.plural(
                "No answers differ. {count} question has no answer.",
                "No answers differ. {count} questions have no answer.",
                counts[Likeness.MISSING],
            )
        return self._(NONE[self._list])

    def _leads_to_unasked(self, counts: dict[Likeness, int]) -> bool:
        return self._list == "differs" and counts[Likeness.MISSING] > 0 and not self._conferring.is_read_only

    def _go_on(self) -> None:
        if self._leads_to_unasked(count_by_likeness(self._conferring.comparisons)):
            self.start_unasked()
        else:
            self.done.emit()

    def _shower(self, key: str) -> Callable[[], None]:
        return lambda *_: self.show_list(key)


NONE = {
    "differs": N_("No answers differ."),
    "alike": N_("Nothing waits here to be agreed on."),
    "missing": N_("Every question has an answer."),
    "agreed": N_("Nothing is agreed on yet."),
}
