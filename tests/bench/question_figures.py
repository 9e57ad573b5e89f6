"""What each question of a checklist cost and gave in ten years of audits, against a bare count of the same tables."""

import json
import time
from collections.abc import Callable

from qmsdesk.domain.checklists import Question
from qmsdesk.store.audits import find_audit
from qmsdesk.store.checklists import questions_of
from qmsdesk.store.database import Connection
from qmsdesk.store.question_figures import figures_of
from qmsdesk.store.register import open_reader
from tests.bench.rows import Row, paired
from tests.bench.ten_years import ten_years

ROUNDS, REACH, PATIENCE_MS = 15, 3, 50
BARE = """
    WITH wanted(id) AS (SELECT value FROM json_each(:ids))
    SELECT question_id, '', count(DISTINCT audit_id) FROM answer WHERE question_id IN wanted AND NOT is_deleted
        GROUP BY question_id
    UNION ALL
    SELECT question_id, type, count(*) FROM finding WHERE question_id IN wanted AND NOT is_deleted
        GROUP BY question_id, type
"""


def rows() -> list[Row]:
    db = open_reader(ten_years())
    try:
        return _rows(db, questions_of(db, find_audit(db, "2026-03").checklist_id))
    finally:
        db.close()


def _rows(db: Connection, questions: list[Question]) -> list[Row]:
    ids = json.dumps([question.id for question in questions])
    ours, theirs, ratio = paired(
        ROUNDS,
        lambda: _took(lambda: figures_of(db, questions)),
        lambda: _took(lambda: db.execute(BARE, {"ids": ids}).fetchall()),
    )
    what = f"Figures of {len(questions)} questions, ten years"
    return [
        Row(what, "the bare counts in SQLite", ratio, REACH, detail=f"{ours * 1e3:.1f} / {theirs * 1e3:.1f} ms"),
        Row(what, "processor, in one turn of the window", ours * 1e3, PATIENCE_MS, "ms"),
    ]


def _took(ask: Callable[[], object]) -> float:
    began = time.process_time()
    ask()
    return time.process_time() - began
