"""Walk through the demo day with the real program, as a person would by keyboard, and keep what comes of it in out/.

`python -m tools.walk [--lang sv|en] [-o FOLDER]` leaves a picture of every step, the PDF report and its pages.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.paths import demo_register
from qmsdesk.settings import Settings
from qmsdesk.ui.app import App, Clock, local_time
from tools.demo_day import DemoDay
from tools.person import settle, wait

ROOT = Path(__file__).resolve().parent.parent
DEVICE = "0000000000000000"
PAGE_DPI = 110

Keep = Callable[[str, QWidget], None]


@dataclass(frozen=True)
class Look:
    """How the window is to be seen; `scale` is the size of its texts in per cent."""

    language: str = "sv"
    mode: str = "light"
    scale: int = 100
    width: int = 1366
    height: int = 768


def open_register(look: Look, path: Path, now: Clock = local_time) -> App:
    """The program on a register; on a demo register where there is none yet."""
    qt = QApplication.instance() or QApplication(["qmsdesk"])
    assert isinstance(qt, QApplication)
    settings = Settings(language=look.language, mode=look.mode, text_scale=look.scale, device=DEVICE)
    app = App(qt, settings, now)
    sys.excepthook = sys.__excepthook__  # nobody is there to close the dialog that tells of a bug
    app.open(path, demo=True)
    assert app.window is not None
    app.window.resize(look.width, look.height)
    wait(100)
    return app


def walk(keep: Keep, look: Look, now: Clock = local_time) -> bytes:
    """Walk the day, hand every step's window to `keep`, and return the report."""
    report = b""
    with tempfile.TemporaryDirectory() as home:
        os.environ["QMSDESK_HOME"] = home
        app = open_register(look, demo_register(), now)
        try:
            day = DemoDay(app)
            for step in day.steps():
                wait(200)
                settle(day.shown)
                report = day.pdf if step == "report" else report
                keep(step, day.shown)
        finally:
            app.close()
    return report


def page_pictures(pdf: Path, folder: Path) -> list[Path]:
    """A PNG of every page of a PDF."""
    import pypdfium2

    made = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            made.append(folder / f"{pdf.stem}-{number:02d}.png")
            page.render(scale=PAGE_DPI / 72).to_pil().save(made[-1])
    return made


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lang", choices=("sv", "en"), default="sv")
    parser.add_argument("-o", "--out", type=Path, default=ROOT / "out")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    kept: list[Path] = []

    def keep(step: str, shown: QWidget) -> None:
        kept.append(options.out / f"day-{len(kept) + 1:02d}-{step}.png")
        shown.grab().save(str(kept[-1]))

    report = walk(keep, Look(options.lang))
    pdf = options.out / "report.pdf"
    pdf.write_bytes(report)
    for path in [*kept, pdf, *page_pictures(pdf, options.out)]:
        print(path)


if __name__ == "__main__":
    main()
