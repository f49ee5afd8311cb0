"""Pictures of the documents of a file: none yet, a checklist half met, files on the way, a page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from jurydesk.domain.document_retention import Keeping
from jurydesk.domain.retention import DataClass
from jurydesk.errors import JurydeskError
from jurydesk.exchange.received_files import received
from jurydesk.services.attachments import Paper, attach
from jurydesk.services.candidates import open_candidate
from jurydesk.services.document_purge import PastDocument, PurgePreview
from jurydesk.services.paper_readings import PaperReadings
from jurydesk.ui.dialogs.purge_dialog import PurgeDialog
from jurydesk.ui.pages.candidate_file.documents import DocumentsSection
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from tests.exchange.handed_in import PDF, PNG, PROGRAM, TEXT
from tests.screens.papers_to_read import a_page, a_photograph
from tests.ui.office import fill

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from tests.screens.scenes import Scene
    from tests.screens.studio import Studio

PATH, EMPTY = 3, 5
FILES = (
    ("livret 1.pdf", PDF + b"1", "FILE_1", ""),
    ("certificats de travail.pdf", PDF + b"2", "ACTIVITY_PROOF", "Les Films du Canal, 2019 à 2024"),
    ("attestation employeur Studio Garance.pdf", PDF + b"3", "ACTIVITY_PROOF", ""),
    ("courriel du 12 mai.txt", TEXT, "", ""),
)


def document_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return the scenes."""
    return {
        "file-documents-some": documents,
        "file-documents-none": no_documents,
        "file-documents-drop": dragged_over,
        "file-documents-attach": attach_dialog,
        "file-documents-pdf": read_pdf,
        "file-documents-picture": read_picture,
        "file-documents-purge": purge_dialog,
        "file-documents-describe": describe_dialog,
    }


def fill_documents(desk: Desk) -> None:
    """An office in which the file of one person holds documents."""
    fill(desk, candidates=8, examiners=4)
    files = (
        *FILES,
        ("livret 2 provisoire.pdf", a_page(), "FILE_2", ""),
        ("carte d’identité.png", a_photograph(), "IDENTITY", ""),
    )
    papers = tuple(
        Paper(received(name, content), kind, note) for name, content, kind, note in files
    )
    attach(desk, candidate_id=PATH, candidacy_id=PATH, papers=papers)


def documents(studio: Studio) -> QWidget | None:
    """Show the checklist and the documents."""
    _section(studio)
    return None


def no_documents(studio: Studio) -> QWidget | None:
    """Show a file without a document."""
    _section(studio, EMPTY)
    return None


def dragged_over(studio: Studio) -> QWidget | None:
    """Show what a person sees while files hover."""
    _section(studio).drops.veil.cover()
    return None


def attach_dialog(studio: Studio) -> QWidget | None:
    """Ask what five files are, of which two are refused."""
    section = _section(studio)
    view = section.view
    if view is None:
        return None
    papers = (
        Paper(received("livret 2.pdf", PDF), "FILE_2"),
        Paper(received("cni recto.png", PNG), "IDENTITY"),
        Paper(received("notes.txt", TEXT)),
    )
    section.attaching.view = view
    section.attaching.ask_kinds((view, PaperReadings(papers, _refusals())))
    return section.attaching.dialog


def purge_dialog(studio: Studio) -> QWidget | None:
    """Show what is past its time."""
    section = _section(studio)
    candidate = open_candidate(section.context.desk, candidate_id=PATH).candidate
    papers = section.view.documents if section.view else ()
    day = date(2026, 11, 3)
    past = tuple(
        PastDocument(Keeping(one, DataClass.SUPPORTING_DOCUMENT, day, day), candidate)
        for one in papers
        if one.requirement == "ACTIVITY_PROOF"
    )
    dialog = PurgeDialog(section.context.wording, PurgePreview(past, ("a", "b")), parent=section)
    dialog.open()
    return dialog


def describe_dialog(studio: Studio) -> QWidget | None:
    """Give a document another name."""
    section = _section(studio)
    section.attaching.describe(section.rows[-1].document)
    return section.attaching.describing


def read_pdf(studio: Studio) -> QWidget | None:
    """Read a PDF in the window."""
    return _read(studio, "livret 2 provisoire.pdf")


def read_picture(studio: Studio) -> QWidget | None:
    """Look at a picture in the window."""
    return _read(studio, "carte d’identité.png")


def _read(studio: Studio, name: str) -> QWidget | None:
    section = _section(studio)
    for row in section.rows:
        if row.document.name == name:
            section.read(row.document)
            break
    studio.settle()
    return None


def _refusals() -> tuple[JurydeskError, ...]:
    found = []
    for name, content in (("photo.jpg", PROGRAM), ("CV.pdf.exe", PDF)):
        try:
            received(name, content)
        except JurydeskError as refusal:
            found.append(refusal)
    return tuple(found)


def _section(studio: Studio, path: int = PATH) -> DocumentsSection:
    shell = studio.parts.window.shell
    shell.show_page("candidates", FileKey(path, "documents"))
    studio.settle()
    page = cast("CandidatesPage", shell.current_page())
    assert page.file is not None
    section = cast("DocumentsSection", page.file.sections["documents"])
    section.drops.veil.hide()
    if section.is_reading():
        section.close_document()
    return section
