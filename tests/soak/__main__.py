"""Try the same as the tests, many times over. `python -m tests.soak [TIMES]` tries TIMES as much, 20 unless told.

`python -m tests.soak day [KILLS] [SEED]` plays a whole day with the program killed again and again, 500 times unless
told. `python -m tests.soak report [COUNT]` prints COUNT audits filled at random and reads them back, 500 unless told.
`python -m tests.soak layouts [COUNT] [SEED]` reads COUNT checklists laid out at random and prints a table of how many
came out right, 5,000 unless told. `python -m tests.soak imports [COUNT] [SEED]` brings in COUNT damaged files, 2,000
unless told.
"""

import os
import subprocess
import sys
import time
import unittest
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.report import test_audits, test_text, test_whole_reports
from tests.report.random_dossiers import filled
from tests.soak import day, imports, layouts
from tests.store.test_histories import Histories, TestHistories

SHOWN = {"histories of the store": 25, "reports of whatever is typed": 100, "lines of whatever is typed": 100}
KILLS, KILLS_OF_A_DAY, USUAL_TIMES = 16, 25, 20
WHOLE_REPORTS, MOST_OF_EACH = 25, 30
WHOLE = "audits filled at random, printed and read back"
Trial = Callable[[int], int]


def main(times: int) -> int:
    """The number of trials that failed."""
    trials: dict[str, Trial] = {
        "histories of the store": _histories,
        "reports of whatever is typed": _reports,
        "lines of whatever is typed": _lines,
    }
    failed = 0
    for name, trial in trials.items():
        failed += not _told(name, SHOWN[name] * times, trial)
    failed += not _told(WHOLE, WHOLE_REPORTS * times, _whole_reports)
    failed += not _told("kills while typing", KILLS * times, _kills)
    return failed + (not _told("kills of a whole day", KILLS_OF_A_DAY * times, lambda kills: day.play(kills).kills))


def _told(name: str, count: int, trial: Trial) -> bool:
    print(f"{count} {name} …", flush=True)
    began = time.monotonic()
    try:
        tried = trial(count)
    except Exception as error:  # a trial that failed is told of, and the next one goes on
        print(f"  FAILED after {time.monotonic() - began:.0f} s: {type(error).__name__}: {error}", flush=True)
        for note in getattr(error, "__notes__", []):
            print(f"    {note}")
        return False
    print(f"  {tried} tried in {time.monotonic() - began:.0f} s, nothing lost and nothing wrong", flush=True)
    return True


def _histories(count: int) -> int:
    """Longer ones than in the tests, shrunk where they fail; counted as they end."""
    ended = 0

    class Counted(Histories):
        def teardown(self) -> None:
            nonlocal ended
            super().teardown()
            ended += 1

    case = Counted.TestCase
    more = {"max_examples": count, "stateful_step_count": 60, "phases": [Phase.generate, Phase.shrink]}
    case.settings = settings(TestHistories.settings, **more)  # type: ignore[arg-type]
    result = unittest.TestResult()
    case("runTest").run(result)
    for _, said in result.errors + result.failures:
        raise AssertionError(said)
    return ended


def _reports(count: int) -> int:
    return _anew(
        test_audits.test_whatever_is_typed_the_report_is_valid,
        count,
        dossier=test_audits.dossiers(),
        language=st.sampled_from(["sv", "en"]),
    )


def _whole_reports(count: int) -> int:
    """Larger audits than in the tests."""
    with TemporaryDirectory() as folder:
        return _anew(
            test_whole_reports.test_whatever_an_audit_holds_its_report_holds_once_and_in_order,
            count,
            each=filled(MOST_OF_EACH),
            language=st.sampled_from(["sv", "en"]),
            pictures=st.just(test_whole_reports.make_pictures(Path(folder))),
        )


def _lines(count: int) -> int:
    return _anew(
        test_text.test_no_line_is_wider_than_its_column_and_no_char_is_lost,
        count,
        text=st.text(max_size=300),
        width=st.floats(20, 400),
    )


def _anew(test: Any, count: int, **strategies: st.SearchStrategy[Any]) -> int:
    """A property of the tests, with other examples than theirs and more of them."""
    tried = 0

    def counted(**values: Any) -> None:
        nonlocal tried
        tried += 1
        test.hypothesis.inner_test(**values)

    settings(max_examples=count, deadline=None, database=None)(given(**strategies)(counted))()
    return tried


def _kills(count: int) -> int:
    command = [sys.executable, "-m", "pytest", "-q", "tests/journeys/test_kills.py"]
    done = subprocess.run(
        command, env=os.environ | {"QMSDESK_KILLS": str(count)}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise AssertionError(done.stdout[-2000:])
    return count


if __name__ == "__main__":
    if sys.argv[1:2] == ["day"]:
        sys.exit(day.told(int(sys.argv[2]) if len(sys.argv) > 2 else KILLS_OF_A_DAY * USUAL_TIMES, *sys.argv[3:4]))
    if sys.argv[1:2] == ["layouts"]:
        sys.exit(layouts.told(*map(int, sys.argv[2:])))
    if sys.argv[1:2] == ["imports"]:
        sys.exit(imports.told(*map(int, sys.argv[2:])))
    if sys.argv[1:2] == ["report"]:
        count = int(sys.argv[2]) if len(sys.argv) > 2 else WHOLE_REPORTS * USUAL_TIMES
        sys.exit(not _told(WHOLE, count, _whole_reports))
    sys.exit(1 if main(int(sys.argv[1]) if len(sys.argv) > 1 else USUAL_TIMES) else 0)
