"""The photos and other evidence of a question or a finding: in a row, each with its caption, and the ways in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.changes import DELETED, Changed, Edit
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.records import edit_of
from qmsdesk.store.attachments import attachments_of
from qmsdesk.store.rows import get
from qmsdesk.ui.attachments.captions import CaptionRow
from qmsdesk.ui.attachments.intake import Batch, Intake, Place, Source, from_file, sources_of
from qmsdesk.ui.attachments.tiles import TileList
from qmsdesk.ui.attachments.tray import Tray
from qmsdesk.ui.attachments.watch import Watch
from qmsdesk.ui.attachments.ways import Ways
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.thumbnails import Thumbnails


class PhotoStrip(QWidget):
    """`show_question` or `show_finding` it. `ways.add` and `ways.more` may be laid elsewhere by whoever holds it.

    `settled` says that the last caption asked for was given, and the focus may go on.
    """

    settled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._place: Place | None = None
        self._name = ""
        self._is_read_only, self._is_asking, self._is_used = False, False, False
        self._awaited = ""
        self._asked_id: str | None = None
        self._offered: list[Attachment] = []
        self._typed_before: tuple[QWidget | None, str] = (None, "")
        self.thumbnails = Thumbnails(desk, self)
        self.intake, self.watch = Intake(desk, self), Watch(desk, self)
        self.ways = Ways(desk, self.watch, self)
        self._busy, self._told = label("", "small"), Banner(desk.theme, tone="warning")
        self.tray = Tray(desk, self.watch)
        self.list = TileList(desk.theme, self._, self.thumbnails)
        self._caption_row = CaptionRow(desk)
        self.caption = self._caption_row.line
        self.offer = TallButton(desk.theme, " ", "quiet", "image")
        self._head = QWidget()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        head = FlowLayout(theme, self._head, gap=8)
        for part in (self.ways.add, self.ways.more, self.offer):
            head.addWidget(part)
        layout = column(theme, self, gap=6)
        for widget in (self._told, self.tray, self._busy, self.list, self._caption_row, self._head):
            layout.addWidget(widget)
        for widget in (self._busy, self.list, self.offer):
            widget.hide()

    def _wire(self) -> None:
        self.ways.came.connect(self.take)
        self.ways.told.connect(self._tell)
        self.list.chosen.connect(self._show_current)
        self.list.installEventFilter(self)
        self.list.opened.connect(self.open_current)
        self.list.removal_wanted.connect(self.remove_current)
        self.offer.clicked.connect(self._take_offered)
        self._caption_row.open_button.clicked.connect(self.open_current)
        self._caption_row.remove_button.clicked.connect(self.remove_current)
        self.caption.returnPressed.connect(self._go_on)
        self.caption.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.intake.progressed.connect(self._show_progress)
        self.intake.finished.connect(self._on_finished)
        self.tray.taken.connect(lambda paths: self.take([from_file(path) for path in paths]))
        self._desk.session.changed.connect(self._on_changed)

    # What is shown

    def show_question(self, question: Question, dossier: Dossier) -> None:
        """What `dossier` holds, read a moment ago: walking from question to question asks no disk."""
        self._asked_id = None
        self._come_to(Place(dossier.audit.id, question_id=question.id), self._("the open question"))
        self._show_held(dossier.attachments, dossier.audit.is_locked)

    def show_finding(self, finding: Finding) -> None:
        self._asked_id = finding.question_id
        self._come_to(Place(finding.audit_id, finding_id=finding.id), finding.number)
        self._reload()

    @property
    def attachments(self) -> Sequence[Attachment]:
        return self.list.tiles.attachments

    @property
    def last_stop(self) -> QWidget:
        """From where Tab goes on past the photos."""
        return self.offer

    @property
    def said(self) -> str:
        """What went wrong last."""
        return self._told.text() if self._told.isVisibleTo(self) else ""

    @property
    def is_open(self) -> bool:
        """Whether evidence can be added now."""
        return self._place is not None and not self._is_read_only

    def say_drop(self) -> str:
        """What letting go here would do, for `Drops`; nothing where nothing can be added."""
        return self._("Let go to add it to {place}", place=self._name) if self.is_open else ""

    def _come_to(self, place: Place, name: str) -> None:
        if place != self._place:
            self._caption_row.clear()
            self._place, self._name = place, name
            self._told.hide()
            self._is_asking = self._is_used = False
            self._awaited = ""

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & {"attachment", "audit"} and self._place is not None:
            self._reload()

    def _reload(self) -> None:
        assert self._place is not None
        audit = get(self._desk.session.db, Audit, self._place.audit_id)
        everything = attachments_of(self._desk.session.db, self._place.audit_id)
        self._show_held(everything, audit is None or audit.is_locked)

    def _show_held(self, everything: Sequence[Attachment], is_read_only: bool) -> None:
        assert self._place is not None
        self._is_read_only = is_read_only
        current, before = self.list.current, self.list.currentIndex().row()
        own = [each for each in everything if _belongs(each, self._place)]
        self._show_offered(everything)
        is_new = [each.id for each in own] != [each.id for each in self.attachments]
        self.list.tiles.show_attachments(own)
        if is_new and own:
            kept = self.list.tiles.row_of(current.id) if current else -1
            self.list.choose(kept if kept >= 0 else max(0, min(before, len(own) - 1)))
        self.list.setVisible(bool(own))
        for button in (self.ways.add, self.ways.more):
            button.setVisible(not self._is_read_only)
        self._caption_row.set_read_only(self._is_read_only)
        self._show_current()
        self._ask_awaited()

    def _show_offered(self, everything: Sequence[Attachment]) -> None:
        """What lies at the question a finding came from, and belongs to no finding yet."""
        asked = self._asked_id
        self._offered = [each for each in everything if asked and each.question_id == asked and not each.finding_id]
        count = len(self._offered)
        self.offer.setText(
            self._.plural("Use {count} photo of the question", "Use {count} photos of the question", count)
        )
        self.offer.setVisible(count > 0 and not self._is_read_only)

    def _take_offered(self) -> None:
        assert self._place is not None
        finding_id = self._place.finding_id
        self._desk.session.write([edit_of(each, "finding_id", finding_id) for each in self._offered])

    def _show_current(self) -> None:
        """Its caption to write on when a photo lacks one or somebody has turned to the photos; until then they rest."""
        current = self.list.current
        if current is None:
            self._caption_row.hide()
            self._caption_row.clear()
            return
        self._is_used = self._is_used or current.lacks_caption or self.list.hasFocus()
        self._caption_row.setVisible(self._is_used)
        self._caption_row.show_attachment(current)

    # Coming in

    def take(self, sources: Sequence[Source], note_id: str | None = None) -> None:
        """Add evidence to what is shown; its captions are asked for when it is there."""
        if not sources or not self.is_open or self._place is None:
            return
        self._told.hide()
        focus = QApplication.focusWidget()
        self._typed_before = (focus, _text_of(focus))
        self.intake.take(sources, self._place._replace(note_id=note_id))

    def take_mime(self, mime: QMimeData, note_id: str | None = None) -> None:
        """Add what was dropped."""
        self.take(sources_of(mime, self._("The picture")), note_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._show_current()
        return False

    def _show_progress(self, batch: Batch) -> None:
        self._busy.setText(self._("Adding {number} of {count}…", number=batch.done + 1, count=batch.count))
        self._busy.show()

    def _on_finished(self, batch: Batch) -> None:
        self._busy.hide()
        said = [refusal.say(self._) for refusal in batch.refused]
        if batch.known:
            said.append(self._.plural("{count} was here already.", "{count} were here already.", batch.known))
        if said:
            self._tell("\n".join(said))
        if batch.kept and self._place == batch.place._replace(note_id=None):
            self._awaited = batch.kept[0].id
            self._ask_awaited()

    def _tell(self, text: str) -> None:
        self._told.show_message(text, "warning")

    # Captions

    def _ask_awaited(self) -> None:
        """Put the focus under a picture that came in, unless somebody has typed elsewhere meanwhile."""
        found = self.list.tiles.row_of(self._awaited) if self._awaited else -1
        if found < 0:
            return
        self._awaited, self._is_asking = "", True
        self.list.choose(found)
        focus = QApplication.focusWidget()
        if self.isVisible() and (focus, _text_of(focus)) == self._typed_before:
            self.caption.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Enter: to the next one that needs a caption, else back to the work."""
        self._caption_row.seal()
        here = self.list.currentIndex().row()
        rest = [*range(here + 1, len(self.attachments)), *range(here)]
        lacking = [number for number in rest if self.attachments[number].lacks_caption]
        if lacking and self._is_asking:
            self.list.choose(lacking[0])
        else:
            self._is_asking = False
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.settled.emit()

    # What one does with them

    def seal(self) -> None:
        """Hand in what is being typed."""
        self._caption_row.seal()

    def open_current(self) -> None:
        """Look at the one that is chosen, and draw on it."""
        current = self.list.current
        if current is None:
            return
        from qmsdesk.ui.attachments.opening import open_attachment  # brings in Pillow, which a start does without

        self.seal()
        said = open_attachment(self._desk, list(self.attachments), current, self._is_read_only, self.window())
        if said:
            self._tell(said)

    def remove_current(self) -> None:
        """Take the one that is chosen away from here; where it belongs elsewhere too it stays there."""
        current = self.list.current
        if current is None or self._is_read_only or self._place is None:
            return
        self._caption_row.clear()
        field = "question_id" if self._place.question_id else "finding_id"
        elsewhere = current.finding_id if self._place.question_id else current.question_id
        edit = Edit("attachment", current.id, DELETED, 1, current.audit_id)
        self._desk.session.write([edit_of(current, field, None) if elsewhere else edit])


def _belongs(attachment: Attachment, place: Place) -> bool:
    if place.finding_id is not None:
        return attachment.finding_id == place.finding_id
    return attachment.question_id == place.question_id


def _text_of(widget: QWidget | None) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, QLineEdit) else ""
