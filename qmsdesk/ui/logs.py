"""The log, shown in the system's program for texts, or the folder it is in where there is none."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from qmsdesk.log import log_file


def show_log() -> None:
    path = log_file()
    if not (path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
