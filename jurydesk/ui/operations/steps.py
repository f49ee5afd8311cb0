"""Takes and revokes steps through one dialog, for every page that leads to an act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.steps import StepKind
from jurydesk.errors import JurydeskError
from jurydesk.services.journeys import check_draft_step, revoke_step, take_step
from jurydesk.ui.dialogs.step_dialog import StepDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.moves import StepDraft
    from jurydesk.domain.step_rules import Refusal
    from jurydesk.domain.steps import Step
    from jurydesk.services.outcome import Outcome
    from jurydesk.ui.pages.page import PageContext

    Subject = tuple[int, int | None]
    """Number of a candidacy, and of the session that the step is for."""


class StepTaker:
    """Opens the dialog of a step, shows refusals in it, and performs the act."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        """Keep the context; dialogs stand over `parent`."""
        self._context = context
        self._parent = parent
        self.dialog: StepDialog | None = None

    def ask(
        self,
        *kinds: StepKind,
        candidacy_id: int,
        name: str,
        session_id: int | None = None,
        also: tuple[Subject, ...] = (),
    ) -> StepDialog:
        """Ask for the day and the words of a step, and take it; of several kinds one is chosen.

        `also`: other candidacies for which the same step is taken, once it was for the first.
        """
        dialog = self._open(kinds, name)
        check = partial(self._check, dialog, candidacy_id, session_id)
        dialog.drafted.connect(check)
        subjects = ((candidacy_id, session_id), *also)
        dialog.submitted.connect(partial(self._take, dialog, subjects))
        return dialog

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

    def _check(
        self, dialog: StepDialog, candidacy_id: int, session_id: int | None, draft: StepDraft
    ) -> None:
        call = partial(
            check_draft_step,
            self._context.desk,
            candidacy_id=candidacy_id,
            draft=draft,
            session_id=session_id,
        )
        shown = partial(self._show, dialog)
        self._context.runner.submit(call, done=shown, receiver=dialog)

    def _show(self, dialog: StepDialog, refusal: Refusal | None) -> None:
        wording = self._context.wording
        text = wording.text(refusal.code, **dict(refusal.figures)) if refusal else ""
        dialog.show_refusal(text)

    def _take(self, dialog: StepDialog, subjects: tuple[Subject, ...], draft: StepDraft) -> None:
        first, *others = (self._call(subject, draft) for subject in subjects)
        self._context.operations.perform(
            first,
            done=partial(self._take_others, dialog, others),
            failed=partial(self._refused, dialog),
        )

    def _take_others(
        self, dialog: StepDialog, calls: list[Callable[[], Outcome[Step]]], _step: Step
    ) -> None:
        dialog.accept()
        for call in calls:
            self._context.operations.perform(call, is_quiet=call is not calls[-1])

    def _call(self, subject: Subject, draft: StepDraft) -> Callable[[], Outcome[Step]]:
        candidacy_id, session_id = subject
        return partial(
            take_step,
            self._context.desk,
            kind=draft.kind,
            day=draft.day,
            candidacy_id=candidacy_id,
            session_id=session_id,
            reason=draft.reason,
            detail=draft.detail,
        )

    def _revoke(self, dialog: StepDialog, step_id: int, draft: StepDraft) -> None:
        call = partial(revoke_step, self._context.desk, step_id=step_id, reason=draft.reason)
        self._context.operations.perform(
            call, done=partial(_close, dialog), failed=partial(self._refused, dialog)
        )

    def _refused(self, dialog: StepDialog, error: Exception) -> None:
        """A refusal stays in the dialog, with what was typed; anything else is a fault."""
        if isinstance(error, JurydeskError):
            dialog.show_refusal(self._context.wording.text(error.code, **error.figures))
        else:
            self._context.runner.failed.emit(error)


def _close(dialog: StepDialog, _step: Step) -> None:
    dialog.accept()
