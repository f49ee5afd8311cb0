"""What only a person can decide of a change that is kept: why a tie is none, who designates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.domain.people import Mandate
from jurydesk.services.repair_needs import Needs
from jurydesk.services.repairing import Decided
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import FormField, long_text_edit, text_edit

if TYPE_CHECKING:
    from jurydesk.services.reasons import Trial
    from jurydesk.wording import Wording

WIDTH = 520


class KeepDialog(AskDialog):
    """Asks for what keeping a trial needs; the days of the session are filled in.

    Signals:
        submitted: a `Decided`.
    """

    submitted = Signal(object)

    def __init__(
        self, wording: Wording, trial: Trial, *, change: str, parent: QWidget | None = None
    ) -> None:
        """Ask about one trial; `change`: what it changes, as it was offered."""
        super().__init__(wording, parent, width=WIDTH)
        self._needs = trial.needs
        self.reason_edit = long_text_edit("", 2)
        self.start_field = DateField(wording, min(trial.days, default=None))
        self.end_field = DateField(wording, max(trial.days, default=None))
        self.act_edit = text_edit()
        self.keep_button = QPushButton(self.tr("Keep"))
        self.add_heading(self.tr("Keep this change"), change)
        if Needs.REASON in trial.needs:
            self._ask(self.tr("Why there is no tie"), self.reason_edit)
        if Needs.DESIGNATION in trial.needs:
            self._ask(self.tr("Mandate from"), self.start_field)
            self._ask(self.tr("Mandate until"), self.end_field)
            self._ask(self.tr("Designation act"), self.act_edit)
        self.add_problem()
        self.add_buttons(self.keep_button, self._submit)

    def decided(self) -> Decided:
        """Return what was decided; a mandate only where both dates are there."""
        start, end = self.start_field.day(), self.end_field.day()
        mandate = None
        if start is not None and end is not None and Needs.DESIGNATION in self._needs:
            mandate = Mandate(start, end, self.act_edit.text().strip())
        return Decided(self.reason_edit.toPlainText().strip(), mandate)

    def _ask(self, words: str, editor: QWidget) -> None:
        self.outer.addWidget(FormField(words, editor))

    def _submit(self) -> None:
        problem = self.start_field.problem() or self.end_field.problem()
        self.show_refusal(problem)
        if not problem:
            self.submitted.emit(self.decided())
