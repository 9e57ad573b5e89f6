"""Draws every widget of the theme to PNG files, to be looked at: python -m tests.ui.theme.gallery [FOLDER]."""

import sys
from itertools import product
from pathlib import Path

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import AnswerButton, Button
from qmsdesk.ui.theme.cards import Card, CardButton
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.labels import heading, key_hint, label, muted, small, subheading, title
from qmsdesk.ui.theme.layouts import FlowLayout, column, row, rule
from qmsdesk.ui.theme.navigation import NavList
from qmsdesk.ui.theme.progress import ProgressLine
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tables import PlainTable
from qmsdesk.ui.theme.theme import Theme

NAV = (
    ("today", "sun", "I dag"),
    ("programme", "calendar-days", "Program"),
    ("checklists", "list-checks", "Checklistor"),
    ("actions", "circle-check-big", "Åtgärder"),
    ("insights", "chart-column", "Insikter"),
    ("settings", "settings", "Inställningar"),
)
VERDICTS = (
    ("fulfilled", "Uppfyllt", "1"),
    ("partly", "Delvis", "2"),
    ("not_fulfilled", "Ej uppfyllt", "3"),
    ("not_applicable", "Ej aktuellt", "4"),
    ("not_asked", "Ej ställd", "5"),
    ("parked", "Parkerad", "6"),
)
FINDINGS = (
    ("strength", "Styrka"),
    ("improvement", "Förbättringsförslag"),
    ("observation", "Observation"),
    ("minor", "Mindre avvikelse"),
    ("major", "Större avvikelse"),
)


def navigation(theme: Theme) -> NavList:
    nav = NavList(theme, "qmsdesk")
    for entry in NAV:
        nav.add(*entry)
    nav.set_count("actions", 7, "Åtgärder, 7 öppna")
    nav.set_footer("Allt sparat 10:42", "Revisor: Karin Holm")
    return nav


def top_bar(theme: Theme) -> QFrame:
    bar = QFrame()
    bar.setProperty("kind", "bar")
    layout = row(theme, bar, margins=(24, 8), gap=4)
    layout.addWidget(label("Hemtjänst Norr", "heading"))
    layout.addSpacing(theme.px(20))
    for text, done in (("Förbered", True), ("Öppna", True), ("Genomför", False), ("Enas", False), ("Avsluta", False)):
        step = Button(theme, text, "step", "check" if done else "")
        step.setCheckable(True)
        step.setChecked(text == "Genomför")
        layout.addWidget(step)
    layout.addStretch()
    search = Button(theme, "Sök eller gör…", "search", "search", "Ctrl+K")
    theme.size(search, min_width=260)
    layout.addWidget(search)
    return bar


def section(theme: Theme, name: str, done: int, total: int, current: bool) -> CardButton:
    card = CardButton(theme, "" if current else "flat", margins=(12, 10))
    head = row(theme)
    head.addWidget(label(name, "strong" if current else "body", wrap=True), 1)
    head.addWidget(label(f"{done}/{total}", "small"))
    card.body.addLayout(head)
    line = ProgressLine(theme)
    line.set_progress(done, total, f"{done} av {total}")
    card.body.addWidget(line)
    return card


def question(theme: Theme) -> Card:
    card = Card(theme, "accent", margins=(24, 18), gap=10)
    head = row(theme)
    head.addWidget(label("2.3 · Iso 9001: 8.5.1", "small"), 1)
    head.addWidget(label("2024:", "small"))
    head.addWidget(Chip(theme, "Mindre avvikelse", "minor"))
    card.body.addLayout(head)
    card.body.addWidget(heading("Hur gör ni när schemat inte går att följa under dagen?"))
    card.body.addWidget(small("Lyssna efter: vem beslutar, hur brukaren får veta, om det syns i efterhand."))
    answers = FlowLayout(theme)
    for tone, text, key in VERDICTS:
        button = AnswerButton(theme, text, tone, key)
        button.setChecked(tone == "fulfilled")
        answers.addWidget(button)
    card.body.addLayout(answers)
    edit = GrowingEdit(theme, "Skriv vad du hör")
    edit.setObjectName("edit")
    edit.setPlainText("Planeraren ringer brukaren själv när ett besök flyttas mer än 30 min. Loggas i planerings" * 3)
    card.body.addWidget(edit)
    foot = FlowLayout(theme)
    foot.addWidget(Button(theme, "Bild", icon="camera", key="Ctrl+B"))
    foot.addWidget(Button(theme, "Styrka", icon="star"))
    foot.addWidget(Button(theme, "Iakttagelse", "primary", "plus", "Ctrl+F"))
    card.body.addLayout(foot)
    return card


