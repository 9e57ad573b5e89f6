"""`make installer`: wraps the bundle for its system, signs what comes out where there is a key, and lists the sums.

Each kind is one script that is called with the bundle's folder and the folder to put its files into.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "out"
SCRIPTS = {
    "deb": "linux/deb.py",
    "tar": "linux/tar.py",
    "msi": "windows/msi.py",
    "setup": "windows/setup.py",
    "dmg": "macos/dmg.py",
}
USUAL = {"linux": ("deb", "tar"), "win32": ("msi", "setup"), "darwin": ("dmg",)}


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", help=f"{', '.join(SCRIPTS)}; without any, those usual on this system")
    parser.add_argument("--bundle", type=Path, help="the folder made by `make bundle`; without it, it is made now")
    parser.add_argument("--to", type=Path, default=OUT / "installers")
    wish = parser.parse_args(words)
    if not SCRIPTS.keys() >= set(wish.kinds):
        parser.error(f"choose among {', '.join(SCRIPTS)}")
    kinds = wish.kinds or USUAL.get(sys.platform, ())
    bundle = wish.bundle or made_now()
    wish.to.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        environment = os.environ | {"PYTHONPATH": str(HERE)}
        subprocess.run([sys.executable, HERE / SCRIPTS[kind], bundle, wish.to], env=environment, check=True)
    return subprocess.call([sys.executable, HERE / "signing.py", wish.to])


def made_now() -> Path:
    """The bundle's folder; the script that makes it prints its path as its last line."""
    done = subprocess.run([sys.executable, HERE / "bundle.py"], stdout=subprocess.PIPE, text=True, check=True)
    return Path(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main())
