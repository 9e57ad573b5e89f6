"""`findings` and `actions`: lists, JSON, and spreadsheets that a Swedish Excel opens."""

import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from qmsdesk.cli.files import write_csv
from qmsdesk.i18n import words
from tests.cli.conftest import Command


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_findings_of_all_audits_or_of_one(command: Command, demo: Path) -> None:
    everything = command("findings", "--json", "--register", demo).json
    one = command("findings", "--audit", "2026-03", "--json", "--register", demo).json

    assert len(everything) == 45
    assert [finding["number"] for finding in one] == ["F01", "F02", "F03", "F04", "F05"]
    assert {(finding["audit"], finding["unit"]) for finding in one} == {("2026-03", "Home Care East")}
    assert len(command("findings", "--register", demo).out.splitlines()) == 2 + 45


def test_actions_name_their_finding_and_whether_they_are_late(command: Command, demo: Path) -> None:
    actions = command("actions", "--json", "--register", demo).json
    overdue = command("actions", "--overdue", "--json", "--register", demo).json

    assert len(actions) == 25
    assert overdue == [action for action in actions if action["is_overdue"]]
    assert {"2026-09-15", "2026-09-30", "2026-10-30"} <= {action["due_on"] for action in overdue}
    assert all(action["finding"] and action["finding_number"] for action in actions)


@pytest.mark.parametrize(("noun", "count"), [("findings", 45), ("actions", 25)])
def test_the_spreadsheet_holds_all_in_the_form_excel_wants(
    command: Command, demo: Path, tmp_path: Path, noun: str, count: int
) -> None:
    written = command(noun, "-o", tmp_path / "list.csv", "--register", demo)

    content = (tmp_path / "list.csv").read_bytes()
    assert (written.code, written.out) == (0, "")
    assert content.startswith(b"\xef\xbb\xbfAudit;")
    assert content.endswith(b"\r\n")
    assert len(rows_of(tmp_path / "list.csv")) == count


def test_the_spreadsheet_shows_dates_and_words(command: Command, demo: Path, tmp_path: Path) -> None:
    command("actions", "--audit", "2024-03", "-o", tmp_path / "list.csv", "--register", demo)

    rewritten = next(row for row in rows_of(tmp_path / "list.csv") if row["Action"] == "Klarspråksgranskning")
    assert (rewritten["Due"], rewritten["State"], rewritten["Effective"]) == ("2025-03-31", "Closed", "No")
    assert rewritten["Reply"] == "Yes"


def test_no_text_runs_as_a_formula(tmp_path: Path) -> None:
    write_csv(tmp_path / "x.csv", ["a", "b"], [["=1+1", None], ["plain; text\nlines", "-2"]], words("en"))

    assert rows_of(tmp_path / "x.csv") == [{"a": "'=1+1", "b": ""}, {"a": "plain; text\nlines", "b": "'-2"}]


@pytest.mark.parametrize("noun", ["findings", "actions"])
def test_other_forms_than_spreadsheets_are_wrong_use(command: Command, demo: Path, tmp_path: Path, noun: str) -> None:
    refused = command(noun, "-o", tmp_path / "list.ods", "--register", demo)

    assert refused.code == 2
    assert "the file must end in .xlsx or .csv" in refused.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("noun", ["findings", "actions"])
def test_a_place_one_may_not_write_is_refused(command: Command, demo: Path, tmp_path: Path, noun: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.csv").mkdir()

    for target, reason in {
        "none/x.csv": "folder is missing",
        "file/x.csv": "is a file",
        "folder.csv": "a folder",
    }.items():
        refused = command(noun, "-o", tmp_path / target, "--register", demo)
        assert refused.code == 1
        assert reason in refused.err
        assert refused.err.count("\n") == 1


@pytest.mark.parametrize(("noun", "name", "count"), [("findings", "Findings", 45), ("actions", "Actions", 25)])
def test_the_workbook_holds_the_same_as_the_csv(
    command: Command, demo: Path, tmp_path: Path, noun: str, name: str, count: int
) -> None:
    for ending in ("xlsx", "csv"):
        assert command(noun, "-o", tmp_path / f"list.{ending}", "--register", demo).code == 0
    head, *rows = CalamineWorkbook.from_path(tmp_path / "list.xlsx").get_sheet_by_name(name).to_python()
    with_csv = rows_of(tmp_path / "list.csv")

    assert len(rows) == count
    assert [dict(zip(head, map(str, row), strict=True)) for row in rows] == with_csv
