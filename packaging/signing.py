"""Signs what lies in a folder of installers, where there are keys, and lists the sums: `python signing.py FOLDER`.

What is set decides what is signed; without any, everything stays unsigned and only the sums are written.

QMSDESK_SIGN_PFX, QMSDESK_SIGN_PASSWORD   a certificate with its key, for .exe and .msi (signtool on Windows, elsewhere
                                          osslsigncode)
QMSDESK_SIGN_THUMBPRINT                   on Windows instead of a file: a certificate of the machine's store or a token
QMSDESK_SIGN_TIME                         the address of a time stamp server; without it a signature ends with its
                                          certificate
QMSDESK_SIGN_GPG                          the id of a key of gpg, for the list of sums (.asc); a .deb is trusted by
                                          the signed list of its archive or by this one
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SUMS = "SHA256SUMS"
CODE = {".exe", ".msi"}
NAME = "qmsdesk"


class NotSigned(Exception):
    """A key is set, and yet a file could not be signed; the text says why."""


def main(folder: Path) -> int:
    try:
        for path in sorted(folder.iterdir()):
            if path.suffix in CODE and sign_code(path, os.environ):
                print(f"signed: {path.name}")
        write_sums(folder)
        if sign_sums(folder, os.environ):
            print(f"signed: {SUMS}")
    except NotSigned as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def sign_code(path: Path, keys: Mapping[str, str]) -> bool:
    """Sign a Windows program or installer in its place; False where there is no key. Raises `NotSigned`."""
    if not (keys.get("QMSDESK_SIGN_PFX") or keys.get("QMSDESK_SIGN_THUMBPRINT")):
        return False
    if sys.platform == "win32":
        _run(["signtool", *signtool_words(keys), str(path)])
        return True
    signed = path.with_name(f"{path.name}.signed")
    try:
        _run(["osslsigncode", *osslsigncode_words(keys), "-in", str(path), "-out", str(signed)])
        signed.replace(path)
    finally:
        signed.unlink(missing_ok=True)
    return True


def signtool_words(keys: Mapping[str, str]) -> list[str]:
    words = ["sign", "/fd", "SHA256", "/d", NAME]
    if keys.get("QMSDESK_SIGN_PFX"):
        words += ["/f", keys["QMSDESK_SIGN_PFX"], "/p", keys.get("QMSDESK_SIGN_PASSWORD", "")]
    else:
        words += ["/sha1", keys["QMSDESK_SIGN_THUMBPRINT"]]
    return words + (["/tr", keys["QMSDESK_SIGN_TIME"], "/td", "SHA256"] if keys.get("QMSDESK_SIGN_TIME") else [])


def osslsigncode_words(keys: Mapping[str, str]) -> list[str]:
    if not keys.get("QMSDESK_SIGN_PFX"):
        raise NotSigned("A thumbprint is a certificate of a Windows machine; here set QMSDESK_SIGN_PFX to a file.")
    words = ["sign", "-h", "sha256", "-n", NAME, "-pkcs12", keys["QMSDESK_SIGN_PFX"]]
    words += ["-pass", keys.get("QMSDESK_SIGN_PASSWORD", "")]
    return words + (["-ts", keys["QMSDESK_SIGN_TIME"]] if keys.get("QMSDESK_SIGN_TIME") else [])


def write_sums(folder: Path) -> None:
    """The list that `sha256sum -c SHA256SUMS` checks, of all files but the list itself and its signature."""
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith(SUMS)]
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    (folder / f"{SUMS}.asc").unlink(missing_ok=True)


def sign_sums(folder: Path, keys: Mapping[str, str]) -> bool:
    """Put a signature by gpg beside the list; False where no key is named. Raises `NotSigned`."""
    if not keys.get("QMSDESK_SIGN_GPG"):
        return False
    target = folder / f"{SUMS}.asc"
    words = ["--batch", "--yes", "--armor", "--local-user", keys["QMSDESK_SIGN_GPG"], "--output", str(target)]
    _run(["gpg", *words, "--detach-sign", str(folder / SUMS)])
    return True


def _run(command: list[str]) -> None:
    if not shutil.which(command[0]):
        raise NotSigned(f"{command[0]} is not on this computer, and a key for it is set.")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotSigned(f"{command[0]}: {(done.stderr or done.stdout).strip()}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
