"""Editions: a draft made from one that stands, what differs between two, and what may be published."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.checklists import (
    Checklist,
    ChecklistState,
    Question,
    Section,
    content_hash,
    numbers_of,
    refuse_change_if_published,
    refuse_empty,
)
from qmsdesk.domain.conditions import refuse_astray
from qmsdesk.domain.errors import ChecklistIsDraft, EditionExists, QuestionsWithoutText
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import edit_of
from qmsdesk.i18n import N_

MOST_NAMED = 5
"""Questions without a text that a refusal names."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A checklist whole; sections and questions stand in their order."""

    checklist: Checklist
    sections: Sequence[Section]
    questions: Sequence[Question]

    @property
    def records(self) -> list[Checklist | Section | Question]:
        return [self.checklist, *self.sections, *self.questions]

    @property
    def numbers(self) -> dict[str, str]:
        """The short number of each question by id."""
        return numbers_of(self.sections, self.questions)


class Fate(StrEnum):
    """What became of a question from one edition to the next."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


FATE_NAMES = {
    Fate.UNCHANGED: N_("Unchanged"),
    Fate.MOVED: N_("Moved"),
    Fate.CHANGED: N_("Changed"),
    Fate.NEW: N_("New"),
    Fate.GONE: N_("Gone"),
}


class Difference(NamedTuple):
    """One question in both editions; one that is new has no `old`, one that is gone no `new`."""

    fate: Fate
    old: Question | None
    new: Question | None


# Making


def new_edition(edition: Edition, name: str) -> Edition:
    """A draft that asks the same, to be changed and published as the next edition."""
    return _again(edition, replace(edition.checklist, edition=name))


def copy_of(edition: Edition, code: str, title_sv: str, title_en: str) -> Edition:
    """A draft of a checklist of its own that begins with the same questions."""
    named = replace(edition.checklist, code=code, title_sv=title_sv, title_en=title_en, edition="1")
    return _again(edition, named)


def _again(edition: Edition, named: Checklist) -> Edition:
    checklist = replace(named, id=new_id(), state=ChecklistState.DRAFT)
    ids = {section.id: new_id() for section in edition.sections}
    return Edition(
        checklist,
        tuple(replace(section, id=ids[section.id], checklist_id=checklist.id) for section in edition.sections),
        tuple(replace(each, id=new_id(), section_id=ids[each.section_id]) for each in edition.questions),
    )


def next_name(name: str, taken: Iterable[str]) -> str:
    """The name of the edition after one: its last number and one more, as `1.0` gives `1.1`."""
    used = set(taken)
    head = name.rstrip("0123456789")
    digits = name[len(head) :]
    number = int(digits) if digits else 1
    head = head if digits else f"{name}-".lstrip("-")
    while True:
        number += 1
        if (proposed := f"{head}{number:0{len(digits)}d}") not in used:
            return proposed


def next_code(code: str, taken: Iterable[str]) -> str:
    """A code that no checklist has, close to one that is there."""
    used = set(taken)
    number = 2
    while f"{code}-{number}" in used:
        number += 1
    return f"{code}-{number}"


def edition_key(name: str) -> tuple[tuple[int, str], ...]:
    """What sorts editions as people count them: 1.10 comes after 1.9."""
    parts: list[str] = [""]
    for letter in name:
        if parts[-1] and letter.isdecimal() != parts[-1][-1].isdecimal():
            parts.append("")
        parts[-1] += letter
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


# Publishing


def publishing(
    edition: Edition, others: Iterable[Checklist], core: Checklist | None = None, asked_before: Sequence[Question] = ()
) -> list[Edit]:
    """The edits that publish a draft for good; `asked_before` by its core. Raises what `refuse_publishing` raises."""
    refuse_publishing(edition, others, core)
    refuse_astray([*asked_before, *edition.questions], edition.numbers)
    hashes = ((question, content_hash(question)) for question in edition.questions)
    return [
        *(edit_of(question, "content_hash", mark) for question, mark in hashes if question.content_hash != mark),
        edit_of(edition.checklist, "state", ChecklistState.PUBLISHED),
    ]


def refuse_publishing(edition: Edition, others: Iterable[Checklist], core: Checklist | None = None) -> None:
    """Raise the `Refusal` for a draft that is empty, lacks a text, has a taken name or extends another draft."""
    checklist = edition.checklist
    title = checklist.title_sv or checklist.title_en
    refuse_change_if_published(checklist)
    refuse_empty(checklist, edition.questions)
    if places := without_text(edition):
        raise QuestionsWithoutText(places=", ".join(places[:MOST_NAMED]) + ("…" if len(places) > MOST_NAMED else ""))
    same = (each for each in others if each.id != checklist.id and each.code == checklist.code)
    if any(each.edition.strip() == checklist.edition.strip() for each in same):
        raise EditionExists(title=title, edition=checklist.edition)
    if core is not None and core.state is not ChecklistState.PUBLISHED:
        raise ChecklistIsDraft(title=core.title_sv or core.title_en, edition=core.edition)


def without_text(edition: Edition) -> list[str]:
    """The numbers of the sections and questions that say nothing in either language."""
    found = []
    for number, section in enumerate(edition.sections, 1):
        if not (section.title_sv.strip() or section.title_en.strip()):
            found.append(str(number))
        asked = [question for question in edition.questions if question.section_id == section.id]
        found += [f"{number}.{n}" for n, q in enumerate(asked, 1) if not (q.text_sv.strip() or q.text_en.strip())]
    return found


# Comparing


def compare_editions(old: Edition, new: Edition) -> list[Difference]:
    """Every question of both: those of the new edition in its order, then those that are gone."""
    pairs = _pairs(old.questions, new.questions)
    stayed = _stayed(old, new, pairs)
    before = {question.id: question for question in old.questions}
    found = []
    for question in new.questions:
        then = before.get(pairs.get(question.id, ""))
        found.append(Difference(_fate(then, question, stayed), then, question))
    kept = set(pairs.values())
    return found + [Difference(Fate.GONE, each, None) for each in old.questions if each.id not in kept]


def _fate(then: Question | None, now: Question, stayed: set[str]) -> Fate:
    if then is None:
        return Fate.NEW
    if content_hash(then) != content_hash(now):
        return Fate.CHANGED
    return Fate.UNCHANGED if now.id in stayed else Fate.MOVED


def _pairs(old: Sequence[Question], new: Sequence[Question]) -> dict[str, str]:
    """The old question of each new one, by id: the one that asks the same, else the one with the same code."""
    pairs: dict[str, str] = {}
    for keys in ((_id, _hash), (_code, _hash), (_hash,), (_code,)):
        taken = set(pairs.values())
        free: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for question in reversed(old):
            if question.id not in taken:
                free[tuple(key(question) for key in keys)].append(question.id)
        for question in new:
            held = free.get(tuple(key(question) for key in keys))
            if question.id not in pairs and held:
                pairs[question.id] = held.pop()
    return pairs


def _id(question: Question) -> str:
    return question.id


def _code(question: Question) -> str:
    return question.code or question.id


def _hash(question: Question) -> str:
    return content_hash(question)


def _stayed(old: Edition, new: Edition, pairs: dict[str, str]) -> set[str]:
    """The new questions that stand where they stood: in the same section, and not past one another."""
    order = {question.id: place for place, question in enumerate(old.questions)}
    sections = {section.id: section for section in (*old.sections, *new.sections)}
    then = {question.id: question for question in old.questions}
    kept = [
        question
        for question in new.questions
        if (before := then.get(pairs.get(question.id, "")))
        and _same_section(sections[before.section_id], sections[question.section_id])
    ]
    places = _longest_rise([order[pairs[question.id]] for question in kept])
    return {kept[place].id for place in places}


def _same_section(then: Section, now: Section) -> bool:
    return then.code == now.code or (then.title_sv, then.title_en) == (now.title_sv, now.title_en)


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The places of the longest part of a sequence that only rises, so that as few as possible count as moved."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        ends[length:] = [number, *ends[length + 1 :]]
        at[length:] = [place, *at[length + 1 :]]
        before.append(at[length - 1] if length else -1)
    found: list[int] = []
    place = at[-1] if at else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]
