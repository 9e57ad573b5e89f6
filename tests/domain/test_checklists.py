"""Checklists: a question's content hash, and editions that never change."""

from dataclasses import fields, replace

import pytest

from qmsdesk.domain.checklists import Checklist, ChecklistState, Question, content_hash, refuse_change_if_published
from qmsdesk.domain.errors import ChecklistIsPublished

QUESTION = Question("q", "s", "K1", "i", text_sv="Hur gör ni?", refers_to=("ISO9001:7.3",))
ASKED = {"text_sv", "text_en", "guidance_sv", "guidance_en", "evidence_sv", "evidence_en", "refers_to", "condition"}


@pytest.mark.parametrize("field", [field.name for field in fields(Question)])
def test_the_hash_changes_exactly_when_something_else_is_asked(field: str) -> None:
    other = {"refers_to": ("SOSFS2011-9:5",), "minutes": 3, "must_ask": True}.get(field, "other")

    assert (content_hash(replace(QUESTION, **{field: other})) != content_hash(QUESTION)) == (field in ASKED)


def test_a_text_that_moved_to_another_field_is_another_question() -> None:
    assert content_hash(replace(QUESTION, text_sv="", text_en="Hur gör ni?")) != content_hash(QUESTION)


def test_a_published_edition_never_changes() -> None:
    draft = Checklist("c", "core", "2026", "Kärnan")

    refuse_change_if_published(draft)
    with pytest.raises(ChecklistIsPublished, match="“Kärnan” edition 2026"):
        refuse_change_if_published(replace(draft, state=ChecklistState.PUBLISHED))
