"""What the program is, what it stands on, and under which licences."""

from qmsdesk import __version__
from qmsdesk.paths import LICENCES
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.settings.safety import open_folder
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import FlowLayout


class AboutCard(Card):
    """An installed program carries the texts of all licences; one that runs from its sources does not."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        _ = desk.words
        made_with = _(
            "Made with Qt and PySide6 (LGPL), ReportLab (BSD), SQLite (public domain), Source Sans 3 (OFL) and"
            " Lucide icons (ISC)."
        )
        replaceable = _(
            "Qt and PySide6 are used under the LGPL, version 3. Their libraries are files of their own in the program’s"
            " folder, and you may replace them with your own builds of the same version."
        )
        self.body.addWidget(subheading(_("About")))
        self.body.addWidget(label(_("qmsdesk {version}", version=__version__)))
        self.body.addWidget(muted(_("The program never uses the network. Everything stays on this computer.")))
        self.body.addWidget(small(made_with))
        self.body.addWidget(small(replaceable))
        self.licences = Button(desk.theme, _("Show the licences"), "secondary", "folder-open")
        self.licences.clicked.connect(lambda: open_folder(LICENCES))
        buttons = FlowLayout(desk.theme)
        buttons.addWidget(self.licences)
        if LICENCES.is_dir():
            self.body.addLayout(buttons)
        else:
            self.licences.hide()
