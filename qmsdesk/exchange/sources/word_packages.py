"""The two parts of a Word file that say something, its text and its styles, each unpacked once and checked."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qmsdesk.domain.errors import NoChecklistInFile
from qmsdesk.exchange.sources.packages import chunks_of
from qmsdesk.i18n import N_

_TYPES, _TEXT, _STYLES = "[Content_Types].xml", "word/document.xml", "word/styles.xml"
_MACROS = b"macroEnabled"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class WordParts:
    """The roots of both parts; a file without styles has an empty one."""

    text: Any
    styles: Any


def word_parts(path: Path) -> WordParts:
    """Raises `NoChecklistInFile` for what cannot be read safely, `FileTooLarge` for what lies about its size."""
    from lxml import etree  # 20 ms that only Word files need

    try:
        parts = _unpacked(path)
        if _MACROS in parts[_TYPES]:
            raise NoChecklistInFile(file=path.name, reason=N_("it holds macros; save it as .docx first"))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        styles = parts.get(_STYLES, b"<none/>")
        return WordParts(etree.fromstring(parts[_TEXT], parser), etree.fromstring(styles, parser))
    except (zipfile.BadZipFile, zlib.error, etree.LxmlError, KeyError, ValueError, EOFError, OverflowError) as error:
        raise NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off")) from error


def _unpacked(path: Path) -> dict[str, bytes]:
    """Every part of text is looked over, so that nothing that lies about itself is ever opened; three are kept."""
    kept: dict[str, bytes] = {}
    with zipfile.ZipFile(path) as package:
        for part in package.infolist():
            if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
                continue
            chunks = chunks_of(package, part, path.name)
            if part.filename in {_TYPES, _TEXT, _STYLES}:
                kept[part.filename] = b"".join(chunks)
                if zlib.crc32(kept[part.filename]) != part.CRC:
                    raise zipfile.BadZipFile(part.filename)
            else:
                for _chunk in chunks:
                    pass
    return {name: content.replace(_STRICT, _USUAL) for name, content in kept.items()}
