"""Documents of the file: what is asked for, what is there; files are laid down anywhere on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from jurydesk.services.attachments import detach
from jurydesk.services.document_contents import save_document
from jurydesk.services.document_lists import documents_of
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.operations.attaching import Attaching
from jurydesk.ui.operations.outside import OutsideReader
from jurydesk.ui.pages.candidate_file.checklist import Checklist
from jurydesk.ui.pages.candidate_file.document_rows import DocumentRow
from jurydesk.ui.pages.candidate_file.document_viewer import (
    DocumentViewer,
    ReadDocument,
    read_to_show,
)
from jurydesk.ui.pages.candidate_file.section import Section
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.file_drops import FileDrops, local_files
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, clear, column, row
from jurydesk.ui.words import short_day, size_text, term

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from jurydesk.domain.attachments import Attachment
    from jurydesk.services.document_lists import DocumentsView
    from jurydesk.services.views import CandidateFile
    from jurydesk.ui.pages.page import PageContext

WIDTH = 900


class DocumentsSection(Section):
    """The checklist, the documents, and the one that is being read."""

    def __init__(self, context: PageContext) -> None:
        """Build the frame; the documents come with the file."""
        super().__init__(context)
        self.view: DocumentsView | None = None
        self.rows: list[DocumentRow] = []
        self.attaching = Attaching(context, self)
        self.outside = OutsideReader(context, self)
        self.drops = FileDrops(self, self.tr("Lay the files down to attach them"))
        self.viewer = DocumentViewer()
        self.attach_button = act_button(
            Act(self.tr("Attach…"), self.choose_files, "attach", "Ctrl+J", "primary")
        )
        self.checklist = Checklist(context.wording)
        self.checklist.attach_requested.connect(self.choose_files)
        self._above = column(spacing=Space.L)
        self._content = column(spacing=Space.L)
        self._list = self._build_list()
        self._reader = self._build_reader()
        # One hidden, not one stacked on the other: a page is as high as the window, a list longer
        layout = column(self, spacing=0)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._reader, 1)
        self._reader.hide()
        self.drops.dropped.connect(self.attaching.read)
        self.viewer.closed.connect(self.close_document)
        self.viewer.opened.connect(self.outside.open)
        self.viewer.saved.connect(self.save)

    @override
    def show_file(self, file: CandidateFile, candidacy_id: int) -> None:
        """Ask for the documents of that candidacy."""
        call = partial(documents_of, self.context.desk, candidacy_id=candidacy_id)
        self.context.runner.submit(call, done=self._on_view, receiver=self)

    @override
    def take_focus(self) -> None:
        """Put the focus on the first document, or where one is attached."""
        if self.is_reading():
            self.viewer.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            first = self.rows[0] if self.rows else self.attach_button
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_reading(self) -> bool:
        """Tell whether a document is in view."""
        return not self._reader.isHidden()

    def choose_files(self, kind: str = "") -> None:
        """Ask which files to attach; `kind`: what they are, if that is known."""
        title = self.tr("Attach documents")
        self.context.prompter.open_files(title, partial(self.attaching.read, kind=kind))

    def read(self, document: Attachment) -> None:
        """Show a document in the window."""
        call = partial(read_to_show, self.context.desk, document.id)
        self.context.runner.submit(call, done=self._on_read, receiver=self)

    def close_document(self) -> None:
        """Go back to the list, onto the document that was read."""
        shown = self.viewer.attachment
        self.viewer.forget()
        self._reader.hide()
        self._list.show()
        self._focus_on(shown.id if shown else 0)

    def save(self, document: Attachment) -> None:
        """Ask where a document should be written."""
        title = self.tr("Save this document")
        write = partial(self._write, document)
        self.context.prompter.save_file(title, write, suggested=document.name)

    def remove(self, document: Attachment) -> None:
        """Take a document out; the toast offers to undo."""
        call = partial(detach, self.context.desk, attachment_ids=[document.id])
        self.context.operations.perform(call)

    def _write(self, document: Attachment, place: Path) -> None:
        call = partial(save_document, self.context.desk, attachment_id=document.id, place=place)
        self.context.runner.submit(call, done=self._on_written, receiver=self)

    def _on_written(self, place: Path) -> None:
        text = self.tr("Saved: {name}").format(name=place.name)
        self.context.toasts.show_message(text, tone="success")

    def _on_read(self, read: ReadDocument) -> None:
        self._list.hide()
        self._reader.show()
        self.viewer.show_document(read)
        self.viewer.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_list(self) -> QWidget:
        holder = QWidget()
        outer = row(holder, margins=(Space.XL, 0, Space.XL, Space.XL))
        content = QWidget()
        content.setMaximumWidth(WIDTH)
        layout = column(content, spacing=Space.L)
        head = row(spacing=Space.M)
        head.addWidget(self.attach_button)
        hint = self.tr("or lay files down anywhere here; Ctrl+V pastes copied files")
        head.addWidget(label(hint, tone="muted", wraps=True), 1)
        layout.addLayout(head)
        layout.addLayout(self._above)
        layout.addWidget(self.checklist)
        layout.addLayout(self._content)
        layout.addStretch(1)
        outer.addWidget(content, 1)
        return holder

    def _build_reader(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, margins=(Space.XL, 0, Space.XL, Space.L))
        layout.addWidget(self.viewer)
        return holder

    def _on_view(self, view: DocumentsView) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused) and not self.is_reading()
        place = next((at for at, one in enumerate(self.rows) if one is focused), 0)
        self.view = view
        self.attaching.view = view
        name = view.candidate.full_name
        self.drops.set_text(self.tr("Attach to the file of {name}").format(name=name))
        clear(self._content)
        clear(self._above)
        findings = [one for one in view.findings if one.code == "DOC-02"]
        if findings:
            self._above.addWidget(FindingsList(finding_lines(findings, self.context.wording)))
        self.checklist.show_lines(view)
        self.rows = []
        self._content.addWidget(self._build_documents(view.documents))
        if view.elsewhere:
            title = self.tr("For other candidacies of the same person")
            self._content.addWidget(self._build_card(title, view.elsewhere))
        if had_focus:
            self._focus_at(place)

    def _build_documents(self, documents: tuple[Attachment, ...]) -> QFrame:
        title = self.tr("In the file ({count})").format(count=len(documents))
        return self._build_card(title, documents)

    def _build_card(self, title: str, documents: Iterable[Attachment]) -> QFrame:
        frame, layout = card(spacing=Space.XS)
        layout.addWidget(label(title, "heading"))
        kept = tuple(documents)
        for document in kept:
            one = DocumentRow(document, self._told(document))
            one.read.connect(self.read)
            one.outside.connect(self.outside.open)
            one.described.connect(self.attaching.describe)
            one.saved.connect(self.save)
            one.removed.connect(self.remove)
            one.moved.connect(self._on_moved)
            self.rows.append(one)
            layout.addWidget(one)
        if not kept:
            layout.addWidget(self._build_empty())
        return frame

    def _build_empty(self) -> EmptyState:
        text = self.tr("Lay files down here, or choose them. Their kind is asked afterwards.")
        act = Act(self.tr("Choose files…"), self.choose_files, "attach")
        return EmptyState("paper", self.tr("No document yet"), text, (act,))

    def _told(self, document: Attachment) -> str:
        wording, view = self.context.wording, self.view
        day = short_day(wording, document.added_at.date())
        added = self.tr("added on {day} by {name}").format(day=day, name=document.added_by)
        kind = term(wording, "document", document.requirement or "OTHER")
        told = [kind, size_text(wording, document.size), added]
        if view is not None:
            if any(document in line.older for line in view.lines):
                told.append(self.tr("a newer one counts"))
            last = view.keeping[document.id].last
            if last is not None:
                until = short_day(wording, last)
                told.append(self.tr("kept until {day}").format(day=until))
        return " · ".join(told)

    def _on_moved(self, step: int) -> None:
        places = [at for at, one in enumerate(self.rows) if one.hasFocus()]
        self._focus_at((places[0] if places else 0) + step)

    def _focus_at(self, place: int) -> None:
        if self.rows:
            at = max(0, min(place, len(self.rows) - 1))
            self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.attach_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_on(self, number: int) -> None:
        places = [at for at, one in enumerate(self.rows) if one.document.id == number]
        self._focus_at(places[0] if places else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back from a document with Escape; paste copied files with Ctrl+V."""
        if event.key() == Qt.Key.Key_Escape and self.is_reading():
            self.close_document()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def _paste(self) -> None:
        paths = local_files(QGuiApplication.clipboard().mimeData())
        if paths:
            self.attaching.read(paths)
