"""The legal clocks of sessions: employers, leave, notification, declaration to the CPF system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Closure
from jurydesk.domain.clocks import (
    TERMS,
    declaration_clock,
    employer_clock,
    is_reformed_vae,
    leave_clock,
    notification_clock,
)
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.routes import AccessRoute

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.clocks import LegalClock
    from jurydesk.domain.session import Session
    from jurydesk.domain.steps import StepKind
    from jurydesk.services.clock_facts import ClockFacts, Held


def session_clocks(facts: ClockFacts) -> Iterator[tuple[LegalClock, Session]]:
    """Yield every clock that a session started and that no act has stopped."""
    for session in facts.sessions:
        # Once the people are fixed nobody can be given leave any more: the jury sits
        if session.can_be_planned:
            for clock in (*_employer_clocks(facts, session), *_leave_clocks(facts, session)):
                yield clock, session
    for held in facts.held:
        for clock in _result_clocks(facts, held):
            yield clock, held.session


def _employer_clocks(facts: ClockFacts, session: Session) -> Iterator[LegalClock]:
    for number, day in _first_sittings(session, facts.today).items():
        examiner = facts.examiners.get(number)
        # Of whom nothing is known might be employed: better asked than refused leave
        if examiner is None or examiner.is_employee is False:
            continue
        clock = employer_clock(number, jury=day, today=facts.today, session_id=session.id)
        if not facts.is_done(_stop(clock), session, examiner_id=number):
            yield clock


def _first_sittings(session: Session, today: date) -> dict[int, date]:
    """Return on which day each juror sits next; a jury that hears nobody is none yet."""
    heard = {hearing.jury for hearing in session.hearings}
    first: dict[int, date] = {}
    for jury in session.juries:
        if jury.number in heard and jury.day >= today and not jury.annulled:
            for juror in jury.jurors:
                first[juror.examiner_id] = min(first.get(juror.examiner_id, jury.day), jury.day)
    return first


def _leave_clocks(facts: ClockFacts, session: Session) -> Iterator[LegalClock]:
    for number, hearing in session.standing_hearings.items():
        candidacy, day = facts.candidacies.get(number), hearing.start.date()
        if candidacy is None or day < facts.today or not _may_need_leave(candidacy):
            continue
        clock = leave_clock(number, hearing=day, today=facts.today, session_id=session.id)
        earlier = facts.last_held.get(number)
        since = earlier.day if earlier else candidacy.law_day
        if not facts.is_done(_stop(clock), session, candidacy_id=number, since=since):
            yield clock


def _may_need_leave(candidacy: Candidacy) -> bool:
    is_open = candidacy.closure is Closure.IN_PROGRESS
    return is_open and candidacy.route is AccessRoute.EXPERIENCE


def _result_clocks(facts: ClockFacts, held: Held) -> Iterator[LegalClock]:
    number, session = held.candidacy_id, held.session
    candidacy, today = facts.candidacies.get(number), facts.today
    if candidacy is None:
        return
    if is_reformed_vae(candidacy):
        # The fifteen days run from the hearing, whether or not the deliberation is closed
        # A decision that an amendment changed is to be told anew, from the amendment on
        corrected = facts.corrected.get((session.id, number))
        since = corrected or held.day
        clock = notification_clock(number, heard_on=since, today=today, session_id=session.id)
        done = facts.is_done(_stop(clock), session, candidacy_id=number, since=held.day)
        if corrected or not done:
            yield clock
    if held.decision is Decision.FULL:
        day = facts.delivered(held)
        clock = declaration_clock(number, delivered_on=day, today=today, session_id=session.id)
        if not facts.is_done(_stop(clock), session, candidacy_id=number, since=held.delivered):
            yield clock


def _stop(clock: LegalClock) -> StepKind:
    return TERMS[clock.kind].stops[0]
