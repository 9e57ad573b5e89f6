"""Phrases: findings, strengths and ready sentences that were good enough to use again."""

from dataclasses import dataclass
from enum import StrEnum


class PhraseUse(StrEnum):
    """What a phrase is offered for."""

    NONCONFORMITY = "nonconformity"
    OBSERVATION = "observation"
    IMPROVEMENT = "improvement"
    STRENGTH = "strength"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Phrase:
    id: str
    use: PhraseUse
    text_sv: str = ""
    text_en: str = ""
