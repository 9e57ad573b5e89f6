"""Fields: text editors that save themselves. A pause is on the disk at once; leaving the field makes it history."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from qmsdesk.domain.errors import TextIsTooLong
from qmsdesk.domain.records import edit_of
from qmsdesk.domain.texts import plain_line, refuse_long_text
from qmsdesk.ui.marks import PersonalMarks
from qmsdesk.ui.session import Session
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.line_start import LineStart

PAUSE_MS = 250
TYPING_ON_MS = 2000
REST_MS = 30_000


class Field(QObject):
    """Ties an editor to one text field of a record. `show_record` again whenever the record was read anew.

    `settled` says that a changed text was handed in as one step.
    """

    settled = Signal()

    def __init__(self, session: Session, editor: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(editor)
        self._session = session
        self._editor = editor
        self._record: Any = None
        self._name = ""
        self._parents: tuple[str, ...] = ()
        self._shown = ""
        self._is_dirty = False
        self._waits = False
        self._is_filling = False
        self._pause = self._timer(PAUSE_MS, self._keep)
        self._typing_on = self._timer(TYPING_ON_MS, self._keep)
        self._rest = self._timer(REST_MS, self.seal)
        self._before = ""
        self._start = LineStart(editor) if isinstance(editor, QLineEdit) else None
        if isinstance(editor, QLineEdit):
            editor.inputRejected.connect(self._take_back)
        elif isinstance(editor, GrowingEdit):
            editor.refused.connect(session.failed)
        self.marks = PersonalMarks(editor, session.words)
        editor.textChanged.connect(self._on_text_changed)
        editor.installEventFilter(self)
        session.seal_requested.connect(self.seal)

    @property
    def text(self) -> str:
        editor = self._editor
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    @property
    def is_filling(self) -> bool:
        """Whether the text that changes is shown, not typed."""
        return self._is_filling

    def show_record(self, record: Any, name: str) -> None:
        """Show a field of a record; of the record already shown, only what the person has not typed over."""
        same = self._record is not None and (record.id, name) == (self._record.id, self._name)
        if same and (self._is_dirty or self._waits):
            return
        if not same:
            self.seal()
        self._record, self._name = record, name
        self._parents = self._session.parents(record.id, name)
        self._set_text(getattr(record, name))

    def clear(self) -> None:
        """Hand in what was typed and show nothing."""
        self.seal()
        self._record = None
        self._set_text("")

    def forget(self) -> None:
        """Show nothing and hand in nothing: what was typed is not to be kept."""
        for timer in (self._pause, self._typing_on, self._rest):
            timer.stop()
        if self._is_dirty:
            self._session.drop_draft(self._edit())
        self._is_dirty = False
        self._record = None
        self._set_text("")

    def seal(self) -> None:
        """Hand in the text as one step, where somebody typed."""
        for timer in (self._pause, self._typing_on, self._rest):
            timer.stop()
        if self._is_dirty and self.text == self._shown:
            self._is_dirty = False
            self._session.drop_draft(self._edit())
        elif self._is_dirty:
            self._is_dirty = False
            self._waits = True
            sealed, before, self._shown = self._record.id, self._shown, self.text
            self._session.seal(self._edit(), lambda error: self._on_sealed(sealed, before, error))
            self.settled.emit()

    def _on_sealed(self, sealed: str, before: str, error: Exception | None) -> None:
        if self._record is None or self._record.id != sealed:
            return
        self._waits = False
        if error is not None:
            self._shown = before
            self._is_dirty = True
            self._rest.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.seal()
        return False

    def _set_text(self, text: str) -> None:
        self._waits = False
        self._shown = self._before = text
        if self.text == text:
            return
        self._is_filling = True
        if self._start is not None:
            self._start.show(text)
        elif isinstance(self._editor, QPlainTextEdit):
            self._editor.setPlainText(text)
        self._is_filling = False

    def _take_back(self) -> None:
        """Qt has cut off what a line has no room for: what stood before comes back, once Qt is through with it."""
        line, before = self._editor, self._before
        assert isinstance(line, QLineEdit), "connected for lines only"

        def say() -> None:
            line.setText(before)
            try:
                refuse_long_text(line.maxLength() + 1, line.maxLength())
            except TextIsTooLong as refusal:
                self._session.failed.emit(refusal)

        QTimer.singleShot(0, self, say)

    def _keep_plain(self, line: QLineEdit) -> None:
        """A line break or a control character in one line would be kept and never seen."""
        text, place = line.text(), line.cursorPosition()
        if not text.isprintable() and text != (plain := plain_line(text)):
            self._is_filling = True
            line.setText(plain)
            line.setCursorPosition(len(plain_line(text[:place])))
            self._is_filling = False

    def _on_text_changed(self) -> None:
        if self._record is None or self._is_filling:
            return
        if isinstance(self._editor, QLineEdit):
            self._keep_plain(self._editor)
            self._before = self._editor.text()
        self._is_dirty = True
        self._pause.start()
        self._rest.start()
        if not self._typing_on.isActive():
            self._typing_on.start()

    def _keep(self) -> None:
        self._pause.stop()
        self._typing_on.stop()
        if self._is_dirty:
            self._session.keep_draft(self._edit())

    def _edit(self) -> Any:
        return edit_of(self._record, self._name, self.text, self._parents)

    def _timer(self, milliseconds: int, then: Any) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(then)
        return timer
