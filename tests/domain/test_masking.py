"""Masking: what is masked is in no text of the copy, and the original keeps it."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import MaskIsTooShort, MaskWithoutReason
from qmsdesk.domain.masking import finder, masked
from qmsdesk.domain.masks import Covers, Mask, refuse_mask, say_mask
from qmsdesk.domain.reports import SignOff
from qmsdesk.i18n import words
from tests.report import sample_dossiers as samples

EN = words("en")
REASON = "§ 1"


def texts(held: Any) -> Iterator[str]:
    if type(held) is str:
        yield held
    elif isinstance(held, Mapping):
        for each in held.values():
            yield from texts(each)
    elif isinstance(held, tuple):
        for each in held:
            yield from texts(each)
    elif is_dataclass(held):
        for field in fields(held):
            if field.name != "id" and not field.name.endswith("_id"):
                yield from texts(getattr(held, field.name))


def passage(words_: str, reason: str = REASON) -> Mask:
    return Mask("m", "a", Covers.PASSAGE, passage=words_, reason=reason)


def with_masks(dossier: Dossier, *masks: Mask) -> Dossier:
    return replace(dossier, masks=masks)


@given(st.text("abåÅ é\n.()[*", min_size=2, max_size=6), st.text("abåÅ é\n.()[*", max_size=30))
def test_masked_words_are_in_no_text_of_the_copy(secret: str, around: str) -> None:
    assume(len("".join(secret.split())) > 1)
    dossier = samples.typical()
    finding = replace(dossier.findings[0], statement=f"{around}{secret.upper()}{around}", title=secret)
    dossier = replace(dossier, findings=(finding, *dossier.findings[1:]), main_messages=())
    dossier = with_masks(dossier, passage(secret))
    found = " ".join(unicodedata.normalize("NFC", secret).split()).casefold()
    for text in texts(masked(dossier, EN)):
        plain = text.replace(say_mask(dossier.masks[0], EN), "\0")
        assert found not in " ".join(unicodedata.normalize("NFC", plain).split()).casefold()
    assert dossier.findings[0].title == secret


def test_a_masked_finding_keeps_its_number_and_type_and_nothing_else() -> None:
    dossier = samples.typical()
    finding = next(each for each in dossier.findings if dossier.actions_of(each))
    photo = Attachment("ph", "a", "ab" * 32, "image/jpeg", 9, "The cabinet", finding_id=finding.id, name="key.jpg")
    mask = Mask("m", "a", Covers.FINDING, finding.id, reason=REASON)
    copy = masked(with_masks(replace(dossier, attachments=(photo,)), mask), EN)
    (left,) = [each for each in copy.findings if each.id == finding.id]
    assert (left.number, left.type, left.title) == (finding.number, finding.type, "[Masked: § 1]")
    assert not any((left.statement, left.evidence, left.requirement, left.consequence, left.confirmed_by))
    assert {action.text for action in copy.actions_of(left)} == {"[Masked: § 1]"}
    (gone,) = copy.attachments
    assert (gone.caption, gone.sha256, gone.name) == ("[Masked: § 1]", "", "")


def test_a_masked_photo_is_neither_shown_nor_named() -> None:
    photo = Attachment("ph", "a", "ab" * 32, "image/jpeg", 9, "The cabinet", name="key.jpg", layer="[]")
    other = replace(photo, id="other")
    dossier = replace(samples.typical(), attachments=(photo, other))
    first, second = masked(with_masks(dossier, Mask("m", "a", Covers.ATTACHMENT, "ph")), EN).attachments
    assert (first.caption, first.sha256, first.layer) == ("[Masked]", "", "")
    assert second == other


def test_a_masked_name_takes_the_drawn_signature_with_it() -> None:
    signed = SignOff("s", "a", "Anna Berg", "chef", samples.STAMP, signature="[[0,0,9,9]]")
    other = replace(signed, id="o", name="Bo Ek")
    copy = masked(with_masks(replace(samples.typical(), sign_offs=(signed, other)), passage("anna berg")), EN)
    assert copy.sign_offs == (replace(signed, name="[Masked: § 1]", signature=""), other)


def test_without_masks_nothing_is_changed() -> None:
    assert masked(samples.overfull(), EN) == samples.overfull()


def test_the_copy_does_not_hold_its_masks() -> None:
    assert masked(with_masks(samples.typical(), passage("anything")), EN).masks == ()


@pytest.mark.parametrize(
    ("mask", "refusal"), [(passage("Anna", " "), MaskWithoutReason), (passage(" a "), MaskIsTooShort)]
)
def test_a_mask_says_why_and_covers_more_than_a_letter(mask: Mask, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        refuse_mask(mask)
    refuse_mask(replace(mask, passage="Anna", reason=REASON))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg Ek kom", [(0, 12)]),
        ("anna\nberg, Berg  ek", [(0, 9), (11, 19)]),
        ("ananan", [(0, 6)]),
        ("Inget", []),
    ],
)
def test_words_that_overlap_are_one_place(text: str, expected: list[tuple[int, int]]) -> None:
    find = finder([passage("Anna Berg"), passage("Berg Ek"), passage("anan")])
    assert [(place.start, place.end) for place in find(text)] == expected


def test_a_mark_is_never_masked_itself() -> None:
    masks = (passage("Anna", "OSL 26:1, socialtjänst"), passage("socialtjänst"), passage("OSL"))
    dossier = replace(samples.typical(), audit=replace(samples.typical().audit, summary="Anna Berg"))
    assert masked(with_masks(dossier, *masks), EN).audit.summary == "[Masked: OSL 26:1, socialtjänst] Berg"
