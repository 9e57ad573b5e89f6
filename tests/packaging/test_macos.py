"""What can be held of the scripts for macOS without a Mac: their property lists, and the order of the steps."""

import importlib.util
import json
import plistlib
from pathlib import Path
from types import ModuleType

MACOS = Path(__file__).resolve().parents[2] / "packaging" / "macos"


def script(name: str) -> ModuleType:
    found = importlib.util.spec_from_file_location(f"macos_{name}", MACOS / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_property_list_says_what_the_program_is() -> None:
    said = plistlib.loads((MACOS / "Info.plist").read_bytes().replace(b"VERSION", b"1.2.3"))
    assert said["CFBundleShortVersionString"] == said["CFBundleVersion"] == "1.2.3"
    assert said["NSHighResolutionCapable"] is True
    declared = {each["UTTypeIdentifier"]: each["UTTypeTagSpecification"] for each in said["UTExportedTypeDeclarations"]}
    assert declared["org.qmsdesk.register"] == {"public.filename-extension": ["qmsdesk"]}
    assert {name for each in said["CFBundleDocumentTypes"] for name in each["LSItemContentTypes"]} == declared.keys()
    assert set(plistlib.loads((MACOS / "entitlements.plist").read_bytes())) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
    }


def test_what_lies_inside_is_signed_first_and_notarising_comes_last(tmp_path: Path) -> None:
    dmg = script("dmg")
    library = tmp_path / "qmsdesk.app" / "Contents" / "Resources" / "lib" / "a.so"
    qt = library.parent / "QtCore.framework" / "Versions" / "A"
    for path in (library, qt / "QtCore", qt / "Resources" / "Info.plist"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    steps = [" ".join(command) for command in dmg.commands(tmp_path, tmp_path / "q.dmg", "Developer ID", "profile")]
    signed = [step.rsplit("/", 1)[1] for step in steps if step.startswith("codesign --force")]
    assert signed == ["QtCore", "a.so", "Python.framework", "qmsdesk.app", "q.dmg"]
    assert [step.split()[:2] for step in steps[-3:]] == [
        ["xcrun", "notarytool"],
        ["xcrun", "stapler"],
        ["spctl", "--assess"],
    ]
    assert [command[0] for command in dmg.commands(tmp_path, tmp_path / "q.dmg", "", "")] == ["hdiutil"]


def test_only_the_python_that_is_used_is_taken_and_the_licences_of_all(tmp_path: Path) -> None:
    app, versions = script("app"), tmp_path / "Python.framework" / "Versions"
    for place in ("2.7/lib", f"{app.sysconfig.get_python_version()}/lib/test"):
        (versions / place).mkdir(parents=True)
    (versions / "Current").symlink_to("2.7")
    resources = tmp_path / "Resources"

    app.take_python(versions.parent, tmp_path / "taken")
    app.take_packages(resources, Path(app.sysconfig.get_path("purelib")))
    app.describe(resources, Path(app.sysconfig.get_path("purelib")))

    assert [path.name for path in sorted((tmp_path / "taken" / "Versions").iterdir())][1:] == ["Current"]
    assert list((tmp_path / "taken" / "Versions" / "Current").iterdir()) == [tmp_path / "taken/Versions/Current/lib"]
    assert not list((tmp_path / "taken").rglob("test"))
    said = (resources / "licences" / "README.txt").read_text(encoding="utf-8")
    assert "pyside6-essentials" in said
    assert (resources / "licences" / "LGPL-3.0.txt").exists()
    assert json.loads((resources / "sbom.cdx.json").read_text(encoding="utf-8"))["components"]
    assert (resources / "app" / "qmsdesk" / "__main__.py").exists()
