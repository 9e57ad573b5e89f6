"""The glossary of a report: what its words mean, for readers who meet an audit for the first time."""

from collections.abc import Iterator
from typing import NamedTuple

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES, FindingType
from qmsdesk.i18n import N_


class Term(NamedTuple):
    """A word and what it means; both are catalogue texts."""

    name: str
    meaning: str


_ALWAYS_BEFORE = (
    Term(N_("Requirement"), N_("What the work is held against: a law, a standard, or a rule of one's own.")),
    Term(N_("Evidence"), N_("What can be shown again: a record, a document, a count, or something that was seen.")),
    Term(N_("Sample"), N_("Some cases out of many. What was not looked at may be better or worse.")),
    Term(N_("Finding"), N_("Something worth telling about the work, good or bad, that rests on evidence.")),
)
_BY_TYPE = {
    FindingType.STRENGTH: N_("Something that works so well that others can learn from it."),
    FindingType.NONCONFORMITY_MAJOR: N_(
        "A requirement is not met, so that what the work is for is at stake, or the fault returns again and again."
    ),
    FindingType.NONCONFORMITY_MINOR: N_("A requirement is not met in a single case or to a small extent."),
    FindingType.OBSERVATION: N_("No requirement is broken, but something may go wrong if nobody looks after it."),
    FindingType.IMPROVEMENT: N_("An idea of how something can be done better. The unit decides, and answers."),
}
_ACTION = Term(N_("Action"), N_("What somebody has taken on to do about a finding, and by when."))
_EFFECT = Term(N_("Effect"), N_("Whether an action really changed what it was meant to change; checked afterwards."))
_DIVERGING = Term(N_("Diverging opinion"), N_("The unit sees a finding differently, and the report says how."))
_FACT_CHECK = Term(
    N_("Fact check by the unit"), N_("The unit reads the draft and says which facts are wrong or missing.")
)


def term_names() -> Iterator[str]:
    """What all of them are called, as texts of the catalogue."""
    yield from (term.name for term in (*_ALWAYS_BEFORE, _ACTION, _EFFECT, _DIVERGING, _FACT_CHECK))
    yield from TYPE_NAMES.values()


def terms_of(dossier: Dossier) -> Iterator[Term]:
    """The words that the report of this audit uses, in the order a reader meets them."""
    yield from _ALWAYS_BEFORE
    types = {finding.type for finding in dossier.findings}
    yield from (Term(TYPE_NAMES[type_], meaning) for type_, meaning in _BY_TYPE.items() if type_ in types)
    if any(finding.diverging_opinion.strip() for finding in dossier.findings):
        yield _DIVERGING
    if dossier.actions:
        yield from (_ACTION, _EFFECT)
    yield _FACT_CHECK
