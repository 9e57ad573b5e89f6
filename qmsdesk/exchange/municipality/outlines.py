"""Outlines: what the demo's files hold, and how their texts, days and names become those of records."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from qmsdesk.domain.identity import derived_id

Item = Mapping[str, Any]


def demo_id(*parts: str) -> str:
    """The same in every demo, so that two of them can be compared."""
    return derived_id("demo", *parts)


def day_of(item: Item, field: str) -> dt.date | None:
    return dt.date.fromisoformat(item[field]) if field in item else None


def both(item: Item, name: str, field: str = "") -> dict[str, str]:
    """Both languages of a text of the outline, as the two fields of a record."""
    texts = item.get(name, {})
    return {f"{field or name}_{language}": texts.get(language, "") for language in ("sv", "en")}


@dataclass(frozen=True)
class Outline:
    """The municipality, the shape of its days, the language of its records, and the day it is today."""

    municipality: Item
    days: Item
    language: str
    today: dt.date

    def say(self, item: Item, name: str) -> str:
        """A text in the language of the records; empty where the outline has none."""
        text: str = item.get(name, {}).get(self.language, "")
        return text

    @cached_property
    def units(self) -> dict[str, Item]:
        return {item["id"]: item for item in self.municipality["units"]}

    @cached_property
    def people(self) -> dict[str, Item]:
        everyone = [*self.municipality["people"], *self.municipality["auditee_contacts"]]
        return {item["id"]: item for item in everyone}

    @cached_property
    def managers(self) -> dict[str, Item]:
        """Who manages each unit now, by unit."""
        return {item["unit"]: item for item in self.municipality["auditee_contacts"]}

    def findings_of(self, audit: str) -> list[Item]:
        return [item for item in self.municipality["findings"] if item["audit"] == audit]

    def actions_of(self, audit: str) -> list[Item]:
        return [item for item in self.municipality["actions"] if item["finding"].startswith(f"{audit}-")]
