"""Who could take each seat of a session if its member could not come: robust, or not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.findings import blocking
from jurydesk.domain.session_rules import check_juror
from jurydesk.services.facts import facts_of
from jurydesk.services.placing import seat_terms

if TYPE_CHECKING:
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Jury
    from jurydesk.services.views import SessionBoard
    from jurydesk.wording import Wording


class StandIns:
    """Finds who could take each seat of one board: what the rules need is gathered once."""

    def __init__(self, board: SessionBoard) -> None:
        """Gather it."""
        self._facts = facts_of(board)
        self._loads = board.loads

    def of(self, jury: Jury, examiner_id: int) -> tuple[Examiner, ...]:
        """Return whom the rules would let sit for a member then, those who sit least first.

        Whoever sits in any jury on that half-day, or may not face a candidate of this one, could
        not come. Of a session that is frozen nobody is sought.
        """
        juror = jury.juror(examiner_id)
        if juror is None or not self._facts.session.can_be_planned:
            return ()
        terms = seat_terms(self._facts, jury, juror.seat)
        others = replace(jury, jurors=tuple(j for j in jury.jurors if j != juror))
        found = (
            person
            for number, person in self._facts.examiners.items()
            if jury.juror(number) is None
            and not blocking(check_juror(self._facts, others, seat=terms, examiner=person))
        )
        return tuple(sorted(found, key=lambda one: (self._loads.get(one.id, 0), one.full_name)))


def stand_in_text(found: tuple[Examiner, ...], wording: Wording) -> str:
    """Return who could stand in: the first by name, how many more; or that nobody could."""
    if not found:
        return wording.text("STAND-IN-NONE")
    code = "STAND-IN-ONE" if len(found) == 1 else "STAND-IN-SOME"
    return wording.text(code, name=found[0].full_name, more=len(found) - 1)
