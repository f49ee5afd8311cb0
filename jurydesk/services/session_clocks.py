"""The legal clocks of a session: employers, leave, notification, declaration to the CPF system."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.clocks import (
    declaration_clock,
    employer_clock,
    is_reformed_vae,
    leave_clock,
    notification_clock,
)
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import SessionStatus
from jurydesk.services.views import Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.clocks import ClockKind, LegalClock
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import UnitOfWork

SOON = timedelta(days=15)
"""What is due within this time is urgent."""
REMINDED = timedelta(days=30)
"""Nobody records that a result was notified or declared: the reminder ends by itself."""
JUDGED = frozenset({Decision.FULL, Decision.PARTIAL, Decision.NONE})
"""Decisions that are a result; whoever was absent or adjourned waits for one."""


def planned_tasks(
    session: Session,
    *,
    examiners: Mapping[int, Examiner],
    candidacies: Mapping[int, Candidacy],
    today: date,
) -> Iterator[Task]:
    """Yield what jurors and candidates must ask their employers before the hearings to come."""
    if not session.can_be_planned:
        return
    clocks = (
        *_employer_clocks(session, examiners, today),
        *_leave_clocks(session, candidacies, today),
    )
    for due, clock, count in _first_of_each(clocks):
        # Late or not it is still to be done: the jury has not sat yet
        yield _task(session, clock, due, count, page="sessions", urgent=due - today <= SOON)


def closed_tasks(
    unit: UnitOfWork, session: Session, *, candidacies: Mapping[int, Candidacy], today: date
) -> Iterator[Task]:
    """Yield what the office owes those who were judged; a date gone by is no longer urgent.

    Nothing says that it was not done in time, so it waits among the rest for thirty days.
    """
    if session.status is not SessionStatus.CLOSED:
        return
    delivered = session.closed_at.date() if session.closed_at else max(session.days, default=today)
    every = _result_clocks(unit, session, candidacies, delivered=delivered, today=today)
    clocks = (clock for clock in every if clock.due and today <= clock.due + REMINDED)
    for due, clock, count in _first_of_each(clocks):
        urgent = timedelta(0) <= due - today <= SOON
        yield _task(session, clock, due, count, page="papers", urgent=urgent)


def _employer_clocks(
    session: Session, examiners: Mapping[int, Examiner], today: date
) -> Iterator[LegalClock]:
    heard = {hearing.jury for hearing in session.hearings}
    first: dict[int, date] = {}
    for jury in session.juries:
        if jury.number in heard and jury.day >= today:
            for juror in jury.jurors:
                day = first.get(juror.examiner_id, jury.day)
                first[juror.examiner_id] = min(day, jury.day)
    for number, day in first.items():
        examiner = examiners.get(number)
        # Of whom nothing is known might be employed: better asked than refused leave
        if examiner is not None and examiner.is_employee is not False:
            yield employer_clock(number, jury=day, today=today)


def _leave_clocks(
    session: Session, candidacies: Mapping[int, Candidacy], today: date
) -> Iterator[LegalClock]:
    for hearing in session.hearings:
        candidacy = candidacies.get(hearing.candidacy_id)
        day = hearing.start.date()
        if candidacy and candidacy.route is AccessRoute.EXPERIENCE and day >= today:
            yield leave_clock(candidacy.id, hearing=day, today=today)


def _result_clocks(
    unit: UnitOfWork,
    session: Session,
    candidacies: Mapping[int, Candidacy],
    *,
    delivered: date,
    today: date,
) -> Iterator[LegalClock]:
    longest = declaration_clock(0, delivered_on=delivered, today=today).due
    if longest is None or today > longest + REMINDED:
        return
    deliberation = unit.deliberations.of_session(session.id)
    standing = session.standing_hearings
    for record in deliberation.records if deliberation else ():
        hearing, candidacy = standing.get(record.candidacy_id), candidacies.get(record.candidacy_id)
        if hearing is None or candidacy is None or record.decision not in JUDGED:
            continue
        if is_reformed_vae(candidacy):
            heard_on = hearing.start.date()
            yield notification_clock(candidacy.id, heard_on=heard_on, today=today)
        if record.decision is Decision.FULL:
            yield declaration_clock(candidacy.id, delivered_on=delivered, today=today)


def _first_of_each(clocks: Iterable[LegalClock]) -> Iterator[tuple[date, LegalClock, int]]:
    """Yield, for each kind, the first due date, its clock and how many persons it concerns."""
    kinds: dict[ClockKind, list[tuple[date, LegalClock]]] = {}
    for clock in clocks:
        if clock.due is not None:
            kinds.setdefault(clock.kind, []).append((clock.due, clock))
    for dated in kinds.values():
        due, clock = min(dated, key=lambda pair: pair[0])
        yield due, clock, len(dated)


def _task(
    session: Session, clock: LegalClock, due: date, count: int, *, page: str, urgent: bool
) -> Task:
    figures = (
        ("session", session.code),
        ("count", count),
        ("day", due),
        ("article", clock.article),
    )
    target = session.id if page == "sessions" else session.code
    return Task(f"TASK-CLOCK-{clock.kind}", figures, due, page, target, urgent)
