"""What the bar of the Report page has no room for, in a menu: ways out, form and language, and how large it is."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QAbstractButton, QMenu

from qmsdesk.i18n import Words
from qmsdesk.ui.choices import ChoiceBox
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.theme import Theme

Ways = Mapping[str, tuple[QAbstractButton, str]]


class MoreButton(Button):
    """Presses the buttons and chooses in the boxes it stands for; the menu is made when it is opened."""

    def __init__(self, theme: Theme, words: Words, ways: Ways, boxes: Sequence[ChoiceBox]) -> None:
        super().__init__(theme, "", "secondary", "ellipsis")
        self._ways, self._boxes = ways, boxes
        self._ = words
        name = self._("More ways with the report")
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.accessibleName())
        for command, (button, text) in self._ways.items():
            entry = menu.addAction(f"{text}\t{key_of('report', command)}")
            entry.setEnabled(button.isEnabled())
            entry.triggered.connect(button.click)
        for box in self._boxes:
            menu.addSection(box.accessibleName())
            self._add_choices(menu, box)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _add_choices(self, menu: QMenu, box: ChoiceBox) -> None:
        group = QActionGroup(menu)
        for place in range(box.count()):
            entry = menu.addAction(box.itemText(place))
            entry.setCheckable(True)
            entry.setChecked(place == box.currentIndex())
            entry.setActionGroup(group)
            entry.triggered.connect(_chooser(box, place))


def _chooser(box: ChoiceBox, place: int) -> Callable[[], None]:
    def choose() -> None:
        box.setCurrentIndex(place)
        box.chosen.emit(box.itemData(place))

    return choose
