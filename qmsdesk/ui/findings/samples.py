"""Samples as evidence: what was looked at, put into a finding's evidence by one key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.samples import missing_in, samples_at
from qmsdesk.ui.commands import typing_key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.layouts import FlowLayout


class SampleOffer(QWidget):
    """`taken` carries the texts of the samples. Hidden where all of them stand in the evidence."""

    taken = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._ = desk.words
        self.texts: list[str] = []
        self.button = TallButton(desk.theme, " ", "quiet", "plus", typing_key_of("conduct", "sample"))
        FlowLayout(desk.theme, self).addWidget(self.button)
        self.button.clicked.connect(self.take)
        self.hide()

    def show_finding(self, dossier: Dossier, finding: Finding, is_read_only: bool) -> None:
        """`finding` with the evidence as it stands in its field."""
        samples = samples_at(dossier.samples, finding.question_id)
        self.texts = [] if is_read_only else missing_in(self._, finding.evidence, samples)
        self.button.setText(self._("Sample: {what}", what=", ".join(self.texts)))
        self.button.setAccessibleName(self._("Put the sample into the evidence: {what}", what=", ".join(self.texts)))
        self.setVisible(bool(self.texts))

    def take(self) -> None:
        if self.texts:
            self.taken.emit(self.texts)
