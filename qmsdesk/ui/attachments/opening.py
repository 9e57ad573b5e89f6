"""Opening evidence: a photo in the viewer, a document in the program that the system has for it."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.errors import Refusal
from qmsdesk.store.attachments import file_of
from qmsdesk.ui.attachments.viewer import PhotoViewer
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.files import write_for_viewer


def open_attachment(
    desk: Desk, attachments: Sequence[Attachment], chosen: Attachment, is_read_only: bool, window: QWidget
) -> str:
    """Show one of several; returns what went wrong, in a sentence."""
    path = file_of(desk.session.path, chosen.sha256)
    if path is None:
        return desk.words("The file is missing. Look for it on the laptop it was added on, or in a backup.")
    if chosen.is_photo:
        photos = [each for each in attachments if each.is_photo]
        viewer = PhotoViewer(desk, photos, photos.index(chosen), is_read_only, window)
        viewer.finished.connect(viewer.deleteLater)
        viewer.open()
        return ""
    try:
        shown = write_for_viewer(_plain_name(chosen), path.read_bytes())
    except Refusal as refusal:
        return refusal.say(desk.words)
    except OSError:
        return desk.words("The file is missing. Look for it on the laptop it was added on, or in a backup.")
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown))):
        return desk.words("No program for such documents was found on this computer.")
    return ""


def _plain_name(attachment: Attachment) -> str:
    """A name comes from elsewhere, and is not to lead elsewhere."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", attachment.name).strip(" .")[-120:]
    return name or f"{attachment.sha256[:12]}.pdf"
