"""OSCAL catalogues: groups become sections, controls become questions, and their parts become guidance and evidence."""

import re
from collections.abc import Iterator
from typing import Any

from qmsdesk.exchange.sources.headings import joined_title
from qmsdesk.exchange.sources.json_files import Held, parts_at, text_at, texts_at
from qmsdesk.exchange.sources.outlines import Outline, OutlineQuestion, OutlineSection
from qmsdesk.exchange.sources.sheets import LeftOut, Place
from qmsdesk.i18n import N_

_INSERT = re.compile(r"\{\{\s*(?:insert:\s*)?param(?:eter)?\s*[,:]\s*([\w.\-]+)\s*\}\}")
DEEPEST = 20
LONGEST = 20_000
_EVIDENCE = frozenset({"assessment-method", "assessment-objects", "assessment"})
WITHDRAWN = N_("it is withdrawn")
NO_PLACE = N_("a section has no text of its own")


def is_catalog(held: Held) -> bool:
    return isinstance(held.get("catalog"), dict)


def read_catalog(held: Held, file: str) -> tuple[Outline, tuple[LeftOut, ...]]:
    """The outline of a catalogue, and what is left out of it."""
    reading = _Reading(held["catalog"], file)
    return reading.outline, tuple(reading.left_out)


class _Reading:
    def __init__(self, catalog: Held, file: str) -> None:
        about = catalog.get("metadata")
        about = about if isinstance(about, dict) else {}
        self._file = file
        self._parameters: dict[str, Held] = {}
        self._known: dict[str, str] = {}
        self.left_out: list[LeftOut] = []
        self.outline = Outline({"en": text_at(about, "title")}, edition=text_at(about, "version") or "1")
        self._read_group(catalog, ())

    def _read_group(self, group: Held, path: tuple[str, ...]) -> None:
        if len(path) > DEEPEST:
            return
        section = OutlineSection({"en": joined_title(path)}, code=_label(group) if path else "")
        self.outline.sections.append(section)
        for part in parts_at(group, "parts"):
            self._leave_out("group", group, "\n\n".join(self._said(part)), NO_PLACE)
        self._read_controls(group, section, 0)
        for inner in parts_at(group, "groups"):
            self._read_group(inner, (*path, text_at(inner, "title", "id")))

    def _read_controls(self, held: Held, section: OutlineSection, depth: int) -> None:
        if depth > DEEPEST:
            return
        for control in parts_at(held, "controls"):
            if _property(control, "status").lower() == "withdrawn":
                self._leave_out("control", control, text_at(control, "title"), WITHDRAWN)
                continue
            self._learn(control)
            section.questions.append(self._question(control))
            self._read_controls(control, section, depth + 1)

    def _learn(self, control: Held) -> None:
        self._parameters |= {text_at(each, "id"): each for each in parts_at(control, "params")}

    def _question(self, control: Held) -> OutlineQuestion:
        parts = parts_at(control, "parts")
        parts.sort(key=lambda part: text_at(part, "name") != "statement")
        guidance = [text for part in parts if not _is_evidence(part) for text in self._said(part)]
        evidence = [text for part in parts if _is_evidence(part) for text in self._said(part)]
        return OutlineQuestion(
            {"en": self._filled(text_at(control, "title", "id"))},
            {"en": "\n\n".join(guidance)},
            {"en": "\n\n".join(evidence)},
            code=_label(control),
        )

    def _said(self, part: Held, depth: int = 0) -> Iterator[str]:
        """What a part and the parts inside it say, each with its own label before it."""
        prose = text_at(part, "prose")
        heading = " ".join(text for text in (_property(part, "label"), text_at(part, "title")) if text)
        if prose:
            yield f"{heading} {self._filled(prose)}".strip()
        elif heading and parts_at(part, "parts"):
            yield heading
        if depth < DEEPEST:
            for inner in parts_at(part, "parts"):
                yield from self._said(inner, depth + 1)

    def _filled(self, text: str, inside: tuple[str, ...] = ()) -> str:
        """The text with its parameters put in as shown; one that holds itself stays as it is written."""

        def shown(match: re.Match[str]) -> str:
            name = match[1]
            if name in inside or len(inside) > DEEPEST or name not in self._parameters:
                return match[0]
            if name not in self._known:
                self._known[name] = self._shown(self._parameters[name], (*inside, name))
            return self._known[name]

        filled = _INSERT.sub(shown, text)
        return filled if len(filled) <= LONGEST or len(text) > LONGEST else text

    def _shown(self, parameter: Held, inside: tuple[str, ...]) -> str:
        select: Any = parameter.get("select")
        choices = texts_at(select, "choice") if isinstance(select, dict) else []
        if values := texts_at(parameter, "values"):
            return ", ".join(values)
        if choices:
            return f"[{'; '.join(self._filled(choice, inside) for choice in choices)}]"
        return f"[{text_at(parameter, 'label', 'id')}]"

    def _leave_out(self, unit: str, held: Held, text: str, reason: str) -> None:
        if text:
            self.left_out.append(LeftOut(Place(self._file, text_at(held, "id"), unit=unit), text, reason))


def _is_evidence(part: Held) -> bool:
    return text_at(part, "name") in _EVIDENCE


def _label(held: Held) -> str:
    return _property(held, "label") or text_at(held, "id")


def _property(held: Held, name: str) -> str:
    """The first property of that name; of a catalogue's labels the first is the usual one."""
    return next((text_at(each, "value") for each in parts_at(held, "props") if text_at(each, "name") == name), "")
