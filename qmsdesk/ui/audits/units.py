"""Choosing a unit, or making a new one with its department on the way."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.identity import new_id
from qmsdesk.domain.organisation import Department, Unit
from qmsdesk.i18n import Words
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.labels import small
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.tokens import SPACE


class UnitBox(QWidget):
    """A box with the units; for a name that is not among them a second one for its department unfolds."""

    changed = Signal()

    def __init__(self, desk: Desk, units: Sequence[Unit], departments: Sequence[Department]) -> None:
        super().__init__()
        self._ = desk.words
        self._units, self._departments = units, departments
        self._new_unit, self._new_department = new_id(), new_id()
        self.unit_box = ChoiceBox(self._("Unit"), may_type=True, placeholder=self._("Choose, or type a new name"))
        self.unit_box.set_choices(Choice(unit.id, self._.pick(unit, "name")) for unit in units)
        self.department_box = ChoiceBox(
            self._("Department"), may_type=True, placeholder=self._("Choose, or type a new name")
        )
        self.department_box.set_choices(Choice(each.id, self._.pick(each, "name")) for each in departments)
        self._told = small("")
        self._more = QWidget()
        more = column(desk.theme, self._more, gap=SPACE["tight"])
        more.addWidget(self._told)
        more.addLayout(labelled(desk.theme, self._("Department"), self.department_box))
        layout = column(desk.theme, self, gap=SPACE["small"])
        layout.addWidget(self.unit_box)
        layout.addWidget(self._more)
        self._more.hide()
        self.setFocusProxy(self.unit_box)
        self.unit_box.typed.connect(self._on_changed)
        self.department_box.typed.connect(self.changed)

    def unit(self) -> Unit | None:
        """The chosen unit, or a new one as soon as it and its department have names."""
        name = self.unit_box.text()
        known = _named(self._, self._units, self.unit_box.current(), name)
        if known or not name:
            return known
        department = self.department()
        return Unit(self._new_unit, department.id, name) if department else None

    def department(self) -> Department | None:
        """The department of the chosen unit, or the one that was chosen or typed for a new unit."""
        known = _named(self._, self._units, self.unit_box.current(), self.unit_box.text())
        if known:
            return next(each for each in self._departments if each.id == known.department_id)
        name = self.department_box.text()
        held = _named(self._, self._departments, self.department_box.current(), name)
        return held or (Department(self._new_department, name) if name else None)

    def new_records(self) -> list[Any]:
        """What is chosen and not in the register yet."""
        held = (self.department(), self.unit())
        return [record for record in held if record and record not in (*self._departments, *self._units)]

    def lacks_department(self) -> bool:
        return bool(self.unit_box.text()) and self.unit() is None

    def _on_changed(self) -> None:
        name = self.unit_box.text()
        is_new = bool(name) and _named(self._, self._units, self.unit_box.current(), name) is None
        self._told.setText(self._("“{name}” is a new unit.", name=name))
        self._more.setVisible(is_new)
        self.changed.emit()


def _named(_: Words, records: Sequence[Any], id_: str, name: str) -> Any | None:
    """The record with that id, else with that name in either language."""
    for record in records:
        if record.id == id_:
            return record
    return next((r for r in records if name and name.casefold() in (r.name_sv.casefold(), r.name_en.casefold())), None)
