"""The colours of one report: those of qmsdesk, or what follows from the organisation's own."""

import re
from dataclasses import dataclass

from qmsdesk.i18n import N_
from qmsdesk.report import design

ACCENTS = {
    "": N_("Petrol, as usual"),
    "#1d4f91": N_("Blue"),
    "#2d6a4f": N_("Forest green"),
    "#8c1c3b": N_("Wine red"),
    "#5b3a8c": N_("Violet"),
    "#a8481a": N_("Rust"),
    "#44546a": N_("Slate"),
}
"""The colours that an organisation may choose from, besides any of its own."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
WHITE, BLACK = "#ffffff", "#000000"
READABLE = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""
OF_DEEP = 11.0
"""What white text has on the ground of the cover."""


@dataclass(frozen=True, slots=True)
class Palette:
    """`accent` can be read on white; `bright` is the colour as it was chosen; `deep` the ground of the cover."""

    accent: str = design.ACCENT
    bright: str = design.ACCENT
    deep: str = design.DEEP
    on_deep: str = design.ON_DEEP_MUTED
    tint: str = "#9fd3cd"
    motif: tuple[str, str, str] = ("#164144", "#1a4a4c", "#215557")


STANDARD = Palette()


def palette_of(accent: str) -> Palette:
    """The palette of an organisation's colour; the usual one where it has none, or none that is a colour."""
    accent = accent.strip().lower()
    if not COLOUR.fullmatch(accent):
        return STANDARD
    deep = _toward(accent, BLACK, WHITE, OF_DEEP)
    return Palette(
        accent=_toward(accent, BLACK, WHITE, READABLE),
        bright=accent,
        deep=deep,
        on_deep=_mixed(deep, WHITE, 0.75),
        tint=_toward(_mixed(accent, WHITE, 0.5), WHITE, deep, READABLE + 1.5),
        motif=(_mixed(deep, accent, 0.12), _mixed(deep, accent, 0.22), _mixed(deep, accent, 0.36)),
    )


def _toward(colour: str, end: str, ground: str, ratio: float) -> str:
    """The colour, taken towards `end` until it has that contrast with the ground."""
    steps = (_mixed(colour, end, n / 50) for n in range(51))
    return next((step for step in steps if design.contrast(step, ground) >= ratio), end)


def _mixed(one: str, other: str, share: float) -> str:
    parts = zip(design.rgb(one), design.rgb(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * share)):02x}" for a, b in parts)
