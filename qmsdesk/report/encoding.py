"""How text becomes bytes of a page: each face is cut into subsets of at most 256 characters."""

from collections.abc import Iterator, Sequence

from reportlab.pdfbase import pdfdoc

from qmsdesk.report.fonts import Face
from qmsdesk.report.tags import text_string
from qmsdesk.report.text import Line
from qmsdesk.report.writer import Archive

NO_GLYPH = 0
SPACE, HELD = 32, 0xA0  # a space at which no line ends is a space to whoever reads or searches the file
BREAK = 10  # between lines that are encoded at one go; it has no code and no glyph
ALIKE = frozenset({HELD, BREAK})  # they have no glyph of their own
# A byte that would end, escape or alter a PDF string stands for no character, so nothing is ever escaped.
BARRED = frozenset(b"\0\r\n()\\")
SHORT, SHORT_KEPT = 16_000.0, 4_000


class Codes(dict[int, int]):
    """The code of each character of a face in one document; it grows as characters turn up."""

    def __init__(self) -> None:
        super().__init__()
        self.free = self._free_codes()
        self.subsets = 1
        self._known = bytearray()  # the characters of Latin-1 that have a code of one byte
        self._table = bytearray(256)

    def __missing__(self, char: int) -> int:
        code = self[char] = self._code(char)
        self.subsets = max(self.subsets, code // 256 + 1)
        if max(char, code) < 256:
            self._known.append(char)
            self._table[char] = code
        return code

    def coded(self, text: str) -> str:
        """The code of each character; most texts are Latin-1 and are coded as bytes, ten times as fast."""
        try:
            plain = text.encode("latin-1")
        except UnicodeEncodeError:
            return text.translate(self)
        if plain.translate(None, self._known):
            return text.translate(self)
        return plain.translate(self._table).decode("latin-1")

    def subset(self, number: int) -> dict[int, int]:
        """The characters of one subset by their code within it."""
        return {code % 256: char for char, code in self.items() if code // 256 == number and char not in ALIKE}

    def _code(self, char: int) -> int:
        if char in ALIKE:
            return self[SPACE] if char == HELD else BREAK
        plain = 32 <= char < 127 and char not in BARRED
        return char if plain else next(self.free)

    @staticmethod
    def _free_codes() -> Iterator[int]:
        yield from range(127, 256)
        yield from (code for code in range(1, 32) if code not in BARRED)
        code = 256
        while True:
            if code % 256 not in BARRED:
                yield code
            code += 1


class Encoding:
    """The fonts of one document."""

    def __init__(self) -> None:
        self._codes: dict[Face, Codes] = {}
        self._names: dict[Face, str] = {}
        self._starts: dict[tuple[Face, float], str] = {}
        self._shown: dict[tuple[Line, float], str] = {}

    def show(self, face: Face, text: str, size: float) -> str:
        """The operators that show a text at the current place, each line of it below the one before."""
        start = self._starts.get((face, size)) or self._begin(face, size)
        codes = self._codes[face]
        coded = codes.coded(text)
        if codes.subsets == 1:
            return f"{start}({coded})Tj".replace("\n", ")Tj T*(")
        return " T* ".join(["".join(self._pieces(self._names[face], row, size)) for row in coded.split("\n")])

    def _begin(self, face: Face, size: float) -> str:
        """What chooses a face, most of whose characters are in its first subset."""
        if face not in self._codes:
            self._codes[face] = Codes()
            self._names[face] = f"S{len(self._codes)}"
        start = self._starts[face, size] = f"/{self._names[face]}_0 {size:g} Tf"
        return start

    def show_lines(self, lines: Sequence[Line], size: float) -> str:
        """The same for lines of any faces. Short ones, such as names of parts and answers, come again and again."""
        if len(lines) > 1 or lines[0].width > SHORT:
            return self._show_lines(lines, size)
        key = lines[0], size
        shown = self._shown.get(key)
        if shown is None:
            shown = self._show_lines(lines, size)
            if len(self._shown) < SHORT_KEPT:
                self._shown[key] = shown
        return shown

    def _show_lines(self, lines: Sequence[Line], size: float) -> str:
        only = _only_face(lines)
        if only:
            return self.show(only, "\n".join([line.runs[0][1] for line in lines]), size)
        return " T* ".join([self._show_line(line, size) for line in lines])

    def _show_line(self, line: Line, size: float) -> str:
        shown = " ".join([self.show(face, text, size) for face, text in line.runs])
        return f"/Span<</ActualText{text_string(line.said)}>>BDC {shown} EMC" if line.said else shown

    def add_to(self, document: Archive) -> None:
        """Embed what was used of each face."""
        fonts = document.idToObject["BasicFonts"].dict
        for face, codes in self._codes.items():
            for number in range(codes.subsets):
                name = f"{self._names[face]}_{number}"
                fonts[name] = _font(document, face, f"{_tag(name)}+{_base_name(face)}", codes.subset(number))

    @staticmethod
    def _pieces(name: str, coded: str, size: float) -> Iterator[str]:
        start = 0
        while start < len(coded):
            subset = ord(coded[start]) // 256
            end = start + 1
            while end < len(coded) and ord(coded[end]) // 256 == subset:
                end += 1
            piece = "".join(chr(ord(char) % 256) for char in coded[start:end])
            yield f"/{name}_{subset} {size:g} Tf({piece})Tj "
            start = end


def _only_face(lines: Sequence[Line]) -> Face | None:
    """The face of lines that need no other and are drawn as they were typed."""
    only = None
    for _, runs, said in lines:
        if said or len(runs) != 1 or (only and runs[0][0] is not only):
            return None
        only = runs[0][0]
    return only


def _tag(name: str) -> str:
    """Six capitals that tell the subsets of a document apart, as PDF wants it."""
    number = sum(ord(char) * 131**n for n, char in enumerate(name))
    return "".join(chr(65 + number // 26**n % 26) for n in range(6))


def _base_name(face: Face) -> str:
    return str(face.file.name.decode("ascii"))


def _font(document: Archive, face: Face, name: str, codes: dict[int, int]) -> pdfdoc.PDFObjectReference:
    subset = [codes.get(code, NO_GLYPH) for code in range(max(codes) + 1)]
    with face.embedding:  # ReportLab reads a font file with one moving place, and reports may be made side by side
        descriptor = face.file.addSubsetObjects(document, name, subset)
    unicodes = pdfdoc.PDFStream(content=_to_unicode(codes))
    widths = " ".join(f"{face.file.getCharWidth(char):g}" for char in subset)
    return document.Reference(
        pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/TrueType",
                "BaseFont": f"/{name}",
                "FirstChar": 0,
                "LastChar": len(subset) - 1,
                "Widths": f"[{widths}]",
                "ToUnicode": document.Reference(unicodes),
                "FontDescriptor": descriptor,
            }
        )
    )


def _to_unicode(codes: dict[int, int]) -> str:
    """ReportLab's own map sends code 0 to U+0000, which PDF/UA forbids, and fails beyond the BMP."""
    pairs = [f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in sorted(codes.items())]
    blocks = [pairs[n : n + 100] for n in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
