"""What those who took part thought of the day, as soon as enough have said it for none of them to be known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.feedback import LEAST_ANSWERS, QUESTIONS, mean_of, remarks_of
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.dates import say_number
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, muted, subheading
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE


class FeedbackCard(Card):
    """`ask_requested` asks for the questions to be passed around."""

    ask_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._ = desk.words
        self._count, self._remarks = muted(""), label("", wrap=True)
        self.means: dict[str, QLabel] = {}
        self.ask = Button(desk.theme, self._("Ask for feedback"), "secondary", "users", key_of("closing", "feedback"))
        self.ask.clicked.connect(self.ask_requested)
        self.body.addWidget(subheading(self._("Feedback on the day")))
        self.body.addWidget(self._count)
        lines = column(desk.theme, gap=SPACE["tight"])
        for field, question in QUESTIONS.items():
            line = row(desk.theme)
            asked, mean = label(self._(question), wrap=True), label("", "strong")
            line.addWidget(asked, 1)
            line.addWidget(mean)
            self.means[field] = mean
            lines.addLayout(line)
        self.body.addLayout(lines)
        self.body.addWidget(self._remarks)
        foot = row(desk.theme)
        foot.addWidget(self.ask)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_dossier(self, dossier: Dossier) -> None:
        given = dossier.feedback
        self._count.setText(self._say_count(len(given)))
        for field, shown in self.means.items():
            mean = mean_of(given, field)
            shown.setText("–" if mean is None else self._("{mean} of 5", mean=say_number(self._, mean)))
        remarks = remarks_of(given)
        self._remarks.setText("\n".join(f"– {remark}" for remark in remarks))
        self._remarks.setVisible(bool(remarks))
        self.ask.setVisible(not dossier.audit.is_locked)

    def _say_count(self, count: int) -> str:
        if count >= LEAST_ANSWERS:
            return self._.plural("{count} person has answered.", "{count} people have answered.", count)
        if not count:
            return self._("Pass the computer around: three questions, a minute each, nobody signs.")
        return self._.plural(
            "{count} person has answered. Means are shown from three answers on, so that nobody can be known.",
            "{count} people have answered. Means are shown from three answers on, so that nobody can be known.",
            count,
        )
