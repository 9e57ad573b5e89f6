"""Every page to be looked at: in both languages, light and dark, on small screens, with large texts, empty, overfull.

`python -m tools.variants FOLDER STATE LANGUAGE MODE SCALE WIDTH HEIGHT` takes those of one state and look.
"""

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from qmsdesk.paths import demo_register
from qmsdesk.settings import Settings
from qmsdesk.ui.app import App
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.closings.page import ClosingPage
from qmsdesk.ui.reports.page import ReportPage
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.welcome.dialog import WelcomeDialog
from tools.demo_day import show_beside_report, show_reports_card
from tools.person import front, key, press, settle, wait, wait_until
from tools.registers import AUDIT, empty_register, overfull_register
from tools.walk import DEVICE, ROOT, Keep, Look, open_register, walk

NOW = dt.datetime(2026, 11, 25, 10, 42).astimezone()
"""The clock stands still, so that a picture changes only when its page does."""
STATES = {"empty": empty_register, "overfull": overfull_register}
SIZES = ((100, 1366, 768), (200, 1366, 768), (100, 1024, 600), (200, 1024, 600))
LANGUAGES, MODES = ("sv", "en"), ("light", "dark")
PLACES = ("today", "programme", "checklists", "actions", "settings")
STEPS = ("prepare", "open", "conduct", "agree", "close", "report", "follow_up")
PARTS = {"agree-findings": "Ctrl+2", "messages": "Ctrl+3"}


class Run(NamedTuple):
    """What a process of its own is to take, and on how large a screen."""

    width: int
    height: int
    arguments: tuple[str, ...]


def take_all(folder: Path) -> None:
    """Every state and look in a process of its own, as many at once as there are processors."""
    wanted = [
        Run(width, height, (str(folder), state, language, mode, str(scale), str(width), str(height)))
        for state in ("normal", *STATES)
        for scale, width, height in SIZES
        for language in LANGUAGES
        for mode in MODES
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda run: take_apart("tools.variants", run), wanted))


def take_apart(module: str, run: Run) -> None:
    """On a screen that is as large as the window, so that dialogs know what room there is."""
    with tempfile.TemporaryDirectory() as home:
        screens = Path(home) / "screens.json"
        screens.write_text(json.dumps({"screens": [_screen(run.width, run.height)]}), encoding="utf-8")
        place = {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "QMSDESK_HOME": home}
        command = [sys.executable, "-m", module, *run.arguments]
        done = subprocess.run(command, cwd=ROOT, env=os.environ | place, check=False, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    print(*run.arguments, flush=True)


def _screen(width: int, height: int) -> dict[str, object]:
    held = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    return held | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def take(folder: Path, state: str, look: Look) -> None:
    """Pictures of one state in one look."""
    keep = _keeper(folder / f"{state}-{look.language}-{look.mode}-{look.width}x{look.height}-{look.scale}")
    if state == "normal":
        walk(keep, look, lambda: NOW)
        return
    if state == "empty":
        _welcome(look, keep)
    path = demo_register()
    path.parent.mkdir(parents=True)
    STATES[state](path, DEVICE, look.language, NOW.date())
    app = open_register(look, path, lambda: NOW)
    try:
        for name, shown in _pages(app):
            wait(100)
            settle(shown())
            keep(name, shown())
    finally:
        app.close()


def _keeper(folder: Path) -> Keep:
    """Pictures in their order, whatever was in the folder before."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    kept: list[str] = []

    def keep(name: str, shown: QWidget) -> None:
        kept.append(name)
        shown.grab().save(str(folder / f"{len(kept):02d}-{name}.png"))

    return keep


def _welcome(look: Look, keep: Keep) -> None:
    from PySide6.QtWidgets import QApplication

    qt = QApplication.instance() or QApplication(["qmsdesk"])
    assert isinstance(qt, QApplication)
    theme = Theme("dark" if look.mode == "dark" else "light", look.scale / 100)
    theme.apply(qt)
    dialog = WelcomeDialog(theme, Settings(language=look.language), Path("/home/karin/qmsdesk/register.qmsdesk"))
    dialog.show()
    wait(100)
    keep("welcome", dialog)
    dialog.close()


def _pages(app: App) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """The name of each page, and what stands before the person then."""
    window = app.window
    assert window is not None
    for place in PLACES:
        window.open_place(place)
        yield place, lambda: window
    show_reports_card(window)
    yield "settings-reports", lambda: window
    window.open_place("programme")
    press(window, app.words("New audit"))
    yield "new-day", lambda: front(window)
    settle(window)
    key("Esc", "Ctrl+R")
    yield "programme-reports", lambda: front(window)
    if front(window) is not window:
        key("Esc")
    for step in STEPS:
        window.open_place(f"audit/{AUDIT}/{step}")
        page = window.page
        assert isinstance(page, AuditPage)
        if isinstance(page.step, ReportPage):
            wait_until(partial(_is_made, page.step))
            wait(600)
        yield step.replace("_", "-"), lambda: window
        for part in PARTS if step == "agree" else ():
            key(PARTS[part])
            yield part, lambda: window
        if isinstance(page.step, ReportPage):
            yield from ((panel, lambda: window) for panel in show_beside_report(app.words))
        if isinstance(page.step, ClosingPage):
            yield from _presentation(page.step)


def _is_made(page: ReportPage) -> bool:
    return bool(page.pdf)


def _presentation(page: ClosingPage) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    key("F5")
    wait(300)
    shown = page.presentation
    assert shown is not None
    yield "presentation", lambda: shown
    key("Home")
    yield "presentation-overview", lambda: shown
    if len(page.dossier.findings):
        shown.open_finding(page.dossier.findings[0].id)
        yield "presentation-finding", lambda: shown
    key("Esc")


def main(folder: str, state: str, language: str, mode: str, *size: str) -> None:
    scale, width, height = (int(number) for number in size)
    take(Path(folder), state, Look(language, mode, scale, width, height))


if __name__ == "__main__":
    main(*sys.argv[1:])
