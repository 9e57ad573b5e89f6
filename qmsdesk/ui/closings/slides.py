"""Which slides there are, and the two that are lists: the main messages first, what was agreed last."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qmsdesk.domain.actions import Action
from qmsdesk.domain.closings import presented
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.ui.closings.stage import Stage, largest

MARGIN = 72
NUMBER_WIDTH = 72


class SlideKind(StrEnum):
    MESSAGES = "messages"
    OVERVIEW = "overview"
    FINDING = "finding"
    AGREED = "agreed"


class Slide(NamedTuple):
    kind: SlideKind
    finding_id: str = ""


def slides_of(dossier: Dossier) -> list[Slide]:
    """The way through: messages, all findings, one at a time, and what was agreed; what is empty is left out."""
    findings = presented(dossier)
    slides = [Slide(SlideKind.OVERVIEW), *(Slide(SlideKind.FINDING, finding.id) for finding in findings)]
    if messages_of(dossier):
        slides.insert(0, Slide(SlideKind.MESSAGES))
    if agreed_of(dossier):
        slides.append(Slide(SlideKind.AGREED))
    return slides


def messages_of(dossier: Dossier) -> list[str]:
    return [message.text.strip() for message in dossier.main_messages if message.text.strip()]


def agreed_of(dossier: Dossier) -> list[Action]:
    """What somebody has taken on, of what is shown."""
    shown = {finding.id for finding in presented(dossier)}
    taken = (action for action in dossier.actions if action.owner.strip() or action.due_on)
    return [action for action in taken if action.finding_id in shown and action.text.strip()]


def inner_width(stage: Stage) -> int:
    """The width between the margins, with room for a scroll bar."""
    return stage.size.width() - stage.px(2 * MARGIN)


def list_slide(stage: Stage, heading: str, items: Sequence[tuple[str, str]], room: int) -> QWidget:
    """Numbered texts, each with a quiet line below it, as large as they fit."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(stage.px(MARGIN), stage.px(8), stage.px(MARGIN), stage.px(8))
    layout.setSpacing(0)
    layout.addWidget(stage.text(heading, inner_width(stage), 44, 700))
    layout.addSpacing(stage.px(28))
    width = inner_width(stage) - stage.px(NUMBER_WIDTH)

    def height(factor: float) -> int:
        gap = stage.px(22 * factor)
        each = (_item_height(stage, text, below, factor, width) + gap for text, below in items)
        return stage.px(110) + sum(each)

    factor = largest(height, room)
    for number, (text, below) in enumerate(items, 1):
        layout.addLayout(_item(stage, number, text, below, factor, width))
        layout.addSpacing(stage.px(22 * factor))
    layout.addStretch()
    return made


def _item_height(stage: Stage, text: str, below: str, factor: float, width: int) -> int:
    quiet = stage.height(below, 24 * factor, 400, width) if below else 0
    return stage.height(text, 36 * factor, 600, width) + quiet


def _item(stage: Stage, number: int, text: str, below: str, factor: float, width: int) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(0)
    shown = stage.text(str(number), stage.px(NUMBER_WIDTH), 36 * factor, 700, "accent_ink")
    line.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(stage.text(text, width, 36 * factor, 600))
    if below:
        texts.addWidget(stage.text(below, width, 24 * factor, 400, "muted"))
    line.addLayout(texts, 1)
    return line
