"""What the register knows by name, of the audit one is in and of all: read once, and again when it has changed."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.changes import Changed
from qmsdesk.domain.findings import TYPE_NAMES
from qmsdesk.store.audits import audit_names
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.palette.entries import Entry, Go, Group
from qmsdesk.ui.theme.tokens import TONE_ICONS

LONGEST = 160
OF_AUDITS = frozenset({"audit", "unit"})
OF_DAY = frozenset({"audit", "audit_question", "checklist", "section", "question", "finding", "note", "note_link"})
Part = Callable[[], Sequence[Entry]]


class Known(QObject):
    """`parts` are handed to the palette, which reads them when something is typed or nothing else is to be done;
    `changed` says that one of them would now be another."""

    changed = Signal()

    def __init__(self, desk: Desk, go: Go, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._go = go
        self._page: AuditPage | None = None
        desk.session.changed.connect(self._on_changed)

    def parts(self, page: QWidget) -> list[Part]:
        """What there is to find from a page, each part the same list for as long as nothing in it has changed."""
        if not isinstance(page, AuditPage):
            return [lambda: self._audits]
        if page is not self._page:
            self._page = page
            self._forget("_of_day")
        return [lambda: self._of_day, lambda: self._audits]

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & OF_AUDITS:
            self._forget("_audits")
        if changed.kinds & OF_DAY:
            self._forget("_of_day")
        if changed.kinds & (OF_AUDITS | OF_DAY):
            self.changed.emit()

    def _forget(self, part: str) -> None:
        self.__dict__.pop(part, None)

    @cached_property
    def _audits(self) -> list[Entry]:
        return [
            Entry(
                Group.AUDITS,
                self._.pick(audit.unit, "name"),
                partial(self._go, f"audit/{audit.id}"),
                audit.number,
                say_date(self._, audit.date),
            )
            for audit in audit_names(self._desk.session.db)
        ]

    @cached_property
    def _of_day(self) -> list[Entry]:
        from qmsdesk.ui.conduct.arrivals import come_to_note, come_to_question  # the page of the day, if one goes there

        _, page = self._, self._page
        assert page is not None, "only a page of an audit asks for it"
        dossier = load_dossier(self._desk.session.db, page.audit_id)

        def question(question_id: str) -> None:
            come_to_question(page.show_conduct(), question_id)

        def note(note_id: str) -> None:
            come_to_note(page.show_conduct(), note_id)

        def finding(finding_id: str) -> None:
            page.show_conduct().open_finding(finding_id)

        questions = [
            Entry(Group.QUESTIONS, _.pick(each, "text"), partial(question, each.id), dossier.numbers[each.id])
            for each in dossier.chosen_questions
        ]
        findings = [
            Entry(
                Group.FINDINGS,
                each.title or _("No title yet"),
                partial(finding, each.id),
                each.number,
                _(TYPE_NAMES[each.type]),
                icon=TONE_ICONS[TONES[each.type]],
                tone=TONES[each.type],
            )
            for each in dossier.findings
        ]
        at = {link.note_id: dossier.numbers.get(link.question_id, "") for link in dossier.note_links}
        notes = [
            Entry(Group.NOTES, _short(each.text), partial(note, each.id), at.get(each.id, ""), _.time(each.at))
            for each in dossier.notes
            if each.text.strip() and not each.is_withdrawn
        ]
        return questions + findings + notes


def _short(text: str) -> str:
    return " ".join(text.split())[:LONGEST]
