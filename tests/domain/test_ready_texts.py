"""The standing sentences of a report, and whose they are."""

from dataclasses import replace

import pytest

from qmsdesk.domain.ready_texts import DEFAULT_TEXTS, PLACE_NAMES, ReadyPlace, ReadyText, ready_text
from qmsdesk.i18n import words
from tests.report.sample_dossiers import empty

OWN = ReadyText("r1", ReadyPlace.CLOSING, "Tack från oss", "", "a")
USUAL = ReadyText("r2", ReadyPlace.CLOSING, "Tack", "Thanks")


def test_every_place_has_a_name_and_a_text() -> None:
    assert set(DEFAULT_TEXTS) == set(PLACE_NAMES) == set(ReadyPlace)


@pytest.mark.parametrize(
    ("held", "language", "expected"),
    [
        ((USUAL, OWN), "sv", "Tack från oss"),
        ((OWN, USUAL), "en", "Tack från oss"),
        ((USUAL,), "en", "Thanks"),
        ((USUAL, replace(OWN, text_sv=" \n ")), "sv", "Tack"),
        ((replace(USUAL, text_sv="", text_en=""),), "sv", words("sv")(DEFAULT_TEXTS[ReadyPlace.CLOSING])),
        ((), "en", DEFAULT_TEXTS[ReadyPlace.CLOSING]),
    ],
)
def test_the_audits_own_text_comes_first(held: tuple[ReadyText, ...], language: str, expected: str) -> None:
    dossier = replace(empty(), ready_texts=held)
    assert ready_text(dossier, ReadyPlace.CLOSING, words(language)) == expected


def test_the_usual_texts_are_swedish_in_swedish() -> None:
    for place, text in DEFAULT_TEXTS.items():
        assert ready_text(empty(), place, words("sv")) != text
