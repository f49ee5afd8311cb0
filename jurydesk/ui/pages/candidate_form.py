"""Create or edit a candidate: fields at the left, what the rules say of them at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from typing_extensions import override

from jurydesk.domain.candidacy import Candidacy, Closure
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.drafts import check_answers, save_answers
from jurydesk.ui.drafts import changed_since, draft_of
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.candidate_fields import CandidateFields
from jurydesk.ui.pages.candidate_findings import (
    GAP_FIELDS,
    field_notes,
    field_of,
    gap_lines,
)
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.form_view import FormView
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.notice import Notice
from jurydesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.domain.findings import Finding
    from jurydesk.services.drafts import DraftCheck
    from jurydesk.services.views import CandidacyRow, CertificationView
    from jurydesk.ui.pages.page import PageContext

PAUSE_MILLISECONDS = 300
DRAFTS = "candidate"
"""Under which name the drafts of this form are kept."""
NOTICE_MARGINS = (Space.XL, 0, Space.XL, 0)


class CandidateForm(FormView):
    """The form of one candidacy with its person. What was typed is kept until it is saved.

    Signals:
        closed: saved (number of the candidacy) or left (0).
    """

    closed = Signal(int)

    def __init__(
        self,
        context: PageContext,
        sheets: Sequence[CertificationView],
        row: CandidacyRow | None,
    ) -> None:
        """Show a candidacy, or an empty form; a draft left earlier is taken up again."""
        super().__init__()
        self._context = context
        self.row = row
        self._candidate = row.candidate if row else Candidate("", ())
        today = context.desk.clock.today()
        first = first_open(sheets, today)
        empty = Candidacy(0, first, AccessRoute.EXPERIENCE, closure=Closure.IN_PROGRESS)
        self._candidacy = row.candidacy if row else empty
        self.panel = InspectorPanel()
        self.fields = CandidateFields(
            self.form, context.wording, sheets, runner=context.runner, today=today
        )
        self.fields.show(self._candidate, self._candidacy)
        self._stored = self.fields.answers()
        self._build()
        self._take_up_draft()
        self.form.edited.connect(self._on_edited)
        self.fields.left.connect(self.check)
        self.check()

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field, by its own name or by that of what is missing."""
        known = GAP_FIELDS.get(name, name)
        if known in self.form.fields:
            self.form.focus_field(known)
        else:
            self.focus_first()

    def save(self) -> None:
        """Keep the answers; errors are shown at their fields instead."""
        errors = self.fields.errors()
        self.form.show_errors(errors)
        if errors:
            return
        call = partial(
            save_answers,
            self._context.desk,
            candidate=self.fields.candidate(self._candidate),
            candidacy=self.fields.candidacy(self._candidacy),
            place_before=self._candidate.birth_place,
        )
        self._context.operations.perform(call, done=self._on_saved)

    @override
    def give_up(self) -> None:
        """Go back without saving; what was typed is kept as a draft."""
        self.closed.emit(0)

    def start_again(self) -> None:
        """Forget what was typed and show what is stored."""
        self.fields.show(self._candidate, self._candidacy)
        self.check()

    @property
    def is_changed(self) -> bool:
        """Tell whether something was typed that is not stored."""
        return self.fields.answers() != self._stored

    def check(self) -> None:
        """Ask what the rules say of the answers so far; dates are read at once."""
        self._pause.stop()
        self.form.show_errors(self.fields.errors_so_far(), moves_focus=False)
        call = partial(
            check_answers,
            self._context.desk,
            candidate=self.fields.candidate(self._candidate),
            candidacy=self.fields.candidacy(self._candidacy),
            place_before=self._candidate.birth_place,
        )
        self._context.runner.submit(call, done=self._show_check)

    def _build(self) -> None:
        name = self.row.candidate.full_name if self.row else self.tr("New candidate")
        self.header = PageHeader(name)
        if self.is_second:
            self.header.set_subtitle(self.tr("New candidacy of this person"))
        self.header.set_acts(
            Act(self.tr("Save"), self.save, "check", "Ctrl+S"),
            seconds=(Act(self.tr("Cancel"), self.give_up, "close"),),
            more=(Act(self.tr("Forget what I typed"), self.start_again, "undo"),),
        )
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        self._notices = column(spacing=0, margins=NOTICE_MARGINS)
        layout.addLayout(self._notices)
        layout.addWidget(self.form, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.check)

    def _take_up_draft(self) -> None:
        draft = self._context.drafts.find(DRAFTS, self._key)
        if draft is None:
            return
        typed = {name: one.typed for name, one in draft.items()}
        self.fields.restore({**self._stored, **typed})
        text = self.tr("This is what you had typed and not saved.")
        meanwhile = changed_since(draft, self._stored)
        if meanwhile:
            names = ", ".join(self._field_name(name) for name in meanwhile)
            others = self.tr("Somebody else has changed since: {fields}. Yours would replace it.")
            text = f"{text} {others.format(fields=names)}"
        self._notices.addWidget(Notice(text))

    def _field_name(self, name: str) -> str:
        field = self.form.fields.get(name)
        return field.label.text() if field is not None else name

    @property
    def is_second(self) -> bool:
        """Tell whether it is about a new candidacy of somebody known already."""
        return self.row is not None and not self.row.candidacy.id

    @property
    def _key(self) -> int:
        """A new candidacy of somebody known has a draft of its own, under no stored number."""
        if self.row is None:
            return 0
        return -self.row.candidate.id if self.is_second else self.row.candidacy.id

    def _on_edited(self) -> None:
        draft = draft_of(self._stored, self.fields.answers())
        self._context.drafts.keep(DRAFTS, self._key, draft)
        self._pause.start()

    def _show_check(self, check: DraftCheck) -> None:
        wording = self._context.wording
        self.form.show_notes(field_notes(check, wording))
        self.panel.clear()
        self.panel.set_heading(
            self.tr("What the rules say"), self.tr("As you type; a draft may be saved as it is.")
        )
        lines = finding_lines(check.findings, wording, act_for=self._act_for)
        good = self.tr("Nothing stands against this file.")
        self.panel.add_section("", FindingsList(lines, good))
        title = self.tr("Identity for the CPF: {points} out of 100")
        gaps = gap_lines(check.score, wording, go=self.focus_field, text=self.tr("Go to the field"))
        nothing = self.tr("Nothing is missing.")
        self.panel.add_section(title.format(points=check.score.points), FindingsList(gaps, nothing))

    def _act_for(self, finding: Finding) -> Act | None:
        field = field_of(finding)
        if field not in self.form.fields:
            return None
        return Act(self.tr("Go to the field"), partial(self.focus_field, field))

    def _on_saved(self, candidacy: Candidacy) -> None:
        self._context.drafts.forget(DRAFTS, self._key)
        self._stored = self.fields.answers()
        self.closed.emit(candidacy.id)


def first_open(sheets: Sequence[CertificationView], today: date) -> str:
    """Return the first certification that may be entered today, else the first one."""
    codes = [view.certification.code for view in sheets]
    may_enter = (
        view.certification.code
        for view in sheets
        if view.certification.registered_on(today) is not False
    )
    return next(may_enter, codes[0] if codes else "")
