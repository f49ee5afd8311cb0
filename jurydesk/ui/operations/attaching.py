"""Reads files that were laid down or chosen, asks what they are, and attaches them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services.attachments import attach, describe
from jurydesk.services.paper_readings import read_papers
from jurydesk.ui.dialogs.attach_dialog import AttachDialog
from jurydesk.ui.dialogs.describe_dialog import DescribeDialog
from jurydesk.ui.operations.asked import perform_asked

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.attachments import Attachment
    from jurydesk.services.attachments import Attached, Paper
    from jurydesk.services.document_lists import DocumentsView
    from jurydesk.services.paper_readings import PaperReadings
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.tasks import TaskControl

    Arrived = tuple[DocumentsView, PaperReadings]


class Attaching(QObject):
    """From files to documents. `view` says whose file it is."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        """Open its dialogs over `host`."""
        super().__init__(host)
        self._context = context
        self._host = host
        self.view: DocumentsView | None = None
        self.dialog: AttachDialog | None = None
        self.describing: DescribeDialog | None = None

    def read(self, paths: tuple[Path, ...], *, kind: str = "") -> None:
        """Read files off the GUI thread; `kind`: what they are, if that is known."""
        view = self.view
        if view is None:
            return
        codes = tuple(one.code for one in view.asked)

        def job(control: TaskControl) -> Arrived:
            progress = control.progress
            return view, read_papers(paths, asked=codes, requirement=kind, progress=progress)

        title = self.tr("Reading {count} files").format(count=len(paths))
        self._context.runner.submit_long(job, title=title, done=self.ask_kinds)

    def describe(self, document: Attachment) -> None:
        """Ask for another name, kind or note."""
        view = self.view
        if view is None:
            return
        codes = tuple(one.code for one in view.asked)
        self.describing = DescribeDialog(
            self._context.wording, document, asked=codes, parent=self._host
        )
        self.describing.submitted.connect(partial(self._on_described, view, document))
        self.describing.open()

    def ask_kinds(self, arrived: Arrived) -> None:
        """Ask what each file is, and say which are refused."""
        view, readings = arrived
        codes = tuple(one.code for one in view.asked)
        self.dialog = AttachDialog(
            self._context.wording,
            readings,
            asked=codes,
            name=view.candidate.full_name,
            parent=self._host,
        )
        self.dialog.submitted.connect(partial(self._on_submitted, view))
        self.dialog.open()

    def _on_submitted(self, view: DocumentsView, papers: tuple[Paper, ...]) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        call = partial(
            attach,
            self._context.desk,
            candidate_id=view.candidate.id,
            candidacy_id=view.candidacy.id,
            papers=papers,
        )
        perform_asked(self._context, dialog, call, done=self._on_attached)

    def _on_attached(self, done: Attached) -> None:
        if done.known:
            names = ", ".join(one.name for one in done.known)
            text = self.tr("In the file already, with the same content: {names}")
            self._context.toasts.show_message(text.format(names=names), tone="warning")

    def _on_described(
        self, view: DocumentsView, document: Attachment, given: dict[str, str]
    ) -> None:
        dialog = self.describing
        if dialog is None:
            return
        call = partial(
            describe,
            self._context.desk,
            attachment_id=document.id,
            candidacy_id=view.candidacy.id,
            **given,
        )
        perform_asked(self._context, dialog, call)
