"""Phrases: which fit a finding, what a search finds, and the same text only once."""

import pytest

from qmsdesk.domain.errors import PhraseIsEmpty, PhraseIsKept
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.phrases import Phrase, PhraseUse, fitting, keep_phrase, use_of, with_words

HEARD = Phrase("1", PhraseUse.STRENGTH, "Alla blir hörda.", "Everybody is heard.")
SEEN = Phrase("2", PhraseUse.SENTENCE, "Visades i …")
LATE = Phrase("3", PhraseUse.NONCONFORMITY, "", "3 of 8 were late")
PHRASES = [SEEN, HEARD, LATE]


@pytest.mark.parametrize("type_", FindingType)
def test_every_type_of_finding_has_its_phrases(type_: FindingType) -> None:
    assert use_of(type_) is not PhraseUse.SENTENCE


def test_those_of_the_type_come_first_and_then_the_sentences() -> None:
    assert fitting(PHRASES, FindingType.STRENGTH) == [HEARD, SEEN]
    assert fitting(PHRASES, FindingType.NONCONFORMITY_MAJOR) == [LATE, SEEN]
    assert fitting(PHRASES, FindingType.NONCONFORMITY_MINOR) == [LATE, SEEN]
    assert fitting(PHRASES, FindingType.OBSERVATION) == [SEEN]


@pytest.mark.parametrize(("search", "found"), [("", PHRASES), ("HEARD alla", [HEARD]), ("late hörda", [])])
def test_a_search_finds_every_word_in_either_language(search: str, found: list[Phrase]) -> None:
    assert with_words(PHRASES, search) == found


def test_a_text_is_kept_in_its_language() -> None:
    kept = keep_phrase(PHRASES, PhraseUse.STRENGTH, "  They ask each other.\n", "en")
    assert (kept.use, kept.text_sv, kept.text_en) == (PhraseUse.STRENGTH, "", "They ask each other.")
    assert kept.id not in {each.id for each in PHRASES}


@pytest.mark.parametrize("text", ["Alla blir hörda.", " alla  blir HÖRDA", "Everybody is\nheard"])
def test_the_same_text_is_kept_once(text: str) -> None:
    with pytest.raises(PhraseIsKept):
        keep_phrase(PHRASES, PhraseUse.STRENGTH, text, "sv")
    assert keep_phrase(PHRASES, PhraseUse.OBSERVATION, text, "sv").text_sv == text.strip()


def test_nothing_is_not_kept() -> None:
    with pytest.raises(PhraseIsEmpty):
        keep_phrase(PHRASES, PhraseUse.STRENGTH, " \n", "sv")
