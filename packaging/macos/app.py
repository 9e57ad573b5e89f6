"""Makes qmsdesk.app on macOS. UNTESTED: written from Apple's and Python's documents, never run on a Mac.

    python3.13 packaging/macos/app.py    with the Python of python.org and its packages

qmsdesk.app/Contents/
    Info.plist               what the program is called, which files are its own
    MacOS/qmsdesk            a shell script that starts the Python below, isolated
    Frameworks/Python.framework    a copy of python.org's, which is made to be moved
    Resources/app  Resources/lib/site    qmsdesk and its packages, as in the other bundles
    Resources/qmsdesk.icns
    Resources/licences  Resources/bundle.json  Resources/sbom.cdx.json    what is of others, and what this was made of

A double click on a register starts the program with its own register: the file comes as an event the program does not
yet listen to. What is left out follows packaging/contents.py.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]

import components  # noqa: E402
import contents  # noqa: E402
import licences  # noqa: E402
import sbom  # noqa: E402

ROOT = contents.ROOT
START = """#!/bin/sh
contents=$(cd "$(dirname "$0")/.." && pwd)
unset PYTHONHOME PYTHONSTARTUP
export PYTHONPATH="$contents/Resources/app:$contents/Resources/lib/site" PYTHONDONTWRITEBYTECODE=1 PYTHONNOUSERSITE=1
exec "$contents/Frameworks/Python.framework/Versions/{python}/bin/python3" -X utf8 -P -m qmsdesk "$@"
"""
ICON_SIZES = (16, 32, 128, 256, 512)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=ROOT / "out" / "bundle")
    wish = parser.parse_args()
    framework = sysconfig.get_config_var("PYTHONFRAMEWORKPREFIX")
    if not framework:
        raise SystemExit("qmsdesk.app is made on macOS, with the Python of python.org, which is a framework.")
    target = wish.to / f"qmsdesk-{version()}-macos" / "qmsdesk.app"
    shutil.rmtree(target.parent, ignore_errors=True)
    make_app(target / "Contents", Path(sysconfig.get_path("purelib")), Path(framework) / "Python.framework")
    print(target.parent)
    return 0


def version() -> str:
    text = (ROOT / "qmsdesk" / "__init__.py").read_text(encoding="utf-8")
    return re.findall(r'^__version__ = "([^"]+)"', text, re.MULTILINE)[0]


def make_app(inside: Path, site: Path, framework: Path) -> None:
    resources = inside / "Resources"
    take_packages(resources, site)
    describe(resources, site)
    take_python(framework, inside / "Frameworks" / "Python.framework")
    start = inside / "MacOS" / "qmsdesk"
    start.parent.mkdir(parents=True)
    start.write_text(START.format(python=sysconfig.get_python_version()), encoding="utf-8")
    start.chmod(0o755)
    (inside / "Info.plist").write_text(info(version()), encoding="utf-8")
    _make_icon(resources / "qmsdesk.icns")


def take_packages(resources: Path, site: Path) -> None:
    """The packages and qmsdesk itself."""
    for name, distribution in contents.distributions(site).items():
        for path in contents.files_of(name, distribution):
            _copy(site / path, resources / "lib" / "site" / path)
    for path in contents.our_files():
        _copy(ROOT / path, resources / "app" / path)


def describe(resources: Path, site: Path) -> None:
    """Licence texts, version and bill of materials; no sums, since signing changes the files afterwards."""
    found = components.components(resources, site)
    licences.write_licences(resources / "licences", found)
    made_at, system = int(_git("log", "-1", "--format=%ct") or 1_700_000_000), "macos"
    facts = {
        "version": version(),
        "commit": _git("rev-parse", "HEAD"),
        "python": sysconfig.get_python_version(),
        "system": system,
        "texts": contents.count_texts(),
    }
    _write(resources / "bundle.json", facts)
    _write(resources / "sbom.cdx.json", sbom.bill(resources, version(), system, made_at, found))


def take_python(framework: Path, target: Path) -> None:
    """The Python that runs this script, without the others in its framework, its tests, tools and packages."""
    current = sysconfig.get_python_version()
    others = {path.name for path in (framework / "Versions").iterdir()} - {current, "Current"}
    left_out = shutil.ignore_patterns(
        *others, "test", "idlelib", "site-packages", "__pycache__", "share", "Tk.framework"
    )
    shutil.copytree(framework, target, symlinks=True, ignore=left_out)
    link = target / "Versions" / "Current"
    link.unlink(missing_ok=True)
    link.symlink_to(current)


def info(number: str) -> str:
    """The property list of a version."""
    return (HERE / "Info.plist").read_text(encoding="utf-8").replace(">VERSION<", f">{number}<")


def _make_icon(target: Path) -> None:
    """With macOS's own iconutil, from pictures of each size and of twice that."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    folder = target.with_suffix(".iconset")
    folder.mkdir(parents=True)
    for size in ICON_SIZES:
        for factor, mark in ((1, ""), (2, "@2x")):
            picture = QImage(size * factor, size * factor, QImage.Format.Format_ARGB32)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            QSvgRenderer(str(HERE.parent / "qmsdesk.svg")).render(painter)
            painter.end()
            picture.save(str(folder / f"icon_{size}x{size}{mark}.png"))
    subprocess.run(["iconutil", "-c", "icns", str(folder), "-o", str(target)], check=True)
    shutil.rmtree(folder)


def _write(path: Path, held: dict[str, Any]) -> None:
    path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


if __name__ == "__main__":
    sys.exit(main())
