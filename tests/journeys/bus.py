"""A blind person at the program: everything is found by role and name on the accessibility bus.

Runs in the system's own Python, which has the bus (`python3-gi`, `gir1.2-atspi-2.0`), beside the program.
"""

import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version must be asked for first

PATIENCE_S = 20
DEEPEST = 30
MOST_TOLD = 120
PRESSES = ("Press", "Toggle", "SetFocus")
CONTROLS = {
    *("push button", "toggle button", "radio button", "check box", "text", "combo box", "spin button", "list item"),
}


class Reader:
    """Looks only at what is shown; waits until it is there."""

    def __init__(self, name: str = "qmsdesk") -> None:
        Atspi.init()
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self._name = name

    def wait(self, condition: Callable[[], Any], what: str) -> Any:
        ends = time.monotonic() + PATIENCE_S
        while not (found := self._unless_gone(condition)):
            if time.monotonic() > ends:
                raise AssertionError(f"waited in vain for {what} among\n" + "\n".join(self.controls()[:MOST_TOLD]))
            time.sleep(0.1)
        return found

    @staticmethod
    def _unless_gone(look: Callable[[], Any]) -> Any:
        """What a look gives; nothing where something went away in the middle of it."""
        try:
            return look()
        except GLib.Error:
            return None

    def program(self) -> Any:
        desktop = Atspi.get_desktop(0)
        held = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
        return next((each for each in held if each and each.get_name() == self._name), None)

    def shown(self, top: Any = None, depth: int = 0) -> Iterator[Any]:
        """Everything that is showing, in reading order."""
        top = top or self.program()
        if top is None or depth > DEEPEST:
            return
        yield top
        place = 0
        while place < top.get_child_count():  # asked anew: Qt 6.11 ends when a scroll bar that has gone is asked for
            child = top.get_child_at_index(place)
            if child and _has(child, Atspi.StateType.SHOWING):
                yield from self.shown(child, depth + 1)
            place += 1

    def controls(self) -> list[str]:
        """What can be used, and what is to be read."""
        told = CONTROLS | {"label", "dialog"}
        held = ((each.get_role_name(), each.get_name()) for each in self.shown())
        return [f"{role} “{name}”" for role, name in held if role in told]

    def find(self, role: str, name: str, top: Any = None) -> Any:
        """The first control of that role whose name is, or begins with, the one given."""

        def look() -> Any:
            found = [each for each in self.shown(top) if each.get_role_name() == role]
            exact = [each for each in found if each.get_name() == name]
            return next(iter(exact or [each for each in found if each.get_name().startswith(name)]), None)

        return self.wait(look, f"{role} “{name}”")

    def sees(self, text: str) -> None:
        self.wait(lambda: any(text in f"{each.get_name()}{_text(each)}" for each in self.shown()), f"“{text}”")

    def press(self, name: str, role: str = "push button", within: str = "") -> None:
        """`within` is the name of the dialog the control is in."""
        control = self.find(role, name, self.find("dialog", within) if within else None)
        names = [control.get_action_name(place) for place in range(control.get_n_actions())]
        wanted = next(each for each in PRESSES if each in names)
        control.do_action(names.index(wanted))

    def write(self, name: str, text: str) -> None:
        """Into a field, after what stands there."""
        field = self.find("text", name)
        field.get_component_iface().grab_focus()
        end = field.get_text_iface().get_character_count()
        assert field.get_editable_text_iface().insert_text(end, text, len(text.encode())), f"{name} takes no text"

    def nameless(self) -> list[str]:
        """Controls that nobody could tell from each other."""
        return [
            each.get_role_name()
            for each in self.shown()
            if each.get_role_name() in CONTROLS
            and _has(each, Atspi.StateType.FOCUSABLE)
            and not each.get_name().strip()
        ]


def _has(each: Any, state: Any) -> bool:
    return bool(each.get_state_set().contains(state))


def _text(each: Any) -> str:
    held = each.get_text_iface()
    return held.get_text(0, held.get_character_count()) if held else ""
