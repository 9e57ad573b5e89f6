"""Makes the program's folder for Windows, on Windows or anywhere else; prints its path as the last line.

    python packaging/windows/assemble.py --python python-3.13.9-embed-amd64.zip --sha256 HASH

1. Python itself comes as the "Windows embeddable package (64-bit)" of python.org, which you fetch and whose SHA-256,
   as that page gives it, you name. Without --python all but Python is assembled, to look at or to try installers with.
2. The packages of requirements/run.txt are fetched as wheels for Windows and that Python, each by its pinned hash.
3. What the program never uses stays out: packaging/contents.py says what, and QT below for Windows' own arrangement.
   Of Python's own modules what is left lies in python3NN.zip again, stored, not packed.
4. Modules are compiled by the very Python that goes in, so a start writes nothing into the program folder. That can
   only be done on Windows; elsewhere their sources go in, and this script says so.
5. Two small launchers are compiled: qmsdesk.exe for the window, qmsdesk.com for commands (launcher.py).
6. Where there is a key (packaging/signing.py), all that nobody has signed yet is signed: one publisher rule then
   covers what is ours and what came unsigned; Python, Qt and the C runtime keep their makers' signatures.
7. Licence texts, bill of materials and the sums of all files are written, as in the bundle for Linux.

The folder, flat as Python's own package is:
    qmsdesk.exe  qmsdesk.com  python3NN.dll  python3NN.zip  *.pyd   lib/site packages   app qmsdesk, resources, docs
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import components  # noqa: E402
import contents  # noqa: E402
import licences  # noqa: E402
import sbom  # noqa: E402
import signing  # noqa: E402
from launcher import compile_launchers  # noqa: E402

ROOT = contents.ROOT
USUAL_PYTHON = "313"
NOT_OF_THE_PACKAGE = ("python.exe", "pythonw.exe", "libcrypto-*", "libssl-*", "sqlite3.dll", "*._pth")
"""Of Python's package, beside what no bundle has: no second door for scripts, no OpenSSL, no second SQLite."""

QT = (
    *("PySide6/__init__.py", "PySide6/_*.py", "PySide6/support/*", "PySide6/pyside6.abi3.dll"),
    *("PySide6/msvcp140.dll", "PySide6/msvcp140_[12].dll", "PySide6/vcruntime140*.dll"),
    *("PySide6/QtCore.pyd", "PySide6/QtGui.pyd", "PySide6/QtWidgets.pyd", "PySide6/QtPrintSupport.pyd"),
    *("PySide6/Qt6Core.dll", "PySide6/Qt6Gui.dll", "PySide6/Qt6Widgets.dll", "PySide6/Qt6PrintSupport.dll"),
    *("PySide6/Qt6Svg.dll", "PySide6/plugins/imageformats/qsvg.dll", "PySide6/plugins/iconengines/qsvgicon.dll"),
    *("PySide6/plugins/imageformats/qgif.dll", "PySide6/plugins/imageformats/qico.dll"),
    *("PySide6/plugins/imageformats/qjpeg.dll", "PySide6/plugins/imageformats/qwebp.dll"),
    *("PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/platforms/qoffscreen.dll"),
    *("PySide6/plugins/styles/*.dll", "PySide6/translations/qtbase_sv.qm", "PySide6/translations/qtbase_en.qm"),
    "pyside6_essentials-*/METADATA",
)
"""The wheel for Windows lies otherwise than that for Linux, so here is all that goes in of it."""

