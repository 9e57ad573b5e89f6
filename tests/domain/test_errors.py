"""Refusals: each has one sentence that can be said, in both languages."""

import string
from pathlib import Path

import pytest

from qmsdesk.domain import errors
from qmsdesk.domain.errors import FindingIsIncomplete, Refusal, StateCannotFollow
from qmsdesk.i18n import LANGUAGES, words

REFUSALS = [
    value
    for value in vars(errors).values()
    if isinstance(value, type) and issubclass(value, Refusal) and value != Refusal
]


def fields_of(refusal: type[Refusal]) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(refusal.sentence) if name is not None]


@pytest.mark.parametrize("refusal", REFUSALS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_can_be_said(refusal: type[Refusal], language: str) -> None:
    fields = fields_of(refusal)

    said = refusal(**{name: Path(f"/{name}") for name in fields}).say(words(language))

    assert refusal.sentence.endswith(".")
    assert all(name.isidentifier() for name in fields), "fields are named, so that a translator can move them"
    assert all(f"{Path('/', name)}" in said for name in fields)
    assert "{" not in said


def test_names_of_states_are_translated_with_the_sentence() -> None:
    swedish = words("sv")

    said = StateCannotFollow(number="2026-01", now="Final", later="Planned").say(swedish)

    assert all(swedish(state) in said for state in ("Final", "Planned"))
    assert "2026-01" in said


def test_a_list_is_read_out() -> None:
    said = FindingIsIncomplete(number="A-01", parts=["title", "evidence"]).say(words("en"))

    assert said == "Finding A-01 still lacks: title, evidence. Fill that in first."


def test_braces_in_what_somebody_wrote_do_no_harm() -> None:
    assert "{audit} {0}" in errors.AuditNotFound(audit="{audit} {0}").say(words("sv"))
