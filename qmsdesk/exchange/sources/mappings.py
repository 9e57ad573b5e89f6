"""How a sheet is read: which column means what, and what each row is. All of it can be corrected by a person."""

from dataclasses import dataclass, field
from enum import StrEnum

from qmsdesk.i18n import N_


class Role(StrEnum):
    """What a column holds."""

    IGNORED = ""
    NUMBER = "number"
    SECTION_SV = "section_sv"
    SECTION_EN = "section_en"
    QUESTION_SV = "question_sv"
    QUESTION_EN = "question_en"
    GUIDANCE_SV = "guidance_sv"
    GUIDANCE_EN = "guidance_en"
    EVIDENCE_SV = "evidence_sv"
    EVIDENCE_EN = "evidence_en"
    REFERENCE = "reference"
    MINUTES = "minutes"
    MUST = "must"
    CONDITION = "condition"


ROLE_NAMES = {
    Role.IGNORED: N_("Not used"),
    Role.NUMBER: N_("No."),
    Role.SECTION_SV: N_("Section, Swedish"),
    Role.SECTION_EN: N_("Section, English"),
    Role.QUESTION_SV: N_("Question, Swedish"),
    Role.QUESTION_EN: N_("Question, English"),
    Role.GUIDANCE_SV: N_("Guidance, Swedish"),
    Role.GUIDANCE_EN: N_("Guidance, English"),
    Role.EVIDENCE_SV: N_("Evidence, Swedish"),
    Role.EVIDENCE_EN: N_("Evidence, English"),
    Role.REFERENCE: N_("Reference"),
    Role.MINUTES: N_("Minutes"),
    Role.MUST: N_("Must be asked"),
    Role.CONDITION: N_("Condition"),
}


class Mark(StrEnum):
    """What a row became; a person may say so of a row by hand."""

    TITLE = "title"
    HEADER = "header"
    SECTION = "section"
    QUESTION = "question"
    MORE = "more"
    LEFT_OUT = "left_out"


MARK_NAMES = {
    Mark.TITLE: N_("Title"),
    Mark.HEADER: N_("Header"),
    Mark.SECTION: N_("Section"),
    Mark.QUESTION: N_("Question"),
    Mark.MORE: N_("More of the question above"),
    Mark.LEFT_OUT: N_("Left out"),
}


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How one table is read; a sheet may hold several, one below or beside another.

    `header` are the rows of the header line, by number (none where there is none); questions stand in the rows from
    `first_row` to `last_row`. `title` is a section of its own for the whole table, from its sheet or its headline.
    `by_hand` says of single rows what they are.
    """

    sheet: str
    first_row: int
    last_row: int
    roles: tuple[tuple[int, Role], ...]
    header: tuple[int, ...] = ()
    is_used: bool = True
    title: str = ""
    by_hand: tuple[tuple[int, Mark], ...] = ()

    def column(self, role: Role) -> int:
        """The column with a role, -1 if none has it."""
        for column, held in self.roles:
            if held is role:
                return column
        return -1

    def role(self, column: int) -> Role:
        return dict(self.roles).get(column, Role.IGNORED)


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a whole file is read. `shape` is the same for files made from the same template, so it can be remembered."""

    title: str = ""
    language: str = ""
    tables: tuple[TableMapping, ...] = field(default=())
    shape: str = ""
