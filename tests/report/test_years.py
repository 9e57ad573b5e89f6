"""The summary of a year, read back from its bytes."""

from dataclasses import replace

import pytest

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.programmes import Programme
from qmsdesk.domain.years import Year, YearAudit, YearCounts
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.report.years import year_paper
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages


def whole(dossier: Dossier) -> YearAudit:
    return YearAudit(dossier.audit, dossier.unit, dossier.findings, dossier.actions, dossier.obstacles, dossier.times)


def many(count: int) -> tuple[YearAudit, ...]:
    """The same far too full day again and again, each at a unit with a long name."""
    day = whole(samples.overfull())
    name = "Enheten för samhällsplanering, markfrågor och övergripande kvalitetsledning "
    units = (replace(day.unit, id=f"u{n}", name_en=f"{name}{n}", name_sv=f"{name}{n}") for n in range(count))
    return tuple(replace(day, unit=unit) for unit in units)


PROGRAMME = Programme("p", 2026, "Program 2026", "Programme 2026", "Våga fråga", "Dare to ask")
BEFORE = (YearCounts(2024, 4, 4, 3), YearCounts(2025, 5, 6, 4))
YEARS = {
    "empty": Year("", 2026),
    "typical": Year(
        "Granälva kommun", 2026, PROGRAMME, (samples.empty().unit,), (whole(samples.typical()),), earlier=BEFORE
    ),
    "overfull": Year("Granälva kommun " * 9, 2026, replace(PROGRAMME, objectives_sv=samples.LONG * 4), audits=many(12)),
}


def read(year: Year, language: str = "en") -> str:
    return " ".join(" ".join(printed_pages(year_paper(year, words(language), stamp=samples.STAMP))).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", YEARS)
def test_summaries_are_accessible_and_archivable(name: str, language: str) -> None:
    pdf = year_paper(YEARS[name], words(language), stamp=samples.STAMP)
    assert (failures(pdf), faults(pdf)) == ([], [])


def test_it_says_what_was_set_out_for_and_what_came_of_it() -> None:
    year = YEARS["typical"]
    text = read(year)
    assert "Programme 2026" in text
    assert "Dare to ask" in text
    assert "1 day was held." in text
    assert "units visited (of all)" in text
    for each in year.improvements[:3]:
        assert each.finding.title[:30] in text
    assert f"Given {len(year.proposals)} 100" in text
    assert "Year by year" in text


def test_an_empty_year_says_so_without_figures_made_up() -> None:
    text = read(YEARS["empty"])
    assert "0 days were held." in text
    assert "Nothing hindered more than one day" in text
    assert "Year by year" not in text
    assert "best improvement" not in text
