"""Beside the questions: the findings of the day, and the quick notes that wait to be sorted."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from qmsdesk.domain.findings import TYPE_NAMES, Finding, missing_parts
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.dragging import NoteTarget
from qmsdesk.ui.conduct.tray import Tray
from qmsdesk.ui.conduct.waiting import WaitingNote
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.making import made_at
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll

LATEST = 6
"""So many findings keep the notes that wait below them within reach."""
IN_A_TURN = 10


class SidePanel(QFrame):
    """`finding_chosen` carries an id, `note_dropped` those of a finding and a note. Tab comes from `before`."""

    finding_chosen = Signal(str)
    note_dropped = Signal(str, str)

    def __init__(self, desk: Desk, day: Day, before: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._day = day
        self._before = before
        self.setProperty("kind", "side")
        self.view = PageScroll(desk.theme, margins=(14, 16), gap=10)
        layout = column(desk.theme, self)
        layout.addWidget(self.view)
        self._findings, self._findings_count = self._block(self._("Findings"))
        self._is_whole = False
        self.earlier = TallButton(desk.theme, " ", "quiet", "chevron-up")
        self.earlier.clicked.connect(self._unfold)
        self.view.body.insertWidget(1, self.earlier)
        self._none = label(self._("None yet. Make one from a note with F."), "small", wrap=True)
        self.view.body.addWidget(self._none)
        self.tray = Tray(desk, day)
        self.view.body.addWidget(self.tray)
        self.view.body.addStretch()
        self._cards: dict[str, FindingCard] = {}
        self.tray.entered.connect(self._bring_into_sight)

    def _block(self, title: str) -> tuple[QVBoxLayout, QLabel]:
        head = QWidget()
        line = row(self._desk.theme, head, margins=(2, 0, 2, 0), gap=6)
        count = label("", "muted")
        line.addWidget(label(title, "strong"))
        line.addWidget(count)
        line.addStretch()
        self.view.body.addWidget(head)
        cards = column(self._desk.theme, gap=10)
        self.view.body.addLayout(cards)
        return cards, count

    def show_day(self, current_number: str, typed_id: str) -> None:
        """`current_number` is the open question's; the note with `typed_id` is still on the quick line."""
        self._show_findings(self._day.dossier.findings)
        self.tray.show_day(current_number, typed_id)
        lead_tab(self._before, [self.earlier, *self._cards.values(), *self.tray.stops])

    @property
    def counts(self) -> tuple[int, int]:
        """How many findings and unsorted notes there are."""
        return len(self._cards), self.tray.counts

    def card(self, finding_id: str) -> "FindingCard":
        return self._cards[finding_id]

    def waiting(self, note_id: str) -> WaitingNote:
        return self.tray.waiting(note_id)

    def has_waiting(self, note_id: str) -> bool:
        return self.tray.has_waiting(note_id)

    def go_to(self, note_id: str) -> None:
        """Put the focus on a note that waits to be sorted, and bring it into sight."""
        card = self.tray.waiting(note_id)
        card.take_focus()
        self._bring_into_sight(card)

    def _bring_into_sight(self, card: QWidget) -> None:
        QTimer.singleShot(0, card, lambda: self.view.ensureWidgetVisible(card))

    def make_in_turns(self) -> Iterator[None]:
        """The cards of the findings, a few at a time, before `show_day` shows them."""
        for place, finding in enumerate(self._day.dossier.findings):
            if finding.id not in self._cards:
                self._make(place, finding.id)
            self._cards[finding.id].show_finding(finding)
            if place % IN_A_TURN == IN_A_TURN - 1:
                yield

    def _make(self, place: int, finding_id: str) -> None:
        card = self._cards[finding_id] = FindingCard(self._desk, self._day)
        card.hide()
        card.clicked.connect(lambda: self.finding_chosen.emit(finding_id))
        NoteTarget(self._desk.theme, card).dropped.connect(lambda note_id: self.note_dropped.emit(finding_id, note_id))
        self._findings.insertWidget(place, card)

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        ids = [finding.id for finding in findings]
        self._drop(self._findings, self._cards, ids)
        is_new = False
        for n, finding in enumerate(findings):
            if finding.id not in self._cards:
                self._make(n, finding.id)
                is_new = True
            self._cards[finding.id].show_finding(finding)
        self._findings_count.setText(str(len(findings)))
        self._none.setVisible(not findings)
        self._fold(ids)
        if is_new and self.isVisible():
            self._bring_into_sight(self._cards[ids[-1]])

    def _fold(self, ids: list[str]) -> None:
        """Of many findings the earlier ones wait behind a button."""
        folded = ids[:-LATEST] if len(ids) > LATEST + 1 and not self._is_whole else []
        for key in ids:
            self._cards[key].setHidden(key in folded)
        self.earlier.setVisible(bool(folded))
        self.earlier.setText(self._.plural("{count} earlier", "{count} earlier", len(folded)))

    def _unfold(self) -> None:
        self._is_whole = True
        ids = [finding.id for finding in self._day.dossier.findings]
        self._fold(ids)
        self._cards[ids[0]].setFocus(Qt.FocusReason.TabFocusReason)

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
