"""The photo viewer: look closely, draw, hide, crop. The photo itself stays as it is; everything can be taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.layers import Layer, parse_layer, write_layer
from qmsdesk.domain.records import edit_of
from qmsdesk.store.rows import get
from qmsdesk.ui.attachments.canvas import Canvas, Tool
from qmsdesk.ui.attachments.viewer_bar import AT_THE_FOOT, ViewerBar
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.targets import TallLine
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.thumbnails import read_picture
from qmsdesk.ui.undo import TypingUndo

USUAL, TITLE_BAR = QSize(1120, 780), QSize(24, 64)
ZOOM_STEP, CLOSEST = 1.25, 4.0
WHOLE = 10_000
"""Longer than any photo we keep: the viewer shows all its pixels."""


class PhotoViewer(QDialog):
    """Every stroke is saved at once; undo and redo here walk through what was drawn since the photo was opened."""

    def __init__(
        self, desk: Desk, photos: Sequence[Attachment], place: int, is_read_only: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._photos = list(photos)
        self._place = place
        self._is_read_only = is_read_only
        self._steps: list[Layer] = [Layer()]
        self._step = 0
        self._fits = True
        self.canvas = Canvas(desk.theme)
        self.canvas.is_read_only = is_read_only
        self.caption, self._about = TallLine(desk.theme), label("", "small")
        self._field = Field(desk.session, self.caption)
        self._bar = ViewerBar(desk.theme, self._, is_read_only)
        self.tools, self.buttons = self._bar.tools, self._bar.buttons
        self._scroll, self._stack = QScrollArea(), QStackedWidget()
        self._missing = EmptyState(desk.theme, "image-off", self._("The file is missing or damaged."))
        self._lay_out()
        self._wire()
        self.resize(desk.theme.px(USUAL.width()), desk.theme.px(USUAL.height()))
        self.resize(self.size().boundedTo(self._room() - TITLE_BAR))
        self._show_photo()

    def _room(self) -> QSize:
        parent = self.parentWidget()
        return (parent.screen() if parent else self.screen()).availableSize()

    @property
    def attachment(self) -> Attachment:
        return self._photos[self._place]

    # What it is made of

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.setProperty("kind", "page")
        foot = QFrame()
        foot.setProperty("kind", "footer")
        items = column(theme, foot, margins=(16, 8), gap=4)
        line = row(theme, gap=8)
        line.addWidget(self.caption, 1)
        for name in AT_THE_FOOT:
            line.addWidget(self.buttons[name])
        items.addLayout(line)
        items.addWidget(self._about)
        self.caption.setAccessibleName(self._("Caption"))
        self.caption.setPlaceholderText(self._("What does the picture show?"))
        self.caption.setReadOnly(self._is_read_only)
        self.canvas.setAccessibleName(self._("Photo"))
        TypingUndo(self.caption)
        self._scroll.setWidget(self.canvas)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._missing)
        layout = column(theme, self, gap=0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(foot)

    def _wire(self) -> None:
        runs: dict[str, Callable[[], object]] = {
            **{tool.value: partial(self.take_tool, tool) for tool in Tool},
            "add_shape": self.canvas.add_in_the_middle,
            "next_shape": self.canvas.choose_next,
            "remove": self.canvas.remove_chosen,
            "undo": lambda: self._walk(-1),
            "redo": lambda: self._walk(1),
            "original": self._toggle_original,
            "zoom_in": lambda: self._zoom_by(ZOOM_STEP),
            "zoom_out": lambda: self._zoom_by(1 / ZOOM_STEP),
            "fit": self._fit,
            "next_photo": lambda: self._go(1),
            "previous_photo": lambda: self._go(-1),
            "close": self.accept,
        }
        bind(self, "photo", self._, runs)
        self._bar.tool_chosen.connect(self.take_tool)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, run=runs[name]: run())
        self.canvas.changed.connect(self._on_drawn)
        self.canvas.chosen_changed.connect(self._show_buttons)
        self.caption.returnPressed.connect(lambda: self.canvas.setFocus(Qt.FocusReason.OtherFocusReason))
        self._desk.theme.changed.connect(self._fit_if_it_does)

    # Showing

    def _show_photo(self) -> None:
        """The photo at its place, read beside the window."""
        kept = get(self._desk.session.db, Attachment, self.attachment.id)
        if kept is not None:
            self._photos[self._place] = kept
        photo, path = self.attachment, self._desk.session.path
        layer = parse_layer(photo.layer)
        self._steps, self._step = [layer], 0
        self._field.show_record(photo, "caption")
        self.caption.setCursorPosition(0)
        self._say_about()
        self.take_tool(Tool.SELECT)
        plain = Attachment(photo.id, photo.audit_id, photo.sha256, photo.media_type, photo.size_bytes)

        def show(image: QImage | None) -> None:
            if isValid(self) and self.attachment.id == photo.id:
                self._show_image(image, layer)

        self._desk.jobs.run(lambda: read_picture(path, plain, WHOLE), show, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self._show_image(None, Layer())
        raise error

    def _show_image(self, image: QImage | None, layer: Layer) -> None:
        self._stack.setCurrentWidget(self._missing if image is None else self._scroll)
        if image is not None:
            self.canvas.show_photo(image, layer)
            self._fit()
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_buttons()

    def _say_about(self) -> None:
        photo = self.attachment
        said = [self._("{number} of {count}", number=self._place + 1, count=len(self._photos))]
        if photo.taken_on:
            said.append(self._("taken {date}", date=self._.date(photo.taken_on)))
        if photo.width and photo.height:
            said.append(f"{photo.width} × {photo.height}")
        self._about.setText(" · ".join(said))
        self.setWindowTitle(photo.caption.strip() or self._("Photo"))

    def _show_buttons(self) -> None:
        self.buttons["undo"].setEnabled(self._step > 0)
        self.buttons["redo"].setEnabled(self._step < len(self._steps) - 1)
        self.buttons["remove"].setEnabled(self.canvas.chosen is not None)
        self.buttons["previous_photo"].setEnabled(self._place > 0)
        self.buttons["next_photo"].setEnabled(self._place < len(self._photos) - 1)

    # Drawing

    def take_tool(self, tool: Tool) -> None:
        """Take a tool in hand; drawing shows what is drawn."""
        if self._is_read_only:
            return
        self.tools[tool].setChecked(True)
        self.canvas.set_tool(tool)
        if self.canvas.shows_original:
            self._toggle_original()
        self._show_buttons()

    def _on_drawn(self, layer: Layer) -> None:
        self._steps = [*self._steps[: self._step + 1], layer]
        self._step += 1
        self._write(layer)

    def _walk(self, by: int) -> None:
        step = self._step + by
        if 0 <= step < len(self._steps) and not self._is_read_only:
            self._step = step
            self.canvas.show_layer(self._steps[step])
            self._write(self._steps[step])

    def _write(self, layer: Layer) -> None:
        self._desk.session.write([edit_of(self.attachment, "layer", write_layer(layer))])
        self._show_buttons()

    def _toggle_original(self) -> None:
        on = not self.canvas.shows_original
        self.canvas.show_original(on)
        self.buttons["original"].setChecked(on)

    def _go(self, by: int) -> None:
        place = self._place + by
        if 0 <= place < len(self._photos):
            self._field.seal()
            self._place = place
            self._show_photo()

    def done(self, result: int) -> None:
        self._field.seal()
        super().done(result)

    # Room

    def _fit(self) -> None:
        """As large as there is room for, but no larger than it is."""
        self._fits = True
        width, height = self.canvas.size_of_photo
        room = self._scroll.viewport().size() - QSize(2, 2)
        if width and height and room.width() > 0 and room.height() > 0:
            ratio = self.devicePixelRatioF()
            self.canvas.set_zoom(min(room.width() / width, room.height() / height, max(1.0, 1 / ratio)))

    def _fit_if_it_does(self) -> None:
        if self._fits:
            QTimer.singleShot(0, self, self._fit)

    def _zoom_by(self, factor: float) -> None:
        self._fits = False
        width, _ = self.canvas.size_of_photo
        if width:
            now = self.canvas.width() / width
            self.canvas.set_zoom(max(0.05, min(now * factor, CLOSEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_if_it_does()

    def event(self, event: QEvent) -> bool:
        """Enter on a button presses it, before it means a new shape."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and not self.canvas.hasFocus():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, Button):
                focus.click()
            return
        super().keyPressEvent(event)
