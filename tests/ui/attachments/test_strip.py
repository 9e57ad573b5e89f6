"""Evidence at a question and at a finding: how it comes in, asks for its caption, and goes again."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.i18n import words
from qmsdesk.store.attachments import attachments_of, file_of
from qmsdesk.store.rows import get
from qmsdesk.ui.attachments.strip import PhotoStrip
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.gaps import say_gaps
from tests.store.finals import final_of
from tests.ui.attachments.conftest import MakePhoto, add
from tests.ui.conduct.hands import CTRL, click, press, settle, type_text


def held(desk: Desk, audit: Audit) -> list[Attachment]:
    return attachments_of(desk.session.db, audit.id)


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Hold something over a widget and let go; whether it was taken."""
    middle, left, none = target.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(target, enter)
    fall = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(target, fall)
    return enter.isAccepted()


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


# Coming in


def test_a_photo_is_kept_clean_and_asks_for_its_caption(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, make_photo())

    (attachment,) = held(desk, audit)
    path = file_of(desk.session.path, attachment.sha256)
    assert path is not None
    assert b"Kamera" not in path.read_bytes()
    assert (attachment.width, attachment.height, attachment.author_id) == (400, 300, desk.session.owner.id)
    assert strip.caption.hasFocus()
    type_text("The key cabinet")
    press(Qt.Key.Key_Return)
    settle(desk)
    assert held(desk, audit)[0].caption == "The key cabinet"
    assert not strip.caption.hasFocus()


def test_several_ask_one_after_the_other(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, *(make_photo(f"{n}.jpg") for n in range(3)))

    for text in ("one", "two", "three"):
        assert strip.caption.hasFocus()
        type_text(text)
        press(Qt.Key.Key_Return)
        settle(desk)

    assert [each.caption for each in held(desk, audit)] == ["one", "two", "three"]
    assert not strip.caption.hasFocus()


def test_adding_is_one_step_that_can_be_undone_and_redone(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, make_photo("1.jpg"), make_photo("2.jpg"))
    desk.session.undo()
    settle(desk)
    assert (held(desk, audit), list(strip.attachments)) == ([], [])

    desk.session.redo()
    settle(desk)
    assert len(held(desk, audit)) == len(strip.attachments) == 2


def test_the_good_ones_of_a_handful_come_in_and_the_bad_are_named(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto, tmp_path: Path
) -> None:
    bad = tmp_path / "trasig.jpg"
    bad.write_bytes(make_photo().read_bytes()[:300])

    add(qtbot, desk, strip, bad, make_photo("2.jpg"), tmp_path / "borta.jpg")

    assert len(held(desk, audit)) == 1
    assert "trasig.jpg" in strip.said
    assert "borta.jpg" in strip.said


def test_the_same_photo_is_there_once(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, make_photo())
    add(qtbot, desk, strip, make_photo())

    assert len(held(desk, audit)) == 1
    assert strip.said == "1 was here already."


def test_who_types_on_meanwhile_keeps_the_focus(
    qtbot: QtBot, desk: Desk, page: ConductPage, strip: PhotoStrip, make_photo: MakePhoto
) -> None:
    page.questions.card.notes.start()
    with qtbot.waitSignal(strip.intake.finished):
        strip.take_mime(files(make_photo()))
        type_text("and then")
    settle(desk)

    assert page.questions.card.notes.editors[0].hasFocus()


