"""`qmsdesk --self-test`: whether this installation can do all that the program does, one line for each part.

Everything is tried in a folder of its own, which is taken away at the end; nobody's register or settings are touched.
"""

import datetime as dt
import hashlib
import importlib
import json
import os
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

import click

from qmsdesk import __version__
from qmsdesk.cli.printing import print_facts, print_json
from qmsdesk.i18n import LANGUAGES, Words, words
from qmsdesk.paths import BUNDLE, RESOURCES, guide, resource

LIBRARIES = {
    "PySide6_Essentials": "PySide6.QtWidgets",
    "pysqlite3": "pysqlite3",
    "sqlite-utils": "sqlite_utils",
    "reportlab": "reportlab.pdfgen.canvas",
    "pillow": "PIL._imaging",
    "pypdfium2": "pypdfium2",
    "babel": "babel.dates",
    "click": "click",
    "lxml": "lxml.etree",
    "python-docx": "docx",
    "PyYAML": "yaml",
    "icalendar": "icalendar",
    "python-calamine": "python_calamine",
    "xlsxwriter": "xlsxwriter",
    "pyphen": "pyphen",
    "charset-normalizer": "charset_normalizer",
    "chunspell": "hunspell",
    "platformdirs": "platformdirs",
}
"""Packages and what to import of each, so that its compiled part loads too."""
NOT_EVERYWHERE = {"pysqlite3"}


class Result(NamedTuple):
    """How one part fared: what it found, or what went wrong."""

    name: str
    is_well: bool
    said: str


class Failed(Exception):
    """A part of the program does not do what it should; the text says what was seen."""


@dataclass
class Ground:
    """What the parts work on: a folder of their own, the words, and the register once it is written."""

    folder: Path
    words: Words
    now: dt.datetime = field(default_factory=lambda: dt.datetime.now().astimezone())

    @property
    def register(self) -> Path:
        return self.folder / "Prövning å ä ö.qmsdesk"


def run(argv: Sequence[str]) -> int:
    """Try every part, print a line for each, and return 0 where all is well, else 1; 2 for wrong use."""
    others = [word for word in argv if word != "--json"]
    language = others[1] if others[:1] == ["--lang"] and others[1:] in ([name] for name in LANGUAGES) else "en"
    _ = words(language)
    if others and others != ["--lang", language]:
        click.echo(_("Only --json and --lang go with --self-test."), err=True)
        return 2
    with _own_home() as folder:
        results = list(_tried(Ground(folder, _)))
    is_well = all(result.is_well for result in results)
    if len(others) < len(argv):
        parts = [result._asdict() for result in results]
        print_json({"version": __version__, "python": sys.version.split()[0], "is_well": is_well, "parts": parts})
    else:
        marks = {True: _("ok"), False: _("FAILED")}
        print_facts([(result.name, f"{marks[result.is_well]}: {result.said}") for result in results])
    return 0 if is_well else 1


@contextmanager
def _own_home() -> Iterator[Path]:
    """A folder that is home to settings, log and register for as long as the test runs."""
    before = os.environ.get("QMSDESK_HOME")
    with tempfile.TemporaryDirectory(prefix="qmsdesk-", ignore_cleanup_errors=True) as name:
        os.environ["QMSDESK_HOME"] = name
        try:
            yield Path(name)
        finally:
            os.environ.pop("QMSDESK_HOME")
            if before is not None:
                os.environ["QMSDESK_HOME"] = before


def _tried(ground: Ground) -> Iterator[Result]:
    _ = ground.words
    parts: list[tuple[str, Callable[[Ground], str]]] = [
        (_("Files"), _files),
        (_("Libraries"), _libraries),
        (_("Program"), _modules),
        (_("Fonts"), _fonts),
        (_("Languages"), _languages),
        (_("Checklists"), _checklists),
        (_("Register"), _register),
        (_("Report"), _report),
        (_("Window"), _window),
    ]
    for name, part in parts:
        try:
            yield Result(name, is_well=True, said=part(ground))
        except Failed as failed:
            yield Result(name, is_well=False, said=str(failed))
        except Exception as error:  # whatever fails is what the test is for
            yield Result(name, is_well=False, said=f"{type(error).__name__}: {error}")


