"""`make bundle`: the program's folder with its own Python, made by the script of this system; prints its path."""

import subprocess
import sys
from pathlib import Path

SCRIPTS = {"linux": "linux/assemble.py", "win32": "windows/assemble.py", "darwin": "macos/assemble.py"}


def main() -> int:
    script = Path(__file__).resolve().parent / SCRIPTS[sys.platform]
    return subprocess.call([sys.executable, script, *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
