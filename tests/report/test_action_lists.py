"""The action list, read back from its bytes."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.action_lists import ActionList, ListedAction, in_working_order
from qmsdesk.domain.actions import Action, ActionState, Gathering
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.organisation import Unit
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.report.action_lists import action_list_paper
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages

TODAY = samples.DAY


def listed(dossier: Dossier) -> tuple[ListedAction, ...]:
    lines = [
        ListedAction(dossier.unit, dossier.audit, finding, action)
        for finding in dossier.findings
        for action in dossier.actions_of(finding)
    ]
    return in_working_order(lines, lambda unit: unit.name_en, str.casefold)


LISTS = {
    "empty": ActionList("", TODAY),
    "typical": ActionList("Granälva kommun", TODAY, listed(samples.typical())),
    "overfull": ActionList("Granälva kommun", TODAY, listed(samples.overfull()), Gathering.ALL, "nyckel " * 20),
}


def read(held: ActionList, language: str = "en") -> str:
    pages = printed_pages(action_list_paper(held, words(language), stamp=samples.STAMP))
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LISTS)
def test_lists_are_accessible_and_archivable(name: str, language: str) -> None:
    pdf = action_list_paper(LISTS[name], words(language), stamp=samples.STAMP)
    assert (failures(pdf), faults(pdf)) == ([], [])


def test_every_action_stands_with_its_finding_and_a_line_to_sign_on() -> None:
    held = LISTS["typical"]
    text = read(held)
    assert text.count("Done on, signature") == len(held.listed)
    for each in held.listed:
        assert each.action is not None
        assert each.action.text[:25] in text
        assert f"{each.audit.number}, {each.finding.number}" in text


def test_units_and_owners_head_their_own_and_open_comes_before_closed() -> None:
    dossier = samples.typical()
    finding, other = dossier.findings[0], Unit("u2", "d", "Gata", "A street")
    day = dt.timedelta(days=1)
    late = Action("1", "a", finding.id, "Late one", "Head", due_on=TODAY - day)
    soon = Action("2", "a", finding.id, "Soon one", "Head", due_on=TODAY + day)
    done = Action("3", "a", finding.id, "Done one", "Head", due_on=TODAY - 9 * day, state=ActionState.CLOSED)
    alone = Action("4", "a", finding.id, "Nobody's one")
    lines = [ListedAction(dossier.unit, dossier.audit, finding, action) for action in (alone, done, soon, late)]
    lines.append(ListedAction(other, dossier.audit, finding, replace(soon, id="5", text="Street one")))
    held = ActionList("", TODAY, in_working_order(lines, lambda unit: unit.name_en, str.casefold), Gathering.ALL)
    text = read(held)
    wanted = ["A street", "Street one", "Home care East", "Late one", "Soon one", "Done one", "Nobody owns", "Nobody's"]
    places = [text.index(each) for each in wanted]
    assert places == sorted(places)
    assert "5 on the list, 1 of them overdue" in text
    assert text.count("Overdue: was due") == 1
    assert held.owners == ["Head"]
    assert [unit.id for unit in held.units] == ["u2", "u"]


def test_what_is_confidential_is_named_and_not_told() -> None:
    dossier = samples.typical()
    line = LISTS["typical"].listed[0]
    secret = replace(line.finding, statement="Somebody said this", is_confidential=True)
    open_one = replace(line.finding, statement="Somebody said this")
    assert "Somebody said" not in read(ActionList("", TODAY, (line._replace(finding=secret),)))
    assert "Somebody said" in read(ActionList("", TODAY, (line._replace(finding=open_one),)))
    assert dossier.unit.name_en in read(ActionList("", TODAY, (line,)))


def test_a_finding_without_action_and_a_search_are_said() -> None:
    line = LISTS["typical"].listed[0]._replace(action=None)
    text = read(ActionList("", TODAY, (line,), Gathering.NO_ACTION, "keys"))
    assert "No action has been decided yet." in text
    assert "Only what contains “keys”." in text
    assert "There is nothing on this list." in read(LISTS["empty"])
