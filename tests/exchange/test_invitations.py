"""The invitation says what has been prepared, in either language, and nothing that has not."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from qmsdesk.domain.audits import AuditKind
from qmsdesk.domain.plan import THE_AUDITORS, PlanSlot
from qmsdesk.exchange.invitations import invitation_subject, invitation_text, mail_link, ready_text
from qmsdesk.i18n import LANGUAGES, words
from tests.report import sample_dossiers as samples


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", AuditKind)
def test_it_says_when_where_who_and_whom(language: str, kind: AuditKind) -> None:
    _, dossier = words(language), samples.typical()
    dossier = replace(dossier, audit=replace(dossier.audit, kind=kind))
    text = ready_text(dossier, _)
    assert _.pick(dossier.unit, "name") in invitation_subject(dossier, _)
    for said in (
        *(_.date(dossier.audit.date), "08:30–15:30", "Köket, Rum 3", "Karin Holm", "Amir Haddad"),
        *("Fem undersköterskor (Rum 3)", "SOSFS 2011:9 5 kap.", _.pick(dossier.unit, "name")),
    ):
        assert said in text
    assert "{" not in text


def test_names_come_with_their_titles() -> None:
    dossier = samples.typical()
    lead = replace(dossier.lead, title_sv="Kvalitetssamordnare", title_en="Quality coordinator")  # type: ignore[type-var]
    dossier = replace(dossier, people={**(dossier.people or {}), "p1": lead})
    text = ready_text(dossier, words("en"))
    assert "– Karin Holm, quality coordinator (lead auditor)" in text
    assert text.endswith("Karin Holm\nQuality coordinator\n")


def test_an_empty_audit_promises_nothing_it_does_not_know() -> None:
    text = ready_text(samples.empty(), words("en"))
    assert "You suggest the place." in text
    assert "None" not in text
    assert "– \n" not in text
    assert ", )" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_auditors_do_among_themselves_is_left_out(language: str) -> None:
    dossier = samples.typical()
    alone = PlanSlot("s9", "a", dossier.plan[0].starts_at, None, "Enas i enrum", words(language)(THE_AUDITORS))
    assert "Enas i enrum" not in ready_text(replace(dossier, plan=(*dossier.plan, alone)), words("sv"))


def test_ones_own_text_comes_before_the_ready_one() -> None:
    dossier = samples.typical()
    own = replace(dossier, audit=replace(dossier.audit, invitation="Hej, vi kommer på onsdag."))
    assert invitation_text(own, words("sv")) == "Hej, vi kommer på onsdag."
    assert invitation_text(dossier, words("sv")) == ready_text(dossier, words("sv"))


def test_a_mail_link_carries_every_sign() -> None:
    link = mail_link("Dag & natt?", "å ä ö\n100 % + 1 = #2")
    held = parse_qs(urlsplit(link).query, strict_parsing=True)
    assert link.isascii()
    assert "+" not in link
    assert held == {"subject": ["Dag & natt?"], "body": ["å ä ö\r\n100 % + 1 = #2"]}
