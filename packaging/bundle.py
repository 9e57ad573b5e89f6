"""`make bundle`: the program's folder with its own Python, made by the script of this system; prints its path."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCRIPTS = {"linux": "linux/folder.py", "win32": "windows/assemble.py", "darwin": "macos/app.py"}


def main() -> int:
    environment = os.environ | {"PYTHONPATH": str(HERE)}
    subprocess.run([sys.executable, HERE.parent / "tools" / "catalogues.py", "compile"], check=True)
    return subprocess.call([sys.executable, HERE / SCRIPTS[sys.platform], *sys.argv[1:]], env=environment)


if __name__ == "__main__":
    sys.exit(main())
