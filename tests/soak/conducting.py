"""What is done at the questions of a day: answers, notes, findings, sorting and photos."""

from PySide6.QtCore import Qt

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.progress import unsorted_notes
from qmsdesk.ui.attachments.intake import from_file
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.findings.form import FindingForm
from tests.soak.hands import BEAT_MS, Act, Hands, key

MOST_NOTES, MOST_UNSORTED, MOST_FINDINGS, MOST_PHOTOS = 4, 12, 15, 40
WRITTEN = ("title", "evidence", "statement", "consequence")
WAIT_MS, TRIES = 20, 60


def answer(hands: Hands) -> Act:
    page = _at_a_question(hands)
    for _ in range(hands.chance.randint(1, 3)):
        answers = page.questions.card.answers
        answers.button(hands.pick(list(Verdict))).click()
        yield BEAT_MS
        if answers.reason.editor.isVisible():
            yield from hands.write(answers.reason.editor, hands.words(3))
        if hands.is_likely(0.5):
            page.questions.step(1)
            yield BEAT_MS


def write_note(hands: Hands) -> Act:
    page = _at_a_question(hands)
    yield BEAT_MS
    notes = page.questions.card.notes
    if len(notes.own_rows) >= MOST_NOTES:
        hands.pick(notes.own_rows).delete_button.click()
        yield WAIT_MS
    elif hands.is_likely(0.5):
        notes.start_new()
    row = notes.own_rows[-1]
    yield from hands.write(row.editor, hands.words(9))


def note_quickly(hands: Hands) -> Act:
    page = _conduct(hands)
    page.start_quick_note()
    sign = "" if len(page.day.dossier.findings) >= MOST_FINDINGS else hands.pick(("", "", "", "! ", "+ ", "* ", "? "))
    number = hands.pick(list(page.day.dossier.numbers.values()))
    text = f"#{number} " if hands.is_likely(0.2) else sign
    yield from hands.type(page.quick.editor, f"{text}{hands.words()}")
    if hands.is_likely(0.8):
        key(page.quick.editor, Qt.Key.Key_Return)
    yield WAIT_MS


def sort_note(hands: Hands) -> Act:
    page = _at_a_question(hands)
    waiting = [note for note in unsorted_notes(page.day.dossier) if note.id != page._typed_id]
    if not waiting:
        return
    note = hands.pick(waiting)
    way = hands.chance.random()
    if len(waiting) > MOST_UNSORTED and way < 0.3:
        page.day.delete(note)
    elif way < 0.5:
        page.work.link(note)
    elif way < 0.7:
        page.day.park_note(note, not note.is_parked)
    else:
        page.sorting.link_to_number(note, hands.pick(list(page.day.dossier.numbers.values())))
    yield WAIT_MS


def find(hands: Hands) -> Act:
    """Make a finding of the note at hand, or go on with one."""
    page = _at_a_question(hands)
    yield BEAT_MS
    findings = page.day.dossier.findings
    if len(findings) < MOST_FINDINGS:
        page.work.make_finding()
    else:
        page.open_finding(hands.pick(findings).id)
    for _ in range(TRIES):
        if page.middle.is_at_form:
            break
        yield WAIT_MS
    assert page.middle.is_at_form, "a finding that was made did not open"
    yield from write_finding(hands, page.form)
    if len(findings) >= MOST_FINDINGS and hands.is_likely(0.3):
        page.open_finding(hands.pick(findings).id)
        yield BEAT_MS
        page.form.delete_button.click()
        yield WAIT_MS


def write_finding(hands: Hands, form: FindingForm) -> Act:
    """Some of its fields, its first action, and whether it is agreed; then back."""
    for name in WRITTEN:
        if hands.is_likely(0.5) and form.parts[name].isVisible():
            yield from hands.write(form.parts[name].editor, hands.words())
    if form.first_action.isVisible() and hands.is_likely(0.5):
        yield from hands.write(form.first_action.what, hands.words(4))
        yield from hands.write(form.first_action.owner, hands.words(2), longest=40)
        if form.first_action.set_due.isVisible():
            form.first_action.set_due.click()
            yield BEAT_MS
    if hands.is_likely(0.3):
        form.agreed.click()
        yield BEAT_MS
    form.close_form()
    yield WAIT_MS


def add_photo(hands: Hands) -> Act:
    page = _at_a_question(hands)
    strip = page.questions.card.photos
    if len(strip.attachments) >= MOST_NOTES:
        strip.remove_current()
        yield WAIT_MS
    known = {each.id for each in strip.attachments}
    strip.take([from_file(hands.photo()), from_file(hands.photo())])
    for _ in range(TRIES):
        if {each.id for each in strip.attachments} - known or strip.said:
            break
        yield WAIT_MS
    if strip.caption.isVisible():
        yield from hands.write(strip.caption, hands.words(4))


def _conduct(hands: Hands) -> ConductPage:
    page = hands.at("conduct")
    assert isinstance(page, ConductPage)
    page.at_questions(lambda: None)
    return page


def _at_a_question(hands: Hands) -> ConductPage:
    page = _conduct(hands)
    if hands.is_likely(0.5):
        page.questions.open(hands.pick(page.day.dossier.asked_questions))
    return page


CONDUCTING = (
    answer,
    answer,
    write_note,
    write_note,
    write_note,
    note_quickly,
    note_quickly,
    sort_note,
    find,
    add_photo,
)
