"""Marks: personal data is underlined and explained below the field while it is typed, and nothing is stopped."""

import time

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.store.audits import find_audit
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.theme.edits import GrowingEdit

NUMBER = "811218-9876"


class Form(QWidget):
    """A growing field and a line in a column, and a line in a row of its own."""

    def __init__(self, desk: Desk, audit: Audit) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.scope, self.line, self.alone = GrowingEdit(desk.theme), QLineEdit(), QLineEdit()
        layout.addWidget(self.scope)
        row = QHBoxLayout()
        row.addWidget(QLabel("Number"))
        row.addWidget(self.line)
        layout.addLayout(row)
        beside = QWidget()
        QHBoxLayout(beside).addWidget(self.alone)
        layout.addWidget(beside)
        self.fields = [Field(desk.session, editor) for editor in (self.scope, self.line, self.alone)]
        for field, name in zip(self.fields, ("scope", "registration_number", "objective"), strict=True):
            field.show_record(audit, name)


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> Form:
    made = Form(desk, find_audit(desk.session.db, "2026-05"))
    qtbot.addWidget(made)
    made.show()
    return made


def below(form: Form) -> list[str]:
    layout = form.layout()
    assert layout is not None
    widgets = [item.widget() for n in range(layout.count()) if (item := layout.itemAt(n))]
    return [widget.text() for widget in widgets if isinstance(widget, QLabel) and widget.isVisible()]


def test_a_number_is_underlined_where_it_stands(form: Form) -> None:
    form.scope.setPlainText(f"Hej 😀 från {NUMBER}.")
    (selection,) = form.scope.extraSelections()
    assert selection.cursor.selectedText() == NUMBER  # type: ignore[attr-defined]
    assert selection.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline  # type: ignore[attr-defined]


def test_the_reason_stands_below_and_goes_when_the_number_goes(form: Form) -> None:
    form.scope.setPlainText(f"Kontakt: {NUMBER}")
    said = f"“{NUMBER}” looks like a personal identity number. Reports name roles, not persons."
    assert below(form) == [said]
    assert form.scope.accessibleDescription() == said
    form.scope.setPlainText("Kontakt: enhetschefen")
    assert below(form) == []
    assert form.scope.accessibleDescription() == ""
    assert form.scope.extraSelections() == []


def test_a_line_in_a_row_has_its_reason_below_the_row(form: Form) -> None:
    form.line.setText("anna@kommun.se")
    assert below(form) == ["“anna@kommun.se” looks like an e-mail address. Reports name roles, not persons."]


def test_where_there_is_no_room_below_the_reason_is_said_at_the_field(form: Form) -> None:
    form.alone.setText("070-123 45 67")
    assert below(form) == []
    assert form.alone.toolTip().startswith("“070-123 45 67” looks like a phone number.")
    assert form.alone.accessibleDescription() == form.alone.toolTip()


def test_nothing_is_stopped(form: Form, desk: Desk) -> None:
    form.scope.setPlainText(NUMBER)
    desk.session.flush()
    kept = get(desk.session.db, Audit, find_audit(desk.session.db, "2026-05").id)
    assert kept is not None
    assert kept.scope == NUMBER


def test_a_long_text_costs_no_millisecond_a_key(form: Form) -> None:
    look = form.fields[0].marks._look
    form.scope.setPlainText(f"Planeraren ringer själv när 12 besök flyttas. {NUMBER} " * 90)
    spent = []
    for _ in range(25):
        start = time.perf_counter()
        form.fields[1].marks._look()
        look()
        spent.append(time.perf_counter() - start)
    form.scope.setPlainText("Planeraren ringer själv när 12 besök den 2026-11-25 flyttas. " * 82)
    clean = []
    for _ in range(25):
        start = time.perf_counter()
        look()
        clean.append(time.perf_counter() - start)
    assert min(clean) < 0.001
    assert min(spent) < 0.01
