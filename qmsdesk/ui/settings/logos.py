"""The organisation's logo: chosen, dropped, looked at, removed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from shiboken6 import isValid

from qmsdesk.domain.errors import Refusal, RegisterIsAway
from qmsdesk.report.palettes import WHITE
from qmsdesk.store.attachments import file_of, keep_file
from qmsdesk.ui.attachments.drops import Drops
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import muted
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.tokens import SPACE

WIDTH, HEIGHT, AIR = 260, 84, 12
ENDINGS = "*.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif"


class LogoRow(QWidget):
    """`chosen` carries the SHA-256 of the picture that is kept now, empty where there is to be none."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._digest = ""
        self._is_fixed = desk.policy.locks("logo")
        self.picture = QLabel()
        self.picture.setProperty("kind", "paper")
        self.picture.setStyleSheet(f"background:{WHITE};")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        desk.theme.size(self.picture, width=WIDTH, height=HEIGHT)
        self.choose = Button(desk.theme, self._("Choose a picture…"), "secondary", "image")
        self.choose.setAccessibleName(self._("Choose the logo"))
        self.remove = Button(desk.theme, self._("Remove"), "quiet", "trash-2")
        self.remove.setAccessibleName(self._("Remove the logo"))
        self.told = Banner(desk.theme)
        self._hint = muted(self._("Or drop a picture here: PNG or JPEG, best on white and wider than 600 pixels."))
        self._lay_out()
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        desk.theme.changed.connect(self._draw)
        Drops(desk.theme, self, lambda: "" if self._is_fixed else self._("Drop the logo here"), self._take)

    def show_logo(self, digest: str) -> None:
        """Show the logo that is kept under that SHA-256."""
        if digest != self._digest or not self.picture.accessibleName():
            self._digest = digest
            self._draw()

    def keep(self, make: Callable[[], bytes]) -> None:
        """Keep what that makes, off the window's thread; a refusal is said here."""
        register = self._desk.session.path

        def job() -> str:
            if not register.exists():  # another disk may lie open at its place
                raise RegisterIsAway(path=register)
            return keep_file(register, make())

        self.told.hide()
        self.choose.setEnabled(False)
        self._desk.jobs.run(job, self._on_kept, self._on_failed)

    def _lay_out(self) -> None:
        layout = column(self._desk.theme, self, gap=SPACE["small"])
        line = FlowLayout(self._desk.theme, gap=SPACE["medium"])
        for each in (self.picture, self.choose, self.remove):
            line.addWidget(each)
        layout.addLayout(line)
        layout.addWidget(self.told)
        layout.addWidget(self._hint)
        for part in (self.choose, self._hint):
            part.setVisible(not self._is_fixed)

    def _draw(self) -> None:
        path = file_of(self._desk.session.path, self._digest)
        pixmap = self._pixmap(path) if path else QPixmap()
        self.picture.setPixmap(pixmap)
        said = self._("The logo of the organisation") if not pixmap.isNull() else self._("No logo")
        self.picture.setAccessibleName(said)
        self.picture.setVisible(not pixmap.isNull())
        self.remove.setVisible(bool(self._digest) and not self._is_fixed)
        if self._digest and pixmap.isNull():
            self.told.show_message(self._("The file of the logo is missing. Choose it again."), "warning")

    def _pixmap(self, path: Path) -> QPixmap:
        ratio, px = self.devicePixelRatioF(), self._desk.theme.px
        reader = QImageReader(str(path))
        room = QSize(px(WIDTH - 2 * AIR), px(HEIGHT - 2 * AIR)) * ratio
        image = reader.read()
        if image.isNull():
            return QPixmap()
        shrunk = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        pixmap = QPixmap.fromImage(shrunk)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _ask(self) -> None:
        kinds = " ".join((self._("Pictures"), f"({ENDINGS})"))
        chosen, _ = QFileDialog.getOpenFileName(self, self._("Choose the logo"), "", kinds)
        if chosen:
            self.keep(_from_file(Path(chosen)))

    def _take(self, mime: QMimeData) -> None:
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        image = mime.imageData() if mime.hasImage() else None
        if files:
            self.keep(_from_file(Path(files[0])))
        elif isinstance(image, QImage) and not image.isNull():
            self.keep(_from_image(image, self._("The picture")))

    def _remove(self) -> None:
        self.told.hide()
        self.chosen.emit("")
        self.choose.setFocus()

    def _on_kept(self, digest: str) -> None:
        if isValid(self):
            self.choose.setEnabled(True)
        self.chosen.emit(digest)

    def _on_failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        self.choose.setEnabled(True)
        if not isinstance(error, Refusal):
            raise error
        self.told.show_message(error.say(self._), "danger")


def _from_file(path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        from qmsdesk.exchange.logos import read_logo  # brings in Pillow, which a start does without

        return read_logo(path)

    return read


def _from_image(image: QImage, name: str) -> Callable[[], bytes]:
    def read() -> bytes:
        from qmsdesk.exchange.logos import make_logo  # see `_from_file`

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the format is text, whatever the stub says
        return make_logo(bytes(buffer.data().data()), name)

    return read
