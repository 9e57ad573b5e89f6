"""Dossiers: everything one audit holds, gathered for a page, a report or an export."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from qmsdesk.domain.actions import Action
from qmsdesk.domain.answers import Answer, standing_answers
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import Audit, AuditQuestion, TeamMember, TeamRole
from qmsdesk.domain.checklists import Checklist, Question, Section, numbers_of
from qmsdesk.domain.conditions import unmet
from qmsdesk.domain.documents import Document
from qmsdesk.domain.feedback import Feedback
from qmsdesk.domain.findings import Finding, FindingNote
from qmsdesk.domain.main_messages import MainMessage
from qmsdesk.domain.masks import Mask
from qmsdesk.domain.notes import Note, NoteLink
from qmsdesk.domain.openings import OpeningCheck, Participant
from qmsdesk.domain.organisation import Certificate, Department, Organisation, Unit
from qmsdesk.domain.people import Person
from qmsdesk.domain.plan import Obstacle, PlanSlot
from qmsdesk.domain.ready_texts import ReadyText
from qmsdesk.domain.regradings import Regrading
from qmsdesk.domain.reopenings import Reopening
from qmsdesk.domain.reports import ReportIssue, SignOff
from qmsdesk.domain.samples import Sample
from qmsdesk.domain.times import NO_WORK, Figure, Held, TimeEntry, Work, times_of
from qmsdesk.domain.trends import AuditCounts


@dataclass(frozen=True)
class EarlierAudit:
    """The last audit of the same unit: what was found then and what became of it."""

    audit: Audit
    findings: tuple[Finding, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Dossier:
    """One audit whole. Sections, questions, findings, notes, slots and members stand in their order.

    `findings` are those that stand; `merged` those that another finding has taken in; `trend` the last audits of the
    unit in figures, the oldest first. While somebody works, `seen_by` is who: their own answers decide what is asked.
    """

    organisation: Organisation
    department: Department
    unit: Unit
    audit: Audit
    checklist: Checklist
    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
    audit_questions: tuple[AuditQuestion, ...] = ()
    answers: tuple[Answer, ...] = ()
    notes: tuple[Note, ...] = ()
    note_links: tuple[NoteLink, ...] = ()
    findings: tuple[Finding, ...] = ()
    merged: tuple[Finding, ...] = ()
    finding_notes: tuple[FindingNote, ...] = ()
    actions: tuple[Action, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    team: tuple[TeamMember, ...] = ()
    plan: tuple[PlanSlot, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    time_entries: tuple[TimeEntry, ...] = ()
    work: Work = NO_WORK
    opening_checks: tuple[OpeningCheck, ...] = ()
    participants: tuple[Participant, ...] = ()
    documents: tuple[Document, ...] = ()
    samples: tuple[Sample, ...] = ()
    main_messages: tuple[MainMessage, ...] = ()
    regradings: tuple[Regrading, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    report_issues: tuple[ReportIssue, ...] = ()
    ready_texts: tuple[ReadyText, ...] = ()
    masks: tuple[Mask, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    people: Mapping[str, Person] | None = None
    requirement_titles: Mapping[str, tuple[str, str]] | None = None
    requirement_editions: Mapping[str, str] | None = None
    earlier: EarlierAudit | None = None
    trend: tuple[AuditCounts, ...] = ()
    seen_by: str | None = None

    @cached_property
    def lead(self) -> Person | None:
        """The lead auditor, where the team has one."""
        leads = [member for member in self.team if member.role is TeamRole.LEAD]
        return self.person(leads[0].person_id) if leads else None

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The ids of questions left out of this audit beforehand."""
        return frozenset(item.question_id for item in self.audit_questions if item.is_left_out)

    @cached_property
    def chosen_questions(self) -> tuple[Question, ...]:
        """The questions of the day, in order: all but those left out beforehand."""
        return tuple(question for question in self.questions if question.id not in self.left_out)

    @cached_property
    def asked_questions(self) -> tuple[Question, ...]:
        """Of these the ones to ask as the answers stand: all but those whose condition is not met."""
        return tuple(question for question in self.chosen_questions if question.id not in self.unmet)

    @cached_property
    def unmet(self) -> frozenset[str]:
        """The ids of the questions that are not asked because of what earlier ones were answered."""
        own = {a.question_id: a for a in self.answers if a.author_id == self.seen_by and not a.is_agreed and a.verdict}
        return unmet(self.questions, self.left_out, self.standing | own if self.seen_by else self.standing)

    @cached_property
    def standing(self) -> dict[str, Answer]:
        """The answer that counts for each answered question, by question id."""
        return standing_answers(self.answers, self.lead.id if self.lead else None)

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The short number of each question by id, `2.3`: third question of the second section."""
        return numbers_of(self.sections, self.questions)

    @cached_property
    def times(self) -> tuple[Figure, ...]:
        """The time each side took before, on and after the day, as proposed or as put right."""
        return times_of(Held(self.audit, self.plan, self.team, self.participants, self.work), self.time_entries)

    def person(self, person_id: str | None) -> Person | None:
        return self.people.get(person_id) if self.people and person_id else None

    def questions_of(self, section: Section) -> list[Question]:
        """The questions of the day in one section, also those whose condition is not met."""
        return [question for question in self.chosen_questions if question.section_id == section.id]

    def actions_of(self, finding: Finding) -> Sequence[Action]:
        return self._actions.get(finding.id, ())

    def standing_id(self, finding_id: str | None) -> str | None:
        """The finding through which another counts: the one that has taken it in, else itself."""
        takers = self._takers
        for _turn in self.merged:  # no more turns than there are: two laptops may have merged two into each other
            finding_id = takers.get(finding_id or "", finding_id)
        return finding_id

    @cached_property
    def _takers(self) -> dict[str, str | None]:
        return {finding.id: finding.merged_into_id for finding in self.merged}

    def findings_of(self, question: Question) -> Sequence[Finding]:
        """What a question has led to."""
        return self._findings.get(question.id, ())

    @cached_property
    def _actions(self) -> dict[str, list[Action]]:
        held: defaultdict[str, list[Action]] = defaultdict(list)
        for action in self.actions:
            held[self.standing_id(action.finding_id) or ""].append(action)
        return held

    @cached_property
    def _findings(self) -> dict[str, list[Finding]]:
        held: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            held[finding.question_id or ""].append(finding)
        return held
