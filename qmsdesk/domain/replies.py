"""Replies: what the unit said and the auditors saw, and what has become of each; "you said – we did"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.actions import Action, ActionState, ProposalReply
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.figures import IN_USE
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.organisation import Organisation, Unit
from qmsdesk.i18n import N_


class Became(StrEnum):
    """What has become of a finding, as people at the unit would say it."""

    DONE = "done"
    UNDER_WAY = "under_way"
    LATER = "later"
    NO = "no"
    UNANSWERED = "unanswered"


BECAME_NAMES = {
    Became.DONE: N_("Already done"),
    Became.UNDER_WAY: N_("On its way"),
    Became.LATER: N_("Later"),
    Became.NO: N_("No, and why"),
    Became.UNANSWERED: N_("Still to be answered"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A finding and its actions."""

    finding: Finding
    actions: tuple[Action, ...] = ()

    @property
    def became(self) -> Became:
        return became(self.actions)

    @property
    def telling(self) -> Action | None:
        """The action that tells what became of it."""
        return next((action for action in self.actions if _became(action) is self.became), None)


@dataclass(frozen=True)
class Replies:
    """The audits of a unit, the newest first, and what was said in them; strengths need no reply."""

    organisation: Organisation
    unit: Unit
    audits: tuple[Audit, ...]
    said: tuple[Said, ...] = ()

    def that(self, became: Became) -> list[Said]:
        return [each for each in self.said if each.became is became]


def became(actions: Sequence[Action]) -> Became:
    """Of several actions: under way while one is, done when one is in use and none under way; then later, then no."""
    found = {_became(action) for action in actions}
    order = (Became.UNDER_WAY, Became.DONE, Became.LATER, Became.NO)
    return next((each for each in order if each in found), Became.UNANSWERED)


def _became(action: Action) -> Became:
    if action.state in IN_USE:
        return Became.DONE
    if action.state is ActionState.DECLINED or action.reply is ProposalReply.NO:
        return Became.NO
    return Became.LATER if action.reply is ProposalReply.LATER else Became.UNDER_WAY


def said_in(dossier: Dossier) -> list[Said]:
    """What may hang on a wall: no strengths, nothing confidential; proposals first, as they stand in the audit."""
    shown = [each for each in dossier.findings if each.type is not FindingType.STRENGTH and not each.is_confidential]
    ordered = sorted(shown, key=lambda finding: finding.type is not FindingType.IMPROVEMENT)
    return [Said(finding, tuple(dossier.actions_of(finding))) for finding in ordered]


def replies_of_dossiers(dossiers: Iterable[Dossier]) -> Replies:
    """One sheet for audits of one unit, given the newest first."""
    held = list(dossiers)
    said = tuple(said for dossier in held for said in said_in(dossier))
    return Replies(held[0].organisation, held[0].unit, tuple(dossier.audit for dossier in held), said)
