"""One choice: begin a new day where the unit's last one left off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.audits import Audit
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.labels import small
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.toggles import CheckBox
from qmsdesk.ui.theme.tokens import SPACE


class RenewalChoice(QWidget):
    """Seen where the unit has an earlier audit; `changed` says that a person ticked it or took the tick away."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._ = desk.words
        self._last: Audit | None = None
        self.box = CheckBox("")
        self.box.clicked.connect(self.changed)
        layout = column(desk.theme, self, gap=SPACE["tight"])
        layout.addWidget(self.box)
        layout.addWidget(
            small(
                self._(
                    "Takes over objective, scope, criteria, checklist and the questions left out."
                    " Answers, findings and notes stay there."
                )
            )
        )
        self.hide()

    def show_last(self, last: Audit | None) -> None:
        """Another audit is another choice, and begins without a tick."""
        if (last and last.id) != (self._last and self._last.id):
            self.box.setChecked(False)
        self._last = last
        self.setVisible(last is not None)
        if last:
            day = say_date(self._, last.date)
            self.box.setText(self._("Begin with what was planned last time, {day}", day=day))

    def last(self) -> Audit | None:
        """The audit to begin with, where that was chosen."""
        return self._last if self.box.isChecked() else None
