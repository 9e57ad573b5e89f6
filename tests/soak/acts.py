"""What is done on a day before, and after, its questions: Open, Agree and Close, each act by its name."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTime

from qmsdesk.domain.answers import Verdict
from qmsdesk.ui.agreements.answers import LISTS
from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.closings.asking import FIELDS, FeedbackDialog
from qmsdesk.ui.closings.editing import TextEditing
from qmsdesk.ui.closings.page import ClosingPage
from qmsdesk.ui.closings.signature import SignDialog
from qmsdesk.ui.closings.writing import FindingDialog
from qmsdesk.ui.openings.page import OpeningPage
from tests.soak.conducting import CONDUCTING, write_finding
from tests.soak.hands import BEAT_MS, Act, Hands, key

MOST_MESSAGES, MOST_SIGNED = 5, 4
WAIT_MS = 40


def check_card(hands: Hands) -> Act:
    script = _open(hands).script
    for _ in range(hands.chance.randint(1, 3)):
        script.open_card(hands.pick(list(script.cards)))
        yield BEAT_MS
        if script.current is not None:
            script.current.said.click()
        yield BEAT_MS


def count_people(hands: Hands) -> Act:
    present = _open(hands).present
    free = [button for button in present.phrases.values() if not button.isHidden()]
    if len(present.rows) > 2 and hands.is_likely(0.7):
        for _ in range(hands.chance.randint(1, 4)):
            row = hands.pick(list(present.rows.values()))
            (row.more if hands.is_likely(0.6) else row.fewer).click()
            yield BEAT_MS
            if not present.rows:
                return
    elif free:
        hands.pick(free).click()
    elif len(present.rows) < 8:
        yield from hands.type(present.own, f"roll {hands.words(1)}")
        present.add.click()
    yield WAIT_MS


def begin_or_correct(hands: Hands) -> Act:
    start = _open(hands).start
    if start.clock.isHidden() or hands.is_likely(0.2):
        start.go.click()
    else:
        start.clock.setTime(QTime(8, hands.chance.randint(0, 59)))
    yield WAIT_MS


def note_beside(hands: Hands) -> Act:
    """A quick note from a step that is not Conduct."""
    _open(hands)
    hands.audit_page._quick_note()
    yield BEAT_MS
    line = hands.audit_page.quick_strip.line
    assert line is not None, "no line came up for a quick note"
    yield from hands.type(line.editor, hands.words())
    key(line.editor, Qt.Key.Key_Return)
    yield WAIT_MS


def _open(hands: Hands) -> OpeningPage:
    page = hands.at("open")
    assert isinstance(page, OpeningPage)
    return page


# Agree


def agree_on_answers(hands: Hands) -> Act:
    page = _agree(hands, "answers")
    page.answers.show_list(hands.pick(list(LISTS)))
    yield BEAT_MS
    if hands.is_likely(0.1):
        page.answers.agree_on_alike()
        yield WAIT_MS
    for _ in range(2):
        page.answers.decide(hands.pick(list(Verdict)))
        yield BEAT_MS
        editor = page.answers.questions.card.answers.reason.editor
        if page.answers.questions.current and editor.isVisible():
            yield from hands.write(editor, hands.words(3))


def agree_on_findings(hands: Hands) -> Act:
    page = _agree(hands, "findings")
    page.conferring.agree_on_complete()
    yield WAIT_MS


def write_message(hands: Hands) -> Act:
    page = _agree(hands, "messages")
    if len(page.messages.rows) < MOST_MESSAGES and hands.is_likely(0.2):
        page.messages.add()
        yield BEAT_MS
    row = hands.pick(page.messages.rows)
    yield from hands.write(row.editor, hands.words())
    if hands.is_likely(0.3):
        page.messages._move_row(row, hands.pick((-1, 1)))
        yield WAIT_MS


def _agree(hands: Hands, part: str) -> AgreementPage:
    page = hands.at("agree")
    assert isinstance(page, AgreementPage)
    if page.conferring.may_begin:
        page.begin.click()
    page.show_part(part)
    return page


# Close


def correct_time(hands: Hands) -> Act:
    line = hands.pick(list(_close(hands).times.lines.values()))
    line.minutes.setValue(hands.chance.randint(0, 480))
    yield BEAT_MS
    line.people.setValue(hands.chance.randint(0, 9))
    yield WAIT_MS
    if line.back.isVisible() and hands.is_likely(0.2):
        line.back.click()
        yield WAIT_MS


def sign(hands: Hands) -> Act:
    page = _close(hands)
    if len(page.signing.removes) >= MOST_SIGNED:
        hands.pick(page.signing.removes).click()
        yield WAIT_MS
        return
    page.open_sign()
    dialog = page.findChildren(SignDialog)[-1]
    yield BEAT_MS
    dialog.name.clear()
    yield from hands.type(dialog.name, hands.words(2))
    dialog.sign.click()
    yield WAIT_MS


def change_wording(hands: Hands) -> Act:
    """In the form of Conduct, opened over Close."""
    page = _close(hands)
    if page.findings.rows:
        page.open_finding(hands.pick(list(page.findings.rows)))
        form = page.findChildren(FindingDialog)[-1].form
        yield BEAT_MS
        yield from write_finding(hands, form)


def change_on_stage(hands: Hands) -> Act:
    """Before everybody's eyes."""
    page = _close(hands)
    shown = [row for row in page.findings.rows.values() if not row.show_it.isHidden()]
    if not shown:
        return
    hands.pick(shown).show_it.click()
    yield BEAT_MS
    stage = page.presentation
    if stage is not None:
        stage._wording()
        if isinstance(stage.editing, TextEditing):
            yield from hands.write(hands.pick(list(stage.editing.editors.values())), hands.words())
        stage._leave()
        yield BEAT_MS
        stage.close()
    yield WAIT_MS


def give_feedback(hands: Hands) -> Act:
    page = _close(hands)
    page.open_feedback()
    dialog = page.findChildren(FeedbackDialog)[-1]
    for field in FIELDS:
        dialog._answer(field, hands.chance.randint(1, 4))
        yield BEAT_MS
    yield from hands.type(dialog.remark, hands.words())
    dialog.close()
    yield WAIT_MS


def end_day(hands: Hands) -> Act:
    """Once in a while: the report is printed from then on, and the day goes on all the same."""
    if hands.is_likely(0.2):
        _close(hands).end_day()
    yield WAIT_MS


def _close(hands: Hands) -> ClosingPage:
    page = hands.at("close")
    assert isinstance(page, ClosingPage)
    return page


OPENING = (check_card, check_card, count_people, count_people, begin_or_correct, note_beside)
AGREEING = (agree_on_answers, agree_on_answers, agree_on_findings, write_message, write_message)
CLOSING = (correct_time, correct_time, sign, change_wording, change_on_stage, give_feedback, end_day)
DAY: tuple[tuple[int, tuple[Callable[[Hands], Act], ...]], ...] = (
    (10, OPENING),
    (40, CONDUCTING),
    (12, AGREEING),
    (14, CLOSING),
)
"""How many acts of which kind follow each other; then it begins again, as far as a day allows."""


def act_of(number: int, hands: Hands) -> Callable[[Hands], Act]:
    place = number % sum(count for count, _ in DAY)
    for count, acts in DAY:
        if place < count:
            return hands.pick(acts)
        place -= count
    raise AssertionError("the day is longer than its parts")
