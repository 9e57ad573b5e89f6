"""Outlines: a draft's sections and questions put in, split, joined, moved and taken out, each as one step."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.checklists import Question, Section
from qmsdesk.domain.conditions import read_condition, several, write_condition
from qmsdesk.domain.editions import Edition
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.positions import position_between, positions
from qmsdesk.domain.records import creation_of, edit_of, kind_of
from qmsdesk.i18n import LANGUAGES

Row = Section | Question


class Step(NamedTuple):
    """What is written, and the row one stands on afterwards."""

    edits: list[Edit]
    row_id: str


NOTHING = Step([], "")


def rows_of(edition: Edition) -> list[Row]:
    """Each section and then its questions."""
    rows: list[Row] = []
    for section in edition.sections:
        rows.append(section)
        rows += questions_in(edition, section.id)
    return rows


def questions_in(edition: Edition, section_id: str) -> list[Question]:
    return [question for question in edition.questions if question.section_id == section_id]


# Putting in


def add_question(edition: Edition, after_id: str) -> Step:
    """A question after a row; in an empty outline with a section for it."""
    row = _row(edition, after_id) or next(reversed(edition.sections), None)
    if row is None:
        section = _new_section(edition, "i")
        return _with(creation_of(section), _new_question([], section, 0, edition))
    section = row if isinstance(row, Section) else _section(edition, row.section_id)
    asked = questions_in(edition, section.id)
    return _new_question(asked, section, asked.index(row) + 1 if isinstance(row, Question) else 0, edition)


def add_section(edition: Edition, after_id: str) -> Step:
    """A section after the one that a row stands in."""
    row = _row(edition, after_id)
    section_id = row.section_id if isinstance(row, Question) else after_id
    ids = [section.id for section in edition.sections]
    place, moved = _place(edition.sections, ids.index(section_id) + 1 if section_id in ids else len(ids))
    section = _new_section(edition, place)
    return Step([*moved, *creation_of(section)], section.id)


def split(edition: Edition, question_id: str, language: str, at: int) -> Step:
    """What stands after a place in the text becomes a question of its own."""
    question = _row(edition, question_id)
    if not isinstance(question, Question):
        return NOTHING
    name = f"text_{language}"
    text: str = getattr(question, name)
    head, tail = text[:at].rstrip(), text[at:].lstrip()
    asked = questions_in(edition, question.section_id)
    section = _section(edition, question.section_id)
    new = _new_question(asked, section, asked.index(question) + 1, edition, **{name: tail})
    return Step([edit_of(question, name, head), *new.edits], new.row_id)


# Joining and taking out


def join(edition: Edition, question_id: str) -> Step:
    """A question goes into the one before it in its section, with all that it says."""
    row = _row(edition, question_id)
    asked = questions_in(edition, row.section_id) if isinstance(row, Question) else []
    if not isinstance(row, Question) or row == asked[0]:
        return NOTHING
    before = asked[asked.index(row) - 1]
    joined = _joined(before, row)
    names = (name for name in Question.__slots__ if getattr(joined, name) != getattr(before, name))
    return Step([*(edit_of(before, name, getattr(joined, name)) for name in names), _gone(row)], before.id)


def _joined(first: Question, second: Question) -> Question:
    said = {
        f"{part}_{language}": _together(first, second, f"{part}_{language}", gap)
        for part, gap in (("text", " "), ("guidance", "\n"), ("evidence", "\n"))
        for language in LANGUAGES
    }
    return replace(
        first,
        refers_to=tuple(dict.fromkeys((*first.refers_to, *second.refers_to))),
        minutes=first.minutes if is_blank(second) else first.minutes + second.minutes,
        must_ask=first.must_ask or second.must_ask,
        condition=_condition_of_both(first, second),
        **said,  # type: ignore[arg-type]  # their names say that these are texts
    )


def _condition_of_both(first: Question, second: Question) -> str:
    """Both conditions; as one where the program understands them and they are not the same."""
    held = list(dict.fromkeys(filter(None, (first.condition.strip(), second.condition.strip()))))
    read = [condition for text in held if (condition := read_condition(text))]
    both = several(True, read) if len(read) == len(held) > 1 else None
    return write_condition(both) if both else "; ".join(held)


def _together(first: Question, second: Question, name: str, gap: str) -> str:
    parts = (getattr(first, name).strip(), getattr(second, name).strip())
    return gap.join(part for part in parts if part)


def is_blank(question: Question) -> bool:
    """Whether a question says nothing yet."""
    said = (question.text_sv, question.text_en, question.guidance_sv, question.guidance_en)
    return not any(text.strip() for text in (*said, question.evidence_sv, question.evidence_en))


def remove(edition: Edition, row_id: str) -> Step:
    """A question, or a section with its questions; one stands on what comes next then."""
    row = _row(edition, row_id)
    if row is None:
        return NOTHING
    gone: list[Row] = [row, *(questions_in(edition, row.id) if isinstance(row, Section) else [])]
    rows = rows_of(edition)
    place = rows.index(row)
    left = [*rows[place + len(gone) :], *reversed(rows[:place])]
    return Step([_gone(each) for each in gone], left[0].id if left else "")


# Moving


def move(edition: Edition, row_id: str, step: int) -> Step:
    """One place up or down; a question goes on into the next section, a section takes its questions along."""
    row = _row(edition, row_id)
    if isinstance(row, Section):
        place = list(edition.sections).index(row) + step
        return _move_section(edition, row, place) if 0 <= place < len(edition.sections) else NOTHING
    if row is None:
        return NOTHING
    place = questions_in(edition, row.section_id).index(row) + step
    if 0 <= place < len(questions_in(edition, row.section_id)):
        return move_question(edition, row.id, row.section_id, place)
    sections = [section.id for section in edition.sections]
    beside = sections.index(row.section_id) + step
    if not 0 <= beside < len(sections):
        return NOTHING
    end = len(questions_in(edition, sections[beside])) if step < 0 else 0
    return move_question(edition, row.id, sections[beside], end)


def move_question(edition: Edition, question_id: str, section_id: str, place: int) -> Step:
    """To a place among the other questions of a section."""
    row = _row(edition, question_id)
    assert isinstance(row, Question), "only a question lies in a section"
    others = [question for question in questions_in(edition, section_id) if question.id != row.id]
    position, moved = _place(others, min(place, len(others)))
    edits = [*moved, edit_of(row, "position", position)]
    return Step(edits if row.section_id == section_id else [*edits, edit_of(row, "section_id", section_id)], row.id)


def drop(edition: Edition, row_id: str, before_id: str) -> Step:
    """Where it was dropped: before another row, or at the end."""
    row, target = _row(edition, row_id), _row(edition, before_id)
    if row is None or row_id == before_id or not edition.sections:
        return NOTHING
    if isinstance(row, Section):
        section_id = target.section_id if isinstance(target, Question) else before_id
        others = [section.id for section in edition.sections if section.id != row.id]
        place = others.index(section_id) if section_id in others else len(others)
        return NOTHING if section_id == row.id else _move_section(edition, row, place)
    if isinstance(target, Question):
        others = [each.id for each in questions_in(edition, target.section_id) if each.id != row.id]
        return move_question(edition, row.id, target.section_id, others.index(target.id))
    sections = [section.id for section in edition.sections]
    place = sections.index(before_id) - 1 if before_id in sections else len(sections) - 1
    section_id = sections[max(0, place)]
    return move_question(edition, row.id, section_id, 0 if place < 0 else len(questions_in(edition, section_id)))


def _move_section(edition: Edition, section: Section, place: int) -> Step:
    position, moved = _place([each for each in edition.sections if each.id != section.id], place)
    return Step([*moved, edit_of(section, "position", position)], section.id)


# Levels


def outdent(edition: Edition, question_id: str) -> Step:
    """A question becomes a section, and the questions after it are its own. What it said besides its text goes."""
    row = _row(edition, question_id)
    if not isinstance(row, Question):
        return NOTHING
    ids = [section.id for section in edition.sections]
    place, moved = _place(edition.sections, ids.index(row.section_id) + 1)
    section = replace(_new_section(edition, place), title_sv=row.text_sv, title_en=row.text_en)
    asked = questions_in(edition, row.section_id)
    after = [edit_of(each, "section_id", section.id) for each in asked[asked.index(row) + 1 :]]
    return Step([*moved, *creation_of(section), *after, _gone(row)], section.id)


def indent(edition: Edition, section_id: str) -> Step:
    """A section becomes the last question of the one before it, and its questions come after that."""
    row = _row(edition, section_id)
    if not isinstance(row, Section) or row == edition.sections[0]:
        return NOTHING
    before = edition.sections[list(edition.sections).index(row) - 1]
    asked, own = questions_in(edition, before.id), questions_in(edition, row.id)
    new = _new_question(asked, before, len(asked), edition, text_sv=row.title_sv, text_en=row.title_en)
    places = positions(len(asked) + 1 + len(own))
    held = [edit_of(each, "position", place) for each, place in zip(asked, places, strict=False)]
    moved = [
        edit
        for each, place in zip(own, places[len(asked) + 1 :], strict=True)
        for edit in (edit_of(each, "section_id", before.id), edit_of(each, "position", place))
    ]
    at = Edit("question", new.row_id, "position", places[len(asked)], parents=())
    made = [edit for edit in new.edits if (edit.entity, edit.field) != (new.row_id, "position")]
    return Step([*made, at, *held, *moved, _gone(row)], new.row_id)


def _row(edition: Edition, row_id: str) -> Row | None:
    rows: tuple[Row, ...] = (*edition.sections, *edition.questions)
    return next((row for row in rows if row.id == row_id), None)


def _section(edition: Edition, section_id: str) -> Section:
    return next(section for section in edition.sections if section.id == section_id)


def _new_question(asked: Sequence[Question], section: Section, place: int, edition: Edition, **texts: str) -> Step:
    position, moved = _place(asked, place)
    code = _free_code(f"{section.code}-", [question.code for question in edition.questions])
    question = Question(new_id(), section.id, code, position, **texts)  # type: ignore[arg-type]  # texts by name
    return Step([*moved, *creation_of(question)], question.id)


def _new_section(edition: Edition, position: str) -> Section:
    code = _free_code("", [section.code for section in edition.sections])
    return Section(new_id(), edition.checklist.id, code, position)


def _free_code(head: str, taken: Sequence[str]) -> str:
    number = len(taken) + 1 if not head else sum(code.startswith(head) for code in taken) + 1
    while f"{head}{number}" in taken:
        number += 1
    return f"{head}{number}"


def _place(siblings: Sequence[Section] | Sequence[Question], place: int) -> tuple[str, list[Edit]]:
    """A position among siblings; where two laptops have left no room, the siblings are spread anew."""
    before = siblings[place - 1].position if place else ""
    after = siblings[place].position if place < len(siblings) else ""
    try:
        return position_between(before, after), []
    except ValueError:
        spread = positions(len(siblings) + 1)
        own = spread.pop(place)
        return own, [edit_of(each, "position", held) for each, held in zip(siblings, spread, strict=True)]


def _with(edits: list[Edit], step: Step) -> Step:
    return Step([*edits, *step.edits], step.row_id)


def _gone(row: Row) -> Edit:
    return Edit(kind_of(type(row)), row.id, DELETED, 1)
