"""Agreements: what the auditors hold of each question side by side, and which findings say the same."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.answers import Answer, Verdict, agreed_answer_id
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingState, FindingType, missing_parts
from qmsdesk.domain.records import creation_of, edit_of

ALIKE_WORDS = 0.45
"""The share of their words that two findings have in common where they probably say the same."""
SHORTEST_WORD, STEM = 4, 6


class Likeness(StrEnum):
    SAME = "same"
    SINGLE = "single"
    DIFFERS = "differs"
    MISSING = "missing"
    AGREED = "agreed"

    @property
    def is_alike(self) -> bool:
        """Whether it can be agreed on as it stands."""
        return self in (Likeness.SAME, Likeness.SINGLE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A question with the auditors' answers in the order of the team, and the agreed one if there is one.

    `is_reopened` says that it had been agreed on before somebody answered otherwise.
    """

    question: Question
    likeness: Likeness
    answers: tuple[Answer, ...] = ()
    agreed: Answer | None = None
    is_reopened: bool = False


def compare(dossier: Dossier) -> list[Comparison]:
    """Every question to ask, in order, with how far the auditors are agreed on it; and what was answered beside."""
    places = {member.person_id: place for place, member in enumerate(dossier.team)}
    own: defaultdict[str, list[Answer]] = defaultdict(list)
    agreed: dict[str, Answer] = {}
    for answer in dossier.answers:
        if answer.verdict is None:
            continue
        if answer.is_agreed:
            agreed[answer.question_id] = answer
        else:
            own[answer.question_id].append(answer)
    for held in own.values():
        held.sort(key=lambda answer: (places.get(answer.author_id or "", len(places)), answer.id))
    return [
        _compared(question, tuple(own[question.id]), agreed.get(question.id))
        for question in dossier.chosen_questions
        if question.id not in dossier.unmet or question.id in agreed or own[question.id]
    ]


def _compared(question: Question, answers: tuple[Answer, ...], agreed: Answer | None) -> Comparison:
    is_reopened = agreed is not None and _is_overtaken(agreed, answers)
    if agreed is not None and (agreed.is_settled or not answers) and not is_reopened:
        return Comparison(question, Likeness.AGREED if agreed.is_settled else Likeness.MISSING, answers, agreed)
    if agreed is not None:
        return Comparison(question, Likeness.DIFFERS, answers, agreed, is_reopened)
    return Comparison(question, _likeness(answers), answers)


def _is_overtaken(agreed: Answer, answers: tuple[Answer, ...]) -> bool:
    """Whether an auditor has answered otherwise since it was agreed; answers nobody had then all count as new."""
    return basis_of(answers) != agreed.basis and any(_said(answer) != _said(agreed) for answer in answers)


def _likeness(answers: tuple[Answer, ...]) -> Likeness:
    if not any(not answer.lacks_reason for answer in answers):
        return Likeness.MISSING
    if len({_said(answer) for answer in answers}) > 1 or not answers[0].is_settled:
        return Likeness.DIFFERS
    return Likeness.SAME if len(answers) > 1 else Likeness.SINGLE


def _said(answer: Answer) -> tuple[Verdict | None, str]:
    """What two answers must share to be the same; a reason counts only where one is due."""
    is_due = answer.verdict is not None and answer.verdict.needs_reason
    return answer.verdict, " ".join(answer.reason.split()) if is_due else ""


def basis_of(answers: Iterable[Answer]) -> str:
    """The mark of what the auditors hold of a question: another as soon as one of them answers otherwise."""
    held = sorted((answer.author_id or "", *map(str, _said(answer))) for answer in answers)
    return hashlib.sha256("\0".join("\1".join(parts) for parts in held).encode()).hexdigest()[:16]


def count_by_likeness(comparisons: Iterable[Comparison]) -> dict[Likeness, int]:
    """How many questions stand how, all of them named."""
    counts = dict.fromkeys(Likeness, 0)
    for comparison in comparisons:
        counts[comparison.likeness] += 1
    return counts


def authors_of(dossier: Dossier) -> list[str]:
    """Who has answered anything, in the order of the team."""
    answered = {a.author_id for a in dossier.answers if a.author_id and a.verdict is not None and not a.is_agreed}
    team = [member.person_id for member in dossier.team if member.person_id in answered]
    return [*team, *sorted(answered - set(team))]


