"""The clauses of a source: one at a time to change, new ones line by line, and what follows in a later edition."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.requirements import Requirement, RequirementMatch, RequirementSource, parse_clauses
from qmsdesk.store.requirements import clauses_of, list_matches, list_sources
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.tokens import SPACE


class ClauseForm(QWidget):
    """`show_source`, and again whenever the register was read anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._source: RequirementSource | None = None
        self._clauses: list[Requirement] = []
        self._matches: list[RequirementMatch] = []
        self.which, self.later = ChoiceBox(_("Clause")), ChoiceBox(_("In a later edition it is"))
        self.swedish, self.english, self.more = QLineEdit(), QLineEdit(), GrowingEdit(desk.theme, min_lines=2)
        self._fields = {"title_sv": Field(desk.session, self.swedish), "title_en": Field(desk.session, self.english)}
        self.more.setPlaceholderText(_("One a line, such as: 7.3 Awareness"))
        self.add = Button(desk.theme, _("Add the clauses"), "secondary", "plus")
        self.remove = Button(desk.theme, _("Remove the clause"), "danger", "trash-2")
        self.unmatch = Button(desk.theme, _("Take the later ones back"), "quiet", "undo-2")
        self.follows = label("", "small", wrap=True)
        self._of_one, self._later_box = QWidget(), QWidget()
        self._lay_out()
        self.which.chosen.connect(lambda _: self._show_clause())
        self.later.chosen.connect(self._match)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.unmatch.clicked.connect(self._unmatch)

    def show_source(self, source: RequirementSource | None) -> None:
        db = self._desk.session.db
        self._source = source
        self._clauses = clauses_of(db, source.id) if source else []
        self._matches = list_matches(db)
        before = self.which.current()
        ids = [each.id for each in self._clauses]
        choices = [Choice(each.id, self._say(each)) for each in self._clauses]
        self.which.set_choices(choices, before if before in ids else next(iter(ids), ""))
        self._show_later(source)
        self._show_clause()

    def seal(self) -> None:
        for field in self._fields.values():
            field.seal()

    def _lay_out(self) -> None:
        theme, _ = self._desk.theme, self._
        layout = column(theme, self, gap=SPACE["medium"])
        layout.addWidget(subheading(_("Clauses")))
        one = column(theme, self._of_one, gap=SPACE["medium"])
        names = (_("Clause"), _("Title in Swedish"), _("Title in English"))
        for text, control in zip(names, (self.which, self.swedish, self.english), strict=True):
            one.addLayout(labelled(theme, text, control))
        column(theme, self._later_box).addLayout(labelled(theme, _("In a later edition it is"), self.later))
        one.addWidget(self._later_box)
        one.addWidget(self.follows)
        ways = FlowLayout(theme, gap=SPACE["small"])
        ways.addWidget(self.unmatch)
        ways.addWidget(self.remove)
        one.addLayout(ways)
        layout.addWidget(self._of_one)
        layout.addLayout(labelled(theme, _("More clauses"), self.more))
        add = FlowLayout(theme, gap=SPACE["small"])
        add.addWidget(self.add)
        layout.addLayout(add)

    def _show_later(self, source: RequirementSource | None) -> None:
        db = self._desk.session.db
        others = [each for each in list_sources(db) if source and each.code == source.code and each.id != source.id]
        self._later = {
            each.id: f"{other.edition}: {self._say(each)}" for other in others for each in clauses_of(db, other.id)
        }
        self.later.set_choices([Choice(id_, text) for id_, text in self._later.items()])
        self._later_box.setVisible(bool(self._later))

    def _show_clause(self) -> None:
        clause = self._clause
        self._of_one.setVisible(clause is not None)
        for name, field in self._fields.items():
            field.show_record(clause, name) if clause else field.clear()
        said = [self._later.get(each.later_id, "") for each in self._own_matches()]
        self.follows.setText("\n".join(filter(None, said)))
        self.follows.setVisible(bool(said))
        self.unmatch.setVisible(bool(said))
        self.later.set_current("")

    @property
    def _clause(self) -> Requirement | None:
        return next((each for each in self._clauses if each.id == self.which.current()), None)

    def _own_matches(self) -> Sequence[RequirementMatch]:
        clause = self._clause
        return [each for each in self._matches if clause and each.requirement_id == clause.id]

    def _match(self, later_id: str) -> None:
        clause = self._clause
        if clause is not None and later_id not in [each.later_id for each in self._own_matches()]:
            self._desk.session.write(creation_of(RequirementMatch(new_id(), clause.id, later_id)))

    def _unmatch(self) -> None:
        self._desk.session.write([edit_of(each, DELETED, 1) for each in self._own_matches()])

    def _add(self) -> None:
        """Numbers that are there already are left as they are."""
        if self._source is None:
            return
        known = {each.clause for each in self._clauses}
        made = [
            Requirement(new_id(), self._source.id, number, **{f"title_{self._.language}": title})
            for number, title in dict(parse_clauses(self.more.toPlainText())).items()
            if number not in known
        ]
        self.more.clear()
        if made:
            self._desk.session.write([edit for each in made for edit in creation_of(each)])

    def _remove(self) -> None:
        self.seal()
        if (clause := self._clause) is not None:
            gone = [each for each in self._matches if clause.id in (each.requirement_id, each.later_id)]
            self._desk.session.write([edit_of(each, DELETED, 1) for each in (clause, *gone)])

    def _say(self, clause: Requirement) -> str:
        return f"{clause.clause} {self._.pick(clause, 'title')}".strip()
