"""Files that say themselves what is what: forms, frameworks, catalogues, rules, and what became of them."""

import json
from pathlib import Path
from typing import Any

import yaml
from xlsxwriter import Workbook

from qmsdesk.exchange.sources.files import understand
from qmsdesk.exchange.sources.understandings import Understanding

SAMPLES = Path(__file__).parents[2] / "samples" / "checklists"

HEADS = ["type", "name", "label::Svenska (sv)", "label::English (en)", "label::Suomi (fi)", "hint::Svenska (sv)"]
SURVEY = [
    [*HEADS, "relevant", "required", "constraint"],
    ["start", "start"],
    ["text", "who", "Vem svarar?", "Who answers?", "Kuka?"],
    ["begin group", "kitchen", "Kök", "Kitchen", "", "", "${has_kitchen} = 'yes'"],
    ["note", "n1", "Ta med en termometer.", "Bring a thermometer."],
    ["integer", "cold", "Hur kallt är det?", "How cold is it?", "", "Läs av.", "", "yes", ". < 100"],
    ["begin_repeat", "fridge", "Kylskåp", "Fridge"],
    ["select_one yes_no", "closed", "Är dörren stängd?", "Is the door shut?", "", "", "${cold} > 8", "true()"],
    ["end_repeat"],
    ["calculate", "sum", "Summa"],
    ["note", "n2", "Tack."],
    ["end group"],
    ["acknowledge", "last", "Är allt klart?", "Is all done?"],
    ["note", "n3", "Hej då."],
    ["text", "silent"],
]
CHOICES = [["list_name", "name", "label::Svenska (sv)"], ["yes_no", "yes", "Ja"], ["yes_no", "no", "Nej"]]
SETTINGS = [["form_title", "form_id", "version", "default_language"], ["Kökskoll", "kitchen", "3", "sv"]]


def book(path: Path, **sheets: list[list[Any]]) -> Path:
    made = Workbook(path)
    for name, rows in sheets.items():
        page = made.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    made.close()
    return path


def asked(understood: Understanding) -> list[tuple[str, str]]:
    titles = {section.id: section.title_sv or section.title_en for section in understood.content.sections}
    return [(titles[each.section_id], each.text_sv or each.text_en) for each in understood.content.questions]


def reasons(understood: Understanding) -> dict[str, str]:
    return {each.text: each.reason for each in understood.left_out}


def test_a_form_in_several_languages(tmp_path: Path) -> None:
    understood = understand(book(tmp_path / "form.xlsx", survey=SURVEY, choices=CHOICES, settings=SETTINGS))

    content = understood.content
    assert (content.checklist.title_sv, content.checklist.code, content.checklist.edition) == (
        "Kökskoll",
        "kitchen",
        "3",
    )
    assert asked(understood) == [
        ("Kökskoll", "Vem svarar?"),
        ("Kök", "Hur kallt är det?"),
        ("Kök – Kylskåp", "Är dörren stängd?"),
        ("Kökskoll", "Är allt klart?"),
    ]
    who, cold, closed, last = content.questions
    assert (who.text_en, who.must_ask, who.condition) == ("Who answers?", False, "")
    assert cold.guidance_sv == "Ta med en termometer.\n\nLäs av.\n\nTack."
    assert cold.guidance_en == "Bring a thermometer."
    assert (cold.code, cold.must_ask, cold.condition) == ("cold", True, "${has_kitchen} = 'yes'")
    assert (closed.must_ask, closed.condition) == (True, "(${has_kitchen} = 'yes') and (${cold} > 8)")
    assert last.guidance_sv == "Hej då."
    assert reasons(understood) == {
        "label::Suomi (fi)": "the program has no place for this language",
        "constraint": "this column steers the form on a screen",
        "start": "the form fills it in by itself",
        "Summa": "it is worked out or hidden, not asked",
        "silent": "it has no text to ask",
        "Ja": "it is an answer to choose, not a question",
        "Nej": "it is an answer to choose, not a question",
    }


def test_a_form_in_one_language_without_a_name_is_told_by_its_words(tmp_path: Path) -> None:
    rows = [["type", "name", "label"], ["text", "a", "Hur är det med er och vad ska ni göra?"]]

    understood = understand(book(tmp_path / "samtal.xlsx", survey=rows))

    assert understood.content.languages == ["sv"]
    assert (understood.content.checklist.title_sv, understood.sections) == ("samtal", 0)


def test_a_form_in_a_language_we_do_not_have_is_said_to_be(tmp_path: Path) -> None:
    rows = [["type", "name", "label::Français (fr)"], ["text", "a", "Comment ça va ?"]]

    understood = understand(book(tmp_path / "form.xlsx", survey=rows))

    assert understood.content.questions[0].text_en == "Comment ça va ?"
    assert understood.warnings == (
        "The texts are neither in Swedish nor in English. They stand in the place of English.",
    )


