"""A ReportLab document written as an archivable file: object streams, structure tree, metadata."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import md5, sha256
from itertools import accumulate
from struct import Struct
from typing import BinaryIO

from reportlab.pdfbase import pdfdoc

from qmsdesk.pace import give_way
from qmsdesk.report.design import PAGE_HEIGHT, PAGE_WIDTH
from qmsdesk.report.metadata import PRODUCER, About, Enclosure, packet, pdf_date, srgb_profile
from qmsdesk.report.tags import Structure, text_string

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
OBJECTS_PER_STREAM = 200
ENTRY = Struct(">BIH")


class Raw(pdfdoc.PDFObject):
    """An object whose body is known, or becomes known when it is written."""

    __RefOnly__ = 1

    def __init__(self, body: str | Callable[[], str]) -> None:
        self.body = body

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002
        return (self.body if isinstance(self.body, str) else self.body()).encode("latin-1")


class Packed(pdfdoc.PDFObject):
    """A stream that is compressed already and is read only when it is written, such as a photo."""

    __RefOnly__ = 1

    def __init__(self, entries: str, size: int, pieces: Callable[[], Iterable[bytes]]) -> None:
        self.entries = entries
        self.size = size
        self.pieces = pieces


class Archive(pdfdoc.PDFDocument):
    """ReportLab's document, with what PDF/A and PDF/UA ask for and the stock writer lacks."""

    def __init__(self, about: About, structure: Structure) -> None:
        super().__init__(compression=0, invariant=1, lang=about.language)
        self.about = about
        self.structure = structure
        catalog = self.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
        catalog.MarkInfo = Raw("<</Marked true>>")
        catalog.ViewerPreferences = Raw("<</DisplayDocTitle true>>")
        catalog.StructTreeRoot = Raw("")
        catalog.Metadata = self._metadata()
        catalog.OutputIntents = pdfdoc.PDFArray([self._output_intent()])
        self._enclose(about.enclosures)
        self.info = Raw(self._info)

    def number(self, name: str) -> int:
        """The object number behind one of ReportLab's names."""
        return int(self.idToObjectNumberAndVersion[name][0])

    def place(self, item: pdfdoc.PDFObject) -> str:
        """How other objects refer to an object of its own."""
        return str(self.Reference(item).format(self).decode("latin-1"))

    def write(self, canvas: object, sink: BinaryIO) -> None:
        """The whole file, piece by piece."""
        self.Reference(self.Catalog)
        self.Reference(self.info)
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        self._write_objects(Output(sink))

    def _write_objects(self, out: "Output") -> None:
        root = self.number(self.Reference(self.Catalog.StructTreeRoot).name)
        for number, item in self._numbered():
            if number == root:
                continue
            if isinstance(item, pdfdoc.PDFStream):
                out.add_stream(number, _dictionary(item, self), _bytes(item.content))
                item.content = b""
            elif isinstance(item, pdfdoc.PDFPage):
                out.add(number, self._page(item))
            elif isinstance(item, Packed):
                out.add_packed(number, item)
            else:
                out.add(number, pdfdoc.format(item, self, toplevel=1).decode("latin-1"))
        pages = [self.number(page.__InternalName__) for page in self.Pages.pages]
        names = {name: number for name, (number, _) in self.idToObjectNumberAndVersion.items()}
        for number, body in self.structure.objects(root, len(self.numberToId) + 1, pages, names):
            out.add(number, body)
        out.close(self.number(self.Catalog.__InternalName__), self.number(self.info.__InternalName__))

    def _numbered(self) -> Iterator[tuple[int, pdfdoc.PDFObject]]:
        """Every object in order; writing one may bring new ones."""
        number = 1
        while number in self.numberToId:
            yield number, self.idToObject[self.numberToId[number]]
            number += 1

    def _page(self, page: pdfdoc.PDFPage) -> str:
        """ReportLab would find out name by name what a page has; ours all have the same."""
        content, page.stream = self.place(pdfdoc.PDFStream(content=page.stream)), None  # gone when it is written
        pictures = f"/XObject {pdfdoc.format(page.XObjects, self).decode()}" if page.XObjects else ""
        links = f"/Annots[{' '.join([self.place(each) for each in page.Annots])}]" if page.Annots else ""
        return (
            f"<</Type/Page/Parent {self.place(self.Pages)}/MediaBox[0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]/Contents {content}"
            f"/Resources<</Font {self.place(self.idToObject['BasicFonts'])}{pictures}>>{links}"
            f"/StructParents {page.StructParents}/Tabs/S>>"
        )

    def _info(self) -> str:
        when = pdf_date(self.about.stamp)
        return (
            f"<</Title {text_string(self.about.title)}/Author {text_string(self.about.author)}"
            f"/Creator ({PRODUCER})/Producer ({PRODUCER})/CreationDate ({when})/ModDate ({when})>>"
        )

    def _enclose(self, enclosures: Sequence[Enclosure]) -> None:
        """Carry files along; the tree of their names has to be in order."""
        if not enclosures:
            return
        held = sorted(enclosures, key=lambda each: each.name)
        places = [self.place(Raw(self._file(each))) for each in held]
        names = "".join(f"{text_string(each.name)}{place}" for each, place in zip(held, places, strict=True))
        self.Catalog.AF = Raw(f"[{' '.join(places)}]")
        self.Catalog.Names = Raw(f"<</EmbeddedFiles<</Names[{names}]>>>>")

    def _file(self, enclosure: Enclosure) -> str:
        content = enclosure.content
        stream = pdfdoc.PDFStream(content=content)
        stream.dictionary["Type"] = "/EmbeddedFile"
        stream.dictionary["Subtype"] = "/" + enclosure.media_type.replace("/", "#2F")
        mark = md5(content, usedforsecurity=False).hexdigest()
        when = pdf_date(self.about.stamp)
        stream.dictionary["Params"] = Raw(f"<</Size {len(content)}/ModDate ({when})/CheckSum <{mark}>>>")
        place = self.place(stream)
        name = text_string(enclosure.name)
        return (
            f"<</Type/Filespec/F {name}/UF {name}/Desc {text_string(enclosure.told)}/AFRelationship/Data"
            f"/EF<</F {place}/UF {place}>>>>"
        )

    def _metadata(self) -> pdfdoc.PDFStream:
        stream = pdfdoc.PDFStream(content=packet(self.about))
        stream.dictionary["Type"] = "/Metadata"
        stream.dictionary["Subtype"] = "/XML"
        return stream

    def _output_intent(self) -> pdfdoc.PDFObject:
        profile = pdfdoc.PDFStream(content=srgb_profile())
        profile.dictionary["N"] = 3
        return pdfdoc.PDFDictionary(
            {
                "Type": "/OutputIntent",
                "S": "/GTS_PDFA1",
                "OutputConditionIdentifier": "(sRGB IEC61966-2.1)",
                "Info": "(sRGB IEC61966-2.1)",
                "DestOutputProfile": self.Reference(profile),
            }
        )


