"""All findings at a glance, a column for each type that there is, as large as they fit."""

from collections.abc import Callable, Sequence
from functools import partial
from math import sqrt

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qmsdesk.domain.closings import Group, by_group, presented
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.i18n import Words
from qmsdesk.ui.closings.slides import MARGIN, inner_width
from qmsdesk.ui.closings.stage import Stage, largest, mark
from qmsdesk.ui.closings.stage import bar as thick_line
from qmsdesk.ui.closings.wording import say_group, say_owner, say_title, tone_of
from qmsdesk.ui.theme.tokens import TONE_ICONS

GAP = 40
NO_BREAK = "\u00a0"
HEADING, TITLE, OWNER, SPACE, ICON = 25, 27, 19, 15, 40
NARROWEST = 0.85
LARGEST = 1.6
Groups = list[tuple[Group, list[Finding]]]
Open = Callable[[str], None]


class Overview(QWidget):
    """Pressing a finding opens it."""

    def __init__(self, stage: Stage, _: Words, dossier: Dossier, room: int, open_: Open) -> None:
        super().__init__()
        self._stage = stage
        self._ = _
        self._dossier = dossier
        self._open = open_
        layout = QVBoxLayout(self)
        layout.setContentsMargins(stage.px(MARGIN), stage.px(8), stage.px(MARGIN), stage.px(8))
        layout.setSpacing(0)
        layout.addWidget(stage.text(_("What we saw today"), inner_width(stage), 44, 700))
        layout.addSpacing(stage.px(22))
        groups = by_group(presented(dossier))
        if not groups:
            layout.addWidget(stage.text(_("There is nothing to show yet."), inner_width(stage), 30, 400, "muted"))
        columns = QHBoxLayout()
        columns.setSpacing(stage.px(GAP))
        factor, widths = self._largest(groups, room - stage.px(110))
        for (group, findings), width in zip(groups, widths, strict=True):
            columns.addLayout(self._column(group, findings, width, factor))
        columns.addStretch()
        layout.addLayout(columns)
        layout.addStretch()

    def _largest(self, groups: Groups, room: int) -> tuple[float, list[int]]:
        """The largest texts, and the widths of the columns that allow them."""
        ways = [self._shares(weights) for weights in (self._amounts(groups), self._longest_words(groups))]
        found = [(largest(partial(self._height, groups, widths), room, LARGEST), widths) for widths in ways]
        return max(found, key=lambda way: way[0])

    def _shares(self, weights: Sequence[float]) -> list[int]:
        room = inner_width(self._stage) - self._stage.px(GAP) * (len(weights) - 1)
        return [int(room * weight / sum(weights)) for weight in weights]

    def _amounts(self, groups: Groups) -> list[float]:
        """Columns with much to say get more of the width, though none less than most of its share."""
        weights = [sqrt(sum(40 + len(say_title(self._, finding)) for finding in found)) for _, found in groups]
        mean = sum(weights) / max(1, len(weights))
        return [max(weight, NARROWEST * mean) for weight in weights]

    def _longest_words(self, groups: Groups) -> list[float]:
        """Where there is little to say, the longest word of a column is what keeps its texts small."""
        stage = self._stage
        return [
            max(
                stage.px(ICON) + stage.longest_word(self._heading(group, found), HEADING, 700),
                *(stage.longest_word(say_title(self._, finding), TITLE, 400) for finding in found),
            )
            for group, found in groups
        ]

    def _height(self, groups: Groups, widths: Sequence[int], factor: float) -> int:
        stage = self._stage
        heights = []
        for (group, found), width in zip(groups, widths, strict=True):
            head = stage.height(self._heading(group, found), HEADING * factor, 700, width - stage.px(ICON * factor))
            items = sum(self._item_height(finding, width, factor) for finding in found)
            heights.append(stage.px(5 + 14 * factor) + head + items)
        return max(heights, default=0)

    def _item_height(self, finding: Finding, width: int, factor: float) -> int:
        stage = self._stage
        owner = self._owner(finding)
        below = stage.height(owner, OWNER * factor, 400, width) if owner else 0
        title = stage.height(say_title(self._, finding), TITLE * factor, 400, width)
        return title + below + stage.px(SPACE * factor) + 2

    def _column(self, group: Group, findings: list[Finding], width: int, factor: float) -> QVBoxLayout:
        stage, tone = self._stage, tone_of(group, findings)
        layout = QVBoxLayout()
        layout.setSpacing(0)
        line = thick_line(stage, tone)
        line.setFixedWidth(width)
        layout.addWidget(line)
        layout.addSpacing(stage.px(14 * factor))
        head = QHBoxLayout()
        head.setSpacing(stage.px(10 * factor))
        head.addWidget(mark(stage, TONE_ICONS[tone], tone, 26 * factor, self.devicePixelRatioF()))
        room = width - stage.px(ICON * factor)
        head.addWidget(stage.text(self._heading(group, findings), room, HEADING * factor, 700, f"{tone}.text"))
        head.addStretch()
        layout.addLayout(head)
        for finding in findings:
            layout.addSpacing(stage.px(SPACE * factor))
            self._add_item(layout, finding, width, factor)
        layout.addStretch()
        return layout

    def _add_item(self, layout: QVBoxLayout, finding: Finding, width: int, factor: float) -> None:
        def open_() -> None:
            self._open(finding.id)

        layout.addWidget(self._stage.text(say_title(self._, finding), width, TITLE * factor).press(open_))
        if owner := self._owner(finding):
            layout.addWidget(self._stage.text(owner, width, OWNER * factor, 400, "muted").press(open_))

    def _heading(self, group: Group, findings: list[Finding]) -> str:
        return f"{say_group(self._, group)}{NO_BREAK}·{NO_BREAK}{len(findings)}"

    def _owner(self, finding: Finding) -> str:
        owners = (say_owner(self._, action) for action in self._dossier.actions_of(finding))
        return next((owner for owner in owners if owner), "")