def conduct(theme: Theme) -> QWidget:
    window = QWidget()
    window.setProperty("kind", "page")
    window.resize(1366, 768)
    whole = QHBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(navigation(theme))
    right = column(theme, gap=0)
    right.addWidget(top_bar(theme))
    panes = row(theme, gap=0)
    sections = PageScroll(theme, margins=(12, 16), gap=8)
    theme.size(sections, width=212)
    for index, name in enumerate(("1 Uppdrag och behov", "2 Arbetssätt i vardagen", "3 Kompetens och stöd")):
        sections.body.addWidget(section(theme, name, (4, 3, 0)[index], (4, 6, 5)[index], index == 1))
    sections.body.addStretch()
    panes.addWidget(sections)
    middle = PageScroll(theme, margins=(18, 16), gap=12)
    middle.body.addWidget(Banner(theme, "Ett paket från Ali väntar på att läsas in.", "info", Button(theme, "Läs in")))
    middle.body.addWidget(question(theme))
    waiting = CardButton(theme)
    waiting.body.addWidget(muted("2.4 Vilka rutiner använder ni faktiskt, och vilka ligger bara i pärmen?"))
    middle.body.addWidget(waiting)
    middle.body.addStretch()
    panes.addWidget(middle, 1)
    panes.addWidget(findings(theme))
    right.addLayout(panes, 1)
    right.addWidget(quick_note(theme))
    whole.addLayout(right, 1)
    return window


def findings(theme: Theme) -> QFrame:
    side = QFrame()
    side.setProperty("kind", "side")
    theme.size(side, width=276)
    layout = column(theme, side, margins=(14, 16), gap=10)
    layout.addWidget(subheading("Iakttagelser 5"))
    texts = ("Brukarna rings upp före varje ändring", "Visa tavlan i mobilen", "Två listor", "Rutin saknas på helger")
    for (tone, text), what in zip(FINDINGS, texts, strict=False):
        card = CardButton(theme, margins=(12, 10))
        card.body.addWidget(Chip(theme, text, tone))
        card.body.addWidget(label(what, wrap=True))
        card.body.addWidget(small("2.3 · 10:41"))
        layout.addWidget(card)
    dashed = Card(theme, "dashed", margins=(12, 10))
    dashed.body.addWidget(label("”Vi skriver samma sak på tre ställen”", wrap=True))
    layout.addWidget(dashed)
    layout.addStretch()
    return side


def quick_note(theme: Theme) -> QFrame:
    foot = QFrame()
    foot.setProperty("kind", "footer")
    layout = row(theme, foot, margins=(24, 10), gap=12)
    layout.addWidget(label("Snabbanteckning", "strong"))
    field = QLineEdit()
    field.setPlaceholderText("Skriv det du hör, sortera sen")
    layout.addWidget(field, 1)
    layout.addWidget(key_hint("Ctrl+Mellanslag"))
    return foot