def _files(ground: Ground) -> str:
    """In a bundle, every file is as it was built; elsewhere there is nothing to compare with."""
    _, sums = ground.words, BUNDLE / "SHA256SUMS"
    if not (BUNDLE / "bundle.json").exists() or not sums.exists():
        return _("not a bundle; the program runs from {folder}", folder=RESOURCES.parent)
    lines = [line.split("  ", 1) for line in sums.read_text(encoding="utf-8").splitlines()]
    other = [name for digest, name in lines if _digest(BUNDLE / name) != digest]
    if other:
        raise Failed(_("missing or altered: {files}", files=", ".join(other[:5])))
    return _.plural("{count} file as it was built", "{count} files as they were built", len(lines))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _libraries(_: Ground) -> str:
    from qmsdesk.store.database import SQLITE_VERSION

    found = [f"Python {sys.version.split()[0]}", f"SQLite {SQLITE_VERSION}"]
    for package, module in LIBRARIES.items():
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            if package in NOT_EVERYWHERE:
                continue
            raise
        importlib.import_module(module)
    return ", ".join(found)


def _modules(ground: Ground) -> str:
    """Every module of the program loads, so that nothing it imports was left out."""
    import qmsdesk

    names = [found.name for found in pkgutil.walk_packages(qmsdesk.__path__, "qmsdesk.")]
    for name in names:
        importlib.import_module(name)
    return ground.words.plural("{count} module", "{count} modules", len(names))


def _fonts(_: Ground) -> str:
    from qmsdesk.report.fonts import FILES, face

    lacking = [name for name in FILES if name.startswith("Source") and not face(name).has("å")]
    if lacking:
        raise Failed(", ".join(lacking))
    return ", ".join(sorted(face(name).name for name in FILES))


def _languages(ground: Ground) -> str:
    """Both languages speak, and the catalogue holds as many texts as the builder counted."""
    catalogue, built = resource("locale", "sv", "LC_MESSAGES", "qmsdesk.mo"), BUNDLE / "bundle.json"
    count = int.from_bytes(catalogue.read_bytes()[8:12], sys.byteorder) - 1  # but for the head, see gettext's format
    expected = json.loads(built.read_text(encoding="utf-8")).get("texts", count) if built.exists() else count
    silent = [name for name in LANGUAGES if not guide(name).exists() or not words(name)("Today")]
    if count < expected or silent or words("sv")("Today") == "Today":
        raise Failed(f"{count} / {expected} {', '.join(silent)}")
    return ground.words.plural("{count} text in Swedish", "{count} texts in Swedish", count)


def _checklists(ground: Ground) -> str:
    from qmsdesk.exchange.checklists import read_checklist, shipped_checklists

    read = [read_checklist(path) for path in shipped_checklists()]
    if not read:
        raise Failed(str(resource("checklists")))
    asked = sum(len(content.questions) for content in read)
    _ = ground.words
    return _("{checklists} with {questions} questions", checklists=len(read), questions=asked)


def _register(ground: Ground) -> str:
    """The demo municipality is written, read back by another connection, and its history holds."""
    from qmsdesk.exchange.demo import fill_demo
    from qmsdesk.store.audits import count_audits
    from qmsdesk.store.changes import broken_chains
    from qmsdesk.store.database import is_sound
    from qmsdesk.store.register import create_register, open_reader

    today, language = ground.now.date(), ground.words.language
    create_register(ground.register, "self-test", lambda made: fill_demo(made, today, language)).close()
    db = open_reader(ground.register)
    try:
        count, broken, sound = count_audits(db), broken_chains(db), is_sound(db)
    finally:
        db.close()
    if not count or broken or not sound:
        raise Failed(f"{count} audits, broken chains: {broken}, sound: {sound}")
    return ground.words.plural(
        "{count} audit written and read back, its history whole",
        "{count} audits written and read back, their history whole",
        count,
    )


def _report(ground: Ground) -> str:
    from pypdfium2 import PdfDocument

    from qmsdesk.exchange.reports import report_of
    from qmsdesk.store.audits import audits_of_day
    from qmsdesk.store.dossiers import load_dossier
    from qmsdesk.store.register import open_reader

    db = open_reader(ground.register)
    try:
        dossier = load_dossier(db, audits_of_day(db, ground.now.date())[0].id)
    finally:
        db.close()
    pdf = report_of(ground.register, dossier, ground.words, now=ground.now).pdf
    with PdfDocument(pdf) as document:
        pages = len(document)
    if not pdf.startswith(b"%PDF-") or not pages:
        raise Failed(repr(pdf[:20]))
    return ground.words.plural("a PDF of {count} page", "a PDF of {count} pages", pages)


def _window(ground: Ground) -> str:
    from qmsdesk.ui.self_test import paint_window

    _ = ground.words
    platform, width, height = paint_window(ground.register, _.language)
    shown = f"{width} × {height}"
    if platform == "offscreen":
        return _("painted out of sight, without a screen, {size}", size=shown)
    return _("painted on the screen ({platform}), {size}", platform=platform, size=shown)
