"""`checklist`: list, show, import and export, with a trial run that changes nothing."""

from pathlib import Path

import pytest

from qmsdesk.exchange.checklists import shipped_checklists
from tests.cli.conftest import Command

KITCHEN = """
id: kitchen
version: "1.0"
title: {sv: Kök}
colour: blue
sections:
- id: cold
  title: {sv: Kyla, en: Cold}
  questions:
  - {id: cold-1, text: {sv: Hur kallt är det?, en: How cold is it?}, refs: ["LIVS:1"]}
  - {id: cold-2, text: {sv: Vem mäter?}}
"""


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    path = tmp_path / "kitchen.yaml"
    path.write_text(KITCHEN, encoding="utf-8")
    return path


def test_the_list_counts_questions_minutes_and_audits(command: Command, demo: Path) -> None:
    listed = command("checklist", "list", "--json", "--register", demo).json

    counts = {each["code"]: (each["questions"], each["minutes"], each["audits"]) for each in listed}
    assert counts == {"improvement-day-core": (33, 231, 8), "iso9001-2015-internal-audit": (67, 469, 6)}
    assert "improvement-day-core" in command("checklist", "list", "--register", demo).out


def test_one_checklist_is_shown_whole(command: Command, demo: Path) -> None:
    shown = command("checklist", "show", "improvement-day-core", "--json", "--register", demo).json

    numbers = [question["number"] for section in shown["sections"] for question in section["questions"]]
    assert (len(numbers), numbers[0], numbers[-1]) == (33, "1.1", "8.3")
    text = command("checklist", "show", "improvement-day-core", "--register", demo, lang="sv").out
    assert "Förbättringsdag – gemensam kärna (1.0)" in text
    assert "  8.3   Vad borde vi ha frågat om som vi inte har tagit upp?" in text


def test_an_unknown_checklist_is_refused(command: Command, demo: Path) -> None:
    refused = command("checklist", "show", "nothing", "--register", demo)

    assert refused.code == 1
    assert refused.err.startswith("There is no checklist “nothing”")


def test_a_trial_run_tells_what_is_there_and_changes_nothing(command: Command, kitchen: Path, tmp_path: Path) -> None:
    facts = command("checklist", "import", kitchen, "--dry-run", "--json", "--register", tmp_path / "none").json

    assert facts == {
        "title": "Kök",
        "code": "kitchen",
        "edition": "1.0",
        "language": "sv, en",
        "sections": 1,
        "questions": 2,
        "first": "How cold is it?",
        "last": "Vem mäter?",
        "left_out": [{"place": "kitchen.yaml", "text": "colour", "reason": "the program has no place for it"}],
        "warnings": ["1 question is not asked in English."],
    }
    assert [path.name for path in tmp_path.iterdir()] == ["kitchen.yaml"]


def test_an_import_is_in_the_register_and_doing_it_again_changes_nothing(
    command: Command, kitchen: Path, own: Path
) -> None:
    first = command("checklist", "import", kitchen, "--register", own)
    again = command("checklist", "import", kitchen, "--register", own)

    assert (first.code, again.code) == (0, 0)
    assert "1 section, 2 questions" in first.out
    assert "The checklist is in the register." in first.out
    listed = command("checklist", "list", "--json", "--register", own).json
    assert [each["code"] for each in listed].count("kitchen") == 1


@pytest.mark.parametrize("path", shipped_checklists(), ids=lambda path: path.stem)
def test_a_shipped_checklist_imports_without_a_warning(command: Command, path: Path) -> None:
    facts = command("checklist", "import", path, "--dry-run", "--json").json

    assert (facts["left_out"], facts["warnings"], facts["language"]) == ([], [], "sv, en")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"id: [", b"", b"id: x\nversion: 1\n", b"- " * 3000])
