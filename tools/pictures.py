"""Take the pictures that README and guides show: every page of the demo day, and pages of its report."""

import datetime as dt
import os
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tools.walk import page_pictures, walk

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
PAGES = 4
NOW = dt.datetime(2026, 11, 25, 10, 42).astimezone()
"""The clock stands still, so that a picture changes only when its page does."""


def take(language: str, mode: str = "light") -> None:
    """The pictures in one language and look, in a folder of their own."""
    folder = FOLDER / (language if mode == "light" else f"{language}-{mode}")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()

    def keep(step: str, window: QWidget) -> None:
        window.grab().save(str(folder / f"{step}.png"))

    report = folder / "pdf"
    report.write_bytes(walk(keep, language, mode, lambda: NOW))
    for page in page_pictures(report, folder)[PAGES if mode == "light" else 0 :]:
        page.unlink()
    report.unlink()
    for path in sorted(folder.glob("*.png")):
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    take("sv")
    take("en")
    take("sv", "dark")
