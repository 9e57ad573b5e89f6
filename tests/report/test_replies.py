"""You said – we did, read back from its bytes."""

from dataclasses import replace

import pytest

from qmsdesk.domain.actions import Action, ActionState, ProposalReply
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.replies import Became, replies_of_dossiers
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.report.replies import replies_paper
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages

DOSSIERS = {"empty": samples.empty(), "typical": samples.typical(), "overfull": samples.overfull()}


def read(dossier: Dossier, language: str = "en") -> str:
    pages = printed_pages(replies_paper(replies_of_dossiers([dossier]), words(language), stamp=samples.STAMP))
    return " ".join(" ".join(pages).split())


def proposal(action: Action | None, **changed: object) -> Dossier:
    finding = replace(Finding("f", "a", "F01", FindingType.IMPROVEMENT, "A board for keys"), **changed)  # type: ignore[arg-type]
    actions = (replace(action, finding_id="f"),) if action else ()
    return replace(samples.empty(), findings=(finding,), actions=actions)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOSSIERS)
def test_sheets_are_accessible_and_archivable(name: str, language: str) -> None:
    pdf = replies_paper(replies_of_dossiers([DOSSIERS[name]]), words(language), stamp=samples.STAMP)
    assert (failures(pdf), faults(pdf)) == ([], [])


@pytest.mark.parametrize(
    ("action", "became", "said"),
    [
        (None, Became.UNANSWERED, "yes, later or no"),
        (Action("1", "a", "", "Buy one", "Head", due_on=samples.DAY), Became.UNDER_WAY, "Head, by 25 November 2026."),
        (
            Action("1", "a", "", "Buy", due_on=samples.DAY.replace(day=1)),
            Became.UNDER_WAY,
            "1 November 2026 and is late",
        ),
        (Action("1", "a", "", state=ActionState.CLOSED, done="It hangs there"), Became.DONE, "It hangs there"),
        (Action("1", "a", "", state=ActionState.IMPLEMENTED, is_effective=False), Became.DONE, "It did not help"),
        (
            Action("1", "a", "", reply=ProposalReply.LATER, reply_reason="After the move"),
            Became.LATER,
            "After the move",
        ),
        (Action("1", "a", "", state=ActionState.DECLINED, reply=ProposalReply.NO), Became.NO, "not been written down"),
    ],
)
def test_each_answer_is_told_in_plain_words(action: Action | None, became: Became, said: str) -> None:
    dossier = proposal(action)
    assert replies_of_dossiers([dossier]).said[0].became is became
    assert said in read(dossier)
    assert "A board for keys" in read(dossier)


def test_neither_strengths_nor_confidential_findings_hang_on_a_wall() -> None:
    assert "A board for keys" not in read(proposal(None, is_confidential=True))
    assert "A board for keys" not in read(proposal(None, type=FindingType.STRENGTH))
    assert "Nothing has been proposed" in read(proposal(None, is_confidential=True))


def test_an_action_of_a_merged_finding_answers_the_one_that_took_it_in() -> None:
    dossier = proposal(Action("1", "a", "", state=ActionState.CLOSED))
    merged = replace(dossier.findings[0], id="g", merged_into_id="f")
    moved = replace(dossier, merged=(merged,), actions=(replace(dossier.actions[0], finding_id="g"),))
    assert replies_of_dossiers([moved]).said[0].became is Became.DONE


def test_a_usual_day_fits_two_pages() -> None:
    pdf = replies_paper(replies_of_dossiers([samples.typical()]), words("sv"), stamp=samples.STAMP)
    assert len(printed_pages(pdf)) <= 2
