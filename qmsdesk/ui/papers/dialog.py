"""The dialog in which a paper is ordered: about what, in which language, and where it goes."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from qmsdesk.i18n import LANGUAGES, Words, words
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.papers.rows import Order, PaperRow
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.dialog_body import DialogBody
from qmsdesk.ui.theme.labels import label, title

WIDTH = 480
LANGUAGE = "paper language"
Asked = Sequence[tuple[str, Sequence[Choice]]]


class PaperDialog(QDialog):
    """`asked` names what there is to choose; `order` is handed the words of the paper and the ids chosen."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        told: str,
        order: Callable[[Words, Sequence[str]], Order],
        asked: Asked = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = _ = desk.words
        self._order = order
        self.setWindowTitle(name)
        self.setProperty("kind", "page")
        self.boxes = [_box(text, choices) for text, choices in asked]
        self.language = ChoiceBox(_("Language of the paper"))
        names = {"sv": _("In Swedish"), "en": _("In English")}
        self.language.set_choices([Choice(each, names[each]) for each in LANGUAGES], self._usual_language())
        self.language.chosen.connect(lambda chosen: desk.session.set_bookmark(LANGUAGE, chosen))
        self.told = Banner(desk.theme)
        self.row = PaperRow(desk, name, self.told.show_message, self._ordered, has_name=False)
        self.close_button = Button(desk.theme, _("Done"), "quiet")
        self.close_button.clicked.connect(self.accept)
        for button in (self.row.save, self.row.open, self.row.print, self.close_button):
            button.setAutoDefault(False)
        self._lay_out(name, told)

    def _lay_out(self, name: str, told: str) -> None:
        theme = self._desk.theme
        held = DialogBody(theme, self, WIDTH)
        held.body.addWidget(title(name))
        held.body.addWidget(label(told, "body", wrap=True))
        for box in (*self.boxes, self.language):
            held.body.addLayout(labelled(theme, box.accessibleName(), box))
        held.body.addWidget(self.told)
        held.foot.addWidget(self.row, 1)
        held.foot.addWidget(self.close_button)
        held.fit()
        first = next(iter([*self.boxes, self.row.save]))
        first.setFocus()

    def _ordered(self) -> Order:
        return self._order(words(self.language.current()), [box.current() for box in self.boxes])

    def _usual_language(self) -> str:
        chosen = self._desk.session.bookmark(LANGUAGE)
        return chosen if chosen in LANGUAGES else self._.language


def _box(name: str, choices: Sequence[Choice]) -> ChoiceBox:
    box = ChoiceBox(name)
    box.set_choices(choices, choices[0].id if choices else "")
    box.setCurrentIndex(0)
    return box
