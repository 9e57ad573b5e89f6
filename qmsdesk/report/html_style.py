"""The look of the HTML report: the colours of the PDF by day, and what follows from them by night."""

from collections.abc import Mapping
from functools import cache

from qmsdesk.paths import resource
from qmsdesk.report import design
from qmsdesk.report.palettes import Palette

NIGHT_GROUND, NIGHT_INK = "#14191b", "#e6ebea"
READABLE = 5.5
VARIABLES = {
    "ink": (design.INK, NIGHT_INK),
    "muted": (design.MUTED, "#a9b5b8"),
    "on-deep": (design.ON_DEEP, design.ON_DEEP),
    "rule": (design.RULE, "#364045"),
    "ground": (design.GROUND, "#1d2427"),
    "paper": ("#ffffff", NIGHT_GROUND),
    "draft": (design.DRAFT, "#f2b27a"),
    "draft-ground": (design.DRAFT_GROUND, "#3a2611"),
    "pen": ("#14284b", "#b9cdf5"),
}


class Colours:
    """The colours a page uses, by the name of their class."""

    def __init__(self) -> None:
        self._used: dict[str, str] = {}

    def name(self, colour: str) -> str:
        """The class that gives a text this colour; none for plain ink."""
        if colour == design.INK:
            return ""
        return self._used.setdefault(colour, f"c-{colour[1:]}")

    def rules(self, by_night: bool) -> str:
        pairs = self._used.items()
        return "".join(f".{name}{{--own:{night(colour) if by_night else colour}}}\n" for colour, name in pairs)


def style_sheet(colours: Colours, palette: Palette) -> str:
    """The whole style sheet of a page in the colours of an organisation."""
    own = {"accent": palette.accent, "deep": palette.deep, "on-deep-muted": palette.on_deep, "kind": palette.tint}
    both = [{name: pair[n] for name, pair in VARIABLES.items()} for n in (0, 1)]
    by_day = _variables(both[0] | own) + colours.rules(by_night=False)
    by_night = _variables(both[1] | own | {"accent": night(palette.accent)}) + colours.rules(by_night=True)
    sheet = resource("style", "report.css").read_text(encoding="utf-8")
    return f"{by_day}@media screen and (prefers-color-scheme: dark) {{\n{by_night}}}\n{sheet}"


@cache
def night(colour: str) -> str:
    """The same colour, light enough to be read on the dark ground."""
    steps = (_lightened(colour, n / 20) for n in range(21))
    return next(step for step in steps if design.contrast(step, VARIABLES["ground"][1]) >= READABLE)


def _variables(colours: Mapping[str, str]) -> str:
    return ":root{" + ";".join(f"--{name}:{colour}" for name, colour in colours.items()) + "}\n"


def _lightened(colour: str, share: float) -> str:
    return "#" + "".join(f"{round(255 * (part + (1 - part) * share)):02x}" for part in design.rgb(colour))
