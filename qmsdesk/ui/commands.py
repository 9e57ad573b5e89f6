"""Commands: every menu entry and key in one table. (An action is what a unit does about a finding.)"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from qmsdesk.i18n import N_, Words


class Command(NamedTuple):
    """Plain keys work outside text fields, where they type; those with Ctrl or Alt work everywhere on their page."""

    name: str
    text: str
    keys: tuple[str, ...]


COMMANDS: dict[str, tuple[Command, ...]] = {
    "window": (
        Command("palette", N_("Search or do…"), ("Ctrl+K",)),
        Command("undo", N_("Undo"), ("Ctrl+Z",)),
        Command("redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("today", N_("Today"), ("Alt+Home",)),
        Command("back", N_("Back"), ("Alt+Left",)),
        Command("help", N_("Help"), ("F1",)),
        Command("log", N_("Show the log"), ()),
        Command("quit", N_("Quit"), ("Ctrl+Q",)),
    ),
    "today": (Command("quick_note", N_("Quick note"), ("Ctrl+Space",)),),
    "audit": (
        Command("prepare", N_("Prepare"), ("Ctrl+F1",)),
        Command("open", N_("Open"), ("Ctrl+F2",)),
        Command("conduct", N_("Conduct"), ("Ctrl+F3",)),
        Command("agree", N_("Agree"), ("Ctrl+F4",)),
        Command("close", N_("Close"), ("Ctrl+F5",)),
        Command("report", N_("Report"), ("Ctrl+F6",)),
        Command("follow_up", N_("Follow up"), ("Ctrl+F7",)),
        Command("quick_note", N_("Quick note"), ("Ctrl+Space",)),
        Command("state", N_("State of the day"), ("Ctrl+F8",)),
    ),
    "opening": (
        Command("check", N_("Check off and go on"), ("Space", "Return", "Enter")),
        Command("next", N_("Next card"), ("Down",)),
        Command("previous", N_("Previous card"), ("Up",)),
        Command("begin", N_("We begin now"), ("Ctrl+Return", "Ctrl+Enter")),
    ),
    "present": (
        Command("more", N_("One person more"), ("+",)),
        Command("fewer", N_("One person fewer"), ("-",)),
    ),
    "conduct": (
        Command("fulfilled", N_("Fulfilled"), ("1", "Alt+1")),
        Command("partly", N_("Partly"), ("2", "Alt+2")),
        Command("not_fulfilled", N_("Not fulfilled"), ("3", "Alt+3")),
        Command("not_applicable", N_("Not applicable"), ("4", "Alt+4")),
        Command("not_asked", N_("Not asked"), ("5", "Alt+5")),
        Command("parked", N_("Park"), ("6", "Alt+6")),
        Command("next", N_("Next question"), ("Down", "Ctrl+Down")),
        Command("previous", N_("Previous question"), ("Up", "Ctrl+Up")),
        Command("next_unanswered", N_("Next unanswered question"), ("Ctrl+Return", "Ctrl+Enter")),
        Command("note", N_("Write a note"), ("Return", "Enter")),
        Command("new_note", N_("New note"), ("Ctrl+N",)),
        Command("finding", N_("Make finding"), ("F", "Ctrl+I")),
        Command("strength", N_("Note a strength"), ("S", "Ctrl+Shift+I")),
        Command("again", N_("Again: the same as last time"), ("A", "Ctrl+Shift+A")),
        Command("sample", N_("Note a sample"), ("L", "Ctrl+L")),
        Command("obstacle", N_("Obstacles of the day"), ("O", "Ctrl+Shift+O")),
        Command("elsewhere", N_("This goes another way"), ("Ctrl+Shift+W",)),
        Command("next_parked", N_("Next parked question"), ("P", "Alt+P")),
        Command("sort", N_("Sort notes"), ("U", "Alt+U")),
        Command("search", N_("Search"), ("/", "Ctrl+F")),
        Command("jump", N_("Jump to question"), ("G", "Ctrl+G")),
        Command("add_photo", N_("Add photo"), ("Ctrl+Shift+P",)),
        Command("paste_photo", N_("Paste photo"), ("Ctrl+V",)),
    ),
    "photo": (
        Command("select", N_("Choose"), ("V",)),
        Command("pen", N_("Pen"), ("P",)),
        Command("arrow", N_("Arrow"), ("A",)),
        Command("blur", N_("Blur"), ("B",)),
        Command("crop", N_("Crop"), ("C",)),
        Command("add_shape", N_("Draw in the middle"), ("Return", "Enter")),
        Command("next_shape", N_("Next shape"), ("N",)),
        Command("remove", N_("Remove shape"), ("Del",)),
        Command("undo", N_("Undo"), ("Ctrl+Z",)),
        Command("redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("original", N_("Show original"), ("O",)),
        Command("zoom_in", N_("Zoom in"), ("Ctrl++", "Ctrl+=")),
        Command("zoom_out", N_("Zoom out"), ("Ctrl+-",)),
        Command("fit", N_("Fit to window"), ("Ctrl+0",)),
        Command("next_photo", N_("Next photo"), ("PgDown",)),
        Command("previous_photo", N_("Previous photo"), ("PgUp",)),
        Command("close", N_("Done"), ("Esc",)),
    ),
    "agreement": (
        Command("answers", N_("Answers"), ("Ctrl+1",)),
        Command("findings", N_("Findings"), ("Ctrl+2",)),
        Command("messages", N_("Main messages"), ("Ctrl+3",)),
        Command("next", N_("Next in the list"), ("Down", "Ctrl+Down")),
        Command("previous", N_("Previous in the list"), ("Up", "Ctrl+Up")),
        Command("left", N_("Take the left one"), ("Left",)),
        Command("right", N_("Take the right one"), ("Right",)),
        Command("fulfilled", N_("Fulfilled"), ("1", "Alt+1")),
        Command("partly", N_("Partly"), ("2", "Alt+2")),
        Command("not_fulfilled", N_("Not fulfilled"), ("3", "Alt+3")),
        Command("not_applicable", N_("Not applicable"), ("4", "Alt+4")),
        Command("not_asked", N_("Not asked"), ("5", "Alt+5")),
        Command("parked", N_("Park"), ("6", "Alt+6")),
        Command("agree", N_("Agree on this one"), ("Ctrl+Return", "Ctrl+Enter")),
        Command("agree_all", N_("Agree on all that is alike or complete"), ("A",)),
        Command("not_asked_all", N_("Mark the rest as not asked"), ("N",)),
        Command("open", N_("Open the finding"), ("Return", "Enter")),
        Command("compare", N_("Compare those that may say the same"), ("C",)),
        Command("merge", N_("Choose for a merge"), ("M",)),
        Command("up", N_("Move the message up"), ("Alt+Up",)),
        Command("down", N_("Move the message down"), ("Alt+Down",)),
        Command("ready", N_("Ready for the closing meeting"), ("Ctrl+Shift+Return",)),
    ),
    "closing": (
        Command("present", N_("Show what you saw"), ("F5",)),
        Command("sign", N_("Sign"), ("S", "Alt+S")),
        Command("feedback", N_("Ask for feedback"), ("F", "Alt+F")),
        Command("end", N_("End the day"), ("Ctrl+E",)),
    ),
    "presentation": (
        Command("next", N_("Next slide"), ("Right", "Space", "PgDown")),
        Command("previous", N_("Previous slide"), ("Left", "PgUp")),
        Command("overview", N_("All findings"), ("Home",)),
        Command("wording", N_("Change the wording"), ("E",)),
        Command("action", N_("First improvement"), ("A",)),
        Command("opinion", N_("Diverging opinion"), ("D",)),
        Command("screen", N_("Next screen"), ("S",)),
        Command("full_screen", N_("Full screen"), ("F11",)),
        Command("leave", N_("Leave"), ("Esc",)),
    ),
    "actions": (
        Command("new_action", N_("New action"), ("Ctrl+N",)),
        Command("search", N_("Search"), ("/", "Ctrl+F")),
        Command("print_list", N_("Print the list…"), ("Ctrl+P",)),
        Command("replies", N_("You said – we did…"), ("Ctrl+Shift+P",)),
        Command("list", N_("Back to the list"), ("Esc",)),
    ),
    "papers": (
        Command("year", N_("Summary of a year…"), ("Ctrl+P",)),
        Command("handover", N_("Handover of a unit…"), ("Ctrl+Shift+P",)),
    ),
    "finding": (
        Command("phrase", N_("Use a phrase…"), ("Ctrl+Shift+F",)),
        Command("keep", N_("Keep as a phrase"), ("Ctrl+Shift+K",)),
    ),
    "masks": (Command("mask", N_("Mask the marked words"), ("Ctrl+Return", "Ctrl+Enter")),),
    "report": (
        Command("save", N_("Save as"), ("Ctrl+S",)),
        Command("open", N_("Open in the PDF viewer"), ("Ctrl+O",)),
        Command("print", N_("Print"), ("Ctrl+P",)),
        Command("send", N_("Send by mail"), ("Ctrl+M",)),
        Command("form", N_("Choose the form of the report"), ("Ctrl+Shift+F",)),
        Command("search", N_("Search in the report"), ("Ctrl+F", "/")),
        Command("next_hit", N_("Next hit"), ("F3",)),
        Command("previous_hit", N_("Previous hit"), ("Shift+F3",)),
        Command("parts", N_("Parts of the report"), ("Ctrl+1",)),
        Command("masks", N_("Masks"), ("Ctrl+2",)),
        Command("versions", N_("Versions"), ("Ctrl+3",)),
        Command("check", N_("Check a report file"), ("Ctrl+Shift+O",)),
        Command("leave", N_("Back to the report"), ("Esc",)),
        Command("next_page", N_("Next page"), ("Ctrl+PgDown",)),
        Command("previous_page", N_("Previous page"), ("Ctrl+PgUp",)),
        Command("zoom_in", N_("Zoom in"), ("Ctrl++", "Ctrl+=")),
        Command("zoom_out", N_("Zoom out"), ("Ctrl+-",)),
        Command("fit", N_("Fit width"), ("Ctrl+0",)),
    ),
    "parts": (
        Command("up", N_("Move the part up"), ("Alt+Up",)),
        Command("down", N_("Move the part down"), ("Alt+Down",)),
    ),
    "checklist_files": (Command("import", N_("Import a checklist"), ("Ctrl+I",)),),
    "importing": (
        Command("original", N_("The original"), ("Ctrl+1",)),
        Command("result", N_("The checklist as understood"), ("Ctrl+2",)),
        Command("left_out", N_("What is left out"), ("Ctrl+3",)),
        Command("column", N_("Say what the column holds"), ("Alt+C",)),
        Command("row", N_("Say what the row is"), ("Alt+R",)),
        Command("start", N_("The questions start in this row"), ("Alt+S",)),
        Command("over", N_("Start over"), ("Ctrl+Shift+R",)),
        Command("agree", N_("Import"), ("Ctrl+Return", "Ctrl+Enter")),
    ),
    "checklists": (
        Command("new", N_("New checklist"), ("Ctrl+N",)),
        Command("edit", N_("Edit the draft"), ("Ctrl+E",)),
        Command("changes", N_("What changed…"), ("Ctrl+D",)),
    ),
    "editor": (
        Command("question", N_("New question"), ("Ctrl+N",)),
        Command("section", N_("New section"), ("Ctrl+Shift+N",)),
        Command("split", N_("Split at the cursor"), ("Ctrl+Return", "Ctrl+Enter")),
        Command("up", N_("Move up"), ("Alt+Up",)),
        Command("down", N_("Move down"), ("Alt+Down",)),
        Command("changes", N_("What changed…"), ("Ctrl+D",)),
        Command("leave", N_("Back to the outline, then to the checklists"), ("Esc",)),
    ),
    "outline": (
        Command("question", N_("New question after this row"), ("Return", "Enter")),
        Command("write", N_("Write in this row"), ("F2",)),
        Command("question_level", N_("Make the section a question"), ("Tab",)),
        Command("section_level", N_("Make the question a section"), ("Shift+Tab",)),
        Command("remove", N_("Remove the row"), ("Del",)),
    ),
    "programme": (Command("reports", N_("Reports of several audits"), ("Ctrl+R",)),),
}


def bind(page: QWidget, place: str, words: Words, runs: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Give a page the commands of a place; each of them must be in `runs`. Returns them by name."""
    actions = {}
    contexts = Qt.ShortcutContext
    # Those of the window work also where nothing has the focus.
    context = contexts.WindowShortcut if place == "window" else contexts.WidgetWithChildrenShortcut
    for command in COMMANDS[place]:
        action = QAction(words(command.text), page)
        action.setObjectName(f"{place}.{command.name}")
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(context)
        action.triggered.connect(lambda _checked=False, run=runs[command.name]: run())
        page.addAction(action)
        actions[command.name] = action
    return actions


def commands_of(window: QWidget) -> dict[str, QAction]:
    """The commands that work on what a window shows, by place and name, `conduct.finding`."""
    known = [f"{place}.{command.name}" for place, held in COMMANDS.items() for command in held]
    bound = {action.objectName(): action for action in window.findChildren(QAction) if _works(action)}
    return {name: bound[name] for name in known if name in bound}


def _works(action: QAction) -> bool:
    page = action.parent()
    return action.isEnabled() and isinstance(page, QWidget) and page.isVisible()


def key_of(place: str, name: str) -> str:
    """The first key of a command as people read it, for a hint beside its button."""
    return _shown(_keys(place, name)[0])


def typing_key_of(place: str, name: str) -> str:
    """The key of a command that works while one types too, for a hint beside fields."""
    return _shown(_keys(place, name)[-1])


def _keys(place: str, name: str) -> tuple[str, ...]:
    return next(command.keys for command in COMMANDS[place] if command.name == name)


def _shown(key: str) -> str:
    """Enter as keyboards and the guide have it, where Qt says Return."""
    return QKeySequence(key.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)
