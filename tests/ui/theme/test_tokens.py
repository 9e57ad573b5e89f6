"""Every pair of colours that meets on the screen reads, and no colour is written down anywhere else."""

import re
from itertools import product
from pathlib import Path

import pytest

from qmsdesk.ui.theme.tokens import MODES, TONE_ICONS, Colours

UI = Path(__file__).resolve().parents[3] / "qmsdesk" / "ui"

TEXTS = [
    *product(("text", "muted", "accent_ink"), ("ground", "surface", "raised", "sunken", "accent_soft", "hover")),
    *product(("nav_text", "nav_strong"), ("nav_ground", "nav_hover", "nav_current")),
    ("nav_strong", "nav_badge"),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
]
EDGES = [
    *product(("control_line", "accent", "focus"), ("ground", "surface", "raised")),
    ("nav_focus", "nav_ground"),
    ("nav_focus", "nav_current"),
    ("accent", "track"),
]


def luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_reads_on_its_ground(mode: str, text: str, ground: str) -> None:
    colours = MODES[mode]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_borders_and_focus_are_seen(mode: str, edge: str, ground: str) -> None:
    colours = MODES[mode]
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("colours", MODES.values(), ids=MODES)
@pytest.mark.parametrize("tone", TONE_ICONS)
def test_every_tone_reads_and_its_mark_is_seen(colours: Colours, tone: str) -> None:
    has = colours.tones[tone]
    for ground in (has.soft, colours.surface, colours.ground, colours.raised):
        assert contrast(has.text, ground) >= 4.5
        assert contrast(has.mark, ground) >= 3


@pytest.mark.parametrize(
    "kinds",
    [
        ("strength", "improvement", "observation", "minor", "major"),
        ("fulfilled", "partly", "not_fulfilled", "not_applicable", "not_asked", "parked"),
    ],
)
def test_meanings_side_by_side_differ_in_shape(kinds: tuple[str, ...]) -> None:
    assert len({TONE_ICONS[kind] for kind in kinds}) == len(kinds)


def test_both_modes_know_the_same_tones() -> None:
    assert MODES["light"].tones.keys() == MODES["dark"].tones.keys() == TONE_ICONS.keys()


def test_no_colour_is_written_outside_the_theme() -> None:
    written = re.compile(r"""["'\s:]#[0-9a-fA-F]{3,8}\b|QColor\(\s*["'\d]""")
    strays = [
        f"{path.relative_to(UI)}: {line.strip()}"
        for path in UI.rglob("*.py")
        if path.name != "tokens.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if written.search(line) or ("QColor(" in line and "theme" not in path.relative_to(UI).parts)
    ]
    assert strays == []
