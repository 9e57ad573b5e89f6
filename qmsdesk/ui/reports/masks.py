"""The masks panel: what a copy of a report leaves out and by which provision, and who got such copies."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import MaskWithoutReason, Refusal
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.masks import LEGAL_REASONS, Covers, Mask, refuse_mask
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.report_texts import texts_of
from qmsdesk.i18n import words
from qmsdesk.store.pasts import reported_dossier
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.copies import CopiesTab, copies_of
from qmsdesk.ui.reports.languages import report_language
from qmsdesk.ui.reports.masked_parts import Part, PartList, parts_of
from qmsdesk.ui.reports.words_tab import WordsTab, clear_ground
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import heading, label, small
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.toggles import join
from qmsdesk.ui.thumbnails import Thumbnails
from qmsdesk.ui.turns import Turns

LAST_REASON = "mask reason"
SHORTEST = 250
"""Where there is less room than that below the head, the panel scrolls."""


class TabButton(Button):
    """As wide as when it is chosen, so that its name is whole then."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "step")
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        plain, strong = (QFontMetrics(self._theme.font(role)) for role in ("body", "strong"))
        wider = strong.horizontalAdvance(self.text()) - plain.horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(wider, 0), 0)


class MasksPanel(QWidget):
    """`closed` asks its host to take it away."""

    closed = Signal()

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._dossier: Dossier | None = None
        self._language = ""
        self._stale: set[QWidget] = set()
        self.setAccessibleName(self._("Masked copy"))
        self.turns = Turns(self, self._build(), at_once=1)
        self.turns.finished.connect(self._refresh)
        desk.session.changed.connect(lambda _: self._on_changed())

    def _build(self) -> Iterator[None]:
        self._build_head()
        yield
        self.parts = PartList(self._desk.theme, self._, Thumbnails(self._desk, self))
        self.parts.ticked.connect(self._tick)
        self.stack.addWidget(self.parts)
        yield
        self.words_tab = WordsTab(self._desk)
        self.words_tab.mask_wanted.connect(self._mask_words)
        self.words_tab.unmask_wanted.connect(self._unmask)
        self.stack.addWidget(self.words_tab)
        yield
        self.copies = CopiesTab(self._desk, self._audit_id)
        self.stack.addWidget(self.copies)
        bind(self, "masks", self._, {"mask": self._mask_marked})
        self.tabs[0].click()
        yield

    def _build_head(self) -> None:
        theme = self._desk.theme
        self.close_button = Button(theme, "", "quiet", "x")
        self.close_button.setAccessibleName(self._("Close the panel"))
        self.close_button.setToolTip(self._("Close the panel"))
        self.close_button.clicked.connect(lambda _=False: self.closed.emit())
        head = row(theme, margins=(16, 0, 12, 0), gap=8)
        head.addWidget(heading(self._("Masked copy")), 1)
        head.addWidget(self.close_button)
        self.hint = small(
            self._(
                "Whether something is secret is assessed when somebody asks for the report, by the authority that "
                "holds it. The original stays as it is."
            )
        )
        self.stack = QStackedWidget()
        theme.size(self.stack, min_height=SHORTEST)
        self._refusal = Banner(theme)
        scroll = PageScroll(theme, margins=(16, 0, 16, 8), gap=8)
        clear_ground(scroll)
        self._reason_row = self._build_reason()
        for part in (self.hint, self._build_tabs(), self._reason_row, self._refusal):
            scroll.body.addWidget(part)
        scroll.body.addWidget(self.stack, 1)
        layout = column(theme, self, margins=(0, 8, 0, 0), gap=4)
        layout.addWidget(scroll, 1)
        layout.insertLayout(0, head)  # after it, so that the keyboard comes to what the panel is for before its end

    def _build_tabs(self) -> QWidget:
        bar = QWidget()
        layout = FlowLayout(self._desk.theme, bar, gap=0)
        self._group = QButtonGroup(self)
        for n in range(3):
            button = TabButton(self._desk.theme)
            join(self._group, button)
            button.clicked.connect(lambda _=False, n=n: self._show_tab(n))
            layout.addWidget(button)
        return bar

    def _build_reason(self) -> QWidget:
        name, placeholder = self._("Legal reason"), self._("Choose or write a provision")
        self.reason = ChoiceBox(name, may_type=True, placeholder=placeholder)
        self.reason.typed.connect(lambda: self._refuse(None))
        part = QWidget()
        layout: QHBoxLayout = row(self._desk.theme, part, gap=8)
        layout.addWidget(label(name, "strong"))
        layout.addWidget(self.reason, 1)
        return part

    @property
    def tabs(self) -> list[QAbstractButton]:
        return self._group.buttons()

    @property
    def refusal(self) -> str:
        """What is said of the last thing that could not be masked, if anything."""
        return "" if self._refusal.isHidden() else self._refusal.text()

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._desk.session.flush()
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self.turns.is_finished:
            return
        dossier = reported_dossier(self._desk.session.db, self._audit_id)
        language = report_language(self._desk, self._audit_id)
        if (dossier, language) == (self._dossier, self._language):
            return
        is_first, self._dossier = self._dossier is None, dossier
        if language != self._language:
            self._language = language
            self._show_reasons(dossier, is_first)
        self._show_counts(dossier)
        self._stale = {self.parts, self.words_tab, self.copies}
        self._fill()

    def _fill(self) -> None:
        """Only what is seen is brought up to date."""
        shown, dossier = self.stack.currentWidget(), self._dossier
        if dossier is None or shown not in self._stale:
            return
        self._stale.discard(shown)
        if shown is self.parts:
            self.parts.show_parts(parts_of(dossier, self._))
        elif shown is self.words_tab:
            self.words_tab.show_texts(texts_of(dossier, words(self._language)), dossier.masks)
        else:
            self.copies.show_issues(copies_of(dossier))

    def _show_reasons(self, dossier: Dossier, is_first: bool) -> None:
        """In the language of the report, for there they stand."""
        told = words(self._language)
        self.reason.set_choices([Choice(reason, told(reason)) for reason in LEGAL_REASONS])
        if is_first:
            last = dossier.masks[-1].reason if dossier.masks else self._desk.session.bookmark(LAST_REASON) or ""
            self.reason.setEditText(last)

    def _show_counts(self, dossier: Dossier) -> None:
        counts = {covers: sum(mask.covers is covers for mask in dossier.masks) for covers in Covers}
        said = (
            (self._("Findings, photos"), counts[Covers.FINDING] + counts[Covers.ATTACHMENT]),
            (self._("Words"), counts[Covers.PASSAGE]),
            (self._("Copies"), len(copies_of(dossier))),
        )
        for button, (name, count) in zip(self.tabs, said, strict=True):
            button.setText(f"{name} ({count})" if count else name)

    def _show_tab(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._reason_row.setVisible(place < self.stack.indexOf(self.copies))
        self._refuse(None)
        self._fill()

    def _refuse(self, refusal: Refusal | None) -> None:
        if refusal is None:
            self._refusal.hide()
            return
        self._refusal.show_message(refusal.say(self._), "warning")
        if isinstance(refusal, MaskWithoutReason):
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    # Masking

    def _tick(self, part: Part) -> None:
        if part.mask:
            self._unmask(part.mask)
        else:
            self._mask([Mask(new_id(), self._audit_id, part.covers, part.id, reason=self.reason.text())])

    def _mask_marked(self) -> None:
        if self.stack.currentWidget() is self.words_tab:
            self.words_tab.mask_marked()

    def _mask_words(self, passages: Sequence[str]) -> None:
        held = {mask.passage.casefold() for mask in self._masks() if mask.covers is Covers.PASSAGE}
        new = (each for each in dict.fromkeys(passages) if each.casefold() not in held)
        reason = self.reason.text()
        self._mask([Mask(new_id(), self._audit_id, Covers.PASSAGE, passage=each, reason=reason) for each in new])

    def _mask(self, masks: Sequence[Mask]) -> None:
        """All of them as one step, or none."""
        try:
            for mask in masks:
                refuse_mask(mask)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        self._refuse(None)
        if masks:
            self._desk.session.set_bookmark(LAST_REASON, masks[0].reason)
            self._desk.session.write([edit for mask in masks for edit in creation_of(mask)])

    def _unmask(self, mask: Mask) -> None:
        self._refuse(None)
        self._desk.session.write([Edit("mask", mask.id, DELETED, 1, self._audit_id)])

    def _masks(self) -> Sequence[Mask]:
        return self._dossier.masks if self._dossier else ()
