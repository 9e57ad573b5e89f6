"""Samples at the open question: how many of how many were looked at, a line each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.samples import Sample, refuse_sample, samples_at
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.targets import TallButton, TallLine, TallNumber
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.undo import TypingUndo

NUMBER_WIDTH, WHAT_WIDTH = 84, 60


class SampleList(QWidget):
    """Hidden where there are none. Tab comes here from what `before` gives."""

    def __init__(self, desk: Desk, day: Day, before: Callable[[], QWidget]) -> None:
        super().__init__()
        self._desk = desk
        self._day = day
        self._before = before
        self._question: Question | None = None
        self.rows: list[SampleRow] = []
        self._layout = column(desk.theme, self, gap=6)
        self.hide()

    def show_question(self, question: Question) -> None:
        """The samples as they stand; lines that are there already stay, with what is being typed in them."""
        if self._question is None or self._question.id != question.id:
            self._drop(self.rows)
            self._question = question
        samples = samples_at(self._day.dossier.samples, question.id)
        ids = {sample.id for sample in samples}
        self._drop([row for row in self.rows if row.sample.id not in ids and not row.is_awaited])
        for sample in samples:
            self._row_for(sample).show_sample(sample, self._day.is_read_only)
        self._show(self.rows)

    def start_new(self) -> None:
        """Begin another sample, unless an empty one waits already."""
        if self._day.is_read_only or self._question is None:
            return
        blank = next((row for row in self.rows if row.is_blank), None)
        if blank is None:
            blank = self._add(Sample(new_id(), self._day.dossier.audit.id, self._question.id), is_blank=True)
            self._show(self.rows)
        blank.looked_at.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return [stop for row in self.rows for stop in row.stops]

    def _row_for(self, sample: Sample) -> "SampleRow":
        found = next((row for row in self.rows if row.sample.id == sample.id), None)
        return found or self._add(sample, is_blank=False)

    def _add(self, sample: Sample, is_blank: bool) -> "SampleRow":
        made = SampleRow(self._desk, self._day, sample, is_blank)
        made.removed.connect(lambda: self._remove(made))
        self.rows.append(made)
        self._layout.addWidget(made)
        made.show()  # now, not when Qt comes to it: the focus goes there at once
        return made

    def _remove(self, gone: "SampleRow") -> None:
        gone.remove()
        self._drop([gone])
        self._show(self.rows)
        self._before().setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, rows: "Sequence[SampleRow]") -> None:
        for gone in list(rows):
            gone.field.clear()
            gone.hide()
            gone.deleteLater()
            self.rows.remove(gone)

    def _show(self, rows: "Sequence[SampleRow]") -> None:
        self.setVisible(bool(rows))
        lead_tab(self._before(), self.stops)


class SampleRow(QWidget):
    """The record comes into being with the first number or character."""

    removed = Signal()

    def __init__(self, desk: Desk, day: Day, sample: Sample, is_blank: bool) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._day = day
        self.sample = sample
        self.is_blank, self.is_awaited = is_blank, is_blank
        self.looked_at, self.out_of = TallNumber(self._("Looked at")), TallNumber(self._("Out of"))
        self.what = TallLine(desk.theme)
        self.what.setPlaceholderText(self._("What? Care plans, cases, keys…"))
        self.what.setAccessibleName(self._("What was looked at"))
        self.field = Field(desk.session, self.what)
        TypingUndo(self.what)
        self.remove_button = TallButton(desk.theme, "", "quiet", "x")
        self.remove_button.setAccessibleName(self._("Remove this sample"))
        self.remove_button.setToolTip(self.remove_button.accessibleName())
        self._wrong = label("", "small", wrap=True)
        self._lay_out()
        self.looked_at.valueChanged.connect(lambda number: self._give("looked_at", number))
        self.out_of.valueChanged.connect(lambda number: self._give("out_of", number))
        self.what.textChanged.connect(self._on_typed)
        self.remove_button.clicked.connect(self.removed)
        self._show_record()

    def _lay_out(self) -> None:
        layout = column(self._desk.theme, self, gap=2)
        line = row(self._desk.theme, gap=8)
        self._desk.theme.size(self.looked_at, width=NUMBER_WIDTH)
        self._desk.theme.size(self.out_of, width=NUMBER_WIDTH)
        self._desk.theme.size(self.what, min_width=WHAT_WIDTH)
        line.addWidget(self.looked_at)
        line.addWidget(label(self._.context("sample", "of"), "small"))
        line.addWidget(self.out_of)
        line.addWidget(self.what, 1)
        line.addWidget(self.remove_button)
        layout.addLayout(line)
        layout.addWidget(self._wrong)
        self._wrong.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        return self.looked_at, self.out_of, self.what, self.remove_button

    @property
    def wrong_text(self) -> str:
        """What cannot be right, said below the line."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def show_sample(self, sample: Sample, is_read_only: bool) -> None:
        self.sample = sample
        self.is_blank = self.is_awaited = False
        self._show_record()
        self.what.setReadOnly(is_read_only)
        for part in (self.looked_at, self.out_of, self.remove_button):
            part.setEnabled(not is_read_only)

    def remove(self) -> None:
        self.field.clear()
        if not self.is_blank:
            self._day.write([Edit("sample", self.sample.id, DELETED, 1, self.sample.audit_id)])

    def _show_record(self) -> None:
        self.looked_at.show_number(self.sample.looked_at)
        self.out_of.show_number(self.sample.out_of)
        self.field.show_record(self.sample, "what")
        self._show_wrong()

    def _give(self, name: str, number: int) -> None:
        given: dict[str, Any] = {name: number}
        self.sample = replace(self.sample, **given)
        if self.is_blank:
            self._create()
        else:
            self._day.write([edit_of(self.sample, name, number)])
        self._show_wrong()

    def _on_typed(self, text: str) -> None:
        if self.is_blank and text.strip():
            self._create()

    def _create(self) -> None:
        self.is_blank = False
        self._day.write(creation_of(self.sample))

    def _show_wrong(self) -> None:
        try:
            refuse_sample(self.sample)
        except Refusal as refusal:
            self._wrong.setText(refusal.say(self._))
            self._wrong.show()
        else:
            self._wrong.hide()
