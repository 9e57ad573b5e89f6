"""The notes of a question: one's own to write on, those of others to read, and room for a new one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.checklists import Question
from qmsdesk.domain.notes import Note
from qmsdesk.domain.people import Person
from qmsdesk.domain.progress import notes_of, withdrawn_notes
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.own_notes import NoteRow
from qmsdesk.ui.conduct.withdrawing import WithdrawLine, say_trace
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.layouts import row as line


class NoteList(QWidget):
    """Signals carry a `Note` as it stands, and a `Question` where one is meant. Tab comes from `before`."""

    finding_wanted = Signal(object)
    deletion_wanted = Signal(object)
    withdrawal_wanted = Signal(object)
    link_wanted = Signal(object, object)
    unlink_wanted = Signal(object, object)

    def __init__(self, desk: Desk, day: Day, before: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._day = day
        self._before = before
        self._question: Question | None = None
        self._rows: list[NoteRow | HeardRow] = []
        self._layout = column(desk.theme, self, gap=8)
        self._traces = label("", "small", wrap=True)
        self._layout.addWidget(self._traces)

    def show_question(self, question: Question) -> None:
        """The notes as they stand; rows that are there already stay, with what is being typed in them."""
        if self._question != question:
            self._drop(self._rows)
            self._question = question
        had_focus = any(editor.hasFocus() for editor in self.editors)
        notes = [note for note in notes_of(self._day.dossier, question.id) if self._is_shown(note)]
        ids = {note.id for note in notes}
        self._drop([row for row in self._rows if not (row.note.id in ids or row.is_blank or row.is_fresh)])
        for note in notes:
            row = self._row_for(note)
            row.show_note(note)
            if isinstance(row, NoteRow):
                row.show_links(question)
        self._show_traces(question)
        self._order({note.id: n for n, note in enumerate(notes)})
        self._drop([row for row in self._spare_rows() if not row.editor.hasFocus()])
        if not self.own_rows and not self._day.is_read_only:
            self._add(self._blank_row())
        lead_tab(self._before, [stop for row in self._rows for stop in row.stops])
        if had_focus and not any(editor.hasFocus() for editor in self.editors):
            self.start()

    def start(self) -> None:
        """Write on: in the empty note, else at the end of one's last one."""
        if self.own_rows:
            self.own_rows[-1].take_focus()

    def start_new(self) -> None:
        """Begin another note, unless an empty one waits already."""
        if self._day.is_read_only or self._question is None:
            return
        if not any(row.is_empty for row in self.own_rows):
            self._add(self._blank_row())
        new = next(row for row in self.own_rows if row.is_empty)
        new.is_wanted = True
        new.take_focus()

    def go_to(self, note_id: str) -> None:
        """Put the focus on a note that stands here."""
        for row in self._rows:
            if row.note.id == note_id:
                row.stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def chosen(self) -> Note | None:
        """The note somebody means: the one that is written on, else one's last with any text."""
        own = [row for row in self.own_rows if not row.is_empty]
        focused = [row for row in own if row.editor.hasFocus()]
        return (focused or own)[-1].note_now() if own else None

    def seal(self) -> None:
        for row in self.own_rows:
            row.seal()

    @property
    def editors(self) -> list[GrowingEdit]:
        return [row.editor for row in self.own_rows]

    @property
    def own_rows(self) -> "list[NoteRow]":
        """The notes one may write on."""
        return [row for row in self._rows if isinstance(row, NoteRow)]

    @property
    def trace_text(self) -> str:
        """What is said of notes that were withdrawn here."""
        return self._traces.text()

    def _show_traces(self, question: Question) -> None:
        withdrawn = withdrawn_notes(self._day.dossier, question.id)
        self._traces.setText("\n".join(say_trace(self._, self._day, note) for note in withdrawn))
        self._traces.setVisible(bool(withdrawn))

    def _spare_rows(self) -> "list[NoteRow]":
        """Room for a first note, which is not needed where there are notes."""
        blank = [row for row in self.own_rows if row.is_blank and not row.is_wanted]
        return blank if len(blank) < len(self.own_rows) else []

    def _is_shown(self, note: Note) -> bool:
        """An empty note is only seen by whoever has just begun it."""
        return bool(note.text.strip()) or any(row.note.id == note.id for row in self._rows)

    def _blank_row(self) -> "NoteRow":
        question = self._question
        blank = self._day.blank_note()
        return NoteRow(self._desk, self._day, blank, lambda note: self._day.begin_note(note, question))

    def _row_for(self, note: Note) -> "NoteRow | HeardRow":
        for row in self._rows:
            if row.note.id == note.id:
                return row
        if note.author_id == self._day.author_id and not self._day.is_read_only:
            return self._add(self._blank_row())
        row = HeardRow(self._desk, self._day, self._day.dossier.person(note.author_id), self._day.is_read_only)
        row.note = note
        return self._add(row)

    def _add(self, row: "NoteRow | HeardRow") -> "NoteRow | HeardRow":
        self._rows.append(row)
        self._layout.insertWidget(self._layout.count() - 1, row)
        row.finding_wanted.connect(self.finding_wanted)
        row.withdrawal_wanted.connect(self.withdrawal_wanted)
        if isinstance(row, NoteRow):
            row.deletion_wanted.connect(self.deletion_wanted)
            row.links.link_wanted.connect(lambda question: self.link_wanted.emit(row.note, question))
            row.links.unlink_wanted.connect(lambda question: self.unlink_wanted.emit(row.note, question))
        row.show()
        return row

    def _order(self, places: dict[str, int]) -> None:
        """By time, what is being begun last."""
        ordered = sorted(self._rows, key=lambda row: places.get(row.note.id, len(places)))
        if ordered != self._rows:
            self._rows = ordered
            for row in ordered:
                self._layout.removeWidget(row)
                self._layout.insertWidget(self._layout.count() - 1, row)

    def _drop(self, rows: "list[NoteRow | HeardRow]") -> None:
        for row in list(rows):
            row.seal()
            self._rows.remove(row)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()


