"""Shared libraries on Linux: what they need, what of it lies in the bundle, made smaller and freed of build paths."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path


def is_library(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and re.search(r"\.so(\.|$)", path.name) is not None


def needed(path: Path) -> set[str]:
    """The libraries this one asks for by name."""
    shown = subprocess.run(["readelf", "-dW", path], stdout=subprocess.PIPE, text=True, check=True).stdout
    return set(re.findall(r"\(NEEDED\).*\[(.+?)\]", shown))


def drop_unneeded(folder: Path, only_asked_for: Iterable[str]) -> list[Path]:
    """Take away the libraries in folders of these names that nothing left in the bundle asks for."""
    ends = tuple(f"/{name}" for name in only_asked_for)
    libraries = [path for path in sorted(folder.rglob("*")) if is_library(path)]
    asked = {path: needed(path) for path in libraries}
    by_name = {path.name: path for path in libraries}
    kept = [path for path in libraries if not path.parent.as_posix().endswith(ends)]
    for path in kept:  # grows while it is walked: what is kept asks for more
        kept += [by_name[name] for name in sorted(asked[path]) if name in by_name and by_name[name] not in kept]
    dropped = [path for path in libraries if path not in kept]
    for path in dropped:
        path.unlink()
    return dropped


def outside_needs(folder: Path) -> set[str]:
    """The libraries that the system has to have."""
    libraries = [path for path in folder.rglob("*") if is_library(path)]
    inside = {path.name for path in libraries}
    return {name for path in libraries for name in needed(path)} - inside


def slim(path: Path) -> None:
    """Take symbols for debuggers away, and search paths that point out of the bundle."""
    path.chmod(0o755)
    subprocess.run(["strip", "--strip-unneeded", "--enable-deterministic-archives", path], check=True)
    shown = subprocess.run(["patchelf", "--print-rpath", path], stdout=subprocess.PIPE, text=True, check=True)
    if shown.stdout.startswith("/"):
        subprocess.run(["patchelf", "--remove-rpath", path], check=True)


def system_library(name: str) -> Path | None:
    """Where the system keeps a library of this name."""
    shown = subprocess.run(["/sbin/ldconfig", "-p"], stdout=subprocess.PIPE, text=True, check=True).stdout
    found = re.search(rf"^\s*{re.escape(name)} \(libc6,x86-64\) => (\S+)$", shown, re.MULTILINE)
    return Path(found[1]).resolve() if found else None
