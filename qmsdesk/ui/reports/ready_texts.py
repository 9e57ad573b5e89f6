"""Ready texts as fields: those of one report, or those of the organisation, in one language at a time."""

from collections.abc import Callable
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.ready_texts import PLACE_NAMES, ReadyPlace, ReadyText, ready_text, ready_text_id
from qmsdesk.domain.records import edit_of
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.store.ready_texts import ready_texts_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.reports.languages import LANGUAGE_NAMES
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.toggles import RadioButton, join
from qmsdesk.ui.theme.tokens import SPACE

TALLEST = 10_000


class Held(NamedTuple):
    ready_texts: tuple[ReadyText, ...]


class ReadyTextForm(QWidget):
    """Without an audit the texts are the organisation's. An empty field shows what is printed then."""

    language_chosen = Signal(str)

    def __init__(self, desk: Desk, audit_id: str | None, language: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._language = language
        self._is_read_only = False
        self.buttons: dict[str, RadioButton] = {}
        self.fields: dict[ReadyPlace, ReadyField] = {}
        layout = column(desk.theme, self, gap=SPACE["medium"])
        layout.addWidget(self._languages())
        for place in ReadyPlace:
            self.fields[place] = ReadyField(desk, place, audit_id)
            layout.addLayout(labelled(desk.theme, self._(PLACE_NAMES[place]), self.fields[place].editor))

    def show_language(self, language: str) -> None:
        self._language = language
        self.buttons[language].setChecked(True)
        self.reload()

    def set_read_only(self, on: bool) -> None:
        self._is_read_only = on
        for field in self.fields.values():
            field.editor.setReadOnly(on)

    def reload(self) -> None:
        """Show the texts as they are in the register, but for what is being typed."""
        held = ready_texts_of(self._desk.session.db, self._audit_id)
        for field in self.fields.values():
            field.show_texts(held, self._language)

    def _languages(self) -> QWidget:
        held, group = QWidget(), QButtonGroup(self)
        flow = FlowLayout(self._desk.theme, held, gap=SPACE["large"])
        for language in LANGUAGES:
            button = RadioButton(self._(LANGUAGE_NAMES[language]))
            button.setChecked(language == self._language)
            button.clicked.connect(self._chooser(language))
            join(group, button)
            flow.addWidget(button)
            self.buttons[language] = button
        return held

    def _chooser(self, language: str) -> Callable[[], None]:
        def choose() -> None:
            self.show_language(language)
            self.language_chosen.emit(language)

        return choose


class PrintedEdit(GrowingEdit):
    """Empty, it is as high as what is printed then."""

    def show_printed(self, text: str) -> None:
        self.setPlaceholderText(text)
        self._fit()

    def _needed_lines(self) -> int:
        if self.toPlainText():
            return super()._needed_lines()
        width = self.viewport().width() - 2 * ceil(self.document().documentMargin())
        room = QRect(0, 0, max(width, self.theme.px(60)), TALLEST)
        needed = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.placeholderText())
        return ceil(needed.height() / self.fontMetrics().height())


class ReadyField:
    """One text. Its record comes into being with the first character."""

    def __init__(self, desk: Desk, place: ReadyPlace, audit_id: str | None) -> None:
        self._desk = desk
        self._place = place
        self._audit_id = audit_id
        self._is_missing = False
        self._text = self._new()
        self.editor = PrintedEdit(desk.theme, min_lines=2)
        self.field = Field(desk.session, self.editor)
        self.editor.textChanged.connect(self._on_text_changed)

    def show_texts(self, held: tuple[ReadyText, ...], language: str) -> None:
        mine = [each for each in held if each.place is self._place and each.audit_id == self._audit_id]
        self._is_missing = not mine
        self._text = mine[0] if mine else self._new()
        name = f"text_{language}"
        self.field.show_record(self._text, name)
        emptied = replace(self._text, **{name: ""})  # type: ignore[arg-type]  # the field of the language
        others = tuple(each for each in held if each.id != self._text.id)
        self.editor.show_printed(ready_text(Held((emptied, *others)), self._place, words(language)))

    def _new(self) -> ReadyText:
        return ReadyText(ready_text_id(self._place, self._audit_id), self._place, audit_id=self._audit_id)

    def _on_text_changed(self) -> None:
        if self._is_missing and not self.field.is_filling:
            self._is_missing = False
            self._desk.session.write(_standing(self._text))


def _standing(text: ReadyText) -> list[Edit]:
    """The record as one without words, also where it was made and taken back before."""
    edits = [edit_of(text, DELETED, 0), edit_of(text, "place", text.place)]
    return [*edits, edit_of(text, "audit_id", text.audit_id)] if text.audit_id else edits
