"""The dialog for reports of many audits: which, in which form and language, where to; then how far it is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QDialog, QFileDialog, QLineEdit, QStackedWidget, QWidget

from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import LANGUAGES
from qmsdesk.store.programmes import ProgrammeLine
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.reports.batch_run import BatchRun, Ordered, Outcome, reports_of
from qmsdesk.ui.reports.batch_steps import OutcomeStep, ProgressStep
from qmsdesk.ui.reports.forms import SHORT_NAMES
from qmsdesk.ui.reports.languages import LANGUAGE_NAMES
from qmsdesk.ui.reports.outlets import FOLDER
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, muted, small, title
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.toggles import CheckBox, RadioButton, join
from qmsdesk.ui.theme.tokens import SPACE

WIDTH, HEIGHT = 600, 560
FORMS = (ReportForm.FULL, ReportForm.SHORT, ReportForm.FACT_CHECK)
"""A masked copy is looked through before it is handed out, one by one."""
CHOSEN, ALL = "chosen", "all"


class BatchDialog(QDialog):
    """`chosen` are the lines that were selected, `shown` all that the filter lets through."""

    def __init__(
        self, desk: Desk, chosen: Sequence[ProgrammeLine], shown: Sequence[ProgrammeLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._lines = {CHOSEN: list(chosen), ALL: list(shown)}
        self._run: BatchRun | None = None
        self._is_over = False
        self.setWindowTitle(self._("Reports of several audits"))
        self.setProperty("kind", "page")
        self.which: dict[str, RadioButton] = {}
        self.forms: dict[ReportForm, CheckBox] = {}
        self.languages: dict[str, RadioButton] = {}
        self.folder = QLineEdit(str(self._usual_folder()))
        self.folder.setReadOnly(True)
        self.choose = Button(desk.theme, self._("Choose a folder…"), "secondary", "folder-open")
        self.make = Button(desk.theme, "", "primary", "file-text")
        self.leave = Button(desk.theme, self._("Cancel"))
        self.progress, self.ended = ProgressStep(desk.theme, self._), OutcomeStep(desk.theme, self._)
        self._stack = QStackedWidget()
        for step in (self._questions(), self.progress, self.ended):
            self._stack.addWidget(step)
        column(desk.theme, self, gap=0).addWidget(self._stack)
        self._wire()
        self._show_count()
        area = self.screen().availableGeometry()
        self.resize(min(desk.theme.px(WIDTH), area.width()), min(desk.theme.px(HEIGHT), area.height()))

    def reject(self) -> None:
        """While reports are made, Escape and the window's cross stop that first."""
        if self._run is not None and not self._is_over:
            self._cancel()
        else:
            super().reject()

    def reports(self) -> list[Ordered]:
        """What is to be made, as it is chosen now."""
        place = next(name for name, button in self.which.items() if button.isChecked())
        names = [
            (line.audit.id, f"{line.audit.number} {self._.pick(line.unit, 'name')}") for line in self._lines[place]
        ]
        return reports_of(names, [form for form, box in self.forms.items() if box.isChecked()])

    @property
    def language(self) -> str:
        return next(name for name, button in self.languages.items() if button.isChecked())

    def _questions(self) -> QWidget:
        theme = self._desk.theme
        scroll = PageScroll(theme, gap=SPACE["medium"])
        scroll.body.addWidget(title(self._("Reports of several audits")))
        for heading, choices in (
            (self._("Which audits"), self._which()),
            (self._("Form"), self._forms()),
            (self._("Language"), self._languages()),
        ):
            scroll.body.addWidget(label(heading, "strong"))
            scroll.body.addWidget(choices)
        place = row(theme, gap=SPACE["small"])
        place.addLayout(labelled(theme, self._("Folder"), self.folder), 1)
        place.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignBottom)
        scroll.body.addLayout(place)
        told = self._("One PDF for each. Final reports are copied as they were issued; no file is replaced.")
        scroll.body.addWidget(muted(told))
        scroll.body.addStretch()
        page = QWidget()
        held = column(theme, page, gap=0)
        held.addWidget(scroll, 1)
        buttons = row(theme, margins=(24, 12, 24, 20), gap=SPACE["medium"])
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.make)
        held.addLayout(buttons)
        return page

    def _which(self) -> QWidget:
        chosen, shown = (len(self._lines[name]) for name in (CHOSEN, ALL))
        texts = {
            CHOSEN: self._.plural("The {count} audit that is selected", "The {count} audits that are selected", chosen),
            ALL: self._.plural("The {count} audit that is shown", "All {count} audits that are shown", shown),
        }
        held, group = QWidget(), QButtonGroup(self)
        layout = column(self._desk.theme, held, gap=SPACE["tight"])
        for name, text in texts.items():
            if self._lines[name]:
                self.which[name] = RadioButton(text)
                join(group, self.which[name])
                layout.addWidget(self.which[name], 0, Qt.AlignmentFlag.AlignLeft)
        usual = CHOSEN if chosen > 1 else ALL
        self.which[usual].setChecked(True)
        layout.addWidget(small(self._("Select several in the list with Shift or Ctrl, by key or mouse.")))
        return held

    def _forms(self) -> QWidget:
        held = QWidget()
        layout = FlowLayout(self._desk.theme, held, gap=SPACE["large"])
        for form in FORMS:
            self.forms[form] = CheckBox(self._(SHORT_NAMES[form]))
            self.forms[form].setChecked(form is ReportForm.FULL)
            self.forms[form].toggled.connect(self._show_count)
            layout.addWidget(self.forms[form])
        return held

    def _languages(self) -> QWidget:
        held, group = QWidget(), QButtonGroup(self)
        layout = FlowLayout(self._desk.theme, held, gap=SPACE["large"])
        for language in LANGUAGES:
            self.languages[language] = RadioButton(self._(LANGUAGE_NAMES[language]))
            self.languages[language].setChecked(language == self._.language)
            join(group, self.languages[language])
            layout.addWidget(self.languages[language])
        return held

    def _wire(self) -> None:
        for button in (self.choose, self.leave):
            button.setAutoDefault(False)
        self.make.setDefault(True)
        self.choose.clicked.connect(self._choose_folder)
        self.leave.clicked.connect(self.reject)
        self.make.clicked.connect(self._start)
        for choice in self.which.values():
            choice.toggled.connect(self._show_count)
        self.progress.cancel.clicked.connect(self._cancel)
        self.ended.done.clicked.connect(self.accept)
        self.ended.open.clicked.connect(self._open_folder)

    def _show_count(self) -> None:
        count = len(self.reports())
        self.make.show_words(self._.plural("Make {count} report", "Make {count} reports", count))
        self.make.setEnabled(count > 0)

    def _usual_folder(self) -> Path:
        last = Path(self._desk.session.bookmark(FOLDER) or "")
        if last.is_absolute() and last.is_dir():
            return last
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._("Folder for the reports"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _start(self) -> None:
        folder = Path(self.folder.text())
        self._desk.session.set_bookmark(FOLDER, str(folder))
        self._run = BatchRun(self._desk, self.reports(), self.language, folder, self)
        self._run.moved.connect(self._on_moved)
        self._run.finished.connect(self._on_finished)
        self._stack.setCurrentWidget(self.progress)
        self.progress.cancel.setFocus()
        self._run.start()

    def _cancel(self) -> None:
        if self._run is not None:
            self.progress.show_cancelling()
            self._run.cancel()

    def _on_moved(self, done: int, ordered: Ordered) -> None:
        assert self._run is not None, "it has moved"
        self.progress.show_place(done, self._run.total, ordered.name)

    def _on_finished(self, outcome: Outcome) -> None:
        self._is_over = True
        self.ended.show_outcome(outcome, Path(self.folder.text()))
        self._stack.setCurrentWidget(self.ended)
        (self.ended.open if outcome.written else self.ended.done).setFocus()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))
