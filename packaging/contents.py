"""What goes into a bundle and what stays out: of Python's library, of each package, of Qt; the same for all systems."""

import base64
import hashlib
import os
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

NOT_OF_PYTHON = frozenset(
    "__phello__ __pycache__ antigravity asyncio cgi cgitb config-3* crypt curses dbm distutils doctest ensurepip ftplib"
    " idlelib imaplib lib2to3 mailbox msilib multiprocessing nntplib pdb pip poplib pydoc pydoc_data site-packages"
    " smtpd smtplib sqlite3 ssl telnetlib test this tkinter turtle turtledemo unittest venv wsgiref xmlrpc"
    " lib-dynload tests _pydecimal _sysconfigdata_* *.egg-info"
    " __hello__ _android_support _bootsubprocess _ios_support _pyio _pyrepl aifc asynchat asyncore bdb cProfile chunk"
    " compileall fileinput imghdr mailcap modulefinder optparse pickletools pipes profile pstats py_compile pyclbr"
    " rlcompleter sndhdr sunau symtable tabnanny trace wave xdrlib zipapp"
    " big5* cp932 cp949 cp950 euc_* gb2312 gb18030 gbk hz iso2022_* johab shift_jis*".split()
)
"""By the name of module or folder: developers' tools, most of what could speak to a network, encodings of East Asia."""

NOT_OF_COMPILED_PYTHON = frozenset(
    "_asyncio _bz2 _codecs_* _crypt _ctypes_test _curses* _dbm _gdbm _hashlib _lsprof _lzma _multiprocessing"
    " _posixshmem _sqlite3 _ssl _test* _tkinter _uuid _xx* audioop nis ossaudiodev readline spwd xx*".split()
)
"""Those of the above, and those that need a library of the system; hashes and SQLite come without OpenSSL's and its."""

NOT_PACKAGES = frozenset({"pip"})
"""In the requirements because a package names it, and never imported by the program."""

