"""All that one question says, in both languages; every field saves itself."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from qmsdesk.domain.checklists import COMMONALITY_NAMES, Commonality, Question, Section
from qmsdesk.domain.records import edit_of
from qmsdesk.store.checklists import load_own
from qmsdesk.store.database import Connection
from qmsdesk.store.requirements import requirement_editions, requirement_titles
from qmsdesk.store.rows import get
from qmsdesk.ui.checklists.editing.conditions import Around, ConditionEditor
from qmsdesk.ui.checklists.editing.pairs import Pair
from qmsdesk.ui.checklists.editing.references import ReferenceList
from qmsdesk.ui.choices import Choice, ChoiceBox, pass_wheel
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.toggles import CheckBox
from qmsdesk.ui.theme.tokens import SPACE

LONGEST_MINUTES = 480


class QuestionForm(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self.question: Question | None = None
        self.text = Pair(desk, _("Question"), "text", is_head=True)
        self.guidance = Pair(desk, _("Guidance"), "guidance")
        self.evidence = Pair(desk, _("Expected evidence"), "evidence")
        self.minutes, self.must_ask = QSpinBox(), CheckBox(_("Must be asked"))
        self.minutes.setRange(0, LONGEST_MINUTES)
        self.minutes.setKeyboardTracking(False)
        pass_wheel(self.minutes)
        self.depends, self.parameter = ConditionEditor(desk), QLineEdit()
        self.condition = self.depends.note
        self.references = ReferenceList(desk)
        self.commonality = ChoiceBox(_("Asked alike in all units"))
        self.commonality.set_choices(Choice(kind.value or "-", _(name)) for kind, name in COMMONALITY_NAMES.items())
        self._lines = {name: self._line(name) for name in ("condition", "parameter")}
        self._lay_out()
        self._wire()

    def _line(self, name: str) -> Field:
        line: QLineEdit = getattr(self, name)
        line.setMaxLength(1000)
        return Field(self._desk.session, line)

    def _lay_out(self) -> None:
        theme, _ = self._desk.theme, self._
        layout = column(theme, self, gap=SPACE["medium"])
        for pair in (self.text, self.guidance, self.evidence):
            layout.addWidget(pair)
        layout.addLayout(labelled(theme, _("References"), self.references))
        self.references.setAccessibleName(_("References"))
        few = row(theme, gap=SPACE["medium"])
        few.addLayout(labelled(theme, _("Minutes"), self.minutes))
        few.addStretch(1)
        layout.addLayout(few)
        layout.addWidget(self.must_ask)
        layout.addLayout(labelled(theme, _("Ask only if"), self.depends))
        units = row(theme, gap=SPACE["medium"])
        units.addLayout(labelled(theme, _("Asked alike in all units"), self.commonality), 1)
        self._own = QWidget()
        column(theme, self._own, gap=0).addLayout(labelled(theme, _("What differs"), self.parameter))
        units.addWidget(self._own, 1)
        layout.addLayout(units)

    def _wire(self) -> None:
        self.minutes.valueChanged.connect(lambda minutes: self._write("minutes", minutes))
        self.must_ask.toggled.connect(lambda on: self._write("must_ask", on))
        self.references.changed.connect(lambda held: self._write("refers_to", held))
        self.commonality.chosen.connect(self._choose)
        self.depends.changed.connect(self._depend)

    def _choose(self, kind: str) -> None:
        self._write("commonality", Commonality("" if kind == "-" else kind))

    def _depend(self, condition: str) -> None:
        """The line in words follows, so that it does not hand in what stood there before."""
        self._write("condition", condition)
        assert self.question is not None, "shown before it can be changed"
        self._lines["condition"].show_record(self.question, "condition")
        self.depends.show_question(self.question, self._around)

    def show_question(self, question: Question) -> None:
        self.question = question
        self._around = asked_with(self._desk.session.db, question)
        self.depends.show_question(question, self._around)
        for pair in (self.text, self.guidance, self.evidence):
            pair.show_record(question)
        for name, field in self._lines.items():
            field.show_record(question, name)
        with QSignalBlocker(self.minutes), QSignalBlocker(self.must_ask):
            if not self.minutes.hasFocus() or self.minutes.value() != question.minutes:
                self.minutes.setValue(question.minutes)
            self.must_ask.setChecked(question.must_ask)
        self.references.show_titles(
            requirement_titles(self._desk.session.db), requirement_editions(self._desk.session.db)
        )
        self.references.show_references(question.refers_to)
        self.commonality.set_current(question.commonality.value or "-")
        self._own.setVisible(question.commonality is Commonality.PARAMETER or bool(question.parameter))

    def seal(self) -> Question | None:
        """Hand in what was typed; gives the question as it stands on the screen."""
        if self.question is None:
            return None
        said: dict[str, Any] = {}
        for pair in (self.text, self.guidance, self.evidence):
            said |= pair.seal()
        for name, field in self._lines.items():
            field.seal()
            said[name] = field.text
        if self.condition.isHidden():
            said["condition"] = self.question.condition
        self.minutes.interpretText()
        return replace(self.question, **said, minutes=self.minutes.value(), must_ask=self.must_ask.isChecked())

    def _write(self, name: str, held: Any) -> None:
        if self.question is not None and getattr(self.question, name) != held:
            question, self.question = self.question, replace(self.question, **{name: held})
            self._desk.session.write([edit_of(question, name, held)])


def asked_with(db: Connection, question: Question) -> Around:
    """What its checklist asks, after its core where it extends one; numbers of the core are told apart by a mark."""
    section = get(db, Section, question.section_id)
    if section is None:
        return Around((question,), {question.id: ""})
    own = load_own(db, section.checklist_id)
    core = load_own(db, own.checklist.extends_id) if own.checklist.extends_id else None
    numbers = {id_: f"({number})" for id_, number in core.numbers.items()} if core else {}
    return Around((*(core.questions if core else ()), *own.questions), numbers | own.numbers)
