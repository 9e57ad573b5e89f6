"""The files a checklist is handed out as, by the ending of their names."""

from collections.abc import Callable

from qmsdesk.domain.checklists import Checklist
from qmsdesk.exchange.checklists import ChecklistContent, Extended
from qmsdesk.exchange.exports.documents import as_document
from qmsdesk.exchange.exports.workbooks import as_workbook
from qmsdesk.exchange.exports.yaml_forms import as_yaml
from qmsdesk.i18n import Words
from qmsdesk.store.checklists import load_own
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import get

FORMATS: dict[str, Callable[[ChecklistContent, Words], bytes]] = {
    ".xlsx": as_workbook,
    ".yaml": lambda content, _: as_yaml(content),
    ".yml": lambda content, _: as_yaml(content),
    ".docx": as_document,
}


def content_in(db: Connection, checklist: Checklist) -> ChecklistContent:
    """One checklist of the register as it travels: what it asks itself, and the name of the core it extends."""
    own = load_own(db, checklist.id)
    core = get(db, Checklist, checklist.extends_id) if checklist.extends_id else None
    extends = Extended(core.code, core.edition) if core else None
    return ChecklistContent(checklist, tuple(own.sections), tuple(own.questions), extends=extends)
