"""Makes the .deb: `python deb.py BUNDLE TO [LEVEL]`. The bundle goes to /usr/lib/qmsdesk; nothing is run to install it.

LEVEL is xz's, 9 without it; a lower one is for trying things out.
"""

import datetime as dt
import gzip
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import elf

HERE = Path(__file__).resolve().parent
SHARE = HERE / "share"
ICON = HERE.parent / "qmsdesk.svg"
POLICY = HERE.parent / "policy.toml"
SIZES = (48, 64, 128, 256)
REVISION = 1
MAKERS = os.environ.get("QMSDESK_MAINTAINER", "qmsdesk maintainers <maintainers@qmsdesk.invalid>")
"""Who builds for an organisation names itself here; there is no address that is right for all."""
OPTIONAL = ("wayland", "printsupport", "WaylandClient")
"""Parts of Qt that a desktop may lack the libraries for; the program runs without them."""
SUMMARY = "leads auditors through internal audit days and improvement days"
DESCRIPTION = """\
 A checklist guides the day, notes become findings, findings become agreed
 actions with an owner and a date, and the PDF report is there at once.
 .
 The program runs without a network and without an account, in Swedish and
 English. It brings its own Python, Qt and SQLite.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: qmsdesk
Comment: qmsdesk is made for the municipality that uses it and carries no
 licence of its own; ask its makers before you pass it on. What it brings
 along of others comes under the licences in /usr/lib/qmsdesk/licences, where
 README.txt lists each with its version. Qt and PySide6 are used under the
 LGPL version 3 (/usr/share/common-licenses/LGPL-3); their libraries are files
 of their own in /usr/lib/qmsdesk/lib/site and may be replaced.

Files: *
Copyright: 2026 the makers of qmsdesk
License: none
 All rights with its makers.
"""


def main(bundle: Path, to: Path, level: str = "9") -> int:
    facts = json.loads((bundle / "bundle.json").read_text(encoding="utf-8"))
    version, made_at = f"{facts['version']}-{REVISION}", int(bundle.stat().st_mtime)
    name = to / f"qmsdesk_{version}_amd64.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(bundle, tree / "usr/lib/qmsdesk")
        link, program = tree / "usr/bin/qmsdesk", tree / "usr/lib/qmsdesk/qmsdesk"
        link.parent.mkdir(parents=True)
        link.symlink_to("../lib/qmsdesk/qmsdesk")
        share(tree, version, made_at)
        control(tree, version)
        for path in (tree, *tree.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(made_at)}
        command: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build", tree, name]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    print(name)
    return 0


def share(tree: Path, version: str, made_at: int) -> None:
    """What the desktop and `man` want to know of the program."""
    day = dt.datetime.fromtimestamp(made_at, dt.UTC)
    for path in SHARE.glob("*.desktop"):
        put(tree / "usr/share/applications" / path.name, path.read_bytes())
    put(tree / "usr/share/mime/packages/qmsdesk.xml", (SHARE / "qmsdesk.xml").read_bytes())
    put(tree / "usr/share/lintian/overrides/qmsdesk", (SHARE / "lintian-overrides").read_bytes())
    icons = tree / "usr/share/icons/hicolor"
    put(icons / "scalable/apps/qmsdesk.svg", ICON.read_bytes())
    for size in SIZES:
        paint_icon(icons / f"{size}x{size}/apps/qmsdesk.png", size)
    for source, place in (("qmsdesk.1", "man1"), ("qmsdesk.sv.1", "sv/man1")):
        text = (SHARE / source).read_text(encoding="utf-8")
        text = text.replace("@VERSION@", version.partition("-")[0]).replace("@DATE@", f"{day:%Y-%m-%d}")
        put(tree / "usr/share/man" / place / "qmsdesk.1.gz", packed(text))
    documents = tree / "usr/share/doc/qmsdesk"
    put(documents / "copyright", COPYRIGHT.encode())
    log = f"qmsdesk ({version}) unstable; urgency=medium\n\n  * See the changelog of the program.\n\n"
    put(documents / "changelog.Debian.gz", packed(f"{log} -- {MAKERS}  {day:%a, %d %b %Y %H:%M:%S +0000}\n"))
    put(documents / "changelog.gz", packed((HERE.parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")))
    if POLICY.exists():
        put(documents / "examples/policy.toml", POLICY.read_bytes())


def paint_icon(path: Path, size: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    path.parent.mkdir(parents=True)
    image.save(str(path))
    del application


def packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def control(tree: Path, version: str) -> None:
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    needs, wishes = dependencies(tree / "usr/lib/qmsdesk")
    fields = {
        "Package": "qmsdesk",
        "Version": version,
        "Architecture": "amd64",
        "Maintainer": MAKERS,
        "Installed-Size": str(size),
        "Depends": ", ".join(needs),
        "Recommends": ", ".join(wishes),
        "Section": "misc",
        "Priority": "optional",
        "Description": f"{SUMMARY}\n{DESCRIPTION.rstrip()}",
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    sums = "".join(f"{digest(path)}  {path.relative_to(tree).as_posix()}\n" for path in files)
    put(tree / "DEBIAN/control", text.encode())
    put(tree / "DEBIAN/md5sums", sums.encode())


def digest(path: Path) -> str:
    return hashlib.md5(path.read_bytes()).hexdigest()


def dependencies(bundle: Path) -> tuple[list[str], list[str]]:
    """The packages that the bundle's libraries need, and those that only a part of Qt asks for."""
    must: set[str] = set()
    may: set[str] = {"xdg-utils"}
    inside = {path.name for path in bundle.rglob("*") if elf.is_library(path)}
    for path in bundle.rglob("*"):
        if elf.is_library(path):
            packages = {package_of(library) for library in elf.needed(path) - inside}
            (may if any(part in path.as_posix() for part in OPTIONAL) else must).update(packages)
    libc = f"libc6 (>= {'.'.join(map(str, newest_libc(bundle)))})"
    return sorted((must - {"libc6"}) | {libc}), sorted(may - must - {"libc6"})


@cache
def package_of(library: str) -> str:
    found = elf.system_library(library)
    if found is None:
        raise SystemExit(f"{library} is not on this system, so its package is not known; install it and build anew.")
    # Not by the whole path: it is another one in the package than on a system where /lib is a link to /usr/lib.
    ask = ["dpkg", "-S", f"*/{platform.machine()}-linux-gnu/{found.name}"]
    return subprocess.run(ask, stdout=subprocess.PIPE, text=True, check=True).stdout.partition(":")[0]


def newest_libc(bundle: Path) -> tuple[int, ...]:
    versions = {(2, 0)}
    for path in bundle.rglob("*"):
        if elf.is_library(path) or path == bundle / "qmsdesk":
            shown = subprocess.run(["readelf", "-VW", path], stdout=subprocess.PIPE, text=True, check=True).stdout
            versions |= {(int(a), int(b)) for a, b in re.findall(r"GLIBC_(\d+)\.(\d+)", shown)}
    return max(versions)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]))
