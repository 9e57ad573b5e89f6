"""Drafts: what can be done with the checklist that is chosen, and how a draft begins and ends."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.checklists import Checklist, ChecklistState
from qmsdesk.domain.editions import Edition, copy_of, new_edition, next_code, next_name
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.outlines import add_question
from qmsdesk.domain.records import creation_of, kind_of
from qmsdesk.i18n import words
from qmsdesk.store.checklists import edition_before, list_checklists, load_own
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.editions import ChangesDialog
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.tokens import SPACE

NEW_CODE = "checklist"


class DraftBar(QWidget):
    """`edit_requested` carries the id of a draft to write in, one that was just begun as well."""

    edit_requested = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._checklist: Checklist | None = None
        self._before: Checklist | None = None
        theme = desk.theme
        self.edit = Button(theme, _("Edit the draft"), "primary", "pencil", key_of("checklists", "edit"))
        self.next = Button(theme, _("New edition"), "secondary", "pencil")
        self.copy = Button(theme, _("Copy"), "secondary", "copy")
        self.changes = Button(theme, _("What changed…"), "secondary", "", key_of("checklists", "changes"))
        self.remove = Button(theme, _("Remove the draft"), "quiet", "trash-2")
        self.new = Button(theme, _("New checklist"), "quiet", "plus", key_of("checklists", "new"))
        flow = FlowLayout(theme, self, gap=SPACE["small"])
        for button in self.stops:
            flow.addWidget(button)
        self.edit.clicked.connect(self.open_draft)
        self.next.clicked.connect(self._begin_edition)
        self.copy.clicked.connect(self._begin_copy)
        self.changes.clicked.connect(self.open_changes)
        self.remove.clicked.connect(self._remove)
        self.new.clicked.connect(self.begin)

    @property
    def stops(self) -> list[Button]:
        return [self.edit, self.next, self.copy, self.changes, self.remove, self.new]

    def show_checklist(self, checklist: Checklist, audits: int) -> None:
        self._checklist = checklist
        self._before = edition_before(self._desk.session.db, checklist)
        is_draft = checklist.state is ChecklistState.DRAFT
        self.edit.setVisible(is_draft)
        self.remove.setVisible(is_draft and not audits)
        self.next.setVisible(not is_draft)
        self.changes.setVisible(self._before is not None)

    def open_draft(self) -> None:
        if self._checklist and self._checklist.state is ChecklistState.DRAFT:
            self.edit_requested.emit(self._checklist.id)

    def open_changes(self) -> None:
        if self._checklist and self._before:
            ChangesDialog(self._desk, self._before, self._checklist, self).open()

    def begin(self) -> None:
        """A checklist with one question that waits for its text."""
        sv, en = (words(language)("New checklist") for language in ("sv", "en"))
        codes = {line.checklist.code for line in list_checklists(self._desk.session.db)}
        code = next_code(NEW_CODE, codes) if NEW_CODE in codes else NEW_CODE
        empty = Edition(Checklist(new_id(), code, "1", sv, en), (), ())
        self._write(empty, add_question(empty, "").edits)

    def _begin_edition(self) -> None:
        """The draft that follows the chosen edition; one that is begun already is gone on with."""
        chosen = self._chosen()
        same = [line.checklist for line in list_checklists(self._desk.session.db) if line.checklist.code == chosen.code]
        drafts = [each for each in same if each.state is ChecklistState.DRAFT]
        if drafts:
            self.edit_requested.emit(drafts[-1].id)
            return
        name = next_name(chosen.edition, [each.edition for each in same])
        self._write(new_edition(load_own(self._desk.session.db, chosen.id), name))

    def _begin_copy(self) -> None:
        chosen = self._chosen()
        code = next_code(chosen.code, {line.checklist.code for line in list_checklists(self._desk.session.db)})
        sv, en = (
            words(language)("{title} (copy)", title=title) if title else ""
            for language, title in (("sv", chosen.title_sv), ("en", chosen.title_en))
        )
        self._write(copy_of(load_own(self._desk.session.db, chosen.id), code, sv, en))

    def _write(self, edition: Edition, more: list[Edit] | None = None) -> None:
        edits = [edit for record in edition.records for edit in creation_of(record)]
        self._desk.session.write([*edits, *(more or [])])
        self._desk.session.flush()
        self.edit_requested.emit(edition.checklist.id)

    def _remove(self) -> None:
        held = load_own(self._desk.session.db, self._chosen().id)
        self._desk.session.write([Edit(kind_of(type(each)), each.id, DELETED, 1) for each in held.records])

    def _chosen(self) -> Checklist:
        assert self._checklist is not None, "shown before it can be used"
        return self._checklist
