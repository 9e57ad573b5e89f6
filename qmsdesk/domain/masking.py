"""Masking: a dossier without what its masks cover; the original is never touched."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

from qmsdesk.domain.actions import Action
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.masks import Covers, Mask, say_mask
from qmsdesk.domain.reports import SignOff
from qmsdesk.i18n import Words

_KEPT = frozenset(
    {"id", "position", "sha256", "content_hash", "basis", "layer", "signature", "media_type", "report_parts", "logo"}
)
"""Fields that are no texts."""


def masked(dossier: Dossier, _: Words) -> Dossier:
    """The dossier without what its masks cover, and without the masks, which hold the very words."""
    marks = {mask.target_id: say_mask(mask, _) for mask in dossier.masks if mask.covers is not Covers.PASSAGE}
    covered: Dossier = _covered(replace(dossier, masks=()), _eraser(dossier.masks, _))
    return replace(
        covered,
        findings=_without_findings(covered.findings, marks),
        merged=_without_findings(covered.merged, marks | _through(dossier, marks)),
        actions=tuple(_without_action(action, marks.get(_finding_of(dossier, action))) for action in covered.actions),
        attachments=tuple(_without_file(dossier, each, marks) for each in covered.attachments),
        regradings=tuple(
            replace(each, reason=marks[each.finding_id]) if each.finding_id in marks else each
            for each in covered.regradings
        ),
        sign_offs=tuple(map(_without_hand, dossier.sign_offs, covered.sign_offs)),
    )


def _through(dossier: Dossier, marks: Mapping[str, str]) -> dict[str, str]:
    """The marks of findings that stand, for those they have taken in."""
    standing = {finding.id: dossier.standing_id(finding.id) or "" for finding in dossier.merged}
    return {id_: marks[through] for id_, through in standing.items() if through in marks}


def _finding_of(dossier: Dossier, action: Action) -> str:
    return dossier.standing_id(action.finding_id) or ""


def _without_findings(findings: Iterable[Finding], marks: Mapping[str, str]) -> tuple[Finding, ...]:
    """Number and type stay: that there is a finding is no secret, what it says is."""
    return tuple(
        Finding(each.id, each.audit_id, each.number, each.type, marks[each.id], position=each.position)
        if each.id in marks
        else each
        for each in findings
    )


def _without_action(action: Action, mark: str | None) -> Action:
    if mark is None:
        return action
    owner = mark if action.owner.strip() else ""  # that nobody was named would be untrue
    return replace(action, text=mark, owner=owner, owner_id=None, done="", reply_reason="", remark="")


def _without_file(dossier: Dossier, attachment: Attachment, marks: Mapping[str, str]) -> Attachment:
    """A masked photo is neither shown nor named, but is counted; one of a masked finding goes with it."""
    mark = marks.get(attachment.id) or marks.get(dossier.standing_id(attachment.finding_id) or "")
    if mark is None:
        return attachment
    return replace(
        Attachment(attachment.id, attachment.audit_id, "", attachment.media_type, 0, mark),
        note_id=attachment.note_id,
        finding_id=attachment.finding_id,
        question_id=attachment.question_id,
    )


def _without_hand(sign_off: SignOff, covered: SignOff) -> SignOff:
    """A drawn signature says the name that was masked."""
    return covered if covered.name == sign_off.name else replace(covered, signature="")


class Place(NamedTuple):
    """Where masked words stand in a text, from `start` to before `end`, and which mask stands for them."""

    start: int
    end: int
    mask: Mask


def seen(text: str) -> str:
    """A text as it is read: without what nobody sees, between whose pieces words would hide."""
    text = unicodedata.normalize("NFC", text)
    is_plain = all(line.isprintable() for line in text.split("\n")) and not _SELECTORS.search(text)
    return text if is_plain else "".join(char for char in text if char in _SPACES or not _is_unseen(char))


_SPACES = frozenset("\t\n\r\v\f\x85")
_SELECTORS = re.compile("[\ufe00-\ufe0f]")


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf") or bool(_SELECTORS.match(char))


Find = Callable[[str], list[Place]]


def finder(masks: Iterable[Mask]) -> Find:
    """What finds the words of all masks in a text that was `seen`; where they overlap, that is one place."""
    patterns = _patterns(masks)
    any_of_them = re.compile("|".join(f"(?:{_written(mask.passage)})" for _, mask in patterns), re.IGNORECASE)

    def find(text: str) -> list[Place]:
        return _merged(text, patterns) if patterns and any_of_them.search(text) else []

    return find


def _patterns(masks: Iterable[Mask]) -> list[tuple[re.Pattern[str], Mask]]:
    """What finds the words of each mask, the longest first. It looks ahead: words may overlap themselves."""
    found = [mask for mask in masks if mask.covers is Covers.PASSAGE and seen(mask.passage).strip()]
    found.sort(key=lambda mask: -len(mask.passage))
    return [(re.compile(f"(?=({_written(mask.passage)}))", re.IGNORECASE), mask) for mask in found]


def _written(passage: str) -> str:
    """However its words stand in the lines of a text."""
    return r"\s+".join(re.escape(word) for word in seen(passage).split())


def _merged(text: str, patterns: Iterable[tuple[re.Pattern[str], Mask]]) -> list[Place]:
    found = (Place(*each.span(1), mask) for pattern, mask in patterns for each in pattern.finditer(text))
    merged: list[Place] = []
    for place in sorted(found, key=lambda place: place.start):
        if merged and place.start < merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(place.end, merged[-1].end))
        else:
            merged.append(place)
    return merged


def _eraser(masks: Iterable[Mask], _: Words) -> Callable[[str], str]:
    """Takes the words of all masks out of a text, and leaves alone what has none."""
    find = finder(masks)

    def erase(text: str) -> str:
        plain = seen(text)
        for start, end, mask in reversed(find(plain)):
            text = plain = plain[:start] + say_mask(mask, _) + plain[end:]
        return text

    return erase


def _covered(held: Any, erase: Callable[[str], str]) -> Any:
    """The same with every text in it erased; ids, hashes and states are no texts."""
    if type(held) is str:
        return erase(held)
    if type(held) is tuple:
        return tuple(_covered(each, erase) for each in held)
    if isinstance(held, Mapping):
        return {key: _covered(each, erase) for key, each in held.items()}
    if is_dataclass(held) and not isinstance(held, type):
        names = [field.name for field in fields(held) if field.name not in _KEPT and not field.name.endswith("_id")]
        return replace(held, **{name: _covered(getattr(held, name), erase) for name in names})
    return held
