"""What questions cost and gave in all audits of the register, told by what they ask and not by their edition."""

import json
from collections import Counter
from collections.abc import Sequence

from qmsdesk.domain.checklists import Question, content_hash
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.question_figures import QuestionFigures
from qmsdesk.store.database import Connection
from qmsdesk.store.figures import HELD

_ASKED = "asked"
# The same question of several editions, asked in one audit, counts once.
_QUERY = f"""
    WITH wanted AS MATERIALIZED (
        SELECT id, minutes, ifnull(nullif(content_hash, ''), id) AS mark FROM question
        WHERE content_hash IN (SELECT value FROM json_each(:marks)) OR id IN (SELECT value FROM json_each(:marks))
    ),
    held AS MATERIALIZED (SELECT id FROM audit WHERE NOT is_deleted AND state IN {HELD}),
    found AS MATERIALIZED (
        SELECT finding.id, audit_id, mark, minutes, type FROM finding JOIN wanted ON wanted.id = question_id
        WHERE NOT is_deleted AND merged_into_id IS NULL AND audit_id IN held
    ),
    asked AS (
        SELECT audit_id, mark, minutes FROM answer JOIN wanted ON wanted.id = question_id
        WHERE NOT is_deleted AND audit_id IN held
            AND verdict IN ('fulfilled', 'partly', 'not_fulfilled', 'not_applicable')
        UNION ALL SELECT audit_id, mark, minutes FROM found
    )
    SELECT mark, '{_ASKED}', count(*), sum(minutes)
        FROM (SELECT mark, max(minutes) AS minutes FROM asked GROUP BY mark, audit_id) GROUP BY mark
    UNION ALL
    SELECT mark, type, count(*), sum(type = 'improvement' AND EXISTS (SELECT 1 FROM action
            WHERE finding_id = found.id AND NOT is_deleted AND state IN ('implemented', 'closed')))
        FROM found GROUP BY mark, type
"""


def figures_of(db: Connection, questions: Sequence[Question]) -> dict[str, QuestionFigures]:
    """The figures of each question, by its id; the minutes are those its edition took it to need."""
    marks = {question.id: question.content_hash or content_hash(question) for question in questions}
    wanted = sorted({*marks, *marks.values()})
    asked: dict[str, tuple[int, int]] = {}
    found: dict[str, Counter[FindingType]] = {}
    implemented: Counter[str] = Counter()
    for mark, what, count, rest in db.execute(_QUERY, {"marks": json.dumps(wanted)}):
        if what == _ASKED:
            asked[mark] = count, rest
        else:
            found.setdefault(mark, Counter())[FindingType(what)] = count
            implemented[mark] += rest
    return {
        id_: QuestionFigures(*asked.get(mark, (0, 0)), found.get(mark, Counter()), implemented[mark])
        for id_, mark in marks.items()
    }
