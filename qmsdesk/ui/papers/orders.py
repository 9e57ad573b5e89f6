"""The papers there are, and how each is ordered: its data is gathered and its PDF made beside the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from qmsdesk.domain.audits import Audit
from qmsdesk.i18n import N_, Words
from qmsdesk.store.action_lists import action_list
from qmsdesk.store.audits import unit_of
from qmsdesk.store.database import Connection
from qmsdesk.store.follow_up import Wanted
from qmsdesk.store.handovers import handover_of
from qmsdesk.store.organisation import find_unit, list_units
from qmsdesk.store.programmes import audit_years
from qmsdesk.store.register import open_reader
from qmsdesk.store.replies import replies_of
from qmsdesk.store.years import year_of
from qmsdesk.ui.choices import Choice
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.papers.dialog import PaperDialog
from qmsdesk.ui.papers.rows import Order
from qmsdesk.ui.papers.savings import pdf_name

T = TypeVar("T")
EVERY, WHOLE_UNIT = "", "unit"
ACTION_LIST, REPLIES = N_("action list"), N_("you said – we did")
HANDOVER, YEAR = N_("handover"), N_("summary of the year")
"""What their files are called."""


def ask_action_list(desk: Desk, wanted: Wanted, parent: QWidget) -> PaperDialog:
    """The list as the page shows it, of all units and owners or of one."""
    _, now = desk.words, desk.now()
    held = action_list(desk.session.db, wanted, _)
    units = [Choice(EVERY, _("All units")), *(Choice(unit.id, _.pick(unit, "name")) for unit in held.units)]
    owners = [Choice(EVERY, _("All owners")), *(Choice(owner, owner) for owner in held.owners)]

    def order(said: Words, chosen: Sequence[str]) -> Order:
        unit_id, owner = chosen

        def make() -> bytes:
            from qmsdesk.report.action_lists import action_list_paper  # brings in ReportLab, which a start does without

            gathered = _gather(
                desk.session.path, lambda db: action_list(db, wanted, said, unit_id=unit_id, owner=owner)
            )
            return action_list_paper(gathered, said, stamp=now)

        return Order(pdf_name(said(ACTION_LIST), f"{now:%Y-%m-%d}", owner), make)

    told = _("A list to tick off and sign, by unit and owner, with what is shown on the page.")
    return _opened(PaperDialog(desk, _("Action list"), told, order, [(_("Unit"), units), (_("Owner"), owners)], parent))


def ask_replies(desk: Desk, audit: Audit, parent: QWidget) -> PaperDialog:
    """The sheet for the wall, of one day or of the last ones of its unit."""
    _, now = desk.words, desk.now()

    def order(said: Words, chosen: Sequence[str]) -> Order:
        def make() -> bytes:
            from qmsdesk.report.replies import replies_paper  # as above

            is_whole = chosen[0] == WHOLE_UNIT
            gathered = _gather(desk.session.path, lambda db: replies_of(db, audit, is_whole_unit=is_whole))
            return replies_paper(gathered, said, stamp=now)

        unit = said.pick(unit_of(desk.session.db, audit), "name")
        return Order(pdf_name(audit.number, unit, said(REPLIES)), make)

    told = _("A sheet for the wall: what was proposed and found, and what came of each.")
    about = [Choice(audit.id, _("This day")), Choice(WHOLE_UNIT, _("The last days of the unit"))]
    return _opened(PaperDialog(desk, _("You said – we did"), told, order, [(_("Of"), about)], parent))


def ask_handover(desk: Desk, unit_id: str, parent: QWidget) -> PaperDialog:
    """The handover of a unit; the one that the page shows stands first."""
    _, now = desk.words, desk.now()
    units = sorted(list_units(desk.session.db), key=lambda unit: unit.id != unit_id)
    choices = [Choice(unit.id, _.pick(unit, "name")) for unit in units]

    def order(said: Words, chosen: Sequence[str]) -> Order:
        unit = find_unit(desk.session.db, chosen[0])

        def make() -> bytes:
            from qmsdesk.report.handovers import handover_paper  # as above

            gathered = _gather(desk.session.path, lambda db: handover_of(db, unit, now.date()))
            return handover_paper(gathered, said, stamp=now)

        return Order(pdf_name(said(HANDOVER), said.pick(unit, "name")), make)

    told = _("What a new manager takes over: found, decided, open, due and planned.")
    return _opened(PaperDialog(desk, _("Handover"), told, order, [(_("Unit"), choices)], parent))


def ask_year(desk: Desk, year: int | None, parent: QWidget) -> PaperDialog:
    """The summary of a year; the one that the page shows stands first."""
    _, now = desk.words, desk.now()
    shown = year or desk.today.year
    years = sorted({shown, *audit_years(desk.session.db)}, key=lambda each: (each != shown, -each))

    def order(said: Words, chosen: Sequence[str]) -> Order:
        def make() -> bytes:
            from qmsdesk.report.years import year_paper  # as above

            gathered = _gather(desk.session.path, lambda db: year_of(db, int(chosen[0])))
            return year_paper(gathered, said, stamp=now)

        return Order(pdf_name(said(YEAR), chosen[0]), make)

    told = _("What the days of a year gave and what they took.")
    choices = [Choice(str(each), str(each)) for each in years]
    return _opened(PaperDialog(desk, _("Summary of the year"), told, order, [(_("Year"), choices)], parent))


def _gather(path: Path, read: Callable[[Connection], T]) -> T:
    """Read through a reader of its own, beside the window."""
    db = open_reader(path)
    try:
        return read(db)
    finally:
        db.close()


def _opened(dialog: PaperDialog) -> PaperDialog:
    dialog.open()
    return dialog
