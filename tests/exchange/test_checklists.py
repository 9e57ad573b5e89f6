"""Checklists from YAML: what is taken, what is refused and how it is said, and that importing twice changes nothing."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qmsdesk.domain.checklists import DEFAULT_MINUTES, ChecklistState, content_hash
from qmsdesk.domain.errors import ChecklistIncomplete, ChecklistNotReadable, FileNotFound, Refusal
from qmsdesk.exchange.checklists import import_checklist, read_checklist, shipped_checklists
from qmsdesk.i18n import words
from qmsdesk.store.checklists import find_checklist, list_checklists, questions_of, sections_of
from qmsdesk.store.register import Register

GOOD: dict[str, Any] = {
    "id": "kitchen",
    "version": "2.0",
    "title": {"sv": "Kök", "en": "Kitchen"},
    "sections": [
        {
            "id": "cold",
            "title": {"sv": "Kyla", "en": "Cold"},
            "questions": [
                {
                    "id": "cold-1",
                    "text": {"sv": "Hur kallt är det?", "en": "How cold is it?"},
                    "guidance": {"sv": "Läs av.", "en": "Read it."},
                    "evidence": {"sv": "Logg.", "en": "Log."},
                    "refs": ["LIVS:1", "ISO9001:8.1"],
                    "minutes": 4,
                    "must_ask": True,
                    "condition": "has a kitchen",
                },
                {"id": "cold-2", "text": {"sv": "Vem mäter?", "en": "Who measures?"}},
            ],
        },
        {"id": "hot", "title": {"sv": "Värme"}, "questions": [{"id": "hot-1", "text": {"en": "How hot?"}}]},
    ],
}

HEAD = "id: x\nversion: 1\ntitle: {sv: T}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kitchen.yaml"


def write(file: Path, held: Any) -> Path:
    file.write_text(yaml.safe_dump(held, allow_unicode=True), encoding="utf-8")
    return file


def changed(**changes: Any) -> dict[str, Any]:
    return {**GOOD, **changes}


def with_question(**changes: Any) -> dict[str, Any]:
    question = {"id": "q", "text": {"sv": "Fråga?"}, **changes}
    return changed(sections=[{"id": "s", "title": {"sv": "S"}, "questions": [question]}])


def test_a_checklist_is_read_whole(file: Path) -> None:
    content = read_checklist(write(file, GOOD))

    assert (content.checklist.code, content.checklist.edition) == ("kitchen", "2.0")
    assert content.checklist.state is ChecklistState.PUBLISHED
    assert [section.title_sv for section in content.sections] == ["Kyla", "Värme"]
    first, second, third = content.questions
    assert (first.text_sv, first.text_en) == ("Hur kallt är det?", "How cold is it?")
    assert (first.guidance_en, first.evidence_sv) == ("Read it.", "Logg.")
    assert first.refers_to == ("LIVS:1", "ISO9001:8.1")
    assert (first.minutes, first.must_ask, first.condition) == (4, True, "has a kitchen")
    assert (second.minutes, second.must_ask, second.condition) == (DEFAULT_MINUTES, False, "")
    assert first.section_id == content.sections[0].id
    assert third.section_id == content.sections[1].id
    assert first.position < second.position
    assert first.content_hash == content_hash(first)
    assert content.left_out == ()


def test_what_the_program_has_no_place_for_is_named_and_left_out(file: Path) -> None:
    content = read_checklist(write(file, with_question(ask_who=["manager"]) | {"colour": "blue"}))

    assert content.left_out == ("colour", "ask_who")


def test_words_that_yaml_would_take_for_something_else_stay_words(file: Path) -> None:
    file.write_text(
        "id: 7\nversion: 1.0\ntitle: {sv: Nej, en: No}\n"
        "sections:\n- title: {sv: on}\n  questions:\n  - text: {sv: yes}\n"
    )

    content = read_checklist(file)

    assert (content.checklist.code, content.checklist.edition, content.checklist.title_en) == ("7", "1.0", "No")
    assert (content.sections[0].title_sv, content.questions[0].text_sv) == ("on", "yes")


def test_a_file_in_one_language_may_say_its_texts_plainly(file: Path) -> None:
    plain = {
        "id": "x",
        "version": "1",
        "language": "en",
        "title": "Kitchen",
        "sections": [{"title": "Cold", "questions": [{"text": "How cold?"}]}],
    }
    content = read_checklist(write(file, plain))

    assert (content.checklist.title_en, content.checklist.title_sv) == ("Kitchen", "")
    assert content.questions[0].code == "1-1"
    assert content.languages == ["en"]
    assert content.without("sv") == ["1-1"]


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + yaml.safe_dump(GOOD).encode())

    assert read_checklist(file).checklist.code == "kitchen"


@pytest.mark.parametrize(
    ("held", "place", "field"),
    [
        (changed(id=""), "the checklist", "id"),
        ({name: held for name, held in GOOD.items() if name != "version"}, "the checklist", "version"),
        (changed(title={}), "the checklist", "title"),
        (changed(sections=[]), "the checklist", "sections"),
        (changed(sections=None), "the checklist", "sections"),
        (changed(sections=[{"id": "s", "title": {"sv": "S"}}]), "s", "questions"),
        (changed(sections=[{"questions": [{"text": {"sv": "?"}}]}]), "1", "title"),
        (with_question(text={"sv": "  "}), "q", "text"),
        (with_question(text={"de": "Wie?"}), "q", "text"),
    ],
)
def test_a_missing_part_is_named_with_its_place(file: Path, held: Any, place: str, field: str) -> None:
    with pytest.raises(ChecklistIncomplete) as refused:
        read_checklist(write(file, held))

    assert refused.value.fields == {"file": "kitchen.yaml", "place": place, "field": field}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id: x\n  title: [", 2),
        ("id: x\nsections: 5\nversion: 1\ntitle: {sv: T}\n", 2),
        ("- just\n- a list\n", 1),
        ("", 1),
        (HEAD + "sections:\n- words\n", 5),
        (
            HEAD + "sections:\n- title: {sv: S}\n  questions:\n  - text: {sv: F}\n    minutes: x\n",
            8,
        ),
        ("[" * 200_000 + "]" * 200_000, 1),
        ("\n" + "- " * 200_000, 2),
    ],
)
def test_what_is_not_our_yaml_is_refused_with_its_line(file: Path, text: str, line: int) -> None:
    file.write_text(text)

    with pytest.raises(ChecklistNotReadable) as refused:
        read_checklist(file)

    assert refused.value.fields["file"] == "kitchen.yaml"
    assert refused.value.fields["line"] == line
    assert "kitchen.yaml" in refused.value.say(words("sv"))


def test_two_questions_with_one_id_are_refused(file: Path) -> None:
    twice = {"id": "s", "title": {"sv": "S"}, "questions": [{"id": "q", "text": {"sv": "a"}}] * 2}

    with pytest.raises(ChecklistNotReadable, match="two questions have the same id"):
        read_checklist(write(file, changed(sections=[twice])))


def test_what_is_no_text_and_what_is_no_file_are_refused(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"PK\x03\x04\xff\xfe\x00\x01")
    with pytest.raises(ChecklistNotReadable, match="UTF-8"):
        read_checklist(file)
    with pytest.raises(ChecklistNotReadable):
        read_checklist(tmp_path)
    with pytest.raises(FileNotFound):
        read_checklist(tmp_path / "none.yaml")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200) | st.text(alphabet="id: -[]{}\n\"'&*!|>sectionsquestions\t#", max_size=200).map(str.encode)
)
def test_no_file_whatever_ends_in_anything_but_a_refusal(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    with pytest.raises(Refusal):
        read_checklist(file)


texts = st.fixed_dictionaries({"sv": st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=40))
def test_any_checklist_keeps_its_questions_in_order(file: Path, asked: list[list[dict[str, str]]]) -> None:
    sections = [{"title": {"sv": "S"}, "questions": [{"text": text} for text in part]} for part in asked]
    content = read_checklist(write(file, changed(sections=sections)))

    place = {section.id: section.position for section in content.sections}
    in_order = sorted(content.questions, key=lambda question: (place[question.section_id], question.position))
    assert [question.text_sv for question in in_order] == [text["sv"] for part in asked for text in part]
    assert len({question.id for question in content.questions}) == len(content.questions)


def test_an_import_is_published_and_reads_back_the_same(file: Path, register: Register) -> None:
    content = read_checklist(write(file, GOOD))

    checklist = import_checklist(register, file)

    assert checklist == find_checklist(register.db, "kitchen") == content.checklist
    assert tuple(sections_of(register.db, checklist.id)) == content.sections
    assert tuple(questions_of(register.db, checklist.id)) == content.questions


def test_the_same_edition_is_never_overwritten(file: Path, register: Register) -> None:
    first = import_checklist(register, write(file, GOOD))
    again = import_checklist(register, write(file, changed(title={"sv": "Annan"})))

    assert again == first
    assert [line.checklist for line in list_checklists(register.db)] == [first]


def test_a_new_edition_stands_beside_the_old(file: Path, register: Register) -> None:
    import_checklist(register, write(file, GOOD))
    import_checklist(register, write(file, changed(version="3.0")))

    assert [line.checklist.edition for line in list_checklists(register.db)] == ["2.0", "3.0"]
    assert [line.questions for line in list_checklists(register.db)] == [3, 3]


def test_ids_are_those_of_the_content(file: Path) -> None:
    first = read_checklist(write(file, GOOD))
    assert read_checklist(write(file, GOOD)) == first
    assert read_checklist(write(file, changed(title={"sv": "Annan"}))).checklist.id != first.checklist.id


@pytest.mark.parametrize(("code", "questions"), [("improvement-day-core", 33), ("iso9001-2015-internal-audit", 67)])
def test_the_shipped_checklists_are_complete_in_both_languages(code: str, questions: int) -> None:
    (content,) = [each for each in map(read_checklist, shipped_checklists()) if each.checklist.code == code]

    assert len(content.questions) == questions
    assert content.languages == ["sv", "en"]
    assert content.without("sv") == content.without("en") == []
    assert all(question.refers_to and question.guidance_en for question in content.questions)
    assert content.left_out == ()
