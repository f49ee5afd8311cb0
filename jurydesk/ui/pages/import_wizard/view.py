"""The import of one file: sheets, columns, rows; nothing is written before the last word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from jurydesk.errors import Cancelled
from jurydesk.services.imports import Choices, Fate, write_report
from jurydesk.ui.operations.imports import open_and_preview, preview_again, take_over
from jurydesk.ui.pages.import_wizard.columns_step import ColumnsStep, is_double
from jurydesk.ui.pages.import_wizard.kept_choices import KeptChoices
from jurydesk.ui.pages.import_wizard.row_looks import lines_of
from jurydesk.ui.pages.import_wizard.row_panel import RowPanel
from jurydesk.ui.pages.import_wizard.rows_step import RowsStep
from jurydesk.ui.pages.import_wizard.sheets_step import SheetsStep
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.over_stack import OverView
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.switches import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from jurydesk.services.imports import ImportPreview, ImportReport, Roster, RosterKind
    from jurydesk.ui.operations.imports import Seen
    from jurydesk.ui.pages.import_wizard.row_looks import ImportLine, SheetLines
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.tasks import Task, TaskControl
    from jurydesk.ui.widgets.row_list import RowList

XLSX = "Excel (*.xlsx)"
SHEETS, COLUMNS, ROWS = range(3)


class ImportView(OverView):
    """Three steps over one preview, which is made anew after each thing decided.

    Signals:
        closed: imported or given up.
        panel_wanted: the panel to stand at the right; None: the step needs the whole width.
    """

    closed = Signal()
    panel_wanted = Signal(object)

    def __init__(self, context: PageContext, kind: RosterKind, path: Path) -> None:
        """Begin to read the file."""
        super().__init__()
        self._context = context
        self._kind = kind
        self._path = path
        self._roster: Roster | None = None
        self._past: list[Choices] = []
        self._kept = KeptChoices(context.drafts, path)
        self._asked = 0
        self._is_applying = False
        self._task: Task | None = None
        self.preview: ImportPreview | None = None
        self._lines: tuple[SheetLines, ...] = ()
        self.panel = RowPanel(context.wording)
        self.header = PageHeader(path.name)
        self.steps = SegmentedControl(
            (
                (SHEETS, self.tr("1 · Sheets")),
                (COLUMNS, self.tr("2 · Columns")),
                (ROWS, self.tr("3 · Rows")),
            ),
            ROWS,
        )
        self.note_label = label("", tone="muted", wraps=True)
        self.sheets = SheetsStep(context.wording)
        self.columns = ColumnsStep(kind, context.wording)
        self.rows = RowsStep(kind, context.wording)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._set_acts()
        self._read()

    @property
    def list(self) -> RowList[ImportLine]:
        """Return the list of rows in view."""
        return self.rows.shown

    @property
    def choices(self) -> Choices:
        """Return all that was decided so far."""
        return self.preview.choices if self.preview else Choices()

    @override
    def take_focus(self) -> None:
        """Put the focus where the step begins."""
        if self.preview is not None:
            self._current_step().take_focus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the rows."""
        if self.preview is not None and self._step() == ROWS:
            self.list.focus_search()

    def apply(self) -> None:
        """Write what the preview shows, all of it or nothing; a second press does nothing."""
        if self.preview is not None and not self._is_applying:
            self._is_applying = True
            call = partial(take_over, self._context.desk, self.preview)
            operations = self._context.operations
            operations.perform(
                call, done=self._on_applied, failed=self._on_not_applied, said=self._said
            )

    def give_up(self) -> None:
        """Go back; nothing was written."""
        self.closed.emit()

    def decide(self, choices: Choices) -> None:
        """Show what the file becomes under other choices; Ctrl+Z takes them back."""
        self._past.append(self.choices)
        self._kept.keep(choices)
        self._ask(choices)

    def take_back(self) -> None:
        """Undo the last thing decided here."""
        if self._past:
            choices = self._past.pop()
            if self._past:
                self._kept.keep(choices)
            else:
                self._kept.forget()
            self._ask(choices)

    def show_step(self, step: int) -> None:
        """Go to a step."""
        self.steps.set_value(step)
        self._stack.setCurrentIndex(1 + step)
        self._set_acts()
        self.panel_wanted.emit(self.panel if step == ROWS else None)
        self._current_step().take_focus()

    def save_report(self) -> None:
        """Ask where the workbook of rejected rows should go."""
        suggested = self.tr("rejected-rows.xlsx")
        title = self.tr("Where should the rejected rows go?")
        self._context.prompter.save_file(
            title, self._write_report, filters=(XLSX,), suggested=suggested
        )

    def _build(self) -> None:
        text = self.tr("The roster is being read. Nothing is written yet.")
        self._stack.addWidget(EmptyState("import", self.tr("Reading…"), text))
        for step in (self.sheets, self.columns, self.rows):
            self._stack.addWidget(step)
        line = row(spacing=Space.L, margins=(Space.XL, 0, Space.XL, Space.M))
        line.addWidget(self.steps)
        line.addWidget(self.note_label, 1)
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.steps.chosen.connect(self._on_step_chosen)
        self.sheets.sheet_added.connect(partial(self._read_sheet, is_read=True))
        self.sheets.sheet_left_out.connect(partial(self._read_sheet, is_read=False))
        self.sheets.header_chosen.connect(self._on_header_chosen)
        self.columns.field_chosen.connect(self._on_field_chosen)
        self.rows.cell_edited.connect(self._on_cell_edited)
        self.rows.current_changed.connect(self._on_current_changed)
        self.panel.decided.connect(self._on_decided)
        self.panel.removed.connect(partial(self._remove, is_removed=True))
        self.panel.kept.connect(partial(self._remove, is_removed=False))

    def _current_step(self) -> SheetsStep | ColumnsStep | RowsStep:
        return (self.sheets, self.columns, self.rows)[self._step()]

    def _step(self) -> int:
        return max(self._stack.currentIndex() - 1, 0)

    def _take_up(self) -> None:
        choices = self._kept.find()
        if choices is not None:
            self.decide(choices)
            text = self.tr("What you had decided about this file is taken up again.")
            self._context.toasts.show_message(text)

    def _read(self) -> None:
        self._submit(partial(open_and_preview, self._context.desk, self._path, self._kind))

    def _ask(self, choices: Choices) -> None:
        if self._roster is not None:
            self._submit(partial(preview_again, self._context.desk, self._roster, choices))

    def _submit(self, job: Callable[[TaskControl], Seen]) -> None:
        """Only the newest answer counts: two cells may be corrected faster than one is read."""
        if self._task is not None:
            self._task.cancel()
        self._asked += 1
        number = self._asked
        self._task = self._context.runner.submit_long(
            partial(_seen_with_lines, job),
            title=self.tr("Reading {file}").format(file=self._path.name),
            done=partial(self._on_seen, number),
            failed=partial(self._on_failed, number),
            on_database=True,
        )

    def _set_acts(self) -> None:
        cancel = Act(self.tr("Cancel"), self.give_up, "close")
        if self.preview is None:
            self.header.set_acts(None, seconds=(cancel,))
            return
        if self._step() != ROWS:
            forward = partial(self.show_step, self._step() + 1)
            words = self.tr("Next")
            self.header.set_acts(
                Act(words, forward, "chevron-right", "Ctrl+Return"), seconds=(cancel,)
            )
            return
        count = self.preview.count(Fate.NEW) + self.preview.count(Fate.CHANGED)
        count += len(self.preview.choices.removed)
        why_not = "" if count else self.tr("The workspace already holds all of this.")
        if not any(sheet.read for sheet in self.preview.sheets) and not count:
            why_not = self.tr("No row of this file holds a person.")
        if self.preview.count(Fate.DOUBTFUL) and not count:
            why_not = self.tr("Decide the rows that ask first.")
        words = self.tr("Import ({count})").format(count=count)
        report = Act(self.tr("Rejected rows…"), self.save_report, "export")
        has_rejected = self.preview.count(Fate.REJECTED) > 0
        self.header.set_acts(
            Act(words, self.apply, "check", "Ctrl+Return", why_not=why_not),
            seconds=(cancel, report) if has_rejected else (cancel,),
        )

    def _first_step(self, preview: ImportPreview) -> int:
        """Begin where a person is needed: mostly at the rows."""
        if preview.recognised:
            return ROWS
        has_headings = any(sheet.header_row for sheet in preview.sheets)
        return COLUMNS if has_headings else SHEETS

    def _note(self, preview: ImportPreview) -> str:
        rows = sum(sheet.read for sheet in preview.sheets)
        note = self.tr("Rows with a person: {rows}. Nothing is written yet.").format(rows=rows)
        held = preview.count(Fate.DOUBTFUL)
        if held:
            note += " " + self.tr("To be decided, else not taken over: {count}.").format(count=held)
        doubled = [
            use.heading for sheet in preview.sheets for use in sheet.columns if is_double(use)
        ]
        if doubled:
            text = self.tr("Columns left out because another is taken for the same: {columns}.")
            note += " " + text.format(columns=", ".join(doubled))
        unread = [sheet.sheet for sheet in preview.sheets if not sheet.recognised]
        if unread:
            note += " " + self.tr("Not read: {sheets}.").format(sheets=", ".join(unread))
        return note

    def _write_report(self, path: Path) -> None:
        if self.preview is not None:
            wording = self._context.wording
            call = partial(write_report, self.preview, path=path, wording=wording)
            self._context.runner.submit(call, done=self._on_report)

    def _on_step_chosen(self, step: object) -> None:
        if self.preview is not None:
            self.show_step(int(str(step)))

    def _on_seen(self, number: int, found: tuple[Seen, tuple[SheetLines, ...]]) -> None:
        if number != self._asked:
            return
        seen, lines = found
        is_first = self.preview is None
        self._roster, self.preview, self._lines = seen.roster, seen.preview, lines
        self.sheets.show_preview(seen.preview)
        self.columns.show_preview(seen.preview)
        self.rows.show_preview(seen.preview, lines)
        self.note_label.setText(self._note(seen.preview))
        if is_first:
            self.show_step(self._first_step(seen.preview))
            self._take_up()
        else:
            self._set_acts()

    def _on_failed(self, number: int, error: Exception) -> None:
        if number != self._asked:
            return
        if self.preview is None or not isinstance(error, Cancelled):
            self._context.runner.failed.emit(error)
        if self.preview is None:
            self.closed.emit()
        else:
            # What was typed and could not be followed is not left on screen
            self.rows.show_preview(self.preview, self._lines)

    def _read_sheet(self, title: str, *, is_read: bool) -> None:
        choice = self.choices.file.sheet(title)
        self.decide(self.choices.with_sheet(title, choice.reading(is_read=is_read)))

    def _on_header_chosen(self, title: str, number: int) -> None:
        choice = self.choices.file.sheet(title)
        self.decide(self.choices.with_sheet(title, choice.under(number)))

    def _on_field_chosen(self, title: str, position: int, name: str) -> None:
        self.decide(self.choices.with_column(title, position, name))

    def _on_cell_edited(self, line: ImportLine, position: int, text: str) -> None:
        self.decide(self.choices.with_cell(line.place, position, text))

    def _on_decided(self, line: ImportLine, decision: object) -> None:
        choices = self.choices
        asking = [one for one in self.rows.selected() if one.row.fate is line.row.fate]
        for one in asking if len(asking) > 1 else [line]:
            choices = self.panel.with_decision(choices, one, decision)
        self.decide(choices)

    def _remove(self, line: ImportLine, *, is_removed: bool) -> None:
        self.decide(self.choices.with_removal(line.row.key, is_removed=is_removed))

    def _said(self, report: ImportReport) -> str:
        """Say in the one message that offers to undo what else is to be looked at."""
        preview = report.preview
        taken = preview.count(Fate.NEW) + preview.count(Fate.CHANGED)
        parts = [self.tr("Rows imported: {count}").format(count=taken)]
        rejected = preview.count(Fate.REJECTED)
        if rejected:
            parts.append(self.tr("rejected: {count}").format(count=rejected))
        if report.ties:
            parts.append(self.tr("possible ties to look at: {count}").format(count=report.ties))
        return " · ".join(parts)

    def _on_applied(self, _report: ImportReport) -> None:
        self._kept.forget()
        self.closed.emit()

    def _on_not_applied(self, error: Exception) -> None:
        self._is_applying = False
        self._context.runner.failed.emit(error)

    def _on_report(self, path: Path) -> None:
        text = self.tr("Written: {file}").format(file=path.name)
        self._context.toasts.show_message(text)

    def _on_current_changed(self, line: ImportLine | None) -> None:
        self.panel.show_line(line, self.choices)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z for what was decided here: nothing is written yet that it could undo."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape and Alt+Left, take back with Ctrl+Z."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        elif event.matches(QKeySequence.StandardKey.Back) and self._step() > SHEETS:
            self.show_step(self._step() - 1)
        else:
            super().keyPressEvent(event)


def _seen_with_lines(
    job: Callable[[TaskControl], Seen], control: TaskControl
) -> tuple[Seen, tuple[SheetLines, ...]]:
    """Put the lines of the lists together where it does not hold up the window."""
    seen = job(control)
    return seen, lines_of(seen.preview)


def _is_undo(event: QEvent) -> bool:
    return bool(getattr(event, "matches", lambda _: False)(QKeySequence.StandardKey.Undo))
