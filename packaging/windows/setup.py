"""Makes the setup.exe for one person from the program's folder, with NSIS: `python setup.py BUNDLE FOLDER`."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import signing  # noqa: E402
from icon import write_picture  # noqa: E402
from msi import needed_kilobytes, version_of  # noqa: E402

KEYS = ("QMSDESK_SIGN_PFX", "QMSDESK_SIGN_THUMBPRINT")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("to", type=Path)
    if sys.argv[1:2] == ["--sign"]:  # NSIS hands over its uninstaller before it packs it
        return 0 if signing.sign_code(Path(sys.argv[2]), os.environ) else 1
    wish = parser.parse_args()
    print(make_setup(wish.bundle.resolve(), wish.to.resolve()))
    return 0


def make_setup(bundle: Path, to: Path) -> Path:
    """The setup of a bundle, named as the bundle is."""
    program = shutil.which("makensis")
    if program is None:
        raise SystemExit("makensis is missing: install nsis (Debian) or NSIS for Windows.")
    version = version_of(bundle)
    target = to / f"{bundle.name}-setup.exe"
    files = [path.relative_to(bundle) for path in sorted(bundle.rglob("*")) if path.is_file()]
    size = sum((bundle / path).stat().st_size for path in files) // 1024
    with tempfile.TemporaryDirectory() as held:
        listed = Path(held) / "remove.nsh"
        listed.write_text(remove_list(files), encoding="utf-8")
        write_picture(Path(held) / "side.bmp")
        given = {
            "SIDE": Path(held) / "side.bmp",
            "VERSION": version,
            "NUMBERS": f"{version}.0",
            "BUNDLE": bundle,
            "NEEDED": needed_kilobytes(bundle),
            "NEEDED_MB": needed_kilobytes(bundle) // 1024,
            "SIZE": size,
            "LAST_FILE": _windows(files[-1]),
            "REMOVE_LIST": listed,
            "OUT": target,
        }
        if any(os.environ.get(key) for key in KEYS):
            given["SIGN"] = f'"{sys.executable}" "{Path(__file__).resolve()}" --sign'
        defines = [f"-D{name}={value}" for name, value in given.items()]
        words = [program, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines, str(HERE / "qmsdesk.nsi")]
        subprocess.run(words, check=True)
    return target


def remove_list(files: list[Path]) -> str:
    """The statements that take away these files and the folders that are empty then."""
    last = Path("qmsdesk.exe")  # by which the setup knows a folder that was only half removed
    lines = [f'Delete "$INSTDIR\\{_windows(path)}"' for path in [*(file for file in files if file != last), last]]
    folders = {parent for path in files for parent in path.parents if parent != Path()}
    lines += [f'RMDir "$INSTDIR\\{_windows(path)}"' for path in sorted(folders, reverse=True)]
    return "\n".join(lines) + "\n"


def _windows(path: Path) -> str:
    return path.as_posix().replace("/", "\\")


if __name__ == "__main__":
    sys.exit(main())
