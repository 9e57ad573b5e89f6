"""Entries: what the palette lists, and at once: the commands and places within reach of where one is."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from qmsdesk.i18n import N_, Words
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.audits.steps import STEPS
from qmsdesk.ui.commands import commands_of


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


def gather_useful(
    _: Words, window: QWidget, page: QWidget, go: Go, places: Mapping[str, tuple[str, str]]
) -> list[Entry]:
    """What the `page` a window shows can do and where one can go; `go` opens a place, `places` are icons and names."""
    commands = commands_of(window)
    entries = _commands(commands, {*places, *STEPS}) + _places(go, commands, places)
    return entries + (_steps(_, page, commands) if isinstance(page, AuditPage) else [])


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


def _key(commands: Mapping[str, QAction], name: str) -> str:
    action = commands.get(name)
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if action else ""
