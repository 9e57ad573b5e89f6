"""Entries: what the palette can find from where one is, and what becomes of choosing it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES
from qmsdesk.i18n import N_, Words
from qmsdesk.store.audits import audit_names
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.audits.steps import STEPS
from qmsdesk.ui.commands import commands_of
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.theme.tokens import TONE_ICONS


class Group(StrEnum):
    COMMANDS = "commands"
    PLACES = "places"
    QUESTIONS = "questions"
    FINDINGS = "findings"
    NOTES = "notes"
    AUDITS = "audits"
    REGISTER = "register"
    EVERYWHERE = "everywhere"


GROUP_NAMES = {
    Group.COMMANDS: N_("Commands"),
    Group.PLACES: N_("Go to"),
    Group.QUESTIONS: N_("Questions"),
    Group.FINDINGS: N_("Findings"),
    Group.NOTES: N_("Notes"),
    Group.AUDITS: N_("Audits"),
    Group.REGISTER: N_("In all audits"),
    Group.EVERYWHERE: N_("Everywhere"),
}
GROUP_ICONS = {
    Group.COMMANDS: "chevron-right",
    Group.PLACES: "arrow-right",
    Group.QUESTIONS: "message-square",
    Group.FINDINGS: "flag",
    Group.NOTES: "pencil",
    Group.AUDITS: "clipboard-list",
    Group.REGISTER: "search",
    Group.EVERYWHERE: "chevron-right",
}
STEP_ICONS = {
    "prepare": "list-checks",
    "open": "handshake",
    "conduct": "message-square",
    "agree": "users",
    "close": "presentation",
    "report": "file-text",
    "follow_up": "trending-up",
}
ITSELF = "window.palette"
LONGEST = 160


Go = Callable[[str], None]


class Entry(NamedTuple):
    """`number` is how people know it, `remark` what is said quietly beside it, `tone` the colour of its icon."""

    group: Group
    text: str
    run: Callable[[], object]
    number: str = ""
    remark: str = ""
    key: str = ""
    icon: str = ""
    tone: str = "muted"


def gather(desk: Desk, window: QWidget, page: QWidget, go: Go, places: Mapping[str, tuple[str, str]]) -> list[Entry]:
    """All that can be found from the `page` a window shows; `go` opens a place, `places` are their icons and names."""
    commands = commands_of(window)
    entries = _commands(commands, {*places, *STEPS}) + _places(go, commands, places)
    if isinstance(page, AuditPage):
        dossier = load_dossier(desk.session.db, page.audit_id)
        entries += _steps(desk.words, page, commands) + _of_audit(desk.words, page, dossier)
    return entries + _audits(desk, go)


def _commands(commands: Mapping[str, QAction], elsewhere: set[str]) -> list[Entry]:
    """Those of the page and those that work everywhere; what leads to a place is found as that place."""
    return [
        Entry(
            Group.EVERYWHERE if name.startswith("window.") else Group.COMMANDS,
            action.text(),
            action.trigger,
            key=_key(commands, name),
        )
        for name, action in commands.items()
        if name != ITSELF and not (name.split(".")[1] in elsewhere and name.startswith(("window.", "audit.")))
    ]


def _places(go: Go, commands: Mapping[str, QAction], places: Mapping[str, tuple[str, str]]) -> list[Entry]:
    return [
        Entry(Group.PLACES, text, partial(go, key), key=_key(commands, f"window.{key}"), icon=icon)
        for key, (icon, text) in places.items()
    ]


def _steps(_: Words, page: AuditPage, commands: Mapping[str, QAction]) -> list[Entry]:
    return [
        Entry(
            Group.PLACES,
            _(text),
            partial(page.show_step, key),
            key=_key(commands, f"audit.{key}"),
            icon=STEP_ICONS[key],
        )
        for key, text in STEPS.items()
    ]


def _of_audit(_: Words, page: AuditPage, dossier: Dossier) -> list[Entry]:
    from qmsdesk.ui.conduct.arrivals import come_to_note, come_to_question  # the page of the day, if one goes there

    def question(question_id: str) -> None:
        come_to_question(page.show_conduct(), question_id)

    def note(note_id: str) -> None:
        come_to_note(page.show_conduct(), note_id)

    def finding(finding_id: str) -> None:
        page.show_conduct().open_finding(finding_id)

    questions = [
        Entry(Group.QUESTIONS, _.pick(each, "text"), partial(question, each.id), dossier.numbers[each.id])
        for each in dossier.asked_questions
    ]
    findings = [
        Entry(
            Group.FINDINGS,
            each.title or _("No title yet"),
            partial(finding, each.id),
            each.number,
            _(TYPE_NAMES[each.type]),
            icon=TONE_ICONS[TONES[each.type]],
            tone=TONES[each.type],
        )
        for each in dossier.findings
    ]
    at = {link.note_id: dossier.numbers.get(link.question_id, "") for link in dossier.note_links}
    notes = [
        Entry(Group.NOTES, _short(each.text), partial(note, each.id), at.get(each.id, ""), _.time(each.at))
        for each in dossier.notes
        if each.text.strip() and not each.is_withdrawn
    ]
    return questions + findings + notes


def _audits(desk: Desk, go: Go) -> list[Entry]:
    _ = desk.words
    return [
        Entry(
            Group.AUDITS,
            _.pick(audit.unit, "name"),
            partial(go, f"audit/{audit.id}"),
            audit.number,
            say_date(_, audit.date),
        )
        for audit in audit_names(desk.session.db)
    ]


def _short(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def _key(commands: Mapping[str, QAction], name: str) -> str:
    action = commands.get(name)
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if action else ""
