"""Histories: whatever is written, in whatever order, nothing is lost and the rows are what the log says."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.changes import DELETED, Changed, Edit, Value
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.notes import Note
from qmsdesk.domain.records import creation_of, kind_of
from qmsdesk.store.changes import broken_chains, forget_own_replicas, live_changes, live_ids
from qmsdesk.store.database import transaction
from qmsdesk.store.register import Register
from tests.store.state import rows
from tests.store.town import ANNA, AUDIT, BO, MOMENT, TOWN, creations

SECOND_AUDIT = Audit("a2", "2026-02", "u1", "c1", AUDIT.date)
FIELDS = {"finding": ("title", "statement", "from_a_newer_version"), "note": ("text", "is_parked")}
NOT_DELETED = {DELETED: 0}
WHOLE_NUMBERS = ("is_parked", DELETED)
AUTHORS = st.sampled_from([ANNA.id, BO.id])
TEXTS = st.sampled_from(["", "a", "b", "å\n“c”", "5"])
ANY = st.integers(min_value=0, max_value=1_000)


Shown = dict[str, set[str]]


@dataclass(frozen=True)
class Editor:
    """A field that somebody has open, with the changes it showed then."""

    entity: str
    field: str
    parents: tuple[str, ...]
    author: str


class Histories(RuleBasedStateMachine):
    """Several people on one laptop, with editors left open, undo, crashes and restored backups."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="histories-"))
        self.register = Register(self.folder / "r.qmsdesk", "laptop", create=True)
        self.kinds: dict[str, tuple[str, str]] = {}
        self.editors: list[Editor] = []
        self.last: tuple[Changed, Shown, Shown, str] | None = None
        self.count = 0

    def teardown(self) -> None:
        self.rows_are_what_the_log_says()
        self.register.close()
        shutil.rmtree(self.folder)

    @initialize()
    def fill(self) -> None:
        self.register.set_owner(ANNA.id)
        self.register.write(creations([*TOWN, SECOND_AUDIT]))
        self.kinds = {"f1": ("finding", "a1"), "n1": ("note", "a1")}

    # What is shown

    def shown(self, entity: str, field: str) -> dict[str, Value]:
        return {held.id: held.value for held in live_changes(self.register.db, entity).get(field, [])}

    def all_shown(self, entity: str) -> Shown:
        live = live_changes(self.register.db, entity)
        return {field: {repr(held.value) for held in of_field} for field, of_field in live.items()}

    def pick(self, number: int) -> str:
        return sorted(self.kinds)[number % len(self.kinds)]

    def value(self, field: str, text: str) -> Value:
        return len(text) % 2 if field in WHOLE_NUMBERS else text

    # Every write goes through here: what its author had not seen is shown still, and what was written is shown

    def write(self, edit: Edit, author: str) -> None:
        before = self.shown(edit.entity, edit.field)
        whole_before = self.all_shown(edit.entity)
        changed = self.register.write([edit], author_id=author)
        after = self.shown(edit.entity, edit.field)
        if set(before.values() or [NOT_DELETED.get(edit.field)]) == {edit.value}:
            assert after == before
            assert not changed.entities
            return
        seen = set(before) if edit.parents is None else set(edit.parents)
        unseen = {id_: value for id_, value in before.items() if id_ not in seen}
        assert {id_: value for id_, value in after.items() if id_ in before} == unseen
        assert [value for id_, value in after.items() if id_ not in before] == [edit.value]
        assert changed.entities == {edit.entity}
        self.last = changed, whole_before, self.all_shown(edit.entity), author

    @rule(kind=st.sampled_from(["finding", "note"]), audit=st.sampled_from(["a1", "a2"]), author=AUTHORS)
    def create(self, kind: str, audit: str, author: str) -> None:
        self.count += 1
        id_ = f"{kind[0]}-{self.count}"
        record = Finding(id_, audit, id_) if kind == "finding" else Note(id_, audit, author, MOMENT)
        self.register.write(creation_of(record), author_id=author)
        self.kinds[id_] = (kind_of(type(record)), audit)

    @rule(which=ANY, field=ANY, author=AUTHORS)
    def open_editor(self, which: int, field: int, author: str) -> None:
        entity = self.pick(which)
        names = FIELDS[self.kinds[entity][0]]
        name = names[field % len(names)]
        self.editors.append(Editor(entity, name, live_ids(self.register.db, entity, name), author))

    @precondition(lambda self: self.editors)
    @rule(which=ANY, text=TEXTS)
    def save_editor(self, which: int, text: str) -> None:
        editor = self.editors.pop(which % len(self.editors))
        kind, audit = self.kinds[editor.entity]
        value = self.value(editor.field, text)
        self.write(Edit(kind, editor.entity, editor.field, value, audit, editor.parents), editor.author)

    @rule(which=ANY, field=ANY, text=TEXTS, author=AUTHORS)
    def change_at_once(self, which: int, field: int, text: str, author: str) -> None:
        entity = self.pick(which)
        kind, audit = self.kinds[entity]
        name = FIELDS[kind][field % len(FIELDS[kind])]
        self.write(Edit(kind, entity, name, self.value(name, text), audit), author)

    @rule(which=ANY, deleted=st.sampled_from([0, 1]), author=AUTHORS)
    def delete_or_bring_back(self, which: int, deleted: int, author: str) -> None:
        entity = self.pick(which)
        kind, audit = self.kinds[entity]
        self.write(Edit(kind, entity, DELETED, deleted, audit), author)

    @precondition(lambda self: self.last)
    @rule()
    def undo_redo_and_undo(self) -> None:
        assert self.last
        changed, before, after, author = self.last
        (entity,) = changed.entities
        for _ in range(2):
            undone = self.register.write(changed.undo, author_id=author)
            shown = self.all_shown(entity)
            assert {field: shown[field] for field in before} == before
            changed = self.register.write(undone.undo, author_id=author)
            assert self.all_shown(entity) == after

    @precondition(lambda self: self.editors)
    @rule(which=ANY, texts=st.lists(TEXTS, min_size=1, max_size=3), crash=st.booleans())
    def type_and_leave(self, which: int, texts: list[str], crash: bool) -> None:
        editor = self.editors.pop(which % len(self.editors))
        if editor.field in WHOLE_NUMBERS:
            return
        self.last = None
        kind, audit = self.kinds[editor.entity]
        before = live_changes(self.register.db, editor.entity).get(editor.field, [])
        self.register.set_owner(editor.author)
        for text in texts:
            self.register.keep_draft(Edit(kind, editor.entity, editor.field, text, audit, editor.parents))
        if crash:
            self.register.seal_all()
        else:
            self.register.seal(Edit(kind, editor.entity, editor.field, texts[-1], audit, editor.parents))
        after = self.shown(editor.entity, editor.field)
        assert texts[-1] in after.values()
        unseen = [held.id for held in before if held.id not in editor.parents and held.author_id != editor.author]
        assert set(unseen) <= set(after)

    @rule()
    def go_on_from_a_restored_backup(self) -> None:
        self.last = None
        with transaction(self.register.db):
            forget_own_replicas(self.register.db)

    @rule()
    def rows_are_what_the_log_says(self) -> None:
        step_by_step = rows(self.register.db)
        self.register.rebuild()
        assert rows(self.register.db) == step_by_step

    @invariant()
    def chains_are_whole(self) -> None:
        assert broken_chains(self.register.db) == []


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=25, stateful_step_count=30, deadline=None, phases=[Phase.generate])
