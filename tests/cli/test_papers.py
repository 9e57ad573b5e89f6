"""Papers from the command line: the list of actions, the sheet for the wall, the handover and the year."""

from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import Command

PAPERS = {
    "list": ("actions", "--unit", "hemtjänst", "--owner", "Enhetschef"),
    "late": ("actions", "--overdue", "--audit", "2026-03"),
    "wall": ("audit", "2026-03", "--paper", "replies"),
    "unit": ("audit", "2026-03", "--paper", "unit-replies"),
    "handover": ("handover", "Hemtjänst Öster"),
    "year": ("year", "2026"),
}


@pytest.mark.parametrize(("lang", "tag"), [("sv", "sv-SE"), ("en", "en-GB")])
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_goes_to_its_file(command: Command, demo: Path, tmp_path: Path, name: str, lang: str, tag: str) -> None:
    file = tmp_path / f"{name}.pdf"
    written = command(*PAPERS[name], "-o", file, "--register", demo, lang=lang)

    assert (written.code, written.out, written.err) == (0, f"{file}\n", "")
    with pikepdf.open(file) as pdf:
        assert pdf.Root.Lang == tag
        assert pdf.Root.MarkInfo.Marked


def test_actions_of_one_unit_and_owner_are_listed(command: Command, demo: Path) -> None:
    every = command("actions", "--json", "--register", demo).json
    some = command("actions", "--unit", "Gata och park", "--json", "--register", demo).json
    owned = command("actions", "--owner", "Rektor", "--json", "--register", demo).json

    assert {each["unit"] for each in some} == {"Streets and Parks"}
    assert {each["owner"] for each in owned} == {"Rektor"}
    assert 0 < len(some) < len(every)


def test_a_unit_that_is_not_there_is_refused_with_those_that_are(command: Command, demo: Path, tmp_path: Path) -> None:
    refused = command("handover", "Rymdfart", "-o", tmp_path / "x.pdf", "--register", demo)

    assert refused.code == 1
    assert "no unit Rymdfart" in refused.err
    assert "Kontaktcenter" in refused.err
    assert not (tmp_path / "x.pdf").exists()


def test_wrong_use_is_said(command: Command, demo: Path, tmp_path: Path) -> None:
    year = command("year", "soon", "-o", tmp_path / "x.pdf", "--register", demo)

    assert year.code == 2
    assert "four digits" in year.err
    assert command("year", "2026", "--register", demo).code == 2
    assert command("audit", "2026-03", "--paper", "replies", "--register", demo).code == 2
