"""A finding, opened to be written: what it is, what it rests on, and who does what first. Saves itself."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.findings import (
    PART_NAMES,
    TYPE_NAMES,
    Finding,
    FindingState,
    FindingType,
    missing_parts,
    refuse_agreement,
)
from qmsdesk.domain.records import edit_of
from qmsdesk.domain.regradings import needs_reason
from qmsdesk.domain.samples import with_samples
from qmsdesk.i18n import N_
from qmsdesk.ui.attachments.strip import PhotoStrip
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.actions import FirstAction
from qmsdesk.ui.findings.making import deletion_of, question_of
from qmsdesk.ui.findings.measure import keep_measure
from qmsdesk.ui.findings.parts import Part, RequirementPart
from qmsdesk.ui.findings.phrases import PhraseLine
from qmsdesk.ui.findings.regrading import RegradeLine, say_regradings
from qmsdesk.ui.findings.repeats import RepeatLine
from qmsdesk.ui.findings.samples import SampleOffer
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import AnswerButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.toggles import CheckBox

ORDER = (
    FindingType.STRENGTH,
    FindingType.IMPROVEMENT,
    FindingType.OBSERVATION,
    FindingType.NONCONFORMITY_MINOR,
    FindingType.NONCONFORMITY_MAJOR,
)
HINTS = {
    FindingType.STRENGTH: N_("What do they do, and what does it give? Roles, not names."),
    FindingType.IMPROVEMENT: N_("What would be better, and for whom? Let the unit choose how. Roles, not names."),
    FindingType.OBSERVATION: N_("Describe what you saw, do not prescribe. Roles, not names."),
    FindingType.NONCONFORMITY_MINOR: N_("Say what and how many, 3 of 8. No advice, no adjectives, roles, not names."),
    FindingType.NONCONFORMITY_MAJOR: N_("Say what and how many, 3 of 8. No advice, no adjectives, roles, not names."),
}
TEXT_PARTS = {
    "title": N_("Title"),
    "statement": N_("What we saw"),
    "evidence": N_("Evidence"),
    "consequence": N_("Consequence"),
    "confirmed_by": N_("Confirmed by (role)"),
    "contact_role": N_("Contact (role)"),
    "diverging_opinion": N_("Diverging opinion"),
}
ONE_LINE = frozenset({"title", "confirmed_by", "contact_role"})


class FindingForm(QWidget):
    """`show_finding` it, and again whenever the dossier was read anew; `closed` says that the person is through.

    One that `always_asks` wants a reason for another type also while the day is conducted.
    """

    closed = Signal()

    def __init__(self, desk: Desk, always_asks: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._always_asks = always_asks
        self._ = desk.words
        self._dossier: Dossier
        self._finding: Finding | None = None
        self._types: dict[FindingType, AnswerButton] = {}
        self.parts: dict[str, Part] = {}
        self._heading, self._context = label("", "heading"), label("", "small", wrap=True)
        self.regrade, self._history = RegradeLine(desk), label("", "small", wrap=True)
        self._hint, self._missing = label("", "small", wrap=True), Banner(desk.theme, tone="warning")
        self.close_button = TallButton(desk.theme, self._("Back to the question"), "quiet", "arrow-left", "Esc")
        self.requirement = RequirementPart(desk, self._("Requirement"))
        self.parts["requirement"] = self.requirement
        self.shared = CheckBox(self._("May be shared with other units"))
        self.confidential = CheckBox(self._("To be assessed for secrecy before it is disclosed"))
        self.more = TallButton(desk.theme, self._("More"), "quiet", "chevron-down")
        self.agreed = AnswerButton(desk.theme, self._("Agreed"), "fulfilled", icon="handshake")
        self.delete_button = TallButton(desk.theme, self._("Delete finding"), "danger", "trash-2")
        self.photos = PhotoStrip(desk)
        self.first_action, self.repeat, self.samples = FirstAction(desk), RepeatLine(desk), SampleOffer(desk)
        self._more_box = QWidget()
        self._lay_out()
        self._wire()

    @property
    def finding(self) -> Finding | None:
        return self._finding

    def show_finding(self, dossier: Dossier, finding: Finding) -> None:
        is_other = self._finding is None or self._finding.id != finding.id
        self._dossier, self._finding = dossier, finding
        is_read_only = dossier.audit.is_locked
        self.requirement.set_dossier(dossier)
        for name, part in self.parts.items():
            part.show_record(finding, name, is_read_only)
        self.first_action.show_finding(dossier, finding, is_read_only)
        self.phrases.show_finding(finding, is_read_only)
        self.photos.show_finding(finding)
        self.repeat.show_finding(dossier, finding, is_read_only)
        self._show_choices(finding, is_read_only)
        if is_other:
            self.regrade.leave()
            has_more = bool(finding.diverging_opinion) or finding.is_confidential
            self._show_more(has_more)
        self._show_missing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.measure()
        super().resizeEvent(event)

    def measure(self) -> None:
        keep_measure(self._desk.theme, self.view.body, self.width(), (20, 14, 20), 12)

    def start(self) -> None:
        """Write at the title."""
        self.parts["title"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_title)

    def _show_title(self) -> None:
        """From the top, and in low windows as far down as the title is."""
        self.view.ensureVisible(0, 0)
        self.view.ensureWidgetVisible(self.parts["title"], 0, self._desk.theme.px(12))

    def seal(self) -> None:
        """Hand in what is being typed."""
        for part in self.parts.values():
            part.seal()
        self.first_action.seal()
        self.photos.seal()

    def type_button(self, type_: FindingType) -> AnswerButton:
        return self._types[type_]

    @property
    def missing_text(self) -> str:
        return self._missing.text() if self._missing.isVisibleTo(self) else ""

    def _lay_out(self) -> None:
        theme = self._desk.theme
        outer = column(theme, self, gap=0)
        self.view = PageScroll(theme, margins=(20, 14, 20, 20), gap=12)
        outer.addWidget(self.view)
        body = self.view.body
        head = row(theme, gap=10)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.close_button)
        body.addLayout(head)
        body.addWidget(self._context)
        body.addWidget(self.repeat)
        body.addLayout(self._type_buttons())
        body.addWidget(self.regrade)
        body.addWidget(self._history)
        body.addWidget(self._hint)
        for name, text in TEXT_PARTS.items():
            self.parts[name] = Part(self._desk, self._(text), name in ONE_LINE)
        self.phrases = PhraseLine(self._desk, {name: self.parts[name] for name in TEXT_PARTS})
        self.phrases.bind_to(self)
        body.addWidget(self.phrases)
        order = ("title", "requirement", "statement", "evidence", "consequence", "confirmed_by", "contact_role")
        for name in order:
            body.addWidget(self.parts[name])
        self.parts["evidence"].body.addWidget(self.samples)
        body.addWidget(self.shared)
        body.addWidget(self.photos)
        body.addWidget(self.first_action)
        body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        more = column(theme, self._more_box, gap=12)
        more.addWidget(self.parts["diverging_opinion"])
        more.addWidget(self.confidential)
        body.addWidget(self._more_box)
        body.addWidget(self._missing)
        foot = FlowLayout(theme, gap=8)
        foot.addWidget(self.agreed)
        foot.addWidget(self.delete_button)
        body.addLayout(foot)
        body.addStretch()

    def _type_buttons(self) -> FlowLayout:
        flow = FlowLayout(self._desk.theme, gap=8)
        for type_ in ORDER:
            button = AnswerButton(self._desk.theme, self._(TYPE_NAMES[type_]), TONES[type_])
            button.setAccessibleName(self._(TYPE_NAMES[type_]))
            button.clicked.connect(lambda _=False, type_=type_: self._choose_type(type_))
            self._types[type_] = button
            flow.addWidget(button)
        return flow

    def _wire(self) -> None:
        self.close_button.clicked.connect(self.close_form)
        self.more.clicked.connect(lambda: self._show_more(self._more_box.isHidden()))
        self.shared.clicked.connect(lambda on: self._give("may_be_shared", on))
        self.confidential.clicked.connect(lambda on: self._give("is_confidential", on))
        self.agreed.clicked.connect(self._toggle_agreed)
        self.regrade.ended.connect(self._end_regrading)
        self.delete_button.clicked.connect(self._delete)
        self.repeat.wanted.connect(self.say_again)
        self.samples.taken.connect(self._take_samples)
        for part in self.parts.values():
            part.changed.connect(self._show_missing)

    def say_again(self) -> None:
        """Take up the suggestion that this repeats what was found last time, if there is one."""
        self.seal()
        self.repeat.link(self._now())

    def _take_samples(self, said: list[str]) -> None:
        part = self.parts["evidence"]
        part.take(with_samples(part.text, said))

    def close_form(self) -> None:
        self.seal()
        self.closed.emit()

    def _show_choices(self, finding: Finding, is_read_only: bool) -> None:
        question = question_of(self._dossier, finding)
        number = self._dossier.numbers.get(question.id, "") if question else ""
        self._heading.setText(finding.number)
        self._context.setText(f"{number} {self._.pick(question, 'text')}" if question else "")
        self._context.setVisible(question is not None)
        for type_, button in self._types.items():
            button.setChecked(type_ is finding.type)
        is_strength = finding.type is FindingType.STRENGTH
        self._hint.setText(self._(HINTS[finding.type]))
        history = say_regradings(self._, self._dossier, finding)
        self._history.setText(history)
        self._history.setVisible(bool(history))
        self.parts["contact_role"].setVisible(is_strength)
        self.shared.setVisible(is_strength)
        self.parts["requirement"].setVisible(not is_strength or bool(finding.requirement))
        self.parts["consequence"].setVisible(not is_strength or bool(finding.consequence))
        self.first_action.setVisible(not is_strength or bool(self._dossier.actions_of(finding)))
        self.shared.setChecked(finding.may_be_shared)
        self.confidential.setChecked(finding.is_confidential)
        self.agreed.setChecked(finding.state is FindingState.AGREED)
        controls = (*self._types.values(), self.shared, self.confidential, self.agreed, self.delete_button)
        for control in controls:
            control.setEnabled(not is_read_only)

    def _now(self) -> Finding:
        """The finding with the texts as they stand in the fields."""
        assert self._finding is not None
        texts: dict[str, Any] = {name: part.text for name, part in self.parts.items()}
        return replace(self._finding, **texts)

    def _show_missing(self) -> None:
        missing = missing_parts(self._now()) if self._finding else ()
        for name, part in self.parts.items():
            part.show_missing(name in missing)
        if self._finding is not None:
            self.samples.show_finding(self._dossier, self._now(), self._dossier.audit.is_locked)
        if missing:
            said = ", ".join(self._(PART_NAMES[name]) for name in missing)
            self._missing.show_message(self._("Still needed: {parts}", parts=said), "warning")
        self._missing.setVisible(bool(missing))

    def _show_more(self, is_open: bool) -> None:
        self._more_box.setVisible(is_open)
        self.more.setText(self._("Less") if is_open else self._("More"))

    def _choose_type(self, type_: FindingType) -> None:
        assert self._finding is not None
        asks = self._always_asks or needs_reason(self._dossier.audit)
        if asks and type_ is not self._finding.type:
            self._show_choices(self._finding, False)
            self.regrade.ask(self._finding, type_)
        else:
            self.regrade.leave()
            self._give("type", type_)

    def _end_regrading(self) -> None:
        assert self._finding is not None
        self._show_choices(self._finding, self._dossier.audit.is_locked)

    def _toggle_agreed(self, on: bool) -> None:
        self.seal()
        try:
            if on:
                refuse_agreement(self._now())
        except Refusal as refusal:
            self.agreed.setChecked(False)
            self._missing.show_message(refusal.say(self._), "warning")
            return
        self._give("state", FindingState.AGREED if on else FindingState.DRAFT)

    def _give(self, field: str, held: object) -> None:
        assert self._finding is not None
        if getattr(self._finding, field) != held:
            self._desk.session.write([edit_of(self._finding, field, held)])
        self._show_choices(self._finding, self._dossier.audit.is_locked)

    def _delete(self) -> None:
        assert self._finding is not None
        self.seal()
        self._desk.session.write(deletion_of(self._dossier, self._finding))
        self.closed.emit()
