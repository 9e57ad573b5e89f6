"""A crash is kept as a file that can be handed over: what went wrong and where, and nothing of what was written."""

from pathlib import Path

from qmsdesk.ui.crash import MOST, save_crash


def test_the_file_says_where_it_was_and_quotes_nothing(tmp_path: Path) -> None:
    try:
        {}["Karin sa att pärmen saknas"]
    except KeyError as error:
        path = save_crash(error, tmp_path)

    assert path is not None
    said = path.read_text(encoding="utf-8")
    assert said.startswith("qmsdesk ")
    assert "KeyError" in said
    assert "tests/ui/test_crash.py" in said or "ui/test_crash.py" in said
    assert "pärmen" not in said


def test_the_newest_twenty_are_kept(tmp_path: Path) -> None:
    for day in range(10, 40):
        (tmp_path / f"crash 2020-01-{day} 101010.txt").write_text("old")
    (tmp_path / "qmsdesk.log").write_text("")
    path = save_crash(ValueError(), tmp_path)
    held = sorted(each.name for each in tmp_path.glob("crash *"))
    assert len(held) == MOST
    assert path is not None
    assert held[-1] == path.name
    assert held[0] == "crash 2020-01-21 101010.txt"
    assert (tmp_path / "qmsdesk.log").exists()


def test_where_it_cannot_be_written_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert save_crash(ValueError(), tmp_path / "file") is None
