"""Evidence in a row: a picture or a document in small, what it shows below it. Smooth with hundreds of them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qmsdesk.domain.attachments import Attachment
from qmsdesk.i18n import Words
from qmsdesk.ui.theme.icons import pixel_ratio
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
WIDTH, HEIGHT, TEXT, AIR = 136, 96, 24, 4
RADIUS = 6
OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Space)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class TileModel(QAbstractListModel):
    """The attachments of one place, in the order they came."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = words
        self.attachments: list[Attachment] = []

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Rows that stay keep their place on the screen; only a new order begins anew."""
        before, after = [each.id for each in self.attachments], [each.id for each in attachments]
        if before == after[: len(before)]:
            self._grow(attachments)
        elif after == [key for key in before if key in after]:
            self._shrink(set(after))
        else:
            self.beginResetModel()
            self.attachments = list(attachments)
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(self.attachments, attachments, strict=True)):
            if old != new:
                self.attachments[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))

    def _grow(self, attachments: Sequence[Attachment]) -> None:
        count = len(self.attachments)
        if len(attachments) > count:
            self.beginInsertRows(QModelIndex(), count, len(attachments) - 1)
            self.attachments += attachments[count:]
            self.endInsertRows()

    def _shrink(self, kept: set[str]) -> None:
        for row in reversed(range(len(self.attachments))):
            if self.attachments[row].id not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.attachments[row]
                self.endRemoveRows()

    def row_of(self, attachment_id: str) -> int:
        """Its row, or -1."""
        return next((row for row, each in enumerate(self.attachments) if each.id == attachment_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.attachments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        attachment = self.attachments[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return attachment
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), attachment)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return attachment.caption.strip() or attachment.name or self._("Needs a caption")
        return None

    def _spoken(self, row: int, attachment: Attachment) -> str:
        kind = self._("Photo") if attachment.is_photo else self._("Document")
        said = attachment.caption.strip() or self._("Needs a caption")
        place = self._("{number} of {count}", number=row + 1, count=len(self.attachments))
        return ", ".join(part for part in (f"{kind} {place}", attachment.name, said) if part)


class TileList(QListView):
    """`chosen` says that another one is current; `opened` and `removal_wanted` mean the current one."""

    chosen = Signal()
    opened = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme = theme
        self.tiles = TileModel(words, self)
        self.setModel(self.tiles)
        self.setItemDelegate(TilePainter(theme, words, thumbnails, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("kind", "bare")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("Photos and other evidence"))
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        thumbnails.made.connect(lambda _: self.viewport().update())
        self.tiles.rowsInserted.connect(self._make_room)
        self.tiles.rowsRemoved.connect(self._make_room)
        self.tiles.modelReset.connect(self._make_room)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def current(self) -> Attachment | None:
        held = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return held if isinstance(held, Attachment) else None

    def choose(self, row: int) -> None:
        self.setCurrentIndex(self.tiles.index(row))
        self.scrollTo(self.tiles.index(row))

    def event(self, event: QEvent) -> bool:
        """These keys mean the picture that is chosen, before they mean anything to the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if is_plain and event.key() in (*OWN_KEYS, *ARROWS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() in OWN_KEYS:
            self.opened.emit()
        elif event.key() in (*ARROWS, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _fit(self) -> None:
        self._make_room()
        self.scheduleDelayedItemsLayout()

    def _make_room(self) -> None:
        """For a scroll bar only where there is one."""
        px = self._theme.px
        is_long = self.tiles.rowCount() * px(WIDTH + 2 * AIR) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_long else 0
        self.setFixedHeight(px(HEIGHT + TEXT + 2 * AIR) + bar + 2 * self.frameWidth())


class TilePainter(QStyledItemDelegate):
    """The picture fills its frame; a missing caption is said in words and with a sign."""

    def __init__(self, theme: Theme, words: Words, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ = words
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        return QSize(px(WIDTH + 2 * AIR), px(HEIGHT + TEXT + 2 * AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, theme = self._theme.px, self._theme
        attachment = index.data(Qt.ItemDataRole.UserRole)
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        frame = QRect(room.left() + px(AIR), room.top() + px(AIR), px(WIDTH), px(HEIGHT))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), px(RADIUS), px(RADIUS))
        painter.fillPath(outline, theme.colour("sunken"))
        painter.setClipPath(outline)
        self._paint_picture(painter, frame, attachment)
        painter.setClipping(False)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = is_chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        role = "focus" if has_focus else "accent" if is_chosen else "line"
        painter.setPen(QPen(theme.colour(role), px(3 if has_focus else 2) if is_chosen else 1))
        painter.drawPath(outline)
        below = QRect(frame.left(), frame.bottom() + px(2), frame.width(), px(TEXT))
        self._paint_text(painter, below, attachment)
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRect, attachment: Attachment) -> None:
        ratio = pixel_ratio(painter)
        longest = round(frame.width() * 1.5 * ratio)
        picture = self._thumbnails.picture(attachment, longest) if attachment.is_photo else None
        if picture is None:
            is_missing = attachment.is_photo and self._thumbnails.is_missing(attachment, longest)
            name = "image-off" if is_missing else "image" if attachment.is_photo else "file-text"
            icon = self._theme.pixmap(name, "danger" if is_missing else "muted", 32, ratio)
            _place(painter, frame, icon)
            return
        scaled = picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        target = QRect(frame.topLeft(), scaled)
        target.moveCenter(frame.center())
        painter.drawPixmap(target, picture)

    def _paint_text(self, painter: QPainter, room: QRect, attachment: Attachment) -> None:
        theme, px = self._theme, self._theme.px
        text, role = attachment.caption.strip(), "text"
        painter.setFont(theme.font("small"))
        if not text:
            text, role = self._("Needs a caption"), "warning.text"
            sign = theme.pixmap("triangle-alert", "warning", 14, pixel_ratio(painter))
            painter.drawPixmap(room.left(), room.top() + (room.height() - px(14)) // 2, sign)
            room = room.adjusted(px(18), 0, 0, 0)
        painter.setPen(theme.colour(role))
        said = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


def _place(painter: QPainter, frame: QRect, icon: QPixmap) -> None:
    size = icon.deviceIndependentSize().toSize()
    place = QRect(frame.topLeft(), size)
    place.moveCenter(frame.center())
    painter.drawPixmap(place.topLeft(), icon)
