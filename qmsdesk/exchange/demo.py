"""The demo: Granälva kommun with three years of audits, and an improvement day that takes place today."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.requirements import RequirementSource
from qmsdesk.exchange.checklists import ChecklistContent, read_checklist, shipped_checklists
from qmsdesk.exchange.municipality.answers import answers, left_out, questions_in_scope
from qmsdesk.exchange.municipality.audits import audit_of, records_around
from qmsdesk.exchange.municipality.findings import Day, finding_records
from qmsdesk.exchange.municipality.organisation import organisation_records
from qmsdesk.exchange.municipality.outlines import Item, Outline, demo_id
from qmsdesk.exchange.phrases import shipped_phrases
from qmsdesk.exchange.requirements import shipped_requirements
from qmsdesk.exchange.yaml_files import read_yaml
from qmsdesk.paths import resource
from qmsdesk.store.register import Register

OWNER, COORDINATOR = "p04", "p01"
NOON = dt.time(12)
BEGAN = dt.date(2024, 1, 15)
PREPARED_BEFORE = dt.timedelta(days=14)


def fill_demo(register: Register, today: dt.date, language: str) -> None:
    """Fill an empty register; texts that a record keeps in one language only are in the one given."""
    outline = Outline(
        read_yaml(resource("demo", "municipality.yaml")), read_yaml(resource("demo", "days.yaml")), language, today
    )
    demo = _Demo(outline, [read_checklist(path) for path in shipped_checklists()], shipped_requirements())
    at = dt.datetime.combine(BEGAN, NOON).astimezone()
    register.write(_creations(demo.ground()), author_id=demo_id(COORDINATOR), at=at, guarded=False)
    for item in outline.municipality["audits"]:
        audit, records = demo.audit(item)
        author = demo_id(item["lead_auditor"])
        register.write(_creations(records), author_id=author, at=_written_at(audit), guarded=False)
    register.set_owner(demo_id(OWNER))


def _creations(records: Iterable[Any]) -> list[Edit]:
    return [edit for record in records for edit in creation_of(record)]


def _written_at(audit: Audit) -> dt.datetime:
    day = audit.date - PREPARED_BEFORE if audit.is_ahead else audit.date
    return dt.datetime.combine(day, NOON).astimezone()


@dataclass(frozen=True)
class _Demo:
    outline: Outline
    checklists: list[ChecklistContent]
    requirements: list[Any]

    @property
    def sources(self) -> dict[str, RequirementSource]:
        return {record.code: record for record in self.requirements if isinstance(record, RequirementSource)}

    def ground(self) -> Iterator[Any]:
        """What stands before the first audit."""
        yield from self.requirements
        yield from shipped_phrases()
        yield from organisation_records(self.outline, self.sources)
        for content in self.checklists:
            yield from content.records

    def audit(self, item: Item) -> tuple[Audit, list[Any]]:
        """One audit and everything it holds."""
        content = next(held for held in self.checklists if held.checklist.code == item["checklist"])
        audit = audit_of(self.outline, item, {content.checklist.code: content.checklist.id}, self.sources)
        day = Day(self.outline, item, audit, content.questions)
        asked = questions_in_scope(day, content.sections)
        records = [audit, *records_around(self.outline, item, audit), *left_out(day, asked)]
        day = replace(day, questions=asked)
        if not audit.is_ahead:
            records += [*answers(day), *finding_records(day)]
        return audit, records
