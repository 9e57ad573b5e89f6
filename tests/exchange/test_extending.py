"""Modules on their way: a file names the core, and the register that takes it in ties them together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qmsdesk.domain.checklists import Checklist, ChecklistState, Question, Section
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.checklists import (
    ChecklistContent,
    Extended,
    say_conditions_astray,
    say_core,
    write_content,
)
from qmsdesk.exchange.exports.formats import FORMATS, content_in
from qmsdesk.exchange.sources.files import understand
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.store.checklists import find_checklist, questions_of
from qmsdesk.store.register import Register

CORE = Checklist("core", "core-1", "1.0", "Kärna", "Core", ChecklistState.PUBLISHED)
MODULE = Checklist("module", "kitchen", "2", "Kök", "Kitchen", ChecklistState.PUBLISHED, "core")
PARTS = (
    *(Section("s", "core", "1", "a", "Allt", "All"), Section("t", "module", "1", "a", "Kyla", "Cold")),
    Question("q", "s", "has-kitchen", "a", text_en="Is there a kitchen?", content_hash="1"),
    Question("r", "t", "cold", "a", text_en="How cold?", condition="${has-kitchen} = 'yes'", content_hash="2"),
)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Register]:
    register = Register(tmp_path / "here.qmsdesk", "0123456789abcdef", create=True)
    register.write([edit for record in (CORE, MODULE, *PARTS) for edit in creation_of(record)])
    yield register
    register.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Register]:
    register = Register(tmp_path / "there.qmsdesk", "fedcba9876543210", create=True)
    yield register
    register.close()


def carried(register: Register, code: str, form: str, language: str, folder: Path) -> ChecklistContent:
    content = content_in(register.db, find_checklist(register.db, code))
    path = folder / f"{code}{form}"
    path.write_bytes(FORMATS[form](content, words(language)))
    return understand(path).content


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [".yaml", ".xlsx", ".docx"])
def test_a_module_finds_its_core_again(
    form: str, language: str, here: Register, there: Register, tmp_path: Path
) -> None:
    _ = words("en")
    module = carried(here, "kitchen", form, language, tmp_path)
    assert module.extends == Extended("core-1", "1.0")
    assert [each.code for each in module.questions] == ["cold"]
    assert "“core-1 1.0”, which is not here" in say_core(there.db, module, _)

    alone = write_content(there, module)
    assert alone.extends_id is None
    assert [each.code for each in questions_of(there.db, alone.id)] == ["cold"]

    core = write_content(there, carried(here, "core-1", form, language, tmp_path))
    assert say_core(there.db, module, _) == ""
    assert write_content(there, module).id == alone.id, "it is the same, and is tied to its core now"
    assert find_checklist(there.db, "kitchen").extends_id == core.id
    assert [each.code for each in questions_of(there.db, alone.id)] == ["has-kitchen", "cold"]
    assert carried(there, "kitchen", form, language, tmp_path) == module


def test_another_edition_of_the_core_takes_its_place_and_says_so(here: Register, tmp_path: Path) -> None:
    content = carried(here, "kitchen", ".yaml", "en", tmp_path)
    other = ChecklistContent(content.checklist, content.sections, content.questions, extends=Extended("core-1", "3"))
    assert "edition 1.0, which is here, takes its place" in say_core(here.db, other, words("en"))
    nowhere = ChecklistContent(content.checklist, content.sections, content.questions, extends=Extended("kitchen", "2"))
    assert "not here" in say_core(here.db, nowhere, words("en")), "a module is no core"


def test_conditions_that_point_astray_are_warned_of(here: Register, tmp_path: Path) -> None:
    content = carried(here, "kitchen", ".yaml", "en", tmp_path)
    assert say_conditions_astray(content, words("en")) == "", "it may stand in the core"
    alone = ChecklistContent(content.checklist, content.sections, content.questions)
    assert say_conditions_astray(alone, words("en")).startswith("1 condition points at no earlier question")
