"""Headings inside headings, as the one title a section has."""

from collections.abc import Sequence

LONGEST = 120


def joined_title(path: Sequence[str]) -> str:
    """The headings from the outermost on; where that grows too long, the outer ones give way."""
    named = [" ".join(heading.split()) for heading in path if heading.strip()]
    while len(named) > 1 and len(" – ".join(named)) > LONGEST:
        named.pop(0)
    return " – ".join(named)
