"""Whatever happens in a day, the log says what and where, and quotes nothing that anybody wrote."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from qmsdesk.__main__ import main
from qmsdesk.domain.errors import FileNotWritable
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.notes import Note
from qmsdesk.domain.people import Person
from qmsdesk.domain.records import edit_of
from qmsdesk.log import log_file, logger
from qmsdesk.paths import demo_register
from qmsdesk.settings import Settings
from qmsdesk.store.rows import select
from qmsdesk.ui.app import App

SECRET = "Karin sade att pärmen står olåst i korridoren"


@pytest.fixture
def own_log() -> None:
    """Each test has a home of its own; the log is opened anew in it."""
    for handler in list(logger.handlers):
        handler.close()
        logger.removeHandler(handler)


@pytest.mark.expects_log
@pytest.mark.usefixtures("own_log")
def test_no_text_of_an_audit_is_in_the_log(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert main(["audits", "--register", f"/nowhere/{SECRET}.qmsdesk"]) == 1  # starts the log, and is refused

    app = App(qapp, Settings())
    assert app.open(demo_register(), demo=True)
    session = app.session
    assert session is not None
    note = select(session.db, Note)[0]
    session.write([edit_of(note, "text", SECRET)])
    session.flush()
    app.messages.refuse(FileNotWritable(path=Path(f"/home/karin/{SECRET}.pdf"), reason=SECRET))
    error = ValueError(f"{SECRET}: {note!r}")
    sys.excepthook(ValueError, error, error.__traceback__)
    texts = [each.text for each in select(session.db, Note)]
    texts += [text for each in select(session.db, Finding) for text in (each.title, each.statement, each.evidence)]
    texts += [each.name for each in select(session.db, Person)]
    monkeypatch.setattr("qmsdesk.cli.audits.print_json", lambda _: {}[SECRET])
    path = session.path
    app.close()
    assert main(["audits", "--json", "--register", str(path)]) == 1
    capsys.readouterr()

    said = "".join(file.read_text(encoding="utf-8") for file in log_file().parent.iterdir())
    for expected in (
        "starts",
        "ends: 1",
        "refused: FileNotWritable",
        "a crash",
        "ValueError",
        "a command failed",
        "KeyError",
    ):
        assert expected in said
    assert len(texts) > 20
    assert [text for text in texts if len(text) > 3 and text in said] == []
    assert not any(word in said for word in re.findall(r"\w{4,}", SECRET))
    assert str(Path.home()) not in said
