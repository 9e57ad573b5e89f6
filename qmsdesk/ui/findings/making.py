"""Making findings: from a note or from nothing, in one step, with the edits that write it."""

import datetime as dt
import re
from collections.abc import Iterable

from qmsdesk.domain.actions import Action
from qmsdesk.domain.agreements import bringing_back, taken_in
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingNote, FindingType, finding_note_id, next_finding_number
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.notes import Note
from qmsdesk.domain.positions import position_between
from qmsdesk.domain.records import creation_of, kind_of

TITLE_LENGTH = 80
WITHOUT_REQUIREMENT = (FindingType.IMPROVEMENT, FindingType.STRENGTH)


def first_sentence(text: str, length: int = TITLE_LENGTH) -> str:
    """The first sentence of a note as a title: without its full stop, cut between words where it is too long."""
    sentence = re.split(r"(?<=[.!?])\s|\n", text.strip(), maxsplit=1)[0].strip().rstrip(".")
    if len(sentence) <= length:
        return sentence
    cut = sentence[: length - 1].rsplit(" ", 1)[0].rstrip(",;:– ")
    return f"{cut}…"


def author_letter(dossier: Dossier, author_id: str) -> str:
    """The letter of an auditor by the place in the team; whoever is not in it comes after the last."""
    ids = [member.person_id for member in dossier.team]
    place = ids.index(author_id) if author_id in ids else len(ids)
    return chr(ord("A") + min(place, 25))


def new_finding(
    dossier: Dossier,
    author_id: str,
    type_: FindingType,
    question: Question | None,
    text: str = "",
    taken: Iterable[str] = (),
) -> Finding:
    """A finding at the end of the list; `text` is what was noted, `taken` are numbers given before and deleted."""
    numbers = [*(finding.number for finding in dossier.findings), *taken]
    last = max((finding.position for finding in dossier.findings), default="")
    refers_to = question.refers_to if question and type_ not in WITHOUT_REQUIREMENT else ()
    return Finding(
        id=new_id(),
        audit_id=dossier.audit.id,
        number=next_finding_number(author_letter(dossier, author_id), numbers),
        type=type_,
        title=first_sentence(text),
        requirement=refers_to[0] if refers_to else "",
        evidence=text.strip(),
        author_id=author_id,
        question_id=question.id if question else None,
        position=position_between(last, ""),
    )


def making_of(finding: Finding, note: Note | None) -> list[Edit]:
    """The edits that write a new finding, tied to its note if it has one."""
    edits = creation_of(finding)
    if note is not None:
        link = FindingNote(finding_note_id(finding.id, note.id), finding.audit_id, finding.id, note.id)
        edits += creation_of(link)
    return edits


def deletion_of(dossier: Dossier, finding: Finding) -> list[Edit]:
    """The edits that delete a finding and the actions that were to follow from it; what it took in stands again."""
    gone: list[Finding | Action] = [finding, *dossier.actions_of(finding)]
    freed = [edit for each in dossier.merged if each.merged_into_id == finding.id for edit in bringing_back(each)]
    return [*freed, *(Edit(kind_of(type(record)), record.id, DELETED, 1, record.audit_id) for record in gone)]


def question_of(dossier: Dossier, finding: Finding) -> Question | None:
    return next((question for question in dossier.questions if question.id == finding.question_id), None)


def notes_behind(dossier: Dossier, finding: Finding) -> list[Note]:
    """The notes a finding rests on, its own and those of what it has taken in."""
    through = {finding.id, *(each.id for each in taken_in(dossier, finding))}
    ids = {link.note_id for link in dossier.finding_notes if link.finding_id in through}
    return [note for note in dossier.notes if note.id in ids]


def made_at(dossier: Dossier, finding: Finding) -> dt.datetime | None:
    """When it was noted, else when it was made, where that can be known."""
    notes = notes_behind(dossier, finding)
    if notes:
        return notes[0].at
    digits = finding.id.replace("-", "")
    if len(digits) != 32 or digits[12] != "7":
        return None
    return dt.datetime.fromtimestamp(int(digits[:12], 16) / 1000, dt.UTC)
