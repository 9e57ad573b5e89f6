"""The organisation's logo, made printable: turned, on white, in the colours of the report, and not too large."""

import zlib
from pathlib import Path
from typing import NamedTuple

from qmsdesk.log import logger
from qmsdesk.report.writer import Packed

LONGEST = 900
FORMATS = ("JPEG", "PNG")


class Logo(NamedTuple):
    """A picture as rows of red, green and blue, packed."""

    width: int
    height: int
    packed: bytes

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Its size in a box that it fills as far as its shape lets it."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale

    def stream(self) -> Packed:
        """The logo as a stream of the file."""
        entries = (
            f"/Type/XObject/Subtype/Image/Width {self.width}/Height {self.height}"
            "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
        )
        return Packed(entries, len(self.packed), lambda: [self.packed])


def read_logo(path: Path | None) -> Logo | None:
    """The logo in a JPEG or PNG file; a file that is no such picture is left out, and the log says so."""
    if path is None:
        return None
    from PIL import Image, ImageOps  # 60 ms that a report without a logo does not need

    try:
        with Image.open(path, formats=FORMATS) as file:
            file.draft("RGB", (LONGEST, LONGEST))
            turned = ImageOps.exif_transpose(file)
            turned.thumbnail((LONGEST, LONGEST))
            seen = turned.convert("RGBA")
    except (OSError, SyntaxError, ValueError, MemoryError, Image.DecompressionBombError) as error:
        logger.warning("The logo %s cannot be printed: %s", path.name, type(error).__name__)
        return None
    ground = Image.new("RGBA", seen.size, "white")
    ground.alpha_composite(seen)
    return Logo(seen.width, seen.height, zlib.compress(ground.convert("RGB").tobytes(), 9))
