"""The packaging scripts are no package: their folder goes on the path, as `make bundle` puts it there."""

import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path[:0] = [str(PACKAGING / "linux"), str(PACKAGING)]
