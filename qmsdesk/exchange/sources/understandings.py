"""What a file was understood to hold: the checklist, what was left out of it, and how it was read."""

from dataclasses import dataclass, field

from qmsdesk.exchange.checklists import ChecklistContent
from qmsdesk.exchange.sources.mappings import Mapping, Mark
from qmsdesk.exchange.sources.outlines import Outline, content_of, titled_sections
from qmsdesk.exchange.sources.sheets import LeftOut, Sheet


@dataclass(frozen=True, slots=True)
class Understanding:
    """`sections` counts those the file names; `marks` says of each (sheet, row number) what it became.

    `mapping` and `sheets` are empty for a format that says itself what is what (XLSForm, OSCAL, our own YAML).
    `warnings` are catalogue texts.
    """

    content: ChecklistContent
    sections: int
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    mapping: Mapping = field(default=Mapping())
    sheets: tuple[Sheet, ...] = ()
    marks: dict[tuple[str, int], Mark] = field(default_factory=dict)

    @property
    def can_be_corrected(self) -> bool:
        return bool(self.mapping.tables)


def understanding_of(
    outline: Outline, left_out: tuple[LeftOut, ...] = (), warnings: tuple[str, ...] = ()
) -> Understanding:
    """For a format that says itself what is what."""
    return Understanding(content_of(outline), titled_sections(outline), left_out, warnings)
