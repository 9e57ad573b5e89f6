"""Settings: how it looks, the names, where everything lies, backups, and what the program is."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.changes import Changed
from qmsdesk.settings import Settings
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.columns import Columns
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.settings.about import AboutCard
from qmsdesk.ui.settings.looks import LooksCard
from qmsdesk.ui.settings.names import NamesCard
from qmsdesk.ui.settings.phrases import PhrasesCard
from qmsdesk.ui.settings.policies import PolicyCard
from qmsdesk.ui.settings.reports import ReportsCard
from qmsdesk.ui.settings.requirements import RequirementsCard
from qmsdesk.ui.settings.safety import BackupsCard, RegisterCard
from qmsdesk.ui.settings.shipped import ShippedCard
from qmsdesk.ui.settings.spelling import SpellingCard
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll

KINDS = frozenset({"organisation", "person"})
COUNTED = frozenset({"phrase", "requirement_source"})


class SettingsPage(QWidget):
    """`settings_changed` carries the new `Settings`."""

    settings_changed = Signal(object)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self._desk = desk
        self._settings = settings
        self.setProperty("kind", "page")
        self.looks, self.names = LooksCard(desk, settings), NamesCard(desk)
        self.reports, self.phrases, self.requirements = ReportsCard(desk), PhrasesCard(desk), RequirementsCard(desk)
        self.register, self.backups = RegisterCard(desk), BackupsCard(desk)
        self.spelling = SpellingCard(desk, settings)
        self.policy, self.shipped = PolicyCard(desk), ShippedCard(desk)
        columns = Columns(desk.theme)
        for left in (self.looks, self.names, self.register, self.reports):
            columns.main.addWidget(left)
        known = self.phrases, self.spelling, self.requirements, self.shipped
        for right in (self.backups, *known, self.policy, AboutCard(desk)):
            columns.side.addWidget(right)
        columns.main.addStretch()
        columns.side.addStretch()
        scroll = PageScroll(desk.theme)
        scroll.body.addWidget(columns)
        scroll.body.addStretch()
        _ = desk.words
        layout = column(desk.theme, self, gap=0)
        layout.addWidget(PageBar(desk.theme, _("Settings")))
        layout.addWidget(scroll, 1)
        self.looks.chosen.connect(lambda looks: self._change(replace(looks, spelling=self._settings.spelling)))
        self.spelling.chosen.connect(lambda spelling: self._change(replace(self._settings, spelling=spelling)))
        desk.session.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        self.names.reload()
        self.backups.reload()
        self.phrases.reload()
        self.spelling.reload()
        self.requirements.reload()
        self.policy.reload()
        super().showEvent(event)

    def _change(self, settings: Settings) -> None:
        """A new language takes this very page away: not while its button is still being pressed."""
        self._settings = settings
        QTimer.singleShot(0, self, lambda: self.settings_changed.emit(settings))

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.kinds & KINDS:
            self.names.reload()
        if self.isVisible() and changed.kinds & COUNTED:
            self.phrases.reload()
            self.requirements.reload()
