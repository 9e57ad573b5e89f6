"""The handover of a unit, read back from its bytes."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.actions import Action, ActionState, ProposalReply
from qmsdesk.domain.dossiers import Dossier, EarlierAudit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.handovers import Handover
from qmsdesk.domain.organisation import Certificate
from qmsdesk.domain.people import Person
from qmsdesk.domain.requirements import Applicability, Requirement, RequirementSource, UnitRequirement
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.report.handovers import handover_paper
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages

SOURCE = RequirementSource("s", "ISO9001", "2015", "Kvalitetsledning", "Quality management")


def handover(dossier: Dossier, times: int = 1, **changed: object) -> Handover:
    held = EarlierAudit(dossier.audit, dossier.findings, dossier.actions)
    audits = (held,) * times if times else ()
    return Handover(
        dossier.organisation,
        dossier.department,
        dossier.unit,
        samples.DAY,
        audits=audits,
        **changed,  # type: ignore[arg-type]
    )


HANDOVERS = {
    "empty": handover(samples.empty(), 0),
    "typical": handover(
        samples.typical(),
        manager=Person("p", "Malin Vik"),
        certificates=(Certificate("c", "u", "ISO 9001", "2015", dt.date(2027, 6, 30)),),
        sources=(SOURCE,),
        needs=(
            (
                UnitRequirement("n", "u", "r", Applicability.NOT_NEEDED, "", "No design here"),
                Requirement("r", "s", "8.3"),
                SOURCE,
            ),
        ),
        ahead=(replace(samples.empty().audit, number="2027-01", date=dt.date(2027, 3, 1)),),
        trend=samples.typical().trend,
    ),
    "overfull": handover(samples.overfull(), 3),
}


def read(held: Handover, language: str = "en") -> str:
    return " ".join(" ".join(printed_pages(handover_paper(held, words(language), stamp=samples.STAMP))).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HANDOVERS)
def test_handovers_are_accessible_and_archivable(name: str, language: str) -> None:
    pdf = handover_paper(HANDOVERS[name], words(language), stamp=samples.STAMP)
    assert (failures(pdf), faults(pdf)) == ([], [])


def test_it_names_manager_certificates_sources_needs_and_the_next_day() -> None:
    text = read(HANDOVERS["typical"])
    said = ("Malin Vik", "ISO 9001:2015, valid until 30 June 2027", "Quality management", "No design here", "2027-01")
    assert [each for each in said if each not in text] == []


def test_what_is_open_stands_by_its_day_and_what_was_decided_with_its_reason() -> None:
    kinds = (FindingType.IMPROVEMENT, FindingType.IMPROVEMENT, FindingType.STRENGTH)
    titles = ("A board", "A bell", "Calm mornings")
    found = tuple(
        Finding(title, "a", f"F{n}", kind, title) for n, (kind, title) in enumerate(zip(kinds, titles, strict=True))
    )
    day = dt.timedelta(days=1)
    actions = (
        Action("1", "a", "A board", "Put it up", "Head", None, samples.DAY + day),
        Action("2", "a", "A board", "Clean the wall", "Head", None, samples.DAY - day),
        Action("3", "a", "A board", state=ActionState.DECLINED, reply=ProposalReply.NO, reply_reason="No wall there"),
    )
    held = handover(replace(samples.empty(), findings=found, actions=actions))
    text = read(held)
    assert text.index("Clean the wall") < text.index("Put it up") < text.index("No wall there") < text.index("Calm")
    assert "2 actions are to be done, 1 of them overdue, 1 proposal waits for an answer." in text
    assert "No answer yet" in text
    assert [each.finding.title for each in held.unanswered] == ["A bell"]


def test_a_unit_without_audits_gets_a_calm_page() -> None:
    text = read(HANDOVERS["empty"])
    assert "No improvement day or audit of the unit" in text
    assert "Nothing is open." in text
    assert "No day is planned." in text
