"""`doctor`: versions, paths, and whether the register is whole; what is wrong, and what to do about it."""

import platform
import shutil
from pathlib import Path
from typing import Any

import click

from qmsdesk import __version__
from qmsdesk.cli.options import command, policy_of, with_json
from qmsdesk.cli.printing import print_facts, print_json
from qmsdesk.cli.registers import reading
from qmsdesk.domain.errors import BackupNotUsable, Refusal, RegisterIsDamaged
from qmsdesk.exchange.policies import policy_faults
from qmsdesk.i18n import N_, Words
from qmsdesk.log import log_file
from qmsdesk.policy import Policy
from qmsdesk.policy_keys import RESERVED
from qmsdesk.settings import is_there, load_settings, register_of, settings_file
from qmsdesk.store.attachments import files_folder, missing_files
from qmsdesk.store.backups import backup_folder, backups, keeping_of, last_good_backup, second_folder
from qmsdesk.store.changes import broken_chains
from qmsdesk.store.database import SQLITE_VERSION, Connection, explained, is_sound
from qmsdesk.store.drafts import drafts
from qmsdesk.store.places import refusal_of

SAFE_SQLITE = (3, 51, 3)
"""Before this version several connections that checkpoint can lose pages."""
LITTLE_ROOM = 200
"""Megabytes; a day with photos, reports and its backup takes less."""


class ChainIsBroken(Refusal):
    sentence = N_(
        "The history in {path} was altered or is incomplete. Keep the file, and compare it with the last good backup."
    )


class FilesAreMissing(Refusal):
    sentence = N_(
        "{count} photos, documents or issued reports are missing from {folder}. Bring that folder back from where the "
        "register was, or restore the last good backup."
    )


def doctor_command(_: Words) -> click.Command:
    text = _("Check the program and the register, and say what to do.")

    @command(_, "doctor", text, "qmsdesk doctor", "qmsdesk doctor --json")
    @with_json(_)
    @click.pass_context
    def doctor(context: click.Context, register: Path, as_json: bool) -> None:
        policy, settings = policy_of(context), load_settings()
        is_own = register == register_of(settings, policy)
        problems: list[str] = []
        is_to_come = is_own and not settings.register and not is_there(register) and not backups(register)
        facts = _examined(register, policy, problems, _, is_to_come)
        facts["policy"] = _policy(policy, problems, _)
        advice = _advice(facts, register, _)
        if is_to_come:
            advice.append(_("There is no register yet. It is made when the window is opened for the first time."))
        elif is_own and policy.locks("register") and policy.register != register:
            advice.append(
                _("The policy wants the register in {path}. Close it and move it there.", path=policy.register)
            )
        risk = refusal_of(register) if register != policy.register or policy.synced_register else None
        if risk:
            (advice if policy.synced_register else problems).append(risk.say(_))
        found = {"versions": _versions(), "paths": _paths(register), **facts, "problems": problems, "advice": advice}
        if as_json:
            print_json(found)
        else:
            _print(found, _)
        for problem in problems:
            click.echo(problem, err=True)
        context.exit(1 if problems else 0)

    return doctor


def _versions() -> dict[str, str]:
    system = f"{platform.system()} {platform.release()}"
    return {"qmsdesk": __version__, "python": platform.python_version(), "sqlite": SQLITE_VERSION, "system": system}


def _paths(register: Path) -> dict[str, Path]:
    return {
        "register": register,
        "backups": backup_folder(register),
        "files": files_folder(register),
        "settings": settings_file(),
        "log": log_file(),
    }


def _policy(policy: Policy, problems: list[str], _: Words) -> dict[str, Any]:
    """What IT has decided and where; each fault goes to `problems`, as nothing else tells IT of it."""
    faults = [fault.say(_) for fault in policy_faults(policy)]
    problems += faults
    keys = {
        key: {
            "value": getattr(policy, key),
            "from": origin.place,
            "is_locked": origin.is_locked,
            "is_used": key not in RESERVED,
        }
        for key, origin in policy.origins.items()
    }
    return {"places": policy.places, "keys": keys, "faults": faults}


