"""Who signs for what: lines to sign on, or who has signed already."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qmsdesk.domain.audits import TEAM_ROLE_NAMES, TeamRole
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import SignOff
from qmsdesk.domain.signatures import FIELD_HEIGHT, FIELD_WIDTH, Stroke, unpack_strokes
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.pages import Block, Pages
from qmsdesk.report.paragraphs import Paragraph, baseline, one_line, pour_lines, set_text
from qmsdesk.report.tags import text_string
from qmsdesk.report.text import clean_line

SIGNING_ROOM = 44.0
DATE_SHARE = 0.28
TOGETHER = 4
PEN = "#14284b"
PEN_WEIGHT = 1.3
TYPED = Style(13, 17, design.ITALIC, PEN)
GUTTER = 18.0


@dataclass
class Signature:
    """What is signed for, a line for the name and one for the date.

    `strokes` stand on the line as they were drawn, and where there are none the name that was `typed`.
    """

    statement: str
    names: Sequence[str]
    strokes: Sequence[Stroke] = ()
    alt: str = ""
    typed: str = ""
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
        if self.strokes:
            self._draw(pages)
        elif self.typed:
            with canvas.tagged(canvas.structure.add("P")):
                line = one_line(self.typed, TYPED, pages.width * (1 - DATE_SHARE))
                canvas.text([line], pages.left, pages.y + 6, TYPED)
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

    def _draw(self, pages: Pages) -> None:
        canvas, left, foot = pages.canvas, pages.left, pages.y + 2
        width, height = SIGNING_ROOM / FIELD_HEIGHT * FIELD_WIDTH, SIGNING_ROOM
        box = f"{left:.1f} {foot:.1f} {left + width:.1f} {foot + height:.1f}"
        layout = f"/Alt {text_string(clean_line(self.alt))}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        scale = height / FIELD_HEIGHT
        with canvas.tagged(canvas.structure.add("Figure", layout)):
            for stroke in self.strokes:
                canvas.path([(left + x * scale, foot + height - y * scale) for x, y in stroke], PEN, PEN_WEIGHT)


def signatures(dossier: Dossier, _: Words) -> list[Block]:
    """What has been signed, and lines for the lead auditor and the manager where nothing has."""
    if dossier.sign_offs:
        signed = [_signed(sign, _) for sign in dossier.sign_offs]
        if len(signed) <= TOGETHER:
            signed = [replace(each, keeps_next=True) for each in signed]
        return [*signed, Paragraph(_meaning(_), design.NOTE)]
    lead = dossier.lead.name if dossier.lead else _("name")
    lead_signs, manager_signs = f"{_(TEAM_ROLE_NAMES[TeamRole.LEAD])}, {lead}", _("Unit manager, name")
    date = _("Date")
    return [
        Signature(_("The report gives what we saw and agreed."), (lead_signs, date), keeps_next=True),
        Signature(_meaning(_), (manager_signs, date)),
    ]


def _signed(sign: SignOff, _: Words) -> Signature:
    name, role = sign.name.strip(), sign.role.strip()
    told = ", ".join(part for part in (name, role) if part) or "–"
    day = f"{sign.signed_at.astimezone():%Y-%m-%d}"
    alt = _("Signature of {role}", role=role or name or "–")
    return Signature(sign.what.strip() or _("Signed"), (told, day), unpack_strokes(sign.signature), alt, name)


def _meaning(_: Words) -> str:
    received = _("The unit manager has received the report and checked its facts.")
    return " ".join((received, _("Signing does not mean agreeing with every assessment.")))
