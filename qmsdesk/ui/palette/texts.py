"""Texts of the whole register in the palette: what was written in any audit, and the way there."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtWidgets import QWidget

from qmsdesk.domain.records import KINDS
from qmsdesk.store.audits import AuditName, audit_names
from qmsdesk.store.rows import get
from qmsdesk.store.searches import Hit, find_texts
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.palette.entries import Entry, Go, Group

SHORTEST = 2
MOST = 12
ICONS = {
    "question": "message-square",
    "note": "pencil",
    "finding": "flag",
    "action": "circle-check-big",
    "attachment": "image",
    "document": "file-text",
}
STEPS_OF_KINDS = {
    "action": "follow_up",
    "audit": "prepare",
    "obstacle": "prepare",
    "document": "prepare",
    "main_message": "agree",
}
"""Where a kind of text is read; all others on Conduct."""


class TextSearch:
    """Made when the palette opens; `near` is the id of the shown audit, whose notes and findings are listed anyway."""

    def __init__(self, desk: Desk, go: Go, page: Callable[[], QWidget], near: str = "") -> None:
        self._desk = desk
        self._go = go
        self._page = page
        self._near = near

    @cached_property
    def _audits(self) -> dict[str, AuditName]:
        """Read when something is found: to open the palette is not to search yet."""
        return {audit.id: audit for audit in audit_names(self._desk.session.db)}

    def find(self, said: str) -> list[Entry]:
        """The best passages for what was said; nothing for a single letter, which is in everything."""
        if len(said.strip()) < SHORTEST:
            return []
        hits = find_texts(self._desk.session.db, said, MOST)
        return [self._entry(hit) for hit in hits if not self._is_near(hit)]

    def _is_near(self, hit: Hit) -> bool:
        return hit.audit_id == self._near and hit.kind in ("note", "finding")

    def _entry(self, hit: Hit) -> Entry:
        audit = self._audits.get(hit.audit_id or "")
        unit = self._desk.words.pick(audit.unit, "name") if audit else ""
        passage = " ".join(hit.text.split())
        return Entry(
            Group.REGISTER,
            passage,
            partial(self._come_to, hit),
            audit.number if audit else "",
            unit,
            icon=ICONS.get(hit.kind, "search"),
        )

    def _come_to(self, hit: Hit) -> None:
        if hit.audit_id is None:
            self._go("checklists")
            return
        self._go(f"audit/{hit.audit_id}/{STEPS_OF_KINDS.get(hit.kind, 'conduct')}")
        page = self._page()
        if isinstance(page, AuditPage) and hit.kind not in STEPS_OF_KINDS:
            self._arrive(page, hit)

    def _arrive(self, page: AuditPage, hit: Hit) -> None:
        from qmsdesk.ui.conduct.arrivals import come_to_note, come_to_question  # the page of the day, if one goes there

        conduct = page.show_conduct()
        if hit.kind == "note":
            come_to_note(conduct, hit.entity)
            return
        record = get(self._desk.session.db, KINDS[hit.kind], hit.entity)
        finding_id = hit.entity if hit.kind == "finding" else getattr(record, "finding_id", None)
        question_id = getattr(record, "question_id", None)
        if finding_id:
            conduct.open_finding(finding_id)
        elif question_id:
            come_to_question(conduct, question_id)