def _examined(register: Path, policy: Policy, problems: list[str], _: Words, is_to_come: bool) -> dict[str, Any]:
    """What the register is like; each thing wrong goes to `problems` as a sentence."""
    facts: dict[str, Any] = {"register": {"is_sound": False, "is_complete": False, "drafts": 0, "missing_files": 0}}
    facts["register"]["is_there"] = is_there(register)
    try:
        if not is_to_come:
            with reading(register) as db, explained(register):
                facts["register"] |= _state(db, register, problems, _)
    except Refusal as refusal:
        problems.append(refusal.say(_))
    keeping = keeping_of(policy)
    kept, good = backups(register), last_good_backup(register, keeping)
    facts["backups"] = {"count": len(kept), "newest": kept[0] if kept else None, "last_good": good}
    if keeping.folder:
        copies = backups(register, second_folder(register, keeping.folder))
        facts["backups"] |= {"copies_in": keeping.folder, "newest_copy": copies[0] if copies else None}
    if problems and (kept or good):
        problems.append(_restoring(register, good, _) if good else BackupNotUsable(path=kept[0]).say(_))
    return facts


def _state(db: Connection, register: Path, problems: list[str], _: Words) -> dict[str, Any]:
    if not is_sound(db):
        raise RegisterIsDamaged(path=register)
    broken = broken_chains(db)
    if broken:
        problems.append(ChainIsBroken(path=register).say(_))
    missing = len(missing_files(db, register))
    if missing:
        problems.append(FilesAreMissing(count=missing, folder=files_folder(register)).say(_))
    return {
        "is_sound": True,
        "is_complete": not broken,
        "drafts": len(drafts(db)),
        "missing_files": missing,
        "size_bytes": register.stat().st_size,
    }


def _restoring(register: Path, good: Path, _: Words) -> str:
    command = f'qmsdesk restore "{good}" --register "{register}"'
    return _("The last good backup comes back with: {command}", command=command)


def _megabytes_free(register: Path) -> int | None:
    nearest = next((folder for folder in register.absolute().parents if is_there(folder)), None)
    try:
        return shutil.disk_usage(nearest).free // 1_000_000 if nearest else None
    except OSError:
        return None


def _advice(facts: dict[str, Any], register: Path, _: Words) -> list[str]:
    """What is not wrong, and yet worth doing."""
    advice = []
    room = _megabytes_free(register)
    if room is not None and room < LITTLE_ROOM:
        advice.append(_("Only {megabytes} MB are free on the disk of the register. Make room.", megabytes=room))
    if facts["register"]["drafts"]:
        advice.append(_("Text waits to be saved for good; open the register once in the window."))
    if facts["register"]["is_sound"] and not facts["backups"]["count"]:
        advice.append(_("There is no backup yet; make one with “qmsdesk backup”."))
    if facts["backups"]["count"] and facts["backups"]["newest"] != facts["backups"]["last_good"]:
        advice.append(_("The newest backup cannot be read; make a new one with “qmsdesk backup”."))
    if tuple(int(part) for part in SQLITE_VERSION.split(".")) < SAFE_SQLITE:
        advice.append(_("SQLite {version} is old; install the package pysqlite3.", version=SQLITE_VERSION))
    return advice


def _print_policy(keys: dict[str, dict[str, Any]], _: Words) -> None:
    for key, held in keys.items():
        stands = _("locked") if held["is_locked"] else _("may be changed")
        said = stands if held["is_used"] else _("not used yet")
        click.echo(f"  {key} = {_value(held['value'])}  ({said}, {held['from']})")


def _value(value: object) -> str:
    """As the policy file has it."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _state_lines(state: dict[str, Any], _: Words) -> list[tuple[str, object]]:
    yes_no = {True: _("yes"), False: _("no")}
    return [
        (_("File is whole"), yes_no[state["is_sound"]]),
        (_("History is complete"), yes_no[state["is_complete"]]),
        (_("Texts waiting to be saved"), state["drafts"]),
        (_("Missing photos, documents and reports"), state["missing_files"]),
    ]


def _print(found: dict[str, Any], _: Words) -> None:
    state, kept = found["register"], found["backups"]
    places = ", ".join(found["policy"]["places"]) or _("none")
    print_facts(
        [
            ("qmsdesk", found["versions"]["qmsdesk"]),
            ("Python", found["versions"]["python"]),
            ("SQLite", found["versions"]["sqlite"]),
            (_("System"), found["versions"]["system"]),
            (_("Register"), found["paths"]["register"]),
            (_("Settings"), found["paths"]["settings"]),
            (_("Log"), found["paths"]["log"]),
            *(_state_lines(state, _) if state["is_there"] else ()),
            (_("Backups"), kept["count"]),
            (_("Newest backup"), kept["newest"]),
            (_("Last good backup"), kept["last_good"] if kept["last_good"] != kept["newest"] else None),
            (_("Newest copy"), kept.get("newest_copy")),
            (_("Policy"), places),
        ]
    )
    _print_policy(found["policy"]["keys"], _)
    for line in found["advice"]:
        click.echo(f"\n{line}")
    if not found["problems"]:
        click.echo()
        click.echo(_("All is well."))
