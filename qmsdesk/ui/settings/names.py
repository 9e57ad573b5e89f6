"""The names that stand on the reports: my own and the organisation's."""

from PySide6.QtWidgets import QLineEdit

from qmsdesk.domain.organisation import Organisation
from qmsdesk.domain.people import Person
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.organisation import ORGANISATION_ID
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.settings.locked import lock
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import subheading
from qmsdesk.ui.theme.tokens import SPACE


class NamesCard(Card):
    """Both save themselves; a record that is missing is made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        _ = desk.words
        self.mine, self.organisation = QLineEdit(), QLineEdit()
        self._mine, self._organisation = Field(desk.session, self.mine), Field(desk.session, self.organisation)
        self.body.addWidget(subheading(_("Names")))
        for text, edit in ((_("My name"), self.mine), (_("Name of the organisation"), self.organisation)):
            edit.setMaxLength(200)
            self.body.addLayout(labelled(desk.theme, text, edit))
        for line in lock(desk, "organisation", self.organisation):
            self.body.addWidget(line)

    def reload(self) -> None:
        """Show the names as they are in the register."""
        session = self._desk.session
        owner = get(session.db, Person, session.owner.id)
        self.mine.setEnabled(owner is not None)
        if owner:
            self._mine.show_record(owner, "name")
        organisation = the_organisation(session.db)
        if organisation.id:
            self._organisation.show_record(organisation, "name")
        else:
            session.write(creation_of(Organisation(ORGANISATION_ID, "")))
