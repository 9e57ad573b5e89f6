"""Why the audit is made, what it covers, and what it is measured against."""

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import subheading
from qmsdesk.ui.theme.tokens import SPACE


class PurposeCard(Card):
    """Objective, scope and criteria: three texts that save themselves and stand in the report."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        _ = desk.words
        self.body.addWidget(subheading(_("Objective and scope")))
        self.edits: dict[str, GrowingEdit] = {}
        self._fields: dict[str, Field] = {}
        for name, text in (("objective", _("Objective")), ("scope", _("Scope")), ("criteria", _("Criteria"))):
            edit = GrowingEdit(desk.theme, min_lines=1)
            self.edits[name], self._fields[name] = edit, Field(desk.session, edit)
            self.body.addLayout(labelled(desk.theme, text, edit))

    def show_dossier(self, dossier: Dossier) -> None:
        for name, field in self._fields.items():
            field.show_record(dossier.audit, name)
