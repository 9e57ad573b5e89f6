"""The policy: what is said in it holds, what is wrong in it is said in a sentence, and neither stops anything."""

import os
import sys
import types
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.paths import demo_register, policy_file
from qmsdesk.policy import KEY_OF_REGISTRY, NO_POLICY, Policy, ReadRegistry, missing_places, read_policy
from qmsdesk.policy_keys import CHANGEABLE, KEYS
from qmsdesk.settings import Settings, load_settings, may_write, register_of, save_settings

WHOLE = """
language = "en"
register = "~/qmsdesk/register.qmsdesk"
synced_register = false
backup_folder = "$SHARE/backups"
backup_days = 30
backup_months = 12
organisation = "Granälva kommun"
logo = "/srv/logo.png"
accent = "#1D4F91"
checklists = ["improvement-day", "/srv/checklists/own.yaml"]
photo_size = 1600
camera = false
folder_watch = false
mail = false
demo = false
exchange_folder = "/srv/exchange"
central_register = "postgresql://register.example/qmsdesk"
changeable = ["language", "accent"]
"""


def registry(**hives: Mapping[str, Any]) -> ReadRegistry:
    return lambda hive: hives.get(hive, {})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def read(file: Path, text: str, reg: ReadRegistry = registry()) -> Policy:  # noqa: B008 - it holds nothing
    file.write_text(text, encoding="utf-8")
    return read_policy(file, reg)


def test_every_key_holds_and_says_where_it_was_set(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHARE", "/mnt/share")
    policy = read(file, WHOLE)

    assert policy.faults == ()
    assert set(policy.origins) == set(KEYS)
    assert {origin.place for origin in policy.origins.values()} == {str(file)}
    assert (policy.language, policy.accent, policy.backup_days) == ("en", "#1d4f91", 30)
    assert policy.register == Path.home() / "qmsdesk" / "register.qmsdesk"
    assert policy.backup_folder == Path("/mnt/share/backups")
    assert policy.checklists == ("improvement-day", "/srv/checklists/own.yaml")
    assert all(policy.forbids(feature) for feature in ("camera", "folder_watch", "mail", "demo"))
    assert {key for key in KEYS if not policy.locks(key)} == {"language", "accent"}


def test_without_a_policy_everything_is_as_usual(file: Path) -> None:
    assert read_policy(file, registry()) == NO_POLICY
    assert not NO_POLICY.locks("language")
    assert not NO_POLICY.forbids("camera")


def test_the_machine_goes_before_the_user_and_the_user_before_the_file(file: Path) -> None:
    machine = {"organisation": "Machine", "camera": 0}
    user = {"organisation": "User", "language": "en", "changeable": ["language"]}
    policy = read(file, 'organisation = "File"\nlanguage = "sv"\nmail = false', registry(HKLM=machine, HKCU=user))

    assert (policy.organisation, policy.language, policy.camera, policy.mail) == ("Machine", "en", False, False)
    assert policy.origins["organisation"].place == r"HKLM\Software\Policies\qmsdesk"
    assert policy.origins["mail"].place == str(file)
    assert not policy.locks("language")
    assert policy.places == (r"HKLM\Software\Policies\qmsdesk", r"HKCU\Software\Policies\qmsdesk", str(file))


def test_the_registry_has_numbers_for_yes_and_no_and_empty_lines_in_lists(file: Path) -> None:
    held = {"camera": 1, "mail": 0, "backup_days": 7, "checklists": ["ISO9001", "", " own "]}
    policy = read_policy(file, registry(HKLM=held))

    assert (policy.camera, policy.mail, policy.backup_days) == (True, False, 7)
    assert policy.checklists == ("ISO9001", "own")
    assert policy.faults == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('langage = "sv"', "“langage”, which does not exist"),
        ('language = "de"', "“language” must be sv or en"),
        ("language = 3", "“language” must be sv or en"),
        ("register = 'register.qmsdesk'", "the whole path of a file that ends in .qmsdesk"),
        ("register = '/srv/register.db'", "the whole path of a file that ends in .qmsdesk"),
        ("backup_folder = '$NOWHERE_SET/backups'", "the whole path of a folder"),
        ("backup_days = true", "a whole number from 1 to 3650"),
        ("backup_days = 0", "a whole number from 1 to 3650"),
        ("backup_months = 2.5", "a whole number from 0 to 240"),
        ('organisation = ""', "a text of at most 200 characters on one line"),
        ('organisation = "Granälva\\nkommun"', "a text of at most 200 characters on one line"),
        ('accent = "blue"', "a colour as #rrggbb"),
        ('accent = "#12345"', "a colour as #rrggbb"),
        ('checklists = "ISO9001"', "a list of texts"),
        ("photo_size = 1", "a whole number from 800 to 6000"),
        ('camera = "no"', "true or false"),
        ("camera = 2", "true or false"),
        ('changeable = "language"', "a list of texts"),
        ('changeable = ["camera"]', "“camera” is named under “changeable”"),
        ("[logo]\nfile = '/srv/logo.png'", "the whole path of a picture"),
    ],
)
def test_a_wrong_key_is_said_in_a_sentence_and_the_good_ones_hold(file: Path, line: str, said: str) -> None:
    policy = read(file, f"mail = false\n{line}")

    assert policy.forbids("mail")
    assert policy.locks("mail")
    (fault,) = policy.faults
    assert said in fault.say(words("en"))
    for language in LANGUAGES:
        assert str(file) in fault.say(words(language))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"language = ", "Line 1"),
        (b'mail = false\nregister = "C:\\Users\\x.qmsdesk"', "single quotes"),
        (b"\xff\xfel\x00a\x00", "UTF-8"),
        (b"mail = false\nmail = true", "Line 2"),
    ],
)
def test_a_file_that_cannot_be_understood_is_one_sentence(file: Path, content: bytes, said: str) -> None:
    file.write_bytes(content)
    policy = read_policy(file, registry(HKLM={"camera": 0}))

    assert policy.forbids("camera")
    assert policy.mail is None
    (fault,) = policy.faults
    assert said in fault.say(words("en"))


