"""What changed from one edition to another, question by question; and, for the lead, moving an audit there."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from qmsdesk.domain.checklists import Checklist, Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.edition_moves import left_behind, move_audit, refuse_move
from qmsdesk.domain.editions import FATE_NAMES, Difference, Fate, compare_editions
from qmsdesk.domain.errors import Refusal
from qmsdesk.store.checklists import load_edition
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, muted, title
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tables import PlainTable
from qmsdesk.ui.theme.tokens import SPACE

WIDTH, HEIGHT, ROW_HEIGHT, FATE_WIDTH = 860, 560, 84, 112


class ChangesDialog(QDialog):
    """Only what differs is listed. `buttons` is its lower row, for what else can be done."""

    def __init__(self, desk: Desk, old: Checklist, new: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = _ = desk.words
        self.new = load_edition(desk.session.db, new.id)
        before = load_edition(desk.session.db, old.id)
        self.differences = compare_editions(before, self.new)
        self._numbers = before.numbers | self.new.numbers
        said = _("What changed from edition {old} to {new}", old=old.edition, new=new.edition)
        self.setWindowTitle(said)
        self.setProperty("kind", "page")
        self.table = self._make_table()
        self._body = column(desk.theme, self, margins=(SPACE["wide"], SPACE["wide"]), gap=SPACE["medium"])
        self._body.addWidget(title(said))
        self._body.addWidget(label(self._counted(), wrap=True))
        self._body.addWidget(self.table, 1)
        self.buttons = row(desk.theme, gap=SPACE["medium"])
        self.buttons.addStretch()
        self.close_button = Button(desk.theme, _("Done"))
        self.close_button.clicked.connect(self.reject)
        self.buttons.addWidget(self.close_button)
        self._body.addLayout(self.buttons)
        room = (parent.window() if parent else self).size()
        px = desk.theme.px
        self.resize(min(px(WIDTH), max(px(400), room.width() - px(48))), min(px(HEIGHT), room.height()))

    def _counted(self) -> str:
        counts = Counter(each.fate for each in self.differences)
        parts = [f"{self._(FATE_NAMES[fate])}: {counts[fate]}" for fate in Fate if counts[fate]]
        return " · ".join(parts) or self._("Neither asks anything yet.")

    def _make_table(self) -> PlainTable:
        table = PlainTable(self._desk.theme)
        model = QStandardItemModel(table)
        model.setHorizontalHeaderLabels([self._("Difference"), self._("Before"), self._("Now")])
        for each in self.differences:
            if each.fate is not Fate.UNCHANGED:
                model.appendRow([self._cell(text) for text in self._told(each)])
        table.setModel(model)
        table.setWordWrap(True)
        table.setAccessibleName(self._("Differences"))
        table.verticalHeader().setDefaultSectionSize(self._desk.theme.px(ROW_HEIGHT))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, self._desk.theme.px(FATE_WIDTH))
        return table

    def _told(self, each: Difference) -> tuple[str, str, str]:
        return self._(FATE_NAMES[each.fate]), self._text(each.old), self._text(each.new)

    def _text(self, question: Question | None) -> str:
        return f"{self._numbers[question.id]}  {self._.pick(question, 'text')}" if question else "–"

    def _cell(self, text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setEditable(False)
        item.setToolTip(text)
        return item


class MoveDialog(ChangesDialog):
    """What changed, what would stay behind, and the button that moves this audit."""

    def __init__(self, desk: Desk, dossier: Dossier, new: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(desk, dossier.checklist, new, parent)
        self._dossier = dossier
        _ = self._
        self.banner = Banner(desk.theme)
        self.left_behind = left_behind(dossier, self.new)
        self._body.insertWidget(3, self.banner)
        self._body.insertWidget(3, muted(self._say_left()))
        self.move_button = Button(desk.theme, _("Move this audit"), "primary")
        self.move_button.clicked.connect(self._move)
        self.buttons.addWidget(self.move_button)
        self.close_button.setText(_("Stay with this edition"))
        try:
            refuse_move(dossier, self.new, desk.session.owner.id)
        except Refusal as refusal:
            self.move_button.setEnabled(False)
            self.banner.show_message(refusal.say(_), "warning")
        else:
            self.move_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_left(self) -> str:
        if not self.left_behind:
            return self._("All that was said goes along: every question with an answer is asked again.")
        numbers = ", ".join(self._dossier.numbers[question.id] for question in self.left_behind)
        return self._(
            "What was answered at {numbers} does not go along, because they are not asked the same way. Findings,"
            " notes and photos stay in the audit, and Ctrl+Z takes the move back.",
            numbers=numbers,
        )

    def _move(self) -> None:
        try:
            self._desk.session.write(move_audit(self._dossier, self.new, self._desk.session.owner.id))
        except Refusal as refusal:
            self.banner.show_message(refusal.say(self._), "danger")
        else:
            self.accept()
