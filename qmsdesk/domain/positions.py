"""Positions: fractional keys, so that an item can be put between two others without touching either."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def position_between(before: str, after: str) -> str:
    """A key that sorts after `before` and before `after`; an empty string stands for no neighbour.

    Keys never end in "0", so there is always room between two of them.
    """
    if after and before >= after:
        raise ValueError(f"{before!r} does not stand before {after!r}")
    key = ""
    place = 0
    while True:
        low = DIGITS.index(before[place]) if place < len(before) else 0
        high = DIGITS.index(after[place]) if after and place < len(after) else len(DIGITS)
        if high - low > 1:
            return key + DIGITS[(low + high) // 2]
        key += DIGITS[low]
        if high > low:
            after = ""
        place += 1


def positions(count: int) -> list[str]:
    """`count` keys in order, evenly spread, for a list that is filled at once."""
    width = 1
    while len(DIGITS) ** width <= count * 2:
        width += 1
    step = len(DIGITS) ** width // (count + 1)
    return [_as_digits(step * n, width) for n in range(1, count + 1)]


def _as_digits(value: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        value, digit = divmod(value, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits.rstrip("0")
