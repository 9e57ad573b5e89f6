"""The bar of the Report page: what one does with the report, its language, and how large it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from qmsdesk.domain.audits import STATE_NAMES, Audit, AuditState
from qmsdesk.i18n import LANGUAGES, N_, Words
from qmsdesk.ui.bars import WrappingBar
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.theme import Theme

NARROW = 520
LANGUAGE_NAMES = {"sv": N_("In Swedish"), "en": N_("In English")}


class ReportBar(WrappingBar):
    """`language_chosen` carries `sv` or `en`; the buttons are wired by the page."""

    language_chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self.save = Button(theme, self._("Save as…"), "primary", "save", key_of("report", "save"))
        self.open = Button(theme, self._("Open"), "secondary", "external-link", key_of("report", "open"))
        self.open.setToolTip(self._("Open in the PDF viewer"))
        self.open.setAccessibleName(self._("Open in the PDF viewer"))
        self.print = Button(theme, self._("Print…"), "secondary", "printer", key_of("report", "print"))
        self.print.setAccessibleName(self._("Print…"))
        self.languages = QComboBox()
        self._fill_languages()
        self._state = Chip(theme, "")
        self.zoom_out = self._tool("zoom-out", "Zoom out", "zoom_out")
        self.zoom_in = self._tool("zoom-in", "Zoom in", "zoom_in")
        self.fit = Button(theme, "", "quiet")
        self.fit.setToolTip(" ".join((self._("Fit width"), f"({key_of('report', 'fit')})")))
        self._place = label("", "muted")
        layout = FlowLayout(theme, self, margins=(24, 8, 24, 8), gap=10)
        for part in (self._state, self.save, self.open, self.print, self.languages, self._view()):
            layout.addWidget(part)
        self.show_place(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, buttons keep icon and key, and the state, which the page bar says too, goes."""
        is_narrow = self.width() < self._theme.px(NARROW)
        self._state.setHidden(is_narrow)
        for button, text in ((self.open, self._("Open")), (self.print, self._("Print…"))):
            button.setText("" if is_narrow else text)
            button.set_kind("secondary")  # with a text there is room between it and the icon
        super().resizeEvent(event)

    def show_audit(self, audit: Audit) -> None:
        """Whether the report is a draft or stands for good."""
        if audit.state is AuditState.CANCELLED:
            text, tone = self._(STATE_NAMES[AuditState.CANCELLED]), "neutral"
        else:
            text, tone = (self._("Final"), "fulfilled") if audit.is_locked else (self._("Draft"), "observation")
        self._state.setText(text)
        self._state.set_tone(tone)
        self._state.setAccessibleName(text)

    def show_language(self, language: str) -> None:
        self.languages.setCurrentIndex(LANGUAGES.index(language))

    def show_place(self, page: int, pages: int) -> None:
        """Which page is read, and what can be done where there is one."""
        said = self._("Page {number} of {count}", number=page + 1, count=pages) if pages else ""
        self._place.setText(said)
        for button in (self.save, self.open, self.print, self.zoom_out, self.zoom_in, self.fit):
            button.setEnabled(pages > 0)

    def show_zoom(self, zoom: float) -> None:
        said = self._("{percent}%", percent=round(zoom * 100))
        self.fit.setText(said)
        self.fit.setAccessibleName(self._("Fit width, now {percent}", percent=said))

    def _fill_languages(self) -> None:
        for language in LANGUAGES:
            self.languages.addItem(self._(LANGUAGE_NAMES[language]), language)
        self.languages.setAccessibleName(self._("Language of the report"))
        self.languages.setAccessibleDescription(self._("Language of the report"))  # see `ChoiceBox`
        self.languages.activated.connect(lambda row: self.language_chosen.emit(LANGUAGES[row]))

    def _tool(self, icon: str, text: str, command: str) -> Button:
        button = Button(self._theme, "", "quiet", icon)
        button.setAccessibleName(self._(text))
        button.setToolTip(f"{self._(text)} ({key_of('report', command)})")
        return button

    def _view(self) -> QWidget:
        """How large and which page: together, also where the bar wraps."""
        group = QWidget()
        layout = row(self._theme, group, gap=2)
        for button in (self.zoom_out, self.fit, self.zoom_in):
            layout.addWidget(button)
        layout.addSpacing(self._theme.px(8))
        layout.addWidget(self._place)
        return group
