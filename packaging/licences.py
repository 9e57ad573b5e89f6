"""Puts the licence texts of everything in a bundle into its folder `licences`, with a list of what is there."""

import shutil
from pathlib import Path

from components import TEXTS, Component

HEAD = """What qmsdesk brings along of others, with the licences it comes under. The texts lie beside this file.

Qt and PySide6 are used under the LGPL, version 3. Their libraries are files of their own, in lib/site/PySide6 and
lib/site/shiboken6: you may put your own builds of the same version in their place, and the program will run on those.
Their sources are those published by The Qt Company for the versions below, unchanged.

"""


def write_licences(folder: Path, components: list[Component]) -> None:
    lines = [HEAD]
    for one in components:
        names = [_copied(text, folder, one) for text in one.texts]
        lines.append(f"{one.name} {one.version}\n    {one.licence}\n")
        lines += [f"    {name}\n" for name in names]
    (folder / "README.txt").write_text("".join(lines), encoding="utf-8")


def _copied(text: Path, folder: Path, one: Component) -> str:
    """Copy a text, once for all who share it, under a name that says whose it is."""
    is_shared = text.parent == TEXTS
    name = text.name if is_shared else f"{one.name.replace(' ', '-')}-{text.name}"
    name = name if name.lower().endswith((".txt", ".md", ".rst")) else f"{name}.txt"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(text, folder / name)
    return name
