"""Takes and revokes steps through one dialog, for every page that leads to an act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.moves import StepDraft
from jurydesk.domain.steps import StepKind
from jurydesk.services.journeys import (
    StepSubject,
    check_draft_step,
    revoke_step,
    take_together,
)
from jurydesk.ui.dialogs.step_dialog import StepDialog
from jurydesk.ui.operations.asked import perform_asked

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.step_rules import Refusal
    from jurydesk.domain.steps import Step
    from jurydesk.ui.pages.page import PageContext


class StepTaker:
    """Opens the dialog of a step, shows refusals in it, and performs the act."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        """Keep the context; dialogs stand over `parent`."""
        self._context = context
        self._parent = parent
        self.dialog: StepDialog | None = None

    def ask(self, *kinds: StepKind, subjects: tuple[StepSubject, ...], name: str) -> StepDialog:
        """Ask for the day and the words of a step, and take it; of several kinds one is chosen."""
        dialog = self._open(kinds, name)
        dialog.drafted.connect(partial(self._check, dialog, subjects[0]))
        dialog.submitted.connect(partial(self._take, dialog, subjects))
        return dialog

    def take_at_once(self, kind: StepKind, subjects: tuple[StepSubject, ...]) -> None:
        """Take a step that needs no words today; the toast offers to undo."""
        desk = self._context.desk
        draft = StepDraft(kind, desk.clock.today())
        self._context.operations.perform(
            partial(take_together, desk, draft=draft, subjects=subjects)
        )

    def revoke(self, step: Step, *, name: str) -> StepDialog:
        """Ask why a legal act is revoked, and revoke it."""
        dialog = self._open((StepKind.REVOKED,), name)
        dialog.submitted.connect(partial(self._revoke, dialog, step.id))
        return dialog

    def _open(self, kinds: tuple[StepKind, ...], name: str) -> StepDialog:
        context = self._context
        today = context.desk.clock.today()
        dialog = StepDialog(context.wording, kinds, today=today, name=name, parent=self._parent)
        self.dialog = dialog
        dialog.open()
        return dialog

    def _check(self, dialog: StepDialog, subject: StepSubject, draft: StepDraft) -> None:
        if subject.candidacy_id is None:
            return
        call = partial(
            check_draft_step,
            self._context.desk,
            candidacy_id=subject.candidacy_id,
            draft=draft,
            session_id=subject.session_id,
        )
        shown = partial(self._show, dialog)
        self._context.runner.submit(call, done=shown, receiver=dialog)

    def _show(self, dialog: StepDialog, refusal: Refusal | None) -> None:
        wording = self._context.wording
        text = wording.text(refusal.code, **dict(refusal.figures)) if refusal else ""
        dialog.show_refusal(text)

    def _take(
        self, dialog: StepDialog, subjects: tuple[StepSubject, ...], draft: StepDraft
    ) -> None:
        call = partial(take_together, self._context.desk, draft=draft, subjects=subjects)
        perform_asked(self._context, dialog, call)

    def _revoke(self, dialog: StepDialog, step_id: int, draft: StepDraft) -> None:
        call = partial(revoke_step, self._context.desk, step_id=step_id, reason=draft.reason)
        perform_asked(self._context, dialog, call)
