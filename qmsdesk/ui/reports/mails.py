"""Mails: a report handed to the mail program of the system, as the attachment of a mail that is still to be sent."""

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from qmsdesk.exchange.report_mails import mail_draft
from qmsdesk.i18n import Words
from qmsdesk.ui.reports.files import write_for_mail

HELPER = "xdg-email"
"""Knows the mail program of a Linux desktop, where a draft opens as a mail that has come."""


class Mail(NamedTuple):
    """A mail, its attachment, and the same as a draft in one file."""

    subject: str
    text: str
    pdf: Path
    draft: Path

    @classmethod
    def written(cls, subject: str, text: str, name: str, pdf: bytes) -> "Mail":
        """With its files on the disk. Raises `FileNotWritable`."""
        draft = mail_draft(subject, text, name, pdf)
        return cls(subject, text, write_for_mail(name, pdf), write_for_mail(f"{Path(name).stem}.eml", draft))


class Mailing(QObject):
    """One mail on its way to the mail program; `told` says what became of it, and in which tone."""

    told = Signal(str, str)

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._ = words
        self._process = QProcess(self)

    def hand_over(self, mail: Mail) -> None:
        helper = shutil.which(HELPER) if sys.platform.startswith("linux") else None
        if helper is None:
            self._open_draft(mail)
            return
        asked = ("--utf8", "--subject", mail.subject, "--body", mail.text, "--attach", str(mail.pdf))
        self._process.finished.connect(lambda code: self._on_helped(mail, code))
        self._process.start(helper, asked)

    def _on_helped(self, mail: Mail, code: int) -> None:
        """It says by its code that there is no mail program it knows; the system may know one."""
        if code:
            self._open_draft(mail)
        else:
            self._say_there()

    def _open_draft(self, mail: Mail) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(mail.draft))):
            self._say_there()
        else:
            said = self._("No mail program was found. Save the report, and attach it to a mail by hand.")
            self.told.emit(said, "warning")

    def _say_there(self) -> None:
        said = self._("Your mail program has the report as an attachment. Say who gets it, and send.")
        self.told.emit(said, "success")
