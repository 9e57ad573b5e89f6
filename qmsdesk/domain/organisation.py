"""The organisation: the municipality, its departments and units, and what each unit is certified for."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organisation:
    """The municipality; `logo` is the SHA-256 of a kept picture, `accent` a colour as `#0b5d5e`, both for its reports.

    `report_parts` names the parts of its reports in their order, as domain/report_parts reads them.
    """

    id: str
    name: str
    logo: str = ""
    accent: str = ""
    report_parts: str = ""


@dataclass(frozen=True, slots=True)
class Department:
    id: str
    name_sv: str
    name_en: str = ""
    committee_sv: str = ""
    committee_en: str = ""
    registry_prefix: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    id: str
    department_id: str
    name_sv: str
    name_en: str = ""
    employees: int | None = None
    risk: str = ""
    remark_sv: str = ""
    remark_en: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A unit is certified against one edition of a standard, until a day where that is known."""

    id: str
    unit_id: str
    standard: str
    edition: str = ""
    valid_until: dt.date | None = None
