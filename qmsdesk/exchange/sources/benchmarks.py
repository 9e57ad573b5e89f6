"""STIG checklists (.cklb): each rule becomes a question; what it was answered with the last time is left out."""

from qmsdesk.exchange.sources.json_files import Held, parts_at, text_at, texts_at
from qmsdesk.exchange.sources.outlines import Outline, OutlineQuestion, OutlineSection
from qmsdesk.exchange.sources.sheets import LeftOut, Place
from qmsdesk.i18n import N_

ANSWER = N_("it is an answer, not a question")
REMEDY = N_("it says how to mend a fault, which is no part of a question")
_ANSWERS = ("finding_details", "comments")


def is_benchmark(held: Held) -> bool:
    return any("rules" in stig for stig in parts_at(held, "stigs"))


def read_benchmark(held: Held, file: str) -> tuple[Outline, tuple[LeftOut, ...]]:
    """The outline of a checklist of rules, and what is left out of it."""
    stigs = parts_at(held, "stigs")
    title = text_at(stigs[0], "display_name", "stig_name") if len(stigs) == 1 else text_at(held, "title")
    editions = [text_at(stig, "version") for stig in stigs]
    outline = Outline({"en": title}, edition=editions[0] if len(set(editions)) == 1 and editions[0] else "1")
    left_out: list[LeftOut] = []
    for stig in stigs:
        section = OutlineSection({"en": text_at(stig, "display_name", "stig_name")})
        outline.sections.append(section)
        for number, rule in enumerate(parts_at(stig, "rules"), 1):
            section.questions.append(_question(rule, text_at(stig, "stig_id")))
            place = Place(file, row=number, unit="entry")
            left_out += [LeftOut(place, text, ANSWER) for name in _ANSWERS if (text := text_at(rule, name))]
            left_out += [LeftOut(place, text, REMEDY) for text in [text_at(rule, "fix_text")] if text]
    return outline, tuple(left_out)


def _question(rule: Held, stig: str) -> OutlineQuestion:
    code = text_at(rule, "group_id", "rule_id")
    guidance = [text_at(rule, "check_content"), text_at(rule, "discussion")]
    return OutlineQuestion(
        {"en": text_at(rule, "rule_title", "group_title") or code},
        {"en": "\n\n".join(text for text in guidance if text)},
        code=code,
        refers_to=tuple(text for text in (f"{stig}:{code}" if stig and code else "", *texts_at(rule, "ccis")) if text),
    )
