"""The questions to ask: what there is no time for is left out beforehand, and why is said."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from qmsdesk.domain.audits import AuditQuestion
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.ui.audits.preparing.question_table import MINUTES, REASON, TEXT, QuestionTable
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import small, subheading
from qmsdesk.ui.theme.tables import PlainTable

ROW_HEIGHT, SECTION_HEIGHT = 56, 44
MINUTES_WIDTH, REASON_WIDTH = 84, 220


class QuestionsCard(Card):
    """As high as its table, so that the page scrolls and nothing in it; `moved` says where the current row lies."""

    moved = Signal(QRect)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = desk.words
        self._dossier: Dossier | None = None
        self.table = QuestionTable(desk.words, desk.theme.font("strong"))
        self.view = PlainTable(desk.theme)
        self.view.setAccessibleName(self._("Questions to ask"))
        self.view.setModel(self.table)
        self.view.setWordWrap(True)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.installEventFilter(self)
        self.body.addWidget(subheading(self._("Questions to ask")))
        self.body.addWidget(small(self._("Space leaves a question or a whole section out; F2 says why.")))
        self.body.addWidget(self.view)
        self.table.ask_requested.connect(self._ask)
        self.table.reason_given.connect(self._give_reason)
        self.table.modelReset.connect(self._fit)
        self.view.selectionModel().currentChanged.connect(self._on_moved)
        desk.theme.changed.connect(self._fit)

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.table.show_dossier(dossier)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space and F2 do what they say wherever in the row one stands."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            index = self.view.currentIndex()
            if event.key() == Qt.Key.Key_Space and index.isValid():
                self._toggle(index.siblingAtColumn(TEXT))
                return True
            if event.key() == Qt.Key.Key_F2 and index.isValid():
                self.view.edit(index.siblingAtColumn(REASON))
                return True
        return False

    def _toggle(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self.table.setData(index, None, Qt.ItemDataRole.CheckStateRole)

    def _ask(self, questions: list[Question], asked: bool) -> None:
        edits = []
        for question in questions:
            held = self._item(question)
            edits += (
                [edit_of(held, "is_left_out", not asked)]
                if self._has(held)
                else ([] if asked else creation_of(AuditQuestion(held.id, held.audit_id, held.question_id, True)))
            )
        self._desk.session.write(edits)

    def _give_reason(self, question: Question, reason: str) -> None:
        self._desk.session.write([edit_of(self._item(question), "reason", reason)])

    def _item(self, question: Question) -> AuditQuestion:
        """How the audit treats a question; the same id on every laptop where nothing is said yet."""
        assert self._dossier is not None, "shown before it can be used"
        audit_id = self._dossier.audit.id
        held = (item for item in self._dossier.audit_questions if item.question_id == question.id)
        return next(held, None) or AuditQuestion(
            derived_id("audit question", audit_id, question.id), audit_id, question.id
        )

    def _has(self, item: AuditQuestion) -> bool:
        assert self._dossier is not None, "shown before it can be used"
        return item in self._dossier.audit_questions

    def _fit(self) -> None:
        px, rows = self._desk.theme.px, self.table.rows
        for place, row in enumerate(rows):
            self.view.setRowHeight(place, px(SECTION_HEIGHT if row.is_section else ROW_HEIGHT))
        header = self.view.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(MINUTES, px(MINUTES_WIDTH))
        self.view.setColumnWidth(REASON, px(REASON_WIDTH))
        sections = sum(row.is_section for row in rows)
        height = px(SECTION_HEIGHT) * sections + px(ROW_HEIGHT) * (len(rows) - sections)
        self.view.setFixedHeight(height + header.sizeHint().height() + 2 * px(4))

    def _on_moved(self, current: QModelIndex) -> None:
        place = self.view.visualRect(current)
        self.moved.emit(place.translated(self.view.viewport().mapTo(self, place.topLeft()) - place.topLeft()))
