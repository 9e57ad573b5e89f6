"""Dictionaries where they lie, and the file of one's own words."""

from pathlib import Path

import pytest

from qmsdesk.domain.errors import FileNotWritable
from qmsdesk.exchange.spelling import (
    Dictionary,
    add_own_word,
    dictionary_folders,
    find_dictionaries,
    load_own_words,
    own_words_file,
)
from tests.exchange.small_dictionaries import ENGLISH, SWEDISH, write_dictionary


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO8859-1"])
def test_a_dictionary_knows_words_joins_them_and_suggests(tmp_path: Path, encoding: str) -> None:
    held = Dictionary(write_dictionary(tmp_path / "Ordböcker å", "sv_SE", SWEDISH, encoding))

    assert held.knows("dörren")
    assert held.knows("Städrutin"), "words are joined as in Swedish"
    assert not held.knows("gjången")
    assert "dörren" in held.suggest("djörren")
    assert held.suggest("日本") == ()
    assert held.knows("日本") or encoding == "UTF-8"


def test_the_best_of_each_language_is_taken_from_the_first_folder(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write_dictionary(first, "en_US", ENGLISH)
    write_dictionary(second, "en_GB", ENGLISH)
    write_dictionary(second, "sv_FI", SWEDISH)
    (first / "sv_SE.aff").write_text("SET UTF-8\n", encoding="utf-8")  # half a dictionary is none

    assert find_dictionaries([tmp_path / "away", first, second]) == {"sv": second / "sv_FI", "en": first / "en_US"}
    assert find_dictionaries([second, first])["en"] == second / "en_GB"
    assert find_dictionaries([]) == {}


def test_ones_own_folder_lies_beside_the_settings() -> None:
    assert dictionary_folders()[0] == own_words_file().with_name("dictionaries")


def test_own_words_are_kept_one_in_each_line() -> None:
    assert load_own_words() == set()
    add_own_word("Kaffehörnan")
    add_own_word("snabbis")

    assert own_words_file().read_text(encoding="utf-8") == "Kaffehörnan\nsnabbis\n"
    assert load_own_words() == {"kaffehörnan", "snabbis"}


def test_a_place_that_cannot_be_written_is_said_in_a_sentence() -> None:
    own_words_file().mkdir(parents=True)

    assert load_own_words() == set()
    with pytest.raises(FileNotWritable):
        add_own_word("ord")
