"""Annulling a jury after the fact: its candidates are to be heard again, by others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.conclusions import closure_given
from jurydesk.services.facts import board_of, session_by_code
from jurydesk.services.outcome import Outcome
from jurydesk.services.placing import jury_of
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.session import Jury, Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import SessionBoard


def annul_jury(desk: Desk, *, code: str, jury: int, reason: str) -> Outcome[SessionBoard]:
    """Annul a jury of a closed session, for good: the trail keeps why.

    Decisions and minutes stay as they were issued. What they closed is in progress again, the
    blocks they gave are no longer acquired, and nobody of that jury hears the same people again.

    Raises:
        WrongUsage: no reason is given, or there is no such jury.
        RefusedByRule: the session is not closed, or the jury is annulled already.
    """
    why = reason.strip()
    if not why:
        raise WrongUsage("ANNULMENT-WITHOUT-REASON")
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        found = jury_of(session, jury)
        _check_may_annul(session, found)
        heard = [hearing.candidacy_id for hearing in session.hearings_of(jury)]
        annulled = unit.sessions.save(_with_annulled(session, jury))
        _reopen(unit, session, heard)
        details = {"session": session.code, "jury": jury, "reason": why, "candidacies": heard}
        finish(unit, EventType.JURY_ANNULLED, details)
        board = board_of(unit, annulled, today=desk.clock.today())
        return Outcome(board, unit.changes, board.findings, "ACT-JURY-ANNULLED")


def _check_may_annul(session: Session, jury: Jury) -> None:
    if session.status is not SessionStatus.CLOSED:
        raise RefusedByRule("SESSION-NOT-CLOSED", {"session": session.code})
    if jury.annulled:
        raise RefusedByRule("JURY-ANNULLED", {"jury": jury.number, "session": session.code})


def _with_annulled(session: Session, number: int) -> Session:
    juries = tuple(replace(j, annulled=True) if j.number == number else j for j in session.juries)
    return replace(session, juries=juries)


def _reopen(unit: UnitOfWork, session: Session, heard: Iterable[int]) -> None:
    """Put in progress again what only that jury had closed; a withdrawal stays a withdrawal."""
    for candidacy in unit.candidacies.some(heard):
        given = closure_given(unit, session, candidacy.id)
        others = (s for s in unit.sessions.all() if candidacy.id in s.standing_hearings)
        elsewhere = {closure_given(unit, other, candidacy.id) for other in others}
        if candidacy.closure is given and given not in elsewhere:
            unit.candidacies.save(replace(candidacy, closure=Closure.IN_PROGRESS))