NODES = [
    {"urn": "1", "assessable": False, "depth": 1, "ref_id": "A", "name": "Assets", "description": "All we have."},
    {"urn": "2", "assessable": False, "depth": 2, "ref_id": "A.1", "description": "Devices are known"},
    {
        "urn": "3",
        "assessable": True,
        "depth": 3,
        "ref_id": "A.1.1",
        "description": "An inventory is kept.",
        "annotation": "Laptops too.",
        "typical_evidence": "The list",
        "importance": "mandatory",
        "translations": {"sv": {"description": "En förteckning förs."}, "fr": {"description": "Un inventaire."}},
    },
    {"urn": "4", "assessable": False, "depth": 1, "ref_id": "B", "name": "People"},
    {
        "urn": "5",
        "assessable": True,
        "depth": 2,
        "ref_id": "B.1",
        "name": "Training",
        "questions": {"q1": {"text": "Who is trained?"}, "q2": {"text": "How often?"}},
    },
]
LIBRARY = {
    "urn": "u",
    "locale": "en",
    "ref_id": "LIB",
    "name": "Library",
    "version": 2,
    "objects": {"framework": {"ref_id": "FW", "name": "Framework", "requirement_nodes": NODES}},
}


def test_a_framework_in_yaml(tmp_path: Path) -> None:
    path = tmp_path / "framework.yaml"
    path.write_text(yaml.safe_dump(LIBRARY, allow_unicode=True), encoding="utf-8")

    understood = understand(path)

    content = understood.content
    assert (content.checklist.title_en, content.checklist.code, content.checklist.edition) == ("Framework", "FW", "2")
    assert [section.title_en for section in content.sections] == ["Assets – Devices are known", "People"]
    first, second, third = content.questions
    assert (first.text_en, first.text_sv) == ("An inventory is kept.", "En förteckning förs.")
    assert (first.guidance_en, first.evidence_en, first.must_ask) == ("Laptops too.", "The list", True)
    assert (first.code, first.refers_to) == ("A.1.1", ("FW:A.1.1",))
    assert [(each.text_en, each.code) for each in (second, third)] == [
        ("Who is trained?", "B.1-1"),
        ("How often?", "B.1-2"),
    ]
    assert second.guidance_en == "Training"
    assert reasons(understood) == {"All we have.": "a section has no text of its own"}


def test_the_same_framework_in_json(tmp_path: Path) -> None:
    path = tmp_path / "framework.json"
    path.write_text(json.dumps(LIBRARY), encoding="utf-8")

    assert len(understand(path).content.questions) == 3


def test_a_framework_in_sheets_new_and_old(tmp_path: Path) -> None:
    heads = ["assessable", "depth", "ref_id", "name", "description", "description[sv]", "questions"]
    rows: list[list[Any]] = [
        heads,
        ["", 1, "A", "Assets"],
        ["x", 2, "A.1", "", "A list is kept.", "En lista förs."],
        ["x", 2, "A.2", "Care", "", "", "Who cares?\nHow?"],
    ]
    new = book(
        tmp_path / "new.xlsx",
        library_meta=[["type", "library"], ["locale", "en"], ["version", 4], ["name", "Library"]],
        fw_meta=[["type", "framework"], ["ref_id", "FW"], ["name", "Framework"]],
        fw_content=rows,
        scores_meta=[["type", "scores"]],
        scores_content=[["score", "name"], [1, "Bad"]],
    )
    about = [["library_locale", "en"], ["framework_name", "Framework"], ["framework_ref_id", "FW"]]
    old = book(tmp_path / "old.xlsx", library_content=[*about, ["tab", "fw", "requirements"]], fw=rows)

    for path in (new, old):
        understood = understand(path)
        content = understood.content
        assert (content.checklist.title_en, content.checklist.code) == ("Framework", "FW")
        assert asked(understood) == [("Assets", "En lista förs."), ("Assets", "Who cares?"), ("Assets", "How?")]
        assert content.questions[0].refers_to == ("FW:A.1",)
    assert understand(new).content.checklist.edition == "4"
    assert reasons(understand(new)) == {"score": "it is not part of the framework"}


def test_a_catalogue_puts_its_parameters_in_and_its_parts_where_they_belong(tmp_path: Path) -> None:
    understood = understand(SAMPLES / "oscal-catalog.json")

    first = understood.content.questions[0]
    assert first.code == "1.1.1"
    assert (
        "A value has been assigned to [initiating a device lock after [a duration] of inactivity; req"
        in first.guidance_en
    )
    assert first.guidance_en.startswith("All information security responsibilities")
    assert [each.reason for each in understood.left_out] == ["a section has no text of its own"]


def test_rules_leave_their_answers_behind() -> None:
    understood = understand(SAMPLES / "vpn-rules.cklb")

    first = understood.content.questions[0]
    assert first.guidance_en.startswith("Verify the VPN Gateway has an inbound")
    assert first.refers_to == ("VPN_TRUNCATED:V-207184", "CCI-001414")
    assert {"it is an answer, not a question"} < {each.reason for each in understood.left_out}
