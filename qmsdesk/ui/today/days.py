"""The card of an audit of today: what it is, who takes part, and the one button that goes on with it."""

from PySide6.QtCore import Signal

from qmsdesk.domain.audits import KIND_NAMES, AuditState
from qmsdesk.i18n import Words
from qmsdesk.ui.dates import say_date, say_minutes, say_times
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import muted, title
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.today.agenda import Day

MOST_NAMED = 5
RUNNING = (AuditState.IN_PROGRESS, AuditState.CONFERRING)


class DayCard(Card):
    """`start_requested` and `step_requested` (a step of this audit, or of the one before it) carry audit ids."""

    start_requested = Signal(str)
    step_requested = Signal(str, str)

    def __init__(self, desk: Desk, day: Day, kind: str) -> None:
        super().__init__(desk.theme, "accent", margins=(24, 22), gap=SPACE["small"])
        self._desk = desk
        self._ = desk.words
        self._day = day
        self.body.addWidget(muted(_facts(self._, day, day.audit.date == desk.today)))
        self.body.addWidget(title(self._.pick(day.unit, "name")))
        self.body.addWidget(muted(_people(self._, day, desk.session.owner.id)))
        self.body.addWidget(muted(_amounts(self._, day)))
        self.body.addSpacing(desk.theme.px(SPACE["small"]))
        buttons = FlowLayout(desk.theme, gap=SPACE["medium"])
        for button in (self._main_button(kind), self._prepare_button(), self._before_button()):
            if button:
                buttons.addWidget(button)
        self.body.addLayout(buttons)

    def _main_button(self, kind: str) -> Button:
        audit = self._day.audit
        if audit.is_ahead:
            button = Button(self._desk.theme, self._("Start the day"), kind, "arrow-right")
            button.clicked.connect(lambda: self.start_requested.emit(audit.id))
            return button
        if audit.state in RUNNING:
            step = "agree" if audit.state is AuditState.CONFERRING else "conduct"
            return self._step_button(self._("Continue the day"), step, audit.id, kind, "arrow-right")
        return self._step_button(self._("To the report"), "report", audit.id, kind, "file-text")

    def _prepare_button(self) -> Button | None:
        if not self._day.audit.is_ahead:
            return None
        return self._step_button(self._("Prepare"), "prepare", self._day.audit.id, "secondary", "pencil")

    def _before_button(self) -> Button | None:
        before = self._day.before
        if before is None:
            return None
        return self._step_button(self._("Read the last report"), "report", before.id, "secondary", "history")

    def _step_button(self, text: str, step: str, audit_id: str, kind: str, icon: str) -> Button:
        button = Button(self._desk.theme, text, kind, icon)
        button.clicked.connect(lambda: self.step_requested.emit(audit_id, step))
        return button


def _facts(_: Words, day: Day, is_today: bool) -> str:
    audit = day.audit
    when = _("today") if is_today else say_date(_, audit.date)
    return " · ".join(
        filter(None, (_(KIND_NAMES[audit.kind]), f"{when} {say_times(audit)}".strip(), audit.registration_number))
    )


def _people(_: Words, day: Day, owner_id: str) -> str:
    names = sorted((person.id != owner_id, n, person) for n, person in enumerate(day.team))
    called = [_("You") if not other else person.first_name for other, _n, person in names]
    if len(called) > MOST_NAMED:
        called[MOST_NAMED - 1 :] = [_("{count} more", count=len(called) - MOST_NAMED + 1)]
    parts = [_join(_, called) or _("No auditors yet")]
    if day.manager:
        parts.append(_("unit manager {name}", name=day.manager.name))
    return " · ".join(parts)


def _amounts(_: Words, day: Day) -> str:
    parts = [
        _.plural("{count} question", "{count} questions", day.questions),
        _("about {time}", time=say_minutes(_, day.minutes)),
    ]
    if day.before and day.open_actions:
        parts.append(
            _.plural(
                "{count} open action since {year}",
                "{count} open actions since {year}",
                day.open_actions,
                year=day.before.date.year,
            )
        )
    elif day.before:
        parts.append(_("no open actions since {year}", year=day.before.date.year))
    return " · ".join(parts)


def _join(_: Words, names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
