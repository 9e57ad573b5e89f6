"""A checklist in our own form of YAML, with everything it holds."""

from typing import Any

import yaml

from qmsdesk.domain.checklists import Question, Section
from qmsdesk.exchange.checklists import ChecklistContent
from qmsdesk.i18n import LANGUAGES

_WIDTH = 110


def as_yaml(content: ChecklistContent) -> bytes:
    """The file that `read_checklist` reads as the same checklist."""
    held = {
        "id": content.checklist.code,
        "version": content.checklist.edition,
        "title": _both(content.checklist, "title"),
        **_extended(content),
        "sections": [_section(section, content) for section in content.sections],
    }
    text = yaml.dump(held, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text.encode()


def _extended(content: ChecklistContent) -> dict[str, dict[str, str]]:
    if content.extends is None:
        return {}
    named = {"id": content.extends.code, "version": content.extends.edition}
    return {"extends": {key: text for key, text in named.items() if text}}


class _Dumper(yaml.SafeDumper):
    """Texts of several lines stand as people write them, where YAML can hold them so; lists stand in."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _said(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text and not text[0].isspace() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _said)


def _section(section: Section, content: ChecklistContent) -> dict[str, Any]:
    asked = [_question(each) for each in content.questions if each.section_id == section.id]
    return {"id": section.code, "title": _both(section, "title"), "questions": asked}


def _question(question: Question) -> dict[str, Any]:
    held: dict[str, Any] = {
        "id": question.code,
        "text": _both(question, "text"),
        "guidance": _both(question, "guidance"),
        "evidence": _both(question, "evidence"),
        "refs": list(question.refers_to),
        "minutes": question.minutes,
        "must_ask": question.must_ask,
        "condition": question.condition,
        "commonality": str(question.commonality),
        "parameter": question.parameter,
    }
    return {name: value for name, value in held.items() if value or name in ("id", "text", "minutes")}


def _both(record: Any, name: str) -> dict[str, str]:
    told = {language: getattr(record, f"{name}_{language}") for language in LANGUAGES}
    return {language: text for language, text in told.items() if text}
