"""The command line as a whole: help, exit codes, language, no window behind it, and which words open one."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from qmsdesk import __version__
from qmsdesk.__main__ import opens_window
from qmsdesk.cli.commands import build, language_of
from qmsdesk.cli.printing import print_facts, print_table
from qmsdesk.domain.errors import RegisterNotReadable
from qmsdesk.i18n import words
from qmsdesk.settings import settings_file
from qmsdesk.store.database import explained, sqlite3
from tests.cli.conftest import Command


def all_commands(group: click.Group, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for name, held in group.commands.items():
        found += all_commands(held, (*above, name)) if isinstance(held, click.Group) else [(*above, name)]
    return found


@pytest.mark.parametrize("path", all_commands(build(words("en"))), ids=" ".join)
def test_every_command_has_help_with_an_example_and_the_common_options(command: Command, path: tuple[str, ...]) -> None:
    shown = command(*path, "--help")

    assert shown.code == 0
    assert f"  qmsdesk {' '.join(path)}" in shown.out.split("Example")[1]
    for option in ("--register", "--lang", "--help"):
        assert option in shown.out


def test_the_help_of_the_whole_names_every_command(command: Command) -> None:
    shown = command("--help").out

    for name in (
        "actions",
        "audit",
        "audits",
        "backup",
        "checklist",
        "demo",
        "doctor",
        "findings",
        "report",
        "restore",
    ):
        assert f"\n  {name} " in shown


def test_the_version(command: Command) -> None:
    assert command("--version").out == f"qmsdesk {__version__}\n"


@pytest.mark.parametrize(
    "wrong",
    [
        ["nonsense"],
        ["audits", "--nonsense"],
        ["audits", "too", "much"],
        ["audit"],
        ["report", "2026-03"],
        ["checklist"],
        ["checklist", "burn"],
        ["audits", "--json=yes"],
        ["audits", "--register"],
    ],
)
def test_wrong_use_ends_with_2_and_says_what_is_wrong(command: Command, wrong: list[str]) -> None:
    refused = command(*wrong)

    assert refused.code == 2
    assert refused.err.splitlines()[-1]
    assert "Traceback" not in refused.err


def test_a_language_there_is_none_of_is_wrong_use(command: Command) -> None:
    refused = command("audits", lang="fr")

    assert refused.code == 2
    assert "sv, en" in refused.err


def test_the_language_is_that_asked_for_else_that_of_the_settings() -> None:
    assert language_of(["audits", "--lang", "en"]) == "en"
    assert language_of(["--lang=en", "audits"]) == "en"
    assert language_of(["audits", "--lang"]) == "sv"
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text('{"language": "en"}', encoding="utf-8")
    assert language_of(["audits"]) == "en"
    assert language_of(["audits", "--lang", "sv"]) == "sv"


def test_asking_click_in_our_words_leaves_nothing_behind(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    command("audits", "--help", lang="sv")

    assert os.environ["LANGUAGE"] == "de"


@pytest.mark.expects_log
def test_a_bug_is_written_down_and_told_without_a_trace(
    command: Command, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("qmsdesk.cli.audits.list_audits", fail)

    told = command("audits", "--register", demo)

    assert told.code == 1
    assert told.err.startswith("Something went wrong in the program.")
    assert told.err.count("\n") == 1


def test_a_table_is_aligned_and_numbers_stand_to_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(["Name", "n"], [["å", 5], ["two\nlines", 12], ["漢字", None]], right={1})

    assert capsys.readouterr().out.splitlines() == [
        "Name        n",
        "─────────  ──",
        "å           5",
        "two lines  12",
        "漢字",
    ]


def test_on_a_terminal_the_widest_column_gives_way(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qmsdesk.cli.printing._room", lambda: 30)

    print_table(["A", "B"], [["short", "x" * 80]])
    print_facts([("Name", "word " * 20), ("Empty", ""), ("Zero", 0)])

    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 30 for line in lines)
    assert lines[2].endswith("…")
    assert lines[-1] == "Zero  0"


@pytest.mark.parametrize(
    ("argv", "window"),
    [
        ([], True),
        (["--demo"], True),
        (["--register", "audits"], True),
        (["--register=x", "--lang", "sv", "--demo"], True),
        (["audits"], False),
        (["--register", "x", "audits"], False),
        (["--help"], False),
        (["--version"], False),
        (["--lang", "fr"], False),
        (["--register"], False),
        (["nonsense"], False),
    ],
)
def test_the_window_opens_when_only_its_options_are_given(argv: list[str], window: bool) -> None:
    assert opens_window(argv) is window


def run_apart(*argv: object, **environment: str) -> subprocess.CompletedProcess[str]:
    run = "import sys; from qmsdesk.__main__ import main; code = main()"
    look = "assert not {'PySide6', 'reportlab', 'sqlite_utils'} & sys.modules.keys(); sys.exit(code)"
    command = [sys.executable, "-c", f"{run}; {look}", *map(str, argv)]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("argv", ["audits --json", "audit 2026-03", "actions", "checklist list", "doctor --json"])
def test_no_command_that_reads_brings_in_what_it_does_not_need(demo: Path, argv: str) -> None:
    done = run_apart(*argv.split(), "--register", demo)

    assert (done.returncode, done.stderr) == (0, "")


def test_exit_codes_come_through_the_door(demo: Path, tmp_path: Path) -> None:
    assert run_apart("audits", "--register", tmp_path / "none").returncode == 1
    assert run_apart("nonsense").returncode == 2


def test_a_narrow_encoding_does_no_harm(demo: Path) -> None:
    done = run_apart("audits", "--register", demo, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert (done.returncode, done.stderr) == (0, "")
    assert "2026-03" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of its own")
def test_a_reader_that_goes_away_is_no_failure_to_tell_of(demo: Path) -> None:
    line = f"{sys.executable} -m qmsdesk findings --json --register {demo} | head -c 10"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)

    assert done.stderr == ""


def test_what_click_composes_is_said_in_our_words(command: Command) -> None:
    assert "does not take a value" in command("audits", "--json=yes").err
    assert command("audits", "--nonsense").err.endswith("Error: No such option '--nonsense'.\n")
    assert "Did you mean" not in command("audit", "--regster", "x").err


def test_a_file_one_may_not_read_is_said_in_a_sentence(
    command: Command, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read everything: so the system's answer is put in, and SQLite's error made by hand."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != own and may(path, mode))
    assert command("audits", "--register", own, "--lang", "sv").code == 0  # it is tried, and click says nothing

    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorname = "SQLITE_CANTOPEN"
    for language, reason in (("sv", "du saknar behörighet"), ("en", "you lack permission")):
        with pytest.raises(RegisterNotReadable) as refused, explained(own):
            raise error
        assert reason in refused.value.say(words(language))
