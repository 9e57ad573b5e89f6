"""The invitation to a day: a ready text for the unit, filled from what has been prepared."""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import quote

from qmsdesk.domain.audits import TEAM_ROLE_NAMES, AuditKind
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.plan import THE_AUDITORS, PlanSlot
from qmsdesk.i18n import LANGUAGES, Words, words


def invitation_subject(dossier: Dossier, _: Words) -> str:
    """The subject of the mail, and the title of the calendar entry."""
    unit = _.pick(dossier.unit, "name")
    if dossier.audit.kind is AuditKind.IMPROVEMENT_DAY:
        return _("Improvement day at {unit}", unit=unit)
    return _("Internal audit at {unit}", unit=unit)


def invitation_text(dossier: Dossier, _: Words) -> str:
    """The invitation as it was written; where nobody has, the ready text, which follows the plan."""
    return dossier.audit.invitation.strip() or ready_text(dossier, _)


def ready_text(dossier: Dossier, _: Words) -> str:
    """The ready text in the language of `words`, to the unit's manager and staff."""
    parts = [_("Hello,"), _welcome(dossier, _), *_chapters(dossier, _)]
    return "\n\n".join([*parts, "\n".join([_("Kind regards"), *_sender(dossier, _)])]) + "\n"


def mail_link(subject: str, text: str) -> str:
    """A link that opens a mail program with subject and text (RFC 6068)."""
    return f"mailto:?subject={quote(subject)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"


def say_when(dossier: Dossier, _: Words) -> str:
    """Day and times in one line, `Wednesday 25 November 2026, 08:30–15:30`."""
    audit = dossier.audit
    day = _.date(audit.date, "EEEE d MMMM y")
    return ", ".join(part for part in (day[:1].upper() + day[1:], _clock(audit.starts_at, audit.ends_at)) if part)


def say_places(dossier: Dossier) -> str:
    """Where the day takes place: each place of the plan once."""
    return ", ".join(dict.fromkeys(slot.place.strip() for slot in dossier.plan if slot.place.strip()))


def say_slot(slot: PlanSlot) -> str:
    """A line of the plan, `08:30–08:45 Opening meeting – manager and staff`."""
    said = " – ".join(part for part in (slot.what.strip(), slot.who.strip()) if part)
    return f"{_clock(slot.starts_at, slot.ends_at)} {said}".strip()


def _clock(start: dt.time | None, end: dt.time | None) -> str:
    return "–".join(f"{time:%H:%M}" for time in (start, end) if time)


def _chapters(dossier: Dossier, _: Words) -> Iterator[str]:
    for title, lines in (
        (_("What it is"), [_meaning(dossier, _)]),
        (_("When and where"), [say_when(dossier, _), say_places(dossier) or _("You suggest the place.")]),
        (_("Who comes"), list(_team(dossier, _)) or [_("We tell you in good time who comes.")]),
        (_("Whom we want to meet"), list(_wanted(dossier, _))),
        (_("What to have at hand"), [f"– {line}" for line in _at_hand(dossier, _)]),
        (_("How notes are used"), [_notes(_)]),
        (_("Questions"), [_contact(dossier, _)]),
    ):
        yield "\n".join([title, *lines])


def _welcome(dossier: Dossier, _: Words) -> str:
    unit, day = _.pick(dossier.unit, "name"), _.date(dossier.audit.date)
    if dossier.audit.kind is AuditKind.IMPROVEMENT_DAY:
        return _("We look forward to an improvement day with {unit} on {date}.", unit=unit, date=day)
    return _("We are coming to {unit} on {date} for an internal audit.", unit=unit, date=day)


def _meaning(dossier: Dossier, _: Words) -> str:
    if dossier.audit.kind is AuditKind.IMPROVEMENT_DAY:
        said = _(
            "Colleagues from other units come to listen. Together we see what works well and agree on one to three"
            " improvements that you benefit from. We look at ways of working, never at persons."
        )
    else:
        said = _(
            "Colleagues from other units look at how you work: whether it meets the requirements that apply to you,"
            " what works well and what could be better. We look at ways of working, never at persons."
        )
    elected = _("It has nothing to do with the municipality's elected auditors.")
    criteria = dossier.audit.criteria.strip()
    measured = [_("We start from: {criteria}", criteria=criteria)] if criteria else []
    return "\n".join([f"{said} {elected}", *measured])


def _team(dossier: Dossier, _: Words) -> Iterator[str]:
    for member in dossier.team:
        person = dossier.person(member.person_id)
        if person:
            title = _.pick(person, "title")
            said = ", ".join(part for part in (person.name, title[:1].lower() + title[1:]) if part)
            yield f"– {said} ({_(TEAM_ROLE_NAMES[member.role]).lower()})"


def _wanted(dossier: Dossier, _: Words) -> Iterator[str]:
    """The lines of the plan that need somebody of the unit."""
    alone = {words(language)(THE_AUDITORS) for language in LANGUAGES}
    slots = [slot for slot in dossier.plan if slot.who.strip() and slot.who.strip() not in alone]
    if not slots:
        yield _("The manager, and three to six employees who know the daily work. We agree on the times with you.")
    places = {slot.place.strip() for slot in dossier.plan if slot.place.strip()}
    for slot in slots:
        place = f" ({slot.place.strip()})" if len(places) > 1 and slot.place.strip() else ""
        yield f"– {say_slot(slot)}{place}"


def _at_hand(dossier: Dossier, _: Words) -> Iterator[str]:
    yield _("a room where we can talk undisturbed")
    yield _("the routines and plans you work by")
    if dossier.earlier:
        yield _("what has been done since last time, {date}", date=_.date(dossier.earlier.audit.date))
    yield _("some recent cases or jobs that we can follow from beginning to end, without names of individuals")
    yield _("thoughts of your own: what you are proud of, and what you would change first")


def _notes(_: Words) -> str:
    return _(
        "We write down what we hear and see by role; no names are written. The notes are the auditors' working"
        " material and are not printed. You hear the same day what we have seen, can correct it, and get the report as"
        " a draft to check the facts."
    )


def _contact(dossier: Dossier, _: Words) -> str:
    sender = ", ".join(_sender(dossier, _)[:2])
    if not sender:
        return _("Answer this invitation, and we get back to you.")
    return _("Answer this invitation, or talk to {contact}.", contact=sender)


def _sender(dossier: Dossier, _: Words) -> list[str]:
    """The lead auditor as the one who writes, and whom to ask."""
    lead = dossier.lead
    return [part for part in (lead.name, _.pick(lead, "title")) if part] if lead else []
