"""Damaged files brought in: each is understood or refused in one sentence, in time and in little memory."""

import json
import os
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from qmsdesk.domain.errors import Refusal
from qmsdesk.exchange.sources.files import understand
from tests.exchange.layouts import foreign, odd, swedish
from tests.exchange.layouts.drawing import draw, draw_text

SAMPLES = Path(__file__).parents[1] / "samples" / "checklists"
USUAL, AT_ONCE = 2000, 100
SECONDS, MEGABYTES = 10, 1500
_BYTES = (b"\0", b"\xff", b"<", b">", b"&", b'"', b";", b"\n", b"9" * 12, b"PK\x03\x04", b"<!ENTITY x 'y'>", b"\xe5")


def told(count: int = USUAL, seed: int = 1) -> int:
    """Print what became of the files; 1 if one crashed, hung or raised anything but a refusal."""
    began = time.monotonic()
    became: Counter[str] = Counter()
    for start in range(0, count, AT_ONCE):
        became += _in_child(range(start, min(start + AT_ONCE, count)), seed)
    print(f"{count} damaged files in {time.monotonic() - began:.0f} s: {dict(became)}")
    return int(any(not name.startswith(("understood", "refused")) for name in became))


def _in_child(numbers: range, seed: int) -> Counter[str]:
    """A part of them in a process of its own with limits, and on after the one that ended it."""
    command = [sys.executable, "-m", "tests.soak.imports", str(numbers.start), str(numbers.stop), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    became = Counter(line["became"] for line in lines)
    for line in lines:
        if not line["became"].startswith(("understood", "refused")):
            print(f"  {seed}-{line['number']} {line['name']}: {line['became']}")
    if done.returncode:
        last = numbers.start + len(lines)
        print(f"  {seed}-{last} ended the process ({done.returncode}): {done.stderr[-300:]}")
        became["ended the process"] += 1
        if last + 1 < numbers.stop:
            became += _in_child(range(last + 1, numbers.stop), seed)
    return became


def sources(folder: Path) -> list[Path]:
    """Whole files of every kind to be damaged."""
    drawn = [draw(each, folder) for each in (*swedish.LAYOUTS[:6], *foreign.LAYOUTS[:4], *odd.LAYOUTS[:4])]
    texts = [draw_text(each, folder, encoding="cp1252") for each in swedish.LAYOUTS[6:12]]
    shipped = sorted((Path(__file__).parents[2] / "resources" / "checklists").glob("*.yaml"))
    kept = [each for each in sorted(SAMPLES.iterdir()) if each.suffix not in {".md", ".yaml"}]
    return [*drawn, *texts, *shipped, *kept]


def damaged(content: bytes, random: Random) -> bytes:
    """The same file cut, with bytes turned, doubled or put in; a package sometimes within one of its parts."""
    if content.startswith(b"PK") and random.random() < 0.5:
        return _damaged_within(content, random)
    held = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        at = random.randrange(len(held) + 1)
        turn = random.randrange(5)
        if turn == 0:
            del held[at:]
        elif turn == 1 and at < len(held):
            held[at] = random.randrange(256)
        elif turn == 2:
            held[at:at] = random.choice(_BYTES)
        elif turn == 3:
            held[at:at] = held[at : at + random.randrange(1, 200)]
        else:
            del held[at : at + random.randrange(1, 200)]
        if not held:
            return b""
    return bytes(held)


def _damaged_within(content: bytes, random: Random) -> bytes:
    import io

    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        names = package.namelist()
        hit = random.choice(names)
        for name in names:
            part = package.read(name)
            if name == hit:
                if random.random() < 0.1:
                    continue
                part = damaged(part, random) if not part.startswith(b"PK") else part
            copy.writestr(name, part)
    return made.getvalue()


def tried(numbers: range, seed: int) -> Iterator[tuple[int, str, str]]:
    """The number, the name and what became of each damaged file."""
    with TemporaryDirectory() as folder:
        whole = sources(Path(folder))
        for number in numbers:
            random = Random(f"{seed}-{number}")
            source = random.choice(whole)
            suffix = source.suffix if random.random() < 0.8 else random.choice((".csv", ".xlsx", ".json", ".yaml", ""))
            path = Path(folder) / f"damaged{suffix}"
            path.write_bytes(damaged(source.read_bytes(), random))
            yield number, source.name, _became(path)


def _became(path: Path) -> str:
    began = time.monotonic()
    try:
        understand(path)
        became = "understood"
    except Refusal as refusal:
        became = f"refused: {type(refusal).__name__}" if "\n" not in str(refusal) else "more than one sentence"
    except Exception as error:  # what it is all about
        became = f"{type(error).__name__}: {str(error)[:120]}"
    return became if time.monotonic() - began < SECONDS else f"{SECONDS} s were not enough"


def _limit() -> None:
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))


if __name__ == "__main__":
    _limit()
    for at, named, result in tried(range(int(sys.argv[1]), int(sys.argv[2])), int(sys.argv[3])):
        print(json.dumps({"number": at, "name": named, "became": result}), flush=True)
