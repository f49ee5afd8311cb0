"""Create or edit a person of the pool."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from typing_extensions import override

from jurydesk.domain.people import Examiner
from jurydesk.domain.pool_rules import check_examiner
from jurydesk.services.availability import preview_calendar
from jurydesk.services.examiners import save_examiner
from jurydesk.ui.dialogs.calendar_dialog import CalendarDialog
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.examiner_fields import ExaminerFields
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.form_view import FormView
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jurydesk.domain.availability import Absence
    from jurydesk.services.availability import CalendarPlan
    from jurydesk.services.views import CertificationView, ExaminerRow
    from jurydesk.ui.pages.page import PageContext

PAUSE_MILLISECONDS = 300


class ExaminerForm(FormView):
    """The form of one person.

    Signals:
        closed: saved (number of the person) or given up (0).
    """

    closed = Signal(int)

    def __init__(
        self,
        context: PageContext,
        sheets: Sequence[CertificationView],
        row: ExaminerRow | None,
        *,
        draft: Examiner | None = None,
    ) -> None:
        """Show a person, or an empty form; `draft`: what is known of a new one."""
        super().__init__()
        self._context = context
        self._examiner = row.examiner if row else draft or Examiner("", "")
        self.panel = InspectorPanel()
        today = context.desk.clock.today()
        self.fields = ExaminerFields(self.form, context.wording, sheets, today=today)
        self.fields.show(self._examiner)
        self.fields.availability.file_asked.connect(self.choose_calendar)
        self.fields.availability.file_chosen.connect(self.read_calendar)
        self.header = PageHeader(row.examiner.full_name if row else self.tr("New examiner"))
        self.header.set_acts(
            Act(self.tr("Save"), self.save, "check", "Ctrl+S"),
            seconds=(Act(self.tr("Cancel"), self.give_up, "close"),),
        )
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self.form, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.check)
        self.form.edited.connect(self._pause.start)
        self.check()

    def save(self) -> None:
        """Keep the answers; errors are shown at their fields instead."""
        errors = self.fields.errors()
        self.form.show_errors(errors)
        if errors:
            return
        examiner = self.fields.examiner(self._examiner)
        call = partial(save_examiner, self._context.desk, examiner=examiner)
        self._context.operations.perform(call, done=self._on_saved)

    @override
    def give_up(self) -> None:
        """Go back without saving."""
        self.closed.emit(0)

    def choose_calendar(self) -> None:
        """Ask for a calendar file of the person."""
        kinds = (self.tr("Calendars (*.ics)"),)
        title = self.tr("Calendar of the examiner")
        self._context.prompter.open_file(title, self.read_calendar, filters=kinds)

    def read_calendar(self, path: Path) -> None:
        """Read a calendar beside what is said, and show what it would change."""
        present = self.fields.availability.entries()
        call = partial(preview_calendar, self._context.desk, path=path, present=present)
        self._context.runner.submit(call, done=self._on_calendar_read)

    def _on_calendar_read(self, plan: CalendarPlan) -> None:
        dialog = CalendarDialog(self._context.wording, plan, self._examiner.full_name, self)
        dialog.submitted.connect(self._on_calendar_taken)
        dialog.open()

    def _on_calendar_taken(self, entries: tuple[Absence, ...]) -> None:
        self.fields.availability.set_entries(entries)
        self.form.edited.emit()

    def check(self) -> None:
        """Show what the rules say of the answers so far."""
        examiner = self.fields.examiner(self._examiner)
        findings = check_examiner(examiner, today=self._context.desk.clock.today())
        self.panel.clear()
        self.panel.set_heading(self.tr("What the rules say"), self.tr("As you type."))
        good = self.tr("Nothing keeps this person from sitting.")
        lines = finding_lines(findings, self._context.wording)
        self.panel.add_section("", FindingsList(lines, good))

    def _on_saved(self, examiner: Examiner) -> None:
        self.closed.emit(examiner.id)
