"""Signing: sums always, signatures where there are keys, and a sentence where a key cannot be used."""

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import signing

needs_gpg = pytest.mark.skipif(not shutil.which("gpg"), reason="gpg is not there")
needs_osslsigncode = pytest.mark.skipif(not shutil.which("osslsigncode"), reason="osslsigncode is not there")


@pytest.fixture
def installers(tmp_path: Path) -> Path:
    (tmp_path / "a.deb").write_bytes(b"one")
    (tmp_path / "b.tar.xz").write_bytes(b"two")
    return tmp_path


def test_the_sums_are_those_that_sha256sum_checks(installers: Path) -> None:
    assert signing.main(installers) == 0
    assert signing.main(installers) == 0  # the list itself is not in the list

    done = subprocess.run(
        ["sha256sum", "-c", "--strict", signing.SUMS], cwd=installers, capture_output=True, check=False
    )
    assert done.stdout == b"a.deb: OK\nb.tar.xz: OK\n"


def test_without_a_key_nothing_is_signed(installers: Path) -> None:
    assert not signing.sign_code(installers / "a.exe", {})
    assert not signing.sign_sums(installers, {})


def test_a_key_without_its_tool_is_said(
    installers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("QMSDESK_SIGN_GPG", "somebody")

    assert signing.main(installers) == 1
    assert "gpg is not on this computer" in capsys.readouterr().err


def test_windows_own_tool_is_told_the_same() -> None:
    keys = {"QMSDESK_SIGN_THUMBPRINT": "ab12", "QMSDESK_SIGN_TIME": "http://time.invalid"}

    words = " ".join(signing.signtool_words(keys))

    assert words == "sign /fd SHA256 /d qmsdesk /sha1 ab12 /tr http://time.invalid /td SHA256"


@needs_gpg
def test_the_list_of_sums_is_signed_by_gpg(installers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = installers / "keys"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("GNUPGHOME", str(home))
    make = ["gpg", "--batch", "--passphrase", "", "--quick-generate-key", "Throw Away", "ed25519", "sign"]
    subprocess.run(make, capture_output=True, check=True)
    monkeypatch.setenv("QMSDESK_SIGN_GPG", "Throw Away")
    try:
        assert signing.main(installers) == 0
        check = ["gpg", "--verify", installers / f"{signing.SUMS}.asc", installers / signing.SUMS]
        assert subprocess.run(check, capture_output=True, check=False).returncode == 0
        (installers / signing.SUMS).write_text("altered")
        assert subprocess.run(check, capture_output=True, check=False).returncode != 0
    finally:
        subprocess.run(["gpgconf", "--kill", "all"], check=False)


@needs_osslsigncode
@pytest.mark.skipif(sys.platform == "win32", reason="Windows signs with signtool")
def test_a_windows_program_is_signed_with_a_certificate(tmp_path: Path) -> None:
    program = tmp_path / "setup.exe"
    shutil.copy(Path(pytest.importorskip("setuptools").__file__).with_name("cli-64.exe"), program)
    before = program.read_bytes()
    keys = {"QMSDESK_SIGN_PFX": str(throw_away(tmp_path)), "QMSDESK_SIGN_PASSWORD": "secret"}

    assert signing.sign_code(program, keys)

    verify = ["osslsigncode", "verify", "-CAfile", tmp_path / "cert.pem", "-in", program]
    said = subprocess.run(verify, capture_output=True, text=True, check=False).stdout
    assert program.read_bytes() != before
    assert "Throw Away" in said
    assert "Signature verification: ok" in said

    with pytest.raises(signing.NotSigned, match="osslsigncode"):
        signing.sign_code(program, keys | {"QMSDESK_SIGN_PASSWORD": "wrong"})
    assert not list(tmp_path.glob("*.signed"))


def throw_away(folder: Path) -> Path:
    """A certificate for signing code that nobody trusts, with its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import pkcs12

    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Throw Away")])
    now = dt.datetime.now(dt.UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now - dt.timedelta(1)).not_valid_after(now + dt.timedelta(2))
    usage = x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.CODE_SIGNING])
    certificate = builder.add_extension(usage, critical=False).sign(key, hashes.SHA256())
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    locked = serialization.BestAvailableEncryption(b"secret")
    file = folder / "cert.p12"
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"throw away", key, certificate, None, locked))
    return file
