"""The smaller parts: progress in words, messages, the way out of an empty page, answers that stand still."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import AnswerButton, Button
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.clearing import Cross, make_clearable
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.progress import ProgressLine
from qmsdesk.ui.theme.tables import PlainTable
from qmsdesk.ui.theme.theme import Mode, Theme


def test_progress_says_in_words_what_it_draws(qtbot: QtBot, theme: Theme) -> None:
    line = ProgressLine(theme)
    qtbot.addWidget(line)
    line.resize(100, line.sizeHint().height())
    line.set_progress(1, 2, "1 of 2 answered")
    image = line.grab().toImage()
    middle = image.height() // 2
    assert image.pixelColor(25, middle).name() == theme.colours.accent
    assert image.pixelColor(75, middle).name() == theme.colours.track
    assert line.accessibleName() == line.toolTip() == "1 of 2 answered"
    line.set_progress(0, 0, "No questions")
    assert line.grab().toImage().pixelColor(25, middle).name() == theme.colours.track


def test_a_banner_waits_hidden_and_changes_its_tone(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.resize(300, 60)
    banner.show_message("The file could not be read", "danger")
    assert banner.isVisible()
    assert banner.text() == "The file could not be read"
    assert banner.grab().toImage().pixelColor(150, 3).name() == theme.tone("danger").soft


def test_an_empty_page_shows_its_way_on(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Add a checklist", "primary", "plus")
    page = EmptyState(theme, "list-checks", "No checklists yet.", button)
    qtbot.addWidget(page)
    page.show()
    assert button.isVisible()
    assert any(shown.text() == "No checklists yet." for shown in page.findChildren(QLabel))


def test_a_long_sentence_of_an_empty_page_is_whole(qtbot: QtBot, theme: Theme) -> None:
    page = EmptyState(theme, "list-checks", "Nothing has been planned yet. " * 3)
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitExposed(page):
        page.show()
    said = next(shown for shown in page.findChildren(QLabel) if shown.text())
    assert said.height() >= said.heightForWidth(said.width()) > said.fontMetrics().height()


def test_choosing_an_answer_moves_nothing_and_shows_beyond_colour(qtbot: QtBot, theme: Theme) -> None:
    answer = AnswerButton(theme, "Not fulfilled", "not_fulfilled", "3")
    qtbot.addWidget(answer)
    answer.show()
    size, plain = answer.sizeHint(), answer.grab().toImage().convertToFormat(answer.grab().toImage().Format.Format_Mono)
    answer.setChecked(True)
    assert answer.sizeHint() == size
    assert answer.grab().toImage().convertToFormat(plain.format()) != plain


def test_a_chip_is_as_wide_as_its_word_and_takes_another_tone(qtbot: QtBot, theme: Theme) -> None:
    chip, bare = Chip(theme, "Strength", "strength"), Chip(theme, "Strength", "strength", icon="")
    qtbot.addWidget(chip)
    qtbot.addWidget(bare)
    assert chip.sizeHint().width() > bare.sizeHint().width()
    chip.set_tone("major")
    chip.resize(chip.sizeHint())
    image = chip.grab().toImage()
    assert image.pixelColor(image.width() // 2, 1).name() == theme.tone("major").soft


def test_rows_of_a_table_follow_the_scale(qtbot: QtBot, theme: Theme) -> None:
    table = PlainTable(theme)
    qtbot.addWidget(table)
    before = table.verticalHeader().defaultSectionSize()
    theme.set_scale(1.5)
    assert table.verticalHeader().defaultSectionSize() == 1.5 * before


def test_a_word_wider_than_its_column_is_broken_and_said_whole(qtbot: QtBot, theme: Theme) -> None:
    word = "Verksamhetsledningssystemsdokumentationsansvarigsutbildningen"
    made = label(word, wrap=True)
    qtbot.addWidget(made)
    assert made.text() == word
    assert made.minimumSizeHint().width() < made.fontMetrics().horizontalAdvance(word) / 2
    made.setText("Kort")
    assert made.text() == "Kort"


def test_a_word_that_fits_a_line_goes_there_whole(qtbot: QtBot, theme: Theme) -> None:
    word = "samverkansöverenskommelse"
    made = label(f"Överlämningen mellan kvällens och morgonens arbetslag, med {word}", wrap=True)
    qtbot.addWidget(made)
    wide = made.fontMetrics().horizontalAdvance(word) + 10
    made.resize(wide, 400)
    made.show()
    assert QLabel.text(made).endswith(word)
    narrow = wide // 2
    assert made.heightForWidth(narrow) > made.heightForWidth(wide)
    made.resize(narrow, 400)
    assert "\u200b" in QLabel.text(made)
    assert made.minimumSizeHint().width() < narrow


def test_a_path_breaks_between_its_folders(qtbot: QtBot, theme: Theme) -> None:
    made = label("/home/karin/Documents/qmsdesk/backups", wrap=True)
    qtbot.addWidget(made)
    made.resize(120, 100)
    made.show()
    assert QLabel.text(made).split("\u200b") == ["/", "home/", "karin/", "Documents/", "qmsdesk/", "backups"]
    assert made.text() == "/home/karin/Documents/qmsdesk/backups"


def test_an_empty_page_that_is_low_keeps_its_sentence(qtbot: QtBot, theme: Theme) -> None:
    sentence = "There are no actions yet. They come from the findings of an audit, as soon as one was made."
    page = QWidget()
    empty = EmptyState(theme, "list-checks", sentence)
    empty.setParent(page)
    qtbot.addWidget(page)
    page.show()
    text = next(held for held in empty.findChildren(QLabel) if held.text())
    shape = next(held for held in empty.findChildren(QLabel) if not held.text())
    for height, is_drawn in ((300, True), (70, False), (300, True)):
        empty.resize(420, height)
        assert shape.isVisible() is is_drawn
        layout = empty.layout()
        assert layout is not None
        layout.activate()
        assert empty.rect().contains(text.geometry())


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_cross_of_a_line_has_the_colours_of_its_mode(qtbot: QtBot, theme: Theme, mode: Mode) -> None:
    theme.set_mode(mode)
    line = QLineEdit()
    qtbot.addWidget(line)
    make_clearable(theme, line)
    (cross,) = line.findChildren(Cross)
    assert not cross.isVisibleTo(line)
    line.setText("word")
    assert cross.isVisibleTo(line)
    image = cross.grab().toImage()
    drawn = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.colours.muted.lower() in drawn
    cross.click()
    assert line.text() == ""
    assert not cross.isVisibleTo(line)


def test_the_cross_of_a_line_grows_with_the_texts(qtbot: QtBot, theme: Theme) -> None:
    line = QLineEdit("word")
    qtbot.addWidget(line)
    make_clearable(theme, line)
    (cross,) = line.findChildren(Cross)
    width = cross.width()
    theme.set_scale(2.0)
    assert cross.width() == 2 * width


def test_a_button_without_its_words_is_still_called_so(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Save as…", "primary", "save")
    qtbot.addWidget(button)
    button.show_words("")
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("", "Save as…", "Save as…")
    button.show_words("Save as…")
    assert button.text() == "Save as…"
