"""The guides hold what the program holds: its commands, keys, screen texts and file form; no link leads nowhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from qmsdesk.cli.commands import build
from qmsdesk.exchange.checklists import read_checklist
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.paths import resource
from qmsdesk.ui.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
README_LINES, DECISION_LINES = 70, 60
CAPS = {
    "sv": {
        "Shift": "Skift",
        "Space": "Mellanslag",
        "Left": "Vänsterpil",
        "Right": "Högerpil",
        "Up": "Uppil",
        "Down": "Nedpil",
    },
    "en": {},
}
EVERYWHERE = {"Return": "Enter", "PgUp": "Page Up", "PgDown": "Page Down"}
"""Keys as they stand on a keyboard, where that is not what Qt calls them."""


def guide(language: str) -> str:
    return (DOCS / "guide" / f"{language}.md").read_text(encoding="utf-8")


def it_guide(language: str) -> str:
    return (DOCS / f"it-guide.{language}.md").read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# --- the command line ---


def commands(group: click.Group, before: str = "qmsdesk") -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_it_guide_names_every_command(language: str) -> None:
    text = it_guide(language)

    assert [each for each in commands(build(words("en"))) if not re.search(rf"`{each}\b", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_it_guide_names_no_command_that_is_not_there(language: str) -> None:
    known = build(words("en")).commands
    said = re.findall(r"`qmsdesk (\w+)", it_guide(language))

    assert said
    assert set(said) <= set(known)


# --- the keys ---


def cap(key: str, language: str) -> str:
    """`Ctrl+Shift+Z` as a guide writes it; the last sign of `Ctrl++` is a key."""
    names = EVERYWHERE | CAPS[language]
    return "+".join(names.get(part, part) for part in re.split(r"(?<=[^+])\+", key))


def key_table(language: str) -> set[tuple[str, str]]:
    """What a guide says one does, and by which key."""
    rows = re.findall(r"^\|[^|]+\|\s*\*\*([^|*]+)\*\*[^|]*\|([^|]+)\|$", guide(language), re.MULTILINE)
    return {(text, key) for text, keys in rows for key in re.findall(r"`([^`]+)`", keys)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_says_every_key_and_no_other(language: str) -> None:
    say = words(language)
    held = [command for place in COMMANDS.values() for command in place]

    assert key_table(language) == {(say(each.text), cap(key, language)) for each in held for key in each.keys}


# --- the texts of the screen ---


def screen_texts(language: str) -> list[str]:
    """What a guide prints bold, which it does with the program's own words alone."""
    return [text.rstrip("…") for text in re.findall(r"\*\*([^*]+)\*\*", guide(language))]


def catalogue() -> dict[str, str]:
    with resource("locale", "sv", "LC_MESSAGES", "qmsdesk.po").open("rb") as file:
        held = [message for message in read_po(file) if isinstance(message.id, str) and message.id]
    return {str(message.id).rstrip("…"): str(message.string).rstrip("…") for message in held if not message.context}


def test_the_english_guide_calls_things_as_the_screen_does() -> None:
    known = catalogue()

    assert [text for text in screen_texts("en") if text not in known] == []


def test_the_swedish_guide_calls_them_as_the_catalogue_does() -> None:
    """Both guides name the same things in the same order; what waits for its translation is the catalogue's fault."""
    known = catalogue()
    english, swedish = screen_texts("en"), screen_texts("sv")
    pairs = list(zip(english, swedish, strict=True))

    assert [(known[en], sv) for en, sv in pairs if known.get(en) and known[en] != sv] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklist_of_the_guide_can_be_imported(language: str, tmp_path: Path) -> None:
    (form,) = re.findall(r"```yaml\n(.+?)```", guide(language), re.DOTALL)
    file = tmp_path / "checklist.yaml"
    file.write_text(form, encoding="utf-8")
    content = read_checklist(file)

    assert (len(content.sections), len(content.questions), content.left_out) == (2, 3, ())
    assert content.without(language) == []


# --- links, pictures and length ---


def targets(page: Path) -> list[str]:
    """What a page points to beside itself, in this project."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    return [each.split("#")[0] for each in found if not re.match(r"#|[a-z]+:", each)]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_and_picture_is_there(page: Path) -> None:
    assert [each for each in targets(page) if not (page.parent / each).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_picture_says_what_it_shows(page: Path) -> None:
    assert re.findall(r"!\[\s*\]\(([^)]+)\)", page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_shows_screens_of_its_own_language(language: str) -> None:
    pictures = [each for each in targets(DOCS / "guide" / f"{language}.md") if each.endswith(".png")]

    assert len(pictures) >= 4
    assert all(each.startswith(f"../pictures/{language}/") for each in pictures)


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < README_LINES


@pytest.mark.parametrize("page", DECISIONS, ids=name_of)
def test_a_decision_has_a_heading_and_fits_a_page(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()

    assert re.match(r"# \S", lines[0])
    assert len(lines) <= DECISION_LINES
