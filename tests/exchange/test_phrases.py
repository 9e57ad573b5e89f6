"""The shipped phrases: in both languages, for every use, and imported once."""

from qmsdesk.domain.phrases import PhraseUse
from qmsdesk.exchange.phrases import import_phrases, shipped_phrases
from qmsdesk.store.phrases import list_phrases
from qmsdesk.store.register import Register


def test_there_are_some_for_every_use_in_both_languages() -> None:
    phrases = shipped_phrases()
    assert {phrase.use for phrase in phrases} == set(PhraseUse)
    assert all(phrase.text_sv and phrase.text_en for phrase in phrases)
    assert len({phrase.id for phrase in phrases}) == len(phrases)


def test_they_say_how_many_of_how_many() -> None:
    counted = [phrase for phrase in shipped_phrases() if phrase.use is PhraseUse.NONCONFORMITY]
    assert all("… av …" in phrase.text_sv and "… of …" in phrase.text_en for phrase in counted)


def test_importing_twice_is_importing_once(register: Register) -> None:
    import_phrases(register)
    before = register.db.execute("SELECT count(*) FROM change").fetchone()
    import_phrases(register)
    assert register.db.execute("SELECT count(*) FROM change").fetchone() == before
    assert len(list_phrases(register.db)) == len(shipped_phrases())