def _dictionary(stream: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> str:
    entries = stream.dictionary.dict.items()
    return "".join(f"/{key} {pdfdoc.format(value, document).decode('latin-1')}" for key, value in entries)


def _bytes(content: str | bytes) -> bytes:
    return content.encode("latin-1") if isinstance(content, str) else content


class Output:
    """The bytes of a file: streams as they come, all else packed into object streams at the end."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink
        self._size = 0
        self._digest = sha256()
        self._streams: dict[int, int] = {}
        self._packed: dict[int, tuple[int, int]] = {}
        self._waiting: list[tuple[int, str]] = []
        self._packs: list[tuple[str, bytes]] = []
        self._write(HEADER)

    def add(self, number: int, body: str) -> None:
        give_way()
        self._waiting.append((number, body))
        if len(self._waiting) == OBJECTS_PER_STREAM:
            self._pack()

    def add_stream(self, number: int, entries: str, content: bytes) -> None:
        """A stream, deflated unless it is metadata, which anyone must be able to read."""
        if "/XML" in entries:
            self._write_stream(number, entries, content)
        else:
            self._write_stream(number, entries + "/Filter/FlateDecode", zlib.compress(content))

    def add_packed(self, number: int, item: Packed) -> None:
        """A stream that brings its own compression."""
        self._write_pieces(number, item.entries, item.size, item.pieces())

    def close(self, root: int, info: int) -> None:
        """The end of the file. The packs get the numbers after all others, which nobody knew before."""
        self._pack()
        first = max(*self._streams, *self._packed) + 1
        for n, (entries, content) in enumerate(self._packs):
            self._write_stream(first + n, entries, content)
        number, start = first + len(self._packs), self._size
        self._streams[number] = start
        mark = self._digest.hexdigest()[:32]
        entries = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{mark}><{mark}>]"
        table = b"".join(self._places(number + 1, first))
        self._write_stream(number, entries + "/Filter/FlateDecode", zlib.compress(table))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _places(self, size: int, first_pack: int) -> list[bytes]:
        """Where each object is."""
        places = [ENTRY.pack(0, 0, 65535), *[ENTRY.pack(0, 0, 0)] * (size - 1)]
        for number, offset in self._streams.items():
            places[number] = ENTRY.pack(1, offset, 0)
        for number, (pack, n) in self._packed.items():
            places[number] = ENTRY.pack(2, first_pack + pack, n)
        return places

    def _pack(self) -> None:
        if not self._waiting:
            return
        numbers, bodies = zip(*self._waiting, strict=True)
        offsets = accumulate([len(body) + 1 for body in bodies], initial=0)
        index = " ".join([f"{number} {offset}" for number, offset in zip(numbers, offsets, strict=False)]) + "\n"
        content = (index + "\n".join(bodies) + "\n").encode("latin-1")
        self._packed.update((number, (len(self._packs), n)) for n, number in enumerate(numbers))
        entries = f"/Type/ObjStm/N {len(numbers)}/First {len(index)}/Filter/FlateDecode"
        self._packs.append((entries, zlib.compress(content)))
        self._waiting = []

    def _write_stream(self, number: int, entries: str, content: bytes) -> None:
        self._write_pieces(number, entries, len(content), (content,))

    def _write_pieces(self, number: int, entries: str, size: int, pieces: Iterable[bytes]) -> None:
        give_way()
        self._streams[number] = self._size
        # CR LF before the keyword: deflated data may itself end in CR, which a lone LF would swallow.
        head = f"{number} 0 obj\n<<{entries}/Length {size}>>\nstream\n".encode("latin-1")
        self._write(head)
        for piece in pieces:
            self._digest.update(piece)
            self._write(piece)
        self._write(b"\r\nendstream\nendobj\n")

    def _write(self, chunk: bytes) -> None:
        self._sink.write(chunk)
        self._size += len(chunk)
