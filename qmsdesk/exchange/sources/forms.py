"""Files that say themselves what is what: our own YAML, CISO Assistant, OSCAL, STIG and XLSForm."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from qmsdesk.domain.errors import NoChecklistInFile
from qmsdesk.exchange.checklists import ChecklistContent, read_checklist
from qmsdesk.exchange.sources.benchmarks import is_benchmark, read_benchmark
from qmsdesk.exchange.sources.catalogs import is_catalog, read_catalog
from qmsdesk.exchange.sources.frameworks import (
    is_framework,
    is_framework_book,
    read_framework,
    read_framework_book,
)
from qmsdesk.exchange.sources.json_files import Held, read_json, read_whole
from qmsdesk.exchange.sources.languages import language_of
from qmsdesk.exchange.sources.mappings import Mapping
from qmsdesk.exchange.sources.outlines import Outline
from qmsdesk.exchange.sources.own_workbooks import is_own_workbook, read_own_workbook
from qmsdesk.exchange.sources.sheets import Cancelled, LeftOut, Place, Progress, Sheet
from qmsdesk.exchange.sources.understandings import Understanding, understanding_of
from qmsdesk.exchange.sources.xlsforms import is_xlsform, read_xlsform
from qmsdesk.exchange.yaml_files import Loader
from qmsdesk.i18n import N_

NO_PLACE = N_("the program has no place for it")
MOST = 20_000
_UNNAMED = re.compile(r"[^a-z0-9]+")
_PLAIN = str.maketrans("åäöéü", "aaoeu")
_CODE_LENGTH = 40
_FOREIGN = re.compile(r"^(objects|convert_library_version)\s*:", re.MULTILINE)


def understand_json(path: Path, _mapping: Mapping | None, _progress: Progress, _cancelled: Cancelled) -> Understanding:
    """A framework, a catalogue or a checklist of rules in JSON. Raises a `Refusal`."""
    held = read_json(path)
    if is_catalog(held):
        return understood(path, *read_catalog(held, path.name))
    if is_benchmark(held):
        return understood(path, *read_benchmark(held, path.name))
    return _understood_framework(held, path)


def understand_yaml(path: Path, _mapping: Mapping | None, _progress: Progress, _cancelled: Cancelled) -> Understanding:
    """Our own form, or a framework. Raises a `Refusal`."""
    if _FOREIGN.search(read_whole(path).decode("utf-8", "replace")):
        return _understood_framework(_loaded(path), path)
    return understanding_of_own(read_checklist(path), path.name)


def understand_known_book(sheets: Sequence[Sheet], path: Path) -> Understanding | None:
    """A workbook of our own, or made for a form or a framework; nothing for all others."""
    if is_own_workbook(sheets):
        outline, left_out = read_own_workbook(sheets, path.name)
        if outline.sections:
            return understood(path, outline, left_out)
    if is_xlsform(sheets):
        return understood(path, *read_xlsform(sheets, path.name, language_of))
    if is_framework_book(sheets):
        return understood(path, *read_framework_book(sheets, path.name))
    return None


def understanding_of_own(content: ChecklistContent, file: str) -> Understanding:
    """What a file in a form of our own holds."""
    left_out = tuple(LeftOut(Place(file), name, NO_PLACE) for name in content.left_out)
    return Understanding(content, len(content.sections), left_out)


def _understood_framework(held: Held, path: Path) -> Understanding:
    if not is_framework(held):
        raise NoChecklistInFile(file=path.name, reason=N_("this kind of file is not known"))
    return understood(path, *read_framework(held, path.name))


def understood(
    path: Path, outline: Outline, left_out: tuple[LeftOut, ...], warnings: tuple[str, ...] = ()
) -> Understanding:
    """An outline made whole: one that asks nothing is refused, one without title or code is given them."""
    for section in outline.sections:
        section.questions = [question for question in section.questions if any(question.text.values())]
    asked = sum(len(section.questions) for section in outline.sections)
    if not asked:
        raise NoChecklistInFile(file=path.name, reason=N_("it asks nothing"))
    if asked > MOST:
        raise NoChecklistInFile(file=path.name, reason=N_("it asks more than 20,000 questions"))
    if not any(outline.title.values()):
        outline.title = {_first_language(outline): path.stem}
    outline.code = outline.code or _code(next(text for text in outline.title.values() if text))
    return understanding_of(outline, left_out, warnings)


def _first_language(outline: Outline) -> str:
    return next(language for section in outline.sections for each in section.questions for language in each.text)


def _code(title: str) -> str:
    """A short name for a checklist that has none, from its title."""
    code = _UNNAMED.sub("-", title.lower().translate(_PLAIN)).strip("-")
    while len(code) > _CODE_LENGTH and "-" in code:
        code = code.rpartition("-")[0]
    return code[:_CODE_LENGTH] or "checklist"


def _loaded(path: Path) -> Held:
    """YAML as texts, lists and mappings; whatever tags it has are not followed."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        _refuse_depth(text, path)
        held: Any = yaml.load(text, Loader)  # noqa: S506 - it makes nothing but text, lists and mappings
    except UnicodeDecodeError as error:
        raise NoChecklistInFile(file=path.name, reason=N_("it is not text in UTF-8")) from error
    except (yaml.YAMLError, TypeError, ValueError, RecursionError) as error:
        raise NoChecklistInFile(file=path.name, reason=N_("its indentation or punctuation is not YAML")) from error
    return held if isinstance(held, dict) else {}


def _refuse_depth(text: str, path: Path) -> None:
    depth = 0
    for event in yaml.parse(text, Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > 30:
            raise NoChecklistInFile(file=path.name, reason=N_("it is nested too deeply"))
