"""The first start: a register that is ready for its first audit, with owner, organisation and shipped checklists."""

from pathlib import Path

from qmsdesk.domain.identity import derived_id, new_id
from qmsdesk.domain.organisation import Organisation
from qmsdesk.domain.people import Person, PersonRole
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.checklists import import_checklist, shipped_checklists
from qmsdesk.exchange.phrases import import_phrases
from qmsdesk.exchange.requirements import import_requirements
from qmsdesk.store.register import Register, create_register

ORGANISATION_ID = derived_id("organisation")
"""The same on every laptop: those who merge their registers belong to one organisation."""


def new_register(path: Path, device: str, person: str) -> Register:
    """Make a register for somebody and leave it open. Raises a `Refusal`, and then leaves no half of one behind."""
    return create_register(path, device, lambda register: _fill(register, person))


def _fill(register: Register, person: str) -> None:
    owner = Person(new_id(), person.strip(), PersonRole.LEAD_AUDITOR)
    register.set_owner(owner.id)
    register.write([*creation_of(owner), *creation_of(Organisation(ORGANISATION_ID, ""))])
    import_requirements(register)
    import_phrases(register)
    for path in shipped_checklists():
        import_checklist(register, path)
