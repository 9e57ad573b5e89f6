"""Dictionaries of a few words, as files of Hunspell's own kind."""

from pathlib import Path

SWEDISH = ("dörren", "gången", "är", "lång", "rutin", "städ", "och", "brandskydd", "vi", "såg", "att", "en", "av")
ENGLISH = ("the", "door", "is", "open", "colour", "routine", "don't", "and")
RULES = "SET {encoding}\nTRY esianrtolcdugmphbyfvkwåäö\nREP 1\nREP jö ö\nCOMPOUNDFLAG Y\nCOMPOUNDMIN 3\n"


def write_dictionary(folder: Path, name: str, words: tuple[str, ...], encoding: str = "UTF-8") -> Path:
    """Both files of it; words of four letters and more can be joined to longer ones."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [str(len(words)), *(f"{word}/Y" if len(word) > 3 else word for word in words)]
    (folder / f"{name}.aff").write_text(RULES.format(encoding=encoding), encoding=encoding)
    (folder / f"{name}.dic").write_text("\n".join(lines) + "\n", encoding=encoding)
    return folder / name
