"""What stands round the text on every page: header, footer, and the mark of a draft."""

from dataclasses import dataclass

from qmsdesk.report import design
from qmsdesk.report.canvas import Canvas
from qmsdesk.report.design import Style
from qmsdesk.report.paragraphs import one_line

RUNNING = Style(8.5, 11, colour=design.MUTED)
STATUS = Style(8.5, 11, design.BOLD, design.DRAFT)
WATERMARK = Style(150, 150, design.BOLD, design.WATERMARK)
HEADER_Y = design.PAGE_HEIGHT - 48
FOOTER_Y = 40.0


@dataclass(frozen=True)
class Furniture:
    """The same on each page; an empty status means that nothing needs to be said about it."""

    header: str
    footer: str
    status: str = ""
    watermark: str = ""

    def __call__(self, canvas: Canvas) -> None:
        if canvas.page_number > 1:
            if self.watermark:
                self._watermark(canvas)
            self._header(canvas)
        self._footer(canvas)

    def _header(self, canvas: Canvas) -> None:
        end = design.PAGE_WIDTH - design.RIGHT
        with canvas.artifact("Header"):
            status = one_line(self.status.upper(), STATUS, 180)
            canvas.text([one_line(self.header, RUNNING, 270)], design.LEFT, HEADER_Y, RUNNING)
            canvas.text([status], end - status.width * STATUS.size / 1000, HEADER_Y, STATUS)
            canvas.rule(design.LEFT, HEADER_Y - 9, design.TEXT_WIDTH, design.RULE)

    def _footer(self, canvas: Canvas) -> None:
        page = canvas.page_number
        with canvas.artifact("Footer"):
            canvas.text([one_line(self.footer, RUNNING, 380)], design.LEFT, FOOTER_Y, RUNNING)
            end = design.PAGE_WIDTH - design.RIGHT
            canvas.late_text(
                lambda: one_line(f"{page} ({canvas.page_count})", RUNNING, 80), end, FOOTER_Y, RUNNING, True
            )

    def _watermark(self, canvas: Canvas) -> None:
        line = one_line(self.watermark.upper(), WATERMARK, 2000)
        with canvas.artifact():
            canvas.slanting_text(line, design.PAGE_WIDTH / 2, design.PAGE_HEIGHT / 2, 52, WATERMARK)
