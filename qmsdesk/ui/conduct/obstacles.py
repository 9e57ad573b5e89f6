"""Obstacles during the day: the same card as under Prepare, a key away, and how many there are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.obstacles import ObstaclesCard
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll

WIDTH, HEIGHT, AIR = 560, 420, 40


class ObstaclesButton(TallButton):
    """Says how many there are; pressed, it opens them."""

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__(desk.theme, " ", "quiet", "construction")
        self._desk = desk
        self._ = desk.words
        self._day = day
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.open)
        day.changed.connect(lambda _: self._show())
        self._show()

    def open(self) -> None:
        """Show the obstacles over the page."""
        if not self._day.is_read_only:
            dialog = ObstaclesDialog(self._desk, self._day, self.window())
            dialog.open()

    def _show(self) -> None:
        count = len(self._day.dossier.obstacles)
        self.setText(str(count))
        said = self._.plural("{count} obstacle", "{count} obstacles", count) if count else self._("No obstacles")
        self.setAccessibleName(said)
        self.setToolTip(f"{said} ({key_of('conduct', 'obstacle')})")
        self.setEnabled(not self._day.is_read_only)


class ObstaclesDialog(QDialog):
    """Usual phrases to press, own words to write, and what was said already."""

    def __init__(self, desk: Desk, day: Day, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = desk.words
        self._day = day
        self.setWindowTitle(self._("Obstacles"))
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.card = ObstaclesCard(desk)
        self.close_button = TallButton(desk.theme, self._("Back to the day"), "primary", "arrow-left", "Esc")
        self.close_button.clicked.connect(self.accept)
        view = PageScroll(desk.theme, margins=(20, 16, 20, 8))
        view.body.addWidget(self.card)
        view.body.addStretch()
        layout = column(desk.theme, self, gap=0)
        layout.addWidget(view, 1)
        foot = row(desk.theme, margins=(20, 8, 20, 16))
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout.addLayout(foot)
        for button in (*self.card.phrases.values(), self.card.other):
            button.setAutoDefault(False)
        room, px = parent.size(), desk.theme.px
        self.resize(min(px(WIDTH), room.width() - AIR), min(px(HEIGHT), room.height() - AIR))
        day.changed.connect(self._show)
        self._show()
        next(iter(self.card.phrases.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        self.card.show_dossier(self._day.dossier)

    def done(self, result: int) -> None:
        """Hand in what is being typed before it goes."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        super().done(result)