def agreement(audit_id: str, comparison: Comparison, verdict: Verdict, reason: str = "") -> Answer:
    """The agreed answer to a question; a reason that is due and not given is taken from an auditor who gave one."""
    given = (answer.reason for answer in comparison.answers if answer.verdict is verdict and answer.reason.strip())
    reason = (reason or next(given, "")) if verdict.needs_reason else reason
    key = agreed_answer_id(audit_id, comparison.question.id)
    basis = basis_of(comparison.answers)
    return Answer(key, audit_id, comparison.question.id, None, verdict, reason, is_agreed=True, basis=basis)


def agreement_as_it_is(audit_id: str, comparison: Comparison) -> Answer:
    """The agreed answer where all who answered say the same."""
    first = comparison.answers[0]
    assert first.verdict is not None, "an answer that was taken back is not compared"
    return agreement(audit_id, comparison, first.verdict, first.reason)


def agreement_edits(answer: Answer, before: Answer | None) -> list[Edit]:
    """What writes an agreed answer, new or in place of one that stands."""
    if before is None:
        return creation_of(answer)
    changed = [field for field in ("verdict", "reason", "basis") if getattr(answer, field) != getattr(before, field)]
    if "verdict" in changed and "reason" not in changed:
        changed.append("reason")  # what was typed for the answer before may be on its way to the disk
    return [edit_of(answer, field, getattr(answer, field)) for field in changed]


# Findings


def standing(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stand, and those taken in. One whose taker is gone, or in a circle, stands: none is lost."""
    held = {finding.id: finding for finding in findings}
    stands = {finding.id for finding in findings if _stands(finding, held)}
    return (
        tuple(finding for finding in findings if finding.id in stands),
        tuple(finding for finding in findings if finding.id not in stands),
    )


def _stands(finding: Finding, held: Mapping[str, Finding]) -> bool:
    met: list[str] = []
    now = finding
    while now.id not in met:
        met.append(now.id)
        taker = held.get(now.merged_into_id or "")
        if taker is None:
            return now is finding
        now = taker
    return finding.id == min(met[met.index(now.id) :])


def taken_in(dossier: Dossier, finding: Finding) -> list[Finding]:
    """The findings that a finding has taken in, and those that they had taken in before."""
    found = [other for other in dossier.merged if other.merged_into_id == finding.id]
    return [each for other in found for each in (other, *taken_in(dossier, other))]


def merging_of(dossier: Dossier, stays: Finding, goes: Finding) -> list[Edit]:
    """The edits that let one finding take in another: its notes and photos count through it, its actions follow."""
    actions = [edit_of(action, "finding_id", stays.id) for action in dossier.actions_of(goes)]
    return [edit_of(goes, "merged_into_id", stays.id), *actions]


def bringing_back(finding: Finding) -> list[Edit]:
    """The edits that let a finding stand by itself again."""
    return [edit_of(finding, "merged_into_id", None)]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two findings that may say the same, the earlier first."""

    first: Finding
    second: Finding


def likely_duplicates(findings: Sequence[Finding]) -> list[Pair]:
    """Pairs from one question by two auditors, or with many words in common, the likeliest first."""
    words = {finding.id: _words(finding) for finding in findings}
    found = []
    for place, first in enumerate(findings):
        for second in findings[place + 1 :]:
            shared = _shared(words[first.id], words[second.id])
            if _may_be_one(first, second) and (shared >= ALIKE_WORDS or _from_one_question(first, second)):
                found.append((-shared, Pair(first, second)))
    return [pair for _, pair in sorted(found, key=lambda each: each[0])]


def _may_be_one(first: Finding, second: Finding) -> bool:
    """What is good and what is not are never the same finding."""
    return (first.type is FindingType.STRENGTH) is (second.type is FindingType.STRENGTH)


def _from_one_question(first: Finding, second: Finding) -> bool:
    """One auditor who made two of one question meant two."""
    is_one = first.question_id is not None and first.question_id == second.question_id
    return is_one and first.author_id != second.author_id


def _words(finding: Finding) -> frozenset[str]:
    said = f"{finding.title} {finding.statement} {finding.evidence}".casefold()
    return frozenset(word[:STEM] for word in re.findall(r"\w+", said) if len(word) >= SHORTEST_WORD)


def _shared(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / min(len(first), len(second)) if len(first) > 1 and len(second) > 1 else 0.0


def ready_to_agree(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that lack nothing and are not agreed yet."""
    return [f for f in findings if f.state is not FindingState.AGREED and not missing_parts(f)]
