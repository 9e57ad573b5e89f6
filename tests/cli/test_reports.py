"""`report`: one PDF or several, in the language asked for, with names that every system takes."""

import datetime as dt
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from qmsdesk.cli.files import safe_name, write_file
from qmsdesk.cli.registers import writing
from qmsdesk.domain.errors import FileNotWritable
from qmsdesk.domain.masks import Covers, Mask
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import ReportIssue
from qmsdesk.domain.versions import finalising, next_final
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.report_issues import issue_report
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


def test_where_one_audit_is_unknown_the_others_go_on(command: Command, demo: Path, tmp_path: Path) -> None:
    half = command("report", "1999-01", "2026-04", "-o", tmp_path / "all", "--register", demo)

    assert half.code == 1
    assert half.err == "There is no audit “1999-01” in this register. “qmsdesk audits” lists them.\n"
    assert [path.name for path in (tmp_path / "all").iterdir()] == ["2026-04 Support and Service (LSS).pdf"]


def test_an_unknown_audit_alone_leaves_nothing(command: Command, demo: Path, tmp_path: Path) -> None:
    refused = command("report", "1999-01", "-o", tmp_path / "one.pdf", "--register", demo)

    assert refused.code == 1
    assert list(tmp_path.iterdir()) == []


def test_json_says_what_was_written(command: Command, demo: Path, tmp_path: Path) -> None:
    words = ("report", "2026-03", "2026-04", "-o", tmp_path, "--form", "short", "--json", "--register", demo)
    written = command(*words, lang="sv")

    assert written.code == 0
    first, second = written.json
    content = Path(first["file"]).read_bytes()
    assert first == {
        "number": "2026-03",
        "file": str(tmp_path / "2026-03 Hemtjänst Öster – kortrapport.pdf"),
        "form": "short",
        "language": "sv",
        "version": None,
        "sha256": sha256(content).hexdigest(),
    }
    assert second["number"] == "2026-04"


def test_a_full_disk_leaves_no_half_file_and_the_others_are_tried(
    command: Command, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "2026-03" in path.name:
            real(path, content[:10])
            raise OSError(28, "no room")
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    half = command("report", "2026-03", "2026-04", "-o", tmp_path, "--register", demo)

    assert half.code == 1
    assert "the disk is full" in half.err
    assert [path.name[:7] for path in tmp_path.iterdir()] == ["2026-04"]


def test_verify_says_what_a_file_is(command: Command, own: Path, tmp_path: Path) -> None:
    file = tmp_path / "2026-04.pdf"
    command("report", "2026-04", "-o", file, "--register", own)
    unknown = command("report", "--verify", file, "--register", own)
    assert (unknown.code, unknown.out) == (1, "This register has not issued this file.\n")

    issue = issue_it(own, file.read_bytes())
    same = command("report", "--verify", file, "--register", own)
    assert same.code == 0
    assert same.out.startswith("This is a report that this register issued, unchanged.\n")
    assert issue.sha256 in same.out
    found = command("report", "--verify", file, "--json", "--register", own).json
    assert (found["standing"], found["number"], found["issue"]["version"]) == ("issued", "2026-04", 1)

    file.write_bytes(file.read_bytes() + b"% more")
    assert command("report", "--verify", file, "--json", "--register", own).json["standing"] == "extended"
    nothing = command("report", "--verify", tmp_path / "none.pdf", "--register", own)
    assert (nothing.code, nothing.err) == (1, f"There is no file {tmp_path / 'none.pdf'}. Check the name.\n")


def issue_it(register: Path, pdf: bytes) -> ReportIssue:
    with writing(register) as held:
        dossier = load_dossier(held.db, find_audit(held.db, "2026-04").id)
        issue = next_final(dossier, "en", dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC), "KS 2026/7")
        return issue_report(held, issue, pdf, finalising(dossier.audit, issue)[-2:])


def test_a_locked_audit_gives_the_very_bytes_that_were_issued(command: Command, own: Path, tmp_path: Path) -> None:
    issued = b"%PDF-1.7 as it was sent"
    issue_it(own, issued)

    written = command("report", "2026-04", "-o", tmp_path / "en.pdf", "--json", "--register", own)
    assert (tmp_path / "en.pdf").read_bytes() == issued
    assert written.json[0]["version"] == 1
    command("report", "2026-04", "-o", tmp_path / "sv.pdf", "--register", own, lang="sv")
    with pikepdf.open(tmp_path / "sv.pdf") as pdf:  # made now, with the date of what it is a copy of
        assert str(pdf.docinfo["/CreationDate"])[2:10] == "20261122"


def test_verify_and_writing_do_not_go_together(command: Command, demo: Path, tmp_path: Path) -> None:
    for asked in (("2026-03", "--verify", tmp_path / "x"), ("2026-03",), ()):
        assert command("report", *asked, "--register", demo).code == 2


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


@pytest.mark.parametrize(
    ("ending", "start"), [("html", b"<!DOCTYPE html>"), ("docx", b"PK\x03\x04"), ("xlsx", b"PK\x03\x04")]
)
def test_a_report_is_what_its_name_says(
    command: Command, demo: Path, tmp_path: Path, ending: str, start: bytes
) -> None:
    path = tmp_path / f"day.{ending.upper()}"
    written = command("report", "2026-03", "-o", path, "--register", demo)

    assert (written.code, written.out) == (0, f"{path}\n")
    assert path.read_bytes().startswith(start)


@pytest.mark.parametrize("ending", ["html", "docx", "xlsx"])
def test_several_reports_into_one_file_of_another_kind_are_wrong_use(
    command: Command, demo: Path, tmp_path: Path, ending: str
) -> None:
    refused = command("report", "2026-04", "2026-03", "-o", tmp_path / f"one.{ending}", "--register", demo)

    assert refused.code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_masked_copy_is_logged_for_whom_it_is_given_to(command: Command, own: Path, tmp_path: Path) -> None:
    ask = ("report", "2026-04", "-o", tmp_path / "copy.pdf", "--form", "masked", "--register", own)
    refused = command(*ask, "--given-to", "IVO")
    assert (refused.code, refused.err.split(".")[0]) == (1, "Nothing is masked")
    with writing(own) as held:
        audit = find_audit(held.db, "2026-04")
        held.write(creation_of(Mask("m", audit.id, Covers.PASSAGE, passage="och", reason="OSL 26:1")))
    assert command(*ask).code == 0
    assert command("report", "--verify", tmp_path / "copy.pdf", "--register", own).code == 1
    assert command(*ask, "--given-to", "IVO").code == 0
    assert "IVO" in command("report", "--verify", tmp_path / "copy.pdf", "--register", own).out
    assert command("report", "2026-04", "-o", tmp_path / "x.pdf", "--given-to", "IVO", "--register", own).code == 2
