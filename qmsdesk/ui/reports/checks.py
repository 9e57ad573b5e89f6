"""Checks: whether a report file is one that this register issued, and still the same."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.reports import ReportIssue
from qmsdesk.exchange.verifying import STANDING_SENTENCES, Standing, Verdict, verify
from qmsdesk.i18n import Words
from qmsdesk.store.audits import unit_of
from qmsdesk.store.register import open_reader
from qmsdesk.store.rows import referred
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.files import FORM_WORDS
from qmsdesk.ui.reports.languages import LANGUAGE_WORDS

TONES = {
    Standing.ISSUED: "success",
    Standing.EXTENDED: "warning",
    Standing.CHANGED: "danger",
    Standing.UNKNOWN: "warning",
}


class Checked(NamedTuple):
    name: str
    verdict: Verdict


class Checks(QObject):
    """`told` carries the answer and its tone; `failed` a bug."""

    told = Signal(str, str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = desk.words
        self._desk = desk
        self._window = parent

    def ask(self) -> None:
        """Have a file chosen, and hold it against all that was issued, off the window's thread."""
        folder = self._desk.session.bookmark("report folder") or ""
        chosen, _ = QFileDialog.getOpenFileName(self._window, self._("Check a report file"), folder, "PDF (*.pdf)")
        if chosen:
            self.check(Path(chosen))

    def check(self, path: Path) -> None:
        register = self._desk.session.path

        def check() -> Checked:
            db = open_reader(register)
            try:
                return Checked(path.name, verify(db, path))
            finally:
                db.close()

        self._desk.jobs.run(check, self._on_checked, self._on_failed)

    def _on_checked(self, checked: Checked) -> None:
        if isValid(self):
            self.told.emit(self._say(checked), TONES[checked.verdict.standing])

    def _say(self, checked: Checked) -> str:
        standing, issue = checked.verdict.standing, checked.verdict.issue
        said = f"{checked.name}: {self._(STANDING_SENTENCES[standing])}"
        return f"{said} {self._say_issue(issue)}" if issue else said

    def _say_issue(self, issue: ReportIssue) -> str:
        audit = referred(self._desk.session.db, Audit, issue.audit_id)
        unit = unit_of(self._desk.session.db, audit)
        whose = f"{audit.number} {self._.pick(unit, 'name')}"
        kind, day = say_kind(issue, self._), say_day(issue, self._)
        return self._("{whose}: {kind}, {date}.", whose=whose, kind=kind[:1].lower() + kind[1:], date=day)

    def _on_failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        if isinstance(error, Refusal):
            self.told.emit(error.say(self._), "danger")
        else:
            self.told.emit(self._("The file could not be checked."), "danger")
            self.failed.emit(error)


def say_kind(issue: ReportIssue, _: Words) -> str:
    """`Version 2, short report in Swedish`."""
    said = " ".join((_(FORM_WORDS[issue.form]), _(LANGUAGE_WORDS[issue.language])))
    return _("Version {version}, {form}", version=issue.version, form=said)


def say_day(issue: ReportIssue, _: Words) -> str:
    return _.date(issue.issued_at.astimezone().date())
