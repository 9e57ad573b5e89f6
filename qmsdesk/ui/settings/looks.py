"""Language, appearance and size of text: what is chosen takes effect at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from qmsdesk.settings import TEXT_SCALES, Settings
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.settings.locked import lock
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, subheading
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.toggles import RadioButton, join
from qmsdesk.ui.theme.tokens import SPACE


class LooksCard(Card):
    """`chosen` carries the new `Settings`."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__(desk.theme, gap=SPACE["small"])
        self._desk = desk
        self._settings = settings
        self.buttons: dict[str, RadioButton] = {}
        _ = desk.words
        modes = (("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark")))
        self.body.addWidget(subheading(_("How it looks")))
        self._add(_("Language"), "language", (("sv", "Svenska"), ("en", "English")))
        self._add(_("Appearance"), "mode", modes)
        self._add(_("Text size"), "text_scale", [(n, _("{share}%", share=n)) for n in TEXT_SCALES])

    def _add(self, name: str, field: str, choices: Sequence[tuple[str | int, str]]) -> None:
        self.body.addWidget(label(name, "small"))
        held, group = QWidget(), QButtonGroup(self)
        flow = FlowLayout(self._desk.theme, held, gap=SPACE["large"])
        for value, text in choices:
            button = RadioButton(text)
            button.setAccessibleName(f"{name}: {text}")
            button.setChecked(value == getattr(self._settings, field))
            button.clicked.connect(self._chooser(field, value))
            join(group, button)
            flow.addWidget(button)
            self.buttons[f"{field}/{value}"] = button
        self.body.addWidget(held)
        for line in lock(self._desk, field, *group.buttons()):
            self.body.addWidget(line)

    def _chooser(self, field: str, value: str | int) -> Callable[[], None]:
        def choose() -> None:
            self._settings = replace(self._settings, **{field: value})  # type: ignore[arg-type]
            self.chosen.emit(self._settings)

        return choose
