"""Editions: what a new one keeps, what differs between two, what may be published."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.checklists import (
    Checklist,
    ChecklistState,
    Question,
    Section,
    content_hash,
    refuse_core,
    without_doubles,
)
from qmsdesk.domain.editions import (
    Edition,
    Fate,
    compare_editions,
    copy_of,
    edition_key,
    new_edition,
    next_code,
    next_name,
    publishing,
)
from qmsdesk.domain.errors import (
    ChecklistIsDraft,
    ChecklistIsEmpty,
    ChecklistIsPublished,
    CoreIsModule,
    EditionExists,
    ModuleIsCore,
    QuestionsWithoutText,
)
from qmsdesk.domain.positions import positions

DRAFT = Checklist("c", "core", "1.0", "Kärnan", "The core")


def edition_of(*sections: tuple[str, ...], checklist: Checklist = DRAFT) -> Edition:
    """Sections of texts; a question's code is its text."""
    held, asked = [], []
    for n, (texts, place) in enumerate(zip(sections, positions(len(sections)), strict=True), 1):
        held.append(Section(f"{checklist.id}-{n}", checklist.id, str(n), place, f"Del {n}"))
        for text, at in zip(texts, positions(len(texts)), strict=True):
            question = Question(f"{checklist.id}-{n}-{text}", held[-1].id, text, at, text_sv=text)
            asked.append(replace(question, content_hash=content_hash(question)))
    return Edition(checklist, tuple(held), tuple(asked))


TEXTS = st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=5, unique=True).map(tuple), min_size=1, max_size=4)
EDITIONS = TEXTS.map(lambda sections: edition_of(*sections))


@given(EDITIONS)
def test_a_new_edition_asks_the_same_under_new_ids(edition: Edition) -> None:
    published = replace(edition, checklist=replace(DRAFT, state=ChecklistState.PUBLISHED))
    new = new_edition(published, "1.1")

    assert (new.checklist.code, new.checklist.edition, new.checklist.state) == ("core", "1.1", ChecklistState.DRAFT)
    assert [each.content_hash for each in new.questions] == [each.content_hash for each in edition.questions]
    assert not {each.id for each in new.records} & {each.id for each in published.records}
    assert {each.section_id for each in new.questions} <= {each.id for each in new.sections}
    assert all(each.fate is Fate.UNCHANGED for each in compare_editions(published, new))


@given(TEXTS, TEXTS)
def test_every_question_of_both_editions_has_one_fate(then: list[tuple[str, ...]], now: list[tuple[str, ...]]) -> None:
    old, new = edition_of(*then), edition_of(*now, checklist=replace(DRAFT, id="d"))
    found = compare_editions(old, new)

    assert [each.new for each in found if each.new] == list(new.questions)
    assert sorted(each.old.id for each in found if each.old) == sorted(each.id for each in old.questions)
    for each in found:
        if each.old and each.new:
            same = content_hash(each.old) == content_hash(each.new)
            assert same == (each.fate in {Fate.UNCHANGED, Fate.MOVED})


@given(EDITIONS, st.randoms())
def test_the_order_in_which_the_old_one_was_read_changes_no_pair_of_the_same(
    edition: Edition, chance: random.Random
) -> None:
    mixed = list(edition.questions)
    chance.shuffle(mixed)
    found = compare_editions(edition, replace(edition, questions=tuple(mixed)))

    assert all(each.old == each.new for each in found)


def test_what_became_of_each_question_is_told() -> None:
    old = edition_of(("a", "b", "c"), ("d", "e"))
    new = edition_of(("c", "a", "d"), ("e", "x"), checklist=replace(DRAFT, id="d"))
    changed = [replace(each, text_sv="e anew") if each.code == "e" else each for each in new.questions]
    found = compare_editions(old, replace(new, questions=tuple(changed)))

    assert [(each.fate, (each.new or each.old).code) for each in found if each.new or each.old] == [
        (Fate.MOVED, "c"),
        (Fate.UNCHANGED, "a"),
        (Fate.MOVED, "d"),
        (Fate.CHANGED, "e"),
        (Fate.NEW, "x"),
        (Fate.GONE, "b"),
    ]


@pytest.mark.parametrize(
    ("name", "taken", "next_one"),
    [("1.0", ["1.0"], "1.1"), ("2026", ["2027"], "2028"), ("1.09", [], "1.10"), ("vår", [], "vår-2"), ("", [], "2")],
)
def test_the_next_edition_is_counted_on(name: str, taken: list[str], next_one: str) -> None:
    assert next_name(name, taken) == next_one


def test_editions_sort_as_people_count() -> None:
    assert sorted(["1.10", "1.9", "2", "1"], key=edition_key) == ["1", "1.9", "1.10", "2"]


def test_a_copy_has_a_code_of_its_own() -> None:
    code = next_code("core", ["core", "core-2"])
    made = copy_of(edition_of(("a",)), code, "Kopia", "Copy")

    assert (made.checklist.code, made.checklist.title_sv, len(made.questions)) == ("core-3", "Kopia", 1)


def test_publishing_marks_what_is_asked() -> None:
    edition = edition_of(("a",))
    stale = replace(edition, questions=(replace(edition.questions[0], text_sv="b"),))
    said = {(edit.field, edit.value) for edit in publishing(stale, [DRAFT])}

    assert said == {("content_hash", content_hash(stale.questions[0])), ("state", "published")}


def test_what_may_not_be_published() -> None:
    edition = edition_of(("a", "b"), ("c",))
    empty = replace(edition, questions=())
    silent = replace(edition, questions=(edition.questions[0], replace(edition.questions[1], text_sv=" ")))
    published = replace(edition, checklist=replace(DRAFT, state=ChecklistState.PUBLISHED))

    with pytest.raises(ChecklistIsEmpty):
        publishing(empty, [])
    with pytest.raises(QuestionsWithoutText, match=r"1\.2"):
        publishing(silent, [])
    with pytest.raises(ChecklistIsPublished):
        publishing(published, [])
    with pytest.raises(EditionExists):
        publishing(edition, [replace(DRAFT, id="other")])
    with pytest.raises(ChecklistIsDraft):
        publishing(edition, [], core=replace(DRAFT, id="core"))


def test_modules_go_one_level_deep() -> None:
    core, module = replace(DRAFT, id="core"), replace(DRAFT, id="module")
    refuse_core(module, core, [core, module])

    with pytest.raises(CoreIsModule):
        refuse_core(module, module, [])
    with pytest.raises(CoreIsModule):
        refuse_core(module, replace(core, extends_id="x"), [])
    with pytest.raises(ModuleIsCore):
        refuse_core(module, core, [replace(core, id="x", extends_id="module")])


@given(EDITIONS, EDITIONS)
def test_a_module_asks_nothing_that_its_core_asks(core: Edition, own: Edition) -> None:
    left = without_doubles(core.questions, own.questions)
    asked = {content_hash(each) for each in core.questions}

    assert not asked & {content_hash(each) for each in left}
    assert {content_hash(each) for each in own.questions} <= asked | {content_hash(each) for each in left}
