"""The texts of a report, as they are read to mark words in."""

from dataclasses import replace

from qmsdesk.domain.report_texts import texts_of
from qmsdesk.i18n import words
from tests.report import sample_dossiers as samples

SV = words("sv")


def test_every_text_of_a_finding_is_there_under_its_number() -> None:
    dossier = samples.typical()
    finding = dossier.findings[3]
    told_of = [text for text in texts_of(dossier, SV) if text.part.startswith(finding.number)]
    assert told_of[0].text == finding.title
    written = {finding.statement, finding.evidence, *(action.text for action in dossier.actions_of(finding))}
    assert {text.strip() for text in written if text.strip()} <= {each.text for each in told_of}


def test_texts_are_as_they_are_read_and_the_empty_are_not_there() -> None:
    base = samples.typical()
    audit = replace(base.audit, summary=" An\u00adna\r\nBe\u0301rg\u200b ", scope=" \n")
    texts = texts_of(replace(base, audit=audit), SV)
    assert texts[0].text == "Anna\nBérg"
    assert all(each.text.strip() for each in texts)


def test_what_a_report_tells_of_people_can_be_marked() -> None:
    dossier = samples.signed()
    said = " ".join(each.text for each in texts_of(dossier, SV))
    for name in ("Karin Holm", "Maria Öberg", "Hemtjänst Öster", "Home care East", "Enhetschef"):
        assert name in said
