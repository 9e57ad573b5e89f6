"""The same report the way ReportLab's handbook has it: Platypus, LongTable, TableOfContents and multiBuild."""

from html import escape
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from reportlab.platypus.tableofcontents import TableOfContents

from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.paths import resource

BODY = ParagraphStyle("body", fontName="Body", fontSize=10.5, leading=15)
SMALL = ParagraphStyle("small", fontName="Body", fontSize=9, leading=12)
HEAD = ParagraphStyle("head", fontName="Strong", fontSize=16, leading=22, spaceBefore=14, keepWithNext=1)
ITEM = ParagraphStyle("item", fontName="Strong", fontSize=12, leading=16, spaceBefore=10, keepWithNext=1)
GRID = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.5, "#cccccc")])


class _Numbered(Canvas):
    """The usual recipe for "page 2 of 8"."""

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._held.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for state in self._held:
            self.__dict__.update(state)
            self.setFont("Body", 8)
            self.drawRightString(A4[0] - 50, 30, f"{self._pageNumber} ({len(self._held)})")
            super().showPage()
        super().save()


class _Template(SimpleDocTemplate):
    def afterFlowable(self, flowable: Any) -> None:
        if isinstance(flowable, Paragraph) and flowable.style is HEAD:
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


def stock_report(dossier: Dossier) -> bytes:
    """The chapters that carry the weight: contents, findings, actions, and every question with its answer."""
    rl_config.useA85 = 0
    sink = BytesIO()
    _Template(sink, pagesize=A4).multiBuild(_story(dossier), canvasmaker=_Numbered)
    return sink.getvalue()


def register_fonts() -> None:
    for name, file in (("Body", "Regular"), ("Strong", "Semibold")):
        registerFont(TTFont(name, str(resource("fonts", f"SourceSans3-{file}.ttf"))))


def _story(dossier: Dossier) -> list[Any]:
    story: list[Any] = [_text(dossier.audit.number, HEAD), TableOfContents(), _text(dossier.audit.summary)]
    story.append(_text("Iakttagelser", HEAD))
    for finding in dossier.findings:
        story.append(_text(f"{finding.number} {finding.title}", ITEM))
        actions = "; ".join(action.text for action in dossier.actions_of(finding))
        parts = (
            ("Krav", finding.requirement),
            ("Vad vi såg", finding.statement),
            ("Underlag", finding.evidence),
            ("Konsekvens", finding.consequence),
            ("Bekräftat av", finding.confirmed_by),
            ("Åtgärder", actions),
        )
        rows = [[_text(name, SMALL), _text(said)] for name, said in parts if said]
        story += [Table(rows, colWidths=[90, 350], style=GRID), Spacer(1, 10)]
    story.append(_text("Åtgärder", HEAD))
    rows = [
        [_text(action.text, SMALL), _text(action.owner, SMALL), _text(str(action.due_on), SMALL)]
        for action in dossier.actions
    ]
    story.append(LongTable(rows, colWidths=[260, 110, 70], style=GRID))
    for section in dossier.sections:
        story.append(_text(section.title_sv, HEAD))
        rows = [
            [
                _text(dossier.numbers[question.id], SMALL),
                _text(question.text_sv, SMALL),
                _text(
                    VERDICT_NAMES[answer.verdict]
                    if (answer := dossier.standing.get(question.id)) and answer.verdict
                    else "",
                    SMALL,
                ),
            ]
            for question in dossier.questions_of(section)
        ]
        story.append(LongTable(rows, colWidths=[40, 300, 100], style=GRID))
    return story


def _text(said: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(escape(said), style)
