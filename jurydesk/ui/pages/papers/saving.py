"""What leaves the page of papers as a file: the PDF in view, the roster of the session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services import exports, printing

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.printing import PrintedPaper
    from jurydesk.ui.pages.page import PageContext

PDF_FILTER = "PDF (*.pdf)"
WORKBOOK_FILTER = "Excel (*.xlsx)"


class PaperSaving(QObject):
    """Asks where a file goes, writes it and says so."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        """Save for one page."""
        super().__init__(parent)
        self._context = context

    def ask_where(self, paper: PrintedPaper) -> None:
        """Ask where a paper goes."""
        self._context.prompter.save_file(
            self.tr("Save this PDF"),
            partial(self._save, paper),
            filters=(PDF_FILTER,),
            suggested=paper.name,
        )

    def ask_roster(self, code: str) -> None:
        """Ask where the roster of a session goes."""
        self._context.prompter.save_file(
            self.tr("Save the roster"),
            partial(self._export, code),
            filters=(WORKBOOK_FILTER,),
            suggested=f"session-{code}.xlsx",
        )

    def _save(self, paper: PrintedPaper, path: Path) -> None:
        job = partial(printing.write_paper, path, paper)
        self._context.runner.submit(job, done=self._on_written)

    def _export(self, code: str, path: Path) -> None:
        desk, wording = self._context.desk, self._context.wording
        job = partial(exports.export_session, desk, code=code, path=path, wording=wording)
        written = partial(self._on_roster_written, path)
        self._context.runner.submit(job, done=written, receiver=self)

    def _on_written(self, path: Path) -> None:
        text = self.tr("Saved: {name}").format(name=path.name)
        self._context.toasts.show_message(text, tone="success")

    def _on_roster_written(self, path: Path, _count: int) -> None:
        self._on_written(path)
