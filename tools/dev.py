"""Every chore of the project as one command, on Linux, macOS and Windows: sets up what is missing, then runs it.

Standard library only, and readable by older Pythons, because it runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Callable, Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed.txt"
PIP = ["-m", "pip", "--disable-pip-version-check", "install", "-q"]
SYSTEM_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
OLDEST = (3, 11)
NEWEST = (3, 15)

# What Qt loads and its wheel does not bring: shared library, Debian package.
OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
SCREEN = {"Xvfb": "xvfb", "xauth": "xauth"}
BUS = {
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/bin/dbus-run-session": "dbus-daemon",
    "/usr/lib/python3/dist-packages/gi": "python3-gi",
    "/usr/share/doc/gir1.2-atspi-2.0": "gir1.2-atspi-2.0",
}
"""What the tests need to meet the program as a screen reader does."""
BUILDING = {
    "gcc": "gcc libc6-dev",
    "readelf": "binutils",
    "patchelf": "patchelf",
    "icupkg": "icu-devtools",
    "lintian": "lintian",
    "debootstrap": "debootstrap",
}
"""What makes a bundle and a .deb, and tries it."""
BUILDING_FOR_WINDOWS = {
    "wine": "wine wine64",
    "wixl": "wixl msitools",
    "cabextract": "cabextract",
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "osslsigncode": "osslsigncode",
}
"""What makes an MSI and a setup.exe of a bundle for Windows, and tries them."""
PACKED = {
    "libcups.so.2": "libcups2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What parts of Qt ask for that a .deb only recommends; its name follows from the library."""
