"""The day as one auditor sees it: the audit's dossier with what was just answered laid over it, and what is written."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from qmsdesk.domain.answers import Answer, Verdict, answer_id
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.changes import DELETED, Changed, Edit
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.condition_texts import say_conditions
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingNote, FindingType, finding_note_id
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.notes import Note, NoteLink, note_link_id
from qmsdesk.domain.progress import answers_seen_by, own_answer
from qmsdesk.domain.records import creation_of, edit_of, kind_of
from qmsdesk.domain.repeats import again
from qmsdesk.store.dossiers import load_dossier, refresh_dossier
from qmsdesk.store.notes import withdrawn_at
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.making import making_of, new_finding

SHOWN_KINDS = frozenset(
    {"answer", "note", "note_link", "finding", "finding_note", "action", "audit", "audit_question", "plan_slot"}
    | {"team_member", "person", "checklist", "section", "question", "requirement"}
    | {"sample", "obstacle", "attachment"}
)


class Day(QObject):
    """`changed` carries the kinds of records that are shown anew; the disk may still be busy with them."""

    changed = Signal(object)

    def __init__(self, desk: Desk, audit_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._audit_id = audit_id
        self._ahead: dict[str, Answer] = {}
        self._numbers: set[str] = set()
        self._has_begun = False
        self._changed: frozenset[str] = frozenset()
        self.author_id = desk.session.owner.id
        self.dossier: Dossier = load_dossier(desk.session.db, audit_id)
        self._said: tuple[Sequence[Question], dict[str, str]] = ((), {})
        self._take_in()
        desk.session.changed.connect(self._on_changed)
        desk.session.saved.connect(self._on_saved)
        desk.session.failed.connect(self._on_failed)

    @property
    def is_read_only(self) -> bool:
        return self.dossier.audit.is_locked

    def question(self, question_id: str | None) -> Question | None:
        return next((question for question in self.dossier.questions if question.id == question_id), None)

    @property
    def conditions(self) -> dict[str, str]:
        """What questions are asked only if, by id."""
        questions, said = self._said
        if questions is not self.dossier.questions:
            questions = self.dossier.questions
            said = say_conditions(questions, self.dossier.numbers, self._desk.words)
            self._said = questions, said
        return said

    def own_answer(self, question_id: str) -> Answer | None:
        return own_answer(self.dossier, question_id, self.author_id)

    def note(self, note_id: str) -> Note | None:
        return next((note for note in self.dossier.notes if note.id == note_id), None)

    def findings_from(self, note: Note) -> list[Finding]:
        """The findings that rest on a note."""
        ids = {tie.finding_id for tie in self.dossier.finding_notes if tie.note_id == note.id}
        return [finding for finding in self.dossier.findings if finding.id in ids]

    def withdrawn_at(self, note: Note) -> dt.datetime:
        return withdrawn_at(self._desk.session.db, note.id) or note.at

    # Writing

    def answer(self, question: Question, verdict: Verdict) -> None:
        """Answer a question; the answer it has already is taken back by being given again."""
        before = self.own_answer(question.id)
        if before is None:
            after = Answer(
                answer_id(self._audit_id, question.id, self.author_id),
                *(self._audit_id, question.id, self.author_id, verdict),
            )
            edits = creation_of(after)
        else:
            after = replace(before, verdict=None if before.verdict is verdict else verdict, reason="")
            edits = [edit_of(before, "verdict", after.verdict), edit_of(before, "reason", "")]
        self._ahead[after.id] = after
        self._write(edits)
        self._lay_over()
        self.changed.emit(frozenset({"answer"}))

    def blank_note(self) -> Note:
        """A note that is not written yet: it comes into being with its first character."""
        return Note(new_id(), self._audit_id, self.author_id, self._desk.now())

    def begin_note(self, note: Note, question: Question | None) -> None:
        """Write a note that was blank, for a question or to be sorted later; its text is given through a `Field`."""
        begun = replace(note, at=self._desk.now())
        self._write([*creation_of(begun), *(self._link_edits(note, question) if question else ())])

    def link_note(self, note: Note, question: Question) -> None:
        self._write(self._link_edits(note, question))

    def unlink_note(self, note: Note, question: Question) -> None:
        """A note that answers no question any more waits to be sorted again."""
        self.delete(NoteLink(note_link_id(note.id, question.id), self._audit_id, note.id, question.id))

    def tie_note(self, note: Note, finding: Finding) -> None:
        """Let a finding rest on a note too."""
        tie = FindingNote(finding_note_id(finding.id, note.id), self._audit_id, finding.id, note.id)
        was_tied = bool(self._desk.session.parents(tie.id, DELETED))
        self._write([*creation_of(tie), edit_of(tie, DELETED, 0)] if was_tied else creation_of(tie))

    def park_note(self, note: Note, is_parked: bool) -> None:
        """Keep a note for later, or take it up again."""
        self._write([edit_of(note, "is_parked", is_parked)])

    def withdraw_note(self, note: Note) -> None:
        """Erase a note for good, at the request of whoever said it."""
        self._desk.session.withdraw_note(note)

    def delete(self, record: Note | NoteLink | Finding) -> None:
        self._write([Edit(kind_of(type(record)), record.id, DELETED, 1, self._audit_id)])

    def make_finding(
        self,
        type_: FindingType,
        question: Question | None,
        note: Note | None = None,
        text: str = "",
        earlier: Finding | None = None,
    ) -> Finding:
        """A finding, from a note where there is one; `text` is what it starts from, `earlier` what it repeats."""
        finding = new_finding(self.dossier, self.author_id, type_, question, text, self._numbers)
        finding = again(finding, earlier) if earlier else finding
        self._numbers.add(finding.number)
        self._write(making_of(finding, note))
        return finding

    def _link_edits(self, note: Note, question: Question) -> list[Edit]:
        link = NoteLink(note_link_id(note.id, question.id), self._audit_id, note.id, question.id)
        return [*creation_of(link), edit_of(link, DELETED, 0)] if self._was_linked(link) else creation_of(link)

    def _was_linked(self, link: NoteLink) -> bool:
        return bool(self._desk.session.parents(link.id, DELETED))

    def write(self, edits: Sequence[Edit]) -> None:
        """Write what belongs to the day and to no question's answer or note."""
        self._write(edits)

    def _write(self, edits: Sequence[Edit]) -> None:
        """The first thing that is written brings the audit into progress."""
        audit = self.dossier.audit
        if audit.is_ahead and not self._has_begun:
            self._has_begun = True
            edits = [*edits, edit_of(audit, "state", AuditState.IN_PROGRESS)]
        self._desk.session.write(edits)

    # Reading

    def _on_saved(self) -> None:
        self._ahead.clear()
        self._has_begun = False

    def _on_changed(self, changed: Changed) -> None:
        self._changed |= changed.kinds
        if changed.kinds & SHOWN_KINDS:
            self._reload(changed.kinds)

    def _on_failed(self, _error: Exception) -> None:
        """What was shown ahead of the disk did not get there."""
        self._reload(frozenset({"answer"}))

    def _reload(self, kinds: frozenset[str]) -> None:
        self.dossier = refresh_dossier(self._desk.session.db, self.dossier, kinds | self._changed)
        self._changed = frozenset()
        self._take_in()
        self.changed.emit(kinds)

    def _take_in(self) -> None:
        self._numbers |= {finding.number for finding in self.dossier.findings}
        self.dossier = replace(self.dossier, seen_by=self.author_id)
        self._lay_over()

    def _lay_over(self) -> None:
        """Show what was answered and is on its way to the disk."""
        if self._ahead:
            kept = (answer for answer in self.dossier.answers if answer.id not in self._ahead)
            self.dossier = replace(self.dossier, answers=(*kept, *self._ahead.values()))
        self.answers: dict[str, Answer] = answers_seen_by(self.dossier, self.author_id)
