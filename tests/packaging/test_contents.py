"""What goes into a bundle: each wheel as it was installed, without what only developers use, each with its licence."""

import json
import re
import shutil
import sys
import sysconfig
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import components
import contents
import elf
import pytest
import sbom
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from qmsdesk.cli.commands import MAKERS
from qmsdesk.i18n import words
from qmsdesk.store.database import APPLICATION_ID
from tools.dev import COMMANDS

SITE = Path(sysconfig.get_path("purelib"))
SHARE = contents.ROOT / "packaging" / "linux" / "share"


@pytest.mark.parametrize(
    ("name", "path", "goes_in"),
    [
        ("pyside6-essentials", "PySide6/QtCore.abi3.so", True),
        ("pyside6-essentials", "PySide6/libpyside6.abi3.so.6.11", True),
        ("pyside6-essentials", "PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("pyside6-essentials", "PySide6/Qt/translations/qtbase_sv.qm", True),
        ("pyside6-essentials", "PySide6/QtQml.abi3.so", False),
        ("pyside6-essentials", "PySide6/lupdate", False),
        ("pyside6-essentials", "PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("pyside6-essentials", "PySide6/Qt/translations/qtbase_de.qm", False),
        ("babel", "babel/locale-data/sv_SE.dat", True),
        ("babel", "babel/locale-data/de.dat", False),
        ("pyphen", "pyphen/dictionaries/hyph_sv.dic", True),
        ("pyphen", "pyphen/dictionaries/hyph_de_DE.dic", False),
        ("lxml", "lxml/etree.cpython-311-x86_64-linux-gnu.so", True),
        ("lxml", "lxml/sax.cpython-311-x86_64-linux-gnu.so", False),
        ("reportlab", "reportlab/pdfgen/canvas.py", True),
        ("reportlab", "reportlab/platypus/doctemplate.py", False),
        ("click", "click-8.5.1.dist-info/METADATA", True),
        ("click", "click-8.5.1.dist-info/RECORD", False),
        ("click", "../../../bin/click", False),
    ],
)
def test_only_what_is_used_goes_in(name: str, path: str, goes_in: bool) -> None:
    assert contents.goes_in(name, path) is goes_in


def test_a_changed_file_of_a_package_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "click-8.5.1.dist-info"
    folder.mkdir()
    (tmp_path / "click.py").write_text("changed", encoding="utf-8")
    (folder / "METADATA").write_text("Name: click\nVersion: 8.5.1\n", encoding="utf-8")
    (folder / "RECORD").write_text("click.py,sha256=AAAA,7\n", encoding="utf-8")
    (distribution,) = contents.Distribution.discover(path=[str(tmp_path)])

    with pytest.raises(ValueError, match=r"click\.py is not the file"):
        list(contents.files_of("click", distribution))


def test_another_release_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageNotFoundError):
        contents.distributions(tmp_path)


def test_what_speaks_to_a_network_and_developers_tools_stay_out() -> None:
    modules = {path.as_posix() for path in contents.python_files(Path(sysconfig.get_path("stdlib")))}

    assert {"os.py", "json/__init__.py", "tomllib/__init__.py", "zoneinfo/__init__.py"} <= modules
    assert (
        not {"ssl.py", "smtplib.py", "pdb.py", "turtle.py", "sqlite3/__init__.py", "encodings/shift_jis.py"} & modules
    )
    assert not [path for path in modules if path.startswith(("test/", "idlelib/", "ensurepip/"))]


def test_our_own_files_are_the_program_its_resources_and_the_guides() -> None:
    ours = {path.as_posix() for path in contents.our_files()}

    assert {"qmsdesk/__main__.py", "docs/guide/sv.md", "resources/fonts/SourceSans3-Regular.ttf"} <= ours
    assert not [path for path in ours if path.startswith(("tests/", "tools/", "packaging/")) or path.endswith(".po")]


def test_every_package_has_a_licence_and_its_text() -> None:
    found = list(components._packages(SITE))

    assert {one.name for one in found} == set(contents.requirements()) - (
        set() if sys.platform != "darwin" else {"pysqlite3"}
    )
    assert all(one.licence and all(text.is_file() for text in one.texts) and one.texts for one in found)


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="asks the package list of Debian")
def test_libraries_that_lie_beside_a_package_or_come_from_the_system_have_version_and_licence(tmp_path: Path) -> None:
    site, library = tmp_path / "lib" / "site", elf.system_library("libz.so.1")
    (site / "pillow.libs").mkdir(parents=True)
    for name in (
        "libpng16-1d1b.so.16.58.0",
        "libbrotlidec-7e.so.1.2.0",
        "libbrotlicommon-53.so.1.2.0",
        "libtiff-20.so.6",
    ):
        (site / "pillow.libs" / name).touch()
    (tmp_path / "lib" / "taken.json").write_text(json.dumps({"lib/libz.so.1": str(library)}), encoding="utf-8")

    found = [*components._beside_pillow(tmp_path), *components._of_the_system(tmp_path)]

    assert [(one.name, one.licence, len(one.files)) for one in found] == [
        ("Brotli", "MIT", 2),
        ("libpng", "libpng-2.0", 1),
        ("zlib1g", "Zlib", 1),
    ]
    assert all(one.version[0].isdigit() for one in found)
    (site / "pillow.libs" / "libunheard-of.so.1").touch()
    with pytest.raises(ValueError, match="licence of libunheard-of"):
        list(components._beside_pillow(tmp_path))


