"""Beside the questions: the findings of the day, and the quick notes that wait to be sorted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QVBoxLayout, QWidget

from qmsdesk.domain.findings import TYPE_NAMES, Finding, missing_parts
from qmsdesk.domain.notes import Note
from qmsdesk.domain.progress import unsorted_notes
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.findings.making import made_at
from qmsdesk.ui.findings.targets import TallButton
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.undo import TypingUndo


class SidePanel(QFrame):
    """`finding_chosen` carries an id; the other signals the `Note` that is meant. Tab comes from `before`."""

    finding_chosen = Signal(str)
    link_wanted = Signal(object)
    finding_wanted = Signal(object)
    deletion_wanted = Signal(object)

    def __init__(self, desk: Desk, day: Day, before: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._day = day
        self._before = before
        self._current_number = ""
        self._typed_id = ""
        self.setProperty("kind", "side")
        self.view = PageScroll(desk.theme, margins=(14, 16), gap=10)
        layout = column(desk.theme, self)
        layout.addWidget(self.view)
        self._findings, self._findings_head = self._block(self._("Findings"))
        self._none = label(self._("None yet. Make one from a note with F."), "small", wrap=True)
        self.view.body.addWidget(self._none)
        self._notes, self._notes_head = self._block(self._("Unsorted notes"))
        self.view.body.addStretch()
        self._cards: dict[str, FindingCard] = {}
        self._waiting: dict[str, UnsortedCard] = {}

    def _block(self, title: str) -> tuple[QVBoxLayout, tuple[QWidget, QLabel]]:
        head = QWidget()
        line = row(self._desk.theme, head, margins=(2, 0, 2, 0), gap=6)
        count = label("", "muted")
        line.addWidget(label(title, "strong"))
        line.addWidget(count)
        line.addStretch()
        self.view.body.addWidget(head)
        cards = column(self._desk.theme, gap=10)
        self.view.body.addLayout(cards)
        return cards, (head, count)

    def show_day(self, current_number: str, typed_id: str) -> None:
        """`current_number` is the open question's; the note with `typed_id` is still on the quick line."""
        self._current_number, self._typed_id = current_number, typed_id
        self._show_findings(self._day.dossier.findings)
        self._show_notes([note for note in unsorted_notes(self._day.dossier) if note.id != typed_id])
        lead_tab(self._before, [*self._cards.values(), *(card.card for card in self._waiting.values())])

    @property
    def counts(self) -> tuple[int, int]:
        """How many findings and unsorted notes there are."""
        return len(self._cards), len(self._waiting)

    def card(self, finding_id: str) -> "FindingCard":
        return self._cards[finding_id]

    def waiting(self, note_id: str) -> "UnsortedCard":
        return self._waiting[note_id]

    def has_waiting(self, note_id: str) -> bool:
        return note_id in self._waiting

    def go_to(self, note_id: str) -> None:
        """Put the focus on a note that waits to be sorted, and bring it into sight."""
        card = self._waiting[note_id].card
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, card, lambda: self.view.ensureWidgetVisible(card))

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        ids = [finding.id for finding in findings]
        self._drop(self._findings, self._cards, ids)
        is_new = False
        for n, finding in enumerate(findings):
            if finding.id not in self._cards:
                card = FindingCard(self._desk, self._day)
                card.clicked.connect(lambda _=False, key=finding.id: self.finding_chosen.emit(key))
                self._cards[finding.id] = card
                self._findings.insertWidget(n, card)
                is_new = True
            self._cards[finding.id].show_finding(finding)
        self._findings_head[1].setText(str(len(findings)))
        self._none.setVisible(not findings)
        if is_new and self.isVisible():
            newest = self._cards[ids[-1]]
            QTimer.singleShot(0, newest, lambda: self.view.ensureWidgetVisible(newest))

    def _show_notes(self, notes: Sequence[Note]) -> None:
        ids = [note.id for note in notes]
        for card in (card for key, card in self._waiting.items() if key not in ids):
            card.seal()
        self._drop(self._notes, self._waiting, ids)
        for n, note in enumerate(notes):
            if note.id not in self._waiting:
                self._waiting[note.id] = self._new_unsorted()
                self._notes.insertWidget(n, self._waiting[note.id])
            self._waiting[note.id].show_note(note, self._current_number, self._is_mine(note))
        self._notes_head[0].setVisible(bool(notes))
        self._notes_head[1].setText(str(len(notes)))

    def _is_mine(self, note: Note) -> bool:
        return note.author_id == self._day.author_id and not self._day.is_read_only

    def _new_unsorted(self) -> "UnsortedCard":
        card = UnsortedCard(self._desk, self._day)
        card.link_wanted.connect(self.link_wanted)
        card.finding_wanted.connect(self.finding_wanted)
        card.deletion_wanted.connect(self.deletion_wanted)
        return card

    def _drop(self, layout: QVBoxLayout, cards: dict[str, Any], ids: list[str]) -> None:
        for key in [key for key in cards if key not in ids]:
            card = cards.pop(key)
            layout.removeWidget(card)
            card.hide()
            card.deleteLater()


