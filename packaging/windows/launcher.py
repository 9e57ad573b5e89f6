"""Compiles what is ours in C with MinGW's gcc, here or on Windows: two launchers, and the library the MSI calls."""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from icon import write_icon

SOURCE = Path(__file__).resolve().parent / "source"
PREFIX = "x86_64-w64-mingw32-"
# No date and no path of the build in what comes out, so that the same source gives the same bytes.
FLAGS = ("-O2", "-s", "-Wall", "-Wextra", "-municode", "-static", "-Wl,--no-insert-timestamp", "-Wl,--dynamicbase")


def tool(name: str) -> str:
    """MinGW's tool, which has a prefix where it is a cross compiler."""
    found = shutil.which(PREFIX + name) or shutil.which(name)
    if found is None:
        raise SystemExit(f"{PREFIX}{name} is missing: install gcc-mingw-w64-x86-64 (Debian) or MSYS2's mingw-w64-gcc.")
    return found


def compile_launchers(version: str, python_dll: str, to: Path, work: Path) -> None:
    """Put qmsdesk.exe and qmsdesk.com into a folder; `work` is for what is needed on the way."""
    write_icon(work / "qmsdesk.ico")
    shutil.copy(work / "qmsdesk.ico", to / "qmsdesk.ico")  # the icon of registers in the file manager
    for name, kind in (("qmsdesk.exe", ("-mwindows",)), ("qmsdesk.com", ("-mconsole", "-DCONSOLE"))):
        numbers = ",".join([*version.split("."), "0", "0", "0"][:4])
        header = (
            f'#define VERSION_NUMBERS {numbers}\n#define VERSION_TEXT "{version}"\n#define ORIGINAL_NAME "{name}"\n'
        )
        (work / "version.h").write_text(header, encoding="utf-8")
        resources = work / "launcher.res"
        _run(tool("windres"), "-I", work, "-I", SOURCE, "-O", "coff", SOURCE / "launcher.rc", resources)
        macro = f'-DPYTHON_DLL=L"{python_dll}"'
        _run(tool("gcc"), *FLAGS, *kind, macro, SOURCE / "launcher.c", resources, "-o", to / name)


def compile_library(source: Path, to: Path, *libraries: str) -> None:
    """A DLL from one C file."""
    flags = [flag for flag in FLAGS if flag != "-municode"]
    _run(tool("gcc"), *flags, "-shared", source, "-o", to, *(f"-l{name}" for name in libraries))


def _run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True)
