"""The system's own camera program: whether there is one, how it starts, and where it puts its pictures."""

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

WINDOWS_CAMERA = "microsoft.windows.camera"
PROGRAMS = {"snapshot": "Camera", "cheese": "Webcam", "kamoso": ""}
"""What the desktops of Linux call it, and the folder below Pictures that it uses."""


class Camera(NamedTuple):
    """`start` is a program, or the address that Windows opens its own by."""

    start: str
    folder: Path


def find_camera() -> Camera | None:
    """The camera program of this computer; nothing where there is none that we know."""
    pictures = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    if sys.platform == "win32":
        return Camera(f"{WINDOWS_CAMERA}:", pictures / "Camera Roll") if _has_windows_camera() else None
    for name, folder in PROGRAMS.items():
        program = shutil.which(name)
        if program:
            return Camera(program, pictures / folder)
    return None


def start_camera(camera: Camera) -> bool:
    """Open it beside the window; whether it could be started."""
    if camera.start.endswith(":"):
        return QDesktopServices.openUrl(QUrl(camera.start))
    started, _ = QProcess.startDetached(camera.start, [])
    return bool(started)


def _has_windows_camera() -> bool:
    if sys.platform == "win32":
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, WINDOWS_CAMERA))
        except OSError:
            return False
        return True
    return False
