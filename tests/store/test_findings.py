"""Findings that another has taken in count through that one, in every list and figure."""

from dataclasses import replace

import pytest

from qmsdesk.domain.actions import Action
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.records import edit_of
from qmsdesk.store.audits import list_audits
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.figures import count_unanswered, year_figures
from qmsdesk.store.findings import list_findings
from qmsdesk.store.follow_up import Wanted, follow_up
from qmsdesk.store.programmes import Sought, seek_audits
from qmsdesk.store.register import Register
from tests.store.town import AUDIT, DAY, FINDING, creations

SAME = replace(FINDING, id="f2", number="B-01", position="j", type=FindingType.IMPROVEMENT, merged_into_id="f1")


@pytest.fixture
def merged(town: Register) -> Register:
    """The town with a proposal that its one finding has taken in, in an audit that was held."""
    held = edit_of(AUDIT, "state", AuditState.DRAFT_REPORT)
    town.write([*creations([SAME]), held], guarded=False)
    return town


def test_a_finding_that_was_taken_in_is_not_listed(merged: Register) -> None:
    assert [line.finding.id for line in list_findings(merged.db)] == ["f1"]
    assert [line.findings for line in list_audits(merged.db)] == [1]
    assert [line.findings for line in seek_audits(merged.db, Sought())] == [1]


def test_a_proposal_that_was_taken_in_is_counted_nowhere(merged: Register) -> None:
    assert year_figures(merged.db, DAY.year).proposals == 0
    assert count_unanswered(merged.db) == 0

    merged.write([edit_of(SAME, "merged_into_id", None)])

    assert year_figures(merged.db, DAY.year).proposals == 1
    assert count_unanswered(merged.db) == 1


def test_it_waits_for_no_action_but_one_it_has_is_not_lost(merged: Register) -> None:
    wanted = Wanted(DAY, audit_id="a1")
    assert [line.finding_id for line in follow_up(merged.db, wanted)] == ["f1"]

    merged.write(creations([Action("x2", "a1", "f2", "Skriv om rutinen")]))

    assert {line.action_id for line in follow_up(merged.db, wanted)} == {"x1", "x2"}


def test_the_dossier_keeps_it_apart_and_its_actions_with_the_one_that_stands(merged: Register) -> None:
    merged.write(creations([Action("x2", "a1", "f2", "Skriv om rutinen")]))
    dossier = load_dossier(merged.db, "a1")

    assert [finding.id for finding in dossier.findings] == ["f1"]
    assert [finding.id for finding in dossier.merged] == ["f2"]
    assert {action.id for action in dossier.actions_of(dossier.findings[0])} == {"x1", "x2"}


def test_two_that_took_each_other_in_lose_nothing(merged: Register) -> None:
    merged.write([edit_of(FINDING, "merged_into_id", "f2")])

    dossier = load_dossier(merged.db, "a1")

    assert [finding.id for finding in dossier.findings] == ["f1"]


def test_its_photos_and_actions_count_through_the_one_that_stands(merged: Register) -> None:
    dossier = load_dossier(merged.db, "a1")

    assert [dossier.standing_id(key) for key in ("f1", "f2", None)] == ["f1", "f1", None]
