"""Findings, photos and documents of a report, each with a tick where a copy is to leave it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES
from qmsdesk.domain.masks import Covers, Mask, say_mask
from qmsdesk.i18n import Words
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
AIR, BOX, PICTURE, GAP = 10, 18, 56, 10


@dataclass(frozen=True, slots=True)
class Part:
    """What can be masked as a whole: `kind` says what it is, `hint` why it stands first."""

    covers: Covers
    id: str
    kind: str
    title: str
    hint: str = ""
    mask: Mask | None = None
    attachment: Attachment | None = None


def parts_of(dossier: Dossier, _: Words) -> list[Part]:
    """Findings, those first that somebody held for secret, then photos and documents."""
    masks = {mask.target_id: mask for mask in dossier.masks if mask.covers is not Covers.PASSAGE}
    hint = _("May be secret: to be assessed now that somebody asks for it")
    findings = [
        Part(
            Covers.FINDING,
            each.id,
            f"{each.number} · {_(TYPE_NAMES[each.type])}",
            each.title.strip() or _("Without a title"),
            hint if each.is_confidential else "",
            masks.get(each.id),
        )
        for each in sorted(dossier.findings, key=lambda finding: not finding.is_confidential)
    ]
    return findings + [_file(each, masks.get(each.id), _) for each in dossier.attachments]


def _file(attachment: Attachment, mask: Mask | None, _: Words) -> Part:
    kind = _("Photo") if attachment.is_photo else " · ".join(filter(None, (_("Document"), attachment.name)))
    said = attachment.caption.strip() or _("Without a caption")
    return Part(Covers.ATTACHMENT, attachment.id, kind, said, mask=mask, attachment=attachment)


class PartModel(QAbstractListModel):
    """`ticked` carries a part that is to be masked, or one that is to be no more."""

    ticked = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = words
        self.parts: Sequence[Part] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """In place where they are the same, so that the current one stays."""
        if [each.id for each in parts] == [each.id for each in self.parts]:
            self.parts = parts
            self.dataChanged.emit(self.index(0), self.index(len(parts) - 1))
            return
        self.beginResetModel()
        self.parts = parts
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.parts)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        part = self.parts[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if part.mask else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.UserRole:
            return part
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = say_mask(part.mask, self._) if part.mask else self._("Not masked")
            return ", ".join(filter(None, (told, part.kind, part.title, part.hint)))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A wish: the tick comes when it is written."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(self.parts[index.row()])
        return True


class PartPainter(QStyledItemDelegate):
    """A tick, a small picture where there is one, and what it is in lines that wrap."""

    def __init__(self, theme: Theme, words: Words, thumbnails: Thumbnails, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._ = words
        self._thumbnails = thumbnails
        self._view = view

    def _lines(self, part: Part) -> list[tuple[str, str, str]]:
        """Each with its type and colour."""
        told = [(part.kind, "small", "muted"), (part.title, "body", "text")]
        if part.mask:
            return [*told, (say_mask(part.mask, self._), "small", "accent_ink")]
        return [*told, (part.hint, "small", "warning.text")] if part.hint else told

    def _left(self, part: Part) -> int:
        px = self._theme.px
        return px(AIR + BOX + GAP) + (px(PICTURE + GAP) if part.attachment and part.attachment.is_photo else 0)

    def _room(self, part: Part, width: int) -> int:
        return max(width - self._left(part) - self._theme.px(AIR), self._theme.px(40))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        part, px = index.data(Qt.ItemDataRole.UserRole), self._theme.px
        width = self._view.viewport().width()
        room = self._room(part, width)
        height = sum(_height(self._set(text, type_, room)) for text, type_, _ in self._lines(part))
        least = px(PICTURE) if part.attachment and part.attachment.is_photo else px(BOX)
        return QSize(width, max(height, least) + 2 * px(AIR))

    def _set(self, text: str, type_: str, width: int) -> QTextLayout:
        """In lines that break between words, and within one that is wider than a line."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(" ".join(text.split()), self._theme.font(type_))
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        part, px, theme = index.data(Qt.ItemDataRole.UserRole), self._theme.px, self._theme
        state: QStyle.StateFlag = option.state
        room: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if is_current:
            painter.fillRect(room, theme.colour("accent_soft"))
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, theme.colour("line"))
        self._paint_tick(painter, QRect(room.left() + px(AIR), room.top() + px(AIR), px(BOX), px(BOX)), part)
        left = room.left() + self._left(part)
        if part.attachment and part.attachment.is_photo:
            side = px(PICTURE)
            self._paint_picture(painter, QRect(left - side - px(GAP), room.top() + px(AIR), side, side), part)
        top = room.top() + px(AIR) - px(2)
        for text, type_, role in self._lines(part):
            laid = self._set(text, type_, self._room(part, room.width()))
            painter.setPen(theme.colour(role))
            laid.draw(painter, QPointF(left, top))
            top += _height(laid)
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRect, part: Part) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("accent" if part.mask else "control_line"), 1))
        painter.setBrush(theme.colour("accent" if part.mask else "surface"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if part.mask:
            tick = theme.pixmap("check.bold", "accent_text", BOX - 6, painter.device().devicePixelRatioF())
            _place(painter, box, tick)

    def _paint_picture(self, painter: QPainter, frame: QRect, part: Part) -> None:
        """A masked one is not seen here either."""
        painter.fillRect(frame, self._theme.colour("sunken"))
        ratio = painter.device().devicePixelRatioF()
        picture = None
        if part.attachment and not part.mask:
            picture = self._thumbnails.picture(part.attachment, round(frame.width() * 1.5 * ratio))
        if picture is None:
            icon = self._theme.pixmap("eye-off" if part.mask else "image", "muted", 24, ratio)
            _place(painter, frame, icon)
            return
        target = QRect(frame.topLeft(), picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio))
        target.moveCenter(frame.center())
        painter.drawPixmap(target, picture)

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click anywhere on the line, or the space bar."""
        pressed = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
        is_click = pressed and event.type() == QEvent.Type.MouseButtonRelease
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in TICKING
        if is_click or is_key:
            return bool(model.setData(index, None, Qt.ItemDataRole.CheckStateRole))
        return False


def _height(layout: QTextLayout) -> int:
    return ceil(layout.boundingRect().height())


def _place(painter: QPainter, frame: QRect, icon: QPixmap) -> None:
    place = QRect(frame.topLeft(), icon.deviceIndependentSize().toSize())
    place.moveCenter(frame.center())
    painter.drawPixmap(place.topLeft(), icon)


TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PartList(QListView):
    """`ticked` carries the `Part` whose tick is to change."""

    ticked = Signal(object)

    def __init__(self, theme: Theme, words: Words, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.parts = PartModel(words, self)
        self.parts.ticked.connect(self.ticked)
        self.setModel(self.parts)
        self.setItemDelegate(PartPainter(theme, words, thumbnails, self))
        self.setProperty("kind", "bare")
        self.setAccessibleName(words("Findings, photos and documents"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(20)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        thumbnails.made.connect(lambda _: self.viewport().update())
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_parts(self, parts: Sequence[Part]) -> None:
        self.parts.show_parts(parts)
        self.scheduleDelayedItemsLayout()
        if parts and not self.currentIndex().isValid():
            self.setCurrentIndex(self.parts.index(0))