NOT_OF_PACKAGES = ("*.lib", "shiboken6/concrt140.dll", "shiboken6/vc[a-q]*.dll", "shiboken6/msvcp140_codecvt*")
"""What only wheels for Windows have."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", type=Path, help="python-3.NN.N-embed-amd64.zip of python.org")
    parser.add_argument("--sha256", help="what the page of python.org says of that file")
    parser.add_argument("--to", type=Path, default=ROOT / "out" / "bundle")
    wish = parser.parse_args()
    version = _version()
    target = wish.to / f"qmsdesk-{version}-windows-x86_64"
    with tempfile.TemporaryDirectory() as held:
        work = Path(held)
        part = work / "bundle"
        python = unpack_python(wish.python, wish.sha256, work / "python") if wish.python else None
        number = _number(python) if python else USUAL_PYTHON
        if python:
            copy_python(python, number, part)
        site = fetch_packages(number, work / "site")
        copy_packages(site, part)
        copy_ours(part)
        compile_modules(python, part, work)
        compile_launchers(version, f"python{number}.dll", part, work)
        sign_the_unsigned(part)
        describe(part, site, wish.python, python)
        settle(part)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(part, target)
    print(target)
    return 0


def _version() -> str:
    text = (ROOT / "qmsdesk" / "__init__.py").read_text(encoding="utf-8")
    return re.findall(r'^__version__ = "([^"]+)"', text, re.MULTILINE)[0]


def unpack_python(package: Path, expected: str | None, to: Path) -> Path:
    """Python's package in a folder, if it is the very file that is meant."""
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != (expected or "").lower():
        raise SystemExit(f"{package} has the SHA-256 {found}, not the one named with --sha256. Nothing was made.")
    zipfile.ZipFile(package).extractall(to)
    return to


def _number(python: Path) -> str:
    """313 of python313.dll."""
    return next(python.glob("python3[0-9]*.dll")).stem.removeprefix("python")


def copy_python(python: Path, number: str, to: Path) -> None:
    to.mkdir(parents=True)
    wanted = {path.name for path in contents.compiled_python(python)}
    for path in sorted(python.iterdir()):
        is_wanted = path.name in wanted if path.suffix == ".pyd" else True
        if is_wanted and not any(fnmatch(path.name, pattern) for pattern in NOT_OF_THE_PACKAGE):
            shutil.copy(path, to / path.name)
    copy_library(python / f"python{number}.zip", to / f"python{number}.zip")
    for inside in contents.instead_files():
        if inside.parts[0] == "sqlite3":  # the other one tells of a Python for Unix
            _copy(contents.INSTEAD / inside, to / "lib" / "site" / inside)
    # Beside the library of the same name this file isolates Python and is the whole of its search path.
    (to / f"python{number}._pth").write_text(f"python{number}.zip\n.\nlib\\site\napp\n", encoding="utf-8")


def copy_library(whole: Path, to: Path) -> None:
    """Python's own modules without those no bundle has; stored, as installers pack better and a start is quicker."""
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(to, "w") as target:
        for name in sorted(source.namelist()):
            parts = [part.removesuffix(".pyc") for part in Path(name).parts]
            if not any(fnmatch(part, pattern) for part in parts for pattern in contents.NOT_OF_PYTHON):
                target.writestr(zipfile.ZipInfo(name), source.read(name))  # of 1980, so that nothing shows when


