"""How a report looks: colours, type, spacing and the page. Plain values, so that the window can use them too."""

from dataclasses import dataclass

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.findings import FindingType

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT, RIGHT, TOP, BOTTOM = 68.0, 68.0, 84.0, 74.0
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT

INK = "#1d2a2f"
MUTED = "#56646a"
ACCENT = "#0b5d5e"
DEEP = "#12373a"
ON_DEEP = "#ffffff"
ON_DEEP_MUTED = "#bcd3d3"
RULE = "#d9dedd"
FAINT_RULE = "#e8ebea"
GROUND = "#f6f5f1"
TRACK = "#efeee9"
DRAFT = "#9a4a00"
DRAFT_GROUND = "#fdf0e3"
WATERMARK = "#f8f6f2"
TICK = "#2e7d4f"

REGULAR, ITALIC, SEMIBOLD, BOLD = "regular", "italic", "semibold", "bold"


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of text; `before` and `after` are the least space it wants above and below."""

    size: float
    leading: float
    face: str = REGULAR
    colour: str = INK
    before: float = 0.0
    after: float = 0.0
    hyphenate: bool = False


BODY = Style(11, 15.5, after=8, hyphenate=True)
LEDE = Style(13, 19, after=10)
SMALL = Style(9, 12.5, colour=MUTED, after=6)
NOTE = Style(10, 14, colour=MUTED, after=8, hyphenate=True)
CELL = Style(9.5, 13)
CELL_STRONG = Style(9.5, 13, SEMIBOLD)
COLUMN = Style(8.5, 11.5, SEMIBOLD, MUTED)
LABEL = Style(9.5, 15.5, SEMIBOLD, MUTED)
FIELD = Style(10.5, 15.5, hyphenate=True)
QUOTE = Style(11, 15.5, ITALIC, after=8, hyphenate=True)
CAPTION = Style(9, 12.5, colour=MUTED, before=4, after=14)
KICKER = Style(9.5, 13, SEMIBOLD, MUTED, after=2)
CHAPTER = Style(21, 26, BOLD, before=34, after=10)
SECTION = Style(14, 18, SEMIBOLD, before=20, after=6)
ITEM = Style(12.5, 16.5, SEMIBOLD, after=5)
HEADINGS = {1: CHAPTER, 2: CHAPTER, 3: SECTION, 4: ITEM}


@dataclass(frozen=True, slots=True)
class Look:
    """How a type of finding is told apart: by name, shape and colour together."""

    colour: str
    ground: str
    symbol: str


LOOKS = {
    FindingType.NONCONFORMITY_MAJOR: Look("#b3261e", "#fbe9e7", "square"),
    FindingType.NONCONFORMITY_MINOR: Look("#b05400", "#fdf0e3", "triangle"),
    FindingType.OBSERVATION: Look("#806500", "#faf3da", "diamond"),
    FindingType.IMPROVEMENT: Look("#1f5fbf", "#e5eefb", "plus"),
    FindingType.STRENGTH: Look("#6c4bb4", "#eee9f9", "star"),
}

SIGNS = {
    Verdict.FULFILLED: ("tick", TICK),
    Verdict.PARTLY: ("half", "#806500"),
    Verdict.NOT_FULFILLED: ("cross", "#b3261e"),
    Verdict.NOT_APPLICABLE: ("dash", MUTED),
    Verdict.NOT_ASKED: ("ring", MUTED),
    Verdict.PARKED: ("ring", MUTED),
}
"""The shape and colour of each verdict."""


def rgb(colour: str) -> tuple[float, float, float]:
    """`"#0b5d5e"` as three parts from 0 to 1."""
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2 between two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
