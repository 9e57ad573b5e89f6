"""The demo's organisation: departments, units, certificates, people, and the requirements each unit is under."""

from collections.abc import Iterator
from typing import Any

from qmsdesk.domain.organisation import Certificate, Department, Organisation, Unit
from qmsdesk.domain.people import Person, PersonRole, Tenure
from qmsdesk.domain.programmes import Programme, ProgrammeState
from qmsdesk.domain.requirements import RequirementSource, UnitSource
from qmsdesk.exchange.municipality.outlines import Item, Outline, both, day_of, demo_id


def organisation_records(outline: Outline, sources: dict[str, RequirementSource]) -> Iterator[Any]:
    """Everything that is there before the first audit; `sources` holds the requirement sources by code."""
    yield Organisation(demo_id("organisation"), outline.municipality["municipality"]["name"])
    yield from map(_department, outline.municipality["departments"])
    for item in outline.units.values():
        yield from _unit(item)
        yield from (_unit_source(item, sources[code]) for code in item["requirements"])
    yield from map(_person, outline.people.values())
    yield from map(_tenure, outline.managers.values())
    yield from map(_programme, outline.municipality["programmes"])


def _department(item: Item) -> Department:
    return Department(
        demo_id(item["id"]),
        **both(item, "name"),
        **both(item, "committee"),
        registry_prefix=item["registry_prefix"],
    )


def _unit(item: Item) -> Iterator[Unit | Certificate]:
    yield Unit(
        demo_id(item["id"]),
        demo_id(item["department"]),
        **both(item, "name"),
        employees=int(item["employees"]),
        risk=item["risk"],
        **both(item, "note", "remark"),
    )
    for held in item["certified"]:
        standard, _, edition = held.partition(":")
        until = day_of(item, "certified_until")
        yield Certificate(demo_id(item["id"], held), demo_id(item["id"]), standard, edition, until)


def _unit_source(item: Item, source: RequirementSource) -> UnitSource:
    return UnitSource(demo_id(item["id"], source.code), demo_id(item["id"]), source.id)


def _person(item: Item) -> Person:
    role = PersonRole.MANAGER if item["role"] == "auditee_manager" else PersonRole(item["role"])
    return Person(
        demo_id(item["id"]),
        item["name"],
        role,
        demo_id(item["unit"]),
        **both(item, "title"),
        **both(item, "competence"),
    )


def _tenure(item: Item) -> Tenure:
    since = day_of(item, "manager_since")
    return Tenure(demo_id(item["id"], "tenure"), demo_id(item["id"]), demo_id(item["unit"]), since)


def _programme(item: Item) -> Programme:
    return Programme(
        demo_id(item["id"]),
        int(item["year"]),
        **both(item, "title"),
        **both(item, "objectives"),
        state=ProgrammeState(item["status"]),
        registration_number=item["registry_no"],
    )
