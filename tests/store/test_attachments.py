"""Files beside the register: whole or not there, once, nowhere else, and in the backup."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.errors import FileNotWritable
from qmsdesk.store.attachments import attachments_of, copy_files, file_of, files_folder, keep_file, missing_files
from qmsdesk.store.backups import back_up, back_up_daily, kept_files, restore
from qmsdesk.store.register import Register, open_reader
from tests.store.town import DAY, ORGANISATION

CONTENT = b"a picture of the key cabinet"


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_is_named_by_its_content_and_kept_once(path: Path) -> None:
    digest = keep_file(path, CONTENT)

    assert keep_file(path, CONTENT) == digest == sha256(CONTENT).hexdigest()
    assert files_in(files_folder(path)) == [digest]
    kept = file_of(path, digest)
    assert kept == path.with_name("register.qmsdesk.files") / digest[:2] / digest
    assert kept.read_bytes() == CONTENT


@given(st.text() | st.sampled_from(["../../etc/passwd", "ab/../../x", "/etc/passwd", "ab" * 31 + "..", "AB" * 32, ""]))
def test_no_name_leads_out_of_the_folder(digest: str) -> None:
    assert file_of(Path("/tmp/register.qmsdesk"), digest) is None


def test_a_file_cut_short_is_written_again(path: Path) -> None:
    digest = keep_file(path, CONTENT)
    kept = file_of(path, digest)
    assert kept is not None
    kept.write_bytes(CONTENT[:5])

    keep_file(path, CONTENT)

    assert kept.read_bytes() == CONTENT


def test_a_file_that_cannot_be_written_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileNotWritable, match="full"):
        keep_file(path, CONTENT)

    assert files_in(files_folder(path)) == []


def test_a_missing_file_is_counted_and_a_deleted_attachment_is_not(town: Register) -> None:
    with_files = open_reader(town.path)
    (attachment,) = attachments_of(with_files, "a1")
    others = ["cd" * 32, ORGANISATION.logo]  # the report that the town has issued, and its logo
    assert missing_files(with_files, town.path) == [attachment.sha256, *others]

    town.write([Edit("attachment", attachment.id, DELETED, 1, "a1")])

    assert missing_files(with_files, town.path) == others
    assert attachments_of(with_files, "a1") == []
    with_files.close()


def test_a_backup_carries_the_files_and_a_restore_brings_them_back(path: Path) -> None:
    Register(path, "laptop-1", create=True).close()
    digest = keep_file(path, CONTENT)
    reader = open_reader(path)
    backup = back_up(reader, path, "asked")
    reader.close()
    kept = file_of(path, digest)
    assert kept is not None
    assert files_in(kept_files(backup)) == [digest]
    kept.unlink()

    restore(path, backup)

    assert kept.read_bytes() == CONTENT


def test_a_second_backup_copies_only_what_is_new(town: Register, tmp_path: Path) -> None:
    keep_file(town.path, CONTENT)
    other = tmp_path / "other"

    assert copy_files(files_folder(town.path), other) == 1
    assert copy_files(files_folder(town.path), other) == 0
    keep_file(town.path, b"another")
    assert copy_files(files_folder(town.path), other) == 1


def test_what_is_damaged_is_not_carried_on(town: Register, tmp_path: Path) -> None:
    damaged = file_of(town.path, keep_file(town.path, CONTENT))
    assert damaged is not None
    damaged.write_bytes(b"something else")
    (files_folder(town.path) / "ab").mkdir(exist_ok=True)
    (files_folder(town.path) / "ab" / "tmp1.part").write_bytes(b"left by a pulled battery")

    assert copy_files(files_folder(town.path), tmp_path / "other") == 0
    reader = open_reader(town.path)
    assert back_up_daily(reader, town.path, DAY) is not None
    reader.close()
