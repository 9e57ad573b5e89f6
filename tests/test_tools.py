"""The tools: what they read out of the code, what they find wrong in a catalogue, what they ask of a machine."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import catalogues, dev
from tools.contact_sheet import write_sheet

CODE = """
class Page:
    def __init__(self, _):
        self._ = _
        title = self._("Start the day")
        left = _("{count} left for {name}", count=1, name="x")
        many = self._.plural("{count} question", "{count} questions", 2)
        month = _.context("month", "May")
        later = N_("Draft")
        unknown = _(title)
"""


@pytest.fixture
def template(tmp_path: Path) -> Catalog:
    code = tmp_path / "qmsdesk"
    code.mkdir()
    (code / "page.py").write_text(CODE, encoding="utf-8")
    return catalogues.extract(code)


def translated(template: Catalog, changed: dict[str, str | tuple[str, str]] | None = None) -> Catalog:
    """A Swedish catalogue with every text translated by itself, but for those given."""
    whole = catalogues.merge(template, Catalog(locale="sv"))
    for message in whole:
        if message.id:
            message.string = (changed or {}).get(catalogues.forms(message.id)[0], message.id)
    return whole


def test_texts_are_found_however_the_words_are_held(template: Catalog) -> None:
    assert [(message.id, message.context) for message in template if message.id] == [
        ("Start the day", None),
        ("{count} left for {name}", None),
        (("{count} question", "{count} questions"), None),
        ("May", "month"),
        ("Draft", None),
    ]


def test_a_complete_catalogue_has_no_faults(template: Catalog) -> None:
    assert list(catalogues.faults(template, translated(template))) == []


def test_a_text_without_translation_is_a_fault(template: Catalog) -> None:
    assert list(catalogues.faults(template, translated(template, {"Draft": ""}))) == ["not translated: 'Draft'"]


def test_a_lost_field_is_a_fault(template: Catalog) -> None:
    (fault,) = catalogues.faults(template, translated(template, {"{count} left for {name}": "{count} kvar"}))

    assert fault == "fields differ: '{count} left for {name}' and '{count} kvar'"


@pytest.mark.parametrize(
    ("forms", "faults"), [(("en fråga", "{count} frågor"), 0), (("en fråga", "{antal} frågor"), 1), (("", "frågor"), 1)]
)
def test_a_singular_may_do_without_its_count_but_with_nothing_else(
    template: Catalog, forms: tuple[str, str], faults: int
) -> None:
    assert len(list(catalogues.faults(template, translated(template, {"{count} question": forms})))) == faults


def test_a_text_that_is_missing_or_no_longer_used_is_a_fault(template: Catalog) -> None:
    other = Catalog(locale="sv")
    other.add("Stop the day", "Avsluta dagen")
    faults = list(catalogues.faults(template, other))

    assert "not in the catalogue: 'Start the day'" in faults
    assert "no longer used: 'Stop the day'" in faults


def test_a_translation_sleeps_while_its_text_is_away_and_comes_back_with_it(template: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "sv" / "LC_MESSAGES" / "qmsdesk.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(catalogues.as_text(catalogues.merge(Catalog(), translated(template, {"Draft": "Utkast"}))))
    asleep = catalogues.read(file)
    awake = catalogues.merge(template, asleep)

    assert len(asleep) == 0
    assert awake.get("Draft").string == "Utkast"
    assert awake.get("May", "month").string == "May"
    assert not catalogues.merge(Catalog(), asleep, prune=True).obsolete


def test_writing_a_catalogue_twice_changes_nothing(template: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "sv" / "LC_MESSAGES" / "qmsdesk.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(catalogues.as_text(translated(template)))

    assert catalogues.as_text(catalogues.merge(template, catalogues.read(file))) == file.read_bytes()


def test_the_command_list_names_every_command() -> None:
    shown = subprocess.run([sys.executable, dev.__file__], capture_output=True, text=True, check=True).stdout

    assert all(f"  {name} " in shown for name in dev.COMMANDS)


def test_an_unknown_command_is_wrong_use() -> None:
    assert subprocess.run([sys.executable, dev.__file__, "dance"], capture_output=True, check=False).returncode == 2


def test_installers_are_not_tried_and_nothing_is_fetched_where_a_tool_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(dev.BUILDING, "no-such-tool", "no-such-package")
    for name in ("call", "install_packages", "run_quietly"):
        monkeypatch.setattr(dev, name, lambda *words, name=name: pytest.fail(f"{name} {words}"))

    assert dev.test_installers(["--if-ready"]) == 0
    assert "lacks" in capsys.readouterr().err


def test_the_makefile_offers_every_command() -> None:
    makefile = (dev.ROOT / "Makefile").read_text(encoding="utf-8")

    assert f"\n{' '.join(dev.COMMANDS)}:\n" in makefile


def test_a_python_that_is_not_there_has_no_version() -> None:
    assert dev.version_of([sys.executable]) == sys.version_info[:2]
    assert dev.version_of(["python3.99"]) == ()


def test_the_fingerprint_follows_the_pins_but_not_the_settings_of_tools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    pins, project = tmp_path / "requirements" / "run.txt", tmp_path / "pyproject.toml"
    pins.parent.mkdir()
    pins.write_text("click==8.5.1", encoding="utf-8")
    project.write_text("[project]\n[tool.ruff]\n", encoding="utf-8")
    first = dev.fingerprint("run")

    project.write_text("[project]\n[tool.ruff]\nline-length = 100\n", encoding="utf-8")
    assert dev.fingerprint("run") == first
    pins.write_text("click==8.5.2", encoding="utf-8")
    assert dev.fingerprint("run") != first


def test_the_sheet_shows_each_page_in_all_its_looks_together(tmp_path: Path) -> None:
    for look, name in (
        ("empty-sv-light", "01-today"),
        ("normal-sv-dark", "07-today"),
        ("normal-sv-dark", "08-new-day"),
    ):
        (tmp_path / look).mkdir(exist_ok=True)
        (tmp_path / look / f"{name}.png").touch()

    said = write_sheet(tmp_path).read_text(encoding="utf-8")

    assert said.count("<h2>") == 2
    today = said.split("<h2>today</h2>")[1].split("<h2>")[0]
    assert "empty-sv-light/01-today.png" in today
    assert "normal-sv-dark/07-today.png" in today
    assert "08-new-day.png" not in today
