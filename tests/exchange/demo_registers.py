"""Demo registers, made on a day of their own, so that what is overdue stays so."""

import datetime as dt
from pathlib import Path

from qmsdesk.exchange.demo import fill_demo
from qmsdesk.store.register import Register

DEMO_DAY = dt.date(2026, 11, 20)


def make_demo(path: Path, language: str) -> Path:
    made = Register(path, "laptop-1", create=True)
    fill_demo(made, DEMO_DAY, language)
    made.close()
    return path