def test_the_first_photo_brings_the_day_into_progress(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    desk.session.write([edit_of(audit, "state", AuditState.PREPARING)])
    settle(desk)
    add(qtbot, desk, strip, make_photo())

    now = get(desk.session.db, Audit, audit.id)
    assert now is not None
    assert now.state is AuditState.IN_PROGRESS


# Dropping and pasting


def test_files_dropped_anywhere_go_to_the_open_question(
    qtbot: QtBot, desk: Desk, page: ConductPage, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    with qtbot.waitSignal(strip.intake.finished):
        assert drop(page, files(make_photo()))
    settle(desk)

    assert page.questions.current is not None
    assert [each.question_id for each in held(desk, audit)] == [page.questions.current.id]


def test_text_dropped_is_not_taken(page: ConductPage) -> None:
    mime = QMimeData()
    mime.setText("just text")

    assert not drop(page, mime)


def test_a_note_leaves_files_to_the_page(page: ConductPage, make_photo: MakePhoto) -> None:
    editor = page.questions.card.notes.editors[0]

    assert not editor.canInsertFromMimeData(files(make_photo()))
    drop(editor.viewport(), files(make_photo()))
    assert editor.toPlainText() == ""


def test_a_picture_is_pasted_even_while_a_note_has_the_focus(
    qtbot: QtBot, desk: Desk, page: ConductPage, strip: PhotoStrip, audit: Audit
) -> None:
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(picture)
    page.questions.card.notes.start()
    QApplication.processEvents()
    with qtbot.waitSignal(strip.intake.finished):
        press(Qt.Key.Key_V, CTRL)
    settle(desk)

    (attachment,) = held(desk, audit)
    assert (attachment.media_type, attachment.width, attachment.height) == ("image/png", 300, 200)


def test_text_is_pasted_into_the_note(desk: Desk, page: ConductPage, audit: Audit) -> None:
    QGuiApplication.clipboard().setText("from elsewhere")
    page.questions.card.notes.start()
    press(Qt.Key.Key_V, CTRL)

    assert page.questions.card.notes.editors[0].toPlainText() == "from elsewhere"
    assert held(desk, audit) == []


def test_an_empty_clipboard_is_said(strip: PhotoStrip) -> None:
    QGuiApplication.clipboard().clear()
    strip.ways.paste()

    assert strip.said.startswith("There is no picture and no file")


def test_files_are_chosen_by_key(
    qtbot: QtBot,
    desk: Desk,
    page: ConductPage,
    strip: PhotoStrip,
    audit: Audit,
    make_photo: MakePhoto,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(make_photo())], ""))
    page.questions.card.setFocus()
    with qtbot.waitSignal(strip.intake.finished):
        press(Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle(desk)

    assert len(held(desk, audit)) == 1


# At a finding


def test_a_finding_takes_the_photos_of_its_question(
    qtbot: QtBot, desk: Desk, page: ConductPage, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, make_photo())
    page.work.make_finding()
    settle(desk)
    photos = page.form.photos
    assert photos.offer.isVisible()

    click(photos.offer)
    settle(desk)

    assert [each.finding_id for each in held(desk, audit)] == [page.day.dossier.findings[0].id]
    assert (len(photos.attachments), photos.offer.isVisible()) == (1, False)
    photos.remove_current()
    settle(desk)
    assert (len(photos.attachments), len(held(desk, audit))) == (0, 1), "it still belongs to the question"


def test_what_is_dropped_on_a_finding_goes_there(
    qtbot: QtBot, desk: Desk, page: ConductPage, audit: Audit, make_photo: MakePhoto
) -> None:
    page.work.make_finding()
    settle(desk)
    with qtbot.waitSignal(page.form.photos.intake.finished):
        assert drop(page, files(make_photo()))
    settle(desk)

    assert [each.finding_id for each in held(desk, audit)] == [page.day.dossier.findings[0].id]


# In the row


def test_a_photo_is_removed_by_key_and_comes_back_by_undo(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, make_photo("1.jpg"), make_photo("2.jpg"))
    strip.list.setFocus()
    press(Qt.Key.Key_Delete)
    settle(desk)
    assert len(strip.attachments) == 1

    desk.session.undo()
    settle(desk)
    assert len(strip.attachments) == 2


def test_a_missing_caption_is_said_in_the_row_and_among_the_gaps(
    qtbot: QtBot, desk: Desk, page: ConductPage, strip: PhotoStrip, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, make_photo())

    assert strip.list.tiles.index(0).data() == "Needs a caption"
    spoken = strip.list.tiles.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Photo 1 of 1, Needs a caption"
    dossier = replace(page.day.dossier, attachments=tuple(strip.attachments))
    assert "1 photo or document has no caption" in say_gaps(dossier, words("en"))


def test_a_locked_day_is_only_looked_at(
    qtbot: QtBot, desk: Desk, page: ConductPage, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, make_photo())
    desk.session.write(final_of(desk.session.path, audit))
    settle(desk)

    assert not strip.is_open
    assert strip.ways.add.isHidden()
    assert strip.caption.isReadOnly()
    strip.remove_current()
    settle(desk)
    assert len(held(desk, audit)) == 1
    assert not drop(page, files(make_photo("2.jpg")))


def test_two_hundred_photos_are_shown_at_once_and_drawn_as_they_come_into_sight(
    qtbot: QtBot, desk: Desk, page: ConductPage, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, make_photo())
    (one,) = held(desk, audit)
    desk.session.write([edit for n in range(199) for edit in creation_of(replace(one, id=new_id(), layer=f"{n}" * 0))])
    settle(desk)

    assert len(strip.attachments) == 200
    qtbot.waitUntil(lambda: strip.thumbnails.picture(one, round(136 * 1.5)) is not None)
    strip.list.choose(199)
    assert strip.list.current == strip.attachments[199]


def test_the_row_is_a_sound_model(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, make_photo: MakePhoto, qtmodeltester: ModelTester
) -> None:
    add(qtbot, desk, strip, make_photo("1.jpg"), make_photo("2.jpg"))

    qtmodeltester.check(strip.list.tiles)


def test_who_closes_at_once_loses_nothing(desk: Desk, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto) -> None:
    strip.take_mime(files(make_photo()))
    desk.jobs.wait()
    desk.session.flush()

    assert len(held(desk, audit)) == 1


def test_a_missing_file_is_said_and_no_crash(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, audit: Audit, make_photo: MakePhoto
) -> None:
    add(qtbot, desk, strip, make_photo())
    path = file_of(desk.session.path, held(desk, audit)[0].sha256)
    assert path is not None
    path.unlink()

    strip.open_current()

    assert strip.said.startswith("The file is missing")
