"""The appendix that says what the words of a report mean, in both languages."""

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.glossary import terms_of
from qmsdesk.i18n import Words, words
from qmsdesk.report.pages import Block
from qmsdesk.report.tables import Cell, Column, Row, Table


def glossary(dossier: Dossier, _: Words) -> list[Block]:
    """Each word in the language of the report, its meaning, and its name in the other language."""
    other = words("en" if _.language == "sv" else "sv")
    named = _("In English") if other.language == "en" else _("In Swedish")
    columns = [Column(_("Word"), 3), Column(_("What it means"), 6.6), Column(named, 3)]
    rows: list[Row] = [
        [Cell(_(term.name), is_strong=True), _(term.meaning), Cell(other(term.name), language=other.language)]
        for term in terms_of(dossier)
    ]
    return [Table(columns, rows)]
