"""The tray: new pictures of a watched folder, to be taken or left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from qmsdesk.ui.attachments.watch import Watch
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout

SIDE = 84
PATH = Qt.ItemDataRole.UserRole


class Tray(Card):
    """`taken` carries the paths to be added; hidden while no folder is watched."""

    taken = Signal(object)

    def __init__(self, desk: Desk, watch: Watch) -> None:
        super().__init__(desk.theme, "dashed", margins=(12, 10), gap=8)
        self._desk = desk
        self._ = desk.words
        self._watch = watch
        self._text = label("", "small", wrap=True)
        self.pictures = QListWidget()
        self.pictures.setProperty("kind", "bare")
        self.pictures.setFlow(QListView.Flow.LeftToRight)
        self.pictures.setWrapping(False)
        self.pictures.setUniformItemSizes(True)
        self.pictures.setSelectionMode(QListWidget.SelectionMode.MultiSelection)
        self.pictures.setAccessibleName(self._("New pictures"))
        self.pictures.setHorizontalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.pictures.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_chosen = self._button(self._("Add chosen"), "primary", self._take_chosen)
        self.add_all = self._button(self._("Add all"), "secondary", lambda: self._take(self._watch.pictures))
        self.end = self._button(self._("Stop watching"), "quiet", watch.stop)
        foot = QWidget()
        flow = FlowLayout(desk.theme, foot, gap=8)
        for button in (self.add_chosen, self.add_all, self.end):
            flow.addWidget(button)
        for part in (self._text, self.pictures, foot):
            self.body.addWidget(part)
        self.pictures.itemSelectionChanged.connect(self._show_buttons)
        desk.theme.changed.connect(self._fit)
        watch.changed.connect(self.show_pictures)
        self._fit()
        self.show_pictures()

    def _button(self, text: str, kind: str, then: Callable[[], None]) -> TallButton:
        button = TallButton(self._desk.theme, text, kind)
        button.clicked.connect(lambda _=False: then())
        return button

    def show_pictures(self) -> None:
        """As they are now; what was chosen stays chosen."""
        folder = self._watch.folder
        self.setVisible(folder is not None)
        if folder is None:
            self.pictures.clear()
            return
        held = {item.data(PATH): item for item in self._items()}
        for path in held.keys() - set(self._watch.pictures):
            self.pictures.takeItem(self.pictures.row(held[path]))
        for place, path in enumerate(self._watch.pictures):
            if path not in held:
                self._add(place, path)
        count = len(self._watch.pictures)
        self._text.setText(self._say(folder, count))
        self.pictures.setVisible(count > 0)
        self._show_buttons()

    def _say(self, folder: Path, count: int) -> str:
        if not count:
            return self._("Watching {folder}. New pictures appear here.", folder=folder)
        return self._.plural(
            "{count} new picture in {folder}. Choose what belongs here.",
            "{count} new pictures in {folder}. Choose what belongs here.",
            count,
            folder=folder,
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.pictures.item(row) for row in range(self.pictures.count())]

    def _add(self, place: int, path: Path) -> None:
        item = QListWidgetItem()
        item.setData(PATH, path)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, path.name)
        item.setToolTip(path.name)
        item.setIcon(self._desk.theme.icon("image", "muted"))
        self.pictures.insertItem(place, item)
        longest = round(self._desk.theme.px(SIDE) * self.devicePixelRatioF())
        self._desk.jobs.run(lambda: _read(path, longest), lambda image: self._show_picture(path, image), _raise)

    def _show_picture(self, path: Path, image: QImage | None) -> None:
        if image is None or not isValid(self):
            return
        for item in self._items():
            if item.data(PATH) == path:
                item.setIcon(QIcon(QPixmap.fromImage(image)))

    def _show_buttons(self) -> None:
        self.add_chosen.setEnabled(bool(self.pictures.selectedItems()))
        for button in (self.add_chosen, self.add_all):
            button.setVisible(bool(self._watch.pictures))

    def _take_chosen(self) -> None:
        self._take([item.data(PATH) for item in self._items() if item.isSelected()])

    def _take(self, paths: list[Path]) -> None:
        chosen = list(paths)
        if chosen:
            self._watch.take(chosen)
            self.taken.emit(chosen)

    def _fit(self) -> None:
        side = self._desk.theme.px(SIDE)
        self.pictures.setIconSize(QSize(side, side))
        bar = self.pictures.horizontalScrollBar().sizeHint().height()
        self.pictures.setFixedHeight(side + self._desk.theme.px(14) + bar)


def _read(path: Path, longest: int) -> QImage | None:
    from qmsdesk.exchange.photos import shown_file  # brings in Pillow, which a start does without

    try:
        photo = shown_file(path, longest)
    except OSError:
        return None
    width, height = photo.size
    return QImage(photo.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()


def _raise(error: Exception) -> None:
    raise error
