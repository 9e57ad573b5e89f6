"""Migrations: frozen SQL, one file a step, each step one transaction, applied through sqlite-utils."""

from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from qmsdesk.store.database import APPLICATION_ID, Connection

STEPS = ("m0001_first",)
"""The steps in order; the register's `user_version` is how many of them it has seen."""


def migrate(connection: Connection, steps: tuple[str, ...] = STEPS) -> None:
    """Bring a register, or an empty file, to the newest shape."""
    migrations = Migrations("qmsdesk")
    for number, step in enumerate(steps, 1):
        migrations(name=step)(_step(number, _statements(step)))
    migrations.apply(Database(connection, execute_plugins=False))


def _step(number: int, statements: list[str]) -> Any:
    def apply(database: Database) -> None:
        for statement in statements:
            database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {number}")

    return apply


def _statements(step: str) -> list[str]:
    text = (Path(__file__).parent / f"{step}.sql").read_text(encoding="utf-8")
    return [statement for statement in text.split(";\n") if statement.strip()]
