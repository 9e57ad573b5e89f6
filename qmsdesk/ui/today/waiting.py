"""What waits for you, and what the year has given so far."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.audits import Audit
from qmsdesk.i18n import Words
from qmsdesk.store.figures import YearFigures
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.cards import Card, CardButton
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label, muted, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, column, row, rule
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.today.agenda import Waiting


class WaitingCard(Card):
    """`place_requested` carries a page, `audit_requested` an audit id and its step."""

    place_requested = Signal(str)
    audit_requested = Signal(str, str)

    def __init__(self, desk: Desk, waiting: Waiting) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = desk.words
        self._rows = 0
        self.body.addWidget(subheading(self._("Waiting for you")))
        self._add_lines(waiting)
        if not self._rows:
            self.body.addWidget(muted(self._("Nothing. Everything is answered and in time.")))

    def _add_lines(self, waiting: Waiting) -> None:
        _ = self._
        text = _.plural("overdue action", "overdue actions", waiting.overdue)
        self._add(waiting.overdue, "major", text, "actions")
        text = _.plural(
            "improvement proposal without an answer",
            "improvement proposals without an answer",
            waiting.unanswered,
        )
        self._add(waiting.unanswered, "improvement", text, "actions")
        text = _.plural("report is still a draft", "reports are still drafts", len(waiting.drafts))
        self._add_audits(waiting.drafts, "observation", text, "report")
        text = _.plural(
            "audit whose day passed without a start", "audits whose day passed without a start", len(waiting.missed)
        )
        self._add_audits(waiting.missed, "minor", text, "prepare")

    def _add(self, count: int, tone: str, text: str, place: str) -> None:
        if count:
            self._add_row(count, tone, text).clicked.connect(lambda: self.place_requested.emit(place))

    def _add_audits(self, audits: tuple[Audit, ...], tone: str, text: str, step: str) -> None:
        """One audit is opened at its step; several are found in the programme."""
        if len(audits) == 1:
            line = self._add_row(1, tone, text)
            line.clicked.connect(lambda: self.audit_requested.emit(audits[0].id, step))
        else:
            self._add(len(audits), tone, text, "programme")

    def _add_row(self, count: int, tone: str, text: str) -> CardButton:
        if self._rows:
            self.body.addWidget(rule())
        self._rows += 1
        line = CardButton(self._desk.theme, "flat", margins=(2, 6))
        line.setAccessibleName(f"{count} {text}")
        inner = row(self._desk.theme, gap=SPACE["medium"])
        inner.addWidget(Chip(self._desk.theme, str(count), tone), 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(label(text, wrap=True), 1)
        line.body.addLayout(inner)
        self.body.addWidget(line)
        return line


class YearCard(Card):
    """Three large figures, each with what it was last year."""

    def __init__(self, desk: Desk, this_year: YearFigures, last_year: YearFigures) -> None:
        super().__init__(desk.theme)
        _ = desk.words
        self.body.addWidget(subheading(_("This year")))
        figures = FlowLayout(desk.theme, gap=SPACE["wide"])
        for number, text, last in (
            (str(this_year.proposals), _("improvement proposals"), str(last_year.proposals)),
            (_share(_, this_year), _("implemented"), _share(_, last_year)),
            (str(this_year.days), _("days held"), str(last_year.days)),
        ):
            figures.addWidget(_figure(desk, number, text, _("{number} last year", number=last)))
        self.body.addLayout(figures)


def _figure(desk: Desk, number: str, text: str, last: str) -> QWidget:
    held = QWidget()
    layout = column(desk.theme, held, gap=0)
    layout.addWidget(label(number, "title"))
    layout.addWidget(label(text, "small"))
    layout.addWidget(label(last, "small"))
    return held


def _share(_: Words, figures: YearFigures) -> str:
    return "–" if figures.share is None else _("{share}%", share=figures.share)
