"""The way of the Tab key through widgets that come and go: in the order they are seen, not in which they were made."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def lead_tab(after: QWidget, stops: Iterable[QWidget]) -> None:
    """Let Tab go on from `after` to each of the stops in turn. Qt passes over what takes no focus by itself."""
    for stop in stops:
        QWidget.setTabOrder(after, stop)
        after = stop
