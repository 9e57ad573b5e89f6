"""Documents that were read for an audit (document review, ISO 19011:2018 6.3.1)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One document by title; `reference` is its number, date or address, `remark` what the reading gave."""

    id: str
    audit_id: str
    title: str = ""
    reference: str = ""
    remark: str = ""
