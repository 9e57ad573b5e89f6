"""People: auditors, coordinators and managers, and who managed which unit when."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.i18n import N_


class PersonRole(StrEnum):
    COORDINATOR = "coordinator"
    LEAD_AUDITOR = "lead_auditor"
    AUDITOR = "auditor"
    MANAGER = "manager"
    IT = "it"


ROLE_NAMES = {
    PersonRole.COORDINATOR: N_("Quality coordinator"),
    PersonRole.LEAD_AUDITOR: N_("Lead auditor"),
    PersonRole.AUDITOR: N_("Auditor"),
    PersonRole.MANAGER: N_("Unit manager"),
    PersonRole.IT: N_("IT technician"),
}


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    role: PersonRole = PersonRole.AUDITOR
    unit_id: str | None = None
    title_sv: str = ""
    title_en: str = ""
    competence_sv: str = ""
    competence_en: str = ""

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split()[:2]).upper()

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.strip() else ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person managed one unit from a day, until a day or still."""

    id: str
    person_id: str
    unit_id: str
    from_on: dt.date | None = None
    until_on: dt.date | None = None
