"""Title, edition and state under which a checklist is brought in."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from qmsdesk.domain.checklists import Checklist, ChecklistState
from qmsdesk.exchange.checklists import ChecklistContent
from qmsdesk.exchange.sources.namings import free_edition, named
from qmsdesk.i18n import LANGUAGES, N_
from qmsdesk.store.checklists import list_checklists
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.toggles import CheckBox
from qmsdesk.ui.theme.tokens import SPACE

EDITION_WIDTH = 96
MOST = 200
TITLES = {"sv": N_("Title, Swedish"), "en": N_("Title, English")}


class NameFields(QWidget):
    """`changed` when what is typed is another name; what a person has typed is not overwritten."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self.titles = {language: QLineEdit(maxLength=MOST) for language in LANGUAGES}
        self.edition = QLineEdit(maxLength=40)
        self.banner = Banner(desk.theme)
        self.publish = CheckBox(self._("Publish it, so that it can be used at once"))
        self.publish.setChecked(True)
        self._code = ""
        self._lay_out()
        for field in (*self.titles.values(), self.edition):
            field.textEdited.connect(self._on_edited)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        layout = column(theme, self, gap=SPACE["small"])
        line = row(theme, gap=SPACE["medium"])
        names = column(theme, gap=SPACE["small"])
        self._parts: dict[str, QWidget] = {}
        for language, field in self.titles.items():
            self._parts[language] = QWidget()
            self._parts[language].setLayout(labelled(theme, self._(TITLES[language]), field))
            names.addWidget(self._parts[language])
        line.addLayout(names, 1)
        edition: QVBoxLayout = labelled(theme, self._("Edition"), self.edition)
        edition.addStretch()
        theme.size(self.edition, width=EDITION_WIDTH)
        line.addLayout(edition)
        layout.addLayout(line)
        layout.addWidget(self.banner)
        layout.addWidget(self.publish)

    def show_content(self, content: ChecklistContent) -> None:
        """The names as they stand in the file, unless a person has written others."""
        checklist = content.checklist
        for language, field in self.titles.items():
            asked = language in content.languages or not content.languages
            self._parts[language].setVisible(asked or bool(getattr(checklist, f"title_{language}")))
            if not field.isModified():
                field.setText(getattr(checklist, f"title_{language}"))
                field.setCursorPosition(0)
        self._code = checklist.code
        if not self.edition.isModified():
            self.edition.setText(free_edition(checklist.edition, self._taken()))
        self._show_clash(checklist)

    def reset(self) -> None:
        """What is typed gives way to what the file says."""
        for field in (*self.titles.values(), self.edition):
            field.setModified(False)

    @property
    def typed(self) -> dict[str, str]:
        """What a person has written, by language or “edition”."""
        fields = {**self.titles, "edition": self.edition}
        return {name: field.text() for name, field in fields.items() if field.isModified()}

    def take_up(self, typed: Mapping[str, str], is_published: bool) -> None:
        """What was written in these fields before."""
        fields = {**self.titles, "edition": self.edition}
        for name, text in typed.items():
            if name in fields:
                fields[name].setText(text)
                fields[name].setModified(True)
        self.publish.setChecked(is_published)

    @property
    def is_complete(self) -> bool:
        """Whether there is a title, and an edition that is not there yet."""
        named_ = any(field.text().strip() for field in self.titles.values())
        return named_ and bool(self.edition.text().strip()) and self.edition.text().strip() not in self._taken()

    def named(self, content: ChecklistContent) -> ChecklistContent:
        """The content under these names."""
        titles = {language: field.text().strip() for language, field in self.titles.items()}
        state = ChecklistState.PUBLISHED if self.publish.isChecked() else ChecklistState.DRAFT
        return named(content, titles, self.edition.text().strip(), state)

    def _taken(self) -> set[str]:
        lines = list_checklists(self._desk.session.db)
        return {line.checklist.edition for line in lines if line.checklist.code == self._code}

    def _on_edited(self) -> None:
        edition = self.edition.text().strip()
        is_taken = edition in self._taken()
        if is_taken:
            said = self._("Edition {edition} is in the register already. Give this one another name.", edition=edition)
            self.banner.show_message(said, "warning")
        else:
            self.banner.hide()
        self.changed.emit()

    def _show_clash(self, checklist: Checklist) -> None:
        if checklist.edition in self._taken() and not self.edition.isModified():
            said = self._(
                "Edition {edition} of this checklist is in the register already. This one becomes edition {new}.",
                edition=checklist.edition,
                new=self.edition.text(),
            )
            self.banner.show_message(said)
        elif not self.edition.isModified():
            self.banner.hide()
