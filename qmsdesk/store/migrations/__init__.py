"""Migrations: frozen SQL, one file a step, each step one transaction, applied through sqlite-utils."""

from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from qmsdesk.store.database import APPLICATION_ID, Connection

STEPS = ("m0001_first",)
"""The steps in order; the register's `user_version` is how many of them it has seen."""

FOLDER = Path(__file__).parent


def migrate(connection: Connection, steps: tuple[str, ...] = STEPS, folder: Path = FOLDER) -> None:
    """Bring a register, or an empty file, to the newest shape; a step is the file `STEP.sql` of the folder."""
    migrations = Migrations("qmsdesk")
    for number, step in enumerate(steps, 1):
        migrations(name=step)(_step(number, _statements(folder / f"{step}.sql")))
    migrations.apply(Database(connection, execute_plugins=False))


def _step(number: int, statements: list[str]) -> Any:
    def apply(database: Database) -> None:
        for statement in statements:
            database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {number}")

    return apply


def _statements(step: Path) -> list[str]:
    return [statement for statement in step.read_text(encoding="utf-8").split(";\n") if statement.strip()]
