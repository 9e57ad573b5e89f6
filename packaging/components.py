"""What a bundle holds of others: Python, packages, Qt, SQLite, fonts and the rest, each with version and licence.

It is read from the bundle and from what was packed into it; a package without a known licence stops the build.
"""

import hashlib
import json
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution
from pathlib import Path
from urllib.parse import quote

import contents

TEXTS = Path(__file__).resolve().parent / "licence_texts"
QT = ("LGPL-3.0.txt", "GPL-3.0.txt", "Qt-third-parties.txt")
LGPL = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
LICENCES = {
    "babel": "BSD-3-Clause",
    "charset-normalizer": "MIT",
    "chunspell": "MIT AND (MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later)",
    "click-default-group": "Unlicense",
    "lxml": "BSD-3-Clause",
    "pluggy": "MIT",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "pyside6-essentials": LGPL,
    "pysqlite3": "Zlib",
    "python-docx": "MIT",
    "pyyaml": "MIT",
    "reportlab": "BSD-3-Clause",
    "shiboken6": LGPL,
    "sqlite-fts4": "Apache-2.0",
    "tzdata": "Apache-2.0",
}
"""Of packages that do not say theirs as an expression; each looked up by hand."""
INSIDE_PILLOW = {
    "libjpeg_turbo": ("libjpeg-turbo", "IJG AND BSD-3-Clause"),
    "jpg_2000": ("OpenJPEG", "BSD-2-Clause"),
    "libtiff": ("libtiff", "libtiff"),
    "freetype2": ("FreeType", "FTL OR GPL-2.0-only"),
    "littlecms2": ("Little CMS", "MIT"),
    "webp": ("libwebp", "BSD-3-Clause"),
    "harfbuzz": ("HarfBuzz", "MIT"),
}
BESIDE_PILLOW = {
    "avif": ("libavif", "BSD-2-Clause"),
    "brotli": ("Brotli", "MIT"),
    "lzma": ("XZ Utils", "0BSD"),
    "png": ("libpng", "libpng-2.0"),
    "xau": ("libXau", "MIT-open-group"),
    "xcb": ("libxcb", "MIT"),
    "zstd": ("Zstandard", "BSD-3-Clause OR GPL-2.0-only"),
}
"""Libraries in `pillow.libs` of which Pillow does not say the version; the names of their files do."""
KNOWN_BY_PILLOW = "freetype harfbuzz jpeg lcms openjp sharpyuv tiff webp"
FONTS = {
    "Source Sans 3": ("SourceSans3-*.ttf", "SourceSans3-OFL.md", "OFL-1.1"),
    "Noto Emoji": ("NotoEmoji-*.ttf", "NotoEmoji-OFL.txt", "OFL-1.1"),
    "DejaVu Sans": ("DejaVuSans.ttf", "DejaVuSans-LICENSE.txt", "Bitstream-Vera AND LicenseRef-public-domain"),
}


@dataclass(frozen=True)
class Component:
    """One thing of others: `files` are those of the bundle that are it, `texts` its licence texts."""

    name: str
    version: str
    licence: str
    kind: str = "library"
    purl: str = ""
    texts: tuple[Path, ...] = ()
    files: tuple[Path, ...] = field(default=(), repr=False)


def components(bundle: Path, site: Path) -> list[Component]:
    """All of them, by name; `site` is where the packages were taken from."""
    found = [
        *_python(bundle),
        *_packages(site),
        *_qt(bundle),
        *_inside_packages(),
        *_beside_pillow(bundle),
        *_shipped(bundle),
        *_of_the_system(bundle),
    ]
    return sorted(found, key=lambda one: (one.name.lower(), one.version))


def _python(bundle: Path) -> Iterator[Component]:
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    known = text if text.exists() else Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright")
    libraries = tuple(sorted(bundle.glob("lib/libpython*")) + sorted(bundle.glob("python*.dll")))
    version = platform.python_version()
    yield Component(
        "Python", version, "Python-2.0.1", "framework", f"pkg:generic/python@{version}", (known,), libraries
    )


def _packages(site: Path) -> Iterator[Component]:
    for name, distribution in contents.distributions(site).items():
        licence = LICENCES.get(name) or distribution.metadata["License-Expression"]
        if not licence:
            raise ValueError(f"the licence of {name} is not known; look it up, and put it into components.LICENCES")
        texts = tuple(_texts(distribution)) or tuple(TEXTS / file for file in QT[:2])
        version = distribution.version
        yield Component(name, version, licence, purl=f"pkg:pypi/{name}@{version}", texts=texts)


def _texts(distribution: Distribution) -> Iterator[Path]:
    for file in distribution.files or ():
        if re.search(r"\.dist-info/.*(licen[cs]e|copying|notice)", file.as_posix(), re.IGNORECASE):
            yield Path(str(file.locate()))


