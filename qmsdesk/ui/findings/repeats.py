"""On a finding's form: which earlier finding it repeats, or whether it may be one that has come back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.records import edit_of
from qmsdesk.domain.repeats import linked, suggested_repeat
from qmsdesk.store.repeats import last_time_of, origin_of
from qmsdesk.ui.commands import typing_key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.making import question_of
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.one_line import OneLine

LINKED = ("type", "title", "requirement", "repeat_of_id")


class RepeatLine(QWidget):
    """`wanted` says that the finding is a repeat: hand in what is being typed, then `link` it."""

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._finding: Finding | None = None
        self._earlier: Finding | None = None
        self._said = OneLine(desk.theme)
        self.again = TallButton(desk.theme, self._("Again"), "secondary", "repeat", typing_key_of("conduct", "again"))
        self.again.setAccessibleName(self._("Again: this repeats the finding of last time"))
        self.not_again = TallButton(desk.theme, self._("Not a repeat"), "quiet", "x")
        line = row(desk.theme, self, gap=8)
        line.addWidget(self._said, 1)
        for button in (self.again, self.not_again):
            line.addWidget(button)
        self.again.clicked.connect(self.wanted)
        self.not_again.clicked.connect(self._unlink)
        self.hide()

    @property
    def text(self) -> str:
        return self._said.text() if not self.isHidden() else ""

    @property
    def is_suggesting(self) -> bool:
        return self._earlier is not None

    def show_finding(self, dossier: Dossier, finding: Finding, is_read_only: bool) -> None:
        self._finding = finding
        origin = origin_of(self._desk.session.db, finding)
        self._earlier = None if origin or is_read_only else self._suggested(dossier, finding)
        if origin:
            self._said.setText(self._("Repeat of {name}", name=_name(*origin)))
            self._said.setToolTip(origin[0].title)
        elif self._earlier:
            self._said.setText(self._("Same as last time? {title}", title=self._earlier.title))
            self._said.setToolTip(self._said.text())
        self.again.setVisible(self._earlier is not None)
        self.not_again.setVisible(origin is not None and not is_read_only)
        self.setVisible(origin is not None or self._earlier is not None)

    def link(self, finding: Finding) -> None:
        """Write that a finding, as it stands in its fields, repeats the one of last time."""
        if self._earlier is None:
            return
        after = linked(finding, self._earlier)
        fields = [name for name in LINKED if getattr(after, name) != getattr(finding, name)]
        self._desk.session.write([edit_of(finding, name, getattr(after, name)) for name in fields])

    def _unlink(self) -> None:
        assert self._finding is not None
        self._desk.session.write([edit_of(self._finding, "repeat_of_id", None)])

    def _suggested(self, dossier: Dossier, finding: Finding) -> Finding | None:
        question = question_of(dossier, finding)
        if question is None:
            return None
        last_time = last_time_of(self._desk.session.db, dossier.audit, question)
        return suggested_repeat(finding, dossier.findings, last_time)


def _name(finding: Finding, audit: Audit) -> str:
    """How people call a finding of another audit: 2025-03 A-02."""
    return f"{audit.number} {finding.number}"
