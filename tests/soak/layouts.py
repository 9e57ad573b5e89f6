"""Layouts at random, read without help, and a table of how many came out right, by how sections are told."""

import time
from collections import Counter
from random import Random

from qmsdesk.domain.errors import Refusal
from qmsdesk.exchange.sources.layouts import understand_sheets
from qmsdesk.i18n import words
from tests.exchange.layouts.chance import Chance, made

USUAL, SHOWN = 5000, 8
LEAST = 0.9


def told(count: int = USUAL, seed: int = 1, shown: int = SHOWN) -> int:
    """Print the table; 1 if fewer than nine in ten are right."""
    began = time.monotonic()
    tried: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for at in range(count):
        chance = made(Random(f"{seed}-{at}"))
        is_right = read(chance) == chance.truth
        for pair in chance.style.items():
            tried[pair] += 1
            right[pair] += is_right
        if not is_right and shown:
            shown -= 1
            print(f"  wrong, {seed}-{at}: {chance.style}")
    all_right = sum(right[pair] for pair in tried if pair[0] == "language")
    print(f"{count} layouts in {time.monotonic() - began:.0f} s: {all_right} right, {100 * all_right / count:.1f} %")
    for (name, value), times in sorted(tried.items()):
        print(f"  {name:<10} {value:<16} {times:>6} {100 * right[name, value] / times:>6.1f} %")
    return int(all_right < LEAST * count)


def read(chance: Chance) -> list[tuple[str, list[str]]]:
    """What is read, in the form of the truth; nothing where the layout is refused."""
    try:
        understood = understand_sheets("layout.xlsx", chance.sheets)
    except Refusal:
        return []
    _ = words(chance.style["language"])
    content = understood.content
    groups = []
    for section in content.sections:
        asked = [_.pick(each, "text") for each in content.questions if each.section_id == section.id]
        groups.append((_.pick(section, "title") if understood.sections else "", asked))
    return groups
