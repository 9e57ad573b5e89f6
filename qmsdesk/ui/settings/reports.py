"""How the organisation's reports look, what they hold, and their standing sentences."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QShowEvent

from qmsdesk.domain.changes import Changed
from qmsdesk.domain.organisation import Organisation
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.report_parts import DEFAULT_PARTS, ReportPart, read_parts, write_parts
from qmsdesk.domain.reports import ReportForm
from qmsdesk.exchange.organisation import ORGANISATION_ID
from qmsdesk.store.organisation import the_organisation
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.part_list import PartOrder
from qmsdesk.ui.reports.ready_texts import ReadyTextForm
from qmsdesk.ui.settings.accents import AccentRow
from qmsdesk.ui.settings.locked import lock
from qmsdesk.ui.settings.logos import LogoRow
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, muted, subheading
from qmsdesk.ui.theme.layouts import rule
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.turns import Turns

KINDS = frozenset({"organisation", "ready_text"})


class ReportsCard(Card):
    """Everything saves itself; an organisation that is missing is made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self._is_stale = False
        self.turns = Turns(self, self._build())

    def _build(self) -> Iterator[None]:
        """What takes longest comes while the page is shown."""
        self.body.addWidget(subheading(self._("Reports")))
        self.body.addWidget(muted(self._("What you choose here holds for all reports that are not final.")))
        yield
        self.logo, self.accent = LogoRow(self._desk), AccentRow(self._desk)
        self.logo.chosen.connect(lambda digest: self._write("logo", digest))
        self.accent.chosen.connect(lambda accent: self._write("accent", accent))
        parts: tuple[tuple[str, str, LogoRow | AccentRow], ...] = (
            ("logo", self._("Logo"), self.logo),
            ("accent", self._("Colour"), self.accent),
        )
        for key, name, part in parts:
            self.body.addWidget(label(name, "strong"))
            self.body.addWidget(part)
            for line in lock(self._desk, key):
                self.body.addWidget(line)
        yield
        self.order = PartOrder(self._desk.theme, self._, self._("As usual"))
        self.order.chosen.connect(self._write_parts)
        self.order.reset_wanted.connect(lambda: self._write("report_parts", ""))
        for each in (rule(), label(self._("Parts of all reports"), "strong"), self.order):
            self.body.addWidget(each)
        yield
        self.texts = ReadyTextForm(self._desk, None, self._.language)
        about = muted(self._("An empty field is printed as it shows in grey."))
        self.body.addWidget(rule())
        for text in (label(self._("Ready texts of all reports"), "strong"), about):
            self.body.addWidget(text)
        self.body.addWidget(self.texts)
        yield
        self._reload()
        self._desk.session.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._reload()
        super().showEvent(event)

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        organisation = the_organisation(self._desk.session.db)
        self.logo.show_logo(organisation.logo)
        self.accent.show_accent(organisation.accent)
        parts = read_parts(organisation.report_parts) or DEFAULT_PARTS[ReportForm.FULL]
        self.order.show_parts(parts, bool(organisation.report_parts))
        self.texts.reload()

    def _write_parts(self, parts: Sequence[ReportPart]) -> None:
        before = the_organisation(self._desk.session.db).report_parts
        self._write("report_parts", write_parts(parts, before))

    def _write(self, field: str, said: str) -> None:
        organisation = the_organisation(self._desk.session.db)
        made = [] if organisation.id else creation_of(Organisation(ORGANISATION_ID, ""))
        if getattr(organisation, field) != said:
            owner = organisation if organisation.id else Organisation(ORGANISATION_ID, "")
            self._desk.session.write([*made, edit_of(owner, field, said)])
