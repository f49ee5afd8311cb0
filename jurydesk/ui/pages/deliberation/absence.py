"""Leads through the absence of a member: who could come, what each way means, then does it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jurydesk.services.late_absence import (
    able_to_preside,
    adjourn_remaining,
    effects_of,
    go_on_without,
)
from jurydesk.services.replacing import Newcomer, possible_substitutes, replace_juror
from jurydesk.ui.dialogs.absence_dialog import Absence, AbsenceDialog, Plan, Way
from jurydesk.ui.operations.asked import perform_asked
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.people import Examiner
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.services.late_absence import HearingEffect, Missing
    from jurydesk.services.outcome import Outcome
    from jurydesk.ui.dialogs.absence_dialog import People
    from jurydesk.ui.pages.page import PageContext

MOST_OFFERED = 30


class AbsenceActs(QObject):
    """Opens the dialog over the room; what is asked of the rules is asked off the GUI thread.

    Signals:
        done: the day as it stands afterwards (`DeliberationBoard`).
    """

    done = Signal(object)

    def __init__(self, context: PageContext, host: QWidget) -> None:
        """Open its dialog over `host`."""
        super().__init__(host)
        self._context = context
        self._host = host
        self.dialog: AbsenceDialog | None = None

    def ask(self, board: DeliberationBoard, jury: int, examiner_id: int = 0) -> None:
        """Ask what to do about a member; 0: whoever is missing already, or the first."""
        found = board.board.session.jury(jury)
        if found is None or board.deliberation.is_closed:
            return
        people = tuple((one.examiner_id, _name(board, one.examiner_id)) for one in found.jurors)
        key = examiner_id or _first_missing(board, jury) or found.jurors[0].examiner_id
        absence = Absence(jury, people, key, self._context.desk.clock.now().time())
        dialog = AbsenceDialog(self._context.wording, absence, self._host)
        dialog.considered.connect(partial(self._consider, board))
        dialog.member_chosen.connect(partial(self._find_people, board))
        dialog.submitted.connect(partial(self._carry_out, board))
        self.dialog = dialog
        dialog.open()
        self._find_people(board, dialog.missing())

    def _find_people(self, board: DeliberationBoard, missing: Missing) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        find = partial(_people, board, missing)
        self._context.runner.submit(find, done=partial(_offer, dialog), receiver=dialog)

    def _consider(self, board: DeliberationBoard, plan: Plan) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        job = partial(
            effects_of,
            board,
            plan.missing,
            substitute_id=plan.substitute_id,
            acting_id=plan.acting_id,
        )
        shown = partial(_show, dialog, plan)
        self._context.runner.submit(job, done=shown, receiver=dialog)

    def _carry_out(self, board: DeliberationBoard, plan: Plan) -> None:
        if self.dialog is not None:
            call = self._call(board.board.session.code, plan)
            perform_asked(self._context, self.dialog, call, done=self.done.emit)

    def _call(self, code: str, plan: Plan) -> Callable[[], Outcome[DeliberationBoard]]:
        desk, missing = self._context.desk, plan.missing
        # The minutes are written in French, whatever the window speaks
        words = Wording("fr")
        if plan.way is Way.ADJOURN:
            return partial(adjourn_remaining, desk, code=code, missing=missing, wording=words)
        if plan.way is Way.REPLACE and plan.substitute_id is not None:
            newcomer = Newcomer(plan.substitute_id, plan.arrives or missing.at)
            replaced = partial(replace_juror, desk, code=code, missing=missing, wording=words)
            return partial(replaced, newcomer=newcomer)
        gone = partial(go_on_without, desk, code=code, missing=missing, wording=words)
        return partial(gone, acting_id=plan.acting_id)


def _people(board: DeliberationBoard, missing: Missing) -> tuple[People, People]:
    """Return who could take the seat, and who could preside where the president goes."""
    found = possible_substitutes(board, missing)[:MOST_OFFERED]
    substitutes = tuple((one.examiner.id, _reach(one.examiner)) for one in found)
    if missing.examiner_id not in _presidents(board, missing.jury):
        return substitutes, ()
    able = able_to_preside(board, missing)
    return substitutes, tuple((one.examiner_id, _name(board, one.examiner_id)) for one in able)


def _presidents(board: DeliberationBoard, number: int) -> set[int | None]:
    """Return who was to preside, and who does."""
    jury = board.board.session.jury(number)
    return {board.presiding.get(number), jury.president_id if jury else None}


def _reach(person: Examiner) -> str:
    return " · ".join(filter(None, (person.full_name, person.phone, person.organisation)))


def _offer(dialog: AbsenceDialog, people: tuple[People, People]) -> None:
    substitutes, presidents = people
    dialog.show_people(substitutes=substitutes, presidents=presidents)


def _show(dialog: AbsenceDialog, plan: Plan, effects: tuple[HearingEffect, ...]) -> None:
    dialog.show_effects(plan, effects)


def _first_missing(board: DeliberationBoard, jury: int) -> int:
    """Return who is noted as absent or gone, if anybody is."""
    noted = (one for one in board.deliberation.attendance if one.jury == jury)
    return next((o.examiner_id for o in noted if not o.present or o.left is not None), 0)


def _name(board: DeliberationBoard, examiner_id: int) -> str:
    person = board.board.examiner(examiner_id)
    return person.full_name if person else str(examiner_id)
