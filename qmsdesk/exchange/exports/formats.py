"""The files a checklist is handed out as, by the ending of their names."""

from collections.abc import Callable

from qmsdesk.domain.checklists import Checklist
from qmsdesk.exchange.checklists import ChecklistContent
from qmsdesk.exchange.exports.documents import as_document
from qmsdesk.exchange.exports.workbooks import as_workbook
from qmsdesk.exchange.exports.yaml_forms import as_yaml
from qmsdesk.i18n import Words
from qmsdesk.store.checklists import questions_of, sections_of
from qmsdesk.store.database import Connection

FORMATS: dict[str, Callable[[ChecklistContent, Words], bytes]] = {
    ".xlsx": as_workbook,
    ".yaml": lambda content, _: as_yaml(content),
    ".yml": lambda content, _: as_yaml(content),
    ".docx": as_document,
}


def content_in(db: Connection, checklist: Checklist) -> ChecklistContent:
    """One checklist of the register, whole."""
    return ChecklistContent(checklist, tuple(sections_of(db, checklist.id)), tuple(questions_of(db, checklist.id)))
