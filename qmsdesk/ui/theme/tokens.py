"""Every colour, step of space, radius and type size of the window, named by what it is for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

SPACE = {"tight": 4, "small": 8, "medium": 12, "large": 16, "wide": 24}
RADIUS = {"key": 4, "control": 8, "card": 12}
RING = 2
RING_GAP = 2
CONTROL_HEIGHT = 38
TARGET_HEIGHT = 44
ICON = 18
ICON_GAP = 4
NAV_WIDTH = 208
NAV_COMPACT_WIDTH = 64

# role: (size in px at scale 1, weight)
TYPE: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "huge": (40, 700),
        "figure": (32, 700),
        "title": (26, 700),
        "heading": (20, 600),
        "subheading": (17, 600),
        "aloud": (20, 400),
        "body": (16, 400),
        "strong": (16, 600),
        "small": (14, 400),
        "chip": (14, 600),
        "key": (12, 400),
    }
)


class Tone(NamedTuple):
    """One meaning: a mark for icons and borders, a soft ground, and text that reads on it and on surfaces."""

    mark: str
    soft: str
    text: str


class Colours(NamedTuple):
    """The colours of one mode."""

    ground: str
    surface: str
    raised: str
    sunken: str
    line: str
    control_line: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_ink: str
    accent_soft: str
    accent_line: str
    focus: str
    hover: str
    nav_ground: str
    nav_hover: str
    nav_current: str
    nav_text: str
    nav_strong: str
    nav_focus: str
    nav_badge: str
    track: str
    tones: Mapping[str, Tone]


def _tones(named: dict[str, Tone]) -> Mapping[str, Tone]:
    """The findings and moods as given, and the verdicts that share their colours."""
    shared = {
        "partly": named["observation"],
        "not_fulfilled": named["major"],
        "not_applicable": named["neutral"],
        "not_asked": named["neutral"],
        "parked": named["improvement"],
        "success": named["fulfilled"],
        "warning": named["observation"],
        "danger": named["major"],
    }
    return MappingProxyType(named | shared)


LIGHT = Colours(
    ground="#f6f5f1",
    surface="#ffffff",
    raised="#fbfaf7",
    sunken="#eeede7",
    line="#dedfd9",
    control_line="#838f90",
    text="#1b2a2e",
    muted="#566466",
    disabled="#8a9597",
    accent="#0d5c5a",
    accent_hover="#0a4a49",
    accent_text="#ffffff",
    accent_ink="#0b5654",
    accent_soft="#e1efed",
    accent_line="#a9cbc7",
    focus="#0d7370",
    hover="#f1f4f2",
    nav_ground="#12373a",
    nav_hover="#1a474a",
    nav_current="#23585b",
    nav_text="#d5e3e2",
    nav_strong="#ffffff",
    nav_focus="#8fd8d0",
    nav_badge="#34716f",
    track="#e6e5de",
    tones=_tones(
        {
            "strength": Tone("#6b46b3", "#eee8f8", "#5b38a0"),
            "improvement": Tone("#1d5fbf", "#e3edfb", "#164f9f"),
            "observation": Tone("#8a6a00", "#fbf1cf", "#6b5200"),
            "minor": Tone("#bf5600", "#fdecdb", "#974300"),
            "major": Tone("#b3261e", "#fbe5e3", "#9c1d16"),
            "fulfilled": Tone("#23774a", "#e3f3e8", "#1a6039"),
            "neutral": Tone("#66757a", "#edeeea", "#465357"),
            "info": Tone("#0d5c5a", "#e1efed", "#0b5654"),
        }
    ),
)

DARK = Colours(
    ground="#11181a",
    surface="#192325",
    raised="#151e20",
    sunken="#243134",
    line="#2f3d40",
    control_line="#71868a",
    text="#e9efee",
    muted="#a6b5b6",
    disabled="#6f7f82",
    accent="#5cc0b6",
    accent_hover="#7bd2c9",
    accent_text="#06211f",
    accent_ink="#7ad0c7",
    accent_soft="#1b3d3c",
    accent_line="#2f6b68",
    focus="#7ee0d6",
    hover="#202c2f",
    nav_ground="#0b1719",
    nav_hover="#13282a",
    nav_current="#1b3f41",
    nav_text="#bfd0cf",
    nav_strong="#ffffff",
    nav_focus="#7ee0d6",
    nav_badge="#2c5f5e",
    track="#2b393c",
    tones=_tones(
        {
            "strength": Tone("#b59cf0", "#2e2649", "#cfbdf7"),
            "improvement": Tone("#7fb0f5", "#1b2f4d", "#accdfb"),
            "observation": Tone("#dcb640", "#38300f", "#ecd07a"),
            "minor": Tone("#f0964a", "#412812", "#f8b984"),
            "major": Tone("#f28b82", "#45201e", "#f9b4ae"),
            "fulfilled": Tone("#6cc592", "#183524", "#98dcb3"),
            "neutral": Tone("#93a3a6", "#263235", "#c0cccd"),
            "info": Tone("#5cc0b6", "#1b3d3c", "#8edbd3"),
        }
    ),
)

MODES: Mapping[str, Colours] = MappingProxyType({"light": LIGHT, "dark": DARK})

# Shape carries the meaning beside the colour, so each tone has its own.
TONE_ICONS: Mapping[str, str] = MappingProxyType(
    {
        "strength": "star.fill",
        "improvement": "plus.bold",
        "observation": "diamond.fill",
        "minor": "triangle.fill",
        "major": "square.fill",
        "fulfilled": "check.bold",
        "partly": "circle-dot",
        "not_fulfilled": "x.bold",
        "not_applicable": "minus.bold",
        "not_asked": "circle-question-mark",
        "parked": "pin",
        "neutral": "circle",
        "info": "info",
        "success": "circle-check-big",
        "warning": "triangle-alert",
        "danger": "triangle-alert",
    }
)

ON_PHOTO = {"dark": "#000000", "light": "#ffffff", "veil": "#96000000"}
"""Over a photo, whatever the look of the program: dark and light together can be seen on any ground."""
