"""Findings: the day's list, what each lacks, which say the same, and which are agreed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from qmsdesk.domain.agreements import Pair, likely_duplicates, ready_to_agree
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.findings import Finding, FindingState
from qmsdesk.ui.agreements.conferring import Conferring
from qmsdesk.ui.agreements.lines import FindingLine
from qmsdesk.ui.agreements.pairs import PairView
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.form import FindingForm
from qmsdesk.ui.findings.measure import keep_measure
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll

MARGINS, GAP = (18, 14, 18), 10


class FindingsPart(QStackedWidget):
    """The list, a pair side by side, or one finding opened to be written."""

    def __init__(self, desk: Desk, conferring: Conferring) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._conferring = conferring
        self._bookmark = f"apart/{conferring.audit_id}"
        self._lines: dict[str, FindingLine] = {}
        self._current_id = ""
        self._chosen_id = ""
        self._pairs: list[Pair] = []
        self.view = PageScroll(desk.theme, margins=(18, 14, 18, 18), gap=GAP)
        self.pair = PairView(desk, conferring)
        self.form = FindingForm(desk, always_asks=True)
        self.form.close_button.setText(self._("Back to the findings"))
        self.agree_all = TallButton(desk.theme, " ", "primary", "handshake", key_of("agreement", "agree_all"))
        self.complete = Banner(desk.theme, tone="success", button=self.agree_all)
        self.compare = TallButton(desk.theme, self._("Compare"), "secondary", "merge", key_of("agreement", "compare"))
        self.alike = Banner(desk.theme, tone="warning", button=self.compare)
        self.choosing = Banner(desk.theme, tone="info")
        self.empty = EmptyState(desk.theme, "flag", self._("No findings were made this day."))
        self._rows: QVBoxLayout = column(desk.theme, gap=GAP)
        self._lay_out()
        self._wire()
        self.refresh()

    def _lay_out(self) -> None:
        for part in (self.choosing, self.alike, self.complete, self.empty):
            self.view.body.addWidget(part)
        self.view.body.addLayout(self._rows)
        self.view.body.addStretch()
        for page in (self.view, self.pair, self.form):
            self.addWidget(page)

    def _wire(self) -> None:
        self.agree_all.clicked.connect(self._conferring.agree_on_complete)
        self.compare.clicked.connect(self.compare_next)
        self.pair.kept.connect(self._merge)
        self.pair.left.connect(self._leave_pair)
        self.form.closed.connect(self.show_list)
        self.view.viewport().installEventFilter(self)

    # What a person does

    @property
    def current(self) -> Finding | None:
        """The finding that has the focus, or had it last."""
        return self._lines[self._current_id].finding if self._current_id in self._lines else None

    @property
    def is_at_list(self) -> bool:
        return self.currentWidget() is self.view

    def line(self, finding_id: str) -> FindingLine:
        return self._lines[finding_id]

    def start(self) -> None:
        """Put the focus on the finding one was at, else on the first."""
        if not self.is_at_list:
            return
        line = self._lines.get(self._current_id) or next(iter(self._lines.values()), None)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, way: int) -> None:
        """To the next finding of the list, or the one before."""
        keys = list(self._lines)
        if not self.is_at_list or not keys:
            return
        place = keys.index(self._current_id) + way if self._current_id in keys else 0
        self._current_id = keys[min(max(place, 0), len(keys) - 1)]
        self.start()
        self.view.ensureWidgetVisible(self._lines[self._current_id], 0, self._desk.theme.px(12))

    def open_current(self) -> None:
        if self.is_at_list and self.current is not None:
            self.open(self.current)

    def open(self, finding: Finding) -> None:
        """Open a finding to be written."""
        self._current_id = finding.id
        self.form.show_finding(self._conferring.dossier, finding)
        self.setCurrentWidget(self.form)
        self.form.start()

    def agree_current(self) -> None:
        if self.is_at_list and self.current is not None:
            self.agree(self.current)

    def agree(self, finding: Finding) -> None:
        """Agree on a finding or no longer; one that lacks something opens where it can be written."""
        if self._conferring.is_read_only:
            return
        try:
            self._conferring.agree_on_finding(finding, finding.state is not FindingState.AGREED)
        except Refusal:
            self.open(finding)
            return
        self._lines[finding.id].agree_button.setChecked(finding.state is not FindingState.AGREED)

    def merge_current(self) -> None:
        """Choose the finding one is at for a merge."""
        if self.is_at_list and self.current is not None and not self._conferring.is_read_only:
            self.choose(self.current)

    def choose(self, finding: Finding) -> None:
        """Choose a finding for a merge; the second one that is chosen is compared with the first."""
        self._current_id = finding.id
        first = self._conferring.finding(self._chosen_id)
        if first is not None and first.id != finding.id:
            self._chosen_id = ""
            self._compare(first, finding)
        else:
            self._chosen_id = "" if first is not None else finding.id
        self._show_list()

    def compare_next(self) -> None:
        """Show the pair that is suggested."""
        if self._pairs and self.is_at_list:
            self._compare(self._pairs[0].first, self._pairs[0].second)

    def leave(self) -> None:
        """Back to the list, from whatever stands in its place."""
        if self.currentWidget() is self.pair:
            self._leave_pair()
        elif self.currentWidget() is self.form:
            self.form.close_form()
        elif self._chosen_id:
            self._chosen_id = ""
            self._show_list()

    def show_list(self) -> None:
        self.setCurrentWidget(self.view)
        self.start()

    def _compare(self, first: Finding, second: Finding) -> None:
        self.pair.show_pair(first, second)
        self.setCurrentWidget(self.pair)
        self.pair.start()

    def _merge(self, stays: Finding, goes: Finding) -> None:
        self._current_id = stays.id
        self._conferring.merge(stays, goes)
        self.show_list()

    def _leave_pair(self) -> None:
        """Two that were looked at and left both standing are not suggested again on this laptop."""
        if self.pair.pair is not None:
            apart = self._apart() | {_pair_key(*self.pair.pair)}
            self._desk.session.set_bookmark(self._bookmark, " ".join(sorted(apart)))
        self._show_list()
        self.show_list()

    # Showing

    def refresh(self) -> None:
        """Show everything as it stands now."""
        findings = {finding.id: finding for finding in self._conferring.dossier.findings}
        if self.currentWidget() is self.form and self.form.finding is not None:
            if self.form.finding.id in findings:
                self.form.show_finding(self._conferring.dossier, findings[self.form.finding.id])
            else:
                self.show_list()
        if self.currentWidget() is self.pair and self.pair.pair is not None:
            pair = [findings.get(finding.id) for finding in self.pair.pair]
            first, second = pair
            self.pair.show_pair(first, second) if first and second else self.show_list()
        self._show_list()

    def measure(self) -> None:
        keep_measure(self._desk.theme, self.view.body, self.view.viewport().width(), MARGINS, GAP)
        self.pair.measure()
        self.form.measure()

    def _show_list(self) -> None:
        findings = self._conferring.dossier.findings
        self._drop([key for key in self._lines if key not in {finding.id for finding in findings}])
        for place, finding in enumerate(findings):
            if finding.id not in self._lines:
                self._rows.insertWidget(place, self._new_line(finding.id))
            self._lines[finding.id].show_finding(finding, finding.id == self._chosen_id)
        self._lines = {finding.id: self._lines[finding.id] for finding in findings}
        self._show_words(findings)

    def _show_words(self, findings: Sequence[Finding]) -> None:
        may_write = not self._conferring.is_read_only
        self._pairs = [pair for pair in likely_duplicates(findings) if not self._is_apart(pair)] if may_write else []
        ready = len(ready_to_agree(findings)) if may_write else 0
        self.empty.setVisible(not findings)
        self.complete.setVisible(ready > 0)
        if ready:
            self.agree_all.setText(self._.plural("Agree on {count}", "Agree on all {count}", ready))
            self.complete.show_message(
                self._.plural("{count} finding lacks nothing.", "{count} findings lack nothing.", ready), "success"
            )
        self.alike.setVisible(bool(self._pairs) and not self._chosen_id)
        if self._pairs and not self._chosen_id:
            numbers = {"first": self._pairs[0].first.number, "second": self._pairs[0].second.number}
            self.alike.show_message(self._("{first} and {second} may say the same.", **numbers), "warning")
        chosen = self._conferring.finding(self._chosen_id)
        self.choosing.setVisible(chosen is not None)
        if chosen is not None:
            text = self._("Choose the finding that says the same as {number}: press M there.", number=chosen.number)
            self.choosing.show_message(text)

    def _new_line(self, key: str) -> FindingLine:
        line = FindingLine(self._desk, self._conferring)
        line.opened.connect(self.open)
        line.agreed.connect(self.agree)
        line.merge_wanted.connect(self.choose)
        line.brought_back.connect(self._conferring.bring_back)
        line.installEventFilter(self)
        line.setProperty("finding", key)
        self._lines[key] = line
        return line

    def _drop(self, keys: Sequence[str]) -> None:
        for key in keys:
            line = self._lines.pop(key)
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()

    def _apart(self) -> set[str]:
        return set((self._desk.session.bookmark(self._bookmark) or "").split())

    def _is_apart(self, pair: Pair) -> bool:
        return _pair_key(pair.first, pair.second) in self._apart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.view.viewport():
            self.measure()
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, FindingLine):
            self._current_id = watched.finding.id
        return False


def _pair_key(first: Finding, second: Finding) -> str:
    return "+".join(sorted((first.id, second.id)))
