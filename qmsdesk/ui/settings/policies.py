"""What IT has decided for this computer, as a list, and what of it makes no sense."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from qmsdesk.exchange.policies import policy_faults
from qmsdesk.i18n import N_, Words
from qmsdesk.policy import Fault
from qmsdesk.policy_keys import RESERVED
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.tokens import SPACE

NAMES = {
    "language": N_("Language"),
    "register": N_("Where the register is"),
    "synced_register": N_("Register in a synced folder or on another computer"),
    "backup_folder": N_("A copy of each backup goes to"),
    "backup_days": N_("Days that all backups are kept"),
    "backup_months": N_("Months that one backup a month is kept"),
    "organisation": N_("Name of the organisation"),
    "logo": N_("Logo"),
    "accent": N_("Colour of the reports"),
    "checklists": N_("Checklists to offer"),
    "photo_size": N_("Longest side of a photo, in pixels"),
    "camera": N_("Camera"),
    "folder_watch": N_("Watching a folder for pictures"),
    "mail": N_("Mail"),
    "demo": N_("Demo"),
    "exchange_folder": N_("Folder of packages"),
    "central_register": N_("Central register"),
}
LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}


class PolicyCard(Card):
    """Hidden where there is no policy."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = _ = desk.words
        self.body.addWidget(subheading(_("Set by your organisation")))
        self.faults = QWidget()
        self.body.addWidget(self.faults)
        for key in desk.policy.origins:
            self.body.addWidget(self._line(key))
        if desk.policy.places:
            self.body.addWidget(small(_("Said in {places}", places=", ".join(desk.policy.places))))
        self._show_faults(desk.policy.faults)
        self.setVisible(desk.policy.is_set)

    def reload(self) -> None:
        """Look beside the window whether files and folders of the policy are there: a share may keep one waiting."""
        policy = self._desk.policy
        if policy.is_set:
            self._desk.jobs.run(lambda: policy_faults(policy), self._show_faults, self._on_failed)

    def _line(self, key: str) -> QWidget:
        held = QWidget()
        layout = column(self._desk.theme, held, gap=0)
        layout.addWidget(small(self._(NAMES[key])))
        said = label(say_value(self._, getattr(self._desk.policy, key)), wrap=True)
        layout.addWidget(said)
        if key in RESERVED:
            layout.addWidget(muted(self._("Not used yet.")))
        elif not self._desk.policy.locks(key):
            layout.addWidget(muted(self._("You may choose otherwise.")))
        return held

    def _show_faults(self, faults: Sequence[Fault]) -> None:
        if not isValid(self):
            return
        fresh = QWidget()
        layout = column(self._desk.theme, fresh, gap=SPACE["small"])
        for fault in faults:
            layout.addWidget(Banner(self._desk.theme, fault.say(self._), "warning"))
        self.body.replaceWidget(self.faults, fresh)
        self.faults.deleteLater()
        self.faults = fresh
        fresh.setVisible(bool(faults))

    def _on_failed(self, error: Exception) -> None:
        raise error


def say_value(_: Words, value: object) -> str:
    """A value of the policy as people say it."""
    if isinstance(value, bool):
        return _("Allowed") if value else _("Switched off")
    if isinstance(value, tuple):
        return ", ".join(value) or _("None")
    return LANGUAGE_NAMES.get(str(value), str(value))
