"""The presentation: what everybody sees, what nobody sees, and what is changed before their eyes."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.drafts import drafts
from qmsdesk.store.rows import get
from qmsdesk.ui.closings.editing import ActionEditing, TextEditing
from qmsdesk.ui.closings.page import ClosingPage
from qmsdesk.ui.closings.places import other_screen, screen_after
from qmsdesk.ui.closings.presentation import Presentation
from qmsdesk.ui.closings.slides import SlideKind
from qmsdesk.ui.closings.stage import StageText, breakable
from qmsdesk.ui.desk import Desk
from tests.store.finals import final_of
from tests.ui.closings.conftest import NOTED, SECRET, finding

RIGHT, LEFT, ESC, HOME = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_Home
Show = Callable[..., Presentation]
LONG = "Planerare och samordnare på kvällar och helger vet inte vem som ringer brukaren när något ändras. "


@pytest.fixture
def show(qtbot: QtBot, desk: Desk, audit: Audit) -> Show:
    """A presentation in a window of a size, from a finding on."""

    def show_it(width: int, height: int, finding_id: str = "") -> Presentation:
        made = Presentation(desk, audit.id, finding_id)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(made)
        made.resize(QSize(width, height))
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made._fit()
        QApplication.processEvents()
        return made

    return show_it


@pytest.fixture
def shown(show: Show) -> Presentation:
    return show(1366, 768)


def texts(window: QWidget) -> list[str]:
    """Everything a window says, seen, read out or shown by hovering."""
    said = [window.windowTitle()]
    for each in (window, *window.findChildren(QWidget)):
        said += [each.toolTip(), each.accessibleName(), each.accessibleDescription(), each.whatsThis()]
        if isinstance(each, QLabel | QPushButton | QLineEdit):
            said.append(each.text())
        elif isinstance(each, QPlainTextEdit):
            said.append(each.toPlainText())
    return [text for text in said if text]


def on_stage(window: QWidget) -> list[str]:
    return [each.text() for each in window.findChildren(StageText) if each.isVisible()]


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        QTest.keyClick(focus, key)


def go_to(window: Presentation, title: str) -> None:
    window.open_finding(title)
    assert title in on_stage(window)


def test_the_way_through_by_keys(shown: Presentation) -> None:
    assert on_stage(shown)[:3] == ["Our main messages", "1", "Ni lyssnar"]
    press(RIGHT)
    assert shown.slide.kind is SlideKind.OVERVIEW
    seen = []
    for key in (RIGHT, Qt.Key.Key_Space, Qt.Key.Key_PageDown, RIGHT):
        press(key)
        seen.append(on_stage(shown)[1])
    assert seen == ["Brukarna rings upp", "Sluta skriva ut", "Visa tavlan i mobilen", "Rutin saknas"]
    press(RIGHT)
    assert on_stage(shown) == ["This comes first", "1", "Ta bort skrivaren", "Enhetschef · done by 15 Jan 2027"]
    press(RIGHT, LEFT, Qt.Key.Key_PageUp)
    assert "Visa tavlan i mobilen" in on_stage(shown)
    press(HOME)
    assert on_stage(shown)[0] == "What we saw today"
    press(ESC)
    assert not shown.isVisible()


def test_the_way_through_by_mouse(qtbot: QtBot, shown: Presentation) -> None:
    def click(name: str) -> None:
        qtbot.mouseClick(shown.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    click("next")
    item = next(each for each in shown.findChildren(StageText) if each.text() == "Rutin saknas" and each.isVisible())
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert shown.finding is not None
    assert shown.finding.title == "Rutin saknas"
    click("previous")
    click("overview")
    assert shown.slide.kind is SlideKind.OVERVIEW
    with qtbot.waitSignal(shown.closed):
        click("leave")


def test_columns_hold_each_type_there_is_with_its_number(shown: Presentation) -> None:
    press(HOME)
    heads = [text.replace("\u00a0", " ") for text in on_stage(shown) if "\u00a0" in text]
    assert heads == ["Strengths · 1", "Improvement proposals · 2", "Nonconformities · 1"]


def test_what_is_confidential_and_every_note_stay_away(desk: Desk, shown: Presentation) -> None:
    names = [person.name for person in (load_dossier(desk.session.db, shown._audit_id).people or {}).values()]
    for place in range(len(shown._slides)):
        shown._go(place)
        said = "\n".join(texts(shown))
        for hidden in (SECRET, NOTED, "Byt lås", "IT-chef", *names):
            assert hidden not in said
    assert place == 6


def test_what_becomes_confidential_goes_at_once(qtbot: QtBot, desk: Desk, shown: Presentation) -> None:
    go_to(shown, "Rutin saknas")
    held = get(desk.session.db, Finding, "Rutin saknas")
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([edit_of(held, "is_confidential", True)])
    assert not any("Rutin saknas" in text for text in on_stage(shown))


def test_a_wording_is_changed_in_place_and_saved_as_typed(
    qtbot: QtBot, desk: Desk, audit: Audit, shown: Presentation
) -> None:
    go_to(shown, "Visa tavlan i mobilen")
    press(Qt.Key.Key_E)
    editing = shown.editing
    assert isinstance(editing, TextEditing)
    editor = editing.editors["title"]
    assert editor.hasFocus()
    qtbot.keyClicks(editor, " e and d")
    said = "Visa tavlan i mobilen e and d"
    qtbot.waitUntil(lambda: [edit.value for edit, _ in drafts(desk.session.db)] == [said])
    press(Qt.Key.Key_Return)
    assert editing.editors["statement"].hasFocus()
    press(ESC)
    assert shown.editing is None
    assert said in on_stage(shown)
    assert get(desk.session.db, Finding, "Visa tavlan i mobilen").title == said
    press(RIGHT)
    assert "Rutin saknas" in on_stage(shown)


def test_a_first_improvement_gets_owner_and_date(qtbot: QtBot, desk: Desk, audit: Audit, shown: Presentation) -> None:
    go_to(shown, "Rutin saknas")
    press(Qt.Key.Key_A)
    editing = shown.editing
    assert isinstance(editing, ActionEditing)
    assert editing.owner.hasFocus()
    assert editing.text.toPlainText() == "Rutin saknas"
    qtbot.keyClicks(editing.owner, "Planner")
    editing.due.editor.setFocus()
    qtbot.keyClicks(editing.due.editor, "15/1 2027")
    press(ESC)
    dossier = load_dossier(desk.session.db, audit.id)
    (action,) = [each for each in dossier.actions if each.finding_id == "Rutin saknas"]
    assert (action.text, action.owner, action.due_on) == ("Rutin saknas", "Planner", dt.date(2027, 1, 15))
    assert "Planner · done by 15 Jan 2027" in on_stage(shown)


def test_an_improvement_can_be_taken_away_again(qtbot: QtBot, desk: Desk, audit: Audit, shown: Presentation) -> None:
    go_to(shown, "Visa tavlan i mobilen")
    press(Qt.Key.Key_A)
    assert isinstance(shown.editing, ActionEditing)
    with qtbot.waitSignal(desk.session.changed):
        shown.editing.remove.click()
    assert shown.editing is None
    assert {each.id for each in load_dossier(desk.session.db, audit.id).actions} == {"done", "hidden"}


def test_nothing_is_to_be_done_about_a_strength(shown: Presentation) -> None:
    go_to(shown, "Brukarna rings upp")
    press(Qt.Key.Key_A)
    assert shown.editing is None
    assert shown.findChild(QPushButton, "action") is None


def test_a_diverging_opinion_is_recorded(qtbot: QtBot, desk: Desk, shown: Presentation) -> None:
    go_to(shown, "Rutin saknas")
    press(Qt.Key.Key_D)
    assert isinstance(shown.editing, TextEditing)
    qtbot.keyClicks(shown.editing.editors["diverging_opinion"], "We have one")
    press(ESC)
    assert get(desk.session.db, Finding, "Rutin saknas").diverging_opinion == "We have one"
    assert "Diverging opinion: We have one" in on_stage(shown)


def test_leaving_in_the_middle_of_a_word_loses_nothing(qtbot: QtBot, desk: Desk, shown: Presentation) -> None:
    go_to(shown, "Rutin saknas")
    press(Qt.Key.Key_E)
    assert isinstance(shown.editing, TextEditing)
    qtbot.keyClicks(shown.editing.editors["title"], " x")
    shown.close()
    desk.session.flush()
    assert get(desk.session.db, Finding, "Rutin saknas").title == "Rutin saknas x"


def test_a_finding_that_goes_while_it_is_written_is_let_go(qtbot: QtBot, desk: Desk, shown: Presentation) -> None:
    go_to(shown, "Rutin saknas")
    press(Qt.Key.Key_E)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([Edit("finding", "Rutin saknas", DELETED, 1, shown._audit_id)])
    assert shown.editing is None
    assert "Rutin saknas" not in on_stage(shown)


def test_a_locked_audit_is_shown_and_not_changed(qtbot: QtBot, desk: Desk, audit: Audit, show: Show) -> None:
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(final_of(desk.session.path, audit))
    made = show(1366, 768, "Rutin saknas")
    assert made.finding is not None
    for change in (made._wording, made._action, made._opinion):
        change()
        assert made.editing is None
    assert made.findChild(QPushButton, "wording") is None


@pytest.mark.parametrize("size", [(1024, 768), (3840, 2160)])
@pytest.mark.parametrize("count", [0, 12, 30])
def test_no_text_is_ever_cut_off(desk: Desk, audit: Audit, show: Show, size: tuple[int, int], count: int) -> None:
    kinds = list(FindingType)
    gone = [Edit("finding", each.id, DELETED, 1, audit.id) for each in load_dossier(desk.session.db, audit.id).findings]
    held = [
        finding(audit, kinds[n % 2 + 3], f"{n:02d} {LONG * (n % 3)}{'långtord' * 8}", statement=LONG * n)
        for n in range(count)
    ]
    desk.session.write([*gone, *(edit for each in held for edit in creation_of(each))])
    desk.session.flush()
    window = show(*size)
    for place in range(min(3, len(window._slides))):
        window._go(place)
        QApplication.processEvents()
        assert window._scroll is not None
        width = window._scroll.viewport().width()
        for each in window.findChildren(StageText):
            if each.isVisible():
                assert each.height() >= each.heightForWidth(each.width())
                assert each.minimumSizeHint().width() <= each.width()
                assert each.mapTo(window, each.rect().topRight()).x() <= width


def test_long_slides_are_scrolled_before_the_next_comes(desk: Desk, audit: Audit, show: Show) -> None:
    desk.session.write(creation_of(finding(audit, FindingType.STRENGTH, "A", statement=LONG * 60)))
    desk.session.flush()
    window = show(1024, 600, "A")
    place = window.place
    for _ in range(30):
        before = window._scroll.verticalScrollBar().value()  # type: ignore[union-attr]
        window._next()
        if window.place != place:
            break
        assert window._scroll.verticalScrollBar().value() > before  # type: ignore[union-attr]
    assert window.place == place + 1


def test_long_words_may_break_and_others_may_not() -> None:
    metrics = QFontMetrics(QFont())
    assert breakable("Det här är en vanlig mening", metrics, 0) == "Det här är en vanlig mening"
    assert breakable("x" * 30, metrics, 0).replace("\u200b", "") == "x" * 30
    assert breakable("x" * 30, metrics, 3000) == "x" * 30  # there is room: it goes to the next line whole
    assert max(map(len, breakable("x" * 300, metrics, 0).split("\u200b"))) < 25


def test_the_other_screen_is_for_everybody() -> None:
    assert other_screen(["own"], "own") == "own"
    assert other_screen(["own", "wall"], "own") == "wall"
    assert screen_after(["own", "wall"], "wall") == "own"
    assert screen_after(["own"], "gone") == "own"


def test_the_page_shows_it_full_screen_from_a_finding(qtbot: QtBot, page: ClosingPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F5)
    window = page.presentation
    assert window is not None
    assert window.isFullScreen()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    page.findings.rows["Rutin saknas"].show_it.click()
    window = page.presentation
    assert window is not None
    assert window.finding is not None
    assert window.finding.id == "Rutin saknas"
    with qtbot.waitSignal(window.closed):
        window.close()
    assert page.presentation is None
