"""References to requirements, as people read them, with the titles the register knows."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.checklists import Checklist, Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.organisation import Department, Organisation, Unit
from qmsdesk.domain.references import references_of, say_reference, say_references, say_with_title, title_of
from qmsdesk.i18n import words

DAY = Dossier(
    Organisation("o", "G"),
    Department("d", "D"),
    Unit("unit", "d", "U"),
    Audit("audit", "2026-05", "unit", "list", dt.date(2026, 11, 25)),
    Checklist("list", "l", "1"),
    questions=(Question("q1", "s1", "a", "a", refers_to=("ISO9001:7.3", "KL:6.6")),),
    requirement_titles={"ISO9001:7.3": ("Medvetenhet", "Awareness"), "KL": ("Kommunallagen", "Local Government Act")},
)


@pytest.mark.parametrize(
    ("reference", "said"),
    [("ISO9001:7.3", "ISO 9001 7.3"), ("SOSFS2011-9:5", "SOSFS 2011:9 5"), ("KL:6.6", "KL 6.6"), ("LOCAL", "LOCAL")],
)
def test_references_as_people_read_them(reference: str, said: str) -> None:
    assert say_reference(reference) == said


def test_several_references_name_each_source_once() -> None:
    assert say_references(["ISO9001:7.5", "KL:6", "ISO9001:8.1", "LOCAL"]) == "ISO 9001 7.5, 8.1 · KL 6 · LOCAL"
    assert say_references([]) == ""


def test_titles_of_clauses_and_sources() -> None:
    assert say_with_title(DAY, "ISO9001:7.3", words("en")) == "ISO 9001 7.3 – Awareness"
    assert title_of(DAY, "KL:6.6", words("en")) == "Local Government Act"
    assert say_with_title(DAY, "Rutin 12", words("en")) == "Rutin 12"
    several = replace(DAY, requirement_editions={"ISO9001:7.3": "2015"})
    assert say_with_title(several, "ISO9001:7.3.1", words("en")) == "ISO 9001 7.3.1 (2015) – Awareness"
    assert references_of(DAY) == ["ISO9001:7.3", "KL:6.6"]


def test_a_paragraph_without_a_title_has_that_of_its_clause() -> None:
    assert title_of(DAY, "ISO9001:7.3.1", words("en")) == "Awareness"
