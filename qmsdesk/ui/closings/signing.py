"""Signing: who has signed for what, and the card where one more does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import SignOff
from qmsdesk.domain.signatures import unpack_strokes
from qmsdesk.ui.closings.pad import SignatureView
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE


class SignOffCard(Card):
    """`sign_requested` asks for the form."""

    sign_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self._shown: object = None
        self._rows: dict[str, QWidget] = {}
        self.removes: list[Button] = []
        self._none = muted(self._("Nobody has signed yet. The manager confirms receipt and facts, never agreement."))
        self._list = column(desk.theme, gap=SPACE["medium"])
        self.sign = Button(desk.theme, self._("Sign"), "secondary", "pencil", key_of("closing", "sign"))
        self.sign.clicked.connect(self.sign_requested)
        self.body.addWidget(subheading(self._("Signatures")))
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)
        line = row(desk.theme)
        line.addWidget(self.sign)
        line.addStretch(1)
        self.body.addLayout(line)

    def show_dossier(self, dossier: Dossier) -> None:
        is_locked = dossier.audit.is_locked
        self.sign.setVisible(not is_locked)
        if self._shown == (dossier.sign_offs, is_locked):
            return
        self._shown = (dossier.sign_offs, is_locked)
        for shown in self._rows.values():
            shown.hide()
            shown.deleteLater()
        self.removes = []
        self._rows = {sign_off.id: self._row(sign_off, is_locked) for sign_off in dossier.sign_offs}
        for shown in self._rows.values():
            self._list.addWidget(shown)
        self._none.setVisible(not self._rows)

    def _row(self, sign_off: SignOff, is_locked: bool) -> QWidget:
        theme, _ = self._desk.theme, self._
        made = QWidget()
        line = row(theme, made, gap=SPACE["small"])
        texts = column(theme, gap=2)
        texts.addWidget(label(sign_off.name, "strong", wrap=True))
        signed_at = sign_off.signed_at.astimezone(self._desk.now().tzinfo)
        texts.addWidget(small(" · ".join(filter(None, (sign_off.role, f"{signed_at:%H:%M}")))))
        texts.addWidget(small(sign_off.what))
        line.addLayout(texts, 1)
        if strokes := unpack_strokes(sign_off.signature):
            texts.insertWidget(2, SignatureView(theme, strokes, _("Signature of {name}", name=sign_off.name)))
        if not is_locked:
            remove = Button(theme, "", "quiet", "trash-2")
            remove.setAccessibleName(_("Remove the signature of {name}", name=sign_off.name))
            remove.setToolTip(remove.accessibleName())
            remove.clicked.connect(lambda: self._remove(sign_off))
            line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
            self.removes.append(remove)
        return made

    def _remove(self, sign_off: SignOff) -> None:
        self._desk.session.write([Edit("sign_off", sign_off.id, DELETED, 1, sign_off.audit_id)])
        self.sign.setFocus()
