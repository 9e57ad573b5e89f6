"""The ways in that one asks for: files, the clipboard, the camera, a folder to watch. (For dropping, see `drops`.)"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from qmsdesk.ui.attachments.cameras import find_camera, start_camera
from qmsdesk.ui.attachments.intake import from_file, sources_of
from qmsdesk.ui.attachments.watch import Watch
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton

ENDINGS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic"
DOCUMENTS = "*.pdf *.docx *.xlsx *.pptx *.odt *.ods *.odp *.doc *.xls *.rtf *.txt *.csv"
FOLDER = "photo folder"


class Ways(QObject):
    """`came` carries the sources that were chosen, `told` why there are none. Two buttons, `add` and `more`."""

    came = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, watch: Watch, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._watch = watch
        self._parent = parent
        add = self._("Add photo")
        self.add = TallButton(desk.theme, add, "quiet", "camera")
        self.add.setAccessibleName(add)
        self.add.setToolTip(f"{add} ({key_of('conduct', 'add_photo')})")
        self.more = TallButton(desk.theme, "", "quiet", "ellipsis")
        self.menu = QMenu(self.more)
        self._offered: list[tuple[str, str, str, Callable[[], object]]] = []
        self.more.setAccessibleName(self._("More ways to add"))
        self.more.setToolTip(self._("More ways to add"))
        for button in (self.add, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self.choose_files)
        self.more.clicked.connect(self._open_menu)

    def offer(self, icon: str, text: str, key: str, then: Callable[[], object]) -> None:
        """Something else that one adds seldom, first in the menu."""
        self._offered.append((icon, text, key, then))

    def paste(self) -> None:
        """What is in the clipboard, or that there is nothing."""
        sources = sources_of(QGuiApplication.clipboard().mimeData(), self._("The picture"))
        if sources:
            self.came.emit(sources)
        else:
            self.told.emit(self._("There is no picture and no file in the clipboard. Copy one first."))

    def choose_files(self) -> None:
        """Ask by the system's dialog."""
        filters = (
            self._("Photos and documents ({endings})", endings=f"{ENDINGS} {DOCUMENTS}"),
            self._("Photos ({endings})", endings=ENDINGS),
            self._("Documents ({endings})", endings=DOCUMENTS),
        )
        title = self._("Add photo")
        chosen, _ = QFileDialog.getOpenFileNames(self._parent, title, str(self._folder()), ";;".join(filters))
        if chosen:
            self._desk.session.set_bookmark(FOLDER, str(Path(chosen[0]).parent))
            self.came.emit([from_file(Path(path)) for path in chosen])

    def watch_folder(self) -> None:
        """Ask which folder, and show what is new there."""
        title = self._("Watch a folder for pictures")
        chosen = QFileDialog.getExistingDirectory(self._parent, title, str(self._folder()))
        if chosen:
            self._desk.session.set_bookmark(FOLDER, chosen)
            self._watch.start(Path(chosen))

    def take_photo(self) -> None:
        """Open the system's camera and watch where it puts its pictures."""
        camera = find_camera()
        if camera is None or not start_camera(camera):
            self.told.emit(self._("The camera could not be started. Take the picture with your phone instead."))
            return
        self._watch.start(camera.folder if camera.folder.is_dir() else camera.folder.parent)

    def _folder(self) -> Path:
        last = Path(self._desk.session.bookmark(FOLDER) or "")
        if last.is_absolute() and last.is_dir():
            return last
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))

    def _open_menu(self) -> None:
        self.menu.clear()
        for item in self._offered:
            self._list(*item)
        self._list("image", self._("Paste photo"), key_of("conduct", "paste_photo"), self.paste)
        policy = self._desk.policy
        if not policy.forbids("folder_watch"):  # what the camera takes is found by watching too
            if not policy.forbids("camera") and find_camera() is not None:
                self._list("camera", self._("Take a photo"), "", self.take_photo)
            self._list("folder-open", self._("Watch a folder for pictures"), "", self.watch_folder)
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _list(self, icon: str, text: str, key: str, then: Callable[[], object]) -> None:
        """With its key beside it, which the page itself listens to."""
        action = self.menu.addAction(self._desk.theme.icon(icon, "accent_ink"), f"{text}\t{key}" if key else text)
        action.triggered.connect(lambda _=False: then())
