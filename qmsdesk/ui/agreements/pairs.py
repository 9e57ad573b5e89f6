"""Two findings side by side: which of them says it better, or whether both stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.i18n import N_
from qmsdesk.ui.agreements.conferring import Conferring
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.lines import empty
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.making import notes_behind
from qmsdesk.ui.findings.measure import keep_measure
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.scroll import PageScroll

NARROWEST = 300
PARTS = {
    "requirement": N_("Requirement"),
    "statement": N_("What we saw"),
    "evidence": N_("Evidence"),
    "consequence": N_("Consequence"),
    "confirmed_by": N_("Confirmed by (role)"),
    "diverging_opinion": N_("Diverging opinion"),
    "contact_role": N_("Contact (role)"),
}


class PairView(QWidget):
    """`kept` carries the finding that stands and the one it takes in; `left` says that both stand."""

    kept = Signal(object, object)
    left = Signal()

    def __init__(self, desk: Desk, conferring: Conferring) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self.pair: tuple[Finding, Finding] | None = None
        self.sides = (FindingSide(desk, conferring, "left"), FindingSide(desk, conferring, "right"))
        self.both = TallButton(desk.theme, self._("Both stand"), "secondary", key="Esc")
        self._view = PageScroll(desk.theme, margins=(20, 14, 20, 20), gap=12)
        held = QWidget()
        self._sides: QHBoxLayout = row(desk.theme, held, gap=12)
        self._lay_out(held)
        for place, side in enumerate(self.sides):
            side.keep.clicked.connect(lambda _=False, place=place: self.keep(place))
        self.both.clicked.connect(self.left)

    def _lay_out(self, held: QWidget) -> None:
        body = self._view.body
        body.addWidget(label(self._("Which of them says it better?"), "heading", wrap=True))
        told = self._("The other one goes with it: its notes, photos and actions stay, and it can be brought back.")
        body.addWidget(label(told, "muted", wrap=True))
        for side in self.sides:
            self._sides.addWidget(side, 1)
        body.addWidget(held)
        body.addWidget(self.both, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch()
        column(self._desk.theme, self).addWidget(self._view)

    def show_pair(self, first: Finding, second: Finding) -> None:
        self.pair = (first, second)
        for side, finding in zip(self.sides, self.pair, strict=True):
            side.show_finding(finding)

    def start(self) -> None:
        """Put the focus on the first choice."""
        self._view.verticalScrollBar().setValue(0)
        self.sides[0].keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self, place: int) -> None:
        """Let the left (0) or the right one (1) stand."""
        if self.pair is not None:
            self.kept.emit(self.pair[place], self.pair[1 - place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.measure()
        super().resizeEvent(event)

    def measure(self) -> None:
        keep_measure(self._desk.theme, self._view.body, self.width(), (20, 14, 20), 12)
        ways = QBoxLayout.Direction
        is_wide = self.width() >= 2 * self._desk.theme.px(NARROWEST)
        self._sides.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)


class FindingSide(Card):
    """Everything one finding says."""

    def __init__(self, desk: Desk, conferring: Conferring, command: str) -> None:
        super().__init__(desk.theme, "", margins=(16, 12), gap=6)
        self._desk = desk
        self._ = desk.words
        self._conferring = conferring
        self._number, self._type = label("", "strong"), Chip(desk.theme, "", "neutral")
        self._title = label("", "subheading", wrap=True)
        self._parts: QVBoxLayout = column(desk.theme, gap=6)
        self.keep = TallButton(desk.theme, " ", "primary", "check", key_of("agreement", command))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = FlowLayout(desk.theme, gap=8)
        head.addWidget(self._number)
        head.addWidget(self._type)
        self.body.addLayout(head)
        self.body.addWidget(self._title)
        self.body.addLayout(self._parts)
        self.body.addStretch()
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)

    def show_finding(self, finding: Finding) -> None:
        person = self._conferring.person(finding.author_id)
        self._number.setText(" · ".join(part for part in (finding.number, person.name if person else "") if part))
        self._type.setText(self._(TYPE_NAMES[finding.type]))
        self._type.set_tone(TONES[finding.type])
        self._title.setText(finding.title.strip() or self._("No title yet"))
        text = self._("Keep {number}", number=finding.number)
        self.keep.setText(text)
        self.keep.setAccessibleName(text)
        empty(self._parts)
        for name, text in self._said(finding):
            self._parts.addWidget(label(name, "small"))
            self._parts.addWidget(label(text, wrap=True))

    @property
    def text(self) -> str:
        """Everything that is said here."""
        return "\n".join(each.text() for each in self.findChildren(QLabel) if not each.isHidden())

    def _said(self, finding: Finding) -> list[tuple[str, str]]:
        dossier = self._conferring.dossier
        said = [(self._(name), getattr(finding, part)) for part, name in PARTS.items() if getattr(finding, part)]
        notes = [note.text for note in notes_behind(dossier, finding) if note.text.strip() != finding.evidence.strip()]
        if notes:
            said.append((self._("Notes"), "\n".join(notes)))
        photos = sum(dossier.standing_id(each.finding_id) == finding.id for each in dossier.attachments)
        if photos:
            said.append((self._("Photos"), self._.plural("{count} photo", "{count} photos", photos)))
        actions = [action.text for action in dossier.actions_of(finding) if action.text.strip()]
        if actions:
            said.append((self._("First action"), "\n".join(actions)))
        return said
