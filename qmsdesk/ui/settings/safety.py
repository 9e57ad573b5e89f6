"""Where the register lies, and its backups."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from qmsdesk.domain.errors import Refusal
from qmsdesk.paths import demo_register
from qmsdesk.store.backups import back_up, backup_folder, backups, copy_newest, keeping_of
from qmsdesk.store.places import refusal_of
from qmsdesk.store.register import open_reader
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.logs import show_log
from qmsdesk.ui.settings.locked import lock
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.tokens import SPACE

BY_HAND = "by-hand"
SHOWN = 8


class RegisterCard(Card):
    """The path of the open register, to copy or to open its folder."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        _, path = desk.words, desk.session.path
        self.path = QLineEdit(str(path))
        self.path.setReadOnly(True)
        self.path.setCursorPosition(0)
        self.path.setToolTip(str(path))
        self.body.addWidget(subheading(_("The register")))
        self.body.addLayout(labelled(desk.theme, _("Where the register is"), self.path))
        for line in lock(desk, "register"):
            self.body.addWidget(line)
        wanted = desk.policy.register if desk.policy.locks("register") else None
        if wanted is not None and path not in (wanted, demo_register()):
            said = _("The policy wants the register in {path}. Close it and move it there.", path=wanted)
            self.body.addWidget(Banner(desk.theme, said, "info"))
        risk = refusal_of(path)
        if risk is not None:
            self.body.addWidget(Banner(desk.theme, risk.say(_), "warning"))
        self.copy = Button(desk.theme, _("Copy path"), "secondary", "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(path)))
        self.open = Button(desk.theme, _("Open folder"), "secondary", "folder-open")
        self.open.setAccessibleName(_("Open the folder of the register"))
        self.open.clicked.connect(lambda: open_folder(path.parent))
        buttons = FlowLayout(desk.theme, gap=SPACE["small"])
        buttons.addWidget(self.open)
        buttons.addWidget(self.copy)
        self.log = Button(desk.theme, _("Show the log"), "quiet", "file-text")
        self.log.clicked.connect(show_log)
        buttons.addWidget(self.log)
        self.body.addLayout(buttons)


class BackupsCard(Card):
    """The last backup, those there are, and one more at the press of a button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self._path = desk.session.path
        self.body.addWidget(subheading(self._("Backups")))
        self.last = label("", wrap=True)
        self.body.addWidget(self.last)
        self.banner = Banner(desk.theme)
        self.body.addWidget(self.banner)
        self.now = Button(desk.theme, self._("Back up now"), "primary", "save")
        self.now.clicked.connect(self._back_up)
        self.open = Button(desk.theme, self._("Open folder"), "secondary", "folder-open")
        self.open.setAccessibleName(self._("Open the folder of the backups"))
        self.open.clicked.connect(lambda: open_folder(backup_folder(self._path)))
        buttons = FlowLayout(desk.theme, gap=SPACE["small"])
        buttons.addWidget(self.now)
        buttons.addWidget(self.open)
        self.body.addLayout(buttons)
        self._list = QWidget()
        self._place_of_list = self.body.count()
        self.body.addWidget(self._list)
        self.body.addWidget(small(self._("They are in {folder}", folder=backup_folder(self._path))))
        second = keeping_of(desk.policy).folder
        if second is not None:
            self.body.addWidget(small(self._("A copy of each goes to {folder}", folder=second)))

    def reload(self) -> None:
        """Look into the folder again."""
        made = backups(self._path)
        self.open.setEnabled(bool(made))
        said = self._said(made[0]) if made else ""
        self.last.setText(
            self._("The last backup was made {when}.", when=said) if made else self._("There is no backup yet.")
        )
        self._list.hide()
        self._list.deleteLater()
        self._list = QWidget()
        layout = column(self._desk.theme, self._list, gap=SPACE["tight"])
        for path in made[1:SHOWN]:
            layout.addWidget(muted(self._said(path)))
        if len(made) > SHOWN:
            layout.addWidget(muted(self._("and {count} older ones", count=len(made) - SHOWN)))
        self.body.insertWidget(self._place_of_list, self._list)

    def _said(self, path: Path) -> str:
        made = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        return f"{say_date(self._, made.date())} {self._.time(made)}"

    def _back_up(self) -> None:
        path, today, keeping = self._path, self._desk.today, keeping_of(self._desk.policy)
        self._desk.session.flush()

        def job() -> None:
            reader = open_reader(path)
            try:
                back_up(reader, path, BY_HAND)
            finally:
                reader.close()
            copy_newest(path, today, keeping)

        self.now.setEnabled(False)
        self._desk.jobs.run(job, lambda _: self._on_made(), self._on_failed)

    def _on_made(self) -> None:
        self.now.setEnabled(True)
        self.banner.show_message(self._("The backup is made and checked."), "success")
        self.reload()

    def _on_failed(self, error: Exception) -> None:
        self.now.setEnabled(True)
        if not isinstance(error, Refusal):
            raise error
        self.banner.show_message(error.say(self._), "danger")
        self.reload()


def open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
