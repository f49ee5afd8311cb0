"""Create or edit a candidate: fields at the left, what the rules say of them at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.domain.candidacy import Candidacy, Closure
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import check_draft, save_file
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.candidate_fields import CandidateFields
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.form_fields import Form
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from jurydesk.domain.findings import Finding
    from jurydesk.services.views import CandidacyRow, CertificationView
    from jurydesk.ui.pages.page import PageContext

PAUSE_MILLISECONDS = 300


class CandidateForm(QWidget):
    """The form of one candidacy with its person.

    Signals:
        closed: saved (number of the candidacy) or given up (0).
    """

    closed = Signal(int)

    def __init__(
        self,
        context: PageContext,
        sheets: Sequence[CertificationView],
        row: CandidacyRow | None,
    ) -> None:
        """Show a candidacy, or an empty form."""
        super().__init__()
        self._context = context
        self._candidate = row.candidate if row else Candidate("", ())
        first = sheets[0].certification.code if sheets else ""
        empty = Candidacy(0, first, AccessRoute.EXPERIENCE, closure=Closure.IN_PROGRESS)
        self._candidacy = row.candidacy if row else empty
        self.panel = InspectorPanel()
        self.form = Form()
        self.fields = CandidateFields(self.form, context.wording, sheets)
        self.fields.show(self._candidate, self._candidacy)
        self.header = PageHeader(row.candidate.full_name if row else self.tr("New candidate"))
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

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.form.focus_first()

    def save(self) -> None:
        """Keep the answers; errors are shown at their fields instead."""
        errors = self.fields.errors()
        self.form.show_errors(errors)
        if errors:
            return
        call = partial(
            save_file,
            self._context.desk,
            candidate=self.fields.candidate(self._candidate),
            candidacy=self.fields.candidacy(self._candidacy),
        )
        self._context.operations.perform(call, done=self._on_saved)

    def give_up(self) -> None:
        """Go back without saving."""
        self.closed.emit(0)

    def check(self) -> None:
        """Ask what the rules say of the answers so far."""
        candidate = self.fields.candidate(self._candidate)
        candidacy = self.fields.candidacy(self._candidacy)
        call = partial(check_draft, self._context.desk, candidate=candidate, candidacy=candidacy)
        self._context.runner.submit(call, done=self._show_findings)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.panel.clear()
        self.panel.set_heading(
            self.tr("What the rules say"), self.tr("As you type; a draft may be saved as it is.")
        )
        lines = finding_lines(findings, self._context.wording)
        good = self.tr("Nothing stands against this file.")
        self.panel.add_section("", FindingsList(lines, good))

    def _on_saved(self, candidacy: Candidacy) -> None:
        self.closed.emit(candidacy.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)
