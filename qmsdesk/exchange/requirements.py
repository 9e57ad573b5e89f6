"""Requirements that ship with the program: the sources of municipal units, and clause titles. No standard's text."""

from typing import Any

from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.requirements import Requirement, RequirementSource
from qmsdesk.exchange.yaml_files import read_yaml
from qmsdesk.paths import resource
from qmsdesk.store.register import Register
from qmsdesk.store.rows import select


def shipped_requirements() -> list[RequirementSource | Requirement]:
    """Every shipped source with its clauses; ids are the same in every register."""
    files = sorted(resource("requirements").glob("*.yaml"))
    return [record for path in files for held in read_yaml(path)["sources"] for record in _source(held)]


def import_requirements(register: Register) -> None:
    """Write the shipped sources and clauses that the register does not have yet."""
    known = {record.id for record in select(register.db, RequirementSource)}
    known |= {record.id for record in select(register.db, Requirement)}
    new = [record for record in shipped_requirements() if record.id not in known]
    register.write([edit for record in new for edit in creation_of(record)])


def source_id(code: str, edition: str) -> str:
    return derived_id("requirement source", code, edition)


def _source(held: dict[str, Any]) -> list[RequirementSource | Requirement]:
    code, edition = held["code"], held["edition"]
    id_ = source_id(code, edition)
    return [
        RequirementSource(id_, code, edition, held["title"]["sv"], held["title"]["en"]),
        *(
            Requirement(derived_id("requirement", code, edition, item["clause"]), id_, **_titles(item))
            for item in held.get("clauses", ())
        ),
    ]


def _titles(item: dict[str, str]) -> dict[str, str]:
    return {"clause": item["clause"], "title_sv": item["sv"], "title_en": item["en"]}
