"""Makes the bundle on Linux: a plain folder with its own Python, pruned, compiled, and the same for the same commit."""

import argparse
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import components
import contents
import elf
import icu
import licences
import sbom

HERE = Path(__file__).resolve().parent
PYTHON = f"python{sys.version_info.major}.{sys.version_info.minor}"
TAKEN_ALONG = ("libffi.so.8", "libz.so.1")
"""Libraries of the system that Python's own modules need; the rest of them every desktop has."""
QT_TAKEN_ALONG = (
    *("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1"),
    *("libxcb-render-util.so.0", "libxcb-util.so.1"),
)
"""Small ones that Qt needs for a window under X11 and that many a desktop lacks."""
ONLY_WHEN_ASKED_FOR = ("PySide6/Qt/lib", "pillow.libs")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=contents.ROOT / "out" / "bundle")
    bundle = assemble(parser.parse_args().to.absolute())
    size = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file())
    print(f"{size / 1e6:.0f} MB in {sum(1 for path in bundle.rglob('*') if path.is_file())} files")
    print(bundle)
    return 0


def assemble(to: Path) -> Path:
    bundle = to / f"qmsdesk-{version()}-linux-{platform.machine()}"
    shutil.rmtree(bundle, ignore_errors=True)
    modules = [*take_python(bundle), *take_packages(bundle), *take_ours(bundle)]
    compile_all(modules)
    take_libraries(bundle)
    slim_libraries(bundle)
    make_launcher(bundle)
    describe(bundle)
    settle(bundle)
    return bundle


Modules = Iterator[tuple[Path, Path, str]]
"""A module's source, where it goes, and what tracebacks call it."""


def version() -> str:
    names: dict[str, str] = {}
    line = next(line for line in (contents.ROOT / "qmsdesk" / "__init__.py").read_text().splitlines() if "=" in line)
    exec(line, names)
    return names["__version__"]


def take_python(bundle: Path) -> Modules:
    library = Path(sysconfig.get_path("stdlib"))
    target = bundle / "lib" / PYTHON
    for path in contents.python_files(library):
        yield library / path, (target / path).with_suffix(".pyc"), f"{PYTHON}/{path}"
    (target / "lib-dynload").mkdir(parents=True)
    for path in contents.compiled_python(library / "lib-dynload"):
        copy(path, target / "lib-dynload" / path.name)
    copy(shared_python(), bundle / "lib" / shared_python().name)


def shared_python() -> Path:
    path = Path(sysconfig.get_config_var("LIBDIR")) / sysconfig.get_config_var("INSTSONAME")
    if ".so" not in path.name or not path.exists():
        raise SystemExit(
            "This Python has no shared library; take one built with --enable-shared, or Debian's python3-dev."
        )
    return path


def take_packages(bundle: Path) -> Modules:
    site = Path(sysconfig.get_path("purelib"))
    for name, distribution in contents.distributions(site).items():
        for path in contents.files_of(name, distribution):
            if path.suffix == ".py":
                yield site / path, (bundle / "lib" / "site" / path).with_suffix(".pyc"), path.as_posix()
            else:
                copy(site / path, bundle / "lib" / "site" / path)
    for path in contents.instead_files():
        is_own = path.stem == "_sysconfigdata"
        name = sysconfig._get_sysconfigdata_name() if is_own else path.stem  # type: ignore[attr-defined]
        yield contents.INSTEAD / path, bundle / "lib" / "site" / path.with_name(f"{name}.pyc"), path.as_posix()


def take_ours(bundle: Path) -> Modules:
    for path in contents.our_files():
        if path.suffix == ".py":
            yield contents.ROOT / path, (bundle / "app" / path).with_suffix(".pyc"), path.as_posix()
        else:
            copy(contents.ROOT / path, bundle / "app" / path)


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def compile_all(modules: list[tuple[Path, Path, str]]) -> None:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as listed:
        listed.writelines(f"{source}\t{target}\t{shown}\n" for source, target, shown in sorted(modules))
        listed.flush()
        command: list[str | Path] = [sys.executable, "-I", "-S", HERE.parent / "compiling.py", listed.name]
        subprocess.run(command, env={"PYTHONHASHSEED": "0"}, check=True)


