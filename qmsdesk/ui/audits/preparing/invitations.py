"""The invitation: a text that follows the plan until somebody writes in it, and the ways it gets to the unit."""

import sys
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.records import edit_of
from qmsdesk.exchange.calendars import calendar_file
from qmsdesk.exchange.invitations import invitation_subject, mail_link, ready_text
from qmsdesk.i18n import Words
from qmsdesk.store.changes import count_changes
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.papers.savings import save_file
from qmsdesk.ui.reports.files import file_name
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import small
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.toggles import CheckBox
from qmsdesk.ui.theme.tokens import SPACE

LONGEST_LINK = 2000 if sys.platform == "win32" else 30_000
"""Characters; Windows hands a mail program no more than this."""
COUNTED = ("audit", "plan_slot", "team_member")
Tell = Callable[[str, str], None]


class InvitationForm(QWidget):
    """An empty text means the ready one, in whichever language; what is typed into it becomes the audit's own."""

    def __init__(self, desk: Desk, tell: Tell) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._tell = tell
        self._dossier: Dossier | None = None
        self._said: Words = _
        self.edit = GrowingEdit(desk.theme, min_lines=4, max_lines=12)
        self._field = Field(desk.session, self.edit)
        self._standing = small("")
        self.copy = Button(desk.theme, _("Copy"), "secondary", "copy")
        self.mail = Button(desk.theme, _("Open in the mail program"), "secondary", "mail")
        self.save = Button(desk.theme, _("Save as text"), "secondary", "save")
        self.restart = Button(desk.theme, _("Start again from the ready text"), "quiet", "undo-2")
        mails = [] if desk.policy.forbids("mail") else [self.mail]
        self._ways = [self.copy, *mails, self.save, self.restart]
        self.calendar = Button(desk.theme, _("Save calendar file"), "secondary", "calendar-days")
        self.by_slot = CheckBox(_("An entry for each line of the plan"))
        self._lay_out()
        for button, run in (
            (self.copy, self._copy),
            (self.mail, self._mail),
            (self.save, self._save),
            (self.restart, self._restart),
            (self.calendar, self._save_calendar),
        ):
            button.clicked.connect(lambda _=False, run=run: run())

    def _lay_out(self) -> None:
        theme = self._desk.theme
        layout = column(theme, self, gap=SPACE["small"])
        layout.addLayout(labelled(theme, self._("Invitation"), self.edit))
        layout.addWidget(self._standing)
        for widgets in (self._ways, (self.calendar, self.by_slot)):
            flow = FlowLayout(theme, gap=SPACE["small"])
            for widget in widgets:
                flow.addWidget(widget)
            layout.addLayout(flow)

    def show_dossier(self, dossier: Dossier, said: Words) -> None:
        """`said` is the language of those who are invited."""
        self._dossier, self._said = dossier, said
        audit = dossier.audit
        is_own = bool(audit.invitation.strip())
        shown = audit if is_own else replace(audit, invitation=ready_text(dossier, said))
        self._field.show_record(shown, "invitation")
        self.edit.setReadOnly(audit.is_locked)
        self.restart.setVisible(is_own and not audit.is_locked)
        self.by_slot.setVisible(bool(dossier.plan))
        self._standing.setText(
            self._("Your own text. It does not follow the plan any more.")
            if is_own
            else self._("A ready text, filled in from this page. Write in it and it is yours.")
        )

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return [self.edit, *self._ways, self.calendar, self.by_slot]

    @property
    def _shown(self) -> Dossier:
        assert self._dossier is not None, "shown before it can be used"
        return self._dossier

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._field.text)
        self._tell(self._("The invitation is copied. Paste it where you want it."), "success")

    def _mail(self) -> None:
        subject = invitation_subject(self._shown, self._said)
        link = mail_link(subject, self._field.text)
        is_long = len(link) > LONGEST_LINK
        if is_long:
            QGuiApplication.clipboard().setText(self._field.text)
            link = mail_link(subject, "")
        if not QDesktopServices.openUrl(QUrl.fromEncoded(link.encode())):
            QGuiApplication.clipboard().setText(self._field.text)
            self._tell(self._("No mail program was found. The invitation is copied; paste it into a mail."), "warning")
        elif is_long:
            self._tell(
                self._("The text is too long for the mail program. It is copied; paste it into the mail."), "info"
            )

    def _save(self) -> None:
        content = self._field.text.rstrip().replace("\n", "\r\n") + "\r\n"
        name = file_name(self._shown, self._said("invitation"), ".txt", self._said)
        save_file(self, self._desk, name, content.encode("utf-8-sig"), self._tell)

    def _save_calendar(self) -> None:
        """As the register has it now, with a number that rises with every change, so that calendars take it."""
        session = self._desk.session
        session.flush()
        dossier = load_dossier(session.db, self._shown.audit.id)
        content = calendar_file(
            dossier,
            self._said,
            stamp=self._desk.now(),
            sequence=count_changes(session.db, dossier.audit.id, COUNTED),
            is_by_slot=self.by_slot.isVisible() and self.by_slot.isChecked(),
        )
        name = file_name(dossier, self._said("calendar"), ".ics", self._said)
        save_file(self, self._desk, name, content, self._tell)

    def _restart(self) -> None:
        self.edit.setFocus()  # the button goes
        self._desk.session.write([edit_of(self._shown.audit, "invitation", "")])
