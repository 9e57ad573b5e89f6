"""The form in which one person signs: for whom, name, role, and a drawn signature where one wants."""

from functools import cached_property

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QButtonGroup, QCompleter, QDialog, QLineEdit, QWidget

from qmsdesk.domain.audits import TEAM_ROLE_NAMES
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.people import ROLE_NAMES, PersonRole
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import ACKNOWLEDGEMENTS, Signer, SignOff
from qmsdesk.domain.signatures import pack_strokes
from qmsdesk.i18n import N_
from qmsdesk.ui.closings.pad import SignaturePad
from qmsdesk.ui.closings.places import settle_size
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, small, title
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.toggles import RadioButton, join
from qmsdesk.ui.theme.tokens import SPACE

SIGNER_NAMES = {Signer.UNIT: N_("For the unit"), Signer.AUDITORS: N_("For the auditors")}
SIZE = (720, 700)


class SignDialog(QDialog):
    """Can be handed across the table; nothing is written before `Sign`."""

    def __init__(self, desk: Desk, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._dossier = dossier
        self.setWindowTitle(self._("Sign"))
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.signers = {signer: RadioButton(self._(text)) for signer, text in SIGNER_NAMES.items()}
        self.name, self.role = QLineEdit(), QLineEdit()
        self.name.setMaxLength(200)
        self.role.setMaxLength(200)
        self.meaning = label("", "body", wrap=True)
        self.lack = small(self._("Write your name first."))
        hint = self._("Draw here with mouse, finger or pen, or leave it empty")
        self.pad = SignaturePad(desk.theme, self._("Drawn signature"), hint)
        self.clear = Button(desk.theme, self._("Clear the drawing"), "quiet", "x")
        self.cancel = Button(desk.theme, self._("Cancel"), "secondary")
        self.sign = Button(desk.theme, self._("Sign"), "primary", "check")
        self._lay_out()
        self._wire()
        self._complete()
        self._choose(self._usual_signer())
        settle_size(desk.theme, self, *SIZE)

    @property
    def signer(self) -> Signer:
        return next(signer for signer, button in self.signers.items() if button.isChecked())

    def _usual_signer(self) -> Signer:
        """The unit first, who has come to hear; then the auditors."""
        texts = {self._(ACKNOWLEDGEMENTS[Signer.UNIT])}
        has_unit = any(sign_off.what in texts for sign_off in self._dossier.sign_offs)
        return Signer.AUDITORS if has_unit else Signer.UNIT

    def _lay_out(self) -> None:
        theme, _ = self._desk.theme, self._
        outer = column(theme, self, gap=0)
        scroll = PageScroll(theme, gap=SPACE["medium"])
        outer.addWidget(scroll, 1)
        body = scroll.body
        body.addWidget(title(_("Sign")))
        choice = FlowLayout(theme, gap=SPACE["wide"])
        group = QButtonGroup(self)
        for button in self.signers.values():
            join(group, button)
            choice.addWidget(button)
        body.addLayout(choice)
        body.addWidget(self.meaning)
        pair = row(theme, gap=SPACE["medium"])
        pair.addLayout(labelled(theme, _("Name"), self.name), 1)
        pair.addLayout(labelled(theme, _("Role"), self.role), 1)
        body.addLayout(pair)
        body.addWidget(self.lack)
        self.lack.hide()
        body.addWidget(self.pad)
        body.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        foot = row(theme, margins=(SPACE["wide"], SPACE["small"], SPACE["wide"], SPACE["large"]))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.sign)
        outer.addLayout(foot)

    def _wire(self) -> None:
        for signer, button in self.signers.items():
            button.clicked.connect(lambda _=False, signer=signer: self._choose(signer))
        for other in (self.clear, self.cancel):
            other.setAutoDefault(False)
        self.sign.setDefault(True)
        self.clear.clicked.connect(self.pad.clear)
        self.cancel.clicked.connect(self.reject)
        self.sign.clicked.connect(self._sign)
        self.name.textChanged.connect(self.lack.hide)

    def _complete(self) -> None:
        """The names of those who have not signed yet, and the roles that sign."""
        self._names = QStringListModel(self)
        roles = [self._(ROLE_NAMES[PersonRole.MANAGER]), *(self._(name) for name in TEAM_ROLE_NAMES.values())]
        for editor, texts in ((self.name, self._names), (self.role, QStringListModel(roles, self))):
            completer = QCompleter(texts, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        self.name.editingFinished.connect(self._take_role)

    def _choose(self, signer: Signer) -> None:
        """Show what one signs for, with the name and role of who is likely to be next."""
        self.signers[signer].setChecked(True)
        self.meaning.setText(self._(ACKNOWLEDGEMENTS[signer]))
        is_unit = signer is Signer.UNIT
        signed = {sign_off.name for sign_off in self._dossier.sign_offs}
        waiting = [] if is_unit else [name for name in self._team if name not in signed]
        self._names.setStringList(waiting)
        self.name.setText(next(iter(waiting), ""))
        self.role.setText(self._(ROLE_NAMES[PersonRole.MANAGER]) if is_unit else "")
        self._take_role()
        self.name.setFocus()

    @cached_property
    def _team(self) -> dict[str, str]:
        """The name of each auditor with the role on this day."""
        people = ((self._dossier.person(member.person_id), member.role) for member in self._dossier.team)
        return {person.name: self._(TEAM_ROLE_NAMES[role]) for person, role in people if person is not None}

    def _take_role(self) -> None:
        """An auditor's role is known by the name."""
        if self.signer is Signer.AUDITORS:
            self.role.setText(self._team.get(self.name.text().strip(), self.role.text()))

    def _sign(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.lack.show()
            self.name.setFocus()
            return
        sign_off = SignOff(
            new_id(),
            self._dossier.audit.id,
            name,
            self.role.text().strip(),
            self._desk.now(),
            self._(ACKNOWLEDGEMENTS[self.signer]),
            pack_strokes(self.pad.strokes),
        )
        self._desk.session.write(creation_of(sign_off))
        self.accept()
