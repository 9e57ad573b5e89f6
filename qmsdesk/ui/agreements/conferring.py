"""What the auditors confer about: the audit's dossier with what was just agreed laid over it, and what is written."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.agreements import (
    Comparison,
    agreement,
    agreement_as_it_is,
    agreement_edits,
    authors_of,
    bringing_back,
    compare,
    merging_of,
    ready_to_agree,
)
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.changes import Changed, Edit
from qmsdesk.domain.condition_texts import say_unmet
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingState, refuse_agreement
from qmsdesk.domain.people import Person
from qmsdesk.domain.records import edit_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.desk import Desk

SHOWN_KINDS = frozenset(
    {"answer", "note", "note_link", "finding", "finding_note", "action", "attachment", "audit", "audit_question"}
    | {"team_member", "person", "question", "main_message", "regrading"}
)


class Conferring(QObject):
    """`changed` carries the kinds of records that are shown anew; the disk may still be busy with them.

    While its page is hidden nothing is read, until `refresh`.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, audit_id: str, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._is_stale = False
        self.audit_id = audit_id
        self._ahead: dict[str, Answer] = {}
        self._load()
        desk.session.changed.connect(self._on_changed)
        desk.session.saved.connect(self._ahead.clear)
        desk.session.failed.connect(self._on_failed)

    @property
    def is_read_only(self) -> bool:
        return self.dossier.audit.is_locked

    @property
    def may_begin(self) -> bool:
        """Whether the day has come to where the auditors withdraw."""
        return self.dossier.audit.state is AuditState.IN_PROGRESS

    @property
    def unmet(self) -> dict[str, str]:
        """Why questions do not apply as the answers stand, by id."""
        return say_unmet(self.dossier, self._desk.words)

    def comparison(self, question_id: str) -> Comparison | None:
        return self._by_id.get(question_id)

    def finding(self, finding_id: str) -> Finding | None:
        every = (*self.dossier.findings, *self.dossier.merged)
        return next((finding for finding in every if finding.id == finding_id), None)

    def person(self, person_id: str | None) -> Person | None:
        return self.dossier.person(person_id)

    # Writing

    def begin(self) -> None:
        """Say that the auditors have withdrawn to confer."""
        if self.may_begin:
            self._desk.session.write([edit_of(self.dossier.audit, "state", AuditState.CONFERRING)])

    def agree_on(self, comparison: Comparison, verdict: Verdict, reason: str = "") -> None:
        """Agree on an answer; the agreed one is taken back by being given again, unless it was reopened."""
        before = comparison.agreed
        after = agreement(self.audit_id, comparison, verdict, reason)
        if before and before.verdict is verdict and not reason and not comparison.is_reopened:
            after = replace(after, verdict=None, reason="", basis="")
        self._agree([(after, before)])

    def agree_on_alike(self, comparisons: Iterable[Comparison]) -> None:
        """Agree on everything that all who answered see alike, as one step."""
        alike = [each for each in comparisons if each.likeness.is_alike]
        self._agree([(agreement_as_it_is(self.audit_id, each), each.agreed) for each in alike])

    def mark_not_asked(self, comparisons: Iterable[Comparison], reason: str) -> None:
        """Agree that these questions were not asked, and why, as one step."""
        unasked = list(comparisons)
        answers = [agreement(self.audit_id, each, Verdict.NOT_ASKED, reason) for each in unasked]
        self._agree(list(zip(answers, (each.agreed for each in unasked), strict=True)))

    def agree_on_finding(self, finding: Finding, is_agreed: bool) -> None:
        """Raises `FindingIsIncomplete`."""
        if is_agreed:
            refuse_agreement(finding)
        state = FindingState.AGREED if is_agreed else FindingState.DRAFT
        if finding.state is not state:
            self._desk.session.write([edit_of(finding, "state", state)])

    def agree_on_complete(self) -> None:
        """Agree on every finding that lacks nothing, as one step."""
        ready = ready_to_agree(self.dossier.findings)
        if ready and not self.is_read_only:
            self._desk.session.write([edit_of(finding, "state", FindingState.AGREED) for finding in ready])

    def merge(self, stays: Finding, goes: Finding) -> None:
        if not self.is_read_only:
            self._desk.session.write(merging_of(self.dossier, stays, goes))

    def bring_back(self, finding: Finding) -> None:
        if not self.is_read_only:
            self._desk.session.write(bringing_back(finding))

    def _agree(self, answers: Sequence[tuple[Answer, Answer | None]]) -> None:
        edits: list[Edit] = [edit for after, before in answers for edit in agreement_edits(after, before)]
        if not edits or self.is_read_only:
            return
        self._ahead |= {after.id: after for after, _ in answers}
        self._desk.session.write(edits)
        self._lay_over()
        self.changed.emit(frozenset({"answer"}))

    # Reading

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & SHOWN_KINDS:
            self._is_stale = True
            if self._page.isVisible():
                self.refresh()
            self.changed.emit(changed.kinds)

    def refresh(self) -> None:
        """Read what has changed since it was read last."""
        if self._is_stale:
            self._load()

    def _on_failed(self, _error: Exception) -> None:
        """What was shown ahead of the disk did not get there."""
        self._ahead.clear()
        self._load()
        self.changed.emit(frozenset({"answer"}))

    def _load(self) -> None:
        self._is_stale = False
        self.dossier: Dossier = load_dossier(self._desk.session.db, self.audit_id)
        self._lay_over()

    def _lay_over(self) -> None:
        """Show what was agreed and is on its way to the disk."""
        if self._ahead:
            kept = (answer for answer in self.dossier.answers if answer.id not in self._ahead)
            self.dossier = replace(self.dossier, answers=(*kept, *self._ahead.values()))
        self.comparisons = compare(self.dossier)
        self.authors = authors_of(self.dossier)
        self._by_id = {each.question.id: each for each in self.comparisons}
