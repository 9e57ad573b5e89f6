"""What ships with the program, for a register that is older than it: brought in at one press."""

from qmsdesk.domain.requirements import Requirement, RequirementSource
from qmsdesk.exchange.shipped import Shipped, missing_in, read_shipped
from qmsdesk.i18n import Words
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import muted, subheading
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.tokens import SPACE


class ShippedCard(Card):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self.told = Banner(desk.theme)
        self.bring = Button(desk.theme, self._("Add what is missing"), "secondary", "plus")
        self.bring.clicked.connect(self.start)
        explained = self._(
            "A newer qmsdesk can come with more phrases, requirement sources and checklists. What you have changed or"
            " removed stays as it is."
        )
        self.body.addWidget(subheading(self._("What ships with the program")))
        self.body.addWidget(muted(explained))
        self.body.addWidget(self.told)
        flow = FlowLayout(desk.theme, gap=SPACE["small"])
        flow.addWidget(self.bring)
        self.body.addLayout(flow)

    def start(self) -> None:
        """Read what ships off the window's thread, then write what is missing as one step."""
        policy = self._desk.policy
        self.bring.setEnabled(False)
        self._desk.jobs.run(lambda: read_shipped(policy), self._write, self._on_failed)

    def _write(self, shipped: Shipped) -> None:
        missing = missing_in(self._desk.session.db, shipped)
        if missing.edits:
            self._desk.session.write(missing.edits)
        self.told.show_message(say_brought(missing, self._), "success")
        self.bring.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        """What ships is part of the program: what keeps it from being read is a bug."""
        self.bring.setEnabled(True)
        raise error


def say_brought(brought: Shipped, _: Words) -> str:
    """What came in, or that nothing was missing."""
    sources = sum(isinstance(each, RequirementSource) for each in brought.requirements)
    clauses = sum(isinstance(each, Requirement) for each in brought.requirements)
    counted = [
        (len(brought.phrases), _.plural("{count} phrase", "{count} phrases", len(brought.phrases))),
        (sources, _.plural("{count} requirement source", "{count} requirement sources", sources)),
        (clauses, _.plural("{count} clause", "{count} clauses", clauses)),
        (len(brought.checklists), _.plural("{count} checklist", "{count} checklists", len(brought.checklists))),
    ]
    parts = ", ".join(said for count, said in counted if count)
    return _("Added: {parts}.", parts=parts) if parts else _("Everything that ships is here already.")
