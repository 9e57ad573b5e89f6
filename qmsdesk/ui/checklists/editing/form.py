"""Beside the outline: what the chosen row says, be it the checklist itself, a section or a question."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QWidget

from qmsdesk.domain.checklists import Checklist, Question, Section, refuse_core
from qmsdesk.domain.editions import Edition
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.records import edit_of
from qmsdesk.store.checklists import list_checklists
from qmsdesk.ui.audits.wishes import newest_editions
from qmsdesk.ui.checklists.editing.outline_table import Row
from qmsdesk.ui.checklists.editing.pairs import OutlineEdit, Pair
from qmsdesk.ui.checklists.editing.question_form import QuestionForm
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.labels import small, subheading
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tokens import SPACE

ALONE = "-"


class ChecklistForm(QWidget):
    """Its titles, the name of the edition, and the core it extends if it is a module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        _ = desk.words
        self._desk = desk
        self._ = desk.words
        self._checklist: Checklist | None = None
        self.title = Pair(desk, _("Title"), "title", is_head=True)
        self.edition, self.core = QLineEdit(), ChoiceBox(_("Extends"))
        self.edition.setMaxLength(60)
        self._field = Field(desk.session, self.edition)
        self.core.chosen.connect(self._choose)
        layout = column(desk.theme, self, gap=SPACE["medium"])
        layout.addWidget(self.title)
        layout.addLayout(labelled(desk.theme, _("Edition"), self.edition))
        layout.addLayout(labelled(desk.theme, _("Extends"), self.core))
        layout.addWidget(small(_("A day with a checklist that extends another asks the core first, then its own.")))

    def show_checklist(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self.title.show_record(checklist)
        self._field.show_record(checklist, "edition")
        lines = list_checklists(self._desk.session.db)
        offered = {each.id: each for each in newest_editions(lines) if each.code != checklist.code}
        offered |= {line.checklist.id: line.checklist for line in lines if line.checklist.id == checklist.extends_id}
        alone = Choice(ALONE, self._("Nothing, it stands alone"))
        named = (Choice(id_, f"{self._.pick(each, 'title')} ({each.edition})") for id_, each in offered.items())
        self.core.set_choices([alone, *named], checklist.extends_id or ALONE)

    def seal(self) -> None:
        self.title.seal()
        self._field.seal()

    def _choose(self, core_id: str) -> None:
        assert self._checklist is not None, "shown before it can be used"
        checklists = {line.checklist.id: line.checklist for line in list_checklists(self._desk.session.db)}
        try:
            if core_id != ALONE:
                refuse_core(self._checklist, checklists[core_id], checklists.values())
        except Refusal as refusal:
            self._desk.messages.refuse(refusal)
            self.show_checklist(self._checklist)
        else:
            held = None if core_id == ALONE else core_id
            self._desk.session.write([edit_of(self._checklist, "extends_id", held)])


class RowForm(PageScroll):
    """One form for each kind of row, made once; the one that fits is shown. `build` makes those of the rows below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, margins=(8, 16, 24, 24), gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self._shown = ""
        self.head = subheading("")
        self.checklist = ChecklistForm(desk)
        for part in (self.head, self.checklist):
            self.body.addWidget(part)
        self.checklist.hide()

    def build(self) -> Iterator[None]:
        """In turns."""
        self.section = Pair(self._desk, self._("Title"), "title", is_head=True)
        self.section.hide()
        self.body.addWidget(self.section)
        yield
        self.question = QuestionForm(self._desk)
        self.question.hide()
        self.body.addWidget(self.question)
        self.body.addStretch()

    @property
    def head_edits(self) -> list[tuple[str, OutlineEdit]]:
        """The texts that stand in the outline too, with their language."""
        pairs = (self.checklist.title, self.section, self.question.text)
        held = (each for pair in pairs for each in pair.edits.items())
        return [(language, edit) for language, edit in held if isinstance(edit, OutlineEdit)]

    def show_row(self, row: Row, number: str) -> None:
        self.checklist.setVisible(isinstance(row, Checklist))
        self.section.setVisible(isinstance(row, Section))
        self.question.setVisible(isinstance(row, Question))
        if isinstance(row, Question):
            self.head.setText(self._("Question {number}", number=number))
            self.question.show_question(row)
        elif isinstance(row, Section):
            self.head.setText(self._("Section {number}", number=number))
            self.section.show_record(row)
        else:
            self.head.setText(self._("The checklist itself"))
            self.checklist.show_checklist(row)
        if row.id != self._shown:
            self._shown = row.id
            self.verticalScrollBar().setValue(0)

    def sealed(self, edition: Edition) -> Edition:
        """Hand in what was typed, and read the edition as if it were on the disk already."""
        self.checklist.seal()
        self.section.seal()
        question = self.question.seal()
        if question is None or self.question.isHidden():
            return edition
        held = tuple(question if each.id == question.id else each for each in edition.questions)
        return Edition(edition.checklist, edition.sections, held)

    def write(self, language: str) -> None:
        """Put the cursor into the text of the row that is shown."""
        pairs = (self.checklist.title, self.section, self.question.text)
        pair = next((each for each in pairs if each.isVisibleTo(self)), None)
        if pair is not None:
            edit = pair.edits[language]
            edit.setFocus()
            cursor = edit.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            edit.setTextCursor(cursor)