def take_libraries(bundle: Path) -> None:
    """Libraries of this system that are taken along, beside what asks for them; `taken.json` says from where."""
    taken = {}
    qt = bundle / "lib" / "site" / "PySide6" / "Qt" / "lib"
    for folder, names in ((bundle / "lib", TAKEN_ALONG), (qt, QT_TAKEN_ALONG)):
        for name in names:
            found = elf.system_library(name)
            if found is None:
                raise SystemExit(f"{name} is not on this system, and the bundle needs it.")
            copy(found, folder / name)
            taken[(folder / name).relative_to(bundle).as_posix()] = str(found)
    (bundle / "lib" / "taken.json").write_text(json.dumps(taken), encoding="utf-8")


def slim_libraries(bundle: Path) -> None:
    elf.drop_unneeded(bundle, ONLY_WHEN_ASKED_FOR)
    for folder in sorted((path for path in bundle.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    for path in bundle.rglob("*"):
        if elf.is_library(path):
            elf.slim(path)
    for path in bundle.rglob("libicudata.so.*"):
        if icu.can_trim():
            icu.trim(path)
        else:
            print("The data of ICU stays whole, 32 MB: icu-devtools and gcc would trim it.", file=sys.stderr)


def make_launcher(bundle: Path) -> None:
    include, library = sysconfig.get_path("include"), shared_python()
    command: list[str | Path] = ["gcc", "-O2", "-Wall", "-s", HERE.parent / "launcher" / "launcher.c", f"-I{include}"]
    command += [f'-DPYTHON_FOLDER=L"{PYTHON}"', "-o", bundle / "qmsdesk", bundle / "lib" / library.name]
    # The old kind of search path: it serves every library that is loaded later, too.
    command += [
        "-Wl,--disable-new-dtags,-rpath,$ORIGIN/lib",
        "-Wl,--build-id=none",
        "-pie",
        "-fPIE",
        "-Wl,-z,relro,-z,now",
    ]
    subprocess.run(command, check=True)


def describe(bundle: Path) -> None:
    """What this is and what it was made of, for `qmsdesk --self-test` and whoever opens the folder."""
    found = components.components(bundle, Path(sysconfig.get_path("purelib")))
    (bundle / "lib" / "taken.json").unlink()
    licences.write_licences(bundle / "licences", found)
    system = f"linux-{platform.machine()}"
    facts = {
        "version": version(),
        "commit": commit(),
        "python": platform.python_version(),
        "system": system,
        "texts": contents.count_texts(),
    }
    write_json(bundle / "bundle.json", facts)
    write_json(bundle / "sbom.cdx.json", sbom.bill(bundle, version(), system, commit_time(), found))


def write_json(path: Path, held: dict[str, Any]) -> None:
    path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def settle(bundle: Path) -> None:
    """Sums of all files; the same modes and the time of the commit on everything."""
    files = [path for path in sorted(bundle.rglob("*")) if path.is_file()]
    sums = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(bundle).as_posix()}\n" for path in files
    )
    (bundle / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    for path in (*bundle.rglob("*"), bundle):
        runs = path.is_dir() or path == bundle / "qmsdesk"
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (commit_time(), commit_time()))


def commit() -> str:
    return git("describe", "--always", "--dirty", "--abbrev=40", "--exclude=*") or "unknown"


def commit_time() -> int:
    return int(os.environ.get("SOURCE_DATE_EPOCH") or git("log", "-1", "--format=%ct") or 1_000_000_000)


def git(*words: str) -> str:
    command = ["git", "-C", str(contents.ROOT), *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
