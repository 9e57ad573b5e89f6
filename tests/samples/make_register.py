"""Makes the sample register of the schema in use: `python -m tests.samples.make_register`. Never over an older one."""

from pathlib import Path

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.records import edit_of
from qmsdesk.store.changes import live_ids
from qmsdesk.store.database import SCHEMA
from qmsdesk.store.register import Register
from tests.store.town import ANNA, BO, FINDING, MOMENT, TOWN, creations

FOLDER = Path(__file__).parent


def sample(schema: int) -> Path:
    return FOLDER / f"register-schema-{schema}.qmsdesk"


def make(path: Path) -> None:
    """One record of every kind, a conflict, something deleted, a field and a kind of the future, and a draft."""
    register = Register(path, "sample", create=True)
    register.set_owner(ANNA.id)
    register.write(creations(TOWN), at=MOMENT)
    opened = live_ids(register.db, FINDING.id, "title")
    register.write([edit_of(FINDING, "title", "Annas ord", opened)], at=MOMENT)
    register.write([edit_of(FINDING, "title", "Bos ord", opened)], author_id=BO.id, at=MOMENT)
    register.write(
        [Edit("obstacle", "ob2", "text", "Borttaget", "a1"), Edit("obstacle", "ob2", "audit_id", "a1", "a1")]
    )
    register.write([Edit("obstacle", "ob2", "_deleted", 1, "a1")])
    register.write([Edit("finding", "f1", "from_later", "kept", "a1"), Edit("mood", "mood-1", "is_good", 1, "a1")])
    register.db.execute("PRAGMA journal_mode = DELETE")
    register.keep_draft(edit_of(FINDING, "statement", "Halvskrivet", live_ids(register.db, FINDING.id, "statement")))
    register.db.close()
    register._lock.release()
    Path(f"{path}.lock").unlink()


if __name__ == "__main__":
    make(sample(SCHEMA))
