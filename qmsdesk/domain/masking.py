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
    return replace(action, text=mark, owner="", owner_id=None, done="", reply_reason="", remark="")


def _without_file(dossier: Dossier, attachment: Attachment, marks: Mapping[str, str]) -> Attachment:
    """A masked photo is neither shown nor named, but is counted; one of a masked finding goes with it."""
    mark = marks.get(attachment.id) or marks.get(dossier.standing_id(attachment.finding_id) or "")
    if mark is None:
        return attachment
    kept = {"note_id": attachment.note_id, "finding_id": attachment.finding_id, "question_id": attachment.question_id}
    return Attachment(attachment.id, attachment.audit_id, "", attachment.media_type, 0, mark, **kept)


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


def places(text: str, masks: Iterable[Mask]) -> list[Place]:
    """Where the words of all masks stand in a text that was `seen`; where they overlap, that is one place."""
    return _places(text, _patterns(masks))


Patterns = list[tuple[re.Pattern[str], Mask]]


def _patterns(masks: Iterable[Mask]) -> Patterns:
    """What finds the words of each mask, the longest first; other cases and line breaks do not hide them."""
    found = [mask for mask in masks if mask.covers is Covers.PASSAGE and seen(mask.passage).strip()]
    return [(_pattern(mask.passage), mask) for mask in sorted(found, key=lambda mask: -len(mask.passage))]


def _places(text: str, patterns: Patterns) -> list[Place]:
    found = (Place(*each.span(1), mask) for pattern, mask in patterns for each in pattern.finditer(text))
    merged: list[Place] = []
    for place in sorted(found, key=lambda place: place.start):
        if merged and place.start < merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(place.end, merged[-1].end))
        else:
            merged.append(place)
    return merged


def _eraser(masks: Iterable[Mask], _: Words) -> Callable[[str], str]:
    """Takes the words of all masks out of a text."""
    patterns = _patterns(masks)

    def erase(text: str) -> str:
        plain = seen(text)
        for start, end, mask in reversed(_places(plain, patterns)):
            text = plain = plain[:start] + say_mask(mask, _) + plain[end:]
        return text

    return erase if patterns else lambda text: text


def _pattern(passage: str) -> re.Pattern[str]:
    """Looks ahead, so that words that overlap themselves are found whole."""
    words = r"\s+".join(re.escape(word) for word in seen(passage).split())
    return re.compile(f"(?=({words}))", re.IGNORECASE)


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
