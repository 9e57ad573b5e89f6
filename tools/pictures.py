"""Take pictures of every page: the few that README and guides show, and all there are, to be looked at side by side.

`python -m tools.pictures [--shown] [--all FOLDER]`: with `--shown` only those in docs/pictures; else all of them too,
in out/pictures or the folder that is given, with an index.html to look at.
"""

import argparse
import os
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tools.contact_sheet import write_sheet
from tools.variants import NOW, Run, take_all, take_apart
from tools.walk import ROOT, Look, walk

FOLDER = ROOT / "docs" / "pictures"
EVERYTHING = ROOT / "out" / "pictures"
PAGES = (
    "today",
    "prepare",
    "open",
    "notes",
    "photo",
    "finding",
    "agree",
    "presentation",
    "close",
    "report",
    "follow-up",
)
SHOWN = {"sv": PAGES, "en": PAGES, "sv-dark": ("notes",)}
COLOURS = 192


def take_shown(language: str, mode: str) -> None:
    """The pictures that are shown, in one language and look, in a folder of their own."""
    name = language if mode == "light" else f"{language}-{mode}"
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()

    def keep(step: str, shown: QWidget) -> None:
        if step in SHOWN[name]:
            save_small(shown.grab().toImage(), folder / f"{step}.png")

    walk(keep, Look(language, mode), lambda: NOW)


def save_small(image: QImage, path: Path) -> None:
    """With few colours, as screens have few, because the repository carries it for good."""
    from PIL import Image

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = bytes(plain.constBits())
    held = Image.frombuffer("RGB", (plain.width(), plain.height()), rows, "raw", "RGB", plain.bytesPerLine(), 1)
    held.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shown", action="store_true")
    parser.add_argument("--all", type=Path, default=EVERYTHING)
    parser.add_argument("--take", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.take:
        take_shown(*options.take)
        return
    for language, mode in (("sv", "light"), ("en", "light"), ("sv", "dark")):
        take_apart("tools.pictures", Run(1366, 768, ("--take", language, mode)))
    if not options.shown:
        take_all(options.all.resolve())
        print(write_sheet(options.all.resolve()))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