BUNDLES = """
import os, sys, sysconfig
library = os.path.join(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))
header = os.path.join(sysconfig.get_path("include"), "Python.h")
sys.exit(not (".so" in library and os.path.exists(library) and os.path.exists(header)))
"""
"""Asked of the Python that a bundle would be made with."""
FONTS = {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core"}


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def run_quietly(*command: str | Path) -> bool:
    """Run a step of the set-up; its output is of interest only when it fails."""
    done = ask(*command)
    if done.returncode:
        say(done.stdout.decode(errors="replace").rstrip())
    return done.returncode == 0


def ask(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)


def call(*command: str | Path, **environment: str) -> int:
    """Run a command of the project for the person who asked, and give back its exit code."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env={**os.environ, **environment})


# --- what the system must have ---


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(with_window: bool, with_screen: bool) -> list[str]:
    """The Debian packages behind what Qt would not find here."""
    libraries = {**OFFSCREEN, **(WINDOW if with_window else {})}
    packages = [package for library, package in libraries.items() if not loads(library)]
    if with_screen:
        packages += [package for program, package in SCREEN.items() if not shutil.which(program)]
    files = {**FONTS, **(BUS if with_screen else {})}
    return packages + [package for file, package in files.items() if not Path(file).exists() and shutil.which("dpkg")]


def privilege() -> list[str] | None:
    """How to become root without asking anybody: nothing to add, sudo, or not at all."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and ask("sudo", "-n", "true").returncode == 0:
        return ["sudo", "-n"]
    return None


def install_packages(packages: Sequence[str]) -> None:
    root = privilege() if shutil.which("apt-get") else None
    if root is None:
        say(f"Missing on this system, please install: {' '.join(packages)} (names as in Debian and Ubuntu).")
        return
    say(f"Installing {' '.join(packages)}")
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    # A fresh machine has no package lists, an old one has stale ones.
    if not (run_quietly(*apt, "update") and run_quietly(*apt, "install", "--no-install-recommends", *packages)):
        say(f"Could not install {' '.join(packages)}; what needs them will fail.")


def set_up_system(with_window: bool, with_screen: bool) -> None:
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages(with_window, with_screen)
    if packages:
        install_packages(packages)


def set_up_builders(for_windows: bool) -> None:
    set_up_system(with_window=True, with_screen=True)
    if not sys.platform.startswith("linux") or not shutil.which("dpkg"):
        return
    missing = missing_builders(for_windows)
    if missing:
        install_packages(missing)


def missing_builders(for_windows: bool) -> list[str]:
    """The Debian packages behind the tools that make installers and are not here."""
    wanted = {**BUILDING, **(BUILDING_FOR_WINDOWS if for_windows else {})}
    missing = [packages for program, packages in wanted.items() if not shutil.which(program, path=SYSTEM_PATH)]
    missing += [package for library, package in PACKED.items() if not loads(library)]
    return [name for packages in missing for name in packages.split()]


def missing_for_installers() -> list[str]:
    """What making and trying all installers would have to fetch first, or cannot have at all."""
    if not sys.platform.startswith("linux") or not shutil.which("dpkg"):
        return ["Debian or its kin"]
    missing = missing_packages(with_window=True, with_screen=False) + missing_builders(for_windows=True)
    if installed_pins() != fingerprint("dev"):
        missing.append("the packages of requirements/dev.txt")
    elif ask(PYTHON, "-c", BUNDLES).returncode:
        missing.append("a Python with a shared library and its headers")
    if ask("git", "rev-parse", "HEAD").returncode:
        missing.append("a clone to build from")
    if shutil.disk_usage(tempfile.gettempdir()).free < 4e9:
        missing.append("4 GB of room for temporary files")
    return missing


# --- Python and its packages ---


def version_of(python: Sequence[str]) -> tuple[int, ...]:
    """The version behind a command, () where it does not start (a pyenv shim may point nowhere)."""
    try:
        done = ask(*python, "-c", "import sys; print(*sys.version_info[:2])")
    except OSError:
        return ()
    return tuple(int(part) for part in done.stdout.split()) if done.returncode == 0 else ()


def candidates() -> Iterable[list[str]]:
    yield [sys.executable]
    for minor in range(OLDEST[1], NEWEST[1]):
        yield ["py", f"-3.{minor}"] if os.name == "nt" else [f"python3.{minor}"]


def find_python() -> list[str]:
    for python in candidates():
        if version_of(python) >= OLDEST:
            return python
    raise SystemExit("qmsdesk needs Python {}.{} or newer, and none was found here.".format(*OLDEST))


def make_venv() -> None:
    python = find_python()
    say(f"Making .venv with {' '.join(python)}")
    if ask(*python, "-c", "import ensurepip, venv").returncode:
        install_packages(["python{}.{}-venv".format(*version_of(python))])
    if not run_quietly(*python, "-m", "venv", "--clear", VENV):
        raise SystemExit("Could not make .venv.")


def fingerprint(kind: str) -> str:
    """What the installed packages follow from: the pins, and the project's own metadata but not its tools' settings."""
    pins = (ROOT / "requirements" / f"{kind}.txt").read_bytes()
    metadata = (ROOT / "pyproject.toml").read_bytes().split(b"[tool.")[0]
    return f"{kind} {hashlib.sha256(pins + metadata).hexdigest()}"


def installed_pins() -> str:
    return STAMP.read_text() if STAMP.exists() else ""


def install_pins(kind: str) -> None:
    installed = installed_pins()
    if installed.startswith("dev "):
        kind = "dev"  # holds everything of run.txt, and is not taken away again
    if installed == fingerprint(kind):
        return
    say(f"Installing requirements/{kind}.txt (a minute or two the first time)")
    pinned = run_quietly(PYTHON, *PIP, "--require-hashes", "--only-binary", ":all:", "-r", f"requirements/{kind}.txt")
    # The compatible mode is a plain .pth file; the default is an import hook, which costs at every start.
    if not (pinned and run_quietly(PYTHON, *PIP, "--no-deps", "-C", "editable_mode=compat", "-e", ".")):
        raise SystemExit(f"Could not install requirements/{kind}.txt.")
    STAMP.write_text(fingerprint(kind))


def set_up(kind: str) -> None:
    if not PYTHON.exists():
        make_venv()
    install_pins(kind)
    if call(PYTHON, "tools/catalogues.py", "compile"):
        raise SystemExit("Could not compile the catalogues.")


# --- the commands ---


def has_screen() -> bool:
    on_linux = sys.platform.startswith("linux")
    return not on_linux or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: Sequence[str]) -> int:
    """open the program with a demo register; without a screen, walk the demo day into out/"""
    set_up_system(with_window=has_screen(), with_screen=False)
    set_up("run")
    if has_screen():
        return call(PYTHON, "-m", "qmsdesk", "--demo", *arguments)
    say("There is no screen here, so the demo day is walked through out of sight; its pictures and PDF come to out/.")
    return call(PYTHON, "-m", "tools.walk", *arguments, QT_QPA_PLATFORM="offscreen")


def test(arguments: Sequence[str]) -> int:
    """run the tests; arguments go to pytest: test tests/domain -k due"""
    set_up_system(with_window=True, with_screen=True)
    set_up("dev")
    return call(PYTHON, "-m", "pytest", *(arguments or ["-n", "auto", "--dist", "worksteal"]))


