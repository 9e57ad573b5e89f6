"""The self-test: it finds an installation whole, says what is broken, and leaves nothing behind."""

import json
import os
import tempfile
from pathlib import Path

import pytest

from qmsdesk import self_test
from qmsdesk.__main__ import main
from qmsdesk.ui.self_test import paint_window

PARTS = ["Files", "Libraries", "Program", "Fonts", "Languages", "Checklists", "Register", "Report", "Window"]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place for temporary files, empty."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_all_parts_are_well_and_nothing_is_left(
    temporary: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    home = os.environ["QMSDESK_HOME"]

    assert main(["--self-test", "--json"]) == 0

    said = json.loads(capsys.readouterr().out)
    assert [part["name"] for part in said["parts"]] == PARTS
    assert all(part["is_well"] for part in said["parts"])
    assert not list(temporary.iterdir())
    assert not list(Path(home).iterdir())
    assert os.environ["QMSDESK_HOME"] == home


def test_what_is_broken_is_said_and_the_rest_is_still_tried(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("_libraries", "_modules", "_register", "_report", "_window"):
        monkeypatch.setattr(self_test, name, lambda ground: "tried")
    (temporary / "app").mkdir()
    (temporary / "bundle.json").write_text('{"texts": 1000000}', encoding="utf-8")
    (temporary / "SHA256SUMS").write_text(f"{'0' * 64}  app/gone.pyc\n", encoding="utf-8")
    monkeypatch.setattr(self_test, "BUNDLE", temporary)

    assert main(["--self-test"]) == 1

    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "FAILED: missing or altered: app/gone.pyc" in lines["Files"]
    assert "FAILED" in lines["Languages"]
    assert "1000000" in lines["Languages"]
    assert lines["Window"].endswith("ok: tried")


def test_other_words_are_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--self-test", "audits"]) == 2
    assert "--json" in capsys.readouterr().err


def test_a_window_that_cannot_open_asks_nobody(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="There is no register"):
        paint_window(tmp_path / "none.qmsdesk", "en")
