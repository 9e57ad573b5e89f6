"""The bar of the Report page: what one does with the report, its form and language, and how large it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.audits import STATE_NAMES, AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import ReportForm, standing_issue
from qmsdesk.i18n import LANGUAGES, Words
from qmsdesk.ui.bars import WrappingBar
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.reports.forms import SHORT_NAMES
from qmsdesk.ui.reports.languages import LANGUAGE_NAMES
from qmsdesk.ui.reports.more import MoreButton
from qmsdesk.ui.reports.panels import PANELS, PanelKind
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.theme import Theme

SHORT = 1000
"""Below this the ways out keep their icon; what they are called is in the tooltip."""
NARROW = 640
"""Below this what is least in use waits in a menu, and all else keeps its icon."""
TIGHT = 600
"""Below this the menu, the keys and the scroll bar have to do for zoom and page."""


class ReportBar(WrappingBar):
    """`form_chosen` and `language_chosen` carry values; the buttons are wired by the page."""

    form_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words, has_mail: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._state = Chip(theme, "")
        self.save = Button(theme, self._("Save as…"), "primary", "save", key_of("report", "save"))
        self.open = self._way(self._("Open"), self._("Open in the PDF viewer"), "external-link", "open")
        self.print = self._way(self._("Print…"), self._("Print…"), "printer", "print")
        self.send = self._way(self._("Send…"), self._("Send by mail"), "mail", "send")
        self._ways: dict[str, tuple[Button, str]] = {
            name: (button, button.text())
            for name, button in (("open", self.open), ("print", self.print), ("send", self.send))
            if name != "send" or has_mail
        }
        self.forms = self._box(self._("Form of the report"), {form.value: SHORT_NAMES[form] for form in ReportForm})
        self.languages = self._box(self._("Language of the report"), {each: LANGUAGE_NAMES[each] for each in LANGUAGES})
        self.zoom_out = self._tool("zoom-out", "Zoom out", "zoom_out")
        self.zoom_in = self._tool("zoom-in", "Zoom in", "zoom_in")
        self.search = self._tool("search", "Search in the report", "search")
        self.fit = Button(theme, "", "quiet")
        self.fit.setToolTip(" ".join((self._("Fit width"), f"({key_of('report', 'fit')})")))
        self._place = label("", "muted")
        self.panels = {name: (self._panel(name, kind), self._(kind.text)) for name, kind in PANELS.items()}
        self._arrange()
        self.show_place(0, 0)

    def _arrange(self) -> None:
        layout = FlowLayout(self._theme, self, margins=(24, 8, 24, 8), gap=10)
        self.view, self._choices = self._view(), self._kind()
        zoom = {"zoom_in": (self.zoom_in, self._("Zoom in")), "zoom_out": (self.zoom_out, self._("Zoom out"))}
        self.more = MoreButton(self._theme, self._, self._ways | zoom, (self.forms, self.languages))
        self.more.hide()
        ways = (self._state, self.save, *(button for button, _text in self._ways.values()), self.more)
        for part in (*ways, self._choices, self._sides(), self.view):
            layout.addWidget(part)
        self.forms.chosen.connect(self.form_chosen)
        self.languages.chosen.connect(self.language_chosen)

    def _panel(self, name: str, kind: PanelKind) -> Button:
        """A button for what can lie beside the report, down while it does."""
        button = self._tool(kind.icon, kind.text, name)
        button.setCheckable(True)
        button.set_kind("step")
        button.show_words(self._(kind.text))
        return button

    def _sides(self) -> QWidget:
        group = QWidget()
        layout = row(self._theme, group, gap=2)
        for button, _text in self.panels.values():
            layout.addWidget(button)
        return group

    def show_panel(self, name: str) -> None:
        for each, (button, _text) in self.panels.items():
            button.setChecked(each == name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_short, is_narrow = (self.width() < self._theme.px(width) for width in (SHORT, NARROW))
        for command, (button, text) in self._ways.items():
            button.show_words("" if is_short else text)
            button.show_key("" if is_short else key_of("report", command))
        for button, text in self.panels.values():
            button.show_words("" if is_narrow else text)
        self.save.show_words("" if is_narrow else self._("Save as…"))
        self.save.show_key("" if is_narrow else key_of("report", "save"))
        self._fold(is_narrow)
        super().resizeEvent(event)

    def _fold(self, on: bool) -> None:
        """What waits in the menu is not in the bar."""
        for part in (self._state, *(button for button, _text in self._ways.values()), self._choices):
            part.setVisible(not on)
        has_room = self.width() >= self._theme.px(TIGHT)
        for part in (self.zoom_in, self.zoom_out, self._place):
            part.setVisible(has_room)
        self.more.setVisible(on)

    def choose_form(self) -> None:
        """Let a person choose the form, wherever its choices are now."""
        if self.more.isVisible():
            self.more.open_menu()
        else:
            self.forms.showPopup()

    def show_audit(self, dossier: Dossier) -> None:
        """Which version it is, and whether it is a draft or stands for good."""
        text, tone = self._say_version(dossier)
        self._state.setText(text)
        self._state.set_tone(tone)
        self._state.setAccessibleName(text)

    def _say_version(self, dossier: Dossier) -> tuple[str, str]:
        audit, standing = dossier.audit, standing_issue(dossier.report_issues)
        if audit.state is AuditState.CANCELLED:
            return self._(STATE_NAMES[AuditState.CANCELLED]), "neutral"
        if audit.is_locked:
            said = self._("Final, version {version}", version=standing.version) if standing else self._("Final")
            return said, "fulfilled"
        if standing:
            return self._("Draft of version {version}", version=standing.version + 1), "observation"
        return self._("Draft"), "observation"

    def show_choice(self, form: ReportForm, language: str) -> None:
        self.forms.set_current(form.value)
        self.languages.set_current(language)

    def show_place(self, page: int, pages: int) -> None:
        """Which page is read, and what can be done where there is one."""
        said = self._("Page {number} of {count}", number=page + 1, count=pages) if pages else ""
        self._place.setText(said)
        ways = (self.save, self.open, self.print, self.send, self.search)
        for button in (*ways, self.zoom_out, self.zoom_in, self.fit):
            button.setEnabled(pages > 0)

    def show_zoom(self, zoom: float) -> None:
        said = self._("{percent}%", percent=round(zoom * 100))
        self.fit.setText(said)
        self.fit.setAccessibleName(self._("Fit width, now {percent}", percent=said))

    def _way(self, text: str, name: str, icon: str, command: str) -> Button:
        """A way out of the program for the report."""
        button = Button(self._theme, text, "secondary", icon, key_of("report", command))
        button.setToolTip(f"{name} ({key_of('report', command)})")
        button.setAccessibleName(name)
        return button

    def _box(self, name: str, texts: dict[str, str]) -> ChoiceBox:
        box = ChoiceBox(name)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        box.set_choices([Choice(each, self._(text)) for each, text in texts.items()])
        return box

    def _tool(self, icon: str, text: str, command: str) -> Button:
        button = Button(self._theme, "", "quiet", icon)
        button.setAccessibleName(self._(text))
        button.setToolTip(f"{self._(text)} ({key_of('report', command)})")
        return button

    def _kind(self) -> QWidget:
        """Form and language: together, also where the bar wraps."""
        group = QWidget()
        layout = row(self._theme, group, gap=10)
        for box in (self.forms, self.languages):
            layout.addWidget(box)
        return group

    def _view(self) -> QWidget:
        """How large and which page: together, also where the bar wraps."""
        group = QWidget()
        layout = row(self._theme, group, gap=2)
        for button in (self.search, self.zoom_out, self.fit, self.zoom_in):
            layout.addWidget(button)
        layout.addSpacing(self._theme.px(8))
        layout.addWidget(self._place)
        return group