class HeardRow(QWidget):
    """A note of somebody else, or of a day that is over: to be read, and to make a finding of."""

    finding_wanted = Signal(object)
    withdrawal_wanted = Signal(object)

    def __init__(self, desk: Desk, day: Day, author: Person | None, is_read_only: bool) -> None:
        super().__init__()
        self._ = desk.words
        self._desk, self._day = desk, day
        self.asking: WithdrawLine | None = None
        self._initials = author.initials if author else ""
        self.note: Note
        self.is_blank = self.is_fresh = False
        self._head, self._text = label("", "small"), label("", wrap=True)
        self._head.setToolTip(author.name if author else "")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.finding_button = TallButton(desk.theme, "", "quiet", "flag")
        self.finding_button.setAccessibleName(self._("Make finding from this note"))
        self.finding_button.setToolTip(self._("Make finding from this note"))
        self.finding_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.finding_button.setVisible(not is_read_only)
        self.finding_button.clicked.connect(lambda: self.finding_wanted.emit(self.note))
        self.withdraw_button = TallButton(desk.theme, "", "quiet", "ellipsis")
        self.withdraw_button.setAccessibleName(self._("Withdraw at the speaker's request"))
        self.withdraw_button.setToolTip(self.withdraw_button.accessibleName())
        self.withdraw_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.withdraw_button.setVisible(author is not None and author.id == day.author_id)
        self.withdraw_button.clicked.connect(self.ask_to_withdraw)
        self._said = column(desk.theme, gap=2)
        self._said.addWidget(self._head)
        self._said.addWidget(self._text)
        layout = line(desk.theme, self, gap=4)
        layout.addLayout(self._said, 1)
        for button in (self.finding_button, self.withdraw_button):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def ask_to_withdraw(self) -> None:
        """One's own words may be taken back after the day too."""
        if self.asking is None:
            self.asking = WithdrawLine(self._desk, self._day.findings_from(self.note))
            self.asking.confirmed.connect(lambda: self.withdrawal_wanted.emit(self.note))
            self.asking.left.connect(self.asking.hide)
            self._said.addWidget(self.asking)
        self.asking.show()
        self.asking.start()

    def show_note(self, note: Note) -> None:
        self.note = note
        self._head.setText(" · ".join(part for part in (self._.time(note.at), self._initials) if part))
        self._text.setText(note.text)

    @property
    def stops(self) -> list[QWidget]:
        return [self.finding_button, self.withdraw_button]

    def seal(self) -> None:
        """There is nothing to hand in."""
