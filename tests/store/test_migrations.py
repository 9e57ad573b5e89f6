"""Migrations: every released shape of the register opens, a failed step changes nothing, and a backup comes first."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.plan import Obstacle
from qmsdesk.domain.records import KINDS
from qmsdesk.store.backups import backups, last_good_backup
from qmsdesk.store.changes import broken_chains, live_changes, live_values
from qmsdesk.store.database import APPLICATION_ID, SCHEMA, Connection, connect, schema_of, sqlite3
from qmsdesk.store.migrations import FOLDER, STEPS, migrate
from qmsdesk.store.register import Register, upgrade
from qmsdesk.store.rows import get, select
from tests.samples.make_register import sample
from tests.store.state import rows
from tests.store.town import ANNA, AUDIT, TOWN

LATER = "m0002_later"


@pytest.fixture(params=range(1, SCHEMA + 1))
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of the sample of each released schema."""
    shutil.copyfile(sample(request.param), path)
    return path


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A folder with the steps of the program, to which a test adds its own."""
    folder = tmp_path / "steps"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


@pytest.fixture
def db(old: Path) -> Iterator[Connection]:
    connection = connect(old)
    yield connection
    connection.close()


def schema(db: Connection) -> set[tuple[str, str, str]]:
    query = "SELECT type, name, ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
    return set(db.execute(query).fetchall())


def test_every_step_is_frozen_and_has_a_sample() -> None:
    assert [step.stem for step in sorted(FOLDER.glob("*.sql"))] == list(STEPS)
    assert len(STEPS) == SCHEMA
    assert all(sample(number).exists() for number in range(1, SCHEMA + 1)), "make one: tests/samples/README.md"


def test_an_old_register_opens_with_everything_in_it(old: Path) -> None:
    register = Register(old, "sample")

    for kind, record_type in KINDS.items():
        expected = [record for record in TOWN if type(record) is record_type]
        found = select(register.db, record_type)
        assert found == expected or kind == "finding", kind
    finding = get(register.db, Finding, "f1")
    assert finding is not None
    assert finding.statement == "Halvskrivet"
    assert get(register.db, Audit, "a1") == AUDIT
    assert get(register.db, Obstacle, "ob2") is None
    assert {held.value for held in live_changes(register.db, "f1")["title"]} == {"Annas ord", "Bos ord"}
    assert live_values(register.db, "f1")["from_later"] == "kept"
    assert live_values(register.db, "mood-1") == {"is_good": 1}
    assert register.owner_id == ANNA.id
    assert broken_chains(register.db) == []
    step_by_step = rows(register.db)
    register.rebuild()
    assert rows(register.db) == step_by_step
    register.close()


def test_a_migrated_register_has_the_shape_of_a_fresh_one(old: Path, tmp_path: Path) -> None:
    migrated, fresh = Register(old, "sample"), Register(tmp_path / "fresh.qmsdesk", "sample", create=True)

    assert schema(migrated.db) == schema(fresh.db)
    assert schema_of(migrated.db) == schema_of(fresh.db) == SCHEMA
    migrated.close()
    fresh.close()


def test_a_register_of_today_is_opened_without_a_backup_or_a_step(path: Path) -> None:
    shutil.copyfile(sample(SCHEMA), path)

    Register(path, "sample").close()

    assert backups(path) == []


def test_a_step_is_taken_after_a_backup_and_shows_what_waited_in_the_log(
    db: Connection, old: Path, steps: Path
) -> None:
    (steps / f"{LATER}.sql").write_text(
        "ALTER TABLE finding ADD COLUMN from_later TEXT NOT NULL DEFAULT '';\n"
        "DELETE FROM obstacle;\n"
        "CREATE TABLE mood (id TEXT PRIMARY KEY) STRICT"
    )
    before = rows(db)["obstacle"]

    upgrade(db, old, steps=(*STEPS, LATER), folder=steps)

    assert schema_of(db) == SCHEMA + 1
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert rows(db)["obstacle"] == before, "the state tables are made again from the log"
    (backup,) = backups(old)
    assert last_good_backup(old) == backup
    copy = connect(backup, read_only=True)
    assert schema_of(copy) == SCHEMA
    copy.close()


@pytest.mark.parametrize("fault", ["CREATE TABLE finding (id)", "INSERT INTO nowhere VALUES (1)", "DROP TABLE nowhere"])
def test_a_step_that_fails_changes_nothing(db: Connection, old: Path, steps: Path, fault: str) -> None:
    (steps / f"{LATER}.sql").write_text(f"CREATE TABLE mood (id TEXT) STRICT;\nDELETE FROM note;\n{fault};\n")
    before, shape = rows(db), schema(db)

    with pytest.raises(sqlite3.DatabaseError):
        upgrade(db, old, steps=(*STEPS, LATER), folder=steps)

    assert (rows(db), schema(db), schema_of(db)) == (before, shape, SCHEMA)
    assert len(backups(old)) == 1
    db.close()
    register = Register(old, "sample")
    assert broken_chains(register.db) == []
    register.close()


def test_a_step_is_taken_once(db: Connection, steps: Path) -> None:
    (steps / f"{LATER}.sql").write_text("CREATE TABLE mood (id TEXT) STRICT")

    for _ in range(2):
        migrate(db, (*STEPS, LATER), steps)

    assert schema_of(db) == SCHEMA + 1


def test_a_backup_that_cannot_be_made_stops_the_upgrade(db: Connection, old: Path, steps: Path) -> None:
    (steps / f"{LATER}.sql").write_text("CREATE TABLE mood (id TEXT) STRICT")
    (old.parent / "backups").touch()

    with pytest.raises(Exception, match="could not be written"):
        upgrade(db, old, steps=(*STEPS, LATER), folder=steps)

    assert schema_of(db) == SCHEMA


def test_the_backup_before_an_upgrade_is_of_today(db: Connection, old: Path) -> None:
    upgrade(db, old)

    (backup,) = backups(old)
    assert backup.name.endswith(".before-upgrade.backup")
    assert dt.datetime.now(dt.UTC).astimezone().date().isoformat() in backup.name