def test_a_file_nested_without_end_stops_nothing(file: Path) -> None:
    file.write_text(f"checklists = {'[' * 5000}", encoding="utf-8")
    assert len(read_policy(file, registry()).faults) == 1


def test_a_register_where_one_may_not_look_stops_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = read_policy(file, locked(register=f"/{'a' * 300}/register.qmsdesk"))
    assert register_of(Settings(register=f"/{'b' * 300}.qmsdesk"), policy) == policy.register
    assert [fault.key for fault in missing_places(policy)] == ["register"]


def test_a_file_that_cannot_be_read_is_one_sentence(file: Path) -> None:
    file.mkdir()
    (fault,) = read_policy(file, registry()).faults
    assert "cannot be read" in fault.say(words("en"))


def test_what_is_no_file_of_text_is_one_sentence_and_never_waited_for(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A huge file once took a minute of each start, a pipe all of it, and a broken link was taken for no policy."""

    def said() -> str:
        (fault,) = read_policy(file, registry()).faults
        return fault.say(words("en"))

    monkeypatch.setenv("QMSDESK_POLICY", str(file))
    assert "it is not there" in said()
    monkeypatch.delenv("QMSDESK_POLICY")
    assert read_policy(file, registry()) == NO_POLICY

    file.write_text("k = 1\n" * 20_000, encoding="utf-8")
    assert "larger than 100 kB" in said()
    file.write_bytes('mail = false\norganisation = "Granälva"'.encode("latin-1"))
    assert "Line 2" in said()
    if sys.platform != "win32":
        for target, reason in ((file.with_name("gone"), "leads nowhere"), (file, "leads nowhere")):
            file.unlink()
            file.symlink_to(target)
            assert reason in said()
        file.unlink()
        os.mkfifo(file)
        assert "it is no file" in said()


def test_a_byte_order_mark_is_no_fault(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbflanguage = "en"')
    assert read_policy(file, registry()).language == "en"


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*KEYS, "changeable", "x.y"]),
            st.recursive(
                st.one_of(
                    st.text(max_size=9), st.integers(), st.booleans(), st.just("/a/b.qmsdesk"), st.just("~nobody/x")
                ),
                lambda inner: st.lists(inner, max_size=3),
            ),
        ),
        max_size=6,
    )
)
@settings(max_examples=150)
def test_whatever_a_place_says_is_held_or_said_to_be_wrong(said: list[tuple[str, Any]]) -> None:
    """Nothing makes it fail, and nothing is lost without a word."""
    held = dict(said)
    policy = read_policy(Path("/nowhere/policy.toml"), registry(HKLM=held))

    wrong = {fault.key for fault in policy.faults}
    assert set(held) - {"changeable"} == (wrong | set(policy.origins)) - {"changeable"}
    assert not wrong & set(policy.origins)
    assert all(fault.say(words(language)) for fault in policy.faults for language in LANGUAGES)
    missing_places(policy)


def test_places_that_are_not_there_are_said_and_hold(file: Path, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"x")
    good = f"logo = '{tmp_path}/logo.png'\nbackup_folder = '{tmp_path}/made/when/wanted'"
    assert missing_places(read(file, good)) == []

    (tmp_path / "a file").write_bytes(b"")
    (taken,) = missing_places(read(file, f"backup_folder = '{tmp_path}/a file'"))
    assert "where nothing can be written" in taken.say(words("en"))
    assert missing_places(read(file, "checklists = ['~nobodyknowsme/own.yaml']")) == []

    bad = f"logo = '{tmp_path}/gone.png'\nchecklists = ['ISO9001', '{tmp_path}/gone.yaml']"
    policy = read(file, bad)
    assert policy.logo == tmp_path / "gone.png"
    assert [fault.key for fault in missing_places(policy)] == ["logo", "checklists"]
    assert f"{tmp_path}/gone.png" in missing_places(policy)[0].say(words("en"))


def test_a_variable_may_name_a_policy_to_try_only_where_there_is_none(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QMSDESK_POLICY", str(file))
    usual = policy_file()
    monkeypatch.setattr("os.path.lexists", lambda _: True)
    real = policy_file()

    assert usual == file
    assert real != file
    assert real.name == "policy.toml"


@pytest.mark.skipif(sys.platform != "win32", reason="the registry of Windows")
def test_the_registry_of_this_computer_can_be_read(file: Path) -> None:
    assert {fault.place for fault in read_policy(file).faults} <= set(read_policy(file).places)


class Windows(types.ModuleType):
    """What Python's `winreg` does with a registry of one key in each hive."""

    HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER = "HKLM", "HKCU"

    def __init__(self, **hives: list[tuple[str, Any, int]] | OSError) -> None:
        super().__init__("winreg")
        self._hives = hives

    def OpenKey(self, root: str, path: str, reserved: int, access: int) -> Any:
        assert (path, reserved, access) == (KEY_OF_REGISTRY, 0, 0x20119)
        held = self._hives.get(root, FileNotFoundError(2, "no such key"))
        if isinstance(held, OSError):
            raise held
        return nullcontext(held)

    def QueryInfoKey(self, key: list[Any]) -> tuple[int, int, int]:
        return 0, len(key), 0

    def EnumValue(self, key: list[Any], place: int) -> tuple[str, Any, int]:
        return key[place]  # type: ignore[no-any-return]


def test_the_registry_is_read_as_group_policy_writes_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """REG_SZ is 1, REG_EXPAND_SZ 2, REG_DWORD 4 and REG_MULTI_SZ 7; nothing is expanded by the registry itself."""
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    machine = [
        ("", "the key's own", 1),
        ("language", "en", 1),
        ("register", "$LOCALAPPDATA/r.qmsdesk", 2),
        ("camera", 0, 4),
        ("backup_days", 30, 4),
        ("checklists", ["ISO9001", ""], 7),
        ("logo", b"\x01", 3),
    ]
    monkeypatch.setitem(sys.modules, "winreg", Windows(HKLM=machine, HKCU=[("mail", 0, 4), ("language", "sv", 1)]))
    policy = read_policy(file)

    assert (policy.language, policy.camera, policy.backup_days, policy.mail) == ("en", False, 30, False)
    assert (policy.register, policy.checklists) == (Path("/local/r.qmsdesk"), ("ISO9001",))
    assert [(fault.place, fault.key) for fault in policy.faults] == [(r"HKLM\Software\Policies\qmsdesk", "logo")]

    monkeypatch.setitem(sys.modules, "winreg", Windows(HKLM=PermissionError(13, "denied"), HKCU=[("mail", 0, 4)]))
    policy = read_policy(file)
    (fault,) = policy.faults
    assert policy.forbids("mail")
    assert "you lack permission" in fault.say(words("en"))


# What the policy makes of the settings


def locked(**values: Any) -> ReadRegistry:
    return registry(HKLM=values)


def test_a_locked_language_leaves_the_persons_own_for_later(file: Path) -> None:
    policy = read_policy(file, locked(language="en"))
    save_settings(Settings(language="sv", device="x"))

    assert load_settings(policy).language == "en"
    save_settings(load_settings(policy), policy)
    assert load_settings().language == "sv"


def test_a_changeable_language_holds_until_the_person_chooses(file: Path) -> None:
    policy = read_policy(file, locked(language="en", changeable=["language"]))
    first = load_settings(policy)
    save_settings(first, policy)
    assert first.language == "en"
    assert load_settings().language == "sv"  # nobody chose anything

    save_settings(Settings(language="sv", device="x"), policy)
    assert load_settings(policy).language == "sv"


def test_the_register_is_where_the_policy_says(file: Path, tmp_path: Path) -> None:
    own, theirs = Settings(register=str(tmp_path / "own.qmsdesk")), str(tmp_path / "theirs.qmsdesk")
    fixed = read_policy(file, locked(register=theirs))
    free = read_policy(file, locked(register=theirs, changeable=list(CHANGEABLE)))

    assert register_of(own, fixed) == Path(theirs)
    assert register_of(own, free) == Path(own.register)
    assert register_of(Settings(), free) == Path(theirs)
    Path(own.register).touch()
    assert register_of(own, fixed) == Path(own.register)  # in use since before
    Path(theirs).touch()
    assert register_of(own, fixed) == Path(theirs)


def test_only_the_locked_register_is_written_to(file: Path, tmp_path: Path) -> None:
    own, theirs, other = (tmp_path / f"{name}.qmsdesk" for name in ("own", "theirs", "other"))
    own.touch()
    fixed = read_policy(file, locked(register=str(theirs), demo=0))
    settings = Settings(register=str(own))

    assert may_write(other, settings, NO_POLICY)
    assert [may_write(each, settings, fixed) for each in (theirs, own, other)] == [True, True, False]
    assert not may_write(demo_register(), settings, fixed)
    assert may_write(demo_register(), settings, read_policy(file, locked(register=str(theirs))))
    theirs.touch()
    assert not may_write(own, settings, fixed)
