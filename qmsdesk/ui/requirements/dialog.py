"""Requirement sources: the laws, standards and own routines there are, their editions, and where they apply."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qmsdesk.domain.changes import DELETED, Changed
from qmsdesk.domain.editions import next_code
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.requirements import RequirementSource, UnitSource
from qmsdesk.store.organisation import list_units
from qmsdesk.store.requirements import list_sources, unit_sources_of
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.requirements.clauses import ClauseForm
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import muted, subheading, title
from qmsdesk.ui.theme.layouts import FlowLayout, column, row, rule
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.toggles import CheckBox
from qmsdesk.ui.theme.tokens import SPACE

WIDTH, HEIGHT = 760, 680
KINDS = frozenset({"requirement", "requirement_match", "requirement_source", "unit_source"})
OWN = "LOCAL"


class RequirementsDialog(QDialog):
    """Everything saves itself; what is taken away comes back with Undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = _ = desk.words
        self._sources: list[RequirementSource] = []
        self._wanted = ""
        self.setWindowTitle(_("Requirement sources"))
        self.setProperty("kind", "page")
        self.which, self.clauses = ChoiceBox(_("Source")), ClauseForm(desk)
        self.lines = {name: QLineEdit() for name in ("code", "edition", "title_sv", "title_en")}
        self._fields = {name: Field(desk.session, line) for name, line in self.lines.items()}
        self.units: dict[str, CheckBox] = {}
        self.new = Button(desk.theme, _("New source"), "secondary", "plus")
        self.again = Button(desk.theme, _("New edition of it"), "secondary", "copy")
        self.leave = Button(desk.theme, _("Done"), "quiet")
        for button in (self.new, self.again, self.leave, self.clauses.add, self.clauses.remove, self.clauses.unmatch):
            button.setAutoDefault(False)
        self._lay_out()
        self.which.chosen.connect(lambda _: self._show())
        self.new.clicked.connect(self._add_source)
        self.again.clicked.connect(self._add_edition)
        self.leave.clicked.connect(self.reject)
        desk.session.changed.connect(self._on_changed)
        self._reload()
        area = self.screen().availableGeometry()
        self.resize(min(desk.theme.px(WIDTH), area.width()), min(desk.theme.px(HEIGHT), area.height()))

    def reject(self) -> None:
        self._seal()
        super().reject()

    @property
    def source(self) -> RequirementSource | None:
        return next((each for each in self._sources if each.id == self.which.current()), None)

    def _lay_out(self) -> None:
        theme, _ = self._desk.theme, self._
        layout = column(theme, self, margins=(SPACE["wide"], SPACE["large"]), gap=SPACE["medium"])
        layout.addWidget(title(_("Requirement sources")))
        layout.addWidget(
            muted(_("Laws, standards and own routines that questions and findings refer to. Only numbers and titles."))
        )
        layout.addLayout(labelled(theme, _("Source"), self.which))
        scroll = PageScroll(theme, margins=(0, 0, 6, 0), gap=SPACE["medium"])
        both = row(theme, gap=SPACE["medium"])
        both.addLayout(labelled(theme, _("Code, as in references"), self.lines["code"]))
        both.addLayout(labelled(theme, _("Edition"), self.lines["edition"]))
        scroll.body.addLayout(both)
        scroll.body.addLayout(labelled(theme, _("Title in Swedish"), self.lines["title_sv"]))
        scroll.body.addLayout(labelled(theme, _("Title in English"), self.lines["title_en"]))
        for line in self.lines.values():
            line.setMaxLength(200)
        for widget in (rule(), subheading(_("Units where it applies")), self._unit_boxes(), rule(), self.clauses):
            scroll.body.addWidget(widget)
        scroll.body.addStretch()
        layout.addWidget(scroll, 1)
        foot = FlowLayout(theme, gap=SPACE["small"])
        for button in (self.new, self.again, self.leave):
            foot.addWidget(button)
        layout.addLayout(foot)

    def _unit_boxes(self) -> QWidget:
        held = QWidget()
        flow = FlowLayout(self._desk.theme, held, gap=SPACE["large"])
        for unit in list_units(self._desk.session.db):
            box = CheckBox(self._.pick(unit, "name"))
            box.clicked.connect(lambda on, id_=unit.id: self._assign(id_, on))
            self.units[unit.id] = box
            flow.addWidget(box)
        return held

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.kinds & KINDS:
            self._reload()

    def _reload(self) -> None:
        self._sources = list_sources(self._desk.session.db)
        ids = [each.id for each in self._sources]
        if self._wanted in ids:
            current, self._wanted = self._wanted, ""
        else:
            current = self.which.current() if self.which.current() in ids else next(iter(ids), "")
        self.which.set_choices([Choice(each.id, self._say(each)) for each in self._sources], current)
        self._show()

    def _show(self) -> None:
        source = self.source
        for name, field in self._fields.items():
            field.show_record(source, name) if source else field.clear()
        for control in (*self.lines.values(), self.clauses, self.again, *self.units.values()):
            control.setEnabled(source is not None)
        applies = {each.unit_id for each in unit_sources_of(self._desk.session.db, source.id)} if source else set()
        for unit_id, box in self.units.items():
            box.setChecked(unit_id in applies)
        self.clauses.show_source(source)

    def _assign(self, unit_id: str, on: bool) -> None:
        source = self.source
        if source is None:
            return
        held = [each for each in unit_sources_of(self._desk.session.db, source.id) if each.unit_id == unit_id]
        if on and not held:
            self._desk.session.write(creation_of(UnitSource(new_id(), unit_id, source.id)))
        elif held and not on:
            self._desk.session.write([edit_of(each, DELETED, 1) for each in held])

    def _add_source(self) -> None:
        """One of one's own, under a code that nothing has."""
        codes = [each.code for each in self._sources]
        self._add(RequirementSource(new_id(), next_code(OWN, codes)), "title_sv")

    def _add_edition(self) -> None:
        if (source := self.source) is not None:
            self._add(RequirementSource(new_id(), source.code, "", source.title_sv, source.title_en), "edition")

    def _add(self, made: RequirementSource, then: str) -> None:
        self._seal()
        self._wanted = made.id
        self._desk.session.write(creation_of(made))
        self.lines[then].setFocus()

    def _seal(self) -> None:
        self.clauses.seal()
        for field in self._fields.values():
            field.seal()

    def _say(self, source: RequirementSource) -> str:
        name = self._.pick(source, "title") or self._("(no title yet)")
        return f"{source.code} – {name}" if source.edition in name else f"{source.code} – {name} ({source.edition})"