def fetch_packages(number: str, to: Path) -> Path:
    """The required packages in a folder, as they are installed on Windows."""
    pins = to.with_suffix(".txt")
    to.mkdir()
    pins.write_text(for_windows((ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")), encoding="utf-8")
    wanted = ["--platform", "win_amd64", "--implementation", "cp", "--python-version", f"{number[0]}.{number[1:]}"]
    quiet = ["-q", "-q", "--disable-pip-version-check", "--no-compile", "--no-deps", "--only-binary", ":all:"]
    command = [sys.executable, "-m", "pip", "install", *quiet, *wanted, "--require-hashes", "-r", pins, "--target", to]
    subprocess.run([str(part) for part in command], check=True)
    return to


def for_windows(pins: str) -> str:
    """The pins without their conditions, which pip would judge by the system it runs on."""
    kept = []
    for block in re.split(r"\n(?=\S)", pins):
        name, _, condition = block.split("--hash")[0].partition(";")
        if name.startswith("#") or "==" not in name:
            continue
        if not condition or "win32" in condition or "!= 'linux'" in condition:
            kept.append(re.sub(r" ; .*? \\\n", " \\\\\n", block, count=1))
    return "\n".join(kept) + "\n"


def copy_packages(site: Path, to: Path) -> None:
    for name, distribution in contents.distributions(site).items():
        for path in contents.files_of(name, distribution) if name != "pyside6-essentials" else _of_qt(site):
            if not any(fnmatch(path.as_posix(), pattern) for pattern in NOT_OF_PACKAGES):
                _copy(site / path, to / "lib" / "site" / path)


def _of_qt(site: Path) -> Iterator[Path]:
    for path in sorted(site.rglob("*")):
        inside = path.relative_to(site)
        if path.is_file() and any(fnmatch(inside.as_posix(), pattern) for pattern in QT):
            yield inside


def copy_ours(to: Path) -> None:
    for path in contents.our_files():
        _copy(ROOT / path, to / "app" / path)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def compile_modules(python: Path | None, part: Path, work: Path) -> None:
    """Every module compiled in the place of its source, by the Python that will read it."""
    if python is None or os.name != "nt":
        print("The modules are left as sources: only the Python of the bundle can compile them, on Windows.")
        return
    sources = [path for folder in ("lib", "app") for path in sorted((part / folder).rglob("*.py"))]
    lines = [f"{path}\t{path.with_suffix('.pyc')}\t{path.relative_to(part)}" for path in sources]
    (work / "modules.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run([python / "python.exe", HERE.parent / "compiling.py", work / "modules.txt"], check=True)
    for path in sources:
        path.unlink()


def sign_the_unsigned(part: Path) -> None:
    for path in sorted(part.rglob("*")):
        if path.suffix in {".exe", ".com", ".dll", ".pyd"} and not is_signed(path.read_bytes()):
            signing.sign_code(path, os.environ)


def is_signed(program: bytes) -> bool:
    """Whether the header of a 64-bit program points to a signature."""
    header = int.from_bytes(program[60:64], "little") + 24
    signatures = header + 112 + 4 * 8
    return int.from_bytes(program[signatures + 4 : signatures + 8], "little") > 0


def describe(part: Path, site: Path, package: Path | None, python: Path | None) -> None:
    """What this is and what it was made of, for the self-test, the doctor and whoever opens the folder."""
    found = [one for one in components.components(part, site) if one.name != "Python"]
    number = re.search(r"\d+\.\d+\.\d+", package.name) if package else None
    if python:
        release = number[0] if number else _number(python)
        files = tuple(sorted(part.glob("python*.dll")))
        purl = f"pkg:generic/python@{release}"
        texts = (python / "LICENSE.txt",)
        found.append(components.Component("Python", release, "Python-2.0.1", "framework", purl, texts, files))
    licences.write_licences(part / "licences", found)
    facts = {
        "version": _version(),
        "commit": _git("rev-parse", "HEAD"),
        "python": number[0] if number else "",
        "system": "windows-x86_64",
        "texts": contents.count_texts(),
    }
    _write(part / "bundle.json", facts)
    _write(part / "sbom.cdx.json", sbom.bill(part, _version(), "windows-x86_64", _time(), found))


def _write(path: Path, held: dict[str, Any]) -> None:
    path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def settle(part: Path) -> None:
    """Sums of all files, and the time of the commit on everything, so that the same commit gives the same folder."""
    files = [path for path in sorted(part.rglob("*")) if path.is_file()]
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(part).as_posix()}\n" for path in files]
    (part / "SHA256SUMS").write_text("".join(sums), encoding="utf-8", newline="\n")
    for path in part.rglob("*"):
        os.utime(path, (_time(), _time()))


def _time() -> int:
    return int(os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct") or 1_700_000_000)


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
