"""The translations: reads the texts out of the code, brings the .po files in line, checks and compiles them.

English is the source and has no catalogue. The .po files carry no dates and no line numbers, so that two people who
translate different pages do not meet in a merge.
"""

import ast
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "qmsdesk"
LOCALE = ROOT / "resources" / "locale"
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Stands in every compiled catalogue, so that the same texts give the same file."""
# `_("…")`, `N_("…")`, `_.plural("one", "many", n)`, `_.context("ctx", "…")`; self._ is found by the same names.
KEYWORDS = {"_": None, "N_": None, "plural": (1, 2), "context": ((1, "c"), 2)}


def catalogues() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/qmsdesk.po"))


def extract(code: Path = CODE) -> Catalog:
    """Every text of the code, in the order of files and lines."""
    found = Catalog(fuzzy=False)
    texts = extract_from_dir(str(code), keywords=KEYWORDS, comment_tags=("i18n:",), strip_comment_tags=True)
    for file, line, text, comments, context in sorted(texts, key=lambda each: (Path(each[0]).as_posix(), each[1])):
        place = f"{code.name}/{Path(file).as_posix()}"
        found.add(text, locations=[(place, line)], auto_comments=comments, context=context)
    return found


def hidden(code: Path = CODE) -> Iterator[str]:
    """The texts that stand in the braces of an f-string, where Babel does not see them before Python 3.12."""
    for path in sorted(code.rglob("*.py")):
        for string in ast.walk(ast.parse(path.read_text("utf-8"))):
            calls = [part for part in ast.walk(string) if isinstance(part, ast.Call)]
            if isinstance(string, ast.JoinedStr) and any(is_text(call) for call in calls):
                yield f"{path.relative_to(code.parent).as_posix()}:{string.lineno}: a text inside an f-string"


def is_text(call: ast.Call) -> bool:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    return name in KEYWORDS and bool(call.args) and isinstance(call.args[0], ast.Constant)


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain="qmsdesk", abort_invalid=True)


def key(message: Message) -> tuple[str, str | None]:
    return forms(message.id)[0], message.context


def merge(template: Catalog, old: Catalog, prune: bool = False) -> Catalog:
    """The texts of the template with the translations of `old`; what is no longer used sleeps at the end."""
    known = {key(message): message for message in [*old.obsolete.values(), *old] if message.id}
    merged = Catalog(locale=old.locale, domain="qmsdesk", fuzzy=False)
    for message in template:
        if message.id:
            before = known.pop(key(message), None)
            kept = before.string if before and before.pluralizable == message.pluralizable else None
            comments = before.user_comments if before else ()
            merged.add(
                message.id,
                kept,
                locations=message.locations,
                auto_comments=message.auto_comments,
                user_comments=comments,
                context=message.context,
            )
    if not prune:
        merged.obsolete.update({str(each): message for each, message in known.items() if message.string})
    return merged


def as_text(catalogue: Catalog) -> bytes:
    """The .po file; our own header, because Babel's changes with the day and with its version."""
    body = BytesIO()
    write_po(body, catalogue, width=116, omit_header=True, include_lineno=False)
    return HEADER.format(language=catalogue.locale, plural=catalogue.plural_forms).encode() + body.getvalue().lstrip()


HEADER = """\
# The texts of qmsdesk. Terms as in the glossary, plain words, "du". Bring in line with: python tools/dev.py catalogues
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def update(arguments: Sequence[str]) -> int:
    template = extract()
    for path in catalogues():
        merged = merge(template, read(path), prune="--prune" in arguments)
        path.write_bytes(as_text(merged))
        todo = sum(1 for message in merged if message.id and not is_translated(message))
        print(f"{path.relative_to(ROOT).as_posix()}: {len(merged)} texts, {todo} to translate")
    return 0


def forms(text: object) -> list[str]:
    """The singular and plural of a text as a list; one entry where it has no plural."""
    return list(text) if isinstance(text, (list, tuple)) else [str(text or "")]


def is_translated(message: Message) -> bool:
    return all(forms(message.string))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def wrong_fields(message: Message) -> bool:
    """Whether a translation lost or made up a {field}; a singular may say "one" in place of {count}."""
    wanted = {name for source in forms(message.id) for name in fields(source)}
    needed = wanted - {"count"} if message.pluralizable else wanted
    return any(not needed <= fields(text) <= wanted for text in forms(message.string))


def faults(template: Catalog, translated: Catalog) -> Iterator[str]:
    """What is wrong with a catalogue, one sentence each."""
    used = {key(message) for message in template if message.id}
    present = {key(message): message for message in translated if message.id}
    for missing in sorted(each[0] for each in used - present.keys()):
        yield f"not in the catalogue: {missing!r}"
    for each, message in present.items():
        if each not in used:
            yield f"no longer used: {each[0]!r}"
        elif message.fuzzy:
            yield f"marked fuzzy: {each[0]!r}"
        elif not is_translated(message):
            yield f"not translated: {each[0]!r}"
        elif wrong_fields(message):
            yield f"fields differ: {each[0]!r} and {message.string!r}"
    for message in translated.obsolete.values():
        yield f"sleeping at the end: {message.id!r}"


def check(arguments: Sequence[str]) -> int:
    template = extract()
    unseen = list(hidden())
    print(*unseen, sep="\n", end="\n" if unseen else "")
    count = len(unseen)
    for path in catalogues():
        translated = read(path)
        found = list(faults(template, translated))
        if not found and as_text(merge(template, translated)) != path.read_bytes():
            found = ["not in line with the code; run: python tools/dev.py catalogues"]
        print(
            *(f"{path.relative_to(ROOT).as_posix()}: {fault}" for fault in found), sep="\n", end="\n" if found else ""
        )
        count += len(found)
    return 1 if count else 0


def compile_stale(arguments: Sequence[str] = ()) -> int:
    """Write the .mo files that are missing or older than their .po."""
    for path in catalogues():
        target = path.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < path.stat().st_mtime:
            fresh, catalogue = target.with_suffix(".new"), read(path)
            catalogue.creation_date = NEVER
            with fresh.open("wb") as file:
                write_mo(file, catalogue)
            fresh.replace(target)
    return 0


COMMANDS = {"update": update, "check": check, "compile": compile_stale}

if __name__ == "__main__":
    sys.exit(COMMANDS[sys.argv[1]](sys.argv[2:]))
