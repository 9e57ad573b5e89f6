"""What IT has decided, brought into a register: the organisation's name, logo and colour, and its checklists."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.organisation import Organisation
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.exchange.checklists import read_checklist, shipped_checklists
from qmsdesk.exchange.organisation import ORGANISATION_ID
from qmsdesk.log import logger
from qmsdesk.policy import (
    NO_CHECKLIST,
    NO_PICTURE,
    NOT_OFFERED,
    ON_SHARE,
    SYNCED,
    Fault,
    Policy,
    missing_places,
)
from qmsdesk.policy_keys import whole_path
from qmsdesk.store.attachments import keep_file
from qmsdesk.store.places import Risk, risk_of

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
    named = [whole_path(said) or shipped.get(said.casefold()) for said in policy.checklists]
    return [path for path in named if path]


def policy_faults(policy: Policy) -> list[Fault]:
    """All that is wrong with a policy; looks at disks and shares, which may take a while."""
    missing = missing_places(policy)
    gone = {(fault.key, fault.fields["path"]) for fault in missing}
    return [*policy.faults, *missing, *_of_logo(policy, gone), *_of_checklists(policy, gone), *_of_register(policy)]


def _of_logo(policy: Policy, gone: Collection[object]) -> Iterator[Fault]:
    if policy.logo and ("logo", policy.logo) not in gone and _read_logo(policy.logo) is None:
        yield Fault(policy.origins["logo"].place, "logo", NO_PICTURE, {"path": policy.logo})


def _of_checklists(policy: Policy, gone: Collection[object]) -> Iterator[Fault]:
    if not policy.checklists:
        return
    shipped, place = _codes(), policy.origins["checklists"].place
    for said in policy.checklists:
        path = whole_path(said)
        if path is None and said.casefold() not in shipped:
            yield Fault(place, "checklists", NOT_OFFERED, {"known": ", ".join(sorted(shipped)), "named": said})
        elif path is not None and ("checklists", path) not in gone and not _is_checklist(path):
            yield Fault(place, "checklists", NO_CHECKLIST, {"path": path})


def _of_register(policy: Policy) -> Iterator[Fault]:
    risk = risk_of(policy.register) if policy.register and not policy.synced_register else None
    if risk is not None:
        sentence, owner = (SYNCED, "owner") if risk.risk is Risk.SYNCED else (ON_SHARE, "share")
        fields = {"path": policy.register, owner: risk.owner}
        yield Fault(policy.origins["register"].place, "register", sentence, fields)


def _is_checklist(path: Path) -> bool:
    try:
        read_checklist(path)
    except Refusal:
        return False
    return True


def _codes() -> dict[str, Path]:
    return {read_checklist(path).checklist.code.casefold(): path for path in shipped_checklists()}


def _decided(register: Path, policy: Policy, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    for key in keys:
        said = _logo(register, policy) if key == "logo" else getattr(policy, key)
        if said is not None:
            yield ORGANISATION[key], said


def _logo(register: Path, policy: Policy) -> str | None:
    """The SHA-256 of the logo, which lies beside the register now; one that cannot be read leaves all as it is."""
    content = _read_logo(policy.logo) if policy.logo else None
    try:
        return keep_file(register, content) if content is not None else None
    except Refusal as refusal:
        logger.warning("the logo of the policy cannot be kept: %s", type(refusal).__name__)
        return None


def _read_logo(path: Path) -> bytes | None:
    from qmsdesk.exchange.logos import read_logo  # brings in Pillow, which most starts do without

    try:
        return read_logo(path)
    except Refusal as refusal:
        logger.warning("the logo of the policy cannot be used: %s", type(refusal).__name__)
        return None
