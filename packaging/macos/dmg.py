"""Signs qmsdesk.app, puts it into a dmg and has Apple notarise it: `python dmg.py BUNDLE FOLDER`. UNTESTED on a Mac.

QMSDESK_MAC_IDENTITY    "Developer ID Application: …", as `security find-identity -v -p codesigning` shows it
QMSDESK_MAC_PROFILE     the profile made once by `xcrun notarytool store-credentials`
Without the first nothing is signed, without the second nothing is notarised, and macOS warns when it is opened.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("to", type=Path)
    wish = parser.parse_args()
    target = wish.to / f"{wish.bundle.name}.dmg"
    identity, profile = os.environ.get("QMSDESK_MAC_IDENTITY", ""), os.environ.get("QMSDESK_MAC_PROFILE", "")
    for command in commands(wish.bundle, target, identity, profile):
        subprocess.run(command, check=True)
    print(target)
    return 0


def commands(bundle: Path, target: Path, identity: str, profile: str) -> Iterator[list[str]]:
    """Every step, in its order: what lies inside is signed before what holds it."""
    app = bundle / "qmsdesk.app"
    sign = ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity]
    if identity:
        for path in sorted(app.rglob("*")):
            if is_library(path):
                yield [*sign, str(path)]
        yield [*sign, str(app / "Contents" / "Frameworks" / "Python.framework")]
        yield [*sign, "--entitlements", str(HERE / "entitlements.plist"), str(app)]
        yield ["codesign", "--verify", "--deep", "--strict", str(app)]
    yield ["hdiutil", "create", "-volname", "qmsdesk", "-srcfolder", str(bundle), "-format", "UDZO", "-ov", str(target)]
    if identity:
        yield ["codesign", "--force", "--timestamp", "--sign", identity, str(target)]
    if identity and profile:
        yield ["xcrun", "notarytool", "submit", str(target), "--keychain-profile", profile, "--wait"]
        yield ["xcrun", "stapler", "staple", str(target)]
        yield ["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", "-v", str(target)]


def is_library(path: Path) -> bool:
    """Of those in a framework, as Qt's, only the folder tells: QtCore.framework/Versions/A/QtCore."""
    if path.is_symlink() or not path.is_file():
        return False
    framework = path.parents[2]
    return path.suffix in {".so", ".dylib"} or (framework.suffix == ".framework" and framework.stem == path.name)


if __name__ == "__main__":
    sys.exit(main())
