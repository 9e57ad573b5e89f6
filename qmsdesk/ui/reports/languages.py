"""The language of an audit's report, which need not be that of the screen."""

from qmsdesk.i18n import LANGUAGES, N_
from qmsdesk.ui.desk import Desk

LANGUAGE_NAMES = {"sv": N_("In Swedish"), "en": N_("In English")}
LANGUAGE_WORDS = {"sv": N_("in Swedish"), "en": N_("in English")}
"""Within a sentence."""


def report_language(desk: Desk, audit_id: str) -> str:
    """As last chosen for this audit, else the screen's."""
    chosen = desk.session.bookmark(_bookmark(audit_id))
    return chosen if chosen in LANGUAGES else desk.words.language


def choose_report_language(desk: Desk, audit_id: str, language: str) -> None:
    desk.session.set_bookmark(_bookmark(audit_id), language)


def _bookmark(audit_id: str) -> str:
    return f"report language {audit_id}"
