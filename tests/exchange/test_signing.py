"""A digital signature put on an issued report: it holds, and the report stays what it claims to be."""

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name_of
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from qmsdesk.exchange.verifying import Standing, verify
from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from qmsdesk.store.register import Register
from tests.exchange.test_verifying import issued
from tests.exchange.test_verifying import register as register  # noqa: PLC0414 - a fixture
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> signers.SimpleSigner:
    """Somebody with a certificate of their own making."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Karin Holm")])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        **dict.fromkeys(
            ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign", "encipher_only"),
            False,
        ),
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(NOW - dt.timedelta(days=1))
        .not_valid_after(NOW + dt.timedelta(days=30))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("signer")
    plain = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    made = signers.SimpleSigner.load(str(folder / "key.pem"), str(folder / "certificate.pem"))
    assert made is not None
    return made


def signed(pdf: bytes, signer: signers.SimpleSigner) -> bytes:
    """The report with a PAdES signature; its metadata stays, for a second validator is strict about it."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer._update_meta = lambda: None
    append_signature_field(writer, SigFieldSpec("Signature", readable_field_name="Underskrift av rapporten"))
    tag_field(writer)
    metadata = signers.PdfSignatureMetadata(field_name="Signature", subfilter=SigSeedSubFilter.PADES)
    done = signers.sign_pdf(writer, metadata, signer=signer)
    return bytes(done.getvalue())


def tag_field(writer: IncrementalPdfFileWriter) -> None:
    """Give the field its place in the structure, as a program that signs accessible files does."""
    tree = writer.root["/StructTreeRoot"]
    field = writer.root["/AcroForm"]["/Fields"].raw_get(0)
    key = tree["/ParentTreeNextKey"]
    page = field.get_object().raw_get("/P")
    held = {"/Type": name_of("/OBJR"), "/Obj": field, "/Pg": page}
    reference = generic.DictionaryObject({name_of(name): each for name, each in held.items()})
    form = writer.add_object(
        generic.DictionaryObject(
            {
                name_of("/Type"): name_of("/StructElem"),
                name_of("/S"): name_of("/Form"),
                name_of("/P"): tree["/K"].raw_get(0) if isinstance(tree["/K"], list) else tree.raw_get("/K"),
                name_of("/K"): reference,
            }
        )
    )
    document = form.get_object()["/P"]
    document["/K"].append(form)
    tree["/ParentTree"]["/Nums"].extend([generic.NumberObject(key), form])
    tree[name_of("/ParentTreeNextKey")] = generic.NumberObject(key + 1)
    field.get_object()[name_of("/StructParent")] = generic.NumberObject(key)
    for each in (tree, document, tree["/ParentTree"], field.get_object()):
        writer.update_container(each)


@pytest.mark.filterwarnings("ignore")
def test_a_signed_report_holds_and_stays_valid(signer: signers.SimpleSigner) -> None:
    report = audit_report(samples.signed(), words("sv"), stamp=samples.STAMP)
    pdf = signed(report, signer)

    assert pdf.startswith(report)
    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    trusted = ValidationContext(trust_roots=[signer.signing_cert], allow_fetching=False)
    status = validate_pdf_signature(signature, trusted)
    assert status.intact
    assert status.valid
    assert failures(pdf) == []
    assert faults(pdf) == []


@pytest.mark.filterwarnings("ignore")
def test_verify_knows_a_signed_report(signer: signers.SimpleSigner, register: Register, tmp_path: Path) -> None:
    pdf, issue = issued(register)
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed(pdf, signer))

    verdict = verify(register.db, path)

    assert (verdict.standing, verdict.issue) == (Standing.EXTENDED, issue)
