"""The invitation, the calendar file and the papers to print, in the language of those who get them."""

from functools import partial

from PySide6.QtWidgets import QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import LANGUAGES, Words, words
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.audits.preparing.invitations import InvitationForm
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.papers.rows import Order, PaperRow
from qmsdesk.ui.reports.files import file_name
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, small, subheading
from qmsdesk.ui.theme.layouts import row, rule
from qmsdesk.ui.theme.tokens import SPACE


class PapersCard(Card):
    """What the unit gets before the day, and what the auditors take along on paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = _ = desk.words
        self._dossier: Dossier | None = None
        self.language = ChoiceBox(_("Language of invitation and papers"))
        self.language.set_choices(
            Choice(each, {"sv": _("In Swedish"), "en": _("In English")}[each]) for each in LANGUAGES
        )
        self.language.chosen.connect(self._choose_language)
        self.told = Banner(desk.theme)
        self.invitation = InvitationForm(desk, self._tell)
        names = (("checklist", _("Checklist")), ("plan", _("Day plan")))
        self.prints = {key: PaperRow(desk, name, self._tell, partial(self._order, key)) for key, name in names}
        self._lay_out()

    def _lay_out(self) -> None:
        theme, _ = self._desk.theme, self._
        head = row(theme, gap=SPACE["medium"])
        head.addWidget(subheading(_("Invitation and papers")), 1)
        head.addWidget(self.language)
        self.body.addLayout(head)
        self.body.addWidget(self.told)
        self.body.addWidget(self.invitation)
        self.body.addWidget(rule())
        self.body.addWidget(label(_("On paper"), "strong"))
        self.body.addWidget(small(_("If the computer stays at home: the questions to fill in by hand, and the plan.")))
        for each in self.prints.values():
            self.body.addWidget(each)

    def show_dossier(self, dossier: Dossier) -> None:
        if self._dossier is not None and dossier.audit.id != self._dossier.audit.id:
            self.told.hide()
        self._dossier = dossier
        said = self._words(dossier)
        self.language.set_current(said.language)
        self.invitation.show_dossier(dossier, said)

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        prints = [stop for each in self.prints.values() for stop in each.stops]
        return [self.language, *self.invitation.stops, *prints]

    def _order(self, key: str) -> Order:
        """The paper as the register has it now, in the language chosen."""
        assert self._dossier is not None, "shown before it can be used"
        dossier = load_dossier(self._desk.session.db, self._dossier.audit.id)
        said, stamp = self._words(dossier), self._desk.now()

        def make() -> bytes:
            from qmsdesk.report.papers import Paper, paper  # brings in ReportLab, which a start does without

            return paper(Paper(key), dossier, said, stamp=stamp)

        what = {"checklist": said("checklist"), "plan": said("day plan")}[key]
        return Order(file_name(dossier, what, ".pdf", said), make)

    def _words(self, dossier: Dossier) -> Words:
        """The language chosen for this audit, else the screen's."""
        chosen = self._desk.session.bookmark(_bookmark(dossier))
        return words(chosen) if chosen in LANGUAGES else self._

    def _choose_language(self, language: str) -> None:
        assert self._dossier is not None, "shown before it can be used"
        self._desk.session.set_bookmark(_bookmark(self._dossier), language)
        self.show_dossier(self._dossier)

    def _tell(self, sentence: str, tone: str) -> None:
        self.told.show_message(sentence, tone)


def _bookmark(dossier: Dossier) -> str:
    return f"papers language {dossier.audit.id}"
