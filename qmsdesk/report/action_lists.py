"""The action list on paper: by unit and owner, with boxes to tick and lines to sign on."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from qmsdesk.domain.action_lists import ActionList, ListedAction
from qmsdesk.domain.actions import ACTION_STATE_NAMES, Gathering
from qmsdesk.domain.audits import KIND_NAMES
from qmsdesk.domain.findings import TYPE_NAMES
from qmsdesk.i18n import N_, Words
from qmsdesk.report import design
from qmsdesk.report.actions import LATE
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Heading, Paragraph
from qmsdesk.report.sheets import PART, heading, print_sheet
from qmsdesk.report.tasks import Task, Tasks
from qmsdesk.report.text import clean_line

OWNER = design.Style(12.5, 16.5, design.SEMIBOLD, design.ACCENT, before=14, after=2)
TITLES = {
    Gathering.NO_ACTION: N_("Findings without action"),
    Gathering.OPEN: N_("What is to be done"),
    Gathering.OVERDUE: N_("What is overdue"),
    Gathering.AWAITING: N_("Effects to check"),
    Gathering.CLOSED: N_("What is closed"),
    Gathering.ALL: N_("All actions"),
}
LONGEST = 240


def action_list_paper(held: ActionList, words: Words, *, stamp: dt.datetime) -> bytes:
    """The list as a tagged, archivable PDF in the language of `words`."""
    _ = words
    units = held.units
    unit = _.pick(units[0], "name") if len(units) == 1 else ""
    blocks = [
        *heading(" · ".join(part for part in (_("Action list"), unit) if part), _(TITLES[held.gathering])),
        *_contents(held, _),
    ]
    return print_sheet(_("Action list"), unit, held.organisation, blocks, _, stamp)


def _contents(held: ActionList, _: Words) -> Iterator[Block]:
    yield Paragraph(_in_short(held, _), design.LEDE)
    if held.search:
        yield Paragraph(_("Only what contains “{words}”.", words=clean_line(held.search)), design.NOTE)
    units = [(unit, list(lines)) for unit, lines in groupby(held.listed, key=lambda each: each.unit)]
    for n, (unit, lines) in enumerate(units):
        yield Heading(clean_line(_.pick(unit, "name")) or "–", 2, f"unit{n}", look=PART)
        yield from _of_unit(lines, held.made_on, _)


def _of_unit(lines: Sequence[ListedAction], today: dt.date, _: Words) -> Iterator[Block]:
    for owner, of_owner in groupby(lines, key=lambda each: each.owner):
        yield Heading(clean_line(owner) or _("Nobody owns these yet"), 3, look=OWNER)
        yield Tasks([_task(each, today, _) for each in of_owner], _("Done on, signature"))


def _in_short(held: ActionList, _: Words) -> str:
    actions = [each.action for each in held.listed if each.action]
    if not held.listed:
        return _("There is nothing on this list.")
    late = sum(action.is_overdue(held.made_on) for action in actions)
    said = _.plural("{count} on the list", "{count} on the list", len(held.listed))
    if late:
        said += ", " + _.plural("{count} of them overdue", "{count} of them overdue", late)
    return f"{said}. " + _("As of {date}.", date=_.date(held.made_on))


def _task(each: ListedAction, today: dt.date, _: Words) -> Task:
    about = [_found(each, _)]
    seen = (each.finding.statement or each.finding.evidence).strip()
    if seen and not each.finding.is_confidential and not seen.startswith(each.finding.title.strip()):
        about.append(_shortened(seen))
    if each.action is None:
        return Task(_("No action has been decided yet."), _finding_title(each, _), about[1:] or about, LATE)
    due, is_late = _due(each, today, _)
    return Task(due, each.action.text.strip() or _finding_title(each, _), about, LATE if is_late else design.MUTED)


def _finding_title(each: ListedAction, _: Words) -> str:
    return each.finding.title.strip() or _("No title yet")


def _found(each: ListedAction, _: Words) -> str:
    where = f"{_(KIND_NAMES[each.audit.kind])} {each.audit.number}, {each.finding.number}"
    return f"{where} · {_(TYPE_NAMES[each.finding.type])}: {_finding_title(each, _)}"


def _due(each: ListedAction, today: dt.date, _: Words) -> tuple[str, bool]:
    """When it is due and how it stands, and whether that is past."""
    action = each.action
    assert action is not None, "only an action is due"
    if action.is_open:
        if action.due_on is None:
            return _("No due date yet"), False
        date = _.date(action.due_on)
        if action.is_overdue(today):
            return _("Overdue: was due {date}", date=date), True
        return _("Due {date}", date=date), False
    state = _(ACTION_STATE_NAMES[action.state])
    return (f"{state} {_.date(action.done_on)}" if action.done_on else state), False


def _shortened(text: str) -> str:
    said = clean_line(text)
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]}…"
