"""A field for a day that may be empty: typed, or chosen in a calendar."""

import datetime as dt
import re

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QWidget

from qmsdesk.i18n import Words
from qmsdesk.ui.dates import locale_of
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.theme import Theme


def read_day(text: str, today: dt.date) -> dt.date | None:
    """A day as people write it, 2026-12-01, 20261201, 1/12 or 1/12 2026; None for nothing. Raises `ValueError`."""
    text = text.strip()
    if not text:
        return None
    if found := re.fullmatch(r"(\d{4})-?(\d{2})-?(\d{2})", text):
        year, month, day = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})(?:[/. ]+(\d{4}))?", text):
        day, month, year = found.groups(str(today.year))
    else:
        raise ValueError(text)
    return dt.date(int(year), int(month), int(day))


class DayField(QWidget):
    """`chosen` carries a `date` or None. Alt+Down opens the calendar."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, words: Words, name: str, today: dt.date) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._today = today
        self._day: dt.date | None = None
        self.editor = DayLine(self)
        self.editor.setAccessibleName(name)
        self.editor.setPlaceholderText(self._("yyyy-mm-dd"))
        self.editor.setToolTip(self._("Alt+Down opens the calendar"))
        opens = self.editor.addAction(theme.icon("calendar-days", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        opens.setText(self._("Choose in the calendar"))
        opens.triggered.connect(self.open_calendar)
        self.editor.editingFinished.connect(self.commit)
        self._hint = label(self._("Write the day as 2026-12-31."), "small", wrap=True)
        self._hint.hide()
        layout = column(theme, self, gap=2)
        layout.addWidget(self.editor)
        layout.addWidget(self._hint)
        self.setFocusProxy(self.editor)

    def show_day(self, day: dt.date | None) -> None:
        """Show a day, unless somebody is writing another."""
        if day == self._day and self.editor.isModified():
            return
        self._day = day
        self.editor.setText(day.isoformat() if day else "")
        self._hint.hide()

    def commit(self) -> None:
        """Hand in what was typed, where it is a day."""
        if not self.editor.isModified():
            return
        try:
            day = read_day(self.editor.text(), self._today)
        except ValueError:
            self._hint.show()
        else:
            self._choose(day)

    def open_calendar(self) -> None:
        popup = CalendarPopup(self._theme, self._, self._day or self._today, self)
        popup.chosen.connect(self._choose)
        popup.open_below(self.editor)

    def _choose(self, day: dt.date | None) -> None:
        has_changed, self._day = day != self._day, day
        self.editor.setText(day.isoformat() if day else "")
        self._hint.hide()
        if has_changed:
            self.chosen.emit(day)


class DayLine(QLineEdit):
    """The line of a `DayField`: Alt+Down as in every box that opens."""

    def __init__(self, field: DayField) -> None:
        super().__init__(field)
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._field.open_calendar()
        else:
            super().keyPressEvent(event)


class CalendarPopup(QFrame):
    """A month to choose from; Enter takes the day, Esc goes back."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, _: Words, day: dt.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(locale_of(_))
        self._dress(theme)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        self.none = Button(theme, _("No date"), "quiet")
        self.none.clicked.connect(lambda: self._finish(None))
        layout = column(theme, self, margins=8, gap=4)
        layout.addWidget(self.calendar)
        foot = row(theme)
        foot.addStretch()
        foot.addWidget(self.none)
        layout.addLayout(foot)

    def _dress(self, theme: Theme) -> None:
        """Qt draws its own calendar: give it our colours, and day names that are never cut off."""
        calendar = self.calendar
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        plain = QTextCharFormat()
        plain.setForeground(theme.colour("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        accent, on_accent = theme.colour("accent").name(), theme.colour("accent_text").name()
        calendar.setStyleSheet(
            f"QAbstractItemView{{selection-background-color:{accent};selection-color:{on_accent};}}"
            f"QToolButton{{color:{on_accent};}}QToolButton::menu-indicator{{image:none;}}"
        )
        for name, icon in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            button = calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if isinstance(button, QToolButton):
                button.setIcon(theme.icon(icon, "accent_text"))
        theme.size(calendar, min_width=340, min_height=280)

    def open_below(self, editor: QWidget) -> None:
        self.adjustSize()
        place = editor.mapToGlobal(QPoint(0, editor.height() + 2))
        room = editor.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        if place.y() + self.height() > room.bottom():
            place.setY(editor.mapToGlobal(QPoint(0, -2)).y() - self.height())
        self.move(place)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, day: QDate) -> None:
        self._finish(dt.date(day.year(), day.month(), day.day()))

    def _finish(self, day: dt.date | None) -> None:
        self.chosen.emit(day)
        self.close()
