"""Sections: which part of the guide fits which page; both guides have the same parts in the same order."""

from enum import IntEnum


class Section(IntEnum):
    """The headings of a guide, from the top."""

    FIRST_TIME = 0
    PREPARE = 1
    DAY = 2
    AGREE = 3
    CLOSE = 4
    REPORT = 5
    FOLLOW_UP = 6
    CHECKLISTS = 7
    SETTINGS = 8
    TROUBLE = 9
    KEYS = 10
    FINDINGS = 11
    NEVER = 12


_OF_PLACE = {
    "today": Section.DAY,
    "programme": Section.PREPARE,
    "checklists": Section.CHECKLISTS,
    "actions": Section.FOLLOW_UP,
    "settings": Section.SETTINGS,
    "prepare": Section.PREPARE,
    "open": Section.DAY,
    "conduct": Section.DAY,
    "agree": Section.AGREE,
    "close": Section.CLOSE,
    "report": Section.REPORT,
    "follow_up": Section.FOLLOW_UP,
}


def section_of(place: str, is_new: bool = False) -> Section:
    """The section for a place such as `today` or `audit/ID/report`; who has no audit yet is told how to begin."""
    if is_new and place in ("today", "programme"):
        return Section.FIRST_TIME
    return _OF_PLACE[place.rsplit("/", 1)[-1]]
