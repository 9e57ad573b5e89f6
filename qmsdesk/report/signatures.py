"""Who signs for what: lines to sign on, or who has signed already."""

from collections.abc import Sequence
from dataclasses import dataclass

from qmsdesk.domain.audits import TEAM_ROLE_NAMES, TeamRole
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.pages import Block, Pages
from qmsdesk.report.paragraphs import Paragraph, baseline, one_line, pour_lines, set_text
from qmsdesk.report.tables import Column, Table

SIGNING_ROOM = 44.0
DATE_SHARE = 0.28
GUTTER = 18.0


@dataclass
class Signature:
    """What is signed for, a line for the name and one for the date."""

    statement: str
    names: Sequence[str]
    keeps_next: bool = False
    before: float = 10.0
    after: float = 14.0

    def lead(self, pages: Pages) -> float:
        return len(set_text(self.statement, design.FIELD, pages.width)) * design.FIELD.leading + SIGNING_ROOM + 18

    def pour(self, pages: Pages) -> None:
        canvas = pages.canvas
        lines = set_text(self.statement, design.FIELD, pages.width, pages.hyphens)
        pour_lines(pages, lines, design.FIELD, canvas.structure.add("P"))
        pages.down(SIGNING_ROOM)
        date_width = pages.width * DATE_SHARE
        widths = (pages.width - date_width - GUTTER, date_width)
        x = pages.left
        for name, width in zip(self.names, widths, strict=True):
            with canvas.artifact():
                canvas.rule(x, pages.y, width, design.INK, 0.7)
            with canvas.tagged(canvas.structure.add("P")):
                line = one_line(name, design.SMALL, width)
                canvas.text([line], x, baseline(pages.y - 3, design.SMALL), design.SMALL)
            x += width + GUTTER
        pages.down(design.SMALL.leading + 4)


def signatures(dossier: Dossier, _: Words) -> list[Block]:
    """What has been signed, and lines for the lead auditor and the manager where nothing has."""
    if dossier.sign_offs:
        columns = [
            Column(_("Name"), 3),
            Column(_("Role"), 3),
            Column(_("Date"), 2),
            Column(_("Signed for"), 4),
        ]
        rows = [
            [sign.name, sign.role, f"{sign.signed_at.astimezone():%Y-%m-%d}", sign.what] for sign in dossier.sign_offs
        ]
        return [Table(columns, rows), Paragraph(_meaning(_), design.NOTE)]
    lead = dossier.lead.name if dossier.lead else _("name")
    lead_signs, manager_signs = f"{_(TEAM_ROLE_NAMES[TeamRole.LEAD])}, {lead}", _("Unit manager, name")
    date = _("Date")
    return [
        Signature(_("The report gives what we saw and agreed."), (lead_signs, date)),
        Signature(_meaning(_), (manager_signs, date)),
    ]


def _meaning(_: Words) -> str:
    received = _("The unit manager has received the report and checked its facts.")
    return " ".join((received, _("Signing does not mean agreeing with every assessment.")))
