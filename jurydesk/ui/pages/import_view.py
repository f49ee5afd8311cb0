"""What an import would do, row by row, before anything is written; then the import itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.services.imports import (
    Fate,
    RosterKind,
    apply_import,
    preview_candidates,
    preview_examiners,
    write_report,
)
from jurydesk.ui.pages.import_rows import ImportLine, fill_import_panel, import_columns, lines_of
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowFilter, RowList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from jurydesk.services.imports import ImportPreview, ImportReport
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.tasks import TaskControl

XLSX = "Excel (*.xlsx)"


class ImportView(QWidget):
    """Preview of one roster; counts are filters, and nothing is written until the person says so.

    Signals:
        closed: imported or given up.
    """

    closed = Signal()

    def __init__(self, context: PageContext, kind: RosterKind, path: Path) -> None:
        """Begin to read the file."""
        super().__init__()
        self._context = context
        self._kind = kind
        self._path = path
        self.preview: ImportPreview | None = None
        self.panel = InspectorPanel()
        self.header = PageHeader(path.name)
        self.note_label = label("", tone="muted", wraps=True)
        self.note_label.setContentsMargins(24, 0, 24, 8)
        self.list: RowList[ImportLine] = RowList(
            import_columns(context.wording),
            lambda line: (line.sheet, line.row.row),
            name="import",
            placeholder=self.tr("Name or row"),
        )
        self._stack = QStackedWidget()
        text = self.tr("The roster is being read. Nothing is written yet.")
        self._stack.addWidget(EmptyState("import", self.tr("Reading…"), text))
        self._stack.addWidget(self.list)
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self.note_label)
        layout.addWidget(self._stack, 1)
        self.list.current_changed.connect(self._on_current_changed)
        self.list.export_button.hide()
        self._set_acts()
        self._read()

    def apply(self) -> None:
        """Write what the preview shows, all of it or nothing."""
        if self.preview is None:
            return
        call = partial(apply_import, self._context.desk, preview=self.preview)
        self._context.operations.perform(call, done=self._on_applied)

    def give_up(self) -> None:
        """Go back; nothing was written."""
        self.closed.emit()

    def save_report(self) -> None:
        """Ask where the workbook of rejected rows should go."""
        suggested = self.tr("rejected-rows.xlsx")
        title = self.tr("Where should the rejected rows go?")
        self._context.prompter.save_file(
            title, self._write_report, filters=(XLSX,), suggested=suggested
        )

    def _read(self) -> None:
        self._context.runner.submit_long(
            self._preview,
            title=self.tr("Reading {file}").format(file=self._path.name),
            done=self._on_preview,
            failed=self._on_failed,
            on_database=True,
        )

    def _preview(self, control: TaskControl) -> ImportPreview:
        preview = preview_candidates
        if self._kind is RosterKind.EXAMINERS:
            preview = preview_examiners
        return preview(self._context.desk, path=self._path, progress=control.progress)

    def _set_acts(self) -> None:
        cancel = Act(self.tr("Cancel"), self.give_up, "close")
        if self.preview is None:
            self.header.set_acts(None, seconds=(cancel,))
            return
        count = self.preview.count(Fate.NEW) + self.preview.count(Fate.CHANGED)
        why_not = self.tr("The workspace already holds all of this.") if not count else ""
        words = self.tr("Import ({count})").format(count=count)
        report = Act(self.tr("Rejected rows…"), self.save_report, "export")
        has_rejected = self.preview.count(Fate.REJECTED) > 0
        self.header.set_acts(
            Act(words, self.apply, "check", "Ctrl+Return", why_not=why_not),
            seconds=(cancel, report) if has_rejected else (cancel,),
        )

    def _filters(self) -> tuple[RowFilter[ImportLine], ...]:
        words = {
            Fate.NEW: self.tr("New"),
            Fate.CHANGED: self.tr("Changed"),
            Fate.SAME: self.tr("Already known"),
            Fate.DUPLICATE: self.tr("Twice in the file"),
            Fate.REJECTED: self.tr("Rejected"),
            Fate.IGNORED: self.tr("Left out"),
        }
        preview = self.preview
        shown = [fate for fate in Fate if preview is not None and preview.count(fate)]
        fates = tuple(
            RowFilter[ImportLine](fate, words[fate], partial(_has_fate, fate), "fate")
            for fate in shown
        )
        drafts = RowFilter[ImportLine](
            "draft", self.tr("Kept as a draft"), lambda line: line.row.kept_as_draft
        )
        return (*fates, drafts)

    def _write_report(self, path: Path) -> None:
        if self.preview is not None:
            wording = self._context.wording
            call = partial(write_report, self.preview, path=path, wording=wording)
            self._context.runner.submit(call, done=self._on_report)

    def _on_preview(self, preview: ImportPreview) -> None:
        self.preview = preview
        self.list.set_filters(self._filters())
        self.list.set_rows(lines_of(preview))
        self._stack.setCurrentWidget(self.list)
        sheets = len(preview.sheets)
        rows = sum(sheet.read for sheet in preview.sheets)
        note = self.tr("Rows with a person: {rows} · sheets: {sheets}. Nothing is written yet.")
        self.note_label.setText(note.format(rows=rows, sheets=sheets))
        self._set_acts()
        self.list.view.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._context.runner.failed.emit(error)
        self.closed.emit()

    def _on_applied(self, report: ImportReport) -> None:
        count = report.preview.count(Fate.NEW) + report.preview.count(Fate.CHANGED)
        if report.ties:
            text = self.tr("Rows imported: {count} · possible ties to look at: {ties}.")
            self._context.toasts.show_message(text.format(count=count, ties=report.ties))
        self.closed.emit()

    def _on_report(self, path: Path) -> None:
        text = self.tr("Written: {file}").format(file=path.name)
        self._context.toasts.show_message(text)

    def _on_current_changed(self, line: ImportLine | None) -> None:
        if line is None:
            self.panel.show_nothing(self.tr("Choose a row to see what becomes of it."))
        else:
            fill_import_panel(self.panel, line, self._context.wording)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)


def _has_fate(fate: Fate, line: ImportLine) -> bool:
    return line.row.fate is fate
