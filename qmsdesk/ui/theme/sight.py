"""What gets the keyboard is scrolled into sight, wherever the keyboard comes from."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

SEEN, AROUND = 24, 12


def show_arrival(before: QWidget | None, now: QWidget | None) -> None:
    """Scroll to what gets the keyboard; Qt does so only where Tab goes on within the same page.

    Not for the mouse, which points at what is seen; nor where nothing had it before: there a page was made anew, and
    one goes on reading where one was.
    """
    if before is None or now is None or QApplication.mouseButtons():
        return
    page = now.parentWidget()
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    if page is not None:
        QTimer.singleShot(0, now, partial(_bring_into_view, page, now))  # when it has its place


def _bring_into_view(page: QScrollArea, shown: QWidget) -> None:
    """What is out of sight; of what is higher than the view the upper end."""
    view = page.viewport()
    place = QRect(shown.mapTo(view, QPoint(0, 0)), shown.size())
    if place.intersected(view.rect()).height() >= min(SEEN, place.height()):
        return
    if place.height() > view.height():
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + place.top() - AROUND)
    else:
        page.ensureWidgetVisible(shown, AROUND, AROUND)
