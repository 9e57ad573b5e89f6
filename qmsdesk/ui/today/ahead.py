"""What is next: the audits to come, each a row that opens its preparation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qmsdesk.domain.audits import KIND_NAMES, STATE_NAMES
from qmsdesk.ui.dates import say_date, short_month
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card, CardButton
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, column, row, rule
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.today.agenda import Ahead

DATE_WIDTH = 52


class AheadCard(Card):
    """`prepare_requested` carries an audit id."""

    prepare_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, desk: Desk, ahead: tuple[Ahead, ...]) -> None:
        super().__init__(desk.theme, margins=(20, 16, 20, 16))
        self._ = desk.words
        head = row(desk.theme)
        head.addWidget(subheading(self._("Next")), 1)
        new = Button(desk.theme, self._("New audit"), "quiet", "plus")
        new.clicked.connect(self.new_requested)
        head.addWidget(new)
        self.body.addLayout(head)
        if not ahead:
            self.body.addWidget(muted(self._("Nothing is planned yet.")))
        for n, item in enumerate(ahead):
            if n:
                self.body.addWidget(rule())
            line = AheadRow(desk, item)
            line.clicked.connect(lambda _checked=False, id_=item.audit.id: self.prepare_requested.emit(id_))
            self.body.addWidget(line)


class AheadRow(CardButton):
    """The day as a block, the unit with its certificates, and what kind of audit it is."""

    def __init__(self, desk: Desk, item: Ahead) -> None:
        super().__init__(desk.theme, "flat", margins=(4, 6))
        _, theme, audit = desk.words, desk.theme, item.audit
        unit = _.pick(item.unit, "name")
        said = _("{kind} · {state}", kind=_(KIND_NAMES[audit.kind]), state=_(STATE_NAMES[audit.state]).lower())
        self.setAccessibleName(f"{say_date(_, audit.date)}, {unit}, {said}")
        line = row(theme, gap=SPACE["large"])
        line.addWidget(_date_block(desk, item))
        texts = column(theme, gap=2)
        _add_name(theme, texts, unit, item.certificates)
        texts.addWidget(small(said))
        line.addLayout(texts, 1)
        _add_way_on(line, _("Prepare"))
        self.body.addLayout(line)


def _date_block(desk: Desk, item: Ahead) -> QWidget:
    block = QWidget()
    desk.theme.size(block, min_width=DATE_WIDTH)
    layout = column(desk.theme, block, gap=0)
    month = short_month(desk.words, item.audit.date)
    if item.audit.date.year != desk.today.year:
        month = f"{month} {item.audit.date.year}"
    for text, kind in ((str(item.audit.date.day), "heading"), (month, "small")):
        part = label(text, kind)
        part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(part)
    return block


def _add_name(theme: Theme, texts: QVBoxLayout, unit: str, certificates: tuple[str, ...]) -> None:
    names = FlowLayout(theme, gap=SPACE["small"])
    names.addWidget(label(unit, "strong"))
    for standard in certificates:
        names.addWidget(Chip(theme, standard, "fulfilled", "shield-check"))
    texts.addLayout(names)


def _add_way_on(line: QHBoxLayout, text: str) -> None:
    line.addWidget(label(f"{text} ›", "muted"), 0, Qt.AlignmentFlag.AlignVCenter)
