"""Which parts a report has, and how that is kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.report_parts import DEFAULT_PARTS, PART_NAMES, ReportPart, parts_of, read_parts, write_parts
from qmsdesk.domain.reports import ReportForm
from tests.report.sample_dossiers import empty

PARTS = st.lists(st.sampled_from(list(ReportPart)), unique=True)


@given(PARTS)
def test_what_is_written_is_read_again(parts: list[ReportPart]) -> None:
    assert read_parts(write_parts(parts)) == tuple(parts)


def test_what_a_newer_version_knows_is_skipped_and_kept() -> None:
    held = "summary maps about  summary poems"
    assert read_parts(held) == (ReportPart.SUMMARY, ReportPart.ABOUT)
    assert write_parts([ReportPart.ABOUT], held) == "about maps poems"


def test_every_part_has_a_name_and_a_place() -> None:
    assert set(PART_NAMES) == set(ReportPart) == set(DEFAULT_PARTS[ReportForm.FULL])
    assert all(set(parts) <= set(ReportPart) for parts in DEFAULT_PARTS.values())
    assert set(DEFAULT_PARTS) == set(ReportForm)


@pytest.mark.parametrize(
    ("own", "usual", "expected"),
    [
        ("glossary summary", "about", (ReportPart.GLOSSARY, ReportPart.SUMMARY)),
        ("", "about", (ReportPart.ABOUT,)),
        ("maps", "about", (ReportPart.ABOUT,)),
        ("", "", DEFAULT_PARTS[ReportForm.FULL]),
    ],
)
def test_the_audit_says_it_before_the_organisation(own: str, usual: str, expected: tuple[ReportPart, ...]) -> None:
    dossier = empty()
    dossier = replace(
        dossier,
        audit=replace(dossier.audit, report_parts=own),
        organisation=replace(dossier.organisation, report_parts=usual),
    )
    assert parts_of(dossier, ReportForm.FULL) == expected


def test_a_form_takes_no_more_than_it_has_room_for() -> None:
    dossier = empty()
    chosen = replace(dossier, audit=replace(dossier.audit, report_parts="photos strengths signatures"))
    assert parts_of(chosen, ReportForm.SHORT) == (ReportPart.STRENGTHS, ReportPart.SIGNATURES)
    assert parts_of(chosen, ReportForm.FACT_CHECK) == (ReportPart.PHOTOS, ReportPart.STRENGTHS)
    only_photos = replace(dossier, audit=replace(dossier.audit, report_parts="photos"))
    assert parts_of(only_photos, ReportForm.SHORT) == DEFAULT_PARTS[ReportForm.SHORT]
