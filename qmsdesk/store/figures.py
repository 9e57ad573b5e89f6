"""Figures: what a year of audits has given, counted in the register."""

from typing import NamedTuple

from qmsdesk.store.database import Connection

HELD = "('draft_report', 'fact_check', 'final', 'follow_up', 'closed')"


class YearFigures(NamedTuple):
    """The days held in a year, the improvement proposals they gave, and how many of those are in use."""

    days: int = 0
    proposals: int = 0
    implemented: int = 0

    @property
    def share(self) -> int | None:
        """The implemented ones in per cent; None where there is nothing to share."""
        return round(100 * self.implemented / self.proposals) if self.proposals else None


def year_figures(db: Connection, year: int) -> YearFigures:
    """Counted by the day of the audit, from the audits that came to a report."""
    # CROSS JOIN goes from the few audits to their findings, not the other way round.
    days, proposals, implemented = db.execute(
        f"""
        WITH held AS (SELECT id FROM audit WHERE NOT is_deleted AND state IN {HELD} AND date BETWEEN ? AND ?),
        proposal AS (SELECT finding.id FROM held CROSS JOIN finding ON held.id = audit_id
            WHERE type = 'improvement' AND NOT is_deleted AND merged_into_id IS NULL)
        SELECT (SELECT count(*) FROM held), (SELECT count(*) FROM proposal),
            (SELECT count(*) FROM proposal WHERE EXISTS (SELECT 1 FROM action WHERE finding_id = proposal.id
                AND NOT is_deleted AND state IN ('implemented', 'closed')))
        """,
        (f"{year}-01-01", f"{year}-12-31"),
    ).fetchone()
    return YearFigures(days, proposals, implemented)


def count_unanswered(db: Connection) -> int:
    """How many improvement proposals of held audits have not had their yes, later or no."""
    (count,) = db.execute(
        f"""
        SELECT count(*) FROM finding JOIN audit ON audit.id = finding.audit_id
        WHERE type = 'improvement' AND NOT finding.is_deleted AND finding.merged_into_id IS NULL
            AND NOT audit.is_deleted AND audit.state IN {HELD}
            AND NOT EXISTS (SELECT 1 FROM action WHERE finding_id = finding.id AND NOT is_deleted
                AND (reply IS NOT NULL OR state IN ('implemented', 'closed', 'declined')))
        """
    ).fetchone()
    return int(count)
