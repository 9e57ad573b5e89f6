"""All that one question says, in both languages; every field saves itself."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from qmsdesk.domain.checklists import COMMONALITY_NAMES, Commonality, Question
from qmsdesk.domain.records import edit_of
from qmsdesk.store.requirements import requirement_titles
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
        self.condition, self.parameter = QLineEdit(), QLineEdit()
        self.condition.setPlaceholderText(_("For example: the unit is certified"))
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
        few.addLayout(labelled(theme, _("Ask only if"), self.condition), 1)
        layout.addLayout(few)
        layout.addWidget(self.must_ask)
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

    def _choose(self, kind: str) -> None:
        self._write("commonality", Commonality("" if kind == "-" else kind))

    def show_question(self, question: Question) -> None:
        self.question = question
        for pair in (self.text, self.guidance, self.evidence):
            pair.show_record(question)
        for name, field in self._lines.items():
            field.show_record(question, name)
        with QSignalBlocker(self.minutes), QSignalBlocker(self.must_ask):
            if not self.minutes.hasFocus() or self.minutes.value() != question.minutes:
                self.minutes.setValue(question.minutes)
            self.must_ask.setChecked(question.must_ask)
        self.references.show_titles(requirement_titles(self._desk.session.db))
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
        self.minutes.interpretText()
        return replace(self.question, **said, minutes=self.minutes.value(), must_ask=self.must_ask.isChecked())

    def _write(self, name: str, held: Any) -> None:
        if self.question is not None and getattr(self.question, name) != held:
            question, self.question = self.question, replace(self.question, **{name: held})
            self._desk.session.write([edit_of(question, name, held)])
