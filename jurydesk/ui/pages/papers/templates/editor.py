"""The editor of one text: lines with numbers, what is wrong beneath, the very PDF beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from jurydesk.services.letter_changes import changes_to_shipped
from jurydesk.services.letter_preview import preview_template, problem_line
from jurydesk.services.letters import RefusedByProblems
from jurydesk.ui.pages.papers.preview import PaperPreview
from jurydesk.ui.pages.papers.templates.changes_view import ChangesView
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.numbered_edit import NumberedEdit
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from jurydesk.domain.letters import TemplateProblem
    from jurydesk.services.letters import TemplateRow
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.ui.pages.page import PageContext

PAUSE_MILLISECONDS = 400
PREVIEW, CHANGES = 0, 1


class TemplateEditor(QWidget):
    """One text at a time; the preview follows what is typed once typing pauses.

    Signals:
        judged: what is typed was printed, or was found wrong.
    """

    judged = Signal()

    def __init__(self, context: PageContext) -> None:
        """Start without a text."""
        super().__init__()
        self._context = context
        self._row: TemplateRow | None = None
        self.problems: tuple[TemplateProblem, ...] = ()
        self.edit = NumberedEdit(self.tr("Text of the letter"))
        self.findings = FindingsList()
        self.preview = PaperPreview()
        self.changes = ChangesView()
        self._sides = QStackedWidget()
        self._sides.addWidget(self.preview)
        self._sides.addWidget(self.changes)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._lay_out()
        self._pause.timeout.connect(self.print_now)
        self.edit.textChanged.connect(self._pause.start)

    def show_row(self, row: TemplateRow, typed: str) -> None:
        """Edit one text, taking up what was typed and not saved."""
        self._row = row
        self.preview.forget()
        self.edit.setPlainText(typed)
        self.edit.document().clearUndoRedoStacks()
        self.show_changes(is_on=False)
        self.print_now()

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.toPlainText()

    def is_waiting(self) -> bool:
        """Tell whether typing has only just paused."""
        return self._pause.isActive()

    def insert(self, written: str) -> None:
        """Put a field where the cursor stands."""
        self.edit.insertPlainText(written)
        self.edit.setFocus()

    def shows_changes(self) -> bool:
        """Tell whether the comparison with the shipped text is in view."""
        return self._sides.currentIndex() == CHANGES

    def show_changes(self, *, is_on: bool) -> None:
        """Show what the text changes against the shipped one, or its preview again."""
        self._sides.setCurrentIndex(CHANGES if is_on else PREVIEW)
        self._compare()

    def print_now(self) -> None:
        """Print what is typed with example values."""
        self._pause.stop()
        row = self._row
        if row is None:
            return
        typed = self.text()
        job = partial(
            preview_template,
            self._context.desk,
            kind=row.kind.code,
            text=typed,
            wording=Wording(row.language),
        )
        done = partial(self._on_printed, typed)
        failed = partial(self._on_refused, typed)
        self._context.runner.submit(job, done=done, failed=failed, receiver=self)
        self._compare()

    def _lay_out(self) -> None:
        left = QWidget()
        layout = column(left, spacing=Space.S)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.findings)
        right = QWidget()
        side = column(right, spacing=Space.S)
        side.addWidget(self.preview.tools)
        side.addWidget(self._sides, 1)
        self.preview.strip.hide()
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(Space.S)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 1)
        column(self, margins=(Space.XL, 0, Space.XL, Space.L)).addWidget(halves, 1)

    def _compare(self) -> None:
        if self._row is not None and self.shows_changes():
            row = self._row
            self.changes.show_lines(changes_to_shipped(row.kind.code, row.language, self.text()))

    def _on_printed(self, typed: str, paper: PrintedPaper) -> None:
        # Typed on meanwhile: the next one is on its way
        if typed == self.text():
            self.preview.show_pdf(paper.pdf)
            self._show_problems(())

    def _on_refused(self, typed: str, error: Exception) -> None:
        if not isinstance(error, RefusedByProblems):
            self._context.runner.failed.emit(error)
        elif typed == self.text():
            self._show_problems(error.problems)

    def _show_problems(self, problems: tuple[TemplateProblem, ...]) -> None:
        """What was in view of the preview stays: a text is wrong while it is being typed."""
        self.problems = problems
        self.edit.mark_lines(problem.line for problem in problems)
        lines = [
            FindingLine(
                "blocking",
                problem_line(problem, self._context.wording),
                act=Act(self.tr("Go there"), partial(self.edit.go_to_line, problem.line)),
            )
            for problem in problems
        ]
        self.findings.set_lines(lines)
        self.judged.emit()
