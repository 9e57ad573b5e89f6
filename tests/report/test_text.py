"""Text on its way to paper: nothing typed is lost, nothing breaks the lines."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.report.directions import joined, typed
from qmsdesk.report.fonts import EMOJI_BLOCKS, FILES, face, fallback
from qmsdesk.report.text import BREAK_AFTER, PLAIN, SOFT_HYPHEN, Hyphenation, Line, break_lines, clean, hyphens

REGULAR = face("regular")
WIDTH = 200.0


def lines_of(text: str, width: float = WIDTH, hyphenation: Hyphenation | None = None) -> list[str]:
    return ["".join(run for _, run in line.runs) for line in break_lines([(REGULAR, text)], 10, width, hyphenation)]


def is_printable(char: str) -> bool:
    return REGULAR.has(char) or fallback(char) is not None


def test_the_quick_path_holds_only_what_source_sans_has() -> None:
    faces = [face(name) for name in FILES if FILES[name].startswith("SourceSans")]
    quick = [chr(code) for code in range(0x10000) if PLAIN.fullmatch(chr(code)) and code != 0x0A]
    assert len(quick) > 500
    assert [char for char in quick if not all(each.has(char) or fallback(char) for each in faces)] == []
    assert [
        char for char in quick if re.match(r"[ -~åäöÅÄÖéü–—’”…]", char) and not all(each.has(char) for each in faces)
    ] == []


@given(st.text())
def test_cleaned_text_can_be_printed(text: str) -> None:
    assert all(is_printable(char) for char in clean(text) if char != "\n")


@given(st.text(alphabet=st.characters(codec="latin-1", categories=("L", "N", "P", "S"))))
def test_swedish_and_english_stay_as_typed(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("rad\r\nrad\rrad\u2028rad", "rad\nrad\nrad\nrad"),
        ("a\tb\x07c\u200bd\ufeff", "a bcd"),
        ("a\u0308", "ä"),
        ("👍🏽", "👍"),
        ("中", "[U+4E2D]"),
        ("\ud800", "[U+D800]"),
        ("𝄞", "[musical symbol g clef]"),
        ("<b>&\"'", "<b>&\"'"),
    ],
)
def test_what_cannot_be_printed_is_named(typed: str, printed: str) -> None:
    assert clean(typed) == printed


def test_an_emoji_comes_from_the_emoji_face() -> None:
    assert all(ord(char) >= EMOJI_BLOCKS for char in "😀🎉🚲")
    assert [fallback(char) for char in "😀🎉🚲"] == [face("emoji")] * 3


@given(st.text(max_size=300), st.floats(20, 400))
def test_no_line_is_wider_than_its_column_and_no_char_is_lost(text: str, width: float) -> None:
    cleaned = clean(text)
    lines = break_lines([(REGULAR, cleaned)], 10, width)
    widest = max((face_.char_width(char) for line in lines for face_, run in line.runs for char in run), default=0)
    assert all(line.width * 10 / 1000 <= max(width, widest / 100) + 0.01 for line in lines)
    printed = "".join(line.said or "".join(run for _, run in line.runs) for line in lines)
    assert typed(printed).replace(" ", "") == typed(cleaned).replace(" ", "").replace("\n", "")


def test_ten_thousand_letters_without_a_space() -> None:
    lines = lines_of("x" * 10_000)
    assert "".join(lines) == "x" * 10_000
    assert len({len(line) for line in lines[:-1]}) == 1


def test_a_long_name_breaks_where_it_is_natural() -> None:
    lines = lines_of("https://granalva.example/rutiner/hemtjanst/planering_av_helger.pdf", 120)
    assert all(line[-1] in BREAK_AFTER for line in lines[:-1])


@given(st.text(alphabet="abcåäö -中😀\n", max_size=300), st.floats(40, 400))
def test_what_is_read_aloud_has_every_word_whole(text: str, width: float) -> None:
    """Lines follow each other as they are written in the file: only spaces stand between words, nothing inside them."""
    cleaned = clean(text)
    lines = break_lines([(REGULAR, cleaned)], 10, width, Hyphenation(hyphens("sv")))
    read = "".join(run for line in lines for _, run in line.runs).replace(SOFT_HYPHEN, "")
    assert read.split() == cleaned.split()


def test_line_breaks_are_kept() -> None:
    assert lines_of("ett\n\ntvå") == ["ett ", "", "två"]


def test_swedish_words_are_hyphenated_where_swedish_is() -> None:
    swedish = Hyphenation(hyphens("sv"))
    text = "Rutinen för leverantörsbedömning följs."
    lines = lines_of(text, 110, swedish)
    assert any(line.endswith(SOFT_HYPHEN) for line in lines)
    assert "".join(line.removesuffix(SOFT_HYPHEN) for line in lines) == text


def test_cells_hyphenate_only_what_is_wider_than_the_cell() -> None:
    rescue = Hyphenation(hyphens("sv"), is_rescue=True)
    assert lines_of("en verksamhetsutvecklare", 100, rescue) == ["en ", "verksamhetsutvecklare"]
    assert lines_of("verksamhetsutvecklare", 70, rescue)[0].endswith(SOFT_HYPHEN)


def test_short_words_and_numbers_are_not_hyphenated() -> None:
    places = hyphens("sv")
    assert not places("rutin")
    assert not places("2026-11-25")
    assert places("leverantörsbedömning,")


def test_two_faces_share_a_line() -> None:
    (line,) = break_lines([(face("semibold"), "Krav:"), (REGULAR, "nycklar")], 10, WIDTH)
    assert line == Line(line.width, ((face("semibold"), "Krav:"), (REGULAR, " nycklar")))
    assert line.width == face("semibold").width("Krav:") + REGULAR.space + REGULAR.width("nycklar")


@pytest.mark.parametrize(
    ("typed_text", "shown"),
    [
        ("שלום", "םולש"),
        ("Rum שלום 12 (עולם) i dag", "Rum (םלוע) 12 םולש i dag"),
        ("סעיף 3.5 ב-2026", "2026-ב 3.5 ףיעס"),
        ("ab \u05e9\u05b8", "ab \u05b8\u05e9"),
    ],
)
def test_hebrew_runs_from_right_to_left_and_is_read_as_typed(typed_text: str, shown: str) -> None:
    (line,) = break_lines([(REGULAR, clean(typed_text))], 10, 400)
    assert "".join(run for _, run in line.runs) == clean(shown)
    assert line.said == clean(typed_text)


@pytest.mark.parametrize(
    ("word", "shown"),
    [("سلام", "\ufeb3\ufefc\ufee1"), ("باب", "\ufe91\ufe8e\ufe8f"), ("ab", "ab"), ("دار", "\ufea9\ufe8d\ufead")],
)
def test_arabic_letters_join_their_neighbours(word: str, shown: str) -> None:
    assert joined(word) == shown
    assert typed(shown) == word


def test_a_line_does_not_end_within_a_paragraph_sign_or_a_per_cent() -> None:
    words_held = ("3\xa0§", "12\xa0%", "4\xa0kap.\xa03\xa0§", "så\xa0– och", "en-dash 3–5")
    assert tuple(clean(text) for text in ("3 §", "12 %", "4 kap. 3 §", "så – och", "en-dash 3–5")) == words_held
