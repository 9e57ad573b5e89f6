"""Welcome: the first start asks for a language, a name and a place for the register, or shows the demo."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QFileDialog, QHBoxLayout, QLabel, QLineEdit

from qmsdesk.domain.errors import Refusal, RegisterNotWritable
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.paths import default_register
from qmsdesk.policy import NO_POLICY, Policy
from qmsdesk.settings import Settings
from qmsdesk.store.places import refusal_of
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, muted, small
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.toggles import join
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.welcome.places import Place, judge_place, make_room

LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}
WIDTH, HEIGHT = 620, 690


class WelcomeDialog(QDialog):
    """After it was accepted: `language`, and either `wants_demo` or `register` and `person`.

    `person` is empty where an existing register was chosen: it knows its owner.
    """

    def __init__(self, theme: Theme, settings: Settings, default_path: Path, policy: Policy = NO_POLICY) -> None:
        super().__init__()
        self._theme = theme
        self._policy = policy
        self._is_fixed = policy.locks("register")
        self.language = settings.language
        self.register = default_path
        self.person = ""
        self.wants_demo = False
        self.setWindowTitle("qmsdesk")
        self.setProperty("kind", "page")
        self.languages = {code: self._language_button(code) for code in LANGUAGES}
        self.name, self.path = QLineEdit(), QLineEdit(str(default_path))
        self.name.setMaxLength(200)
        self.change = Button(theme, "", "secondary", "folder-open")
        self.begin = Button(theme, "", "primary", "arrow-right")
        self.demo = Button(theme, "", "secondary", "eye")
        self.name_trouble, self.path_trouble = Banner(theme, tone="danger"), Banner(theme, tone="danger")
        self._head, self._told = label("", "title", wrap=True), muted("")
        self._labels: dict[str, QLabel] = {"name": label("", "small"), "path": label("", "small")}
        self._path_told, self._demo_head, self._demo_told = small(""), label("", "strong"), muted("")
        self._lay_out()
        self._wire()
        self._lock()
        self._speak()
        self.name.setFocus()

    def _language_button(self, code: str) -> Button:
        button = Button(self._theme, LANGUAGE_NAMES[code], "step")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setChecked(code == self.language)
        button.clicked.connect(lambda: self._choose_language(code))
        return button

    def _lay_out(self) -> None:
        theme = self._theme
        scroll = PageScroll(theme, margins=(32, 24), gap=SPACE["medium"])
        scroll.body.addLayout(self._top())
        scroll.body.addWidget(self._head)
        scroll.body.addWidget(self._told)
        scroll.body.addSpacing(theme.px(SPACE["small"]))
        scroll.body.addLayout(self._asked("name", self.name, self.name_trouble))
        where = row(theme, gap=SPACE["small"])
        where.addWidget(self.path, 1)
        where.addWidget(self.change)
        scroll.body.addLayout(self._asked("path", where, self.path_trouble))
        scroll.body.addWidget(self._path_told)
        scroll.body.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addSpacing(theme.px(SPACE["small"]))
        demo = self._demo_card()
        scroll.body.addWidget(demo)
        demo.setVisible(not self._policy.forbids("demo"))
        scroll.body.addStretch()
        column(theme, self, gap=0).addWidget(scroll)
        screen = self.screen().availableSize()
        self.resize(min(theme.px(WIDTH), screen.width()), min(theme.px(HEIGHT), screen.height() - 40))

    def _top(self) -> QHBoxLayout:
        top, group = row(self._theme, gap=SPACE["tight"]), QButtonGroup(self)
        top.addWidget(label("qmsdesk", "subheading"), 1)
        for button in self.languages.values():
            join(group, button)
            top.addWidget(button)
        return top

    def _asked(self, key: str, control: QLineEdit | QHBoxLayout, trouble: Banner) -> QHBoxLayout:
        held = column(self._theme, gap=SPACE["tight"])
        held.addWidget(self._labels[key])
        if isinstance(control, QLineEdit):
            held.addWidget(control)
        else:
            held.addLayout(control)
        held.addWidget(trouble)
        outer = row(self._theme, gap=0)
        outer.addLayout(held)
        return outer

    def _demo_card(self) -> Card:
        card = Card(self._theme, margins=(18, 14))
        card.body.addWidget(self._demo_head)
        card.body.addWidget(self._demo_told)
        card.body.addWidget(self.demo, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _wire(self) -> None:
        for button in (self.change, self.demo):
            button.setAutoDefault(False)
        self.begin.setDefault(True)
        self._labels["name"].setBuddy(self.name)
        self._labels["path"].setBuddy(self.path)
        self.name.textChanged.connect(self.name_trouble.hide)
        self.path.textChanged.connect(lambda _: self._judge())
        self.change.clicked.connect(self._choose_file)
        self.begin.clicked.connect(self._begin)
        self.demo.clicked.connect(self._show_demo)

    def _lock(self) -> None:
        """What IT has decided is shown, and not asked."""
        for button in self.languages.values():
            button.setVisible(not self._policy.locks("language"))
        self.path.setReadOnly(self._is_fixed)
        self.change.setVisible(not self._is_fixed)

    def _free(self) -> None:
        """Nothing can be written where IT wants the register: a day does not wait for that."""
        self._is_fixed = False
        self._lock()
        self.path.setText(str(default_register()))
        self._speak()

    def _choose_language(self, code: str) -> None:
        self.language = code
        self._speak()

    def _speak(self) -> None:
        _ = words(self.language)
        self._head.setText(_("Welcome"))
        self._told.setText(
            _("A day ends with agreed improvements and a finished report. Write your name, and you begin.")
            if self._is_fixed
            else _("A day ends with agreed improvements and a finished report. Two answers, and you begin.")
        )
        for key, control, text in (
            ("name", self.name, _("Your name")),
            ("path", self.path, _("Where the register is")),
        ):
            self._labels[key].setText(text)
            control.setAccessibleName(text)
        self.name.setPlaceholderText(_("For example Karin Holm"))
        self.change.setText(_("Change"))
        self.begin.setText(_("Begin"))
        self.demo.setText(_("Look around in the demo"))
        for button in (self.change, self.begin, self.demo):
            button.set_kind(button.property("kind"))  # with a text there is room between it and the icon
        self._demo_head.setText(_("Just curious?"))
        self._demo_told.setText(
            _("The demo is an invented municipality with three years of audits. Change what you like.")
        )
        if self.name_trouble.isVisible():
            self._say_nameless()
        self._judge()

    def _judge(self) -> Place | None:
        """Say beside the path what will happen there, or why nothing can."""
        _ = words(self.language)
        try:
            place = judge_place(self._chosen_path(), may_be_lost=self._may_be_lost)
        except Refusal as refusal:
            if self._is_fixed and isinstance(refusal, RegisterNotWritable):
                self._free()
                return None
            self._path_told.hide()
            self.path_trouble.show_message(refusal.say(_), "danger")
            return None
        risk = refusal_of(self._chosen_path())
        if risk is None:
            self.path_trouble.hide()
        else:
            self.path_trouble.show_message(risk.say(_), "warning")
        self._path_told.show()
        if place is Place.EXISTING:
            self._path_told.setText(_("There is a register already. It is opened as it is."))
        elif self._is_fixed:
            self._path_told.setText(_("A new register is made here. Your organisation has chosen the place."))
        elif self._policy.locks("register"):
            self._path_told.setText(
                _(
                    "Your organisation has chosen {path}, where nothing can be written now. A new register is made here"
                    " instead. Tell IT.",
                    path=self._policy.register,
                )
            )
        else:
            self._path_told.setText(
                _("A new register is made here, on this computer alone. Choose a local folder, not a synced one.")
            )
        return place

    @property
    def _may_be_lost(self) -> bool:
        """IT answers for the place it has chosen, and may allow others."""
        return bool(self._policy.synced_register) or self._is_fixed

    def _chosen_path(self) -> Path:
        typed = self.path.text().strip()
        return Path(typed).expanduser().absolute() if typed else self.register

    def _choose_file(self) -> None:
        _ = words(self.language)
        path, _filter = QFileDialog.getSaveFileName(
            self,
            _("Where the register is"),
            str(self._chosen_path()),
            _("Registers (*.qmsdesk)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.path.setText(path if Path(path).suffix or Path(path).exists() else f"{path}.qmsdesk")

    def _begin(self) -> None:
        place = self._judge()
        if place is None:
            self.path.setFocus()
            return
        name = self.name.text().strip()
        if place is Place.NEW and not name:
            self._say_nameless()
            self.name.setFocus()
            return
        try:
            if place is Place.NEW:
                make_room(self._chosen_path())
        except Refusal as refusal:
            if self._is_fixed:
                self._free()
            else:
                self.path_trouble.show_message(refusal.say(words(self.language)), "danger")
            self.path.setFocus()
            return
        self.register, self.person = self._chosen_path(), name
        self.accept()

    def _say_nameless(self) -> None:
        self.name_trouble.show_message(
            words(self.language)("Write your name. It stands on the audits you lead."), "danger"
        )

    def _show_demo(self) -> None:
        self.wants_demo = True
        self.accept()