def check(arguments: Sequence[str]) -> int:
    """look at form, types, floors and catalogues"""
    set_up("dev")
    looks: dict[str, list[str | Path]] = {
        "form": [SCRIPTS / "ruff", "format", "--check", "-q", "--output-format", "concise", "."],
        "rules": [SCRIPTS / "ruff", "check", "-q", "--output-format", "concise", "."],
        "types": [SCRIPTS / "mypy"],
        "floors": [SCRIPTS / "lint-imports", "--no-logo"],
        "catalogues": [PYTHON, "tools/catalogues.py", "check"],
    }
    failed = 0
    for name, command in looks.items():
        done = ask(*command)
        print(f"{name:<12}{'FAILED' if done.returncode else 'ok'}", flush=True)
        if done.returncode:
            print(done.stdout.decode(errors="replace").rstrip(), flush=True)
            failed += 1
    return 1 if failed else 0


def pictures(arguments: Sequence[str]) -> int:
    """take pictures of every page into out/pictures or --all FOLDER, and into docs; --shown only those in docs"""
    return for_developers("-m", "tools.pictures", *arguments)


def bench(arguments: Sequence[str]) -> int:
    """measure, and print one table of ratios"""
    return for_developers("-m", "tests.bench", *arguments)


def soak(arguments: Sequence[str]) -> int:
    """try random histories, kills and damage for a long while"""
    return for_developers("-m", "tests.soak", *arguments)


def bundle(arguments: Sequence[str]) -> int:
    """make the program's folder with its own Python, in out/bundle"""
    return for_builders("packaging/bundle.py", *arguments)


def installer(arguments: Sequence[str]) -> int:
    """make this system's installers in out/installers; or those named: installer deb tar msi setup dmg"""
    return for_builders("packaging/installer.py", *arguments, for_windows=bool({"msi", "setup"} & set(arguments)))


def test_installers(arguments: Sequence[str]) -> int:
    """make bundle and installers, install them and take them away; --if-ready only where nothing is to be fetched"""
    # Linux and Windows beside each other: neither waits for the other, and each builds once.
    whole = ["-m", "pytest", "tests/installers", "-n", "2", "--dist", "loadfile"]
    if "--if-ready" not in arguments:
        return for_builders(*(["-m", "pytest", *arguments] if arguments else whole), for_windows=True)
    missing = missing_for_installers()
    if missing:
        say(f"The installers are not tried on this machine, which lacks {', '.join(missing)}.")
        return 0
    return call(PYTHON, *whole, "--offline")


def for_developers(*command: str) -> int:
    set_up_system(with_window=True, with_screen=True)
    set_up("dev")
    return call(PYTHON, *command)


def for_builders(*command: str, for_windows: bool = False) -> int:
    set_up_builders(for_windows)
    set_up("dev")
    return call(PYTHON, *command)


def catalogues(arguments: Sequence[str]) -> int:
    """bring the translations in line with the code; --prune drops texts no longer used"""
    set_up("dev")
    return call(PYTHON, "tools/catalogues.py", "update", *arguments)


def lock(arguments: Sequence[str]) -> int:
    """pin requirements/*.txt anew from pyproject.toml; --upgrade takes newer releases"""
    tool = VENV / "lock"
    python = tool / SCRIPTS.name / PYTHON.name
    if not (run_quietly(*find_python(), "-m", "venv", tool) and run_quietly(python, *PIP, "uv")):
        return 1
    uv: list[str | Path] = [python, "-m", "uv", "pip", "compile", "-q", "--universal"]
    uv += ["--python-version", "{}.{}".format(*OLDEST), "--generate-hashes"]
    uv += ["--custom-compile-command", "python tools/dev.py lock", *arguments, "pyproject.toml"]
    return call(*uv, "-o", "requirements/run.txt") or call(
        *uv, "--extra", "dev", "-c", "requirements/run.txt", "-o", "requirements/dev.txt"
    )


Command = Callable[[Sequence[str]], int]
EVERYDAY: tuple[Command, ...] = (run, test, check, pictures, bench, soak, catalogues, lock)
SHIPPING: tuple[Command, ...] = (bundle, installer, test_installers)
COMMANDS: dict[str, Command] = {command.__name__.replace("_", "-"): command for command in (*EVERYDAY, *SHIPPING)}


def main(arguments: Sequence[str]) -> int:
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command:
        return command(arguments[1:])
    print("python tools/dev.py COMMAND, or make COMMAND:")
    for name, known in COMMANDS.items():
        print(f"  {name:<16}{known.__doc__}")
    return 2 if arguments else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
