"""The demo day as a person works through it by the keyboard; after each step the window shows something to look at."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qmsdesk.domain.answers import Answer, Verdict, answer_id
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.notes import Note, NoteLink, note_link_id
from qmsdesk.domain.records import creation_of
from qmsdesk.i18n import N_, Words
from qmsdesk.ui.agreements.messages import MessagesPart
from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.app import App
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.closings.page import ClosingPage
from qmsdesk.ui.closings.presentation import Presentation
from qmsdesk.ui.closings.signature import SignDialog
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.reports.page import ReportPage
from qmsdesk.ui.settings.page import SettingsPage
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.window import MainWindow
from tools.person import draw, find, focus, front, key, press, settle, wait, wait_until, write
from tools.photo import copy_photo

QUESTIONS = 33
VERDICTS = list(Verdict)
PRESENT = (N_("Manager"), N_("Employees"), N_("Safety representative"))
SIGNATURE = (
    (8, 60),
    (14, 25),
    (20, 68),
    (26, 30),
    (31, 62),
    (38, 45),
    (44, 58),
    (52, 38),
    (58, 60),
    (70, 48),
    (88, 54),
)
"""A line across the pad, in per cent of its width and height."""


PANELS = {"report-parts": "Ctrl+1", "report-masks": "Ctrl+2", "report-versions": "Ctrl+3"}
"""What comes beside the report, by its key."""


class DemoDay:
    """`shown` is the window that a step is about: the main one, a dialog, or the presentation."""

    def __init__(self, app: App) -> None:
        assert app.window is not None
        assert app.session is not None
        self._app = app
        self._session = app.session
        self._window = app.window
        self._ = app.words
        self._now = app._now
        self._said: Any = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))[self._.language]
        self._today = ""

    def steps(self) -> Iterator[str]:
        yield from self._morning()
        yield from self._questions()
        yield from self._agreement()
        yield from self._closing()
        yield from self._afterwards()

    @property
    def shown(self) -> QWidget:
        step = self._window.page.step if isinstance(self._window.page, AuditPage) else None
        presentation = step.presentation if isinstance(step, ClosingPage) else None
        guide = self._window._help
        return presentation or (guide if guide and guide.isVisible() else front(self._window))

    @property
    def pdf(self) -> bytes:
        """The report as the page shows it; empty until it is there."""
        page = self._step
        return page.pdf if isinstance(page, ReportPage) else b""

    # From the office to the first question

    def _morning(self) -> Iterator[str]:
        yield "today"
        self._window.open_place("programme")
        yield "programme"
        press(self._window, self._("New audit"))
        yield "new-day"
        key("Esc")
        settle(self._window)
        key("Ctrl+R")
        wait(100)
        yield "programme-reports"
        key("Esc")
        self._window.open_place("today")
        press(self._window, self._("Start the day"))
        key("Ctrl+F1")
        yield "prepare"
        key("Ctrl+F2", "Space", "Space", "Space")
        for role in PRESENT:
            press(self._window, self._(role))
            self._settle()
        yield "open"

    def _questions(self) -> Iterator[str]:
        key("Ctrl+Return")
        self._answer_all()
        self._go_to(self._said["photo"]["question"])
        yield "conduct"
        self._write_nonconformity()
        yield "finding"
        key("Esc")
        for text in self._said["quick"]:
            key("Ctrl+Space")
            write(text)
            key("Return")
        key("Esc")
        self._take_photo()
        yield "notes"
        press(self._window, self._("Look closer and draw"))
        wait(300)
        yield "photo"
        front(self._window).close()
        key("Esc", "Alt+U")
        yield "sorting"
        key("Esc")

    def _answer_all(self) -> None:
        self._conduct.questions.setFocus()
        answers, late = self._said["answers"], self._said["not_asked"]
        for number in range(QUESTIONS):
            answer = answers[number] if number < len(answers) else {"key": 1}
            if number >= QUESTIONS - late["last"]:
                answer = {"key": 5, "reason": late["reason"]}
            self._answer(answer)
            key("Ctrl+Down")

    def _answer(self, answer: dict[str, Any]) -> None:
        key(str(answer["key"]))
        if "reason" in answer:
            find(self._window, QLineEdit, self._("Reason")).setFocus()
            write(answer["reason"])
            key("Esc")
        if "note" in answer:
            key("Ctrl+N")
            write(answer["note"])
            key("Esc")

    def _write_nonconformity(self) -> None:
        said = self._said["nonconformity"]
        self._go_to(said["question"])
        self._conduct.questions.setFocus()
        key("F")
        wait_until(lambda: self._conduct.middle.is_at_form)
        press(self._conduct.form, self._("Minor nonconformity"))
        form = self._conduct.form
        for name in ("title", "requirement", "statement", "evidence", "consequence", "confirmed_by"):
            self._fill(form.parts[name].editor, said[name])
        self._fill(form.first_action.what, said["action"])
        self._fill(form.first_action.owner, said["owner"])
        press(form, self._("Set due date"))
        form.start()

    def _take_photo(self) -> None:
        said = self._said["photo"]
        self._go_to(said["question"])
        self._conduct.questions.setFocus()
        copy_photo()
        key("Ctrl+V")
        wait_until(lambda: self._("Caption") in focus().accessibleName())
        write(said["caption"])
        key("Return")
        wait(300)

    def _fill(self, editor: QWidget, text: str) -> None:
        editor.setFocus()
        assert isinstance(focus(), QLineEdit | QPlainTextEdit)
        key("Ctrl+A")
        write(text)

    def _go_to(self, number: int) -> None:
        conduct = self._conduct
        conduct.questions.open(conduct.day.dossier.asked_questions[number])
        wait(100)

    # The auditors alone

    def _agreement(self) -> Iterator[str]:
        self._hear_the_other()
        key("Ctrl+F4")
        press(self._window, self._("Begin to confer"))
        self._settle()
        key("A")
        self._settle()
        yield "agree"
        for said in self._said["second"]:
            key("Right" if "note" in said else "2")
            self._settle()
        key("Ctrl+2")
        self._settle()
        yield "agree-findings"
        key("A", "Ctrl+3")
        messages = self._agree.messages
        for number, text in enumerate(self._said["messages"], 1):
            wait_until(partial(_are_lines, messages, number))
            find(self._window, QPlainTextEdit, self._("Main message {number}", number=number)).setFocus()
            write(text)
        self._settle()
        yield "messages"

    def _hear_the_other(self) -> None:
        """What the second auditor answered and noted comes in, as it does with a package from the other laptop."""
        dossier = self._conduct.day.dossier
        other = dossier.team[1].person_id
        records: list[Any] = []
        for said in self._said["second"]:
            question, audit = dossier.asked_questions[said["question"]].id, dossier.audit.id
            verdict = VERDICTS[said["key"] - 1]
            records.append(Answer(answer_id(audit, question, other), audit, question, other, verdict))
            if "note" in said:
                note = Note(new_id(), audit, other, self._now(), said["note"])
                records += [note, NoteLink(note_link_id(note.id, question), audit, note.id, question)]
        self._session.write([edit for record in records for edit in creation_of(record)])
        self._settle()

    # The closing meeting

    def _closing(self) -> Iterator[str]:
        key("Ctrl+Shift+Return")
        self._settle()
        key("F5")
        wait_until(lambda: isinstance(self.shown, Presentation))
        wait(300)
        yield "presentation-messages"
        key("Space")
        yield "presentation"
        self._present(FindingType.NONCONFORMITY_MINOR)
        yield "presentation-finding"
        self._present(FindingType.IMPROVEMENT)
        self._agree_on_proposal()
        yield "presentation-action"
        key("Esc", "Esc")
        yield from self._signing()
        yield "close"

    def _present(self, kind: FindingType) -> None:
        shown = self.shown
        assert isinstance(shown, Presentation)
        key("Home")
        while shown.finding is None or shown.finding.type is not kind:
            key("Space")

    def _agree_on_proposal(self) -> None:
        said = self._said["proposal"]
        key("A")
        self._fill(find(self.shown, QLineEdit, self._("Owner (role)")), said["owner"])
        find(self.shown, QLineEdit, self._("Due date")).setFocus()
        write("2027-01-15")
        wait(200)

    def _signing(self) -> Iterator[str]:
        key("S")
        form = front(self._window)
        assert isinstance(form, SignDialog)
        write(self._said["signs"])
        pad = form.pad
        draw(pad, [QPoint(x * pad.width() // 100, y * pad.height() // 100) for x, y in SIGNATURE])
        yield "signing"
        press(form, self._("Sign"))
        self._settle()
        key("S", "Return")
        self._settle()
        key("F")
        yield "feedback"
        key("Esc")
        for answers in ("554", "454", "543"):
            key("F", *answers)
            press(front(self._window), self._("Done"))
        self._settle()

    # What is left of it

    def _afterwards(self) -> Iterator[str]:
        key("Ctrl+E")
        wait_until(lambda: bool(self.pdf))
        wait(800)
        yield "report"
        yield from show_beside_report(self._)
        key("Ctrl+F7")
        wait(100)
        yield "follow-up"
        for place in ("checklists", "actions", "settings"):
            self._window.open_place(place)
            wait(100)
            yield place
        show_reports_card(self._window)
        yield "settings-reports"
        key("Ctrl+K")
        write(self._("Report")[:4])
        yield "palette"
        key("Esc", "F1")
        wait(300)
        yield "help"
        key("Esc")

    def _settle(self) -> None:
        """Until all is on the disk and shown."""
        self._session.flush()
        wait(150)

    @property
    def _step(self) -> QWidget:
        page = self._window.page
        assert isinstance(page, AuditPage)
        return page.step

    @property
    def _conduct(self) -> ConductPage:
        step = self._step
        assert isinstance(step, ConductPage)
        return step

    @property
    def _agree(self) -> AgreementPage:
        step = self._step
        assert isinstance(step, AgreementPage)
        return step


def _are_lines(part: MessagesPart, count: int) -> bool:
    """Whether there is a line for so many messages; the next comes when the one before has its text."""
    return len(part.rows) >= count


def show_beside_report(words: Words) -> Iterator[str]:
    """Bring what stands beside the report, one after the other, and last the line that searches in it."""
    for panel, pressed in PANELS.items():
        key(pressed)
        wait(200)
        yield panel
    key("Esc", "Ctrl+F")
    write(words("Findings"))
    wait(400)
    yield "report-search"
    key("Esc")


def show_reports_card(window: MainWindow) -> None:
    """Scroll the settings to what they say about reports."""
    page = window.page
    assert isinstance(page, SettingsPage)
    scroll = page.findChildren(PageScroll)[0]
    scroll.verticalScrollBar().setValue(page.reports.mapTo(scroll.content, QPoint(0, 0)).y() - scroll.height() // 8)
    wait(100)
