"""The step of an import in which a person looks through it: the original with what its rows became, and the result."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from qmsdesk.exchange.checklists import say_conditions_astray, say_core
from qmsdesk.exchange.sources.sheets import Sheet
from qmsdesk.i18n import Words, words
from qmsdesk.ui.checklists.importing.corrections import LANGUAGE_NAMES, CorrectionPanel
from qmsdesk.ui.checklists.importing.names import NameFields
from qmsdesk.ui.checklists.importing.original import OriginalTable
from qmsdesk.ui.checklists.importing.reading import Read
from qmsdesk.ui.checklists.importing.results import ResultList, left_out_lines, outline_lines
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.toggles import join
from qmsdesk.ui.theme.tokens import SPACE

NARROW = 960
LIST_HEIGHT = 200


class ReviewStep(QWidget):
    """Original and checklist side by side, one below the other where it is narrow."""

    def __init__(self, desk: Desk, file: str) -> None:
        super().__init__()
        self._desk = desk
        self._theme = desk.theme
        self._ = desk.words
        self._read: Read | None = None
        self._is_one_of_several = False
        self.original = OriginalTable(desk.theme, desk.words)
        self.panel = CorrectionPanel(desk, self.original)
        self.names = NameFields(desk)
        self.outline = ResultList(desk.theme, self._("The checklist as understood"))
        self.left_out = ResultList(desk.theme, self._("What is left out"))
        self.tabs = {name: Button(desk.theme, "", "step") for name in ("outline", "left_out")}
        self.counts = label("", "strong", wrap=True)
        self.told, self.warning = Banner(desk.theme), Banner(desk.theme)
        self.over = Button(desk.theme, self._("Start over"), "quiet", "undo-2")
        self.cancel = Button(desk.theme, self._("Cancel"))
        self.rest = Button(desk.theme, self._("Skip the rest"), "quiet", "skip-forward")
        self.rest.hide()
        self.agree = Button(desk.theme, "", "primary", "download", key_of("importing", "agree"))
        self.agree.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # its key would make it grow
        self._lay_out(file)
        self._wire()

    def _lay_out(self, file: str) -> None:
        theme = self._theme
        self._scroll = PageScroll(theme, margins=(24, 16, 24, 12), gap=SPACE["small"])
        for part in (label(file, "heading", wrap=True), self.told, self.warning):
            self._scroll.body.addWidget(part)
        self._sides = row(theme, gap=SPACE["large"])
        self._sides.addLayout(self._left(), 3)
        self._sides.addLayout(self._right(), 2)
        self._scroll.body.addLayout(self._sides, 1)
        layout = column(theme, self, gap=0)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._foot())

    def _left(self) -> QBoxLayout:
        left = column(self._theme, gap=SPACE["small"])
        left.addWidget(self.panel)
        left.addWidget(self.original, 1)
        self._theme.size(self.original, min_height=LIST_HEIGHT)
        return left

    def _right(self) -> QBoxLayout:
        right = column(self._theme, gap=SPACE["small"])
        right.addWidget(self.names)
        right.addWidget(self.counts)
        right.addLayout(self._tab_line())
        self._stack = QStackedWidget()
        for view in (self.outline, self.left_out):
            self._stack.addWidget(view)
        self._theme.size(self._stack, min_height=LIST_HEIGHT)
        right.addWidget(self._stack, 1)
        return right

    def _tab_line(self) -> FlowLayout:
        line, group = FlowLayout(self._theme, gap=SPACE["small"]), QButtonGroup(self)
        for button in self.tabs.values():
            button.setCheckable(True)
            join(group, button)
            line.addWidget(button)
        self.tabs["outline"].setChecked(True)
        return line

    def _foot(self) -> QHBoxLayout:
        foot = row(self._theme, margins=(24, 8, 24, 16), gap=SPACE["medium"])
        foot.addWidget(self.over)
        foot.addStretch()
        foot.addWidget(self.rest)
        foot.addWidget(self.cancel)
        foot.addWidget(self.agree)
        return foot

    def _wire(self) -> None:
        for button in (self.over, self.rest, self.cancel, self.agree, self.panel.start, *self.tabs.values()):
            button.setAutoDefault(False)
        self.over.setToolTip(key_of("importing", "over"))
        self.over.setAccessibleName(self._("Start over"))
        self.rest.setToolTip(self._("Skip the rest"))
        self.rest.setAccessibleName(self._("Skip the rest"))
        for name, button in self.tabs.items():
            button.clicked.connect(lambda _=False, name=name: self._show_tab(name))
        self.names.changed.connect(self._show_agree)
        self.original.moved.connect(self._on_moved)

    def fit(self, width: int) -> None:
        """Side by side where there is room for it."""
        is_narrow = width < self._theme.px(NARROW)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self.over.show_words("" if is_narrow else self._("Start over"))
        self.rest.show_words("" if is_narrow else self._("Skip the rest"))
        if self._is_one_of_several:
            self.cancel.show_words(self._("Skip") if is_narrow else self._("Skip this file"))

    def show_queue(self, *, is_one_of_several: bool, left: int) -> None:
        """Of several files one is skipped rather than all of it called off."""
        self._is_one_of_several = is_one_of_several
        self.rest.setVisible(left > 0)

    def show_read(self, read: Read, *, is_new: bool = False) -> None:
        """What was understood, the first time or after a correction."""
        understood, self._read = read.understanding, read
        if is_new:
            asked = [table.sheet for table in understood.mapping.tables if table.is_used]
            asked += [name for name, _ in read.marks]
            first = next((sheet for sheet in read.sheets if sheet.name in asked[:1]), read.sheets[0])
            self.original.show_sheet(first, read.marks, understood.mapping)
        else:
            self.original.show_marks(read.marks, understood.mapping)
        self.panel.show_mapping(read.sheets, understood.mapping)
        self.over.setVisible(understood.can_be_corrected)
        self.names.show_content(understood.content)
        self.outline.show_lines(outline_lines(understood.content, self._language(read)))
        self.left_out.show_lines(left_out_lines(understood.left_out, self._))
        self._show_counts(read)
        self._show_warnings(read)
        self._show_agree()

    def show_sheet(self, sheet: Sheet) -> None:
        """Another sheet of the original, unless it is the one that is shown."""
        if self._read is not None and sheet is not self.original.sheet:
            mapping = self._read.understanding.mapping
            self.original.show_sheet(sheet, self._read.marks, mapping)
            self.panel.show_mapping(self._read.sheets, mapping)

    def show_part(self, name: str) -> None:
        """Bring a part to view, and the keys to it."""
        part: QWidget = self.original
        if name in self.tabs:
            self.tabs[name].setChecked(True)
            self._show_tab(name)
            part = self.outline if name == "outline" else self.left_out
        self._scroll.ensureWidgetVisible(part)
        part.setFocus()

    def refuse_correction(self) -> None:
        """One that would leave nothing to ask is not made."""
        assert self._read is not None, "something was corrected"
        self.panel.show_mapping(self._read.sheets, self._read.understanding.mapping)
        self._show(self.told, self._("No question would be left then, so it stays as it was."), "warning")

    def tell(self, sentence: str) -> None:
        """A quiet line above it all, or none."""
        self._show(self.told, sentence, "info")

    def focus_column(self) -> None:
        if self.panel.column.isEnabled():
            self.panel.column.setFocus()
            self.panel.column.showPopup()

    def focus_row(self) -> None:
        if self.panel.row.isEnabled():
            self.panel.row.setFocus()
            self.panel.row.showPopup()

    def _show_tab(self, name: str) -> None:
        self._stack.setCurrentWidget(self.outline if name == "outline" else self.left_out)

    def _on_moved(self) -> None:
        if self._read is not None:
            self.original.lines.show_table(self._read.understanding.mapping, self.original.currentIndex().row())

    def _language(self, read: Read) -> Words:
        """The language of the screen where the questions are in it, else theirs."""
        held = read.understanding.content.languages
        return self._ if not held or self._.language in held else words(held[0])

    def _show_counts(self, read: Read) -> None:
        content = read.understanding.content
        questions, left = len(content.questions), len(read.understanding.left_out)
        sections = self._.plural("{count} section", "{count} sections", len(content.sections))
        asked = self._.plural("{count} question", "{count} questions", questions)
        languages = ", ".join(self._(LANGUAGE_NAMES[code]) for code in content.languages)
        self.counts.setText(" · ".join((sections, asked, languages)))
        self.tabs["outline"].setText(self._("Checklist"))
        self.tabs["left_out"].setText(self._("Left out ({count})", count=left))
        self.agree.show_words(self._.plural("Import {count} question", "Import {count} questions", questions))

    def _show_warnings(self, read: Read) -> None:
        content = read.understanding.content
        told = [self._(each) for each in read.understanding.warnings]
        told += [say_core(self._desk.session.db, content, self._), say_conditions_astray(content, self._)]
        self._show(self.warning, " ".join(filter(None, told)), "warning")

    def _show_agree(self) -> None:
        self.agree.setEnabled(self.names.is_complete)

    def _show(self, banner: Banner, sentence: str, tone: str) -> None:
        if not sentence:
            banner.hide()
            return
        banner.show_message(sentence, tone)
        QAccessible.updateAccessibility(QAccessibleEvent(banner, QAccessible.Event.Alert))
