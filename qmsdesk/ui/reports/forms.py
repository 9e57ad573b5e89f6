"""The form of an audit's report: whole, short, for a fact check, or masked."""

from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import N_
from qmsdesk.ui.desk import Desk

SHORT_NAMES = {
    ReportForm.FULL: N_("Full report"),
    ReportForm.SHORT: N_("Short report"),
    ReportForm.FACT_CHECK: N_("Fact check copy"),
    ReportForm.MASKED: N_("Masked copy"),
}
"""As they stand in the bar."""


def report_form(desk: Desk, audit_id: str) -> ReportForm:
    """As last chosen for this audit, else the full one."""
    chosen = desk.session.bookmark(_bookmark(audit_id))
    return ReportForm(chosen) if chosen in set(ReportForm) else ReportForm.FULL


def choose_report_form(desk: Desk, audit_id: str, form: ReportForm) -> None:
    desk.session.set_bookmark(_bookmark(audit_id), form.value)


def _bookmark(audit_id: str) -> str:
    return f"report form {audit_id}"
