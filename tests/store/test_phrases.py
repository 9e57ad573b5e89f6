"""Phrases in the register, in the order of the alphabet."""

from qmsdesk.domain.phrases import Phrase, PhraseUse
from qmsdesk.store.phrases import list_phrases
from qmsdesk.store.register import Register
from tests.store.town import creations


def test_phrases_come_by_use_and_text(register: Register) -> None:
    phrases = [
        Phrase("1", PhraseUse.STRENGTH, "Öppna möten"),
        Phrase("2", PhraseUse.STRENGTH, "", "Zeal"),
        Phrase("3", PhraseUse.STRENGTH, "alla hörs"),
        Phrase("4", PhraseUse.OBSERVATION, "Ett"),
    ]
    register.write(creations(phrases), at=None, guarded=False)
    assert [each.id for each in list_phrases(register.db)] == ["4", "3", "2", "1"]
