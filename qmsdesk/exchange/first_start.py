"""The first start: a register that is ready for its first audit, with owner, organisation and shipped checklists."""

from pathlib import Path

from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.organisation import Organisation
from qmsdesk.domain.people import Person, PersonRole
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.checklists import import_checklist
from qmsdesk.exchange.organisation import ORGANISATION_ID
from qmsdesk.exchange.phrases import import_phrases
from qmsdesk.exchange.policies import first_organisation, offered_checklists
from qmsdesk.exchange.requirements import import_requirements
from qmsdesk.log import logger
from qmsdesk.policy import NO_POLICY, Policy
from qmsdesk.store.register import Register, create_register


def new_register(path: Path, device: str, person: str, policy: Policy = NO_POLICY) -> Register:
    """Make a register for somebody and leave it open. Raises a `Refusal`, and then leaves no half of one behind."""
    return create_register(path, device, lambda register: _fill(register, path, person, policy))


def _fill(register: Register, place: Path, person: str, policy: Policy) -> None:
    """`place` is where the register will be, and where its files are."""
    owner = Person(new_id(), person.strip(), PersonRole.LEAD_AUDITOR)
    register.set_owner(owner.id)
    organisation = first_organisation(Organisation(ORGANISATION_ID, ""), place, policy)
    register.write([*creation_of(owner), *creation_of(organisation)])
    import_requirements(register)
    import_phrases(register)
    for path in offered_checklists(policy):
        _bring_in(register, path, is_shipped=policy.checklists is None)


def _bring_in(register: Register, path: Path, is_shipped: bool) -> None:
    """A checklist that only the policy names is no reason to have no register."""
    try:
        import_checklist(register, path)
    except Refusal as refusal:
        if is_shipped:
            raise
        logger.warning("a checklist of the policy cannot be used: %s", type(refusal).__name__)
