"""Ready texts: the standing sentences of a report, in the organisation's own words or in those of one report."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from qmsdesk.domain.identity import derived_id
from qmsdesk.i18n import N_, Words


class ReadyPlace(StrEnum):
    """Where in a report a ready text stands."""

    METHOD = "method"
    SAMPLING = "sampling"
    NOT_ASKED = "not_asked"
    CONFIDENTIALITY = "confidentiality"
    CLOSING = "closing"


PLACE_NAMES = {
    ReadyPlace.METHOD: N_("Method"),
    ReadyPlace.SAMPLING: N_("Sampling"),
    ReadyPlace.NOT_ASKED: N_("Questions not asked"),
    ReadyPlace.CONFIDENTIALITY: N_("Individuals"),
    ReadyPlace.CLOSING: N_("Closing words"),
}

DEFAULT_TEXTS = {
    ReadyPlace.METHOD: N_(
        "We talked with those who do the work, walked round and read documents, with the checklist as support."
    ),
    ReadyPlace.SAMPLING: N_("The assessment rests on samples. There may be shortcomings also where nothing is noted."),
    ReadyPlace.NOT_ASKED: N_("What we did not get to can be taken up next time."),
    ReadyPlace.CONFIDENTIALITY: N_("The report describes ways of working and contains nothing about individuals."),
    ReadyPlace.CLOSING: N_("Thank you for your time, your openness and everything that you showed us."),
}


@dataclass(frozen=True, slots=True)
class ReadyText:
    """One text in both languages: of one audit where it names one, else of the organisation."""

    id: str
    place: ReadyPlace
    text_sv: str = ""
    text_en: str = ""
    audit_id: str | None = None


def ready_text_id(place: ReadyPlace, audit_id: str | None) -> str:
    """The text of one place is the same record on every laptop."""
    return derived_id("ready text", audit_id or "", place)


class _Dossier(Protocol):
    """What a ready text needs of a dossier, which knows this module and is not known to it."""

    @property
    def ready_texts(self) -> tuple[ReadyText, ...]: ...


def ready_text(dossier: _Dossier, place: ReadyPlace, words: Words) -> str:
    """What stands there: the audit's own text, else the organisation's, else the usual one in the report's language."""
    held = sorted((each for each in dossier.ready_texts if each.place is place), key=lambda each: each.audit_id is None)
    own = next((said for each in held if (said := words.pick(each, "text").strip())), "")
    return own or words(DEFAULT_TEXTS[place])
