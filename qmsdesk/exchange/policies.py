"""What IT has decided, brought into a register: the organisation's name, logo and colour, and its checklists."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.organisation import Organisation
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.exchange.checklists import read_checklist, shipped_checklists
from qmsdesk.exchange.organisation import ORGANISATION_ID
from qmsdesk.log import logger
from qmsdesk.policy import NOT_OFFERED, Fault, Policy, checklist_path, missing_places
from qmsdesk.store.attachments import keep_file
from qmsdesk.store.places import refusal_of

ORGANISATION = {"organisation": "name", "logo": "logo", "accent": "accent"}
"""The field of the organisation that each key of the policy is about."""


def first_organisation(organisation: Organisation, register: Path, policy: Policy) -> Organisation:
    """The organisation as a new register begins, with what a person may change later too."""
    return replace(organisation, **dict(_decided(register, policy, ORGANISATION)))


def organisation_edits(organisation: Organisation, register: Path, policy: Policy) -> list[Edit]:
    """What must be written for a register to be as the policy has locked it; the logo's file is kept before."""
    decided = dict(_decided(register, policy, filter(policy.locks, ORGANISATION)))
    if not organisation.id:
        return creation_of(replace(organisation, id=ORGANISATION_ID, **decided)) if decided else []
    differing = {field: said for field, said in decided.items() if getattr(organisation, field) != said}
    return [edit_of(organisation, field, said) for field, said in differing.items()]


def offered_checklists(policy: Policy) -> list[Path]:
    """The files of the checklists that a new register begins with."""
    if policy.checklists is None:
        return shipped_checklists()
    shipped = _codes()
    named = [checklist_path(said) or shipped.get(said.casefold()) for said in policy.checklists]
    return [path for path in named if path]


def policy_faults(policy: Policy) -> list[Fault]:
    """All that is wrong with a policy; looks at disks and shares, which may take a while."""
    faults = [*policy.faults, *missing_places(policy)]
    if policy.checklists:
        shipped, place = _codes(), policy.origins["checklists"].place
        unknown = [each for each in policy.checklists if not checklist_path(each) and each.casefold() not in shipped]
        known = {"known": ", ".join(sorted(shipped))}
        faults += [Fault(place, "checklists", NOT_OFFERED, known | {"named": each}) for each in unknown]
    risk = refusal_of(policy.register) if policy.register and not policy.synced_register else None
    if risk is not None:
        faults.append(Fault(policy.origins["register"].place, "register", risk.sentence, risk.fields))
    return faults


def _codes() -> dict[str, Path]:
    return {read_checklist(path).checklist.code.casefold(): path for path in shipped_checklists()}


def _decided(register: Path, policy: Policy, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    for key in keys:
        said = _logo(register, policy) if key == "logo" else getattr(policy, key)
        if said is not None:
            yield ORGANISATION[key], said


def _logo(register: Path, policy: Policy) -> str | None:
    """The SHA-256 of the logo, which lies beside the register now; one that cannot be read leaves all as it is."""
    if policy.logo is None:
        return None
    from qmsdesk.exchange.logos import read_logo  # brings in Pillow, which most starts do without

    try:
        return keep_file(register, read_logo(policy.logo))
    except Refusal as refusal:
        logger.warning("the logo of the policy cannot be used: %s", type(refusal).__name__)
        return None