def _qt(bundle: Path) -> Iterator[Component]:
    version = contents.requirements()["pyside6-essentials"]
    for path in sorted((bundle / "lib" / "site" / "PySide6").rglob("*Qt6*")):
        if re.fullmatch(r"(lib)?Qt6\w+\.(so\.6|dll)", path.name):
            name = re.sub(r"^lib|\.(so\.6|dll)$", "", path.name)
            texts = tuple(TEXTS / file for file in QT)
            yield Component(name, version, "LGPL-3.0-only OR GPL-3.0-only", "library", "", texts, (path,))
    for path in sorted(bundle.rglob("libicu*.so.*")):
        yield Component(path.name.split(".")[0], path.name.rsplit(".", 1)[1], "Unicode-3.0", "library", "",
                        (TEXTS / "ICU.txt",), (path,))  # fmt: skip


def _inside_packages() -> Iterator[Component]:
    """Libraries that a wheel carries inside; their licences stand in those of the wheel."""
    import lxml.etree
    import PIL.features
    import pypdfium2
    import yaml._yaml

    for feature, (name, licence) in INSIDE_PILLOW.items():
        version = PIL.features.version(feature)
        if version:
            yield Component(name, version, licence)
    yield Component("libxml2", _dotted(lxml.etree.LIBXML_VERSION), "MIT")
    yield Component("libxslt", _dotted(lxml.etree.LIBXSLT_VERSION), "MIT")
    yield Component("PDFium", pypdfium2.PDFIUM_INFO.tag, "BSD-3-Clause AND Apache-2.0")
    yield Component("LibYAML", yaml._yaml.get_version_string(), "MIT")
    try:
        from pysqlite3.dbapi2 import sqlite_version
    except ImportError:
        from sqlite3 import sqlite_version
    yield Component("SQLite", sqlite_version, "blessing")


def _beside_pillow(bundle: Path) -> Iterator[Component]:
    found: dict[str, list[Path]] = {}
    for path in sorted((bundle / "lib" / "site" / "pillow.libs").glob("lib*")):
        name = path.name.removeprefix("lib").lower()
        if not name.startswith(tuple(KNOWN_BY_PILLOW.split())):
            kind = next((known for known in BESIDE_PILLOW if name.startswith(known)), "")
            if not kind:
                raise ValueError(f"the licence of {path.name} is not known; look it up, into components.BESIDE_PILLOW")
            found.setdefault(kind, []).append(path)
    for kind, paths in found.items():
        name, licence = BESIDE_PILLOW[kind]
        yield Component(name, paths[0].name.partition(".so.")[2], licence, files=tuple(paths))


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _shipped(bundle: Path) -> Iterator[Component]:
    """Fonts, icons and the hyphenation that lie in the resources and packages."""
    resources = bundle / "app" / "resources"
    for name, (pattern, text, licence) in FONTS.items():
        files = tuple(sorted((resources / "fonts").glob(pattern)))
        if not files:
            raise ValueError(f"{name} is not in the bundle any more")
        yield Component(name, _digest_of(files)[:12], licence, "data", "", (resources / "fonts" / text,), files)
    icons = tuple(sorted((resources / "icons").glob("*.svg")))
    yield Component(
        "Lucide icons", _digest_of(icons)[:12], "ISC", "data", "", (resources / "icons" / "LICENSE",), icons
    )
    words = tuple(sorted((bundle / "lib" / "site" / "pyphen" / "dictionaries").glob("hyph_*")))
    yield Component("Hyphenation of LibreOffice", contents.requirements()["pyphen"],
                    "MPL-1.1 OR LGPL-3.0-or-later", "data", "", (TEXTS / "LGPL-3.0.txt",), words)  # fmt: skip


def _digest_of(files: tuple[Path, ...]) -> str:
    """Fonts and icons come without a version that could be read; their content says which they are."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _of_the_system(bundle: Path) -> Iterator[Component]:
    """Libraries taken from the system that built the bundle, as its package list names them."""
    listed = bundle / "lib" / "taken.json"
    taken = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else {}
    for place, source in sorted(taken.items()):
        # Not by the whole path: it is another one in the package than on a system where /lib is a link to /usr/lib.
        anywhere = f"*/{Path(source).parent.name}/{Path(source).name}"
        package = _words("dpkg-query", "-S", anywhere).split(":")[0] or Path(place).name.split(".")[0]
        version = _words("dpkg-query", "-W", "-f=${Version}", package) or "unknown"
        text = Path("/usr/share/doc") / package / "copyright"
        purl = f"pkg:deb/debian/{package}@{quote(version, safe=':')}" if version != "unknown" else ""
        licence = "Zlib" if package.startswith("zlib") else "MIT"
        yield Component(package, version, licence, "library", purl, (text,) if text.exists() else (), (bundle / place,))


def _words(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
