"""Measure and print one table. `python -m tests.bench [NAME...]` measures only the rooms named."""

import os
import sys
from importlib import import_module

from tests.bench.rows import Row

ROOMS = ("startup", "disk", "conduct", "smooth", "search", "question_figures", "report", "hands", "imports", "bundle")


def main(names: list[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'What':<44} {'Against':<34} {'Is':>8} {'Reach':>8}  Detail")
    for name in names or ROOMS:
        for row in import_module(f"tests.bench.{name}").rows():
            _print(row)


def _print(row: Row) -> None:
    value = f"{row.value:.0f} {row.unit}" if isinstance(row.value, int) else f"{row.value:.2f} {row.unit}"
    reach = f"≤ {row.reach:g}" if row.reach is not None else ""
    mark = "" if row.reach is None or row.value <= row.reach else "  MISSED"
    print(f"{row.what:<44} {row.against:<34} {value:>8} {reach:>8}  {row.detail}{mark}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
