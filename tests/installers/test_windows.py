"""The installers for Windows, made here and tried under Wine: the true launchers, and a stand-in for Python.

What is tried is the installing. Whether the program itself runs on Windows only a Windows can tell.
"""

import os
import random
import runpy
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6 import QtCore

from tests.installers.wine import Wine, files, wait_for

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "packaging" / "windows"
sys.path += [str(WINDOWS), str(WINDOWS.parent)]

import cabinet  # noqa: E402
import launcher  # noqa: E402
import signing  # noqa: E402
from msi import make_msi, product_code  # noqa: E402
from setup import make_setup  # noqa: E402

TOOLS = ("wine", "cabextract", "wixl", "msibuild", "makensis", "cc", "x86_64-w64-mingw32-gcc")
missing = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"missing here: {', '.join(missing)}")

SETUP_KEY = r"Software\qmsdesk\Setup"
ARP = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
OPEN = r"Software\Classes\qmsdesk.register\shell\open\command"
FAILED, BROKEN_OFF = 1603 & 255, 1602 & 255


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    made = Wine(tmp_path_factory.mktemp("windows"))
    yield made
    made.cut_power()


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What all payloads have: the launchers and the library they look for."""
    folder, work = tmp_path_factory.mktemp("stand-in"), tmp_path_factory.mktemp("work")
    launcher.compile_launchers("1.0.0", "python313.dll", folder, work)
    launcher.compile_library(Path(__file__).with_name("stand_in.c"), folder / "python313.dll")
    return folder


def payload(stand_in: Path, to: Path, version: str, extra: bytes = b"") -> Path:
    """A program's folder with a file that only this version has, and one that all have with other contents."""
    folder = to / f"qmsdesk-{version}-windows-x86_64"
    shutil.copytree(stand_in, folder)
    deep = folder / "app" / "resources" / ("checklists " * 3).strip() / "frågor"
    deep.mkdir(parents=True)
    (deep / f"only {version}.txt").write_text(version)
    (deep / "all.txt").write_text(f"all of {version}")
    (deep / "machine code.bin").write_bytes(Path(QtCore.__file__).read_bytes()[:400_000])
    (folder / "big.bin").write_bytes(extra)
    return folder


