"""Findings as the unit reads them: one card each, saying what was seen and what it means."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qmsdesk.domain.actions import PROPOSAL_REPLY_NAMES
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES, Finding, FindingState, FindingType
from qmsdesk.domain.references import say_with_title
from qmsdesk.domain.regradings import regradings_of
from qmsdesk.i18n import Words
from qmsdesk.report.cards import Card
from qmsdesk.report.design import LOOKS, NOTE, QUOTE
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Heading, Paragraph


def finding_cards(
    dossier: Dossier,
    types: Iterable[FindingType],
    nothing: str,
    _: Words,
    *,
    is_short: bool = False,
    tells_diverging: bool = False,
) -> list[Block]:
    """The cards of some types, gravest type first; one line where there is none.

    `tells_diverging` where no chapter of its own tells what the unit sees differently.
    """
    wanted = tuple(types)
    findings = [finding for type_ in wanted for finding in dossier.findings if finding.type is type_]
    if not findings:
        return [Paragraph(nothing, NOTE)]
    cards = []
    for finding in findings:
        parts = _short_parts(dossier, finding, _) if is_short else _parts(dossier, finding, _)
        opinion = [(_("Diverging opinion"), diverging_opinion(finding, _))] if tells_diverging else []
        cards.append(_card(finding, [*parts, *opinion], _))
    return [replace(card, before=10.0, after=10.0) for card in cards] if is_short else list(cards)


def _card(finding: Finding, parts: Iterable[tuple[str, str]], _: Words) -> Card:
    look = LOOKS[finding.type]
    kind = f"{_(TYPE_NAMES[finding.type])} · {finding.number}"
    if finding.repeat_of_id:
        kind = " · ".join((kind, _("seen last time")))
    title = finding.title.strip() or _("Without a title")
    said = [(name, text.strip()) for name, text in parts if text.strip()]
    return Card(kind, title, look.colour, look.symbol, said)


def _short_parts(dossier: Dossier, finding: Finding, _: Words) -> list[tuple[str, str]]:
    """What a reader in a hurry needs; the actions stand in the plan."""
    requirement = say_with_title(dossier, finding.requirement, _) if finding.type.is_nonconformity else ""
    seen = finding.statement.strip() or ("" if finding.evidence.strip() == finding.title.strip() else finding.evidence)
    return [
        (_("Requirement"), requirement),
        (_("What we saw"), seen),
        (_("Evidence"), finding.evidence if finding.type.is_nonconformity and seen != finding.evidence else ""),
        (_("Answer"), _answers(dossier, finding, _)),
    ]


def _parts(dossier: Dossier, finding: Finding, _: Words) -> list[tuple[str, str]]:
    secret = _("To be assessed for secrecy before it is disclosed.") if finding.is_confidential else ""
    shared = _("Other units are welcome to copy this.") if finding.may_be_shared else ""
    evidence = "" if finding.evidence.strip() == finding.title.strip() else finding.evidence  # a quick note gives both
    requirement = _("Requirement") if finding.type.is_nonconformity else _("Concerns")
    return [
        (requirement, say_with_title(dossier, finding.requirement, _)),
        (_("What we saw"), finding.statement),
        (_("Evidence"), evidence),
        (_("Consequence"), finding.consequence),
        (_("Confirmed by"), finding.confirmed_by),
        (_("Grade"), "\n".join(_regradings(dossier, finding, _))),
        (_("Contact"), finding.contact_role),
        (_("Sharing"), shared),
        (_("Secrecy"), secret),
        (
            _("Actions"),
            "\n".join(action.text.strip() for action in dossier.actions_of(finding) if action.text.strip()),
        ),
        (_("Answer"), _answers(dossier, finding, _)),
    ]


def _regradings(dossier: Dossier, finding: Finding, _: Words) -> Iterator[str]:
    """How the finding came to its type, where that changed after the day."""
    for each in sorted(regradings_of(finding, dossier.regradings), key=lambda each: each.at):
        said = _(
            "Changed from {was} to {becomes}.",
            was=_(TYPE_NAMES[each.was]).lower(),
            becomes=_(TYPE_NAMES[each.becomes]).lower(),
        )
        yield f"{said} {each.reason.strip()}".strip()


def _answers(dossier: Dossier, finding: Finding, _: Words) -> str:
    """What the unit answers to a proposal: yes, later or no, and why."""
    if finding.type is not FindingType.IMPROVEMENT:
        return ""
    answers = [
        f"{_(PROPOSAL_REPLY_NAMES[action.reply])}. {action.reply_reason.strip()}".strip()
        for action in dossier.actions_of(finding)
        if action.reply
    ]
    return "\n".join(answers) or _("Not answered yet.")


def diverging_opinions(dossier: Dossier, _: Words) -> list[Block]:
    """What the unit and the auditors did not agree on; ISO 19011:2018 6.5.1 wants it in the report."""
    blocks: list[Block] = []
    for finding in dossier.findings:
        text = diverging_opinion(finding, _)
        if text:
            blocks.append(Heading(f"{finding.number} {finding.title}".strip(), 3))
            blocks.append(Paragraph(text, QUOTE))
    return blocks


def diverging_opinion(finding: Finding, _: Words) -> str:
    """How the unit sees a finding, where it sees it differently."""
    contested = _("The unit does not share this view.") if finding.state is FindingState.CONTESTED else ""
    return finding.diverging_opinion.strip() or contested
