"""Phrases at the form of a finding: a kept one is put in at the cursor, a good text is kept."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.phrases import fitting, keep_phrase, use_of
from qmsdesk.domain.records import creation_of
from qmsdesk.store.phrases import list_phrases
from qmsdesk.ui.commands import bind, key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.parts import Part
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column

USUAL = "statement"


class PhraseLine(QWidget):
    """Both go by the text field one was in last; before any, by what was seen, and the title where that is empty."""

    def __init__(self, desk: Desk, parts: Mapping[str, Part]) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._parts = parts
        self._last = ""
        self._finding: Finding | None = None
        self.use = TallButton(desk.theme, _("Use a phrase…"), "quiet", "notebook-pen", key_of("finding", "phrase"))
        self.keep = TallButton(desk.theme, _("Keep as a phrase"), "quiet", "star", key_of("finding", "keep"))
        self.told = label("", "small", wrap=True)
        self.told.hide()
        layout = column(desk.theme, self, gap=4)
        flow = FlowLayout(desk.theme, gap=8)
        for button in (self.use, self.keep):
            flow.addWidget(button)
        layout.addLayout(flow)
        layout.addWidget(self.told)
        self.use.clicked.connect(self.open_list)
        self.keep.clicked.connect(self.keep_text)
        for part in parts.values():
            part.editor.installEventFilter(self)

    def bind_to(self, form: QWidget) -> None:
        """Give a form the keys of both."""
        bind(form, "finding", self._, {"phrase": self.open_list, "keep": self.keep_text})

    def show_finding(self, finding: Finding, is_read_only: bool) -> None:
        if self._finding is None or self._finding.id != finding.id:
            self._last = ""
            self.told.hide()
        self._finding = finding
        self.setVisible(not is_read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._last = next(name for name, part in self._parts.items() if part.editor is watched)
        return False

    def open_list(self) -> None:
        from qmsdesk.ui.phrases.chooser import PhraseChooser  # only where it is wanted

        if self._finding is None or self.isHidden():
            return
        phrases = fitting(list_phrases(self._desk.session.db), self._finding.type)
        chooser = PhraseChooser(self._desk, phrases, self.window())
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.chosen.connect(self._put_in)
        chooser.open()

    def keep_text(self) -> None:
        """What is marked in the field, or else all of it."""
        if self._finding is None or self.isHidden():
            return
        db = self._desk.session.db
        try:
            kept = keep_phrase(list_phrases(db), use_of(self._finding.type), self._text(), self._.language)
        except Refusal as refusal:
            self._tell(refusal.say(self._))
            return
        self._desk.session.write(creation_of(kept))
        self._tell(self._("Kept: “{phrase}”", phrase=" ".join(self._.pick(kept, "text").split())))

    def _put_in(self, text: str) -> None:
        editor = self._parts[self._last or USUAL].editor
        if isinstance(editor, QLineEdit):
            editor.insert(f"{_gap(editor.text()[: editor.cursorPosition()])}{text}")
        else:
            cursor, start = editor.textCursor(), editor.textCursor().selectionStart()
            before = editor.document().characterAt(start - 1) if start else ""
            cursor.insertText(f"{_gap(before)}{text}")
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _text(self) -> str:
        editor = self._parts[self._last or USUAL].editor
        marked = editor.selectedText() if isinstance(editor, QLineEdit) else editor.textCursor().selectedText()
        if marked.strip():
            return marked.replace("\u2029", "\n")  # how Qt parts the lines of a selection
        return self._parts[self._last or USUAL].text.strip() or ("" if self._last else self._parts["title"].text)

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()


def _gap(before: str) -> str:
    return " " if before and not before[-1].isspace() else ""
