"""Dossiers of any size to print: per finding three texts and an action, and two questions with their answers."""

from dataclasses import replace

from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.checklists import Question, Section
from qmsdesk.domain.dossiers import Dossier
from tests.report.sample_dossiers import LONG, typical

SENTENCES = LONG.split(". ")
VERDICTS = (Verdict.FULFILLED, Verdict.PARTLY, Verdict.NOT_FULFILLED)


def big_dossier(findings: int) -> Dossier:
    base = typical()
    sections = tuple(Section(f"s{n}", "c", f"{n}", f"{n:03d}", f"Avsnitt {n}") for n in range(max(findings // 10, 1)))
    questions = tuple(
        Question(
            f"q{n}", sections[n % len(sections)].id, f"{n}", f"{n:05d}", f"{_said(n)} – hur vet ni det i dag, {n}?"
        )
        for n in range(findings * 2)
    )
    return replace(
        base,
        sections=sections,
        questions=questions,
        audit_questions=(),
        answers=tuple(
            Answer(f"w{n}", "a", question.id, "p1", VERDICTS[n % 3], is_agreed=True)
            for n, question in enumerate(questions)
        ),
        findings=tuple(
            replace(
                base.findings[n % len(base.findings)],
                id=f"f{n}",
                number=f"{n + 1:03d}",
                title=f"{_said(n)}, nummer {n}",
                statement=f"{_said(n)}. {LONG}",
                evidence=f"{LONG}{_said(n + 1)} ({n}).",
                consequence=f"{_said(n + 2)}. {_said(n)}.",
                question_id=questions[n].id,
            )
            for n in range(findings)
        ),
        actions=tuple(
            replace(base.actions[n % len(base.actions)], id=f"x{n}", finding_id=f"f{n}", text=f"{_said(n)} {n}.")
            for n in range(findings)
        ),
    )


def _said(n: int) -> str:
    return SENTENCES[n % len(SENTENCES)].strip(" .")
