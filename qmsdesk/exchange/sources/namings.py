"""What was understood under the title, edition and state that a person gives it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import groupby

from qmsdesk.domain.checklists import ChecklistState
from qmsdesk.domain.identity import derived_id
from qmsdesk.exchange.checklists import ChecklistContent, place_questions, said_in


def named(
    content: ChecklistContent, titles: Mapping[str, str], edition: str, state: ChecklistState
) -> ChecklistContent:
    """The same questions as an edition of its own; `titles` by language."""
    given = {f"title_{language}": title for language, title in titles.items()}
    by_section = {id_: list(asked) for id_, asked in groupby(content.questions, lambda each: each.section_id)}
    groups = [(section, by_section.get(section.id, [])) for section in content.sections]
    said = [text for section, asked in groups for text in said_in(section, asked)]
    checklist = replace(content.checklist, edition=edition, state=state, **given)
    names = (checklist.code, edition, checklist.title_sv, checklist.title_en, *(content.extends or ()))
    id_ = derived_id("checklist", *names, *said)
    sections, questions = place_questions(id_, groups)
    return ChecklistContent(replace(checklist, id=id_), sections, questions, content.left_out, content.extends)


def free_edition(wanted: str, taken: Collection[str]) -> str:
    """The wanted name of an edition, or the first number after it that is free."""
    if wanted not in taken:
        return wanted
    number = int(wanted) + 1 if wanted.isascii() and wanted.isdigit() else 2
    while str(number) in taken:
        number += 1
    return str(number)
