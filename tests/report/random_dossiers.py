"""Audits filled at random with whatever people and keyboards bring about; each text has a first word of its own."""

from dataclasses import replace
from itertools import count
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.checklists import Question, Section
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingState, FindingType
from qmsdesk.domain.notes import Note
from tests.report.sample_dossiers import LONG, STAMP, typical

SCRIPTS = (
    "Kvittens saknades för 6 av 40 nycklar; se kap. 4 § 2, 12 % och 3–5 dagar",
    "Η ασφάλεια των πολιτών",
    "Порядок и чистота",
    "שלום עולם 123 (abc)",
    "السلام عليكم ٤٥ لا",
    "会议记录 かな 한국어",
    "ประชุม",
    "a\u0308 e\u0301\u0323 o\u0338 \u0301",
    "👍🏽 👩‍👩‍👧‍👦 🇸🇪🏴󠁧󠁢󠁳󠁣󠁴󠁿 ☑ ✔️ 𝄞",
    "<b>&amp;</b> \"'\\()[]{}%/ BT ET (Tj) >> endobj",
    "a\x00b\x07c\x1b\t\x7f\u202e\u200f\ufeff\u00ad",
    "\ud800 \udfff",
    "rad\r\nrad\n\n\u2028rad\x0b",
    "verksamhetsutvecklingsansvarsfördelningsbeslut " * 4,
    LONG,
)
LENGTHS = (0, 1, 1, 2, 3, 8)
HUGE = 5_000


class Filled(NamedTuple):
    """An audit, which attachments have a picture, and words that nobody may ever read."""

    dossier: Dossier
    pictured: tuple[str, ...]
    secrets: tuple[str, ...]


class Writer:
    """Writes texts, each with a first word that no other text has."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._numbers = count(1)

    def word(self) -> str:
        return f"q{next(self._numbers):05d}z"

    def text(self) -> str:
        if self.chance.random() < 0.02:
            return f"{self.word()} {self.chance.choice('xåש😀') * HUGE}"
        pieces = self.chance.choices(SCRIPTS, k=self.chance.choice(LENGTHS))
        return " ".join([self.word(), *pieces])

    def maybe(self) -> str:
        return self.text() if self.chance.random() < 0.7 else self.chance.choice(("", "  \n"))


@st.composite
def filled(draw: st.DrawFn, most: int = 8) -> Filled:
    """Shrinks by its numbers; what the texts say follows from the seed."""
    numbers = [draw(st.integers(0, most)) for _ in range(3)]
    return fill(draw(st.integers(0, 2**32)), *numbers)


def fill(seed: int, findings: int, questions: int, photos: int) -> Filled:
    writer = Writer(Random(seed))
    base = typical(writer.chance.choice([state for state in AuditState if state is not AuditState.CANCELLED]))
    sections = tuple(Section(f"s{n}", "c", str(n), f"{n:03d}", writer.text()) for n in range(3))
    asked = tuple(
        Question(f"q{n}", f"s{n * 3 // questions}", str(n), f"{n:05d}", writer.text()) for n in range(questions)
    )
    notes, attachments, secrets = _notes_and_photos(writer, findings, photos)
    found = tuple(_finding(writer, n) for n in range(findings))
    dossier = replace(
        base,
        sections=sections,
        questions=asked,
        audit_questions=(),
        samples=(),
        plan=(),
        answers=tuple(_answer(writer, each) for each in asked if writer.chance.random() < 0.8),
        findings=found,
        actions=tuple(_action(writer, n, each) for n, each in enumerate(found) if writer.chance.random() < 0.5),
        notes=notes,
        attachments=attachments,
        audit=replace(base.audit, summary=writer.maybe(), objective=writer.maybe(), scope=writer.maybe()),
    )
    pictured = tuple(each.id for each in attachments if each.is_photo)
    return Filled(dossier, pictured, secrets)


def _finding(writer: Writer, n: int) -> Finding:
    chance = writer.chance
    return Finding(
        f"f{n}",
        "a",
        f"N-{n:03d}",
        chance.choice(list(FindingType)),
        writer.text(),
        statement=writer.maybe(),
        evidence=writer.maybe(),
        consequence=writer.maybe(),
        confirmed_by=writer.maybe(),
        diverging_opinion=writer.maybe() if chance.random() < 0.2 else "",
        state=chance.choice(list(FindingState)),
    )


def _answer(writer: Writer, question: Question) -> Answer:
    verdict = writer.chance.choice(list(Verdict))
    reason = writer.maybe() if verdict in (Verdict.NOT_APPLICABLE, Verdict.NOT_FULFILLED) else ""
    return Answer(f"w-{question.id}", "a", question.id, "p1", verdict, reason, is_agreed=True)


def _action(writer: Writer, n: int, finding: Finding) -> Action:
    state = writer.chance.choice([state for state in ActionState if state is not ActionState.DECLINED])
    return Action(f"x{n}", "a", finding.id, writer.text(), writer.maybe(), due_on=STAMP.date(), state=state)


def _notes_and_photos(
    writer: Writer, findings: int, photos: int
) -> tuple[tuple[Note, ...], tuple[Attachment, ...], tuple[str, ...]]:
    """Some notes are taken back; a photo that hangs on such a note alone goes with it."""
    chance = writer.chance
    notes = tuple(
        Note(f"n{n}", "a", "p1", STAMP, writer.text(), is_withdrawn=chance.random() < 0.5) for n in range(photos)
    )
    attachments = []
    for n in range(photos):
        finding = f"f{chance.randrange(findings)}" if findings and chance.random() < 0.3 else None
        note = chance.choice((None, notes[n].id))
        attachments.append(
            Attachment(f"at{n}", "a", "0" * 64, "image/jpeg", 1, writer.text(), note_id=note, finding_id=finding)
        )
    withdrawn = {note.id for note in notes if note.is_withdrawn}
    gone = [each.caption for each in attachments if each.note_id in withdrawn and each.finding_id is None]
    return notes, tuple(attachments), tuple(text.split()[0] for text in [*(note.text for note in notes), *gone])
