"""The main messages: what the unit should remember, three of them, in an order one can change."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qmsdesk.domain.figures import found_by_section
from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.main_messages import (
    USUAL_MESSAGES,
    MainMessage,
    moved_position,
    offered_drafts,
    position_at,
)
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.report.charts.findings import section_chart
from qmsdesk.report.drawings import Chart
from qmsdesk.ui.agreements.conferring import Conferring
from qmsdesk.ui.charts.panel import ChartPanel
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.lines import empty
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.findings.measure import keep_measure
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tokens import TONE_ICONS
from qmsdesk.ui.undo import TypingUndo

MARGINS, GAP = (18, 14, 18), 10
OFFERED = 8


class MessagesPart(QWidget):
    """Rows that are there stay, with what is being typed in them; there is always room for three."""

    def __init__(self, desk: Desk, conferring: Conferring) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._conferring = conferring
        self._rows: list[MessageRow] = []
        self._offered: list[Finding] | None = None
        self._places: QVBoxLayout = column(desk.theme, gap=GAP)
        self.more = TallButton(desk.theme, self._("One more message"), "quiet", "plus")
        self._offer_head = label(self._("Begin with a finding"), "strong")
        self._offers = QWidget()
        self._offers_layout = FlowLayout(desk.theme, self._offers, gap=8)
        self.chart = ChartPanel(desk.theme, desk.words, self._sections())
        self.view = PageScroll(desk.theme, margins=(18, 14, 18, 18), gap=GAP)
        self._lay_out()
        self.more.clicked.connect(self.add)
        self.view.viewport().installEventFilter(self)
        self.refresh()

    def _lay_out(self) -> None:
        body = self.view.body
        body.addWidget(label(self._("What should the unit remember?"), "heading", wrap=True))
        told = self._("Three short messages are remembered; more are not. Say them first at the closing meeting.")
        body.addWidget(label(told, "muted", wrap=True))
        body.addLayout(self._places)
        body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._offer_head)
        body.addWidget(self._offers)
        body.addWidget(self.chart)
        body.addStretch()
        column(self._desk.theme, self).addWidget(self.view)

    @property
    def rows(self) -> "list[MessageRow]":
        return self._rows

    @property
    def offers(self) -> list[Button]:
        """The findings one can begin a message with."""
        return [button for button in self._offers.findChildren(Button) if not button.isHidden()]

    def start(self) -> None:
        """Write in the first row that is empty, else at the end of the first."""
        row_ = next((each for each in self._rows if each.is_empty), self._rows[0])
        row_.take_focus()

    def add(self) -> None:
        """Room for one more."""
        self._add_row()
        self._number_rows()
        self._rows[-1].take_focus()

    def move_message(self, way: int) -> None:
        """Move the message one writes on up (-1) or down (1)."""
        here = next((each for each in self._rows if each.editor.hasFocus()), None)
        if here is None or here.is_blank or self._conferring.is_read_only:
            return
        here.seal()
        written = [each.message for each in self._rows if not each.is_blank]
        position = moved_position(written, here.message.id, way)
        if position is None:
            return
        self._desk.session.write([edit_of(here.message, "position", position)])
        here.message = replace(here.message, position=position)
        self._order()

    def insert(self, finding: Finding) -> None:
        """Begin a message with the title of a finding, in the row that is empty and written on, else the first."""
        free = [each for each in self._rows if each.is_empty]
        row_ = next((each for each in free if each.editor.hasFocus()), free[0] if free else None)
        if row_ is None:
            row_ = self._add_row()
            self._number_rows()
        row_.take_focus()
        row_.editor.insertPlainText(finding.title.strip())
        row_.seal()

    def refresh(self) -> None:
        """Show the messages as they stand now."""
        messages = {message.id: message for message in self._conferring.dossier.main_messages}
        for row_ in [
            each for each in self._rows if not (each.message.id in messages or each.is_blank or each.is_fresh)
        ]:
            self._drop(row_)
        known = {row_.message.id: row_ for row_ in self._rows}
        for message in messages.values():
            (known.get(message.id) or self._row_for_new()).show_message(message)
        while len(self._rows) < USUAL_MESSAGES:
            self._add_row()
        self._order()
        self._show_offers()
        self.chart.show_chart(self._sections())
        self.chart.setVisible(bool(self._conferring.dossier.findings))
        for row_ in self._rows:
            row_.set_read_only(self._conferring.is_read_only)
        self.more.setVisible(not self._conferring.is_read_only)

    def _sections(self) -> Chart:
        """Where the findings arose, to see what weighs most."""
        return section_chart(found_by_section(self._conferring.dossier), self._)

    def _row_for_new(self) -> "MessageRow":
        """A message that came from elsewhere takes a row nobody writes in."""
        return (
            next((each for each in self._rows if each.is_blank and not each.editor.hasFocus()), None) or self._add_row()
        )

    def _add_row(self) -> "MessageRow":
        row_ = MessageRow(self._desk, self._conferring.audit_id, self._begin)
        row_.moved.connect(self._move_row)
        self._rows.append(row_)
        self._places.addWidget(row_)
        return row_

    def _begin(self, row_: "MessageRow") -> MainMessage:
        """The record of a row comes into being with its first character, at the place where the row stands."""
        place = sum(not each.is_blank for each in self._rows[: self._rows.index(row_)])
        written = [each.message for each in self._rows if not each.is_blank and each is not row_]
        message = replace(row_.message, position=position_at(written, place))
        self._desk.session.write(creation_of(message))
        return message

    def _move_row(self, row_: "MessageRow", way: int) -> None:
        row_.take_focus()
        self.move_message(way)

    def _drop(self, row_: "MessageRow") -> None:
        self._rows.remove(row_)
        self._places.removeWidget(row_)
        row_.hide()
        row_.deleteLater()

    def _order(self) -> None:
        """The written ones by their keys; rows that wait keep their places among them."""
        written = sorted((each for each in self._rows if not each.is_blank), key=lambda each: each.message.position)
        ordered = [each if each.is_blank else written.pop(0) for each in self._rows]
        if ordered != self._rows:
            focus = next((each for each in self._rows if each.editor.hasFocus()), None)
            self._rows = ordered
            for row_ in ordered:
                self._places.removeWidget(row_)
                self._places.addWidget(row_)
            if focus is not None:
                focus.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number_rows()

    def _number_rows(self) -> None:
        for number, row_ in enumerate(self._rows, 1):
            row_.show_number(number, len(self._rows))
        for before, after in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(before.down, after.editor)

    def _show_offers(self) -> None:
        findings = offered_drafts(self._conferring.dossier.findings, self._conferring.dossier.main_messages)[:OFFERED]
        offered = [] if self._conferring.is_read_only else findings
        if offered == self._offered:
            return
        self._offered = offered
        empty(self._offers_layout)
        for finding in offered:
            self._offers_layout.addWidget(self._offer(finding))
        self._offers.setVisible(bool(offered))
        self._offer_head.setVisible(bool(offered))

    def _offer(self, finding: Finding) -> TallButton:
        tone = TONES[finding.type]
        button = TallButton(self._desk.theme, _shortened(finding.title.strip()), "secondary", TONE_ICONS[tone])
        button.setToolTip(finding.title)
        button.setAccessibleName(f"{self._(TYPE_NAMES[finding.type])}: {finding.title}")
        button.clicked.connect(lambda: self.insert(finding))
        return button

    def measure(self) -> None:
        keep_measure(self._desk.theme, self.view.body, self.view.viewport().width(), MARGINS, GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.measure()
        return False


class MessageRow(QWidget):
    """One message. `moved` carries the row and the way it is to go."""

    moved = Signal(object, int)

    def __init__(self, desk: Desk, audit_id: str, begin: "Callable[[MessageRow], MainMessage]") -> None:
        super().__init__()
        self._ = desk.words
        self._begin = begin
        self.message = MainMessage(new_id(), audit_id)
        self.is_blank, self.is_fresh = True, False
        self._number = label("", "heading")
        self.editor = GrowingEdit(desk.theme, self._("One sentence"), min_lines=2)
        self._field = Field(desk.session, self.editor)
        self._field.show_record(self.message, "text")
        TypingUndo(self.editor)
        self.up = TallButton(desk.theme, "", "quiet", "chevron-up")
        self.down = TallButton(desk.theme, "", "quiet", "chevron-down")
        layout = row(desk.theme, self, gap=8)
        desk.theme.size(self._number, min_width=22)
        layout.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.up, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.down, 0, Qt.AlignmentFlag.AlignTop)
        self.editor.textChanged.connect(self._on_text_changed)
        self.up.clicked.connect(lambda: self.moved.emit(self, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self, 1))

    def show_message(self, message: MainMessage) -> None:
        self.is_blank = self.is_fresh = False
        self.message = message
        self._field.show_record(message, "text")

    def show_number(self, number: int, count: int) -> None:
        self._number.setText(str(number))
        self.editor.setAccessibleName(self._("Main message {number}", number=number))
        for button, text, command in (
            (self.up, self._("Move message {number} up", number=number), "up"),
            (self.down, self._("Move message {number} down", number=number), "down"),
        ):
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({key_of('agreement', command)})")
        self.up.setEnabled(number > 1 and not self.is_blank)
        self.down.setEnabled(number < count and not self.is_blank)

    def set_read_only(self, is_read_only: bool) -> None:
        self.editor.setReadOnly(is_read_only)
        for button in (self.up, self.down):
            button.setVisible(not is_read_only)

    @property
    def is_empty(self) -> bool:
        return not self.editor.toPlainText().strip()

    def seal(self) -> None:
        self._field.seal()

    def take_focus(self) -> None:
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def _on_text_changed(self) -> None:
        if self.is_blank and not self.is_empty:
            self.is_blank, self.is_fresh = False, True
            self.message = self._begin(self)


def _shortened(text: str, length: int = 48) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0]}…"
