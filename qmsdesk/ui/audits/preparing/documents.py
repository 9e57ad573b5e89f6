"""The documents that were read before the day: title, reference, and what the reading gave."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.documents import Document
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.edits import GrowingEdit, LongLine
from qmsdesk.ui.theme.labels import small, subheading
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.tokens import SPACE

NARROW = 780
TOP = Qt.AlignmentFlag.AlignTop


class DocumentsCard(Card):
    """They stand in the report, so each says what it is and where it is found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = desk.words
        self._audit_id = ""
        self._awaited = ""
        self.rows: dict[str, DocumentRow] = {}
        self.body.addWidget(subheading(self._("Documents read")))
        self.body.addWidget(
            small(self._("What you have read before the day, and what it gave. It goes into the report."))
        )
        self._at_rows = self.body.count()
        self.add = Button(desk.theme, self._("Add a document"), "quiet", "plus")
        self.add.clicked.connect(self._add)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_dossier(self, dossier: Dossier) -> None:
        self._audit_id = dossier.audit.id
        for gone in self.rows.keys() - {document.id for document in dossier.documents}:
            held = self.rows.pop(gone)
            held.hide()
            held.deleteLater()
        for place, document in enumerate(dossier.documents):
            shown = self.rows.get(document.id) or self._new_row(document.id)
            if self.body.indexOf(shown) != self._at_rows + place:
                self.body.insertWidget(self._at_rows + place, shown)
            shown.show_document(document, place + 1)
        self.rows = {document.id: self.rows[document.id] for document in dossier.documents}
        if self._awaited in self.rows:
            self.rows[self._awaited].title.setFocus()
            self._awaited = ""

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return [*(stop for shown in self.rows.values() for stop in shown.stops), self.add]

    def _add(self) -> None:
        document = Document(new_id(), self._audit_id)
        self._awaited = document.id
        self._desk.session.write(creation_of(document))

    def _new_row(self, id_: str) -> "DocumentRow":
        made = self.rows[id_] = DocumentRow(self._desk)
        made.removal_requested.connect(
            lambda: self._desk.session.write([Edit("document", id_, DELETED, 1, self._audit_id)])
        )
        return made


class DocumentRow(QWidget):
    """On a narrow page the remark goes below."""

    removal_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self.title = LongLine(desk.theme, _("Title"))
        self.reference = LongLine(desk.theme, _("Number, date or address"))
        self.remark = GrowingEdit(desk.theme, _("What the reading gave"), min_lines=1)
        self.remark.document().setDocumentMargin(1)  # as high as the lines beside it
        self._fields = {name: Field(desk.session, getattr(self, name)) for name in ("title", "reference", "remark")}
        self.remove = Button(desk.theme, "", "quiet", "x")
        self.remove.setToolTip(_("Remove this document"))
        self.remove.clicked.connect(self.removal_requested)
        self._names: dict[QWidget, str] = {
            self.title: _("Title"),
            self.reference: _("Reference"),
            self.remark: _("Remark"),
            self.remove: _("Remove"),
        }
        first, second = row(desk.theme, gap=SPACE["small"]), row(desk.theme, gap=SPACE["small"])
        first.addWidget(self.title, 3, TOP)
        first.addWidget(self.reference, 2, TOP)
        second.addWidget(self.remark, 1, TOP)
        second.addWidget(self.remove, 0, TOP)
        self._lines = row(desk.theme, self, gap=SPACE["small"])
        self._lines.addLayout(first, 1)
        self._lines.addLayout(second, 1)

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return list(self._names)

    def show_document(self, document: Document, number: int) -> None:
        for control, name in self._names.items():
            control.setAccessibleName(self._("{name}, line {number}", name=name, number=number))
        for name, field in self._fields.items():
            field.show_record(document, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < self._desk.theme.px(NARROW)
        ways = QBoxLayout.Direction
        self._lines.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        super().resizeEvent(event)
