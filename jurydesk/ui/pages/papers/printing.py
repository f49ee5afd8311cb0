"""What is printed of a session for the page: one kind to be read, a folder to be written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jurydesk.errors import Cancelled, JurydeskError
from jurydesk.services import paper_folder
from jurydesk.services.papers import PaperStage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jurydesk.services.ports import Desk
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.tasks import Task, TaskControl
    from jurydesk.wording import Wording


class PaperPrinter(QObject):
    """Prints beside the window: it shows where it is, and can be stopped.

    Signals:
        printed: the code of a kind and its copies, as `(str, tuple)`.
    """

    printed = Signal(str, object)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        """Print for one page."""
        super().__init__(parent)
        self._context = context
        self._reading: Task | None = None

    def print_kind(self, code: str, kind: str) -> None:
        """Print one kind to be read, instead of the one that is being printed."""
        self.stop()
        wording = self._context.wording
        name = wording.text(f"papers.{kind}")
        self._reading = self._context.runner.submit_long(
            partial(_kind, self._context.desk, code, kind, wording=wording),
            title=self.tr("Printing: {name}").format(name=name),
            done=partial(self.printed.emit, kind),
            failed=self._on_failed,
        )

    def stop(self) -> None:
        """Stop printing what nobody waits for any more."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def ask_day_folder(self, code: str) -> None:
        """Ask where the papers of the day go, and prepare them all."""
        title = self.tr("Folder for the papers of the day")
        self._ask(title, code, PaperStage.DAY)

    def ask_all(self, code: str) -> None:
        """Ask where every paper goes, and print them all."""
        self._ask(self.tr("Folder for all papers"), code, None)

    def _ask(self, title: str, code: str, stage: PaperStage | None) -> None:
        self._context.prompter.choose_folder(title, partial(self._write, code, stage))

    def _write(self, code: str, stage: PaperStage | None, folder: Path) -> None:
        job: Callable[[TaskControl], tuple[Path, ...]] = partial(
            _folder, self._context.desk, code, folder, wording=self._context.wording, stage=stage
        )
        title = self.tr("Printing the papers of {code}").format(code=code)
        self._context.runner.submit_long(job, title=title, done=self._on_written)

    def _on_written(self, paths: tuple[Path, ...]) -> None:
        text = self.tr("{count} papers saved").format(count=len(paths))
        self._context.toasts.show_message(text, tone="success")

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, JurydeskError):
            text = self._context.wording.text(error.code, **error.figures)
            self._context.toasts.show_message(text, tone="warning")
            return
        self._context.runner.failed.emit(error)


def _kind(
    desk: Desk, code: str, kind: str, control: TaskControl, *, wording: Wording
) -> tuple[PrintedPaper, ...]:
    """Run on a worker."""
    return paper_folder.print_kind(
        desk, code=code, kind=kind, wording=wording, progress=control.progress
    )


def _folder(
    desk: Desk,
    code: str,
    folder: Path,
    control: TaskControl,
    *,
    wording: Wording,
    stage: PaperStage | None,
) -> tuple[Path, ...]:
    """Run on a worker: the papers apart, and all of them bound."""
    return paper_folder.print_documents(
        desk,
        code=code,
        folder=folder,
        wording=wording,
        stage=stage,
        bound=True,
        progress=control.progress,
    )
