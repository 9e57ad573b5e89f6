"""Makes the MSI from the program's folder, with msitools (wixl, msibuild, msiinfo): `python msi.py BUNDLE FOLDER`.

msitools are in Debian, and in MSYS2 for Windows. WiX itself cannot read this source: wixl lacks words that WiX has.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import signing  # noqa: E402
from cabinet import pack_tighter  # noqa: E402
from launcher import compile_library  # noqa: E402

OURS = uuid.UUID("5b0c2c9e-3f0b-5c57-9b1b-1e5c6d0a7f42")
"""The upgrade code; every other code follows from it, so that the same version has the same codes everywhere."""
ROOM = 30_000
"""Kilobytes that must be left over."""
WIX = "http://schemas.microsoft.com/wix/2006/wi"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("to", type=Path)
    wish = parser.parse_args()
    print(make_msi(wish.bundle.resolve(), wish.to.resolve()))
    return 0


def make_msi(bundle: Path, to: Path) -> Path:
    """The MSI of a bundle, named as the bundle is."""
    target = to / f"{bundle.name}.msi"
    with tempfile.TemporaryDirectory() as held:
        work = Path(held)
        (work / "files.wxs").write_bytes(files_of(bundle))
        compile_library(HERE / "source" / "msi_actions.c", work / "actions.dll", "msi", "advapi32")
        signing.sign_code(work / "actions.dll", os.environ)
        version = version_of(bundle)
        given = {
            "VERSION": version,
            "PRODUCT": product_code(version),
            "NEEDED": str(needed_kilobytes(bundle)),
            "ICON": "bundle/qmsdesk.ico",
            "ACTIONS": "actions.dll",
        }
        shutil.copytree(bundle, work / "bundle")  # wixl finds files only below the folder it runs in
        shutil.copy(HERE / "qmsdesk.wxs", work)
        _build(work, given, work / target.name)
        shutil.copy(work / target.name, target)
    return target


def version_of(bundle: Path) -> str:
    """0.1.0 of qmsdesk-0.1.0-windows-x86_64."""
    found = re.fullmatch(r"qmsdesk-(\d+\.\d+\.\d+)-windows-x86_64", bundle.name)
    if found is None:
        raise SystemExit(f"{bundle.name} is no bundle for Windows: its name gives no version of three numbers.")
    return found[1]


def needed_kilobytes(bundle: Path) -> int:
    """What the files take, and some that must be left over."""
    return sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file()) // 1024 + ROOM


def product_code(version: str) -> str:
    """What Intune and ConfigMgr look for; every version has its own."""
    return _code(f"product {version}")


def _code(name: str) -> str:
    return f"{{{str(uuid.uuid5(OURS, name)).upper()}}}"


def files_of(bundle: Path) -> bytes:
    """A component for each file, with codes that follow from its path, as the rules of components want it."""
    wix = ET.Element("Wix", xmlns=WIX)
    top = ET.SubElement(ET.SubElement(wix, "Fragment"), "DirectoryRef", Id="INSTALLDIR")
    group = ET.SubElement(ET.SubElement(wix, "Fragment"), "ComponentGroup", Id="Files")
    folders = {Path(): top}
    for path in sorted(bundle.rglob("*")):
        inside = path.relative_to(bundle)
        key = uuid.uuid5(OURS, inside.as_posix().lower()).hex.upper()
        if path.is_dir():
            folders[inside] = ET.SubElement(folders[inside.parent], "Directory", Id=f"D{key}", Name=inside.name)
            continue
        attributes = {"Id": f"C{key}", "Guid": _code(inside.as_posix().lower()), "Win64": "yes"}
        component = ET.SubElement(folders[inside.parent], "Component", attributes)
        ET.SubElement(
            component, "File", Id=f"F{key}", Name=inside.name, Source=f"bundle/{inside.as_posix()}", KeyPath="yes"
        )
        ET.SubElement(group, "ComponentRef", Id=f"C{key}")
    return ET.tostring(wix, encoding="utf-8", xml_declaration=True)


GIVEN = ("LANGUAGE", "POLICYFILE", "DESKTOPICON", "INSTALLDIR", "WIX_UPGRADE_DETECTED", "WIX_DOWNGRADE_DETECTED")
BY_HAND = (
    # Within the transaction, so that a failure leaves the older release as it was
    "UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 WHERE `Action` = 'RemoveExistingProducts'",
    "UPDATE `Component` SET `Condition` = 'LANGUAGE' WHERE `Component` = 'Language'",
    "UPDATE `Component` SET `Condition` = 'DESKTOPICON = \"1\"' WHERE `Component` = 'DesktopIcon'",
    # In the registry's 64-bit half, and kept on the way from the user to the service
    "UPDATE `RegLocator` SET `Type` = 18",
    f"UPDATE `Property` SET `Value` = '{';'.join(GIVEN)}' WHERE `Property` = 'SecureCustomProperties'",
)
"""What wixl has no words for, as statements of Windows Installer's own SQL."""


def _build(work: Path, given: dict[str, str], target: Path) -> None:
    if not (shutil.which("wixl") and shutil.which("msibuild")):
        raise SystemExit(
            "wixl and msibuild are missing: install wixl and msitools (Debian) or mingw-w64-msitools (MSYS2)."
        )
    variables = [word for name, value in given.items() for word in ("-D", f"{name}={value}")]
    _run("wixl", "-a", "x64", *variables, "-o", target, "qmsdesk.wxs", "files.wxs", within=work)
    _pack_tighter(target, work)
    for statement in BY_HAND:
        _run("msibuild", target, "-q", statement, within=work)
    (work / "codepage.idt").write_bytes(b"\r\n\r\n1252\t_ForceCodepage\r\n")  # so that å is å on every Windows
    _run("msibuild", target, "-i", "codepage.idt", within=work)
    about = (f"qmsdesk {given['VERSION']}", "qmsdesk", "x64;1033", _package_code(work / "bundle"))
    _run("msibuild", target, "-s", *about, within=work)


def _pack_tighter(target: Path, work: Path) -> None:
    cabinet = work / "qmsdesk.cab"
    with cabinet.open("wb") as into:
        subprocess.run(["msiinfo", "extract", target, cabinet.name], stdout=into, check=True)
    pack_tighter(cabinet, work)
    _run("msibuild", target, "-a", cabinet.name, cabinet, within=work)


def _package_code(bundle: Path) -> str:
    """Another code for other contents, as Windows Installer wants it."""
    sums = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(bundle.rglob("*")) if path.is_file()]
    return _code(f"package {' '.join(sums)}")


def _run(*command: str | Path, within: Path) -> None:
    subprocess.run([str(part) for part in command], cwd=within, check=True)


if __name__ == "__main__":
    sys.exit(main())
