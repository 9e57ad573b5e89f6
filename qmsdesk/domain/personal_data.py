"""Personal data: what in a text looks as if it points out a person, so that whoever writes can say it otherwise."""

import calendar
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from qmsdesk.i18n import N_


class PersonalKind(StrEnum):
    IDENTITY_NUMBER = "identity_number"
    EMAIL = "email"
    PHONE = "phone"


class PersonalMark(NamedTuple):
    """A place in a text, from `start` to before `end`."""

    kind: PersonalKind
    start: int
    end: int


REASONS = {
    PersonalKind.IDENTITY_NUMBER: N_("“{said}” looks like a personal identity number."),
    PersonalKind.EMAIL: N_("“{said}” looks like an e-mail address."),
    PersonalKind.PHONE: N_("“{said}” looks like a phone number."),
}
"""What is said of a mark; `said` is the marked text."""

COORDINATION = 60
"""Added to the day of birth in a coordination number, which whoever is not registered in Sweden is given."""


def find_personal_data(text: str) -> list[PersonalMark]:
    """The marks of a text in order, none over another."""
    marks: list[PersonalMark] = []
    is_marked = bytearray(len(text))
    for mark in (*_identity_numbers(text), *_phones(text), *_emails(text)):
        if not any(is_marked[mark.start : mark.end]):
            is_marked[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
            marks.append(mark)
    return sorted(marks, key=lambda mark: mark.start)


_IDENTITY = re.compile(
    r"(?<![\w.,:/+–-])(?:18|19|20)?(\d\d)(\d\d)(\d\d)(?: ?([-–+]) ?)?(\d{4})(?![\w/]|[-–.,:+]\d)", re.ASCII
)
_MOBILE = re.compile(r"07\d{8}")


def _identity_numbers(text: str) -> Iterator[PersonalMark]:
    for found in _IDENTITY.finditer(text):
        year, month, day, sign, last = found.groups()
        is_mobile = sign is None and _MOBILE.fullmatch(found[0])
        if _is_day(int(year), int(month), int(day)) and _checks(year + month + day + last) and not is_mobile:
            yield PersonalMark(PersonalKind.IDENTITY_NUMBER, *found.span())


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day; `2000 + year` is a leap year whenever some century's is."""
    day -= COORDINATION if day > COORDINATION else 0
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000 + year, month)[1]


def _checks(digits: str) -> bool:
    """Luhn's check over the ten digits."""
    doubled = (int(digit) * (2 - n % 2) for n, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


# A code of Sweden's numbering plan, then either digits in one or groups of two and three: dates, years and times in
# a row have groups of four or other signs between them.
_PHONE = re.compile(
    r"(?<![\w.,:/+–-])(?P<code>(?:\+|00)46 ?-?(?:\(0\) ?)?[1-9]\d{0,2}|0[1-9]\d{0,2})"
    r"(?P<between> ?[-–/] ?| ?)(?P<rest>\d{2,8}(?: \d{2,3}){0,3})(?![\w/%]|[-–.,:+]\d| ?(?:kr|%))",
    re.ASCII,
)
_AREAS = (11, 13, 16, 18, 19, 20, 21, 23, 26, 31, 33, 35, 36, 40, 42, 44, 46, 54, 60, 63, 90)
_THREE = frozenset(f"0{area}" for area in _AREAS)
_MOBILE_CODES = frozenset(f"0{area}" for area in (10, *range(70, 78), 79))


def _phones(text: str) -> Iterator[PersonalMark]:
    for found in _PHONE.finditer(text):
        groups = found["rest"].split(" ")
        are_short = len(groups) == 1 or all(2 <= len(group) <= 3 for group in groups)
        if are_short and _is_number(found["code"], bool(found["between"]), "".join(groups)):
            yield PersonalMark(PersonalKind.PHONE, *found.span())


def _is_number(code: str, is_parted: bool, rest: str) -> bool:
    """Whether these are as many digits as the area code has numbers of; `code` goes as far as it was written apart."""
    is_abroad = not code.startswith("0") or code.startswith("00")
    if is_abroad:
        code = "0" + re.sub(r"\D", "", code.replace("(0)", "")).removeprefix("00").removeprefix("46")
    digits, known = code + rest, _code(code + rest)
    if not (is_abroad or is_parted):
        return known in _MOBILE_CODES and len(digits) == MOBILE_LENGTH
    if not is_abroad and code != known:
        return False
    least, most = (MOBILE_LENGTH,) * 2 if known in _MOBILE_CODES else _LENGTHS[len(known)]
    return least <= len(digits) <= most


MOBILE_LENGTH = 10
_LENGTHS = {2: (8, 10), 3: (8, 11), 4: (9, 10)}
"""How many digits a number has, the least and the most, by the length of its area code."""


def _code(digits: str) -> str:
    """The area code that a number begins with."""
    if digits.startswith("08"):
        return "08"
    return digits[:3] if digits[:3] in _THREE | _MOBILE_CODES else digits[:4]


_BEFORE_AT = re.compile(r"[\w.+-]+$")
_AFTER_AT = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,24}(?![\w-])")
LOCAL_LENGTH, DOMAIN_LENGTH = 64, 255


def _emails(text: str) -> Iterator[PersonalMark]:
    """From each @ outwards: a pattern for the whole would walk long words again and again."""
    for found in re.finditer("@", text):
        at = found.start()
        before = _BEFORE_AT.search(text[max(0, at - LOCAL_LENGTH) : at])
        after = _AFTER_AT.match(text[at + 1 : at + 1 + DOMAIN_LENGTH])
        if before and after and not before[0].startswith("."):
            yield PersonalMark(PersonalKind.EMAIL, at - len(before[0]), at + 1 + after.end())