class FindingCard(CardButton):
    """A finding in short."""

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__(desk.theme, "", margins=(12, 10), gap=4)
        self._ = desk.words
        self._day = day
        self._shown: tuple[object, ...] = ()
        self._chip = Chip(desk.theme, "", "observation")
        self._title, self._foot = label("", wrap=True), label("", "small", wrap=True)
        for part in (self._chip, self._title, self._foot):
            self.body.addWidget(part)

    def show_finding(self, finding: Finding) -> None:
        foot = self._say_foot(finding)
        if (finding, foot) == self._shown:
            return
        self._shown = (finding, foot)
        kind = self._(TYPE_NAMES[finding.type])
        self._chip.setText(kind)
        self._chip.set_tone(TONES[finding.type])
        self._title.setText(finding.title or self._("No title yet"))
        self._foot.setText(foot)
        self.setAccessibleName(f"{kind} {finding.number}: {self._title.text()}. {foot}")
        self.updateGeometry()

    def _say_foot(self, finding: Finding) -> str:
        made = made_at(self._day.dossier, finding)
        number = self._day.dossier.numbers.get(finding.question_id or "", "")
        lacks = self._("not complete") if missing_parts(finding) else ""
        parts = (finding.number, number, self._.time(made) if made else "", lacks)
        return " · ".join(part for part in parts if part)


class UnsortedCard(QWidget):
    """A quick note that waits: press it to say where it belongs."""

    link_wanted = Signal(object)
    finding_wanted = Signal(object)
    deletion_wanted = Signal(object)

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__()
        self._desk = desk
        self._day = day
        self._ = desk.words
        self._note: Note
        self._number = ""
        self.card = CardButton(desk.theme, "dashed", margins=(12, 10), gap=4)
        self._text, self._foot = label("", wrap=True), label("", "small", wrap=True)
        self.card.body.addWidget(self._text)
        self.card.body.addWidget(self._foot)
        self.editor = GrowingEdit(desk.theme, min_lines=2)
        self.editor.setAccessibleName(self._("Note"))
        self._field = Field(desk.session, self.editor)
        TypingUndo(self.editor)
        self.done = TallButton(desk.theme, self._("Done"), "secondary")
        layout = column(desk.theme, self, gap=6)
        for part in (self.card, self.editor, self.done):
            layout.addWidget(part)
        self.menu = QMenu(self)
        self.card.clicked.connect(self._open_menu)
        self.done.clicked.connect(self.stop_editing)
        self._show_editing(False)

    def show_note(self, note: Note, current_number: str, is_mine: bool) -> None:
        self._note, self._number = note, current_number
        author = self._day.dossier.person(note.author_id)
        who = "" if is_mine or author is None else author.initials
        self._text.setText(note.text.strip())
        self._foot.setText(" · ".join(part for part in (self._.time(note.at), who) if part))
        self.card.setAccessibleName(f"{self._text.text()}. {self._foot.text()}")
        self.card.setEnabled(not self._day.is_read_only)
        self.card.updateGeometry()
        if self._is_editing:
            self._field.show_record(note, "text")
        self._fill_menu(is_mine)

    def _fill_menu(self, is_mine: bool) -> None:
        self.menu.clear()
        if self._number:
            text = self._("Link to question {number}", number=self._number)
            self.menu.addAction(text).triggered.connect(lambda: self.link_wanted.emit(self._note))
        self.menu.addAction(self._("Make finding")).triggered.connect(lambda: self.finding_wanted.emit(self._note))
        if is_mine:
            self.menu.addAction(self._("Edit")).triggered.connect(self.start_editing)
            self.menu.addAction(self._("Delete")).triggered.connect(lambda: self.deletion_wanted.emit(self._note))

    def seal(self) -> None:
        self._field.seal()

    def start_editing(self) -> None:
        self._show_editing(True)
        self._field.show_record(self._note, "text")
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_editing(self) -> None:
        self._field.seal()
        self._show_editing(False)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_editing(self, is_editing: bool) -> None:
        self._is_editing = is_editing
        self.card.setVisible(not is_editing)
        self.editor.setVisible(is_editing)
        self.done.setVisible(is_editing)

    def _open_menu(self) -> None:
        self.menu.popup(self.card.mapToGlobal(QPoint(0, self.card.height())))
        self.menu.setActiveAction(self.menu.actions()[0])
