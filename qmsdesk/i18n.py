"""The words of the program: texts, plurals, dates and numbers in Swedish or English."""

import gettext
from datetime import date, datetime
from functools import cache
from typing import Any

from qmsdesk.paths import resource

LANGUAGES = ("sv", "en")
LOCALES = {"sv": "sv_SE", "en": "en_GB"}


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a text for the catalogue where no language is at hand; whoever shows it translates it."""
    return text


class Words:
    """One language, called like gettext's `_`: `_("{count} left", count=3)`.

    Fields are always named, so that a translator can move them.
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue for {language!r}")
        self.language = language
        self.locale = LOCALES[language]
        self._catalogue = gettext.translation(
            "qmsdesk", resource("locale"), languages=[language], fallback=language == "en"
        )

    def __call__(self, text: str, **fields: Any) -> str:
        translated = self._catalogue.gettext(text) if text else ""
        return translated.format(**fields) if fields else translated

    def plural(self, one: str, many: str, count: int, **fields: Any) -> str:
        """The form that fits `count`, which is also the field `{count}`."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **fields)

    def context(self, context: str, text: str) -> str:
        """A text that means different things in different places."""
        return self._catalogue.pgettext(context, text)

    def date(self, day: date, form: str = "d MMMM y") -> str:
        """A day as running text has it, 25 november 2026; `form` is a CLDR pattern."""
        from babel.dates import format_date  # 40 ms that the first window does not need

        return format_date(day, form, locale=self.locale)

    def time(self, moment: datetime) -> str:
        """The local time of day, 09:41."""
        return moment.astimezone().strftime("%H:%M")

    def number(self, value: float) -> str:
        from babel.numbers import format_decimal  # see `date`

        return format_decimal(value, locale=self.locale)

    def pick(self, record: Any, field: str) -> str:
        """The text of a bilingual field, `pick(unit, "name")`; the other language where this one is missing."""
        other = "en" if self.language == "sv" else "sv"
        return getattr(record, f"{field}_{self.language}") or getattr(record, f"{field}_{other}")


@cache
def words(language: str) -> Words:
    """The words of a language, read once."""
    return Words(language)