def test_a_bad_file_is_refused_in_one_sentence(command: Command, own: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.yaml").write_bytes(content)

    refused = command("checklist", "import", tmp_path / "bad.yaml", "--register", own)

    assert refused.code == 1
    assert refused.err.startswith("bad.yaml ")
    assert refused.err.count("\n") == 1


def test_a_missing_file_is_refused(command: Command, own: Path, tmp_path: Path) -> None:
    assert command("checklist", "import", tmp_path / "none.yaml", "--register", own).err.startswith("There is no file")


SAMPLES = Path(__file__).parents[1] / "samples" / "checklists"


def test_a_word_file_is_understood_and_what_is_left_out_is_named(command: Command) -> None:
    facts = command("checklist", "import", SAMPLES / "office-accessibility.docx", "--dry-run", "--json").json

    assert (facts["title"], facts["language"]) == ("Microsoft Document Compliance Checklist", "en")
    assert (facts["sections"], facts["questions"]) == (8, 36)
    assert facts["first"].startswith("Are document Properties")
    assert {"place": "paragraph 81", "text": "Resources", "reason": "it stands outside the questions"} in facts[
        "left_out"
    ]
    assert facts["warnings"] == []


def test_what_is_left_out_is_told_in_words(command: Command) -> None:
    told = command("checklist", "import", SAMPLES / "preflight-form.xls", "--dry-run", lang="sv").out

    assert "5 avsnitt, 19 frågor" in told
    assert "5 texter togs inte med:" in told
    assert "blad survey, rad 2: Metadata (formuläret fyller i det självt)" in told
    assert "Inget har ändrats." in told


def test_a_changed_file_becomes_the_next_edition_and_the_same_file_none(
    command: Command, own: Path, tmp_path: Path
) -> None:
    file = tmp_path / "kyl.csv"
    file.write_text("Fråga;Svar\nÄr kylen kall?;\nÄr frysen kall?;\nFinns en logg?;\n", encoding="utf-8")
    command("checklist", "import", file, "--register", own)
    command("checklist", "import", file, "--register", own)
    file.write_text("Fråga;Svar\nÄr kylen kall?;\nÄr frysen varm?;\nFinns en logg?;\n", encoding="utf-8")
    changed = command("checklist", "import", file, "--json", "--register", own).json

    listed = command("checklist", "list", "--json", "--register", own).json
    assert changed["edition"] == "2"
    assert [each["edition"] for each in listed if each["code"] == "kyl"] == ["1", "2"]


@pytest.mark.parametrize("ending", ["xlsx", "docx", "yaml"])
def test_an_export_can_be_imported_and_is_the_same(command: Command, demo: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"core.{ending}"
    done = command("checklist", "export", "improvement-day-core", "-o", path, "--register", demo, lang="sv")
    facts = command("checklist", "import", path, "--dry-run", "--json").json
    shipped = next(path for path in shipped_checklists() if "improvement" in path.stem)

    assert (done.code, done.out.strip()) == (0, str(path))
    assert facts == command("checklist", "import", shipped, "--dry-run", "--json").json


def test_an_export_to_pdf_is_a_pdf(command: Command, demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "core.pdf"
    assert command("checklist", "export", "improvement-day-core", "-o", path, "--register", demo).code == 0
    assert path.read_bytes().startswith(b"%PDF")


def test_an_export_to_an_unknown_form_is_wrong_use(command: Command, demo: Path, tmp_path: Path) -> None:
    wrong = command("checklist", "export", "improvement-day-core", "-o", tmp_path / "core.odt", "--register", demo)

    assert wrong.code == 2
    assert "the file must end in .xlsx, .docx, .yaml or .pdf" in wrong.err


def test_each_question_says_what_it_cost_and_gave(command: Command, demo: Path) -> None:
    shown = command("checklist", "show", "improvement-day-core", "--json", "--register", demo).json

    questions = [question for section in shown["sections"] for question in section["questions"]]
    assert max(question["times_asked"] for question in questions) > 1
    assert all(question["minutes_spent"] == question["times_asked"] * question["minutes"] for question in questions)
    assert sum(question["findings"].get("improvement", 0) for question in questions) > 0
    assert sum(question["improvements_implemented"] for question in questions) > 0
    text = command("checklist", "show", "improvement-day-core", "--register", demo).out
    assert "in use)" in text
    assert f"· {questions[0]['minutes_spent']} min ·" in text
