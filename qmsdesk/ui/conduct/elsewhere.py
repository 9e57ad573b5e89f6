"""This goes another way: whom to turn to when somebody tells of something serious. It leaves no trace."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from qmsdesk.i18n import N_
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row, rule
from qmsdesk.ui.theme.scroll import PageScroll

WIDTH, HEIGHT, AIR = 720, 720, 24
WAYS = (
    (N_("Danger right now"), N_("Call 112.")),
    (
        N_("Abuse, or a serious deficiency in care"),
        N_(
            "The manager, at once. Then the SAS (lex Sarah) or, in health care, the MAS (lex Maria)."
            " Staff must report it."
        ),
    ),
    (
        N_("A child who may come to harm"),
        N_("Social services, at once. Staff in school, preschool and care must report their concern."),
    ),
    (N_("A crime"), N_("The manager and the police, 114 14.")),
    (
        N_("An accident at work, or one that nearly happened"),
        N_("The manager and the safety representative. The employer notifies Arbetsmiljöverket of what is serious."),
    ),
    (
        N_("Serious misconduct, or it concerns the manager"),
        N_("The municipality’s whistle-blower channel, or the manager’s own manager. Whoever tells is protected."),
    ),
)
NOT_TO_DO = (
    N_("Do not write down what was told, nor any name: not in a note, not in a finding."),
    N_("Do not investigate, and do not ask for proof."),
    N_("Do not promise secrecy that you cannot keep."),
)


class ElsewhereCard(QDialog):
    """Esc closes it. Bind it with `lambda: ElsewhereCard(desk, page).exec()`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self.setWindowTitle(self._("This goes another way"))
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.close_button = TallButton(desk.theme, self._("Back to the day"), "primary", "arrow-left", "Esc")
        self.close_button.setAccessibleName(self._("Back to the day"))
        self.close_button.clicked.connect(self.accept)
        layout = column(desk.theme, self, gap=0)
        self._view = PageScroll(desk.theme, margins=(28, 20, 28, 12), gap=9)
        self._view.setAccessibleName(self.windowTitle())
        self._fill()
        layout.addWidget(self._view, 1)
        foot = row(desk.theme, margins=(28, 8, 28, 16))
        foot.addWidget(label(self._("Nothing of this is stored."), "small"))
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout.addLayout(foot)
        room = parent.window().size()
        px = desk.theme.px
        self.resize(min(px(WIDTH), room.width() - AIR), min(px(HEIGHT), room.height() - AIR))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def texts(self) -> list[str]:
        """Everything it says, from the top."""
        return [part.text() for part in self._view.findChildren(QLabel)]

    def _fill(self) -> None:
        body = self._view.body
        body.addWidget(label(self.windowTitle(), "title", wrap=True))
        body.addWidget(
            label(
                self._(
                    "Somebody tells you of something serious. It must be taken care of, but not in this day. Say: “What"
                    " you tell me is serious. I cannot take it here, but I will help you to the right person.”"
                ),
                wrap=True,
            )
        )
        self._tell(self._("What you leave alone"), *(self._(sentence) for sentence in NOT_TO_DO))
        body.addWidget(rule())
        for what, whom in WAYS:
            self._tell(self._(what), self._(whom))
        body.addWidget(label(self._("Your municipality may have its own routine. It goes first."), "small", wrap=True))
        body.addStretch()

    def _tell(self, what: str, *sentences: str) -> None:
        lines = column(self._desk.theme, gap=1)
        lines.addWidget(label(what, "strong", wrap=True))
        for sentence in sentences:
            lines.addWidget(label(sentence, wrap=True))
        self._view.body.addLayout(lines)

    def showEvent(self, event: QEvent) -> None:
        """In the middle of the window one works in."""
        super().showEvent(event)  # type: ignore[arg-type]
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            self.move(window.geometry().center() - self.rect().center())
