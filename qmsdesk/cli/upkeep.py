"""`demo`, `backup` and `restore`: a register made, copied and put back."""

import datetime as dt
from pathlib import Path

import click

from qmsdesk.cli.options import PATH, command, policy_of
from qmsdesk.cli.registers import reading
from qmsdesk.domain.errors import DemoIsOff, FileNotFound
from qmsdesk.i18n import Words
from qmsdesk.settings import load_settings
from qmsdesk.store.backups import back_up, backup_folder, copy_newest, keeping_of, restore
from qmsdesk.store.register import create_register

MANUAL = "manual"


def demo_command(_: Words) -> click.Command:
    text = _("Make a new register and fill it with an invented municipality.")

    @command(_, "demo", text, "qmsdesk demo --register demo.qmsdesk", "qmsdesk --register demo.qmsdesk")
    @click.pass_context
    def demo(context: click.Context, register: Path) -> None:
        from qmsdesk.exchange.demo import fill_demo  # brings in YAML and the checklists

        if policy_of(context).forbids("demo"):
            raise DemoIsOff
        today = dt.datetime.now().astimezone().date()
        create_register(register, load_settings().device, lambda made: fill_demo(made, today, _.language)).close()
        click.echo(_("The demo municipality is in {path}.", path=register))
        click.echo(_("Open it with: {command}", command=f"qmsdesk --register {register}"))

    return demo


def backup_command(_: Words) -> click.Command:
    text, place = _("Copy the register, check the copy, and say where it is."), _("FOLDER")

    @command(_, "backup", text, "qmsdesk backup", "qmsdesk backup E:\\")
    @click.argument("folder", required=False, type=PATH, metavar=f"[{place}]")
    @click.pass_context
    def backup(context: click.Context, register: Path, folder: Path | None) -> None:
        with reading(register) as db:
            made = back_up(db, register, MANUAL, folder or backup_folder(register))
        click.echo(str(made))
        copy = copy_newest(register, dt.datetime.now().astimezone().date(), keeping_of(policy_of(context)))
        if copy:
            click.echo(str(copy))

    return backup


def restore_command(_: Words) -> click.Command:
    text = _("Put a backup in the register’s place; what was there is kept beside it.")

    @command(_, "restore", text, "qmsdesk restore register.2026-11-20T081500.daily.backup")
    @click.argument("file", type=PATH, metavar=_("FILE"))
    def restore_(register: Path, file: Path) -> None:
        if not file.exists():
            raise FileNotFound(path=file)
        kept = restore(register, file)
        click.echo(_("{path} now holds what the backup held.", path=register))
        if kept:
            click.echo(_("What was there before is kept as {path}.", path=kept))

    return restore_
