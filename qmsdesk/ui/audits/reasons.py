"""A dialog that asks why, for what should not happen without a reason."""

from PySide6.QtWidgets import QDialog, QWidget

from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.dialog_body import DialogBody
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label, title

WIDTH = 480


class ReasonDialog(QDialog):
    """Accepted only with a reason; `yes` is the verb on its button."""

    def __init__(self, desk: Desk, heading: str, told: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = desk.words
        self.setWindowTitle(heading)
        self.setProperty("kind", "page")
        self.editor = GrowingEdit(desk.theme, min_lines=3)
        self.accept_button = Button(desk.theme, yes, "primary")
        self.accept_button.setEnabled(False)
        self.accept_button.clicked.connect(self.accept)
        self.editor.textChanged.connect(lambda: self.accept_button.setEnabled(bool(self.reason())))
        stay = Button(desk.theme, _("Go back"))
        stay.clicked.connect(self.reject)
        held = DialogBody(desk.theme, self, WIDTH)
        held.body.addWidget(title(heading))
        held.body.addWidget(label(told, "body", wrap=True))
        held.body.addLayout(labelled(desk.theme, _("Why"), self.editor))
        held.foot.addStretch()
        held.foot.addWidget(stay)
        held.foot.addWidget(self.accept_button)
        held.fit()
        self.editor.setFocus()

    def reason(self) -> str:
        return self.editor.toPlainText().strip()
