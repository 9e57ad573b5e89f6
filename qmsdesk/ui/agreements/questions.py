"""The questions of one list, as rows with one of them open, however many there are."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.domain.agreements import Comparison, Likeness
from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.ui.agreements.card import ComparisonCard
from qmsdesk.ui.agreements.conferring import Conferring
from qmsdesk.ui.conduct.rows import QuestionRows, RowLine
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.measure import keep_measure
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll

ABOVE = 8
MARGINS, GAP = (18, 14, 18), 10


class ComparisonList(QWidget):
    """Put what stands above the rows into `top`, a column."""

    opened = Signal()

    def __init__(self, desk: Desk, conferring: Conferring) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._conferring = conferring
        self._shown: list[Comparison] = []
        self._place = 0
        self.card = ComparisonCard(desk, conferring)
        self.rows = QuestionRows(desk.theme, self.card)
        self.view = PageScroll(desk.theme, margins=(18, 14, 18, 18), gap=GAP)
        self.top = column(desk.theme, gap=GAP)
        self.view.body.addLayout(self.top)
        self.view.body.addWidget(self.rows)
        self.view.body.addStretch()
        column(desk.theme, self).addWidget(self.view)
        self.rows.chosen.connect(self.open)
        self.rows.card_moved.connect(self._show_view)
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._show_view())
        self.view.viewport().installEventFilter(self)

    @property
    def current(self) -> Comparison | None:
        return self._shown[self._place] if self._shown else None

    @property
    def shown(self) -> Sequence[Comparison]:
        return self._shown

    def show_comparisons(self, comparisons: Sequence[Comparison], place: int | None = None) -> None:
        """The list as it stands now; the open question stays open, and one that left gives way to the next."""
        current = self.current
        self._shown = list(comparisons)
        ids = [each.question.id for each in self._shown]
        stays = current.question.id if current and place is None else ""
        self._place = (
            ids.index(stays) if stays in ids else min(place if place is not None else self._place, len(ids) - 1)
        )
        self._place = max(0, self._place)
        self._show()
        if current is not self.current and (current is None or current.question.id not in ids):
            self._scroll_to_card()

    def open(self, question_id: str) -> None:
        """Open a question of the list, and show it among its neighbours."""
        self.card.answers.reason.seal()
        ids = [each.question.id for each in self._shown]
        if question_id in ids:
            self._place = ids.index(question_id)
            self._show()
            self._scroll_to_card()
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.opened.emit()

    def step(self, way: int) -> None:
        """The next question of the list, or the one before."""
        place = self._place + way
        if 0 <= place < len(self._shown):
            self.open(self._shown[place].question.id)
        elif self._shown:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def measure(self) -> None:
        keep_measure(self._desk.theme, self.view.body, self.view.viewport().width(), MARGINS, GAP)

    def _show(self) -> None:
        current = self.current
        if current is not None:
            self.card.show_comparison(current)
        found = {finding.question_id for finding in self._conferring.dossier.findings}
        lines = [self._line(each, each.question.id in found) for each in self._shown]
        self.rows.show_lines(lines, current.question.id if current else "")
        self._show_view()

    def _line(self, comparison: Comparison, has_finding: bool) -> RowLine:
        question = comparison.question
        text = f"{self._conferring.dossier.numbers[question.id]}  {self._.pick(question, 'text')}"
        verdicts = [answer.verdict for answer in comparison.answers]
        agreed = comparison.agreed.verdict if comparison.agreed else None
        tone = agreed or (verdicts[0] if verdicts and comparison.likeness is not Likeness.DIFFERS else None)
        said = ", ".join(self._(VERDICT_NAMES[verdict]) for verdict in verdicts if verdict)
        return RowLine(question.id, text, tone.value if tone else "", f"{text} {said}", has_finding)

    def _scroll_to_card(self) -> None:
        """With a glimpse of the question before it; the first one with what stands above."""
        settle_layouts()
        top = self.rows.y() + self.rows.glimpse_top if self._place else 0
        self.view.verticalScrollBar().setValue(top - self._desk.theme.px(ABOVE))
        self._show_view()

    def _show_view(self) -> None:
        corner = self.rows.mapFrom(self.view.viewport(), QPoint(0, 0))
        self.rows.show_view(QRect(corner, self.view.viewport().size()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.measure()
            self._show_view()
        return False


def settle_layouts() -> None:
    """Do now what Qt would lay out before the next painting, so that places can be asked for."""
    for _ in range(2):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
