"""What a question depends on: earlier questions with the answers they must have, or a note in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.condition_texts import name_answers, say_condition
from qmsdesk.domain.conditions import (
    ANSWERED,
    EVERY,
    Comparison,
    Pointers,
    Said,
    astray,
    before,
    comparisons,
    read_condition,
    several,
    write_condition,
)
from qmsdesk.domain.texts import plain_line
from qmsdesk.i18n import Words
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, small
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE

NONE, ALL, ANY = "-", "all", "any"
PAIRS = (ANSWERED, {Verdict.FULFILLED, Verdict.PARTLY}, {Verdict.PARTLY, Verdict.NOT_FULFILLED})
OFFERED: tuple[frozenset[Said], ...] = (*(frozenset({each}) for each in EVERY), *map(frozenset, PAIRS))
FIRST = frozenset({Verdict.FULFILLED})


@dataclass(frozen=True)
class Around:
    """The questions of the checklist in the order they are asked, those of its core first, and their numbers by id."""

    questions: Sequence[Question]
    numbers: Mapping[str, str]


class ConditionRow(QWidget):
    """One earlier question and the answer it must have."""

    chosen = Signal(object)
    removed = Signal()

    def __init__(self, desk: Desk, said: str, compared: Comparison) -> None:
        super().__init__()
        self._ = _ = desk.words
        self.box = ChoiceBox(_("Answer to {question}", question=said))
        self.remove = Button(desk.theme, "", "quiet", "x")
        self.remove.setAccessibleName(_("No longer depend on {question}", question=said))
        self.remove.setToolTip(self.remove.accessibleName())
        layout = column(desk.theme, self, gap=SPACE["tight"])
        line = row(desk.theme, gap=SPACE["small"])
        layout.addWidget(label(said, "body", wrap=True))
        line.addWidget(self.box, 1)
        line.addWidget(self.remove)
        layout.addLayout(line)
        self.box.chosen.connect(lambda id_: self.chosen.emit(_answers(id_)))
        self.remove.clicked.connect(self.removed)
        self.show_answers(compared.answers)

    def show_answers(self, answers: frozenset[Said]) -> None:
        offered = dict.fromkeys((*OFFERED, answers))
        self.box.set_choices((Choice(_id(each), name_answers(each, self._)) for each in offered), _id(answers))


class ConditionEditor(QWidget):
    """`changed` carries the condition as it is to be; `note` is the line for one in words."""

    changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._question: Question | None = None
        self._around = Around((), {})
        self._held: tuple[Comparison, ...] = ()
        self._told: list[str] = []
        self.rows: list[ConditionRow] = []
        self.joiner = ChoiceBox(_("All or any of these"))
        self.joiner.set_choices([Choice(ALL, _("All of these")), Choice(ANY, _("At least one of these"))])
        self._rows = QWidget()
        self._layout = column(desk.theme, self._rows, gap=SPACE["small"])
        self.box, self.note = ChoiceBox(_("Earlier question it depends on")), QLineEdit()
        self.note.setPlaceholderText(_("Or in words: the unit is certified"))
        self.note.setAccessibleName(_("Ask only if"))
        self.meaning, self.wrong = small(""), Banner(desk.theme, tone="warning")
        layout = column(desk.theme, self, gap=SPACE["small"])
        for part in (self.joiner, self._rows, self.wrong, self.box, self.note, self.meaning):
            layout.addWidget(part)
        self.box.chosen.connect(self._add)
        self.joiner.chosen.connect(lambda _: self._write(self._held))

    def show_question(self, question: Question, around: Around) -> None:
        """What it depends on as it stands now, and what it could depend on."""
        self._question, self._around = question, around
        condition = read_condition(question.condition)
        held = comparisons(condition)
        is_note = held is None or (condition is None and bool(question.condition.strip()))
        self._held = held or ()
        self.joiner.set_current(ANY if " or " in question.condition and held and len(held) > 1 else ALL)
        self._show_rows()
        earlier = before(around.questions, question.id)
        self._offer(list(earlier.values()))
        self.box.setVisible(not is_note)
        self.note.setVisible(is_note or not self._held)
        self.joiner.setVisible(len(self._held) > 1)
        wrong = say_astray(astray(around.questions, question), question, around.numbers, self._)
        self.wrong.hide()
        if wrong:
            self.wrong.show_message(wrong, "warning")
        self._show_meaning(is_note, earlier)

    def _show_meaning(self, is_note: bool, earlier: Mapping[str, Question]) -> None:
        """An involved condition is told in words; what is none stands beside the question and hides nothing."""
        assert self._question is not None, "shown before"
        condition = read_condition(self._question.condition)
        numbers = {code: self._around.numbers[each.id] for code, each in earlier.items()}
        told = ""
        if is_note and condition is None:
            told = self._("The program cannot judge this. It stands beside the question and hides nothing.")
        elif is_note and condition and self.wrong.isHidden():
            told = self._("Only if: {condition}", condition=say_condition(condition, numbers, self._))
        self.meaning.setText(told)
        self.meaning.setVisible(bool(told))

    def _show_rows(self) -> None:
        told = [self._name(each.code) for each in self._held]
        if told != self._told:
            for old in self.rows:
                self._layout.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._told, self.rows = told, []
            for place, (said, each) in enumerate(zip(told, self._held, strict=True)):
                self._add_row(place, ConditionRow(self._desk, said, each))
            stops = [stop for each in self.rows for stop in (each.box, each.remove)]
            lead_tab(self.joiner, [*stops, self.box, self.note])
        for line, each in zip(self.rows, self._held, strict=True):
            line.show_answers(each.answers)
        self._rows.setVisible(bool(self.rows))

    def _add_row(self, place: int, line: ConditionRow) -> None:
        line.chosen.connect(lambda answers: self._choose(place, answers))
        line.removed.connect(lambda: self._remove(place))
        self._layout.addWidget(line)
        self.rows.append(line)

    def _name(self, code: str) -> str:
        question = before(self._around.questions, "").get(code)
        if question is None:
            return f"“{code}”"
        return f"{self._around.numbers[question.id]}  {plain_line(self._.pick(question, 'text'))}"

    def _offer(self, earlier: Sequence[Question]) -> None:
        """What may be chosen: earlier questions it does not depend on yet."""
        taken = {each.code for each in self._held}
        first = self._("Always ask it") if not taken else self._("Depends on one more…")
        if not earlier:
            first = self._("Always ask it: no question comes before it")
        free = [each for each in earlier if each.code not in taken and not set("{}") & set(each.code)]
        self.box.set_choices([Choice(NONE, first), *(Choice(each.code, self._name(each.code)) for each in free)], NONE)

    # Doing

    def _add(self, code: str) -> None:
        if code != NONE:
            self._write((*self._held, Comparison(code, FIRST)))
            if self.rows:
                self.rows[-1].box.setFocus()

    def _choose(self, place: int, answers: frozenset[Said]) -> None:
        held = list(self._held)
        held[place] = Comparison(held[place].code, answers)
        self._write(held)

    def _remove(self, place: int) -> None:
        self.box.setFocus()
        self._write([each for n, each in enumerate(self._held) if n != place])

    def _write(self, held: Sequence[Comparison]) -> None:
        condition = several(self.joiner.current() != ANY, held)
        self.changed.emit(write_condition(condition) if condition else "")


def say_astray(pointers: Pointers, question: Question, numbers: Mapping[str, str], _: Words) -> str:
    """One sentence on what a condition points at in vain, empty where there is nothing."""
    if pointers.gone:
        return _("The question “{code}” is gone. Choose another: until then this hides nothing.", code=pointers.gone[0])
    if any(each.id == question.id for each in pointers.later):
        return _("A question cannot depend on itself. Choose an earlier one: until then this hides nothing.")
    if pointers.later:
        number = numbers[pointers.later[0].id]
        return _("Question {number} comes later. Choose an earlier one: until then this hides nothing.", number=number)
    return ""


def _id(answers: frozenset[Said]) -> str:
    return ",".join(each or "" for each in EVERY if each in answers)


def _answers(id_: str) -> frozenset[Said]:
    return frozenset(Verdict(each) if each else None for each in id_.split(","))
