"""`audits` and `audit`: the numbers add up in the table and in JSON, and names come in the language asked for."""

from pathlib import Path

import pikepdf
import pytest

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.records import field_types
from tests.cli.conftest import Command


def test_the_list_names_every_audit_newest_first(command: Command, demo: Path) -> None:
    listed = command("audits", "--register", demo)

    lines = listed.out.splitlines()
    assert listed.code == 0
    assert len(lines) == 2 + 14
    assert lines[2].startswith("2026-05  2026-11-20")
    assert lines[-1].startswith("2024-01  2024-03-13")
    assert len({line.index("2") for line in lines[2:]}) == 1


def test_the_list_as_json_has_the_fields_of_the_records(command: Command, demo: Path) -> None:
    audits = command("audits", "--json", "--register", demo).json

    assert len(audits) == 14
    assert field_types(Audit).keys() <= audits[0].keys()
    (held,) = [audit for audit in audits if audit["number"] == "2026-03"]
    assert held["unit"] == "Home Care East"
    assert (held["kind"], held["date"], held["state"]) == ("improvement_day", "2026-05-20", "final")
    assert held["counts"] == {"answers": 33, "findings": 5, "open_actions": 2}
    assert sum(audit["counts"]["findings"] for audit in audits) == 45


def test_names_come_in_the_language(command: Command, demo: Path) -> None:
    assert command("audits", "--json", "--register", demo, lang="sv").json[0]["unit"] == "Kontaktcenter"
    assert command("audits", "--json", "--register", demo, lang="en").json[0]["unit"] == "Contact Centre"


def test_one_audit_as_json_is_whole(command: Command, demo: Path) -> None:
    held = command("audit", "2024-04", "--json", "--register", demo).json

    assert [member["name"] for member in held["team"]] == ["Karin Ekmarker", "Petter Björkrothe"]
    assert len(held["answers"]) == 33
    assert [answer["question_number"] for answer in held["answers"]][:2] == ["1.1", "1.2"]
    assert all(answer["question"] for answer in held["answers"])
    assert field_types(Finding).keys() <= held["findings"][0].keys()
    assert held["findings"][0]["requirement"] == "SOSFS2011-9:5"
    assert {note["name"] for note in held["notes"]} <= {"Karin Ekmarker", "Petter Björkrothe"}
    assert {action["finding_number"] for action in held["actions"]} == {"F01", "F02"}
    assert held["actions"][0]["is_effective"] in (True, False)
    assert (len(held["obstacles"]), held["attachments"]) == (1, [])


def test_one_audit_is_found_by_number_and_by_id(command: Command, demo: Path) -> None:
    by_number = command("audit", "2024-04", "--json", "--register", demo).json

    assert command("audit", by_number["id"], "--json", "--register", demo).json == by_number


def test_one_audit_for_people_shows_what_counts(command: Command, demo: Path) -> None:
    shown = command("audit", "2026-03", "--register", demo).out

    for text in ("Improvement day 2026-03: Home Care East", "OMN-2026-00131", "33 of 33", "F05", "2026-09-15"):
        assert text in shown
    assert all(len(line) <= 130 for line in shown.splitlines())


def test_an_unknown_audit_is_refused_in_one_sentence(command: Command, demo: Path) -> None:
    refused = command("audit", "1999-01", "--register", demo)

    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "There is no audit “1999-01” in this register. “qmsdesk audits” lists them.\n"


def test_an_empty_register_says_so(command: Command, tmp_path: Path, own: Path) -> None:
    from qmsdesk.store.register import Register

    Register(tmp_path / "new.qmsdesk", "laptop-1", create=True).close()

    assert command("audits", "--register", tmp_path / "new.qmsdesk").out == "There are no audits yet.\n"
    assert command("audits", "--json", "--register", tmp_path / "new.qmsdesk").json == []
    assert command("findings", "--register", tmp_path / "new.qmsdesk").out == "There are no findings yet.\n"
    assert command("actions", "--register", tmp_path / "new.qmsdesk").out == "There are no such actions.\n"


@pytest.mark.parametrize(("paper", "said"), [("checklist", "Checklista"), ("plan", "Dagsplan")])
def test_a_paper_for_the_day_goes_to_its_file(
    command: Command, demo: Path, tmp_path: Path, paper: str, said: str
) -> None:
    written = command("audit", "2026-05", "--paper", paper, "-o", tmp_path / "p.pdf", "--register", demo, lang="sv")

    assert (written.code, written.out) == (0, f"{tmp_path / 'p.pdf'}\n")
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        assert str(pdf.docinfo.Title).startswith(f"{said}: Kontaktcenter")
        assert pdf.Root.Lang == "sv-SE"


@pytest.mark.parametrize("options", [("--paper", "plan"), ("-o", "p.pdf"), ("--paper", "poster", "-o", "p.pdf")])
def test_half_a_wish_for_a_paper_is_wrong_use(command: Command, demo: Path, options: tuple[str, ...]) -> None:
    assert command("audit", "2026-05", *options, "--register", demo).code == 2
