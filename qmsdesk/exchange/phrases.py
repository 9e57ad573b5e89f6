"""Phrases that ship with the program: patterns of findings that say what and how many, in our own words."""

from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.phrases import Phrase, PhraseUse
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.yaml_files import read_yaml
from qmsdesk.paths import resource
from qmsdesk.store.phrases import list_phrases
from qmsdesk.store.register import Register


def shipped_phrases() -> list[Phrase]:
    """Each in both languages; ids are the same in every register."""
    held = read_yaml(resource("phrases", "phrases.yaml"))["phrases"]
    return [Phrase(derived_id("phrase", each["id"]), PhraseUse(each["use"]), each["sv"], each["en"]) for each in held]


def import_phrases(register: Register) -> None:
    """Write the shipped phrases that the register does not have yet."""
    known = {phrase.id for phrase in list_phrases(register.db)}
    new = [phrase for phrase in shipped_phrases() if phrase.id not in known]
    register.write([edit for phrase in new for edit in creation_of(phrase)])
