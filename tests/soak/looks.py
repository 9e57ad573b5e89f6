"""Looking at the window after a kill: it stands at the same place and shows every text that was promised there."""

from typing import Any

from qmsdesk.domain.progress import unsorted_notes
from qmsdesk.store.bookmarks import bookmark
from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.closings.page import ClosingPage
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.openings.page import OpeningPage
from qmsdesk.ui.window import MainWindow
from tests.soak.promises import Promises


def look(window: MainWindow, promises: Promises) -> list[str]:
    """What is not as it should be; `promises` hold what the register was found to say."""
    db = window._desk.session.db
    place = bookmark(db, "place") or "today"
    wrong = _unless("the window stands", window.place, place)
    page = window.page.step if isinstance(window.page, AuditPage) else None
    if isinstance(page, OpeningPage):
        wrong += _look_at_opening(page, promises)
    elif isinstance(page, ConductPage):
        wrong += _look_at_conduct(page, promises, bookmark(db, page._bookmark))
    elif isinstance(page, AgreementPage):
        wrong += _look_at_agreement(page, promises)
    elif isinstance(page, ClosingPage):
        wrong += _look_at_closing(page, promises)
    return wrong


def _unless(what: str, shown: Any, kept: Any) -> list[str]:
    return [] if shown == kept else [f"{what}: {shown!r} is shown, {kept!r} was kept"]


def _texts(what: str, shown: dict[str, str], promises: Promises, kind: str, field: str) -> list[str]:
    """Each text that is shown must be the one that was promised."""
    wrong = []
    for entity, text in shown.items():
        kept = promises.kept.get((kind, entity, field))
        if kept is not None:
            wrong += _unless(f"{what} {entity}", text.strip(), kept.strip())
    return wrong


def _look_at_opening(page: OpeningPage, promises: Promises) -> list[str]:
    wrong = []
    for kind, entity, field in promises.kept:
        kept = promises.kept[kind, entity, field]
        if (kind, field) == ("participant", "people") and entity in page.present.rows:
            wrong += _unless("people", page.present.rows[entity].people, kept)
        elif (kind, field) == ("opening_check", "is_done"):
            card = page.script.cards.get(promises.kept.get((kind, entity, "card"), ""))
            wrong += _unless(f"card {entity}", bool(card and card.is_done), bool(kept)) if card else []
    return wrong


def _look_at_conduct(page: ConductPage, promises: Promises, question: str | None) -> list[str]:
    current = page.questions.current
    wrong = _unless("the question", current.id if current else None, question) if question else []
    day, card = page.day, page.questions.card
    rows = {row.note.id: row.editor.toPlainText() for row in card.notes.own_rows if not row.is_blank}
    linked = {link.note_id for link in day.dossier.note_links if current and link.question_id == current.id}
    own = [note for note in day.dossier.notes if note.author_id == day.author_id and note.text.strip()]
    wrong += [f"note {note.id} is not shown" for note in own if note.id in linked and note.id not in rows]
    wrong += _texts("note", rows, promises, "note", "text")
    waiting = [note.id for note in unsorted_notes(day.dossier) if page.side.has_waiting(note.id)]
    wrong += _texts(
        "unsorted note", {key: page.side.waiting(key)._text.text() for key in waiting}, promises, "note", "text"
    )
    titles = {f.id: page.side.card(f.id)._title.text() for f in day.dossier.findings if f.title.strip()}
    wrong += _texts("finding", titles, promises, "finding", "title")
    answer = day.own_answer(current.id) if current else None
    if answer is not None:
        wrong += _texts("reason", {answer.id: card.answers.reason.editor.text()}, promises, "answer", "reason")
        chosen = {verdict for verdict, button in card.answers._buttons.items() if button.isChecked()}
        kept = promises.kept.get(("answer", answer.id, "verdict"))
        wrong += _unless("answer", {str(each.value) for each in chosen}, {kept} if kept else set()) if kept else []
    return wrong


def _look_at_agreement(page: AgreementPage, promises: Promises) -> list[str]:
    rows = {row.message.id: row.editor.toPlainText() for row in page.messages.rows if not row.is_blank}
    wanted = {message.id for message in page.conferring.dossier.main_messages}
    wrong = [f"main message {key} is not shown" for key in wanted - rows.keys()]
    return wrong + _texts("main message", rows, promises, "main_message", "text")


def _look_at_closing(page: ClosingPage, promises: Promises) -> list[str]:
    titles = {f.id: page.findings.rows[f.id]._title.text() for f in page.dossier.findings if f.title.strip()}
    wrong = _texts("finding", titles, promises, "finding", "title")
    entries = {(entry.side, entry.phase): entry for entry in page.times._dossier.time_entries}
    for place, line in page.times.lines.items():
        minutes = promises.kept.get(("time_entry", entries[place].id, "minutes")) if place in entries else None
        wrong += _unless(f"time {place}", line.minutes.value(), minutes) if minutes is not None else []
    return wrong
