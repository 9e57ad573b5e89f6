"""Phrases: findings, strengths and ready sentences that were good enough to use again."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.errors import PhraseIsEmpty, PhraseIsKept
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.identity import new_id
from qmsdesk.i18n import N_


class PhraseUse(StrEnum):
    """What a phrase is offered for."""

    NONCONFORMITY = "nonconformity"
    OBSERVATION = "observation"
    IMPROVEMENT = "improvement"
    STRENGTH = "strength"
    SENTENCE = "sentence"


USE_NAMES = {
    PhraseUse.NONCONFORMITY: N_("Nonconformity"),
    PhraseUse.OBSERVATION: N_("Observation"),
    PhraseUse.IMPROVEMENT: N_("Improvement proposal"),
    PhraseUse.STRENGTH: N_("Strength"),
    PhraseUse.SENTENCE: N_("Ready sentence"),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    id: str
    use: PhraseUse
    text_sv: str = ""
    text_en: str = ""


def use_of(type_: FindingType) -> PhraseUse:
    """What a phrase taken from a finding is for: one for both grades of nonconformity."""
    return PhraseUse.NONCONFORMITY if type_.is_nonconformity else PhraseUse(type_.value)


def fitting(phrases: Iterable[Phrase], type_: FindingType) -> list[Phrase]:
    """The phrases for a type of finding, and after them the sentences that go with any."""
    uses = (use_of(type_), PhraseUse.SENTENCE)
    return sorted((each for each in phrases if each.use in uses), key=lambda each: uses.index(each.use))


def with_words(phrases: Iterable[Phrase], search: str) -> list[Phrase]:
    """Those that hold every word of a search, in either language."""
    sought = search.casefold().split()
    return [each for each in phrases if all(word in f"{each.text_sv} {each.text_en}".casefold() for word in sought)]


def keep_phrase(phrases: Iterable[Phrase], use: PhraseUse, text: str, language: str) -> Phrase:
    """A text as a new phrase, in the language it was written in. Raises `PhraseIsEmpty` and `PhraseIsKept`."""
    kept = text.strip()
    if not kept:
        raise PhraseIsEmpty
    if any(_folded(kept) in (_folded(each.text_sv), _folded(each.text_en)) for each in phrases if each.use is use):
        raise PhraseIsKept
    return Phrase(new_id(), use, **{f"text_{language}": kept})


def _folded(text: str) -> str:
    """What two texts have in common that differ in capitals, spaces and the last full stop."""
    return " ".join(text.casefold().split()).rstrip(".")
