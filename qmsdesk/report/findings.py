"""Findings as the unit reads them: one card each, saying what was seen and what it means."""

from collections.abc import Iterable

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES, Finding, FindingState, FindingType
from qmsdesk.domain.references import say_with_title
from qmsdesk.i18n import Words
from qmsdesk.report.cards import Card
from qmsdesk.report.design import LOOKS, NOTE, QUOTE
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Heading, Paragraph


def finding_cards(dossier: Dossier, types: Iterable[FindingType], nothing: str, _: Words) -> list[Block]:
    """The cards of some types, gravest type first; one line where there is none."""
    wanted = tuple(types)
    findings = [finding for type_ in wanted for finding in dossier.findings if finding.type is type_]
    if not findings:
        return [Paragraph(nothing, NOTE)]
    return [_card(dossier, finding, _) for finding in findings]


def _card(dossier: Dossier, finding: Finding, _: Words) -> Card:
    look = LOOKS[finding.type]
    kind = f"{_(TYPE_NAMES[finding.type])} · {finding.number}"
    if finding.repeat_of_id:
        kind = " · ".join((kind, _("seen last time")))
    title = finding.title.strip() or _("Without a title")
    parts = [(name, text.strip()) for name, text in _parts(dossier, finding, _) if text.strip()]
    return Card(kind, title, look.colour, look.symbol, parts)


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
        (_("Contact"), finding.contact_role),
        (_("Sharing"), shared),
        (_("Secrecy"), secret),
        (
            _("Actions"),
            "\n".join(action.text.strip() for action in dossier.actions_of(finding) if action.text.strip()),
        ),
    ]


def diverging_opinions(dossier: Dossier, _: Words) -> list[Block]:
    """What the unit and the auditors did not agree on; ISO 19011:2018 6.5.1 wants it in the report."""
    blocks: list[Block] = []
    for finding in dossier.findings:
        contested = finding.state is FindingState.CONTESTED
        if finding.diverging_opinion.strip() or contested:
            text = finding.diverging_opinion.strip() or _("The unit does not share this view.")
            blocks.append(Heading(f"{finding.number} {finding.title}".strip(), 3))
            blocks.append(Paragraph(text, QUOTE))
    return blocks
