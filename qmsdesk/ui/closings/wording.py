"""What the closing says of the audit, its findings and actions, in sentences."""

from qmsdesk.domain.actions import Action
from qmsdesk.domain.closings import Group, open_points, presented
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import PART_NAMES, Finding, FindingType, missing_parts
from qmsdesk.i18n import N_, Words
from qmsdesk.ui.dates import short_month
from qmsdesk.ui.findings.tones import TONES

GROUP_NAMES = {
    FindingType.STRENGTH: N_("Strengths"),
    FindingType.IMPROVEMENT: N_("Improvement proposals"),
    FindingType.OBSERVATION: N_("Observations"),
    FindingType.NONCONFORMITY_MAJOR: N_("Nonconformities"),
}


def say_group(_: Words, group: Group) -> str:
    return _(GROUP_NAMES[group[0]])


def tone_of(group: Group, findings: list[Finding]) -> str:
    """The heaviest of a group gives it its colour and shape."""
    return next(TONES[type_] for type_ in group if any(finding.type is type_ for finding in findings))


def say_title(_: Words, finding: Finding) -> str:
    """A finding in one line, also where nobody has given it a title yet."""
    told = (finding.title, finding.statement, finding.evidence)
    return next((text.strip() for text in told if text.strip()), _("A finding without a title"))


def say_owner(_: Words, action: Action) -> str:
    """Who, by role, and until when; empty where neither is said."""
    if action.due_on is None:
        return action.owner.strip()
    date = f"{action.due_on.day} {short_month(_, action.due_on)} {action.due_on.year}"
    if action.owner.strip():
        return _("{owner} · done by {date}", owner=action.owner.strip(), date=date)
    return _("Done by {date}", date=date)


def say_missing(_: Words, finding: Finding) -> str:
    """What a finding still lacks; empty where it is complete."""
    parts = ", ".join(_(PART_NAMES[part]) for part in missing_parts(finding))
    return _("Still needed: {parts}", parts=parts) if parts else ""


def say_now(_: Words, dossier: Dossier) -> str:
    """What to do now, in one line."""
    if dossier.audit.closed_at is not None:
        time = _.time(dossier.audit.closed_at)
        return _("The day ended at {time}. What you change here shows in the report at once.", time=time)
    if not presented(dossier):
        return _("There is nothing to show yet. Make a finding under Conduct: a strength is a good start.")
    points = open_points(dossier)
    if points.incomplete:
        return _.plural(
            "Complete {count} finding, then show what you saw.",
            "Complete {count} findings, then show what you saw.",
            len(points.incomplete),
        )
    if points.ownerless:
        return _("Show what you saw, and let the first improvements get an owner and a date in the room.")
    if not dossier.sign_offs:
        return _("Show what you saw. Then everybody signs.")
    return _("Ask for feedback, and end the day.")
