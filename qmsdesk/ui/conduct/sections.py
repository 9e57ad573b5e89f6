"""Sections of the checklist with how far each has come, one under the other or behind one button."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from qmsdesk.domain.checklists import Section
from qmsdesk.domain.progress import Progress
from qmsdesk.i18n import Words
from qmsdesk.ui.conduct.dragging import NoteTarget
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.progress import ProgressLine
from qmsdesk.ui.theme.theme import Theme


def say_progress(_: Words, held: Progress, parked: int = 0) -> str:
    """How far one has come, and how many questions one has promised to come back to."""
    said = _("{done} of {total} answered", done=held.done, total=held.total)
    later = _.plural("{count} parked", "{count} parked", parked)
    return f"{said} · {later}" if parked else said


class SectionList(QWidget):
    """`chosen` carries the id of a section, `note_dropped` that and a note's; Tab comes here from `before`."""

    chosen = Signal(str)
    note_dropped = Signal(str, str)

    def __init__(self, theme: Theme, words: Words, before: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._before = before
        self._entries: dict[str, SectionEntry] = {}
        self._layout = column(theme, self, gap=4)
        self._layout.addStretch()

    def show_sections(self, sections: list[tuple[Section, Progress]]) -> None:
        if list(self._entries) != [section.id for section, _ in sections]:
            self._fill([section for section, _ in sections])
        for n, (section, held) in enumerate(sections, 1):
            self._entries[section.id].show_section(n, self._.pick(section, "title"), held)

    def set_current(self, section_id: str) -> None:
        for key, entry in self._entries.items():
            entry.set_current(key == section_id)

    def entry(self, section_id: str) -> "SectionEntry":
        return self._entries[section_id]

    def _fill(self, sections: list[Section]) -> None:
        for entry in self._entries.values():
            self._layout.removeWidget(entry)
            entry.deleteLater()
        self._entries = {section.id: SectionEntry(self._theme, self._) for section in sections}
        for key, entry in self._entries.items():
            entry.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            target = NoteTarget(self._theme, entry)
            target.dropped.connect(lambda note_id, key=key: self.note_dropped.emit(key, note_id))
            self._layout.insertWidget(self._layout.count() - 1, entry)
        lead_tab(self._before, self._entries.values())


class SectionEntry(CardButton):
    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme, "flat", margins=(10, 7, 10, 9), gap=5)
        self._ = words
        self._title, self._count = label("", wrap=True), label("", "small")
        self._line = ProgressLine(theme)
        head = row(theme, gap=6)
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._line)
        theme.size(self, min_height=44)

    def show_section(self, number: int, title: str, held: Progress) -> None:
        spoken = say_progress(self._, held)
        self._title.setText(f"{number} {title}")
        self._count.setText(f"{held.done}/{held.total}")
        self._line.set_progress(held.done, held.total, spoken)
        self.setAccessibleName(f"{number} {title}, {spoken}")

    def set_current(self, is_current: bool) -> None:
        self.set_look("" if is_current else "flat")
        self.setAccessibleDescription(self._("Open now") if is_current else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class SectionMenu(TallButton):
    """The same sections behind one button, for narrow windows; `chosen` as in the list."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme, " ", "secondary", "chevron-down")
        self._ = words
        self._title = ""
        self.setProperty("keyed", True)  # text at the left
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.sections = QMenu(self)
        self.sections.triggered.connect(self._on_triggered)
        self.clicked.connect(lambda: self.sections.popup(self.mapToGlobal(QPoint(0, self.height()))))

    def show_sections(self, sections: list[tuple[Section, Progress]], current_id: str) -> None:
        menu = self.sections
        menu.clear()
        for n, (section, held) in enumerate(sections, 1):
            title = f"{n} {self._.pick(section, 'title')}"
            menu.addAction(f"{title}\t{held.done}/{held.total}").setData(section.id)
            if section.id == current_id:
                self._title = f"{title}  {held.done}/{held.total}"
        self.setAccessibleName(self._("Sections: {title}", title=self._title))
        self.setToolTip(self._title)
        self._elide()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(110), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), super().sizeHint().height())

    def _elide(self) -> None:
        room = self.width() - self._theme.px(72)
        self.setText(self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room))

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
