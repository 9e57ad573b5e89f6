"""The example policy and the templates for Group Policy hold every key, each once, in the form Windows asks for."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from qmsdesk.policy import EXCEPTIONS, KEY_OF_REGISTRY, read_policy
from qmsdesk.policy_keys import DAYS, KEYS, MONTHS, PIXELS

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "packaging" / "policy.toml"
TEMPLATES = ROOT / "packaging" / "windows" / "policies"
ADML = {"sv": TEMPLATES / "sv-SE" / "qmsdesk.adml", "en": TEMPLATES / "en-US" / "qmsdesk.adml"}
ALL = {*KEYS, EXCEPTIONS}
NS = {"p": "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
ORDER = ["parentCategory", "supportedOn", "enabledValue", "disabledValue", "elements"]
"""Of what a policy holds; Windows refuses any other."""
SHOWN_AS = {"enum": "dropdownList", "decimal": "decimalTextBox", "text": "textBox", "multiText": "multiTextBox"}
LIMITS = {"backup_days": DAYS, "backup_months": MONTHS, "photo_size": PIXELS}


def tree(file: Path) -> ET.Element:
    return ET.parse(file).getroot()


def kind(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def element_of(policy: ET.Element) -> ET.Element | None:
    held = policy.find("p:elements", NS)
    return None if held is None else held[0]


ADMX = tree(TEMPLATES / "qmsdesk.admx")
POLICIES = {policy.attrib["name"]: policy for policy in ADMX.findall("p:policies/p:policy", NS)}


def test_the_example_holds_every_key_and_nothing_is_wrong_with_it() -> None:
    policy = read_policy(EXAMPLE, lambda _: {})

    assert policy.faults == ()
    assert set(policy.origins) == set(KEYS)
    assert not policy.locks("language")
    said = EXAMPLE.read_text(encoding="utf-8").split("\n\n")
    keys = [part for part in said if re.search(r"^\w+ = ", part, re.MULTILINE)]
    assert len(keys) == len(ALL)
    assert all(part.startswith("# ") for part in keys)


def test_every_key_has_one_policy_and_writes_the_value_of_its_name() -> None:
    assert len(ADMX.findall("p:policies/p:policy", NS)) == len(POLICIES)
    assert set(POLICIES) == ALL
    for key, policy in POLICIES.items():
        element = element_of(policy)
        named = policy if element is None else element
        assert named.attrib["valueName"] == key
        assert policy.attrib["key"] == KEY_OF_REGISTRY
        assert policy.attrib["class"] == "Both"


def test_the_templates_are_in_the_order_that_windows_asks_for() -> None:
    assert kind(ADMX) == "policyDefinitions"
    sections = ["policyNamespaces", "resources", "supportedOn", "categories", "policies"]
    assert [kind(part) for part in ADMX] == sections
    for policy in POLICIES.values():
        held = [kind(part) for part in policy]
        assert held == [name for name in ORDER if name in held]
        assert held[:2] == ["parentCategory", "supportedOn"]
    for file in ADML.values():
        root = tree(file)
        assert kind(root) == "policyDefinitionResources"
        assert [kind(part) for part in root] == ["displayName", "description", "resources"]
        assert [kind(part) for part in root[2]] == ["stringTable", "presentationTable"]


def test_what_is_referred_to_is_there() -> None:
    categories = {each.attrib["name"] for each in ADMX.findall("p:categories/p:category", NS)}
    supported = {each.attrib["name"] for each in ADMX.findall("p:supportedOn/p:definitions/p:definition", NS)}
    assert {each.attrib["ref"] for each in ADMX.iterfind(".//p:parentCategory", NS)} <= categories
    assert {each.attrib["ref"] for each in ADMX.iterfind(".//p:policy/p:supportedOn", NS)} == supported
    assert all(NAME.fullmatch(name) for name in (*categories, *supported, *POLICIES))


@pytest.mark.parametrize("language", ADML)
def test_a_language_has_every_text_and_every_control_and_no_other(language: str) -> None:
    said, root = (TEMPLATES / "qmsdesk.admx").read_text(encoding="utf-8"), tree(ADML[language])
    strings = [each.attrib["id"] for each in root.iterfind(".//p:string", NS)]
    shown = root.findall(".//p:presentation", NS)

    assert sorted(strings) == sorted(set(re.findall(r"\$\(string\.(\w+)\)", said)))
    assert all((each.text or "").strip() for each in root.iterfind(".//p:string", NS))
    assert {each.attrib["id"] for each in shown} == set(re.findall(r"\$\(presentation\.(\w+)\)", said))
    for presentation in shown:
        element = element_of(POLICIES[presentation.attrib["id"]])
        (control,) = presentation
        assert element is not None
        assert control.attrib["refId"] == element.attrib["id"]
        assert kind(control) == SHOWN_AS[kind(element)]
        assert "".join(control.itertext()).strip()


def as_windows_writes(policy: ET.Element) -> list[Any]:
    """What each choice in the editor leaves in the registry."""
    element = element_of(policy)
    if element is None:
        values = (policy.find(f"p:{each}/p:decimal", NS) for each in ("enabledValue", "disabledValue"))
        return [int(value.attrib["value"]) for value in values if value is not None]
    if kind(element) == "enum":
        return [each.text for each in element.iterfind(".//p:string", NS)]
    if kind(element) == "decimal":
        return [int(element.attrib["minValue"]), int(element.attrib["maxValue"])]
    if kind(element) == "multiText":
        return [["language", "accent"]]
    samples = {"accent": "#1d4f91", "register": "~/qmsdesk/register.qmsdesk"}
    return [samples.get(element.attrib["id"], "/srv/qmsdesk")]


@pytest.mark.parametrize("key", sorted(ALL))
def test_what_the_editor_writes_is_understood(key: str, tmp_path: Path) -> None:
    values = as_windows_writes(POLICIES[key])
    assert values
    for value in values:
        read = read_policy(tmp_path / "none.toml", lambda hive: {key: value} if hive == "HKLM" else {})  # noqa: B023
        assert read.faults == ()
        assert key == EXCEPTIONS or read.locks(key)
    if key in LIMITS:
        assert values == [LIMITS[key][0], LIMITS[key][-1]]


@pytest.mark.parametrize("language", ADML)
def test_the_guide_for_it_explains_every_key_and_no_other(language: str) -> None:
    text = (ROOT / "docs" / "it" / f"policies.{language}.md").read_text(encoding="utf-8")
    table = text[text.index("|---|---|---|") :].split("\n\n")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == sorted(ALL)


ATTRIBUTES = {
    "policy": {"name", "class", "displayName", "explainText", "presentation", "key", "valueName"},
    "enum": {"id", "valueName", "required"},
    "decimal": {"id", "valueName", "required", "minValue", "maxValue"},
    "text": {"id", "valueName", "required", "maxLength", "expandable"},
    "multiText": {"id", "valueName", "required"},
    "dropdownList": {"refId", "noSort", "defaultItem"},
    "decimalTextBox": {"refId", "defaultValue"},
    "textBox": {"refId"},
    "multiTextBox": {"refId"},
}
"""Of those that the schema of Windows has, the ones used here: an editor refuses a file with any other."""


@pytest.mark.parametrize("language", ADML)
def test_no_part_has_an_attribute_or_a_default_that_an_editor_would_refuse(language: str) -> None:
    controls = [control for shown in tree(ADML[language]).iterfind(".//p:presentation", NS) for control in shown]
    elements = [element for policy in POLICIES.values() if (element := element_of(policy)) is not None]
    for part in (*POLICIES.values(), *elements, *controls):
        assert set(part.attrib) <= ATTRIBUTES[kind(part)], part.attrib
    for control in controls:
        if kind(control) == "decimalTextBox":
            assert int(control.attrib["defaultValue"]) in LIMITS[control.attrib["refId"]]
        if kind(control) == "textBox":
            assert [kind(part) for part in control] == ["label"]
    for policy in POLICIES.values():
        assert ("presentation" in policy.attrib) == (element_of(policy) is not None)
        assert policy.attrib["displayName"] == f"$(string.{policy.attrib['name']})"
