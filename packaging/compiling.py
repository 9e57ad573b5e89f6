"""Compiles modules without their sources, the same bytes each time: `python compiling.py LIST`, in its own process.

LIST holds a line per module: the source, where the compiled file goes, and the name tracebacks show, parted by tabs.
The process is fresh and its hashes fixed because both show in what Python writes.
"""

import py_compile
import sys
from pathlib import Path


def main(listed: Path) -> None:
    for line in listed.read_text(encoding="utf-8").splitlines():
        source, target, shown = line.split("\t")
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        py_compile.compile(
            source, target, shown, doraise=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
