"""The shapes that stand for the types of findings, drawn alike on paper and on screen."""

from math import cos, pi, sin

Point = tuple[float, float]


def points(symbol: str, x: float, y: float, radius: float) -> list[Point]:
    """The corners of a symbol round a middle point; y runs upwards."""
    return [(x + px * radius, y + py * radius) for px, py in _SHAPES[symbol]]


def _star() -> list[Point]:
    reach = (1.12, 0.46)
    return [(reach[n % 2] * sin(n * pi / 5), reach[n % 2] * cos(n * pi / 5)) for n in range(10)]


def _plus() -> list[Point]:
    arm, half = 1.0, 0.36
    quarter = [(-half, arm), (half, arm), (half, half)]
    turned = [(py, -px) for px, py in quarter]
    return quarter + turned + [(-px, -py) for px, py in quarter + turned]


def _tick() -> list[Point]:
    return [(-0.95, 0.05), (-0.62, 0.4), (-0.28, 0.02), (0.62, 0.95), (0.98, 0.62), (-0.26, -0.68)]


def _cross() -> list[Point]:
    slant = cos(pi / 4)
    return [((px - py) * slant, (px + py) * slant) for px, py in _plus()]


def _arc(radius: float, parts: int) -> list[Point]:
    return [(radius * sin(n * pi / 12), radius * cos(n * pi / 12)) for n in range(parts + 1)]


_SHAPES: dict[str, list[Point]] = {
    "star": _star(),
    "plus": _plus(),
    "triangle": [(0.0, 1.0), (1.08, -0.86), (-1.08, -0.86)],
    "square": [(-0.86, 0.86), (0.86, 0.86), (0.86, -0.86), (-0.86, -0.86)],
    "diamond": [(0.0, 1.08), (1.08, 0.0), (0.0, -1.08), (-1.08, 0.0)],
    "tick": _tick(),
    "cross": _cross(),
    "half": _arc(0.85, 24) + _arc(0.55, 24)[:11:-1],
    "ring": _arc(0.85, 24) + _arc(0.55, 24)[::-1],
    "dash": [(-0.8, 0.18), (0.8, 0.18), (0.8, -0.18), (-0.8, -0.18)],
}
