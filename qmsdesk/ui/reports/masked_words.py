"""The texts of a report to read and mark words in, and the words that are masked."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from qmsdesk.domain.masking import finder
from qmsdesk.domain.masks import Mask
from qmsdesk.domain.report_texts import ReportText
from qmsdesk.ui.theme.theme import Theme


class Span(NamedTuple):
    """A piece of the view, counted as Qt counts, and what it is: part, name, text or masked."""

    start: int
    end: int
    kind: str


class MarkingView(QPlainTextEdit):
    """Reads like the report; words are marked by mouse or with Shift and the arrows. What is masked is struck out."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._texts: Sequence[ReportText] = ()
        self._spans: list[Span] = []
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self._painter = MarkPainter(theme, self)
        theme.changed.connect(self._painter.change_look)

    def show_texts(self, texts: Sequence[ReportText], masks: Iterable[Mask]) -> dict[str, int]:
        """Show texts with what is masked in them, and say in how many places each mask stands."""
        is_new, content = texts != self._texts, ""
        if is_new:
            self._texts = texts
            content, self._spans = _laid_out(texts)
        found, counts = _masked(texts, self._spans, masks)
        spans = sorted([*(span for span in self._spans if span.kind != "text"), *found])
        if is_new:
            place = self.textCursor().position(), self.verticalScrollBar().value()
            self._painter.take(spans)
            self.setPlainText(content)
            self._go_back(*place)
        else:
            self._painter.show_spans(spans)
        return counts

    def marked(self) -> list[str]:
        """The words that are marked, text by text; without a mark, the word the cursor is in."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        pieces = (
            self._between(max(start, span.start), min(end, span.end))
            for span in self._spans
            if span.kind == "text" and span.start < end and start < span.end
        )
        return [" ".join(piece.split()) for piece in pieces if piece.strip()]

    def unmark(self) -> None:
        """Go on after what was marked."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def _between(self, start: int, end: int) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _go_back(self, position: int, scrolled: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)


def _laid_out(texts: Sequence[ReportText]) -> tuple[str, list[Span]]:
    lines: list[str] = []
    spans: list[Span] = []
    place = 0

    def add(text: str, kind: str) -> None:
        nonlocal place
        if text:
            spans.append(Span(place, place + units(text), kind))
        lines.append(text)
        place += units(text) + 1

    for part, held in groupby(texts, key=lambda text: text.part):
        add(part, "part")
        for name, said in groupby(held, key=lambda text: text.name):
            if name:
                add(name, "name")
            for each in said:
                add(each.text, "text")
        add("", "text")
    return "\n".join(lines).rstrip("\n"), spans


def _masked(
    texts: Sequence[ReportText], spans: Iterable[Span], masks: Iterable[Mask]
) -> tuple[list[Span], dict[str, int]]:
    find, found = finder(masks), list[Span]()
    counts: dict[str, int] = {}
    for each, span in zip(texts, (span for span in spans if span.kind == "text"), strict=True):
        for start, end, mask in find(each.text):
            counts[mask.id] = counts.get(mask.id, 0) + 1
            found.append(Span(span.start + units(each.text[:start]), span.start + units(each.text[:end]), "masked"))
    return found, counts


def units(text: str) -> int:
    """How long Qt takes a text to be: it counts in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _blocks(document: QTextDocument, span: Span) -> range:
    """The numbers of the blocks that a span touches."""
    return range(document.findBlock(span.start).blockNumber(), document.findBlock(span.end).blockNumber() + 1)


class MarkPainter(QSyntaxHighlighter):
    """Headings stand out, and what is masked is struck out on a ground of its own."""

    def __init__(self, theme: Theme, view: QPlainTextEdit) -> None:
        super().__init__(view.document())
        self._theme = theme
        self._spans: list[Span] = []
        self._ends: list[int] = []
        self._looks: dict[str, QTextCharFormat] = {}

    def change_look(self) -> None:
        """Paint all of it in the colours there are now."""
        self._looks.clear()
        self.rehighlight()

    def take(self, spans: list[Span]) -> None:
        """What is to be painted in the text that comes next."""
        self._spans, self._ends = spans, [span.end for span in spans]

    def show_spans(self, spans: list[Span]) -> None:
        """Paint anew where something has changed, and there alone."""
        changed = set(spans) ^ set(self._spans)
        self.take(spans)
        document = self.document()
        for number in sorted({n for span in changed for n in _blocks(document, span)}):
            self.rehighlightBlock(document.findBlockByNumber(number))

    def highlightBlock(self, text: str) -> None:
        start = self.currentBlock().position()
        length = units(text)
        for span in self._within(start, start + length):
            first = max(span.start - start, 0)
            look = self._looks.get(span.kind) or self._looks.setdefault(span.kind, self._look(span.kind))
            self.setFormat(first, min(span.end - start, length) - first, look)

    def _within(self, start: int, end: int) -> Iterator[Span]:
        for n in range(bisect_left(self._ends, start + 1), len(self._spans)):
            if self._spans[n].start >= end:
                return
            yield self._spans[n]

    def _look(self, kind: str) -> QTextCharFormat:
        form = QTextCharFormat()
        if kind == "masked":
            form.setFontStrikeOut(True)
            form.setBackground(self._theme.colour("observation.soft"))
            form.setForeground(self._theme.colour("observation.text"))
        elif kind == "part":
            form.setFontWeight(QFont.Weight.DemiBold)
            form.setForeground(self._theme.colour("accent_ink"))
        else:
            form.setForeground(self._theme.colour("muted"))
        return form
