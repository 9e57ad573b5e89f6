"""What IT has decided is in the register: when it is made, and what is locked whenever it is opened."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.organisation import Organisation
from qmsdesk.exchange.first_start import new_register
from qmsdesk.exchange.organisation import ORGANISATION_ID
from qmsdesk.exchange.policies import organisation_edits, policy_faults
from qmsdesk.i18n import words
from qmsdesk.paths import resource
from qmsdesk.policy import Policy, read_policy
from qmsdesk.store.attachments import file_of
from qmsdesk.store.checklists import list_checklists
from qmsdesk.store.organisation import the_organisation

DEVICE = "0123456789abcdef"


def policy(tmp_path: Path, **values: Any) -> Policy:
    return read_policy(tmp_path / "none.toml", lambda hive: values if hive == "HKLM" else {})


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    content = BytesIO()
    Image.new("RGB", (900, 300), "#1d4f91").save(content, "PNG")
    path = tmp_path / "logo.png"
    path.write_bytes(content.getvalue())
    return path


def test_a_new_register_begins_as_the_policy_says(tmp_path: Path, logo: Path) -> None:
    own = tmp_path / "own.yaml"
    text = resource("checklists", "checklist-improvement-day.yaml").read_text(encoding="utf-8")
    own.write_text(text.replace("id: improvement-day-core", "id: our-own"), encoding="utf-8")
    decided = policy(
        tmp_path,
        organisation="Granälva kommun",
        accent="#1d4f91",
        logo=str(logo),
        checklists=["ISO9001-2015-internal-audit", str(own)],
        changeable=["organisation", "accent", "logo"],
    )

    register = new_register(tmp_path / "r.qmsdesk", DEVICE, "Karin", decided)
    stands, lines = the_organisation(register.db), list_checklists(register.db)
    register.close()

    assert (stands.name, stands.accent) == ("Granälva kommun", "#1d4f91")
    assert file_of(tmp_path / "r.qmsdesk", stands.logo) is not None
    assert {line.checklist.code for line in lines} == {"iso9001-2015-internal-audit", "our-own"}
    assert policy_faults(decided) == []
    assert organisation_edits(Organisation("id", "Another"), tmp_path / "r.qmsdesk", decided) == []


def test_what_is_locked_is_put_right_and_only_where_it_differs(tmp_path: Path, logo: Path) -> None:
    register = tmp_path / "r.qmsdesk"
    decided = policy(tmp_path, organisation="Granälva kommun", accent="#1d4f91", logo=str(logo), changeable=["accent"])
    stands = Organisation("id", "Old name", accent="#2d6a4f")

    edits = organisation_edits(stands, register, decided)

    assert [edit.field for edit in edits if isinstance(edit, Edit)] == ["name", "logo"]
    now = Organisation("id", "Granälva kommun", str(edits[1].value), "#2d6a4f")
    assert organisation_edits(now, register, decided) == []


def test_a_register_without_an_organisation_gets_one(tmp_path: Path) -> None:
    decided = policy(tmp_path, organisation="Granälva kommun")
    edits = organisation_edits(Organisation("", ""), tmp_path / "r.qmsdesk", decided)
    assert ("name", "Granälva kommun") in {(edit.field, edit.value) for edit in edits}
    assert {edit.entity for edit in edits} == {ORGANISATION_ID}


def test_a_policy_that_names_a_synced_folder_is_told_so(tmp_path: Path) -> None:
    place = str(tmp_path / "OneDrive" / "r.qmsdesk")
    (fault,) = policy_faults(policy(tmp_path, register=place))
    said = fault.say(words("en"))
    assert "OneDrive syncs that folder" in said
    assert "“register”" in said
    assert fault.place in said
    assert policy_faults(policy(tmp_path, register=place, synced_register=1)) == []


@pytest.mark.expects_log
def test_a_faulty_policy_never_stops_the_first_day(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("no picture")
    (tmp_path / "bad.yaml").write_text("nothing of a checklist")
    named = ["improvement-day-core", str(tmp_path / "bad.yaml"), str(tmp_path / "gone.yaml"), "unheard-of"]
    logo = str(tmp_path / "logo.png")
    decided = policy(tmp_path, logo=logo, checklists=named, backup_folder=logo)

    register = new_register(tmp_path / "r.qmsdesk", DEVICE, "Karin", decided)
    stands, lines = the_organisation(register.db), list_checklists(register.db)
    register.close()

    assert stands.logo == ""
    assert [line.checklist.code for line in lines] == ["improvement-day-core"]
    said = [fault.say(words("en")) for fault in policy_faults(decided)]
    assert len(said) == 5
    assert any("logo.png" in each and "PNG or JPEG" in each for each in said)
    assert any("bad.yaml" in each and "--dry-run" in each for each in said)
    assert any("gone.yaml" in each for each in said)
    assert any("“unheard-of”" in each and "improvement-day-core" in each for each in said)
