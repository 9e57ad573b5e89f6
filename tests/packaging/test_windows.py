"""What the scripts for Windows decide before any tool of the system is asked."""

import importlib.util
import struct
import sys
import zipfile
import zlib
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "packaging" / "windows"


def script(name: str) -> ModuleType:
    sys.path[:0] = places = [str(WINDOWS), str(WINDOWS.parent)]
    found = importlib.util.spec_from_file_location(f"windows_{name}", WINDOWS / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    try:
        found.loader.exec_module(module)
    finally:
        sys.path = [place for place in sys.path if place not in places]
    return module


@pytest.fixture(scope="module")
def msi() -> ModuleType:
    return script("msi")


def test_conditions_of_pins_are_judged_for_windows() -> None:
    pins = (
        "# made by a tool\n"
        "babel==2.18.0 \\\n    --hash=sha256:aa\n    # via qmsdesk\n"
        "linuxonly==1 ; sys_platform == 'linux' \\\n    --hash=sha256:bb\n"
        "pysqlite3==0.6.1 ; sys_platform == 'linux' or sys_platform == 'win32' \\\n    --hash=sha256:cc\n"
    )
    kept = script("assemble").for_windows(pins)
    assert "babel==2.18.0 \\\n    --hash=sha256:aa" in kept
    assert "pysqlite3==0.6.1 \\\n    --hash=sha256:cc" in kept
    assert "linuxonly" not in kept
    assert "sys_platform" not in kept


def test_another_python_than_the_one_meant_is_refused(tmp_path: Path) -> None:
    package = tmp_path / "python-3.13.9-embed-amd64.zip"
    package.write_bytes(b"something else")
    with pytest.raises(SystemExit, match="Nothing was made"):
        script("assemble").unpack_python(package, "0" * 64, tmp_path / "python")
    assert not (tmp_path / "python").exists()


def test_of_python_goes_in_what_goes_in_everywhere(tmp_path: Path) -> None:
    """And its place for SQLite is taken by ours: sqlite-utils imports it by that name."""
    python, bundle = tmp_path / "python", tmp_path / "bundle"
    python.mkdir()
    for name in ("python313.dll", "python.exe", "sqlite3.dll", "_ctypes.pyd", "_sqlite3.pyd", "python313._pth"):
        (python / name).touch()
    with zipfile.ZipFile(python / "python313.zip", "w", zipfile.ZIP_DEFLATED) as library:
        for name in ("ssl.pyc", "os.pyc", "sqlite3/__init__.pyc", "encodings/cp437.pyc", "asyncio/events.pyc"):
            library.writestr(name, name)

    script("assemble").copy_python(python, "313", bundle)

    found = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    ours = {"lib/site/sqlite3/__init__.py", "lib/site/sqlite3/dbapi2.py"}
    assert found == {"python313.dll", "python313.zip", "python313._pth", "_ctypes.pyd", *ours}
    library = zipfile.ZipFile(bundle / "python313.zip")
    assert library.namelist() == ["encodings/cp437.pyc", "os.pyc"]
    assert library.read("os.pyc") == b"os.pyc"


def test_a_cabinet_is_read_with_each_block_referring_to_the_one_before() -> None:
    cabinet = script("cabinet")
    plain, blocks, last = b"the same again and again " * 4000, b"", b""
    for at in range(0, len(plain), cabinet.FRAME):
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=last)
        last = plain[at : at + cabinet.FRAME]
        packed = b"CK" + packer.compress(last) + packer.flush()
        blocks += struct.pack(cabinet.BLOCK, 0, len(packed), len(last)) + packed
    assert b"".join(cabinet.inflated(blocks, 0, 4)) == plain
    assert cabinet.checksum(b"\x01\x02\x03\x04\x10\x20") == 0x04030201 ^ 0x1020


def test_codes_of_the_msi_follow_from_version_and_path(msi: ModuleType, tmp_path: Path) -> None:
    bundle = tmp_path / "qmsdesk-1.2.3-windows-x86_64"
    (bundle / "lib").mkdir(parents=True)
    (bundle / "lib" / "a.py").write_text("a")
    (bundle / "qmsdesk.exe").write_text("exe")
    first = msi.files_of(bundle)
    (bundle / "lib" / "a.py").write_text("changed")
    assert msi.files_of(bundle) == first
    codes = [part.get("Guid") for part in ET.fromstring(first).iter(f"{{{msi.WIX}}}Component")]
    assert len(set(codes)) == 2
    assert msi.product_code("1.2.3") != msi.product_code("1.2.4")
    assert msi.version_of(bundle) == "1.2.3"
    with pytest.raises(SystemExit, match="no version"):
        msi.version_of(tmp_path)


def test_the_upgrade_code_never_changes(msi: ModuleType) -> None:
    """Another one, and no computer would find the older release to replace."""
    product = ET.parse(WINDOWS / "qmsdesk.wxs").getroot()[0]
    assert product.get("UpgradeCode") == "{5B0C2C9E-3F0B-5C57-9B1B-1E5C6D0A7F42}" == f"{{{str(msi.OURS).upper()}}}"
    for guide in ("docs/it/windows.en.md", "docs/it/windows.sv.md"):
        assert str(product.get("UpgradeCode")) in (ROOT / guide).read_text(encoding="utf-8")


def test_a_setup_takes_away_what_it_put_in_and_knows_its_folder_to_the_last() -> None:
    files = [Path("app/a/b.txt"), Path("qmsdesk.exe"), Path("z.txt")]
    lines = script("setup").remove_list(files).splitlines()
    assert lines == [
        'Delete "$INSTDIR\\app\\a\\b.txt"',
        'Delete "$INSTDIR\\z.txt"',
        'Delete "$INSTDIR\\qmsdesk.exe"',
        'RMDir "$INSTDIR\\app\\a"',
        'RMDir "$INSTDIR\\app"',
    ]


def test_a_setup_is_64_bit_from_its_first_line() -> None:
    """The 32-bit stub does nothing on a Windows without 32-bit programs, and says that all went well."""
    assert (WINDOWS / "qmsdesk.nsi").read_text(encoding="utf-8").startswith("Target amd64-unicode\n")
