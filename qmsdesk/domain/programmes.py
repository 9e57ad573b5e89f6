"""Programmes: the set of audits and improvement days of a year (ISO 19011 calls this the audit programme)."""

from dataclasses import dataclass
from enum import StrEnum


class ProgrammeState(StrEnum):
    ACTIVE = "active"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Programme:
    id: str
    year: int
    title_sv: str = ""
    title_en: str = ""
    objectives_sv: str = ""
    objectives_en: str = ""
    state: ProgrammeState = ProgrammeState.ACTIVE
    registration_number: str = ""
