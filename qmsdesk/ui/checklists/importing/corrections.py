"""The panel with which a person corrects what was understood: sheets, columns, rows, and where it starts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from qmsdesk.exchange.sources.corrections import (
    alike,
    is_used,
    table_at,
    with_language,
    with_mark,
    with_role,
    with_sheet,
    with_start,
)
from qmsdesk.exchange.sources.mappings import MARK_NAMES, ROLE_NAMES, Mapping, Mark, Role
from qmsdesk.exchange.sources.sheets import Sheet, column_letter
from qmsdesk.i18n import LANGUAGES, N_
from qmsdesk.ui.checklists.importing.original import OriginalTable
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.toggles import CheckBox
from qmsdesk.ui.theme.tokens import CONTROL_HEIGHT, SPACE

WIDTHS = {"sheet": 190, "column": 204, "row": 156, "language": 118}
AS_FOUND = "found"
LANGUAGE_NAMES = {"sv": N_("Swedish"), "en": N_("English")}


class CorrectionPanel(QWidget):
    """About the current cell of the table.

    `corrected` carries a new `Mapping`, `told` what else it changes, `sheet_chosen` the place of a sheet.
    """

    corrected = Signal(object)
    told = Signal(str)
    sheet_chosen = Signal(int)

    def __init__(self, desk: Desk, table: OriginalTable) -> None:
        super().__init__()
        self._theme = desk.theme
        self._ = desk.words
        self._table = table
        self._mapping = Mapping()
        self._sheets: tuple[Sheet, ...] = ()
        self.sheet, self.column = ChoiceBox(self._("Sheet")), ChoiceBox(self._("This column holds"))
        self.row, self.language = ChoiceBox(self._("This row is")), ChoiceBox(self._("Language of the questions"))
        self.use = CheckBox(self._("Use this sheet"))
        self.start = Button(desk.theme, self._("Starts here"))
        self.start.setToolTip(key_of("importing", "start"))
        self.start.setAccessibleName(self._("The questions start in this row"))
        self.column.set_choices(Choice(role or "-", self._(name)) for role, name in ROLE_NAMES.items())
        marks = [Choice(mark, self._(name)) for mark, name in MARK_NAMES.items()]
        self.row.set_choices([Choice(AS_FOUND, self._("As understood")), *marks])
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        layout = FlowLayout(self._theme, self, gap=12)
        self._held: dict[str, QWidget] = {}
        for name, text, control, beside in (
            ("sheet", self._("Sheet"), self.sheet, self.use),
            ("language", self._("Language"), self.language, None),
            ("column", self._("This column holds"), self.column, None),
            ("row", self._("This row is"), self.row, self.start),
        ):
            self._theme.size(control, width=WIDTHS[name])
            self._held[name] = self._part(text, control, beside)
            layout.addWidget(self._held[name])

    def _part(self, text: str, control: QWidget, beside: QWidget | None) -> QWidget:
        part, line = QWidget(), row(self._theme, gap=SPACE["medium"])
        line.addLayout(labelled(self._theme, text, control))
        if beside:
            level = QWidget()  # as high as the box, so that both stand on one line
            self._theme.size(level, height=CONTROL_HEIGHT)
            row(self._theme, level).addWidget(beside)
            line.addWidget(level, 0, Qt.AlignmentFlag.AlignBottom)
        part.setLayout(line)
        return part

    def _wire(self) -> None:
        self.sheet.chosen.connect(lambda place: self.sheet_chosen.emit(int(place)))
        self.use.clicked.connect(self._use)
        self.column.chosen.connect(self._set_role)
        self.row.chosen.connect(self._set_mark)
        self.start.clicked.connect(self.start_here)
        self.language.chosen.connect(lambda language: self.corrected.emit(with_language(self._mapping, language)))
        self._table.moved.connect(self._show_place)

    def show_mapping(self, sheets: tuple[Sheet, ...], mapping: Mapping) -> None:
        """How the file is read now."""
        self._sheets, self._mapping = sheets, mapping
        can_correct = bool(mapping.tables)
        names = [Choice(str(n), self._sheet_name(sheet)) for n, sheet in enumerate(sheets)]
        shown = next((str(n) for n, sheet in enumerate(sheets) if sheet is self._table.sheet), "0")
        self.sheet.set_choices(names, shown)
        both = any({Role.QUESTION_SV, Role.QUESTION_EN} <= {r for _, r in table.roles} for table in mapping.tables)
        self.language.set_choices([Choice(code, self._(LANGUAGE_NAMES[code])) for code in LANGUAGES], mapping.language)
        shown_parts = {"sheet": len(sheets) > 1, "language": can_correct and not both}
        self.use.setVisible(can_correct)
        for name, part in self._held.items():
            part.setVisible(shown_parts.get(name, can_correct))
        self.setVisible(can_correct or len(sheets) > 1)
        self._show_place()

    def start_here(self) -> None:
        """The questions start in the current row."""
        number = self._table.row_number
        table = table_at(self._mapping, self._table.sheet.name, number)
        if table:
            self.corrected.emit(with_start(self._mapping, table, number))

    def _sheet_name(self, sheet: Sheet) -> str:
        name = sheet.name or self._("The file")
        if self._mapping.tables and not is_used(self._mapping, sheet.name):
            return self._("{name} (left out)", name=name)
        return name

    def _show_place(self) -> None:
        """The boxes say what the column and the row of the current cell are."""
        sheet, number, column = self._table.sheet, self._table.row_number, self._table.column
        table = table_at(self._mapping, sheet.name, number)
        self.use.setChecked(is_used(self._mapping, sheet.name))
        told = dict(table.by_hand).get(number) if table else None
        is_here = table is not None and table.is_used
        self.column.set_current((table.role(column) or "-") if table and column >= 0 else "")
        self.column.setEnabled(is_here and column >= 0)
        self.row.set_current(told or AS_FOUND)
        self.row.setEnabled(is_here and number > 0)
        self.start.setEnabled(is_here and number > 0)
        if column >= 0:
            self._say("column", self._("Column {letter} holds", letter=column_letter(column)))
        self._say("row", self._("Row {number} is", number=number))

    def _say(self, name: str, text: str) -> None:
        control = self.column if name == "column" else self.row
        label = self._held[name].findChildren(QLabel)[0]
        if control.accessibleName() != text:
            label.setText(text)
            control.setAccessibleName(text)

    def _use(self, on: bool) -> None:
        self.corrected.emit(with_sheet(self._mapping, self._table.sheet, on))

    def _set_role(self, role: str) -> None:
        table = table_at(self._mapping, self._table.sheet.name, self._table.row_number)
        if table and self._table.column >= 0:
            held = Role.IGNORED if role == "-" else Role(role)
            self.told.emit(self._say_alike(alike(self._mapping, table)))
            self.corrected.emit(with_role(self._mapping, table, self._table.column, held))

    def _set_mark(self, mark: str) -> None:
        number = self._table.row_number
        table = table_at(self._mapping, self._table.sheet.name, number)
        if table:
            told = None if mark == AS_FOUND else Mark(mark)
            self.corrected.emit(with_mark(self._mapping, table, number, told))

    def _say_alike(self, count: int) -> str:
        return self._("Changed in all {count} tables that look alike.", count=count) if count > 1 else ""
