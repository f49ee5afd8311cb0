"""Documents in the candidate's file: laid down, described, read, saved, taken out."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from jurydesk.domain.attachments import Attachment
from jurydesk.domain.document_retention import Keeping
from jurydesk.domain.requirements import Presence
from jurydesk.domain.retention import DataClass
from jurydesk.errors import StaleData
from jurydesk.services.attachments import Paper, attach, detach, read_paper
from jurydesk.services.document_lists import documents_of
from jurydesk.services.document_purge import PastDocument, PurgePreview
from jurydesk.ui.dialogs.purge_dialog import PurgeDialog
from jurydesk.ui.pages.candidate_file.documents import DocumentsSection
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.settings import SettingsPage
from jurydesk.ui.widgets.toast import Toast
from jurydesk.wording import Wording
from tests.builders import a_candidate
from tests.exchange.handed_in import OLE, PDF, PNG, PROGRAM, TEXT, older_office
from tests.screens.papers_to_read import a_page, a_photograph
from tests.ui.conftest import rest
from tests.ui.test_pages import go, press, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction
NOON = datetime.fromisoformat("2026-11-23T12:00")
PATH = 3
"""A VAE that waits for its decision."""


def section(parts: Parts, qtbot: QtBot) -> DocumentsSection:
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    parts.window.shell.show_page("candidates", FileKey(PATH, "documents"))
    rest(qtbot, parts)
    page = cast("CandidatesPage", parts.window.shell.current_page())
    assert page.file is not None
    return cast("DocumentsSection", page.file.sections["documents"])


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder as it lies on a desktop."""
    folder = tmp_path / "Bureau"
    folder.mkdir()
    contents = {
        "livret 1 Inès.pdf": PDF,
        "cni.png": a_photograph(),
        "notes.txt": TEXT,
        "photo.jpg": PROGRAM,
        "lettre.doc": older_office("WordDocument"),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def mime_of(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def enter(here: DocumentsSection, mime: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPointF(60, 60), COPY, mime, LEFT, NO_KEYS)
    QApplication.sendEvent(here, event)
    return event


def drop(here: DocumentsSection, mime: QMimeData) -> QDropEvent:
    enter(here, mime)
    event = QDropEvent(QPointF(60, 60), COPY, mime, LEFT, NO_KEYS)
    QApplication.sendEvent(here, event)
    return event


def names(desk: Desk) -> dict[str, str]:
    """Return the kind of each document, by its name."""
    view = documents_of(desk, candidacy_id=PATH)
    return {one.name: one.requirement for one in view.documents}


def put(desk: Desk, folder: Path, *kept: tuple[str, str]) -> None:
    papers = [read_paper(folder / name, requirement=kind) for name, kind in kept]
    attach(desk, candidate_id=PATH, candidacy_id=PATH, papers=papers)


def toasts(parts: Parts) -> list[str]:
    return [text for one in parts.window.findChildren(Toast) for text in texts(one)]


def test_an_empty_file_says_what_to_do(parts: Parts, qtbot: QtBot) -> None:
    here = section(parts, qtbot)
    shown = texts(here)
    assert "No document yet" in shown
    assert "Needed documents: 0 of 4 are here." in shown
    assert "missing · for admissibility" in shown
    assert "expected later · for the jury" in shown
    assert parts.window.isActiveWindow()
    assert [row.attach_button.isVisible() for row in here.checklist.rows.values()] == [True] * 6


def test_files_laid_down_are_asked_about_and_attached(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    here = section(parts, qtbot)
    mime = mime_of(files / "livret 1 Inès.pdf", files / "cni.png", files / "photo.jpg")
    assert enter(here, mime).isAccepted()
    assert here.drops.veil.isVisible()
    assert here.drops.veil.text_label.text() == "Attach to the file of O’BRIEN Inès"
    dropped = drop(here, mime)
    assert (dropped.isAccepted(), dropped.dropAction()) == (True, COPY)
    assert not here.drops.veil.isVisible()
    rest(qtbot, parts)
    dialog = here.attaching.dialog
    assert dialog is not None
    assert [box.value() for box in dialog.kind_boxes] == ["FILE_1", "IDENTITY"]
    assert any(text.startswith("“photo.jpg” is a program") for text in texts(dialog))
    assert dialog.attach_button.text() == "Attach 2 documents"
    qtbot.mouseClick(dialog.attach_button, LEFT)
    rest(qtbot, parts)
    assert names(desk) == {"cni.png": "IDENTITY", "livret 1 Inès.pdf": "FILE_1"}
    assert (files / "cni.png").exists()
    assert "Needed documents: 2 of 4 are here." in texts(here)
    assert toasts(parts)[0] == "Documents attached to the file"
    press(parts.window, "Undo", qtbot)
    rest(qtbot, parts)
    assert names(desk) == {}
    assert "No document yet" in texts(here)


def test_what_is_no_file_is_not_taken(parts: Parts, qtbot: QtBot) -> None:
    here = section(parts, qtbot)
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cv.pdf")])
    mime.setText("cv")
    assert not enter(here, mime).isAccepted()
    assert not here.drops.veil.isVisible()


def test_the_veil_goes_when_the_files_leave(parts: Parts, qtbot: QtBot, files: Path) -> None:
    here = section(parts, qtbot)
    enter(here, mime_of(files / "cni.png"))
    assert here.drops.veil.isVisible()
    QApplication.sendEvent(here, QDragLeaveEvent())
    assert not here.drops.veil.isVisible()


def test_a_file_can_be_left_out_and_its_kind_chosen_by_key(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    here = section(parts, qtbot)
    drop(here, mime_of(files / "notes.txt", files / "cni.png"))
    rest(qtbot, parts)
    dialog = here.attaching.dialog
    assert dialog is not None
    qtbot.mouseClick(dialog.leave_buttons[1], LEFT)
    assert dialog.attach_button.text() == "Attach"
    box = dialog.kind_boxes[0]
    box.setFocus()
    qtbot.keyClicks(box, "cov")
    assert box.value() == "LETTER"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    rest(qtbot, parts)
    assert names(desk) == {"notes.txt": "LETTER"}


def test_nothing_but_refused_files_can_only_be_closed(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    here = section(parts, qtbot)
    drop(here, mime_of(files, files / "photo.jpg"))
    rest(qtbot, parts)
    dialog = here.attaching.dialog
    assert dialog is not None
    assert not dialog.attach_button.isVisible()
    assert any("is a folder" in text for text in texts(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    rest(qtbot, parts)
    assert names(desk) == {}


def test_files_are_chosen_by_key_for_one_line_of_the_checklist_or_pasted(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path, prompter: FakePrompter
) -> None:
    here = section(parts, qtbot)
    prompter.paths = [files / "notes.txt"]
    QTest.keySequence(here, QKeySequence("Ctrl+J"))
    qtbot.waitUntil(lambda: here.attaching.dialog is not None)
    assert here.attaching.dialog is not None
    here.attaching.dialog.reject()
    rest(qtbot, parts)
    prompter.paths = [files / "notes.txt"]
    qtbot.mouseClick(here.checklist.rows["CV"].attach_button, LEFT)
    rest(qtbot, parts)
    assert [box.value() for box in here.attaching.dialog.kind_boxes] == ["CV"]
    here.attaching.dialog.reject()
    QGuiApplication.clipboard().setMimeData(mime_of(files / "cni.png"))
    here.attach_button.setFocus()
    QTest.keySequence(here.attach_button, QKeySequence("Ctrl+V"))
    rest(qtbot, parts)
    assert [box.value() for box in here.attaching.dialog.kind_boxes] == ["IDENTITY"]
    qtbot.mouseClick(here.attaching.dialog.attach_button, LEFT)
    rest(qtbot, parts)
    assert names(desk) == {"cni.png": "IDENTITY"}


def test_the_same_content_again_is_said(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    put(desk, files, ("cni.png", "IDENTITY"))
    here = section(parts, qtbot)
    drop(here, mime_of(files / "cni.png"))
    rest(qtbot, parts)
    assert here.attaching.dialog is not None
    qtbot.mouseClick(here.attaching.dialog.attach_button, LEFT)
    rest(qtbot, parts)
    assert toasts(parts) == ["In the file already, with the same content: cni.png"]
    assert names(desk) == {"cni.png": "IDENTITY"}


def test_too_many_files_are_refused_in_words(
    parts: Parts, qtbot: QtBot, files: Path, prompter: FakePrompter
) -> None:
    here = section(parts, qtbot)
    drop(here, mime_of(*[files / "cni.png"] * 31))
    rest(qtbot, parts)
    assert here.attaching.dialog is None
    assert [question.text for question in prompter.asked] == [
        "No more than 30 files at once; attach them in several goes."
    ]


def test_a_document_is_run_by_keys(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path, prompter: FakePrompter
) -> None:
    put(desk, files, ("cni.png", "IDENTITY"), ("notes.txt", ""))
    here = section(parts, qtbot)
    here.take_focus()
    first, second = here.rows
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    prompter.paths = [files / "copie.txt"]
    shown = {row.document.name: row for row in here.rows}
    qtbot.keyClick(shown["notes.txt"], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, parts)
    assert (files / "copie.txt").read_bytes() == TEXT
    shown["cni.png"].setFocus()
    qtbot.keyClick(shown["cni.png"], Qt.Key.Key_Delete)
    rest(qtbot, parts)
    assert names(desk) == {"notes.txt": ""}
    assert here.rows[0].hasFocus()
    QTest.keySequence(parts.window, QKeySequence("Ctrl+Z"))
    rest(qtbot, parts)
    assert names(desk) == {"cni.png": "IDENTITY", "notes.txt": ""}


def test_f2_gives_another_name_and_kind(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    put(desk, files, ("notes.txt", ""))
    here = section(parts, qtbot)
    here.take_focus()
    qtbot.keyClick(here.rows[0], Qt.Key.Key_F2)
    dialog = here.attaching.describing
    assert dialog is not None
    assert dialog.name_edit.selectedText() == "notes"
    qtbot.keyClicks(dialog.name_edit, "lettre.exe")
    dialog.name_edit.setText("lettre.exe")
    qtbot.mouseClick(dialog.save_button, LEFT)
    rest(qtbot, parts)
    assert dialog.problem().startswith("“lettre.exe” ends in “.exe”")
    dialog.name_edit.setText("lettre")
    dialog.kind_box.set_value("LETTER")
    dialog.note_edit.setText("reçue par la poste")
    qtbot.mouseClick(dialog.save_button, LEFT)
    rest(qtbot, parts)
    assert names(desk) == {"lettre.txt": "LETTER"}
    assert "reçue par la poste" in texts(here)


def test_pages_pictures_and_text_are_read_in_the_window(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    (files / "livret 2.pdf").write_bytes(a_page())
    put(desk, files, ("cni.png", "IDENTITY"), ("notes.txt", ""), ("livret 2.pdf", "FILE_2"))
    here = section(parts, qtbot)
    viewer = here.viewer

    def read(name: str) -> None:
        row = next(row for row in here.rows if row.document.name == name)
        row.setFocus()
        qtbot.keyClick(row, Qt.Key.Key_Return)
        rest(qtbot, parts)
        assert here.is_reading()
        assert viewer.name_label.full_text == name

    def back() -> None:
        qtbot.keyClick(viewer.back_button, Qt.Key.Key_Escape)
        assert not here.is_reading()

    read("livret 2.pdf")
    assert (viewer.pages.page_count(), viewer.pages.isVisible()) == (3, True)
    back()
    assert viewer.pages.page_count() == 0
    read("cni.png")
    assert viewer.picture.isVisible()
    assert not viewer.picture.pixmap().isNull()
    back()
    read("notes.txt")
    assert viewer.text.toPlainText() == TEXT.decode().replace("\r\n", "\n")
    back()
    focused = QApplication.focusWidget()
    assert focused is next(row for row in here.rows if row.document.name == "notes.txt")


def test_a_picture_that_nobody_can_draw_is_offered_outside(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path, prompter: FakePrompter
) -> None:
    (files / "scan.png").write_bytes(PNG)
    put(desk, files, ("scan.png", ""))
    here = section(parts, qtbot)
    qtbot.mouseClick(here.rows[0].findChildren(QToolButton)[0], LEFT)
    rest(qtbot, parts)
    assert "Not shown here" in texts(here.viewer)
    prompter.paths = [files / "copie.png"]
    qtbot.mouseClick(here.viewer.save_button, LEFT)
    rest(qtbot, parts)
    assert (files / "copie.png").read_bytes() == PNG
    assert toasts(parts) == ["Saved: copie.png"]
    qtbot.mouseClick(here.viewer.back_button, LEFT)
    assert not here.is_reading()


class Desktop(QObject):
    """The program that the machine has for a file."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def show_file(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def test_another_kind_is_opened_outside_as_a_copy(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    put(desk, files, ("lettre.doc", "LETTER"))
    here = section(parts, qtbot)
    qtbot.mouseDClick(here.rows[0], LEFT)
    rest(qtbot, parts)
    assert "Not shown here" in texts(here.viewer)
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "show_file")  # type: ignore[arg-type]  # -- qt stub
    try:
        qtbot.keyClick(here.viewer.back_button, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: len(desktop.opened) == 1)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (copy,) = desktop.opened
    assert (copy.name, copy.read_bytes()[:8]) == ("lettre.doc", OLE[:8])
    assert copy.stat().st_mode & 0o222 == 0
    assert files not in copy.parents
    here.outside.forget()
    assert not copy.exists()


def test_the_same_content_in_two_files_is_a_finding(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    put(desk, files, ("cni.png", "IDENTITY"))
    paper = Paper(read_paper(files / "cni.png").file, "IDENTITY")
    attach(desk, candidate_id=1, candidacy_id=1, papers=[paper])
    here = section(parts, qtbot)
    assert any(text.startswith("The same document is in the file of") for text in texts(here))
    assert here.checklist.rows["IDENTITY"].isVisible()
    view = here.view
    assert view is not None
    assert {line.presence for line in view.lines if line.documents} == {Presence.MET}


def test_every_act_has_words_for_a_reader_of_screens(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    put(desk, files, ("cni.png", "IDENTITY"))
    here = section(parts, qtbot)
    (row,) = here.rows
    assert row.accessibleName().startswith("cni.png, Proof of identity · ")
    buttons = [b for b in here.findChildren(QPushButton) if b.isVisible()]
    assert all(b.accessibleName() or b.text() for b in buttons)


def test_what_is_past_its_time_is_shown_then_destroyed(
    parts: Parts, qtbot: QtBot, desk: Desk, files: Path
) -> None:
    page = go(parts, qtbot, "settings", SettingsPage)
    page.purging.ask()
    rest(qtbot, parts)
    nothing = page.purging.dialog
    assert nothing is not None
    assert any(text.startswith("Nothing is past its time") for text in texts(nothing))
    assert not nothing.destroy_button.isVisible()
    nothing.reject()
    put(desk, files, ("cni.png", "IDENTITY"))
    detach(desk, attachment_ids=[1])
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    QTest.keySequence(parts.window, QKeySequence("Ctrl+T"))
    qtbot.waitUntil(lambda: page.purging.dialog is not nothing)
    dialog = page.purging.dialog
    assert dialog is not None
    assert any(text.endswith("bring back: 1") for text in texts(dialog))
    qtbot.mouseClick(dialog.destroy_button, LEFT)
    rest(qtbot, parts)
    (said,) = toasts(parts)
    assert said.startswith("Destroyed; event ")
    assert "Undo" not in [button.text() for button in parts.window.findChildren(QPushButton)]
    with desk.open_unit() as unit:
        assert unit.blobs.orphans() == ()


def test_the_list_of_what_must_go_names_whose_it_is(qtbot: QtBot, parts: Parts) -> None:
    paper = Attachment(1, "aem.pdf", "0" * 64, 3, "application/pdf", NOON, "Camille", id=1)
    kept = Keeping(paper, DataClass.SUPPORTING_DOCUMENT, NOON.date(), date(2027, 11, 23))
    preview = PurgePreview((PastDocument(kept, a_candidate(1)),), ())
    dialog = PurgeDialog(Wording("en"), preview, parent=parts.window)
    dialog.open()
    shown = texts(dialog)
    assert "LEGRAND1 Ophélie: aem.pdf" in shown
    assert "VAE supporting documents · kept until 23/11/2027" in shown
    dialog.show_failure(StaleData("PURGE-STALE"))
    assert dialog.problem_label.text().startswith("What is past its time has changed")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
