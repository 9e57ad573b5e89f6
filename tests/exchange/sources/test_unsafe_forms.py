"""Documents and forms from anywhere: each that is broken or means harm is refused in one sentence, and soon."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from qmsdesk.domain.errors import Refusal
from qmsdesk.exchange.sources.files import understand
from qmsdesk.i18n import LANGUAGES, words

SAMPLES = Path(__file__).parents[2] / "samples" / "checklists"
WORD = (SAMPLES / "openchain.docx").read_bytes()
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
RULES = (SAMPLES / "vpn-rules.cklb").read_bytes()


def repacked(change: Callable[[str, bytes], bytes], *more: tuple[str, bytes]) -> bytes:
    """The Word sample with its parts changed and others added."""
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in more:
            new.writestr(name, content)
    return sink.getvalue()


def in_document(change: Callable[[bytes], bytes]) -> bytes:
    return repacked(lambda name, content: change(content) if name == "word/document.xml" else content)


def nested_tables(depth: int) -> bytes:
    inner = b"<w:tbl><w:tr><w:tc>" * depth + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * depth
    return in_document(lambda content: content.replace(b"</w:body>", inner + b"</w:body>"))


def framework(nodes: str) -> bytes:
    return f"urn: u\nlocale: en\nname: N\nobjects:\n  framework:\n    requirement_nodes: {nodes}\n".encode()


LAUGHS = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10) if n else 'ha'}]" for n in range(12))
UNSAFE = {
    "entities.docx": in_document(lambda content: content.replace(b"<w:document", DOCTYPE + b"<w:document", 1)),
    "entities-in-styles.docx": repacked(
        lambda name, content: content.replace(b"<w:styles", DOCTYPE + b"<w:styles", 1) if "styles" in name else content
    ),
    "bomb.docx": in_document(lambda content: content.replace(b"</w:body>", b" " * 90_000_000 + b"</w:body>")),
    "cut.docx": WORD[: len(WORD) // 2],
    "broken-xml.docx": in_document(lambda content: content[:-200]),
    "empty-xml.docx": in_document(lambda _: b""),
    "no-questions.docx": in_document(lambda content: content.split(b"<w:tbl>")[0] + b"</w:body></w:document>"),
    "macros.docx": repacked(
        lambda name, content: (
            content.replace(b"document.main+xml", b"document.macroEnabled.main+xml")
            if name == "[Content_Types].xml"
            else content
        )
    ),
    "deep.docx": nested_tables(60),
    "deeper.docx": nested_tables(2_000),
    "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage\0".encode("utf-16-le"),
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument\0".encode("utf-16-le"),
    "deep.json": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "cut.cklb": RULES[: len(RULES) // 2],
    "list.json": b"[1, 2]",
    "other.json": b'{"hello": "world"}',
    "not-utf8.json": b'{"a": "\xff\xfe\xfd"}',
    "no-rules.cklb": b'{"title": "T", "stigs": [{"rules": []}]}',
    "wrong-kinds.json": b'{"catalog": {"groups": "x", "controls": [1, {"title": {}}], "metadata": []}}',
    "laughs.yaml": f"objects:\n  framework:\n    requirement_nodes: *a11\n{LAUGHS}\n".encode(),
    "laughs-first.yaml": f"{LAUGHS}\nobjects:\n  framework:\n    requirement_nodes: *a11\n".encode(),
    "tags.yaml": framework("!!python/object/apply:os.system ['touch /tmp/qmsdesk-was-here']"),
    "deep.yaml": framework("[" * 50_000),
    "crowd.yaml": framework("\n    - &n {assessable: true, description: Q}" + "\n    - *n" * 25_000),
    "broken.yaml": framework("[}"),
    "other.yaml": b"objects:\n  threats: []\n",
}


@pytest.mark.parametrize("name", UNSAFE)
def test_what_is_broken_or_means_harm_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(UNSAFE[name])

    with pytest.raises(Refusal) as refused:
        understand(path)

    for language in LANGUAGES:
        said = refused.value.say(words(language))
        assert name in said
        assert "{" not in said
        assert "\n" not in said
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert not Path("/tmp/qmsdesk-was-here").exists()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("macros.docx", "it holds macros; save it as .docx first"),
        ("old.doc", "it is an old Word file; save it as .docx first"),
        ("locked.docx", "is password-protected"),
        ("bomb.docx", "unpacks to far more"),
        ("entities.docx", "it declares entities"),
        ("deep.docx", "it is nested too deeply"),
        ("deep.json", "it is nested too deeply"),
        ("cut.cklb", "it is not valid JSON (line "),
        ("crowd.yaml", "more than 20,000 questions"),
        ("no-questions.docx", "no questions were found in it"),
    ],
)
def test_the_sentence_says_what_is_wrong(name: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(UNSAFE[name])

    with pytest.raises(Refusal) as refused:
        understand(path)
    assert reason in refused.value.say(words("en"))


@pytest.mark.parametrize("name", ["openchain.docx", "oscal-catalog.json", "vpn-rules.cklb"])
def test_a_wrong_ending_does_no_harm(name: str, tmp_path: Path) -> None:
    path = tmp_path / "checklist.xlsx"
    path.write_bytes((SAMPLES / name).read_bytes())

    asked, expected = understand(path).content.questions, understand(SAMPLES / name).content.questions
    assert [each.text_en for each in asked] == [each.text_en for each in expected]


def test_parts_that_lead_out_of_the_archive_lead_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "tricky.docx"
    path.parent.mkdir()
    path.write_bytes(repacked(lambda _, content: content, ("../../evil.txt", b"x"), ("/tmp/evil.xml", b"<a/>")))

    assert len(understand(path).content.questions) == 38
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == ["tricky.docx"]


def test_numbers_without_end_are_texts(tmp_path: Path) -> None:
    path = tmp_path / "numbers.cklb"
    path.write_bytes(RULES.replace(b'"active": false', b'"active": ' + b"9" * 2_000_000 + b', "x": NaN'))

    assert len(understand(path).content.questions) == 10


def test_parameters_that_hold_themselves_or_many_others_come_to_an_end(tmp_path: Path) -> None:
    def choice(inner: int) -> dict[str, object]:
        return {"id": f"p{inner}", "select": {"choice": [f"{{{{ insert: param, p{inner + 1} }}}}"] * 10}}

    parameters = [*(choice(n) for n in range(30)), {"id": "p30", "label": "{{ insert: param, p0 }}"}]
    control = {
        "id": "c",
        "title": "Asked of {{ insert: param, p0 }} and {{ insert: param, own }}",
        "params": [*parameters, {"id": "own", "select": {"choice": ["{{ insert: param, own }}"]}}],
    }
    path = tmp_path / "catalog.json"
    path.write_text(json.dumps({"catalog": {"metadata": {"title": "T"}, "controls": [control]}}))

    (asked,) = understand(path).content.questions
    assert asked.text_en.startswith("Asked of ")
    assert len(asked.text_en) < 100_000
