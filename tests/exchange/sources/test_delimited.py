"""Text files: every usual encoding and separator, line breaks in quotes, commas in sentences."""

from pathlib import Path

import pytest

from qmsdesk.exchange.sources.delimited import read_delimited, separator_of
from qmsdesk.exchange.sources.files import understand

LINES = ["Nr;Fråga;Ja;Nej", "1;Är kylen kall, ren och märkt?;;", "2;Finns städschema?;;"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_an_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("\r\n".join(LINES).encode(encoding))
    assert [each.text_sv for each in understand(path).content.questions] == [
        "Är kylen kall, ren och märkt?",
        "Finns städschema?",
    ]


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
def test_a_separator(separator: str) -> None:
    assert separator_of("\n".join(LINES[::2]).replace(";", separator)) == separator


def test_commas_in_sentences_do_not_part_them() -> None:
    assert separator_of("\n".join(LINES)) == ";"


def test_a_separator_that_the_file_names_itself(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("sep=;\n" + "\n".join(LINES), "utf-8")
    assert [row.number for row in read_delimited(path).rows] == [2, 3, 4]


def test_a_line_break_in_quotes_and_the_line_of_what_follows(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Nr;Fråga\n1;"Finns rutin?\nÄr den känd?"\n2;Följs den?\n', "utf-8")
    rows = read_delimited(path).rows
    assert [(row.number, row.text(1)) for row in rows][1:] == [(2, "Finns rutin?\nÄr den känd?"), (4, "Följs den?")]


def test_a_list_of_lines_without_any_separator(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Finns det en plan?\nÄr den känd av alla?\nFöljs den, och av vem?\n", "utf-8")
    assert len(understand(path).content.questions) == 3
