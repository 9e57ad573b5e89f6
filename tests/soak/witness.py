"""The witness: stands at the window's one door to the register, and tells what goes through it and what is saved."""

import json
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from qmsdesk.domain.changes import Edit
from qmsdesk.ui.fields import Field
from qmsdesk.ui.session import Session
from tests.soak.promises import BOOKMARK, Key

Editor = QLineEdit | QPlainTextEdit


def tell(word: str, said: Any) -> None:
    """One line for whoever holds the process."""
    print(word, json.dumps(said), flush=True)


class Witness:
    """Says `will` before a value goes to the disk, and `kept` of all of them when the session says it is saved.

    Of the texts that somebody typed it reads what their editors show: whatever the door was told, that is promised.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._hoped: dict[Key, Any] = {}
        self._typed: dict[int, tuple[Editor, Field, str]] = {}
        self._stand_at_the_door(session)
        session.saved.connect(self._tell_kept)
        session.failed.connect(lambda error: tell("trouble", repr(error)))
        session.stuck.connect(lambda error: tell("trouble", repr(error)))

    def watch(self, editor: Editor) -> None:
        """Somebody has typed in this editor."""
        field = editor.findChild(Field)
        if isinstance(field, Field) and field._record is not None:
            self._typed[id(field)] = (editor, field, field._record.id)

    def _stand_at_the_door(self, session: Session) -> None:
        write, keep_draft, seal, drop = session.write, session.keep_draft, session.seal, session.drop_draft
        set_bookmark = session.set_bookmark

        def see_write(edits: Any, **how: Any) -> None:
            self._hope(*edits)
            write(edits, **how)

        def see_draft(edit: Edit) -> None:
            self._hope(edit)
            keep_draft(edit)

        def see_seal(edit: Edit, then: Any) -> None:
            self._hope(edit)
            seal(edit, then)

        def see_drop(edit: Edit) -> None:
            key = (edit.kind, edit.entity, edit.field)
            self._hoped.pop(key, None)
            tell("unsure", key)
            drop(edit)

        def see_bookmark(name: str, value: str) -> None:
            if session.bookmark(name) != value:
                self._hope_for((BOOKMARK, name, "value"), value)
            set_bookmark(name, value)

        doors = (see_write, see_draft, see_seal, see_drop, see_bookmark)
        for name, door in zip(("write", "keep_draft", "seal", "drop_draft", "set_bookmark"), doors, strict=True):
            setattr(session, name, door)

    def _hope(self, *edits: Edit) -> None:
        for edit in edits:
            self._hope_for((edit.kind, edit.entity, edit.field), edit.value)

    def _hope_for(self, key: Key, held: Any) -> None:
        self._hoped[key] = held
        tell("will", [*key, held])

    def _tell_kept(self) -> None:
        """Everything is on the disk, says the program."""
        self._read_editors()
        if self._hoped:
            tell("kept", [[*key, held] for key, held in self._hoped.items()])
            self._hoped.clear()

    def _read_editors(self) -> None:
        """A text no timer of its field is still to hand in must be there as it is shown."""
        for place, (editor, field, record) in list(self._typed.items()):
            if not isValid(editor) or field._record is None or field._record.id != record:
                del self._typed[place]
            elif not (field._pause.isActive() or field._typing_on.isActive()):
                kind = field._edit().kind
                self._hoped[kind, record, field._name] = field.text
                if not field._is_dirty:
                    del self._typed[place]
