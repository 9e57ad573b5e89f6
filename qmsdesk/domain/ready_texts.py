"""Ready texts: the standing sentences of a report, in the organisation's own words or in those of one report."""

from dataclasses import dataclass
from enum import StrEnum


class ReadyPlace(StrEnum):
    """Where in a report a ready text stands."""

    METHOD = "method"
    SAMPLING = "sampling"
    NOT_ASKED = "not_asked"
    CONFIDENTIALITY = "confidentiality"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class ReadyText:
    """One text in both languages: of one audit where it names one, else of the organisation."""

    id: str
    place: ReadyPlace
    text_sv: str = ""
    text_en: str = ""
    audit_id: str | None = None
