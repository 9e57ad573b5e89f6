"""The floors of the house hold: the contracts in pyproject.toml, against the imports as they stand."""

import subprocess
import sys
from pathlib import Path


def test_every_contract_is_kept() -> None:
    """In a process of its own: the linter's logging set-up silences every other log of its process."""
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", lint], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
