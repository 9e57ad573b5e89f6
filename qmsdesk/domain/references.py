"""References to requirements as people read them, with their titles."""

import re
from collections.abc import Iterable, Iterator, Mapping

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.requirements import split_reference
from qmsdesk.i18n import Words


def say_reference(reference: str) -> str:
    """`ISO9001:7.3` as ISO 9001 7.3, `SOSFS2011-9:5` as SOSFS 2011:9 5."""
    code, clause = split_reference(reference)
    spaced = re.sub(r"(?<=[A-Za-zÅÄÖåäö])(?=\d)", " ", code)
    return f"{re.sub(r'(?<=[0-9])-(?=[0-9])', ':', spaced)} {clause}".strip()


def say_references(references: Iterable[str]) -> str:
    """Several of them, each source named once: ISO 9001 7.5.2, 7.5.3 · KL 6.6."""
    clauses: dict[str, list[str]] = {}
    for reference in references:
        code, clause = split_reference(reference)
        clauses.setdefault(say_reference(code), []).append(clause)
    return " · ".join(f"{code} {', '.join(filter(None, held))}".strip() for code, held in clauses.items())


def title_of(dossier: Dossier, reference: str, _: Words) -> str:
    """The title of a clause, or of what holds it, in a language; empty where the register has none."""
    titles = dossier.requirement_titles or {}
    swedish, english = next((titles[each] for each in _wider(reference) if each in titles), ("", ""))
    return (swedish or english) if _.language == "sv" else (english or swedish)


def _wider(reference: str) -> Iterator[str]:
    """A reference, then what holds it: paragraphs such as ISO9001:9.2.1 have no title of their own."""
    code, clause = split_reference(reference)
    while clause:
        yield f"{code}:{clause}"
        clause = clause.rpartition(".")[0]
    yield code


def say_edition(reference: str, editions: Mapping[str, str]) -> str:
    """A reference with the edition it is to, where there are several: ISO 9001 7.3 (2015)."""
    edition = next((editions[each] for each in _wider(reference) if each in editions), "")
    return f"{say_reference(reference)} ({edition})" if edition else say_reference(reference)


def say_with_title(dossier: Dossier, reference: str, _: Words) -> str:
    title, said = title_of(dossier, reference, _), say_edition(reference, dossier.requirement_editions or {})
    return f"{said} – {title}" if title else said


def references_of(dossier: Dossier) -> list[str]:
    """Every reference of the checklist once, in the order of its questions."""
    return list(dict.fromkeys(reference for question in dossier.questions for reference in question.refers_to))
