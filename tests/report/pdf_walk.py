"""Reads a PDF back: what its validators say, and whether every piece of it has its place in the structure."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import page
import pikepdf

from tests.report.promises import broken_promises
from tests.report.reading import kids_of, walk

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = {"f", "S", "F", "B", "f*", "Do"}
WATCHED = " ".join(["BDC", "BMC", "EMC", *SHOWING, *PAINTING])

Step = tuple[str, list[pikepdf.Object], list[str]]


def failures(pdf: bytes) -> list[str]:
    """What keeps a file from being PDF/UA-1 and PDF/A-2a, or PDF/A-3a where it carries other files."""
    with pikepdf.open(BytesIO(pdf)) as file:
        archive = "3a" if "/AF" in file.Root else "2a"
        claimed = f"<pdfaid:part>{archive[0]}</pdfaid:part>".encode()
        wrong = [] if claimed in file.Root.Metadata.read_bytes() else [f"claims another part than {archive}"]
    reports = [
        page.validate_pdf_bytes(pdf, profile=profile, limits=page.SafetyLimits.unlimited())
        for profile in ("ua1", archive)
    ]
    return wrong + [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def faults(pdf: bytes) -> list[str]:
    """Content outside the structure, structure without content, cells without headers, figures without words."""
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = [list(_steps(each)) for each in file.pages]
        marks = {(number, mcid) for number, steps in enumerate(pages) for mcid in _marks_of(steps)}
        elements = list(walk(file.Root.StructTreeRoot.K))
        numbers = {each.objgen: number for number, each in enumerate(file.pages)}
        told = Counter(mark for element in elements for mark in _marks_told(numbers, element))
        loose = [f"drawn outside the structure: {fault}" for steps in pages for fault in _loose(steps)]
        untold = [f"marked but in no element: {mark}" for mark in marks - set(told)]
        unseen = [f"in the structure but not on the page: {mark}" for mark in set(told) - marks]
        twice = [f"in two elements: {mark}" for mark, count in told.items() if count > 1]
        return [
            *loose,
            *untold,
            *unseen,
            *twice,
            *_silent_figures(elements),
            *_bad_tables(elements),
            *_bad_headings(elements),
            *broken_promises(file, elements),
        ]


def tags(pdf: bytes) -> list[str]:
    """The kinds of all elements in reading order."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [str(element.S)[1:] for element in walk(file.Root.StructTreeRoot.K)]


def _marks_told(numbers: dict[tuple[int, int], int], element: pikepdf.Object) -> Iterator[tuple[int, int]]:
    for kid in kids_of(element):
        if isinstance(kid, int):
            yield numbers[element.Pg.objgen], kid
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            yield numbers[kid.Pg.objgen], int(kid.MCID)


def _steps(each: pikepdf.Page) -> Iterator[Step]:
    """Each operator of a page that draws or marks, with the marks that are open round it."""
    stack: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(each, WATCHED):
        name = str(operator)
        if name in ("BDC", "BMC"):
            stack.append({"/Artifact": "artifact", "/Span": "span"}.get(str(operands[0]), "tagged"))
        if name not in ("BMC", "EMC"):
            yield name, list(operands) if name == "BDC" else [], list(stack)
        if name == "EMC":
            stack.pop()


def _marks_of(steps: list[Step]) -> list[int]:
    return [int(operands[1].MCID) for name, operands, _ in steps if name == "BDC" and "/MCID" in operands[1]]


def _loose(steps: list[Step]) -> list[str]:
    return [name for name, _, stack in steps if name != "BDC" and len([mark for mark in stack if mark != "span"]) != 1]


def _silent_figures(elements: list[pikepdf.Dictionary]) -> list[str]:
    return [
        "figure without words" for element in elements if element.S == "/Figure" and not str(element.get("/Alt", ""))
    ]


def _bad_tables(elements: list[pikepdf.Dictionary]) -> Iterator[str]:
    for table in (element for element in elements if element.S == "/Table"):
        rows = [kids_of(row) for row in walk(table) if row.S == "/TR"]
        if len({len(row) for row in rows}) != 1:
            yield "rows of unlike length"
        if any(cell.S != "/TH" or cell.A.Scope != "/Column" for cell in rows[0]):
            yield "a column without a header"


def _bad_headings(elements: list[pikepdf.Dictionary]) -> Iterator[str]:
    last = 0
    for element in elements:
        name = str(element.S)
        if name[:2] == "/H" and name[2:].isdigit():
            if int(name[2:]) > last + 1:
                yield f"{name} after level {last}"
            last = int(name[2:])
