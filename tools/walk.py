"""Walk through the demo day with the real program, as a person would by keyboard, and keep what comes of it in out/.

`python -m tools.walk [--lang sv|en] [-o FOLDER]` leaves a picture of every step, the PDF report and its pages.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from qmsdesk.paths import demo_register
from qmsdesk.settings import Settings
from qmsdesk.ui.app import App, Clock, local_time
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.reports.page import ReportPage
from tools.person import find, focus, key, press, wait, wait_until, write

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = 33
PAGE_DPI = 110


class DemoDay:
    """The day step by step; after each of `steps()` the window shows something worth a picture."""

    def __init__(self, app: App) -> None:
        assert app.window is not None
        self._app = app
        self._window = app.window
        self._ = app.words
        self._said: Any = yaml.safe_load((ROOT / "tools" / "demo_day.yaml").read_text("utf-8"))[self._.language]

    def steps(self) -> Iterator[str]:
        yield "today"
        press(self._window, self._("Start the day"))
        self._answer_all()
        yield "conduct"
        self._write_nonconformity()
        yield "finding"
        key(Qt.Key.Key_Escape)
        for text in self._said["quick"]:
            key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
            write(text)
            key(Qt.Key.Key_Return)
        key(Qt.Key.Key_Escape)
        self._go_to(3)
        yield "notes"
        press(self._window, self._("Report"))
        wait_until(lambda: bool(self.pdf))
        wait(800)
        yield "report"
        press(self._window, self._("Follow up"))
        yield "follow-up"

    @property
    def pdf(self) -> bytes:
        """The report as the page shows it; empty until it is there."""
        page = self._audit_page.step
        return page.pdf if isinstance(page, ReportPage) else b""

    @property
    def _audit_page(self) -> AuditPage:
        page = self._window.page
        assert isinstance(page, AuditPage)
        return page

    def _answer_all(self) -> None:
        self._conduct.questions.setFocus()
        answers, late = self._said["answers"], self._said["not_asked"]
        for number in range(QUESTIONS):
            answer = answers[number] if number < len(answers) else {"key": 1}
            if number >= QUESTIONS - late["last"]:
                answer = {"key": 5, "reason": late["reason"]}
            self._answer(answer)
            key(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)

    def _answer(self, answer: dict[str, Any]) -> None:
        key(Qt.Key(Qt.Key.Key_0 + answer["key"]))
        if "reason" in answer:
            find(self._window, QLineEdit, self._("Reason")).setFocus()
            write(answer["reason"])
            key(Qt.Key.Key_Escape)
        if "note" in answer:
            key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            write(answer["note"])
            key(Qt.Key.Key_Escape)

    def _write_nonconformity(self) -> None:
        said = self._said["nonconformity"]
        self._go_to(said["question"])
        key(Qt.Key.Key_F)
        press(self._conduct.form, self._("Minor nonconformity"))
        form = self._conduct.form
        for name in ("title", "requirement", "statement", "evidence", "consequence", "confirmed_by"):
            self._fill(form.parts[name].editor, said[name])
        self._fill(form.first_action.what, said["action"])
        self._fill(form.first_action.owner, said["owner"])
        press(form, self._("Set due date"))
        press(form, self._("Agreed"))
        form.start()

    def _fill(self, editor: QWidget, text: str) -> None:
        editor.setFocus()
        assert isinstance(focus(), QLineEdit | QPlainTextEdit)
        key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        write(text)

    def _go_to(self, number: int) -> None:
        conduct = self._conduct
        conduct.questions.open(conduct.day.dossier.asked_questions[number])
        wait(100)

    @property
    def _conduct(self) -> ConductPage:
        step = self._audit_page.step
        assert isinstance(step, ConductPage)
        return step


def open_demo(language: str, mode: str, now: Clock) -> App:
    """The program on a fresh demo register in QMSDESK_HOME."""
    qt = QApplication.instance() or QApplication(["qmsdesk"])
    assert isinstance(qt, QApplication)
    app = App(qt, Settings(language=language, mode=mode, device="0000000000000000"), now)
    app.open(demo_register(), demo=True)
    assert app.window is not None
    app.window.resize(1366, 768)
    wait(100)
    return app


def walk(keep: Callable[[str, QWidget], None], language: str, mode: str = "light", now: Clock = local_time) -> bytes:
    """Walk the day, hand every step's window to `keep`, and return the report."""
    report = b""
    with tempfile.TemporaryDirectory() as home:
        os.environ["QMSDESK_HOME"] = home
        app = open_demo(language, mode, now)
        day = DemoDay(app)
        for step in day.steps():
            wait(200)
            report = day.pdf if step == "report" else report
            assert app.window is not None
            keep(step, app.window)
        app.close()
    return report


def page_pictures(pdf: Path, folder: Path) -> list[Path]:
    """A PNG of every page of a PDF."""
    import pypdfium2

    made = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            made.append(folder / f"{pdf.stem}-{number:02d}.png")
            page.render(scale=PAGE_DPI / 72).to_pil().save(made[-1])
    return made


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lang", choices=("sv", "en"), default="sv")
    parser.add_argument("-o", "--out", type=Path, default=ROOT / "out")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    kept: list[Path] = []

    def keep(step: str, window: QWidget) -> None:
        kept.append(options.out / f"day-{len(kept) + 1}-{step}.png")
        window.grab().save(str(kept[-1]))

    report = walk(keep, options.lang)
    pdf = options.out / "report.pdf"
    pdf.write_bytes(report)
    for path in [*kept, pdf, *page_pictures(pdf, options.out)]:
        print(path)


if __name__ == "__main__":
    main()