def parts(theme: Theme) -> QWidget:
    """All that is not on the Conduct picture: fields, table, tones, empty state."""
    window = QWidget()
    window.setProperty("kind", "page")
    window.resize(1366, 768)
    layout = row(theme, window, margins=24, gap=20)
    left = column(theme, gap=16)
    left.addWidget(title("Hemtjänst Norr"))
    left.addWidget(fields(theme))
    for tone in ("neutral", "success", "warning", "danger"):
        left.addWidget(Banner(theme, f"Det här är ett meddelande ({tone}).", tone))
    left.addStretch()
    layout.addLayout(left, 1)
    right = column(theme, gap=16)
    right.addWidget(tones(theme))
    right.addWidget(table(theme), 1)
    empty = Card(theme)
    button = Button(theme, "Hämta en checklista", "primary", "plus")
    empty.body.addWidget(EmptyState(theme, "list-checks", "Här finns inga checklistor än.", button))
    right.addWidget(empty)
    layout.addLayout(right, 1)
    return window


def fields(theme: Theme) -> Card:
    card = Card(theme, gap=10)
    card.body.addWidget(subheading("Fält"))
    field = QLineEdit("Text i ett fält")
    field.setObjectName("field")
    combo = QComboBox()
    combo.addItems(["Intern revision", "Förbättringsdag"])
    boxes = row(theme, gap=8)
    for box in (combo, QSpinBox(), QDateEdit(calendarPopup=True)):
        boxes.addWidget(box)
    off = QLineEdit("Avstängt")
    off.setEnabled(False)
    choices = row(theme, gap=16)
    for box in (QCheckBox("Certifierad"), QCheckBox("Vald"), QRadioButton("Nej"), QRadioButton("Ja")):
        box.setChecked(box.text() in ("Vald", "Ja"))
        choices.addWidget(box)
    choices.addStretch()
    for part in (field, off):
        card.body.addWidget(part)
    card.body.addLayout(boxes)
    card.body.addLayout(choices)
    card.body.addWidget(rule())
    buttons = FlowLayout(theme)
    for text, kind, icon in (
        ("Starta dagen", "primary", "sun"),
        ("Läs på", "secondary", "file-text"),
        ("Mer", "quiet", "chevron-right"),
        ("Ta bort", "danger", "trash-2"),
    ):
        buttons.addWidget(Button(theme, text, kind, icon))
    disabled = Button(theme, "Avstängd", "primary", "lock")
    disabled.setEnabled(False)
    buttons.addWidget(disabled)
    card.body.addLayout(buttons)
    return card


def tones(theme: Theme) -> Card:
    card = Card(theme)
    figures = row(theme, gap=24)
    for figure, words in (
        ("41", "förslag till förbättring"),
        ("68 %", "genomförda"),
        ("24 min", "efterarbete per dag"),
    ):
        each = column(theme, gap=0)
        each.addWidget(label(figure, "figure"))
        each.addWidget(small(words))
        figures.addLayout(each)
    card.body.addLayout(figures)
    flow = FlowLayout(theme)
    for tone, text in FINDINGS + tuple(verdict[:2] for verdict in VERDICTS):
        flow.addWidget(Chip(theme, text, tone))
    card.body.addLayout(flow)
    return card


def table(theme: Theme) -> Card:
    card = Card(theme, margins=(12, 12))
    view = PlainTable(theme)
    model = QStandardItemModel(4, 3, view)
    model.setHorizontalHeaderLabels(["Fråga", "Ställd", "Gav"])
    for line, (text, asked, gave) in enumerate((("2.5 Vad skulle ni sluta göra?", "14", "19"),) * 4):
        for place, cell in enumerate((text, asked, gave)):
            model.setItem(line, place, QStandardItem(cell))
    view.setModel(model)
    view.setColumnWidth(0, theme.px(280))
    view.selectRow(1)
    card.body.addWidget(view)
    return card


def draw(folder: Path) -> None:
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    for mode, scale in product(("light", "dark"), (1.0, 2.0)):
        theme = Theme(mode, scale)
        theme.apply(app)
        for page in (conduct, parts):
            window = page(theme)
            window.show()
            focused = window.findChild(QWidget, "edit") or window.findChildren(Button)[2]
            window.activateWindow()
            focused.setFocus()
            app.processEvents()
            window.grab().save(str(folder / f"{page.__name__}-{mode}-{round(scale * 100)}.png"))
            window.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp"))
