"""`report`: one PDF or several, in the language asked for, with names that every system takes."""

from pathlib import Path

import pikepdf
import pytest

from qmsdesk.cli.files import safe_name, write_file
from qmsdesk.domain.errors import FileNotWritable
from tests.cli.conftest import Command


def test_one_report_goes_to_its_file(command: Command, demo: Path, tmp_path: Path) -> None:
    written = command("report", "2026-03", "-o", tmp_path / "day.pdf", "--register", demo)

    assert (written.code, written.out) == (0, f"{tmp_path / 'day.pdf'}\n")
    with pikepdf.open(tmp_path / "day.pdf") as pdf:
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.MarkInfo.Marked
    assert [path.name for path in tmp_path.iterdir()] == ["day.pdf"]


def test_several_reports_go_to_a_folder(command: Command, demo: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "reports"
    written = command("report", "2026-04", "2026-03", "2026-04", "-o", folder, "--register", demo, lang="sv")

    assert written.code == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-03 Hemtjänst Öster.pdf",
        "2026-04 Stöd och service (LSS).pdf",
    ]


def test_one_report_into_a_folder_that_is_there(command: Command, demo: Path, tmp_path: Path) -> None:
    command("report", "2026-05", "-o", tmp_path, "--register", demo)

    assert [path.name for path in tmp_path.iterdir()] == ["2026-05 Contact Centre.pdf"]


def test_several_reports_into_one_file_are_wrong_use(command: Command, demo: Path, tmp_path: Path) -> None:
    refused = command("report", "2026-04", "2026-03", "-o", tmp_path / "one.pdf", "--register", demo)

    assert refused.code == 2
    assert "several reports need a folder" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_where_one_audit_is_unknown(command: Command, demo: Path, tmp_path: Path) -> None:
    refused = command("report", "2026-04", "1999-01", "-o", tmp_path / "all", "--register", demo)

    assert refused.code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_place_one_may_not_write_is_refused(command: Command, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    for target in (tmp_path / "none" / "x.pdf", tmp_path / "file" / "x.pdf"):
        refused = command("report", "2026-03", "-o", target, "--register", demo)
        assert refused.code == 1
        assert refused.err.startswith(f"{target} could not be written")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")
    write_file(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"new"

    with pytest.raises(FileNotWritable):
        write_file(tmp_path / "x" / "y", b"new")
    with pytest.raises(FileNotWritable):
        write_file(tmp_path, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('2026-01 Gata/park: "Norr"?', "2026-01 Gata park Norr"),
        ("a\n\tb", "a b"),
        ("name. ", "name"),
        ("///", "-"),
        ("å" * 200, "å" * 120),
    ],
)
def test_a_name_is_made_safe(text: str, name: str) -> None:
    assert safe_name(text) == name