@pytest.fixture(scope="module")
def payloads(stand_in: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("payloads")
    return [payload(stand_in, folder, version) for version in ("1.0.0", "1.1.0")]


def test_the_launchers_say_what_they_are(stand_in: Path) -> None:
    for name in ("qmsdesk.exe", "qmsdesk.com"):
        content = (stand_in / name).read_bytes()
        for said in (b"asInvoker", b"longPathAware", b"PerMonitorV2", "1.0.0".encode("utf-16-le")):
            assert said in content
    # 2 is a program with a window, 3 one for a console
    subsystem = [(stand_in / name).read_bytes() for name in ("qmsdesk.exe", "qmsdesk.com")]
    assert [content[int.from_bytes(content[60:64], "little") + 92] for content in subsystem] == [2, 3]


def test_without_its_python_the_program_says_what_is_missing(wine: Wine, stand_in: Path, tmp_path: Path) -> None:
    for name in ("qmsdesk.com", "qmsdesk.exe"):
        shutil.copy(stand_in / name, tmp_path)
    words = ["wine", tmp_path / "qmsdesk.com", "doctor"]
    done = subprocess.run(words, env=wine.environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert "python313.dll" in done.stderr.decode("utf-8")


def test_the_msi_is_the_same_for_the_same_payload(payloads: list[Path], tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    tables = [_tables(make_msi(payloads[0], folder)) for folder in (one, two)]
    assert tables[0] == tables[1]
    assert product_code("1.0.0") in tables[0]
    assert "REBOOT\tReallySuppress" in tables[0]
    assert not {"ForceReboot", "ScheduleReboot"} & set(tables[0].split())


def _tables(msi: Path) -> str:
    said = ""
    for table in ("Property", "File", "Component", "InstallExecuteSequence", "Registry"):
        said += subprocess.run(["msiinfo", "export", msi, table], capture_output=True, text=True, check=True).stdout
    return said


def test_a_cabinet_gives_back_whatever_was_put_in(tmp_path: Path) -> None:
    chance, frame = random.Random(20261123), cabinet.FRAME
    calls = b"".join(b"\xe8" + struct.pack("<i", chance.randrange(-50_000, 50_000)) for _ in range(9_000))
    library = Path(QtCore.__file__).read_bytes()
    odd = [b"x", bytes(frame), chance.randbytes(frame), chance.randbytes(2 * frame + 1), calls, b"\xe8" * (frame + 9)]
    odd += [library[:1_000_000] + calls + library[500_000:900_000], chance.randbytes(2_100_000) * 2]
    for number, plain in enumerate(odd):
        packed = tmp_path / f"{number}.cab"
        packed.write_bytes(cabinet_of(plain, tmp_path))
        assert subprocess.run(["cabextract", "-q", "-p", packed], capture_output=True, check=True).stdout == plain


def cabinet_of(plain: bytes, work: Path) -> bytes:
    """A cabinet of one file."""
    entry = struct.pack("<IIHHHH", len(plain), 0, 0, 0, 0, 0) + b"file\0"
    packed = cabinet.pack(plain, work)
    start = cabinet.ENTRIES + len(entry)
    head = struct.pack(cabinet.HEADER, b"MSCF", 0, start + len(packed), 0, cabinet.ENTRIES, 0, 3, 1, 1, 1, 0, 0, 0)
    folder = struct.pack(cabinet.FOLDER, start, -(-len(plain) // cabinet.FRAME), cabinet.LZX_2_MB)
    return head + folder + entry + packed


@pytest.fixture(scope="module")
def msis(payloads: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("Nedladdade filer åäö")
    (folder / "policy.toml").write_text('organisation = "Granälva kommun"\n', encoding="utf-8")
    return [make_msi(path, folder) for path in payloads]


def install(wine: Wine, msi: Path, *words: str) -> int:
    return wine.run("msiexec", "/i", msi, "/qn", *words)


def remove(wine: Wine, version: str) -> int:
    return wine.run("msiexec", "/x", product_code(version), "/qn")


def test_roll_out_by_msi(wine: Wine, payloads: list[Path], msis: list[Path]) -> None:
    program = wine.drive / "Program Files" / "qmsdesk"
    policy = wine.drive / "ProgramData" / "qmsdesk" / "policy.toml"
    register = wine.drive / "En mapp med åäö" / "register.qmsdesk"
    register.parent.mkdir()
    register.touch()

    # What is wrong is refused before anything is changed
    for wrong in ("LANGUAGE=de", "DESKTOPICON=yes", "POLICYFILE=none.toml", r"POLICYFILE=C:\windows"):
        assert install(wine, msis[0], wrong) == FAILED
        assert not program.exists()
        assert not policy.exists()

    # What is empty says nothing, and what no program knows does nothing
    for empty in ("LANGUAGE=", "DESKTOPICON=", "POLICYFILE="):
        assert install(wine, msis[0], "COLOUR=red", empty) == 0
        assert wine.shortcuts() == {"Programs"}
        assert not policy.exists()
        assert remove(wine, "1.0.0") == 0

    assert install(wine, msis[0], "LANGUAGE=sv", "DESKTOPICON=1", "POLICYFILE=policy.toml") == 0
    assert files(program) == files(payloads[0])
    assert policy.read_text(encoding="utf-8") == 'organisation = "Granälva kommun"\n'
    uninstall = rf"HKLM\{ARP}\{product_code('1.0.0')}"
    assert wine.read(uninstall, "DisplayVersion") == "1.0.0"
    assert wine.read(uninstall, "InstallLocation") == "C:\\Program Files\\qmsdesk\\"
    assert wine.read(rf"HKLM\{SETUP_KEY}", "Version") == "1.0.0"
    assert wine.read(rf"HKLM\{SETUP_KEY}", "Language") == "sv"
    assert wine.read(r"HKLM\Software\Classes\.qmsdesk") == "qmsdesk.register"
    assert wine.read(r"HKLM\Software\Classes\qmsdesk.register") == "qmsdesk-register"
    assert wine.read(r"HKLM\Software\Classes\.qms") == "qmsdesk.package"
    assert not wine.has(r"HKLM\Software\Classes\qmsdesk.package\shell")  # it has a name, and nothing opens it yet
    assert wine.shortcuts() == {"Programs", "Desktop"}

    # It starts, from a console and by a double click on a register
    assert wine.heard(program / "qmsdesk.com", "audits", "--lang", "sv")[-3:] == ["audits", "--lang", "sv"]
    opened = wine.read(rf"HKLM\{OPEN}")
    assert opened == '"C:\\Program Files\\qmsdesk\\qmsdesk.exe" --register "%1"'
    doubled = wine.heard("start", "/wait", wine.inside(register))
    assert doubled == ["-B", "-X", "utf8", "-m", "qmsdesk", "--register", wine.inside(register)]

    # Again, and repaired
    assert install(wine, msis[0]) == 0
    (program / "qmsdesk.exe").write_bytes(b"damaged")
    (program / "python313.dll").unlink()
    assert install(wine, msis[0], "REINSTALL=ALL") == 0  # what /fa means, which Wine's msiexec does not know
    assert files(program) == files(payloads[0])
    assert remove(wine, "1.0.0") == 0
    assert not program.exists()


def test_upgrade_and_removal_of_an_msi(wine: Wine, payloads: list[Path], msis: list[Path], setups: list[Path]) -> None:
    program = wine.drive / "Program Files" / "qmsdesk"
    policy = wine.drive / "ProgramData" / "qmsdesk" / "policy.toml"
    register = wine.local / "qmsdesk" / "register.qmsdesk"
    register.parent.mkdir(exist_ok=True)
    register.write_text("a register")
    assert install(wine, msis[0], "LANGUAGE=sv", "DESKTOPICON=1", "POLICYFILE=policy.toml") == 0

    # One is enough for a computer
    assert wine.run(setups[1], "/S") == 10
    assert not (wine.local / "Programs").exists()

    # Not while the program is open
    with wine.running(program / "qmsdesk.exe"):
        assert install(wine, msis[1]) == BROKEN_OFF
        assert install(wine, msis[0], "REINSTALL=ALL") == BROKEN_OFF
        assert remove(wine, "1.0.0") == BROKEN_OFF
        assert files(program) == files(payloads[0])
    assert install(wine, msis[1]) == 0
    assert files(program) == files(payloads[1])
    assert not wine.has(rf"HKLM\{ARP}\{product_code('1.0.0')}")
    assert wine.read(rf"HKLM\{ARP}\{product_code('1.1.0')}", "DisplayVersion") == "1.1.0"
    assert wine.read(rf"HKLM\{SETUP_KEY}", "Language") == "sv"
    assert wine.shortcuts() == {"Programs", "Desktop"}
    assert policy.exists()

    # The older one is refused
    assert install(wine, msis[0]) == FAILED
    assert files(program) == files(payloads[1])

    # And away with it; what belongs to people and to IT stays
    assert remove(wine, "1.1.0") == 0
    assert not program.exists()
    assert not wine.has(rf"HKLM\{SETUP_KEY}")
    assert not wine.has(r"HKLM\Software\Classes\qmsdesk.register")
    assert not wine.shortcuts()
    assert register.read_text() == "a register"
    assert policy.exists()


def test_the_language_becomes_a_policy_where_there_is_none(wine: Wine, msis: list[Path]) -> None:
    policy = wine.drive / "ProgramData" / "qmsdesk" / "policy.toml"
    policy.unlink(missing_ok=True)
    assert install(wine, msis[0], "LANGUAGE=en") == 0
    assert 'language = "en"\nchangeable = ["language"]\n' in policy.read_text().replace("\r", "")
    assert install(wine, msis[1], "LANGUAGE=sv") == 0
    assert 'language = "sv"' in policy.read_text()
    policy.write_text('language = "en" # written by IT\n')
    assert install(wine, msis[1], "REINSTALL=ALL", "LANGUAGE=sv") == 0
    assert policy.read_text() == 'language = "en" # written by IT\n'
    assert remove(wine, "1.1.0") == 0


def test_an_msi_goes_to_a_long_folder_with_any_name(wine: Wine, payloads: list[Path], msis: list[Path]) -> None:
    folder = wine.drive / "Gemensamma program för Granälva" / ("långt namn " * 9).strip() / "qmsdesk"
    assert install(wine, msis[0], f"INSTALLDIR={wine.inside(folder)}") == 0
    assert files(folder) == files(payloads[0])
    assert wine.heard(folder / "qmsdesk.com", "doctor")[-1] == "doctor"
    assert install(wine, msis[1]) == 0
    assert files(folder) == files(payloads[1])
    assert remove(wine, "1.1.0") == 0
    assert not folder.exists()


def test_an_msi_that_is_cut_off_is_put_right_by_the_next(wine: Wine, payloads: list[Path], msis: list[Path]) -> None:
    """Windows takes such an installation back by itself; this Wine does not, so it is the harder case."""
    program = wine.drive / "Program Files" / "qmsdesk"
    new = next(path.relative_to(payloads[1]) for path in payloads[1].rglob("only 1.1.0.txt"))
    for is_far in (lambda: not (program / "qmsdesk.exe").exists() or (program / new).exists(), (program / new).exists):
        assert install(wine, msis[0]) == 0
        process = wine.start("msiexec", "/i", msis[1], "/qn")
        wait_for(is_far)
        wine.cut_power()
        process.wait(timeout=30)
        assert install(wine, msis[1]) == 0
        assert files(program) == files(payloads[1])
        assert remove(wine, "1.1.0") == 0
        remove(wine, "1.0.0")  # there may still be its entry, where it was cut off between its files and that
        assert not program.exists()
        assert not wine.has(rf"HKLM\{SETUP_KEY}")


@pytest.fixture(scope="module")
def setups(payloads: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("Hämtade filer")
    return [make_setup(path, folder) for path in payloads]


def unquoted(switch: str, path: str) -> list[str]:
    """NSIS takes the rest of the line as it stands; Wine would put a word with a space between quotation marks."""
    return (switch + path).split(" ")


def removed(program: Path, wine: Wine) -> None:
    """Take it away and wait for it; without _?= the uninstaller goes on by itself in a copy."""
    assert wine.run(program / "uninstall.exe", "/S", *unquoted("_?=", wine.inside(program))) == 0
    assert files(program).keys() <= {"uninstall.exe"}
    shutil.rmtree(program)


def test_a_setup_for_one_person(wine: Wine, payloads: list[Path], setups: list[Path]) -> None:
    """The whole life of an installation without administrator rights."""
    program = wine.local / "Programs" / "qmsdesk"
    register = wine.local / "qmsdesk" / "eget register.qmsdesk"
    register.parent.mkdir(exist_ok=True)
    register.write_text("mine")

    def installed() -> dict[str, str]:
        return {name: held for name, held in files(program).items() if name != "uninstall.exe"}

    assert wine.run(setups[0], "/S", "/LANG=de") == 7
    assert not program.exists()
    assert wine.run(setups[0], "/S", "/LANG=sv") == 0
    assert installed() == files(payloads[0])
    assert wine.read(rf"HKCU\{ARP}\qmsdesk", "DisplayVersion") == "1.0.0"
    assert wine.read(r"HKCU\Software\Classes\qmsdesk.register") == "qmsdesk-register"
    opened = '"' + wine.inside(program / "qmsdesk.exe") + '" --register "%1"'
    assert wine.read(rf"HKCU\{OPEN}") == opened  # this Wine takes no file types from HKCU, so that is all to see
    assert wine.shortcuts() == {"Programs"}
    assert not wine.has(rf"HKLM\{SETUP_KEY}")

    # Again, over a damaged one; then a newer one, but not while it is open
    (program / "python313.dll").unlink()
    assert wine.run(setups[0], "/S") == 0
    assert installed() == files(payloads[0])
    with wine.running(program / "qmsdesk.exe"):
        assert wine.run(setups[1], "/S") == 3
        assert wine.run(program / "uninstall.exe", "/S", *unquoted("_?=", wine.inside(program))) == 3
        assert installed() == files(payloads[0])
    (program / "egen fil.txt").write_text("kept")
    assert wine.run(setups[1], "/S") == 0
    assert installed() == files(payloads[1])
    assert (program.parent / "qmsdesk.kept-1" / "egen fil.txt").read_text() == "kept"
    assert {path.name for path in program.parent.iterdir()} == {"qmsdesk", "qmsdesk.kept-1"}
    assert wine.run(setups[0], "/S") == 5
    assert installed() == files(payloads[1])

    # Away; the register stays, and a folder with something else in it is left alone
    removed(program, wine)
    assert not wine.has(rf"HKCU\{SETUP_KEY}")
    assert not wine.has(r"HKCU\Software\Classes\qmsdesk.register")
    assert not wine.shortcuts()
    assert register.read_text() == "mine"
    assert wine.run(setups[0], "/S", *unquoted("/D=", wine.inside(register.parent))) == 6
    assert register.read_text() == "mine"


def test_a_setup_takes_any_folder(wine: Wine, payloads: list[Path], setups: list[Path]) -> None:
    assert wine.run(setups[0], "/S", r"/D=Q:\qmsdesk") == 8
    assert not (wine.local / "Programs" / "qmsdesk").exists()
    folder = wine.drive / "Mina program å ä ö" / ("långt namn " * 9).strip() / "qmsdesk"
    assert wine.run(setups[0], "/S", *unquoted("/D=", wine.inside(folder))) == 0
    assert wine.heard(folder / "qmsdesk.com", "doctor")[-1] == "doctor"
    assert wine.run(setups[1], "/S") == 0
    assert files(folder).keys() - {"uninstall.exe"} == files(payloads[1]).keys()
    removed(folder, wine)


@pytest.fixture(scope="module")
def slow(stand_in: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Path]]:
    """Payloads and their setups, of which the second takes long enough for something to happen in the middle."""
    folder = tmp_path_factory.mktemp("slow")
    big = random.Random(1).randbytes(8_000_000)
    made = [payload(stand_in, folder, version, extra) for version, extra in (("2.0.0", b"old"), ("2.1.0", big))]
    return [(path, make_setup(path, folder)) for path in made]


def test_a_setup_that_is_cut_off_is_put_right_by_the_next(wine: Wine, slow: list[tuple[Path, Path]]) -> None:
    (old, first), (new, second) = slow
    program = wine.local / "Programs" / "qmsdesk"
    part = program.with_name("qmsdesk.new")
    assert wine.run(first, "/S") == 0

    process = wine.start(second, "/S")
    wait_for((part / "big.bin").exists)
    assert wine.run(second, "/S") == 9  # one at a time
    wine.cut_power()
    process.wait(timeout=30)
    assert part.exists()
    assert files(program).keys() - {"uninstall.exe"} == files(old).keys()
    assert wine.heard(program / "qmsdesk.com", "doctor")[-1] == "doctor"

    # Cut off between the two renamings: the old program has gone away and the new one not come
    program.rename(program.with_name("qmsdesk.old"))
    assert wine.run(second, "/S") == 0
    assert files(program).keys() - {"uninstall.exe"} == files(new).keys()
    assert {path.name for path in program.parent.iterdir()} <= {"qmsdesk", "qmsdesk.kept-1"}
    removed(program, wine)


@contextmanager
def small_disk(wine: Wine, folder: Path, size: str) -> Iterator[None]:
    """A disk S: of its own, in a folder."""
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=False).returncode:
        pytest.skip("only root can make a small disk")
    drive = wine.prefix / "dosdevices" / "s:"
    drive.symlink_to(folder)
    try:
        yield
    finally:
        wine.cut_power()
        drive.unlink()
        subprocess.run(["umount", folder], check=True)


def test_without_room_nothing_is_begun(wine: Wine, msis: list[Path], setups: list[Path], tmp_path: Path) -> None:
    with small_disk(wine, tmp_path, "3m"):
        assert wine.run(setups[0], "/S", "/D=S:\\program\\qmsdesk") == 4
        assert install(wine, msis[0], "INSTALLDIR=S:\\program\\qmsdesk") == FAILED
        assert not wine.has(rf"HKLM\{SETUP_KEY}")
        assert not files(tmp_path)


def test_a_disk_filled_on_the_way_leaves_the_old_program(
    wine: Wine, slow: list[tuple[Path, Path]], tmp_path: Path
) -> None:
    (old, first), (new, second) = slow
    program, part, filling = (tmp_path / name for name in ("qmsdesk", "qmsdesk.new", "filling"))
    with small_disk(wine, tmp_path, "40m"):
        assert wine.run(first, "/S", "/D=S:\\qmsdesk") == 0
        process = wine.start(second, "/S")
        wait_for(part.exists)
        with pytest.raises(OSError, match="No space left"):
            filling.write_bytes(bytes(45_000_000))
        assert process.wait(timeout=30) == 2
        assert not part.exists()
        assert files(program).keys() - {"uninstall.exe"} == files(old).keys()
        filling.unlink()
        assert wine.run(second, "/S") == 0
        assert files(program).keys() - {"uninstall.exe"} == files(new).keys()
        assert wine.run(program / "uninstall.exe", "/S", "_?=S:\\qmsdesk") == 0


@pytest.mark.skipif(shutil.which("osslsigncode") is None, reason="osslsigncode is missing here")
def test_installers_launchers_and_uninstaller_are_signed(
    wine: Wine, payloads: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate, both = (tmp_path / name for name in ("key.pem", "certificate.pem", "both.pfx"))
    for words in (
        [
            *("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=qmsdesk"),
            *("-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", certificate),
        ],
        ["pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", both, "-passout", "pass:prov"],
    ):
        subprocess.run(["openssl", *words], check=True, capture_output=True)
    monkeypatch.setenv("QMSDESK_SIGN_PFX", str(both))
    monkeypatch.setenv("QMSDESK_SIGN_PASSWORD", "prov")
    folder = tmp_path / payloads[0].name
    shutil.copytree(payloads[0], folder)
    runpy.run_path(str(WINDOWS / "assemble.py"))["sign_the_unsigned"](folder)
    setup = make_setup(folder, tmp_path)
    made = [make_msi(folder, tmp_path), setup]
    for installer in made:
        assert signing.sign_code(installer, os.environ)
    assert wine.run(setup, "/S") == 0
    program = wine.local / "Programs" / "qmsdesk"
    for signed in (*made, *(program / name for name in ("qmsdesk.exe", "qmsdesk.com", "uninstall.exe"))):
        words = ["osslsigncode", "verify", "-CAfile", certificate, "-in", signed]
        assert b"Succeeded" in subprocess.run(words, check=False, capture_output=True).stdout, signed
    removed(program, wine)


@pytest.mark.fetches
def test_every_library_of_the_bundle_finds_what_it_needs(tmp_path: Path) -> None:
    """In the bundle, in Python, or in Windows; asked of the true packages for Windows, which are fetched for it."""
    words = [sys.executable, WINDOWS / "assemble.py", "--to", tmp_path]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    bundle = Path(done.stdout.splitlines()[-1])
    programs = [path for path in bundle.rglob("*") if path.suffix in {".dll", ".pyd", ".exe", ".com"}]
    assert {path.name for path in programs if path.suffix in {".exe", ".com"}} == {"qmsdesk.exe", "qmsdesk.com"}
    there = {path.name.lower() for path in programs}
    needed = {name for path in programs for name in needs(path)}
    outside = {name for name in needed - there if not name.startswith(("api-ms-win-", "python3"))}
    assert outside <= OF_WINDOWS
    assert sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file()) < 120_000_000
    listed = (bundle / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert len(listed) == len(files(bundle)) - 1


# fmt: off
OF_WINDOWS = {
    "advapi32.dll", "authz.dll", "bcryptprimitives.dll", "comdlg32.dll", "d3d11.dll", "d3d12.dll", "d3d9.dll",
    "d3dcompiler_47.dll", "dwmapi.dll", "dwrite.dll", "dxgi.dll", "gdi32.dll", "icuuc.dll", "imm32.dll",
    "kernel32.dll", "mpr.dll", "msvcrt.dll", "netapi32.dll", "ntdll.dll", "ole32.dll", "oleaut32.dll",
    "setupapi.dll", "shell32.dll", "shlwapi.dll", "uiautomationcore.dll", "user32.dll", "userenv.dll",
    "uxtheme.dll", "version.dll", "winmm.dll", "winspool.drv", "ws2_32.dll", "wtsapi32.dll",
}
# fmt: on


def needs(program: Path) -> list[str]:
    words = ["x86_64-w64-mingw32-objdump", "-p", program]
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return [line.split()[-1].lower() for line in said.splitlines() if "DLL Name:" in line]
