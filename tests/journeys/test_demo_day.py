"""The demo day as `make run` walks it where there is no screen: from Today to the PDF, by keyboard."""

import pypdfium2
import pytest
import yaml
from PySide6.QtWidgets import QApplication, QWidget

from tools.walk import ROOT, Look, walk


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_demo_day_ends_with_a_report_that_says_what_was_heard(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("QMSDESK_HOME", "")
    said = yaml.safe_load((ROOT / "tools" / "demo_day.yaml").read_text("utf-8"))[language]
    steps: list[str] = []

    def keep(step: str, window: QWidget) -> None:
        steps.append(step)
        assert not window.grab().isNull()

    report = walk(keep, Look(language))
    with pypdfium2.PdfDocument(report) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    text = " ".join(text.replace("\x02", "").replace("-\n", "").split())
    for step in ("today", "prepare", "open", "conduct", "agree", "close", "report", "follow-up", "help"):
        assert step in steps
    for sentence in (
        *said["messages"],
        said["signs"],
        said["photo"]["caption"],
        said["nonconformity"]["title"],
        said["not_asked"]["reason"],
        said["answers"][-1]["reason"],
    ):
        assert sentence in text
    for quick in said["quick"][:4]:
        assert quick[1:20] in text
