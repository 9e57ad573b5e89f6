"""What ships with this version: read whole, and what of it a register has never had."""

from collections.abc import Iterator
from dataclasses import dataclass

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.phrases import Phrase
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.requirements import Requirement, RequirementSource
from qmsdesk.exchange.checklists import ChecklistContent, read_checklist
from qmsdesk.exchange.phrases import shipped_phrases
from qmsdesk.exchange.policies import offered_checklists
from qmsdesk.exchange.requirements import shipped_requirements
from qmsdesk.policy import NO_POLICY, Policy
from qmsdesk.store.checklists import list_checklists
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import ids_ever, select


@dataclass(frozen=True)
class Shipped:
    """Phrases, requirement sources with their clauses, and checklists."""

    phrases: tuple[Phrase, ...]
    requirements: tuple[RequirementSource | Requirement, ...]
    checklists: tuple[ChecklistContent, ...]

    @property
    def records(self) -> Iterator[Phrase | RequirementSource | Requirement | Checklist | Section | Question]:
        yield from self.phrases
        yield from self.requirements
        for content in self.checklists:
            yield from content.records

    @property
    def edits(self) -> list[Edit]:
        return [edit for record in self.records for edit in creation_of(record)]


def read_shipped(policy: Policy = NO_POLICY) -> Shipped:
    """All that ships, the checklists as the policy offers them; takes a second, and needs no register."""
    return Shipped(tuple(shipped_phrases()), tuple(shipped_requirements()), tuple(_checklists(policy)))


def missing_in(db: Connection, shipped: Shipped) -> Shipped:
    """What a register has never had: what a person has changed, removed or made alike does not come again."""
    phrases, checklists = ids_ever(db, Phrase), ids_ever(db, Checklist)
    editions = {(line.checklist.code, line.checklist.edition) for line in list_checklists(db)}
    return Shipped(
        tuple(each for each in shipped.phrases if each.id not in phrases),
        tuple(_requirements(db, shipped)),
        tuple(
            each
            for each in shipped.checklists
            if each.checklist.id not in checklists and (each.checklist.code, each.checklist.edition) not in editions
        ),
    )


def _requirements(db: Connection, shipped: Shipped) -> Iterator[RequirementSource | Requirement]:
    known = ids_ever(db, RequirementSource) | ids_ever(db, Requirement)
    own = {(each.code, each.edition): each.id for each in select(db, RequirementSource)}
    clauses = {(each.source_id, each.clause) for each in select(db, Requirement)}
    standing, passed = set(own.values()), set()
    for each in shipped.requirements:
        if isinstance(each, RequirementSource):
            is_new = each.id not in known and (each.code, each.edition) not in own
            passed |= {each.id} if not is_new and each.id not in standing else set()
        else:
            is_new = each.id not in known and each.source_id not in passed
            is_new = is_new and (each.source_id, each.clause) not in clauses
        if is_new:
            yield each


def _checklists(policy: Policy) -> Iterator[ChecklistContent]:
    """One that only the policy names and that cannot be read is no reason to have none."""
    for path in offered_checklists(policy):
        try:
            yield read_checklist(path)
        except Refusal:
            if policy.checklists is None:
                raise
