"""The text of a guide: Markdown dressed in the theme, with its pictures as wide as the text. Nothing is fetched."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit
from shiboken6 import isValid

from qmsdesk.i18n import Words
from qmsdesk.ui.theme.theme import Theme

LINE_HEIGHT, HEADING_HEIGHT, PICTURE_HEIGHT = 115, 105, 100
WIDEST, MARGIN = 760, 24
TABLE_PADDING, CODE = 6, 14
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
HEADINGS = {1: "title", 2: "heading", 3: "subheading"}


class GuideBrowser(QTextBrowser):
    """`show_guide` reads a file; `headings` are those of its second level, from the top."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self.path = Path()
        self._picture_width = 0
        self._read = 0
        self.headings: list[QTextBlock] = []
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(words("Guide"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.dress)
        # Only what a person does tells where they read: a new width moves the text under them.
        self.verticalScrollBar().actionTriggered.connect(self._note_place, Qt.ConnectionType.QueuedConnection)

    def show_guide(self, path: Path) -> None:
        if path != self.path:
            self.path, self._read = path, 0
            self.dress()

    def go_to(self, section: int) -> None:
        """Show a section from its heading."""
        block = self.headings[section]
        self.setTextCursor(QTextCursor(block))
        self._show_block(block.blockNumber())

    def _show_block(self, number: int) -> None:
        self._read = number
        self.document().size()  # lays out all of it, without which there is nowhere to scroll to
        top = self.document().documentLayout().blockBoundingRect(self.document().findBlockByNumber(number)).top()
        self.verticalScrollBar().setValue(round(top) - self._theme.px(8))

    def _note_place(self) -> None:
        self._read = self.cursorForPosition(QPoint(self.viewport().width() // 2, self._theme.px(8))).blockNumber()

    @property
    def section(self) -> int:
        """The section that stands at the top of what is seen; -1 before the first."""
        layout = self.document().documentLayout()
        seen = self.verticalScrollBar().value() + self._theme.px(40)
        tops = [layout.blockBoundingRect(block).top() for block in self.headings]
        if self.verticalScrollBar().value() == self.verticalScrollBar().maximum() > 0:
            seen += self.viewport().height() // 2
        return sum(top <= seen for top in tops) - 1

    def find_next(self, said: str, is_back: bool = False) -> bool:
        """Go to the next place that says so, round past the end; False where there is none."""
        way = QTextDocument.FindFlag.FindBackward if is_back else QTextDocument.FindFlag(0)
        before = self.textCursor()
        found = self.find(said, way)
        if not found:
            self.moveCursor(QTextCursor.MoveOperation.End if is_back else QTextCursor.MoveOperation.Start)
            found = self.find(said, way)
        if not found:
            self.setTextCursor(before)
        self._note_place()
        return found

    def mark_all(self, said: str) -> int:
        """Mark every place that says so; gives how many there are."""
        marks: list[QTextEdit.ExtraSelection] = []
        found = self.document().find(said) if said else QTextCursor()
        while not found.isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = found
            mark.format.setBackground(self._theme.colour("observation.soft"))
            mark.format.setForeground(self._theme.colour("observation.text"))
            marks.append(mark)
            found = self.document().find(said, found)
        self.setExtraSelections(marks)
        return len(marks)

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        """Pictures beside the guide, as wide as the text; nothing else, and nothing from elsewhere."""
        target = QUrl(url)
        file = self.path.parent / target.path()
        if kind != QTextDocument.ResourceType.ImageResource.value or not target.isRelative() or not file.is_file():
            return None
        ratio = self.devicePixelRatioF()
        width = round(self._picture_width * ratio)
        image = QImage(str(file))
        if image.width() > width:
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if self.path.name and self._text_width() != self._picture_width:
            self.dress()

    def dress(self) -> None:
        """Lay the text out anew in the theme as it is, and stay at what is read."""
        if not self.path.name:
            return
        self._picture_width = self._text_width()
        self.setUpdatesEnabled(False)
        side = max(self._theme.px(MARGIN), (self.viewport().width() - self._picture_width) // 2)
        before, document = self.document(), QTextDocument(self)  # a used one keeps traces of its first format
        document.setDefaultFont(self._theme.font("body"))
        document.setMarkdown(self.path.read_text(encoding="utf-8"), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(side)
        frame.setRightMargin(side)
        frame.setTopMargin(self._theme.px(16))
        frame.setBottomMargin(self._theme.px(MARGIN))
        document.rootFrame().setFrameFormat(frame)
        self._dress_blocks(document)
        self._dress_tables(document)
        self.setDocument(document)
        if isValid(before):  # Qt lets go of its own first document, not of ours
            before.deleteLater()
        self.setUpdatesEnabled(True)
        self._show_block(self._read)

    def _text_width(self) -> int:
        return max(100, min(self._theme.px(WIDEST), self.viewport().width() - 2 * self._theme.px(MARGIN)))

    def _dress_blocks(self, document: QTextDocument) -> None:
        self.headings = []
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == 2:
                self.headings.append(block)
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(self._block_format(block, cursor.currentTable() is not None))
            self._dress_fragments(block)
            block = block.next()

    def _block_format(self, block: QTextBlock, in_table: bool) -> QTextBlockFormat:
        form, level = QTextBlockFormat(), block.blockFormat().headingLevel()
        height = PICTURE_HEIGHT if PICTURE in block.text() else HEADING_HEIGHT if level else LINE_HEIGHT
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(self._theme.px(22 if level == 2 else 0))
        form.setBottomMargin(0 if in_table or _is_code(block) else self._theme.px(8 if level else 6))
        if _is_code(block):
            form.setBackground(self._theme.colour("sunken"))
            form.setNonBreakableLines(False)
        return form

    def _dress_fragments(self, block: QTextBlock) -> None:
        """Collected before they are changed: fragments that come to look alike become one."""
        found: list[tuple[int, int, QTextCharFormat]] = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            found.append((fragment.position(), fragment.length(), self._char_format(block, fragment.charFormat())))
            iterator += 1
        for start, length, form in found:
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            if block.blockFormat().headingLevel():
                cursor.setCharFormat(form)  # Markdown's own size would win in a merge
            else:
                cursor.mergeCharFormat(form)

    def _char_format(self, block: QTextBlock, was: QTextCharFormat) -> QTextCharFormat:
        """Headings in their type, code on a quiet ground, links in the accent; bold is as bold as elsewhere."""
        form, level = QTextCharFormat(), block.blockFormat().headingLevel()
        if level:
            form.setFont(self._theme.font(HEADINGS[level]))
        elif was.fontFixedPitch() or _is_code(block):
            form.setBackground(self._theme.colour("sunken"))
            form.setProperty(QTextCharFormat.Property.FontPixelSize, self._theme.px(CODE))
        elif was.isAnchor():
            form.setForeground(self._theme.colour("accent_ink"))
        elif was.fontWeight() > QFont.Weight.Medium:
            form.setFontWeight(QFont.Weight.DemiBold)
        return form

    def _dress_tables(self, document: QTextDocument) -> None:
        for table in document.rootFrame().childFrames():
            if isinstance(table, QTextTable):
                form = table.format()
                form.setCellPadding(self._theme.px(TABLE_PADDING))
                form.setCellSpacing(0)
                form.setBorder(1)
                form.setBorderCollapse(True)
                form.setBorderBrush(self._theme.colour("line"))
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                table.setFormat(form)


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
