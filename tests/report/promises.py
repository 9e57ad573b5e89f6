"""What a report promises of its file as a whole: language, fonts, colours, bookmarks, links, lists, marks."""

from collections.abc import Iterator

import pikepdf

from tests.report.reading import decoders, kids_of, spoken_by

XMP_PARTS = ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance", "dc:title", "dc:language")


def broken_promises(file: pikepdf.Pdf, elements: list[pikepdf.Dictionary]) -> Iterator[str]:
    yield from _bad_catalog(file)
    yield from _bad_fonts(file)
    yield from _bad_lists(elements)
    yield from _bad_contents(elements)
    yield from _bad_links(file, elements)
    yield from _bad_parents(file, elements)
    yield from _bad_bookmarks(file, elements)


def _bad_catalog(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root
    if str(root.get("/Lang", "")) not in ("sv-SE", "en-GB"):
        yield "no language"
    if not root.MarkInfo.Marked or not root.ViewerPreferences.DisplayDocTitle:
        yield "not marked, or its title is not shown"
    if [str(intent.S) for intent in root.OutputIntents] != ["/GTS_PDFA1"]:
        yield "no output intent"
    with file.open_metadata() as metadata:
        yield from (f"no {part} in the metadata" for part in XMP_PARTS if not metadata.get(part))
        if str(file.docinfo.Title) != metadata["dc:title"]:
            yield "two titles"
    yield from (f"page {n} is not read in order" for n, page in enumerate(file.pages, 1) if page.get("/Tabs") != "/S")


def _bad_fonts(file: pikepdf.Pdf) -> Iterator[str]:
    fonts = {font.objgen: font for page in file.pages for font in page.Resources.get("/Font", {}).values()}
    for font in fonts.values():
        name = str(font.BaseFont)
        if "/FontFile2" not in font.FontDescriptor or name[7] != "+":
            yield f"{name} is not embedded as a subset"
        if not decoders(font):
            yield f"{name} has no map to Unicode"


def _bad_lists(elements: list[pikepdf.Dictionary]) -> Iterator[str]:
    for element in elements:
        kinds = [str(kid.S) for kid in kids_of(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        if element.S == "/L" and set(kinds) - {"/LI", "/Caption"}:
            yield f"a list of {kinds}"
        if element.S == "/LI" and kinds not in (["/Lbl", "/LBody"], ["/LBody"]):
            yield f"a list item of {kinds}"


def _bad_contents(elements: list[pikepdf.Dictionary]) -> Iterator[str]:
    inside = {"/TOCI": "/TOC", "/LI": "/L", "/TR": ("/THead", "/TBody", "/Table"), "/TH": "/TR", "/TD": "/TR"}
    for element in elements:
        wanted = inside.get(str(element.S))
        if wanted and str(element.P.S) not in wanted:
            yield f"{element.S} in {element.P.S}"
        if element.S == "/TH" and str(element.A.Scope) not in ("/Column", "/Row"):
            yield "a header that heads nothing"


def _bad_links(file: pikepdf.Pdf, elements: list[pikepdf.Dictionary]) -> Iterator[str]:
    told = [kid.Obj for each in elements if each.S == "/Link" for kid in kids_of(each) if _is_annotated(kid)]
    if any(element.S == "/Link" and not any(map(_is_annotated, kids_of(element))) for element in elements):
        yield "a link that leads nowhere"
    notes = [annotation for page in file.pages for annotation in page.get("/Annots", [])]
    drawn = [each for each in notes if each.Subtype == "/Link"]  # a field for a signature leads nowhere
    if sorted(each.objgen for each in told) != sorted(each.objgen for each in drawn):
        yield "a link outside the structure"
    if not all(str(each.get("/Contents", "")).strip() and "/StructParent" in each for each in drawn):
        yield "a link without words"


def _is_annotated(kid: pikepdf.Object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"


def _bad_parents(file: pikepdf.Pdf, elements: list[pikepdf.Dictionary]) -> Iterator[str]:
    """From a mark on the page to its element: the way back that a reader's aid takes."""
    nums = list(file.Root.StructTreeRoot.ParentTree.Nums)
    held = {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}
    if len({element.objgen for element in elements}) != len(elements):
        yield "an element stands in the tree twice"
    for element in elements:
        for kid in kids_of(element):
            if isinstance(kid, int) and held[int(element.Pg.StructParents)][kid].objgen != element.objgen:
                yield f"mark {kid} leads to another element"


def _bad_bookmarks(file: pikepdf.Pdf, elements: list[pikepdf.Dictionary]) -> Iterator[str]:
    """Every chapter is a bookmark, in the order of the chapters."""
    headings = [element for element in elements if element.S == "/H2"]
    chapters = [" ".join(text.split()) for _, text in spoken_by(file, headings)]
    with file.open_outline() as outline:
        marks = [str(item.title) for item in outline.root]
    places = [marks.index(chapter) for chapter in chapters if chapter in marks]
    if len(places) < len(chapters) or places != sorted(places):
        yield f"bookmarks {marks} do not lead to the chapters {chapters}"