NEVER = (
    *(
        "*.pyi",
        "*.pyx",
        "*.pxd",
        "*.pxi",
        "*.h",
        "*.c",
        "*.cpp",
        "*/py.typed",
        "*/__pycache__/*",
        "__pycache__/*",
        "../*",
        "*/tests/*",
    ),
    *("*.dist-info/RECORD", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED", "*.dist-info/WHEEL", "*.dist-info/*.txt"),
    *("*.dist-info/direct_url.json", "*.dist-info/sboms/*", "*.dist-info/licenses/*", "*.dist-info/licences/*"),
    *("*.dist-info/LICEN*", "*.dist-info/COPYING*", "*.dist-info/AUTHORS*"),
)
"""Of no package: sources in C, types, tests, and what only an installer reads; licences go to a folder of their own."""

NOT_OF = {
    "babel": ("babel/messages/*",),
    "chunspell": ("hunspell/dictionaries/*",),
    "icalendar": ("icalendar/fuzzing/*",),
    "lxml": (
        "lxml/html/*",
        "lxml/isoschematron/*",
        "lxml/includes/*",
        "lxml/objectify.*",
        "lxml/sax.*",
        "lxml/builder.*",
    ),
    "pillow": ("PIL/_avif.*", "PIL/_imagingtk.*", "PIL/AvifImagePlugin.py"),
    "pypdfium2": ("pypdfium2_cli/*",),
    "pyside6-essentials": (
        *(
            f"PySide6/{tool}*"
            for tool in "assistant balsam designer linguist lrelease lupdate qml qsb svgtoqml".split()
        ),
        *(f"PySide6/{folder}/*" for folder in "doc glue include lib metatypes qml scripts typesystems".split()),
        *(
            "PySide6/*pyside6qml*",
            "PySide6/support/*",
            "PySide6/Qt/include/*",
            "PySide6/Qt/libexec/*",
            "PySide6/Qt/metatypes/*",
        ),
        *("PySide6/Qt/mkspecs/*", "PySide6/Qt/modules/*", "PySide6/Qt/qml/*", "PySide6/*.json"),
    ),
    "python-docx": ("docx/templates/default-docx-template/*",),
    "reportlab": ("reportlab/fonts/*", "reportlab/graphics/*", "reportlab/platypus/*"),
    "shiboken6": ("shiboken6/include/*", "shiboken6/lib/*"),
}

ONLY_OF: dict[str, dict[str, tuple[str, ...]]] = {
    "babel": {"babel/locale-data/*": ("root.dat", "sv*.dat", "en.dat", "en_001.dat", "en_150.dat", "en_GB.dat")},
    "pyphen": {"pyphen/dictionaries/*": ("hyph_sv*", "hyph_en_*", "README_hyph_sv*", "README_hyph_en*")},
    "tzdata": {"tzdata/zoneinfo/*": ("__init__.py", "Europe/*", "Etc/*", "UTC", "GMT", "tzdata.zi")},
    "pyside6-essentials": {
        "PySide6/Qt/translations/*": ("qtbase_sv.qm", "qtbase_en.qm"),
        "PySide6/Qt/plugins/*": (
            *("iconengines/*svgicon*", "imageformats/*qgif*", "imageformats/*qico*", "imageformats/*qjpeg*"),
            *("imageformats/*qsvg*", "imageformats/*qwebp*", "platforms/*qxcb*", "platforms/*qwayland*"),
            *("platforms/*qoffscreen*", "platforms/*qwindows*", "platforms/*qcocoa*", "styles/*"),
            *("platforminputcontexts/*compose*", "platforminputcontexts/*ibus*", "platformthemes/*xdgdesktopportal*"),
            *("printsupport/*", "wayland-shell-integration/*xdg-shell*", "wayland-decoration-client/*"),
            *("wayland-graphics-integration-client/*wayland-egl*", "xcbglintegrations/*"),
        ),
        "PySide6/Qt*.so": ("QtCore.*", "QtGui.*", "QtWidgets.*", "QtPrintSupport.*"),
        "PySide6/Qt*.pyd": ("QtCore.*", "QtGui.*", "QtWidgets.*", "QtPrintSupport.*"),
    },
}
"""Of these folders only what these patterns name."""

INSTEAD = Path(__file__).resolve().parent / "instead"
OURS = ("resources", "docs/guide")
"""Beside our own package, what `qmsdesk.paths` reads."""


def requirements(path: Path = ROOT / "requirements" / "run.txt") -> dict[str, str]:
    """The packages the program runs on, with their exact releases."""
    pins = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: version for name, version in pins if name not in NOT_PACKAGES}


def distributions(site: Path) -> dict[str, Distribution]:
    """The required packages as they are installed in a folder, each in the required release."""
    here = {_normal(one.metadata["Name"]): one for one in Distribution.discover(path=[str(site)])}
    found = {}
    for name, version in requirements().items():
        if name in here and here[name].version == version:
            found[name] = here[name]
        elif name != "pysqlite3":  # which has no wheel for macOS
            raise PackageNotFoundError(f"{name} {version} in {site}")
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def files_of(name: str, distribution: Distribution) -> Iterator[Path]:
    """The files of a package that go in, by their path in its site folder; a file that was changed is refused."""
    for file in distribution.files or ():
        path = file.as_posix()
        if goes_in(name, path):
            content = file.read_binary()
            if file.hash and file.hash.value != _digest(file.hash.mode, content):
                raise ValueError(f"{path} is not the file that {name} was installed with")
            yield Path(path)


def goes_in(name: str, path: str) -> bool:
    if any(fnmatch(path, pattern) for pattern in (*NEVER, *NOT_OF.get(name, ()))):
        return False
    for folder, wanted in ONLY_OF.get(name, {}).items():
        if fnmatch(path, folder):
            start = folder.rsplit("/", 1)[0] + "/"
            return any(fnmatch(path.removeprefix(start), pattern) for pattern in wanted)
    return True


def _digest(mode: str, content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.new(mode, content).digest()).rstrip(b"=").decode()


def python_files(library: Path) -> Iterator[Path]:
    """The modules of Python's own library that go in, by their path in it."""
    for folder, inner, files in os.walk(library):
        inner[:] = sorted(name for name in inner if not _is(name, NOT_OF_PYTHON))
        for name in sorted(files):
            if name.endswith(".py") and not _is(name.removesuffix(".py"), NOT_OF_PYTHON):
                yield (Path(folder) / name).relative_to(library)


def compiled_python(folder: Path) -> Iterator[Path]:
    """Python's own compiled modules that go in."""
    for path in sorted(folder.iterdir()):
        if path.suffix in {".so", ".pyd"} and not _is(path.name.split(".")[0], NOT_OF_COMPILED_PYTHON):
            yield path


def _is(name: str, patterns: frozenset[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def instead_files() -> Iterator[Path]:
    """Modules that stand in for some of Python's own, by their path in `INSTEAD`."""
    return (path.relative_to(INSTEAD) for path in sorted(INSTEAD.rglob("*.py")))


def our_files() -> Iterator[Path]:
    """The files of qmsdesk itself, by their path in the source folder."""
    for place in ("qmsdesk", *OURS):
        for path in sorted((ROOT / place).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix not in {".po", ".pyc"}:
                yield path.relative_to(ROOT)


def count_texts() -> int:
    """The texts that the Swedish catalogue must hold; one without a translation is missed by the self-test."""
    catalogue = ROOT / "resources" / "locale" / "sv" / "LC_MESSAGES" / "qmsdesk.po"
    text = catalogue.read_text(encoding="utf-8")
    return len(re.findall(r"^msgid ", text, re.MULTILINE)) - 1