def test_the_bill_of_materials_follows_its_schema_and_is_the_same_twice(tmp_path: Path) -> None:
    (tmp_path / "library.so").write_bytes(b"library")
    found = [
        *components._packages(SITE),
        components.Component("Qt", "6", "LGPL-3.0-only", files=(tmp_path / "library.so",)),
    ]
    bill = sbom.bill(tmp_path, "0.1.0", "linux-x86_64", 1_790_000_000, found)

    faults = JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom.json.dumps(bill))
    assert faults is None, faults
    assert sbom.bill(tmp_path, "0.1.0", "linux-x86_64", 1_790_000_000, found) == bill


@pytest.mark.parametrize("page", ["qmsdesk.1", "qmsdesk.sv.1"])
def test_the_man_pages_name_every_command(page: str) -> None:
    text = (SHARE / page).read_text(encoding="utf-8")

    assert [name for name in (make(words("en")).name for make in MAKERS) if f"{name}" not in text] == []


@pytest.mark.parametrize("recipe", ["github.yml", "gitlab.yml"])
def test_recipes_for_build_services_call_only_commands_there_are(recipe: str) -> None:
    text = (contents.ROOT / "packaging" / "ci" / recipe).read_text(encoding="utf-8")
    assert yaml.safe_load(text)

    called = set(re.findall(r"(?:make|tools/dev\.py) ([a-z-]+)", text))
    assert {"installer", "test"} <= called <= set(COMMANDS)


def test_a_register_is_offered_to_open_and_a_package_is_only_named() -> None:
    text = (SHARE / "qmsdesk.xml").read_text(encoding="utf-8")
    opened = [
        re.findall(r"^(?:Exec|MimeType)=(.+)", path.read_text(), re.MULTILINE) for path in SHARE.glob("*.desktop")
    ]

    assert set(re.findall(r'mime-type type="(.+?)"|glob pattern="(.+?)"', text)) == {
        ("application/x-qmsdesk-register", ""), ("", "*.qmsdesk"), ("application/x-qmsdesk-package", ""), ("", "*.qms"),
    }  # fmt: skip
    assert sorted(opened) == [["qmsdesk"], ["qmsdesk --register %f", "application/x-qmsdesk-register;"]]
    assert f'value="{APPLICATION_ID:#x}"' in text
