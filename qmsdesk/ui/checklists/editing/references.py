"""The references of a question: those it has with their titles, and a line that finds more of them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.references import say_edition, say_reference
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE


class ReferenceList(QWidget):
    """`changed` carries the references as they are to be."""

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._titles: Mapping[str, tuple[str, str]] = {}
        self._editions: Mapping[str, str] = {}
        self._held: tuple[str, ...] | None = None
        name = self._("Add a reference")
        self.box = ChoiceBox(name, may_type=True, placeholder=self._("Clause or words of its title"))
        self.box.chosen.connect(self._add)
        self.box.entered.connect(lambda: self._add(self.box.current() or self.box.text()))
        layout = column(desk.theme, self, gap=SPACE["tight"])
        self._lines = QWidget()
        layout.addWidget(self._lines)
        layout.addWidget(self.box)
        self.buttons: list[Button] = []

    def show_titles(self, titles: Mapping[str, tuple[str, str]], editions: Mapping[str, str]) -> None:
        """What can be referred to, and in which edition where there are several."""
        if (titles, editions) != (self._titles, self._editions):
            self._titles, self._editions = titles, editions
            self._held = None
            self.box.set_choices(Choice(each, self._say(each)) for each in sorted(titles))

    def show_references(self, references: tuple[str, ...]) -> None:
        if references == self._held:
            return
        self._held = references
        lines = QWidget()
        layout = column(self._desk.theme, lines, gap=SPACE["tight"])
        self.buttons = []
        for each in references:
            line = row(self._desk.theme, gap=SPACE["small"])
            line.addWidget(label(self._say(each), "body", wrap=True), 1)
            line.addWidget(self._remover(each))
            layout.addLayout(line)
        held = self.layout()
        assert held is not None, "set when it was made"
        held.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        lines.setVisible(bool(references))

    def _remover(self, reference: str) -> Button:
        button = Button(self._desk.theme, "", "quiet", "x")
        said = self._("Remove {reference}", reference=say_reference(reference))
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.clicked.connect(lambda: self._remove(reference))
        self.buttons.append(button)
        return button

    def _say(self, reference: str) -> str:
        swedish, english = self._titles.get(reference) or ("", "")
        title = (swedish or english) if self._.language == "sv" else (english or swedish)
        said = say_edition(reference, self._editions)
        return f"{said} – {title}" if title else said

    def _add(self, reference: str) -> None:
        reference = reference.strip()
        held = self._held or ()
        self.box.set_current("")
        if reference and reference not in held:
            self.changed.emit((*held, reference))
        self.box.setFocus()

    def _remove(self, reference: str) -> None:
        self.box.setFocus()
        self.changed.emit(tuple(each for each in self._held or () if each != reference))
