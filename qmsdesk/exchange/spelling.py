"""Dictionaries of Hunspell that lie on this computer, and the file of one's own words."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from qmsdesk.domain.errors import FileNotWritable, reason_of
from qmsdesk.paths import policy_file, settings_folder

NAMES = {"sv": ("sv_SE", "sv-SE", "sv", "sv_FI"), "en": ("en_GB", "en-GB", "en", "en_US", "en-US")}
"""The best first."""


class Dictionary:
    """One language, read whole when it is made: a tenth of a second and ten megabytes."""

    def __init__(self, path: Path) -> None:
        import hunspell  # a compiled library that only writing needs

        self._held = hunspell.Hunspell(path.name, hunspell_data_dir=str(path.parent), system_encoding="UTF-8")

    def knows(self, word: str) -> bool:
        """What the dictionary has no letters for is no word of its language, and not for it to judge."""
        try:
            return bool(self._held.spell(word))
        except UnicodeError:
            return True

    def suggest(self, word: str) -> tuple[str, ...]:
        try:
            return tuple(self._held.suggest(word))
        except UnicodeError:
            return ()


def dictionary_folders() -> list[Path]:
    """One's own first, then those of IT, of the system, and of LibreOffice."""
    ours = [settings_folder() / "dictionaries", policy_file().parent / "dictionaries"]
    if sys.platform == "win32":
        office = Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")) / "LibreOffice" / "share"
        return [*ours, *_of_office(office)]
    if sys.platform == "darwin":
        office = Path("/Applications/LibreOffice.app/Contents/Resources")
        return [*ours, Path.home() / "Library/Spelling", Path("/Library/Spelling"), *_of_office(office)]
    share = Path("/usr/share")
    return [*ours, share / "hunspell", share / "myspell/dicts", *_of_office(Path("/usr/lib/libreoffice/share"))]


def _of_office(share: Path) -> list[Path]:
    return [share / "extensions" / f"dict-{language}" for language in NAMES]


def find_dictionaries(folders: Iterable[Path]) -> dict[str, Path]:
    """The best dictionary of each language there is one for, without its ending."""
    held = [*folders]
    found = {}
    for language, names in NAMES.items():
        paths = (folder / name for folder in held for name in names)
        path = next((path for path in paths if all(path.with_suffix(end).is_file() for end in (".aff", ".dic"))), None)
        if path is not None:
            found[language] = path
    return found


def own_words_file() -> Path:
    return settings_folder() / "words.txt"


def load_own_words() -> set[str]:
    """One word in each line; a file that is away or cannot be read has none."""
    try:
        lines = own_words_file().read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError):
        return set()
    return {line.strip().lower() for line in lines if line.strip()}


def add_own_word(word: str) -> None:
    path = own_words_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{word}\n")
    except OSError as error:
        raise FileNotWritable(path=path, reason=reason_of(error)) from error
