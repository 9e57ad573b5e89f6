"""Words that a copy leaves out wherever they stand: marked in the texts, offered where they look like personal data."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qmsdesk.domain.masking import finder
from qmsdesk.domain.masks import Covers, Mask
from qmsdesk.domain.personal_data import REASONS, find_personal_data
from qmsdesk.domain.report_texts import ReportText
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.masked_words import MarkingView
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll

OFFERED = 20
"""Whoever has masked these is offered the next."""


class WordsTab(QWidget):
    """`mask_wanted` carries words, `unmask_wanted` a `Mask`."""

    mask_wanted = Signal(object)
    unmask_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._texts: Sequence[ReportText] = ()
        self._offers: list[tuple[str, str]] = []
        self._shown: tuple[object, ...] = ()
        self.view = MarkingView(desk.theme, self._("Texts of the report, to mark words in"))
        self.mask_button = Button(
            desk.theme, self._("Mask the marked words"), "primary", "eye-off", key_of("masks", "mask")
        )
        self.mask_button.clicked.connect(lambda _=False: self.mask_marked())
        self._told = small("")
        self.lists = PageScroll(desk.theme, margins=(0, 0, 4, 8), gap=4)
        clear_ground(self.lists)
        desk.theme.size(self.view, min_height=110)
        desk.theme.size(self.lists, min_height=80)
        layout = column(desk.theme, self, gap=8)
        layout.addWidget(self.view, 3)
        layout.addWidget(self.mask_button)
        layout.addWidget(self._told)
        layout.addWidget(self.lists, 2)
        self._told.hide()

    def mask_marked(self) -> None:
        marked = self.view.marked()
        self.tell("" if marked else self._("Mark words in a text first: by mouse, or with Shift and the arrows."))
        if marked:
            self.mask_wanted.emit(marked)
            self.view.unmark()

    def tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def show_texts(self, texts: Sequence[ReportText], masks: Sequence[Mask]) -> None:
        passages = [mask for mask in masks if mask.covers is Covers.PASSAGE]
        counts = self.view.show_texts(texts, passages)
        if texts != self._texts:
            self._texts = texts
            self._offers = list(_personal_data(texts))
        find = finder(passages)
        offers = [(said, why) for said, why in self._offers if not find(said)][:OFFERED]
        shown = (offers, passages, counts)
        if shown != self._shown:
            self._shown = shown
            self._rebuild(offers, passages, counts)

    def _rebuild(self, offers: Iterable[tuple[str, str]], masks: Sequence[Mask], counts: dict[str, int]) -> None:
        place = self._focused_row()
        empty(self.lists.body)
        for said, why in offers:
            self._add_row(self._(why, said=said), "", self._("Mask"), partial(self.mask_wanted.emit, [said]))
        if masks:
            self.lists.body.addWidget(subheading(self._("Masked words")))
        for mask in masks:
            self._add_row(
                mask.passage,
                self._told_of(mask, counts.get(mask.id, 0)),
                self._("Show again"),
                partial(self.unmask_wanted.emit, mask),
            )
        if not masks:
            self.lists.body.addWidget(
                muted(self._("No words are masked. Marked words are masked wherever they stand."))
            )
        self.lists.body.addStretch()
        self._focus_row(place)

    def _told_of(self, mask: Mask, count: int) -> str:
        where = self._.plural("{count} place", "{count} places", count) if count else self._("in none of these texts")
        return " · ".join((where, mask.reason))

    def _add_row(self, text: str, remark: str, verb: str, then: Callable[[], object]) -> None:
        line = QWidget()
        layout = row(self._desk.theme, line, margins=(0, 2, 0, 2), gap=8)
        told = column(self._desk.theme, gap=0)
        told.addWidget(label(text, wrap=True))
        if remark:
            told.addWidget(small(remark))
        button = Button(self._desk.theme, verb, "quiet")
        button.setAccessibleName(f"{verb}: {text}")
        button.clicked.connect(lambda _=False: then())
        layout.addLayout(told, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.lists.body.addWidget(line)
        line.show()  # at once, so that one of its buttons can have the focus

    @property
    def rows(self) -> list[QLabel]:
        """What the lists below the texts say."""
        return self.lists.findChildren(QLabel)

    def _buttons(self) -> list[Button]:
        """Of the rows there are now, in their order."""
        body = self.lists.body
        held = (item.widget() for n in range(body.count()) if (item := body.itemAt(n)))
        return [button for widget in held if widget for button in widget.findChildren(Button)]

    def _focused_row(self) -> int | None:
        return next((n for n, button in enumerate(self._buttons()) if button.hasFocus()), None)

    def _focus_row(self, place: int | None) -> None:
        """Whoever works down the list by keyboard goes on where they were."""
        if place is None:
            return
        buttons = self._buttons()
        target: QWidget = buttons[min(place, len(buttons) - 1)] if buttons else self.view
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def clear_ground(scroll: PageScroll) -> None:
    """On the ground of the panel: QScrollArea has turned its own on again."""
    scroll.content.setAutoFillBackground(False)


def empty(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _personal_data(texts: Iterable[ReportText]) -> Iterable[tuple[str, str]]:
    """Each piece that looks like personal data, once, and why."""
    found: dict[str, str] = {}
    for each in texts:
        for kind, start, end in find_personal_data(each.text):
            found.setdefault(each.text[start:end], REASONS[kind])
    return found.items()
